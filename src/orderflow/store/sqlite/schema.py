"""What an event log looks like as an SQLite file, and how one is made.

A file is ours when its header says so: SQLite keeps an application id and a version number there.
Both are written in one transaction with the tables and the mark of the log, so that there is no
moment at which a file is half a log.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import Final

from orderflow.errors import NewerLog, NotAnEventLog
from orderflow.store.recorder import LogMark
from orderflow.store.sqlite.belonging import no_table

APPLICATION_ID: Final = int.from_bytes(b"ordf", "big")
"""In the header of every log, for us and for tools such as `file`."""

FORMAT: Final = 1
"""Version of everything below. A file of a higher one is left alone."""

TABLES: Final = (
    # A position is never given twice: AUTOINCREMENT remembers the highest ever used.
    """CREATE TABLE stored_events (
        position INTEGER PRIMARY KEY AUTOINCREMENT,
        originator_id TEXT NOT NULL,
        originator_version INTEGER NOT NULL CHECK (originator_version >= 1),
        topic TEXT NOT NULL,
        state BLOB NOT NULL CHECK (typeof(state) = 'blob'),
        UNIQUE (originator_id, originator_version)
    )""",
    "CREATE INDEX first_events ON stored_events (position) WHERE originator_version = 1",
    """CREATE TABLE commands (
        command_id TEXT NOT NULL PRIMARY KEY,
        digest BLOB NOT NULL,
        originator_id TEXT NOT NULL,
        first_version INTEGER NOT NULL,
        last_version INTEGER NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX acknowledged ON commands (originator_id, last_version)",
    "CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TRIGGER versions_have_no_gaps BEFORE INSERT ON stored_events
    WHEN NEW.originator_version > 1 AND NOT EXISTS (
        SELECT 1 FROM stored_events WHERE originator_id = NEW.originator_id
        AND originator_version = NEW.originator_version - 1)
    BEGIN SELECT RAISE(ABORT, 'a version would be missing before this event'); END""",
    """CREATE TRIGGER events_are_never_edited BEFORE UPDATE ON stored_events
    BEGIN SELECT RAISE(ABORT, 'an event on record is never edited'); END""",
    """CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON stored_events
    BEGIN SELECT RAISE(ABORT, 'an event on record is never deleted'); END""",
    """CREATE TRIGGER the_mark_is_for_ever BEFORE UPDATE ON meta WHEN OLD.name = 'clock'
    BEGIN SELECT RAISE(ABORT, 'a simulated log stays simulated, a real one real'); END""",
)


def create(cursor: sqlite3.Cursor, mark: LogMark) -> None:
    """Make the file a log within the transaction of `cursor`, unless it has become one."""
    if cursor.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
        return
    for statement in TABLES:
        cursor.execute(statement)
    facts = {
        "format": str(FORMAT),
        "clock": "simulated" if mark.simulated else "real",
        "created_at": mark.created_at.isoformat(),
    }
    cursor.executemany("INSERT INTO meta VALUES (?, ?)", facts.items())
    cursor.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    cursor.execute(f"PRAGMA user_version = {FORMAT}")


def read_mark(cursor: sqlite3.Cursor, name: str) -> LogMark:
    """Return what the log says of itself.

    Raises:
        NotAnEventLog: It is no log, or its mark cannot be read.
        NewerLog: A newer version of `orderflow` wrote it.
    """
    require_ours(
        cursor.execute("PRAGMA application_id").fetchone()[0],
        cursor.execute("PRAGMA user_version").fetchone()[0],
        name,
    )
    facts = dict(cursor.execute("SELECT name, value FROM meta").fetchall())
    try:
        if int(facts["format"]) > FORMAT:
            raise newer(name)
        return LogMark(
            simulated={"simulated": True, "real": False}[facts["clock"]],
            created_at=datetime.fromisoformat(facts["created_at"]),
        )
    except (KeyError, ValueError, TypeError):
        msg = f"'{name}' does not say what kind of log it is"
        raise NotAnEventLog(msg) from None


def require_tables(cursor: sqlite3.Cursor, name: str) -> None:
    """Raise unless what is read as a table stores what it shows.

    A view, or a column that is computed, may go on for ever or show what was never recorded. What
    else was changed, `orderflow audit verify` finds.

    Raises:
        NotAnEventLog: Something of the log is no ordinary table.
    """
    found = no_table(cursor, ("stored_events", "commands", "meta"))
    if found is not None:
        msg = f"'{name}' is no event log: '{found}' is not a table as orderflow makes it"
        raise NotAnEventLog(msg)


def require_ours(application_id: int, format_version: int, name: str) -> None:
    """Raise unless the header is that of a log that this version can read.

    Raises:
        NotAnEventLog: It is somebody else's database.
        NewerLog: A newer version of `orderflow` wrote it.
    """
    if application_id != APPLICATION_ID:
        msg = f"'{name}' is a database, but not an event log of orderflow"
        raise NotAnEventLog(msg)
    if format_version > FORMAT:
        raise newer(name)


def newer(name: str) -> NewerLog:
    """Return the error for a log of a newer format."""
    return NewerLog(f"'{name}' was written by a newer version of orderflow; update to read it")
