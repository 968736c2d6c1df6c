"""Which events go into a bundle: all of one order, or all that were recorded in a period."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from orderflow.audit.interchange.payload import described
from orderflow.errors import UnreadableEvent
from orderflow.order.events import OrderRequested

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orderflow.audit.interchange import Selection
    from orderflow.audit.ledger.source import LogSource, StoredEvent
    from orderflow.order.events import RegimeRef
    from orderflow.store import LogReader


class Source(NamedTuple):
    """One log, as stored and as read.

    Attributes:
        stored: Its events as they are stored.
        reader: Its orders.
    """

    stored: LogSource
    reader: LogReader


def chosen(source: Source, selection: Selection) -> Iterator[StoredEvent]:
    """Iterate over the events that a selection names, in the order of the log.

    Raises:
        OrderNotFound: There is no such order.
        UnreadableEvent: An event is missing, or does not say when it was recorded.
        EventLogError: The log cannot be read faithfully.
    """
    if selection.order is not None:
        return _of_order(source, UUID(selection.order))
    return (one for one in source.stored.events_from(0) if within(one, selection))


def pinned_by(source: Source, stream: str) -> Iterator[RegimeRef]:
    """Iterate over what an order pinned.

    Raises:
        EventLogError: Its events cannot be read faithfully.
    """
    for recorded in source.reader.history(_order_id(stream)):
        if isinstance(recorded.event, OrderRequested):
            yield recorded.event.regime


def _of_order(source: Source, order_id: UUID) -> Iterator[StoredEvent]:
    # All of it is read first: an order of which an event is missing is no order.
    for recorded in source.reader.history(order_id):
        event = source.stored.find(order_id.hex, recorded.version)
        if event is None:
            msg = "an event is gone that was there a moment ago"
            raise UnreadableEvent(msg, stream=order_id.hex, version=recorded.version)
        yield event


def within(event: StoredEvent, selection: Selection) -> bool:
    """Tell whether an event was recorded in a period: at its beginning or later, before its end.

    Raises:
        UnreadableEvent: It does not say when it was recorded.
    """
    said = described(event.state)
    if said is None or said.recorded_at is None:
        msg = "an event does not say when it was recorded"
        raise UnreadableEvent(
            msg, stream=event.stream, version=event.version, position=event.position
        )
    at = datetime.fromisoformat(said.recorded_at)
    begin, before = selection.recorded_from, selection.recorded_before
    return (begin is None or begin <= at) and (before is None or at < before)


def _order_id(stream: str) -> UUID:
    try:
        return UUID(hex=stream)
    except ValueError:
        msg = "the id of an order on record is no UUID"
        raise UnreadableEvent(msg) from None
