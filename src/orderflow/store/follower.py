"""Follows a log in the order of its positions, past whatever cannot be read.

A follower keeps its own place and asks for what comes after it. What cannot be read is handed over
as a `Fault` with its place, so that one bad event never hides the good ones behind it; whoever
follows decides what to do about it.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple, Self, cast
from uuid import UUID

from orderflow.errors import EventLogError, OrderNotFound, StoreUnavailable, UnreadableEvent
from orderflow.store.streams import recorded_events

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from eventsourcing.persistence import Notification

    from orderflow.store.application import ProtectionOrders
    from orderflow.store.envelope import RecordedEvent
    from orderflow.store.mapper import OrderMapper
    from orderflow.store.recorder import OrderRecorder


class Stored(NamedTuple):
    """Where one event is, and what would show that it is another.

    Attributes:
        position: Position within the log.
        order_id: The order.
        version: Number of the event within the order.
        digest: SHA-256 of its stream, number, type and payload, as hexadecimal digits.
    """

    position: int
    order_id: UUID
    version: int
    digest: str


class Fault(NamedTuple):
    """An event that cannot be read, or an order that is not whole.

    Attributes:
        position: Position within the log, if known.
        order_id: The order, if known.
        version: Number of the event within the order, if known.
        error: Name of the class of the error. Nothing of what stands in the event.
    """

    position: int | None
    order_id: UUID | None
    version: int | None
    error: str


class Known(NamedTuple):
    """What can be read of one order up to a position.

    Attributes:
        order_id: The order.
        history: Its events from the first on, up to the position or to the first fault.
        fault: What is wrong with the order, if anything is.
        began_at: Position of its first event, if that is there.
    """

    order_id: UUID
    history: tuple[RecordedEvent, ...]
    fault: Fault | None = None
    began_at: int | None = None


class LogFollower:
    """Reads a log in the order of its positions."""

    def __init__(self, records: OrderRecorder, mapper: OrderMapper) -> None:
        """Take what reads the log; see also `of`."""
        self._records = records
        self._mapper = mapper

    @classmethod
    def of(cls, orders: ProtectionOrders) -> Self:
        """Return a follower of a log that is open."""
        recorder, mapper = cast("OrderRecorder", orders.recorder), orders.mapper
        return cls(recorder, cast("OrderMapper", mapper))

    @property
    def simulated(self) -> bool:
        """Whether the log follows a simulated clock."""
        return self._records.mark.simulated

    def last_position(self) -> int:
        """Return the position of the last event; 0 where there is none."""
        return self._records.max_notification_id() or 0

    def page(self, start: int, limit: int) -> Sequence[Stored | Fault]:
        """Return what stands at `start` and after it, in order of position; at most `limit`.

        Raises:
            StoreUnavailable: The log cannot be reached.
        """
        try:
            return [_stored(one) for one in self._records.select_notifications(start, limit)]
        except StoreUnavailable:
            raise
        except EventLogError as error:
            return self._up_to_a_fault(start, limit, error)

    def known(self, order_id: UUID, upto: int) -> Known:
        """Return what can be read of an order up to a position.

        Raises:
            StoreUnavailable: The log cannot be reached.
        """
        fault: Fault | None = None
        try:
            rows: Sequence[Notification] = self._records.select_stream(order_id)
        except StoreUnavailable:
            raise
        except EventLogError as error:
            fault = _fault(error, order_id)
            rows = list(_in_a_row(self._records.select_events(order_id)))
        history: list[RecordedEvent] = []
        events = recorded_events(self._mapper, (row for row in rows if row.id <= upto))
        try:
            history.extend(events)
        except EventLogError as error:
            fault = _fault(error, order_id)
        return Known(order_id, tuple(history), fault, rows[0].id if rows else None)

    def position_of(self, order_id: UUID, version: int) -> int:
        """Return the position of one event.

        Raises:
            OrderNotFound: There is no such event.
        """
        found = self._records.select_events(order_id, gt=version - 1, lte=version)
        if not found:
            msg = f"order {order_id} has no event {version}"
            raise OrderNotFound(msg)
        return found[0].id

    def recorded_at_after(self, position: int) -> datetime | None:
        """Return when the first event after a position was recorded, if there is one to read."""
        try:
            found = self._records.select_notifications(position + 1, 1)
            entries = self._mapper.entries(found)
        except StoreUnavailable:
            raise
        except EventLogError:
            return None
        return entries[0].envelope.recorded_at if entries else None

    def _up_to_a_fault(
        self, start: int, limit: int, error: EventLogError
    ) -> Sequence[Stored | Fault]:
        place = error.position
        if place is None or place < start:
            raise error
        before = self._records.select_notifications(start, limit, place - 1)
        return [*(_stored(one) for one in before), _fault(error, None)]


def _stored(row: Notification) -> Stored:
    order_id = row.originator_id
    if not isinstance(order_id, UUID):
        msg = "the id of an order on record is no UUID"
        raise UnreadableEvent(msg, position=row.id)
    digest = hashlib.sha256(f"{order_id.hex} {row.originator_version} {row.topic} ".encode())
    digest.update(row.state)
    return Stored(row.id, order_id, row.originator_version, digest.hexdigest())


def _in_a_row(rows: Sequence[Notification]) -> Iterator[Notification]:
    """Yield the events from the first on, as long as none is missing or out of place."""
    before = 0
    for number, row in enumerate(rows, start=1):
        if row.originator_version != number or row.id < before:
            return
        before = row.id
        yield row


def _fault(error: EventLogError, order_id: UUID | None) -> Fault:
    return Fault(error.position, order_id, error.version, type(error).__name__)
