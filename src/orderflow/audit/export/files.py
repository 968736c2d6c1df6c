"""A file that is there whole or not at all."""

from __future__ import annotations

import os
from contextlib import contextmanager
from errno import EEXIST
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Final

from orderflow.store.naming import keep_name

if TYPE_CHECKING:
    from collections.abc import Iterator


_HEADER: Final = 100
_APPLICATION_ID: Final = slice(68, 72)
"""Where SQLite keeps it in the header of a file."""

_PRIVATE_KEY: Final = b"PRIVATE+KEY+"
"""How the file of a signing key begins."""


@contextmanager
def whole_file(path: Path, *, replace: bool = False, private: bool = True) -> Iterator[Path]:
    """Give the place of a new file, which becomes `path` once it is done and on disk.

    What went wrong on the way leaves nothing behind, and what was there before as it was.

    Args:
        path: Where the file is to be.
        replace: Whether it may take the place of one that is there.
        private: Whether only its owner can read it, whatever the umask.

    Raises:
        FileExistsError: There is something at `path`, and it may not be replaced. A log, a
            ledger, keys and what is no ordinary file never may.
        OSError: It cannot be written there.
    """
    if os.path.lexists(path) and (not replace or _is_a_record(path)):
        raise _there(path)
    new = path.with_name(f".{path.name}.{token_hex(8)}")
    try:
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600 if private else 0o666))
    except OSError as error:
        error.filename = str(path)  # Nobody knows the other name.
        raise
    try:
        yield new
        _on_disk(new)
        _put(new, path, replace=replace)
        keep_name(path)
    finally:
        new.unlink(missing_ok=True)


def _there(path: Path) -> FileExistsError:
    return FileExistsError(EEXIST, "it is there already, and is not replaced", str(path))


def _is_a_record(path: Path) -> bool:
    """Tell whether this is a log, a ledger, keys or no file at all, which nobody is to replace."""
    if not path.is_file():
        return True
    with path.open("rb") as file:
        head = file.read(_HEADER)
    ours = head.startswith(b"SQLite format 3\0") and head[_APPLICATION_ID].startswith(b"ord")
    return ours or head.startswith(_PRIVATE_KEY)


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
