"""A file that is there whole or not at all."""

from __future__ import annotations

import os
from contextlib import contextmanager
from errno import EEXIST
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator


_HEADER: Final = 100
_APPLICATION_ID: Final = slice(68, 72)
"""Where SQLite keeps it in the header of a file."""


@contextmanager
def whole_file(path: Path, *, replace: bool = False) -> Iterator[Path]:
    """Give the place of a new file, which becomes `path` once it is done and on disk.

    What went wrong on the way leaves nothing behind. Only the owner can read the file.

    Args:
        path: Where the file is to be.
        replace: Whether it may take the place of one that is there.

    Raises:
        FileExistsError: There is something at `path`, and it may not be replaced. A log or a
            ledger never may.
        OSError: It cannot be written there.
    """
    if os.path.lexists(path) and (not replace or _is_a_record(path)):
        raise _there(path)
    handle, name = mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(handle)
    new = Path(name)
    try:
        yield new
        _on_disk(new)
        _put(new, path, replace=replace)
    finally:
        new.unlink(missing_ok=True)


def _there(path: Path) -> FileExistsError:
    return FileExistsError(EEXIST, "it is there already, and is not replaced", str(path))


def _is_a_record(path: Path) -> bool:
    """Tell whether this is a log, a ledger or a witness's memory, which is nobody's to replace."""
    if not path.is_file():
        return path.is_dir()
    with path.open("rb") as file:
        head = file.read(_HEADER)
    return head.startswith(b"SQLite format 3\0") and head[_APPLICATION_ID].startswith(b"ord")


def _put(new: Path, path: Path, *, replace: bool) -> None:
    if replace:
        new.replace(path)
        return
    try:
        os.link(new, path)  # Unlike a rename, never over what somebody put there meanwhile.
    except FileExistsError:
        raise _there(path) from None
    except OSError:
        new.replace(path)  # A file system without links.


def _on_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
