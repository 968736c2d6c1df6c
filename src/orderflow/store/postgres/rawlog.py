"""The events of a log exactly as stored, for whoever proves that they are what they were."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from eventsourcing.utils import Environment

from orderflow.store.address import settings_of
from orderflow.store.postgres.factory import PostgresLogFactory
from orderflow.store.postgres.migrating import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orderflow.store.postgres.links import Row

_BATCH: Final = 1024
_LAST: Final = 2**63 - 1

_COUNT: Final = (
    "SELECT count(*) FROM {schema}.stored_events"
    " WHERE position >= %b::bigint AND position < %b::bigint"
)
_ONE: Final = (
    "SELECT originator_id, originator_version, topic, state, position FROM {schema}.stored_events"
    " WHERE originator_id = %t AND originator_version = %b::bigint"
)


class RawLog:
    """A log on PostgreSQL, to be read; a row is stream, version, type, payload and position."""

    def __init__(self, address: str) -> None:
        """Take its address.

        Raises:
            ValueError: It is none.
            NotAnEventLog: There is nothing, or something else.
            EventLogError: It cannot be opened; the class says why.
        """
        env = Environment("RawLog", {**os.environ, **settings_of(address)})
        self._factory = PostgresLogFactory(env, None)
        self._records = self._factory.application_recorder()
        self._count = filled(_COUNT, self._factory.place)
        self._one = filled(_ONE, self._factory.place)

    def rows_from(self, position: int) -> Iterator[Row]:
        """Iterate over the events at `position` and after, in batches, as they were acknowledged.

        What is not durable yet is waited for, so that nothing handed out is ever taken back.
        """
        while rows := self._records.follow(position, _LAST, None, _BATCH):
            yield from rows
            position = rows[-1][4] + 1

    def count(self, first: int, before: int) -> int:
        """Return how many events stand at position `first` and after, but before the other."""
        ((count,),) = self._factory.connections.read(self._count, (first, before))
        return int(count)

    def row(self, stream: str, version: int) -> Row | None:
        """Return one event, or None if it is not in the log."""
        rows = self._factory.connections.read(self._one, (stream, version))
        return rows[0] if rows else None

    def close(self) -> None:
        """Close every connection."""
        self._factory.close()
