"""What SQLite reports, as errors that say what it means for the log.

Each of them is at once an error of `orderflow` and the matching error of the `eventsourcing`
library, so that users of either find what they look for. No path is named beyond the file's name.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from eventsourcing.persistence import DatabaseError, IntegrityError, OperationalError

from orderflow.errors import EventLogError, StoreUnavailable

_PRIMARY_CODE = 0xFF
"""SQLite's extended codes keep the primary code in the lowest byte."""

_WAITS: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})

_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})

_SENTENCES: Final = {
    sqlite3.SQLITE_BUSY: "another process keeps it locked",
    sqlite3.SQLITE_LOCKED: "another process keeps it locked",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_IOERR: "the disk cannot be read or written",
    sqlite3.SQLITE_READONLY: "it may only be read",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
    sqlite3.SQLITE_PERM: "access to it is not permitted",
}

_NO_TEXT: Final = "Could not decode to UTF-8"
"""How Python begins to say, without a code of SQLite's, that a stored text is none."""


class SQLiteUnavailable(StoreUnavailable, OperationalError):
    """The file is locked, full or gone; nothing was acknowledged."""


class SQLiteDamaged(EventLogError, DatabaseError):
    """The file is damaged."""


def code_of(error: sqlite3.Error) -> int:
    """Return SQLite's primary result code, or 0 for an error of Python's own."""
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE


def is_locked(error: sqlite3.Error) -> bool:
    """Tell whether waiting may help: somebody else holds a lock."""
    return code_of(error) in _WAITS


def unavailable(name: str, why: str) -> SQLiteUnavailable:
    """Return the error for a file `name` that cannot be used just now."""
    return SQLiteUnavailable(f"'{name}' is not available: {why}")


def require_progress(read: int, asked: int, name: str) -> None:
    """Require that what was read from a place on ends behind that place.

    SQLite follows a damaged tree back to where it was, and so without end.

    Raises:
        SQLiteDamaged: It does not.
    """
    if read < asked:
        msg = f"'{name}' is damaged: from {asked} on, it leads back to what was read"
        raise SQLiteDamaged(msg)


def translated(error: sqlite3.Error, name: str) -> Exception:
    """Return the error to raise for what SQLite reports about the file `name`."""
    code = code_of(error)
    if isinstance(error, sqlite3.IntegrityError):
        return IntegrityError(str(error))
    if code in _DAMAGED or str(error).startswith(_NO_TEXT):
        # What stands there is not repeated.
        what = "a text in it is not UTF-8" if code == 0 else str(error)
        return SQLiteDamaged(f"'{name}' is damaged: {what}")
    if code == 0:
        return error
    return unavailable(name, _SENTENCES.get(code) or str(error))
