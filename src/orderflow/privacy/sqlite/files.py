"""The file of a key store: its owner's alone, made by an explicit act, and wiped when asked."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import Final

from orderflow.errors import KeyStoreError
from orderflow.privacy.sqlite.schema import APPLICATION_ID, no_key_store
from orderflow.store.sqlite.faults import translated
from orderflow.store.sqlite.logfile import LOCK_TIMEOUT, LogFile
from orderflow.store.sqlite.ownership import mark_of, uri_of

_ONLY_THE_OWNER: Final = 0o600
_OTHERS: Final = 0o077

_DISCREET: Final = (
    # No write-ahead log: a key would lie in it long after it was destroyed. Whatever else opened
    # the file may have given it one, and it would keep it.
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",
    "PRAGMA secure_delete = ON",
    # What SQLite sorts or rebuilds may hold keys, and must not lie in a temporary file.
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
)


def made(path: Path) -> LogFile:
    """Return a new and empty file that only its owner can read.

    Raises:
        KeyStoreError: There is something already, or it cannot be made.
    """
    try:
        # An exclusive creation follows no symbolic link.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, _ONLY_THE_OWNER))
    except FileExistsError:
        msg = f"'{path.name}' is there already; a key store is begun once"
        raise KeyStoreError(msg) from None
    except OSError as error:
        msg = f"'{path.name}' cannot be made: {error.strerror}"
        raise KeyStoreError(msg) from error
    return _file_at(path)


def existing(path: Path) -> LogFile:
    """Return a key store that is there, and that nobody else can read.

    Raises:
        KeyStoreError: There is none, or others can read it. What is something else stays as it is.
        EventLogError: It is no database, or cannot be read.
    """
    try:
        found = path.stat()
    except OSError:
        msg = f"there is no key store '{path.name}'; begin one, or put its backup back"
        raise KeyStoreError(msg) from None
    if not stat.S_ISREG(found.st_mode):
        msg = f"'{path.name}' is not a file"
        raise KeyStoreError(msg)
    if _open_to_others(found.st_mode):
        msg = f"others can read the keys in '{path.name}'; it must have mode 0600"
        raise KeyStoreError(msg)
    if mark_of(path, LOCK_TIMEOUT) != APPLICATION_ID:
        raise no_key_store(path.name)
    return _file_at(path)


def _file_at(path: Path) -> LogFile:
    return LogFile(Path(os.path.realpath(path)), pragmas=_DISCREET)


def wipe(file: LogFile) -> None:
    """Return once nothing that was deleted is left in any page of the file.

    What is deleted is overwritten as it is deleted; but pages that were split or filled up before
    may still hold a second copy. Written anew, the file has what is in use and nothing else.

    Raises:
        StoreUnavailable: It is locked, or the disk is full; nothing is lost.
    """
    try:
        uri = uri_of(file.path, "mode=rw")
        with closing(
            sqlite3.connect(uri, uri=True, timeout=LOCK_TIMEOUT, isolation_level=None)
        ) as connection:
            for pragma in _DISCREET:
                connection.execute(pragma).close()
            connection.execute("VACUUM").close()
    except sqlite3.Error as error:
        raise translated(error, file.path.name) from error


def _open_to_others(mode: int) -> bool:
    # Elsewhere the mode says nothing about who may read.
    return os.name == "posix" and bool(mode & _OTHERS)
