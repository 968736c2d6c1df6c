"""Private keys in files that only their owner can read.

A key file is made once and never overwritten. One that is missing, holds another key, or can be
read by others is an error; no key is ever made in its place.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Final

from orderflow.audit.ledger.keys import Kind, SigningKey
from orderflow.errors import KeyFileError, NotWellFormed
from orderflow.store.naming import keep_name

if TYPE_CHECKING:
    from pathlib import Path

_ONLY_THE_OWNER: Final = 0o600
_OTHERS: Final = 0o077
_LARGEST: Final = 4096

_FLAGS: Final = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def write_key(path: Path, key: SigningKey) -> None:
    """Keep a key in a new file; it is on disk when this returns.

    Raises:
        KeyFileError: There is something already, or the file cannot be made or written.
    """
    try:
        # An exclusive creation follows no symbolic link.
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, _ONLY_THE_OWNER)
    except FileExistsError:
        msg = f"'{path.name}' is there already; a key is never overwritten"
        raise KeyFileError(msg) from None
    except OSError as error:
        msg = f"'{path.name}' cannot be made: {error.strerror}"
        raise KeyFileError(msg) from error
    try:
        with os.fdopen(file, "w", encoding="utf-8", newline="\n") as opened:
            opened.write(f"{key.reveal()}\n")
            opened.flush()
            os.fsync(opened.fileno())
        keep_name(path)
    except OSError as error:
        # Half a key would stand in the way of a whole one, as none is ever overwritten.
        path.unlink(missing_ok=True)
        msg = f"'{path.name}' cannot be written: {error.strerror}; nothing was kept"
        raise KeyFileError(msg) from error


def read_key(path: Path, kind: Kind) -> SigningKey:
    """Return the key that a file keeps.

    Args:
        path: The file.
        kind: What the key must be for.

    Raises:
        KeyFileError: There is none, it is for something else, or others can read it.
    """
    text = _content(path)
    try:
        key = SigningKey.parse(text.removesuffix("\n"))
    except NotWellFormed as error:
        msg = f"'{path.name}' holds no key: {error}"
        raise KeyFileError(msg) from None
    if key.kind is not kind:
        msg = f"the key in '{path.name}' is not one for {_PURPOSES[kind]}"
        raise KeyFileError(msg)
    return key


_PURPOSES: Final = {Kind.NOTE: "signing checkpoints", Kind.COSIGNATURE: "cosigning as a witness"}


def _content(path: Path) -> str:
    try:
        # Without waiting: a pipe that nobody writes to would hold us up for ever.
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _FLAGS)
    except FileNotFoundError:
        msg = f"there is no key '{path.name}'; make one with keygen"
        raise KeyFileError(msg) from None
    except OSError as error:
        msg = f"'{path.name}' cannot be read: {error.strerror}"
        raise KeyFileError(msg) from error
    try:
        # Asked of the open file: the name may by now belong to another.
        found = os.fstat(file)
        if not stat.S_ISREG(found.st_mode):
            msg = f"'{path.name}' is not a file"
            raise KeyFileError(msg)
        if _open_to_others(found.st_mode):
            msg = f"others can read the key '{path.name}'; it must have mode 0600"
            raise KeyFileError(msg)
        return os.read(file, _LARGEST).decode("utf-8", "replace")
    finally:
        os.close(file)


def _open_to_others(mode: int) -> bool:
    # Elsewhere the mode says nothing about who may read.
    return os.name == "posix" and bool(mode & _OTHERS)
