"""Fills a new log with events that another log recorded: all of them, or there is no log.

What is kept of a command beside its events is made again from their envelopes. Only the digest of
its content cannot be: it stays empty, and such a command is never taken for a repeated one.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from eventsourcing.persistence import Notification

from orderflow.errors import UnreadableEvent
from orderflow.store.codec import EventCodec
from orderflow.store.recorder import CONTENT_UNKNOWN
from orderflow.store.sqlite.logfile import DURABLE, LogFile
from orderflow.store.sqlite.schema import create

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from orderflow.order.events import Event
    from orderflow.store.envelope import Envelope
    from orderflow.store.recorder import LogMark

    Stored = tuple[int, str, int, str, bytes]
    """Position, stream, version, topic and payload of an event."""

_INSERT_EVENT: Final = "INSERT INTO stored_events VALUES (?, ?, ?, ?, ?)"
_INSERT_COMMAND: Final = "INSERT INTO commands VALUES (?, ?, ?, ?, ?)"
_REQUESTED: Final = "orderflow/OrderRequested/"


class _Stream(NamedTuple):
    """An order as far as it was filled in: its last event, and the command that caused it."""

    recorded_at: datetime
    command_id: str
    first_version: int
    last_version: int


def fill(path: Path, mark: LogMark, events: Iterable[Stored]) -> int:
    """Make an empty file a log of these events, at their positions; return how many.

    Args:
        path: The file; nobody else knows it yet.
        mark: What the log says of itself, for ever.
        events: The events, in order of position.

    Raises:
        UnreadableEvent: An event that does not fit its published form, or is not in its place.
        UnknownEventType: An event of a type unknown to this version of `orderflow`.
        StoreUnavailable: The disk is full or cannot be written.
    """
    file = LogFile(path.absolute(), pragmas=DURABLE)

    def work(cursor: sqlite3.Cursor) -> int:
        create(cursor, mark)
        filling = _Filling(cursor)
        for event in events:
            filling.add(event)
        return filling.done()

    try:
        return file.write(work)
    finally:
        file.close()


class _Filling:
    """A log that is being filled, within one transaction."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor
        self._codec = EventCodec.packaged()
        self._streams: dict[str, _Stream] = {}
        self._count = 0

    def add(self, event: Stored) -> None:
        _, stream, version, topic, _ = event
        envelope = self._envelope(event)
        before = self._streams.get(stream)
        if version != (before.last_version if before else 0) + 1:
            raise _misplaced(event, "an event is missing before this one")
        if (version == 1) is not topic.startswith(_REQUESTED):
            raise _misplaced(event, "an order is requested once, by its first event")
        if before is not None and envelope.recorded_at < before.recorded_at:
            raise _misplaced(event, "an event was recorded before the one that it follows")
        self._cursor.execute(_INSERT_EVENT, event)
        self._streams[stream] = self._after(event, envelope, before)
        self._count += 1

    def done(self) -> int:
        """Keep what is left of commands, and return how many events there are."""
        for stream, last in self._streams.items():
            self._keep(stream, last)
        return self._count

    def _envelope(self, event: Stored) -> Envelope[Event]:
        position, stream, version, topic, state = event
        try:
            order_id = UUID(hex=stream)
        except ValueError:
            order_id = None
        if order_id is None or order_id.hex != stream:
            raise _misplaced(event, "the id of an order on record is no UUID")
        stored = Notification(order_id, version, topic, state, position)
        return self._codec.decode(stored, state)

    def _after(self, event: Stored, envelope: Envelope[Event], before: _Stream | None) -> _Stream:
        version, command_id = event[2], envelope.command_id
        if before is not None and before.command_id == command_id:
            return before._replace(recorded_at=envelope.recorded_at, last_version=version)
        if before is not None:
            self._keep(event[1], before)
        return _Stream(envelope.recorded_at, command_id, version, version)

    def _keep(self, stream: str, last: _Stream) -> None:
        row = (last.command_id, CONTENT_UNKNOWN, stream, last.first_version, last.last_version)
        try:
            self._cursor.execute(_INSERT_COMMAND, row)
        except sqlite3.IntegrityError:
            msg = "one command led to events that do not follow each other"
            raise UnreadableEvent(msg, stream=stream, version=last.first_version) from None


def _misplaced(event: Stored, what: str) -> UnreadableEvent:
    position, stream, version, _, _ = event
    return UnreadableEvent(what, stream=stream, version=version, position=position)
