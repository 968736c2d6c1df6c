"""The access log in a file. Nothing is shown before its entry is on disk."""

from __future__ import annotations

from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING, Final, Protocol

from orderflow.api.accesses.entry import TOPIC
from orderflow.api.accesses.schema import APPLICATION_ID, no_access_log, prepare, require
from orderflow.audit.ledger.source import StoredEvent
from orderflow.audit.ledger.sqlite.files import existing, is_marked, made
from orderflow.errors import NotAnEventLog
from orderflow.store.sqlite.faults import require_progress
from orderflow.store.sqlite.logfile import closed_on_failure

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from orderflow.store.sqlite.logfile import LogFile

STREAM: Final = "access"
"""The one stream of an access log, as the ledger names it."""

_BATCH: Final = 500
_FIRST: Final = bytes(32)


class AccessLog(Protocol):
    """Where accesses are written."""

    @property
    def failing(self) -> bool:
        """Whether the last that was to be written was not kept."""

    def record(self, entries: Sequence[bytes]) -> None:
        """Return once all entries are kept.

        Raises:
            EventLogError: They are not.
        """

    def close(self) -> None:
        """Let go of what it holds."""


class _Batch:
    """Entries of several threads that are written together."""

    def __init__(self) -> None:
        self.entries: list[bytes] = []
        self.done = False
        self.error: BaseException | None = None


class AccessFile:
    """The access log in one file; satisfies `AccessLog`, and `LogSource` of the ledger."""

    def __init__(self, file: LogFile) -> None:
        """Take the file; see also `open` and `read_only`."""
        self._file = file
        self._joining = Lock()
        self._writing = Lock()
        self._batch = _Batch()
        self.failing = False

    @classmethod
    def open(cls, path: Path) -> AccessFile:
        """Return the access log of that name; a new one, for its owner only, if there is none.

        Raises:
            EventLogError: It cannot be opened, or is something else.
        """
        with closed_on_failure(made(path)) as file:
            if not is_marked(path, None) and not is_marked(path, APPLICATION_ID):
                raise no_access_log(path.name)
            file.write(lambda cursor: prepare(cursor, path.name))
            return cls(file)

    @classmethod
    def read_only(cls, path: Path) -> AccessFile:
        """Return an access log that is there.

        Raises:
            EventLogError: It is not, or it is something else.
        """
        if not path.is_file():
            msg = f"there is no access log '{path.name}'"
            raise NotAnEventLog(msg)
        if not is_marked(path, APPLICATION_ID):
            raise no_access_log(path.name)
        with closed_on_failure(existing(path)) as file:
            file.read(lambda cursor: require(cursor, path.name))
            return cls(file)

    def record(self, entries: Sequence[bytes]) -> None:
        """See `AccessLog.record`; threads that wait are written in one transaction."""
        if not entries:
            return
        with self._joining:
            batch = self._batch
            batch.entries += entries
        with self._writing:
            if not batch.done:
                with self._joining:
                    self._batch = _Batch()
                self._write(batch)
        if batch.error is not None:
            raise batch.error

    def _write(self, batch: _Batch) -> None:
        try:
            self._file.write(lambda cursor: _append(cursor, batch.entries))
        except BaseException as error:  # noqa: BLE001 - told to each thread that waits
            batch.error = error
        self.failing = batch.error is not None
        batch.done = True

    def events_from(self, position: int) -> Iterator[StoredEvent]:
        """See `LogSource.events_from`."""
        while rows := self._rows("position >= ? ORDER BY position LIMIT ?", position, _BATCH):
            yield from map(_stored, rows)
            require_progress(rows[-1][0], position, self._file.path.name)
            position = rows[-1][0] + 1

    def find(self, stream: str, version: int) -> StoredEvent | None:
        """See `LogSource.find`; the number of an entry is its position."""
        rows = self._rows("position = ?", version) if stream == STREAM else []
        return _stored(rows[0]) if rows else None

    def count(self, first: int, before: int) -> int:
        """See `LogSource.count`."""
        query = "SELECT COUNT(*) FROM accesses WHERE position >= ? AND position < ?"
        return self._file.read(
            lambda cursor: int(cursor.execute(query, (first, before)).fetchone()[0])
        )

    def last_position(self) -> int:
        """Return the position of the last entry; 0 where there is none."""
        query = "SELECT COALESCE(MAX(position), 0) FROM accesses"
        return self._file.read(lambda cursor: int(cursor.execute(query).fetchone()[0]))

    def broken_at(self) -> int | None:
        """Return the position of the first entry that does not follow from the one before.

        None when every entry does. What was cut off at the end, only a checkpoint can tell.
        """
        chain, expected = _FIRST, 1
        position = 0
        while rows := self._chained(position):
            for position, entry, kept in rows:
                chain = sha256(chain + entry).digest()
                if kept != chain or position != expected:
                    return position
                expected += 1
        return None

    def close(self) -> None:
        """Close every connection."""
        self._file.close()

    def _rows(self, where: str, *values: int) -> list[tuple[int, bytes]]:
        query = f"SELECT position, entry FROM accesses WHERE {where}"  # noqa: S608 - no input
        return self._file.read(lambda cursor: cursor.execute(query, values).fetchall())

    def _chained(self, after: int) -> list[tuple[int, bytes, bytes]]:
        query = "SELECT position, entry, chain FROM accesses WHERE position > ? LIMIT ?"
        return self._file.read(lambda cursor: cursor.execute(query, (after, _BATCH)).fetchall())


class MemoryAccesses:
    """The access log of a log in memory; ends with the process, as that does."""

    failing = False

    def __init__(self) -> None:
        """Begin an empty one."""
        self.entries: list[bytes] = []

    def record(self, entries: Sequence[bytes]) -> None:
        """See `AccessLog.record`."""
        self.entries += entries

    def close(self) -> None:
        """See `AccessLog.close`."""


def _append(cursor: sqlite3.Cursor, entries: list[bytes]) -> None:
    row = cursor.execute("SELECT chain FROM accesses ORDER BY position DESC LIMIT 1").fetchone()
    chain = _FIRST if row is None else bytes(row[0])
    for entry in entries:
        chain = sha256(chain + entry).digest()
        cursor.execute("INSERT INTO accesses (entry, chain) VALUES (?, ?)", (entry, chain))


def _stored(row: tuple[int, bytes]) -> StoredEvent:
    position, entry = row
    return StoredEvent(position, STREAM, position, TOPIC, bytes(entry))
