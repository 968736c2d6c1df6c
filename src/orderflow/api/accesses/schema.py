"""What an access log looks like as an SQLite file: entries are added, and nothing else happens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orderflow.errors import NewerLog, NotAnEventLog

if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID: Final = int.from_bytes(b"orda", "big")
"""In the header of every access log, for us and for tools such as `file`."""

FORMAT: Final = 1

_TABLES: Final = (
    """CREATE TABLE accesses (
        position INTEGER PRIMARY KEY AUTOINCREMENT,
        entry BLOB NOT NULL,
        chain BLOB NOT NULL CHECK (length(chain) = 32)
    )""",
    """CREATE TRIGGER accesses_are_never_edited BEFORE UPDATE ON accesses
    BEGIN SELECT RAISE(ABORT, 'an access on record is never edited'); END""",
    """CREATE TRIGGER accesses_are_never_deleted BEFORE DELETE ON accesses
    BEGIN SELECT RAISE(ABORT, 'an access on record is never deleted'); END""",
)


def prepare(cursor: sqlite3.Cursor, name: str) -> None:
    """Make an empty file an access log, within the transaction of `cursor`; leave one be.

    Raises:
        NotAnEventLog: It is something else.
        NewerLog: A newer version wrote it.
    """
    if not cursor.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]:
        for statement in _TABLES:
            cursor.execute(statement)
        cursor.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        cursor.execute(f"PRAGMA user_version = {FORMAT}")
    require(cursor, name)


def require(cursor: sqlite3.Cursor, name: str) -> None:
    """Raise unless the file is an access log that this version can read.

    Raises:
        NotAnEventLog: It is something else.
        NewerLog: A newer version wrote it.
    """
    if cursor.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise no_access_log(name)
    if cursor.execute("PRAGMA user_version").fetchone()[0] > FORMAT:
        msg = f"'{name}' was written by a newer version of orderflow; update to read it"
        raise NewerLog(msg)


def no_access_log(name: str) -> NotAnEventLog:
    """Return the error for a file that is something else."""
    return NotAnEventLog(f"'{name}' is not an access log")
