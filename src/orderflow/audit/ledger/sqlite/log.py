"""Reads the events of a log in SQLite, as stored. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orderflow.audit.ledger.source import StoredEvent
from orderflow.audit.ledger.sqlite.files import resolved
from orderflow.errors import NotAnEventLog, UnreadableEvent
from orderflow.store.sqlite.faults import require_progress
from orderflow.store.sqlite.logfile import LOCK_TIMEOUT
from orderflow.store.sqlite.ownership import is_a_log
from orderflow.store.sqlite.readonly import file_to_read
from orderflow.store.sqlite.schema import require_tables

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    Row = tuple[int, bytes | None, object, bytes | None, object]

_BATCH: Final = 1024
_ESCAPED: Final = "surrogateescape"

_new = tuple.__new__

# As blobs: text that is not UTF-8 is evidence, and no reason to stop.
_COLUMNS: Final = (
    "SELECT position, CAST(originator_id AS BLOB), originator_version, CAST(topic AS BLOB), state"
    " FROM stored_events "
)
_FROM: Final = f"{_COLUMNS} WHERE position >= ? ORDER BY position LIMIT {_BATCH}"
_COUNT: Final = "SELECT COUNT(*) FROM stored_events WHERE position >= ? AND position < ?"
_ONE: Final = f"{_COLUMNS} WHERE originator_id = ? AND originator_version = ?"


class SQLiteLog:
    """A log in a file; satisfies `LogSource`."""

    def __init__(self, path: Path) -> None:
        """Take the file.

        Raises:
            NotAnEventLog: It is no log, or not there.
            NewerLog: A newer version of `orderflow` wrote it.
            StoreUnavailable: It cannot be read.
        """
        if not is_a_log(path, LOCK_TIMEOUT):
            msg = f"there is no event log '{path.name}'"
            raise NotAnEventLog(msg)
        self._file = file_to_read(resolved(path))
        try:
            self._file.read(lambda cursor: require_tables(cursor, path.name))
        except BaseException:
            self.close()
            raise

    def events_from(self, position: int) -> Iterator[StoredEvent]:
        """See `LogSource.events_from`; reads in batches, so that writers are not held up."""
        while rows := self._rows(_FROM, position):
            yield from map(_event, rows)
            require_progress(rows[-1][0], position, self._file.path.name)
            position = rows[-1][0] + 1

    def find(self, stream: str, version: int) -> StoredEvent | None:
        """See `LogSource.find`."""
        rows = self._rows(_ONE, stream, version)
        return _event(rows[0]) if rows else None

    def count(self, first: int, before: int) -> int:
        """See `LogSource.count`."""
        return self._file.read(
            lambda cursor: int(cursor.execute(_COUNT, (first, before)).fetchone()[0])
        )

    def close(self) -> None:
        """Close every connection."""
        self._file.close()

    def _rows(self, statement: str, *values: object) -> list[Row]:
        def work(cursor: sqlite3.Cursor) -> list[Row]:
            return cursor.execute(statement, values).fetchall()

        return self._file.read(work)


def _event(row: Row) -> StoredEvent:
    position, stream, version, topic, state = row
    # What SQLite returns need not be what the table was declared with.
    known = isinstance(version, int) and version >= 0 and isinstance(state, bytes)
    if not known or stream is None or topic is None:
        msg = "an event is not stored as events are"
        raise UnreadableEvent(msg, position=position)
    name, kind = stream.decode("utf-8", _ESCAPED), topic.decode("utf-8", _ESCAPED)
    # As StoredEvent(…), in a third of the time.
    return _new(StoredEvent, (position, name, version, kind, state))
