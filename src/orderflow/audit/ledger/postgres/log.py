"""Reads the events of a log on PostgreSQL, as stored. Writes nothing.

What is stored there is what SQLite stores: the same log has the same leaves in either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.audit.ledger.source import StoredEvent
from orderflow.store.postgres.rawlog import RawLog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orderflow.store.postgres.links import Row

_new = tuple.__new__


class PostgresLog:
    """A log on PostgreSQL; satisfies `LogSource`."""

    def __init__(self, address: str) -> None:
        """Take its address; a replica will do.

        Raises:
            ValueError: It is none.
            NotAnEventLog: There is no log.
            NewerLog: A newer version of `orderflow` wrote it.
            StoreUnavailable: It cannot be reached or read.
        """
        self._log = RawLog(address)

    def events_from(self, position: int) -> Iterator[StoredEvent]:
        """See `LogSource.events_from`; nothing that a crash may take back is among them."""
        return map(_event, self._log.rows_from(position))

    def find(self, stream: str, version: int) -> StoredEvent | None:
        """See `LogSource.find`."""
        row = self._log.row(stream, version)
        return None if row is None else _event(row)

    def count(self, first: int, before: int) -> int:
        """See `LogSource.count`."""
        return self._log.count(first, before)

    def close(self) -> None:
        """Close every connection."""
        self._log.close()


def _event(row: Row) -> StoredEvent:
    stream, version, topic, state, position = row
    # As StoredEvent(…), in a third of the time.
    return _new(StoredEvent, (position, stream, version, topic, state))
