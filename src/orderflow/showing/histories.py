"""A history as it is shown: what happened, event by event, with both times, who acted, the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.showing import citing
from orderflow.showing.orders import zone_of
from orderflow.showing.shapes import EventShown, HistoryShown
from orderflow.telling.events import Teller, told

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, tzinfo

    from orderflow.order import ProtectionOrder
    from orderflow.store import RecordedEvent


def history_shown(
    order: ProtectionOrder,
    events: Iterable[RecordedEvent],
    *,
    simulated: bool,
    known_at: datetime | None = None,
) -> HistoryShown:
    """Return the history of an order, up to what was known.

    Args:
        order: The order.
        events: What is on record of it, in the order of recording.
        simulated: Whether its log follows a simulated clock.
        known_at: What was recorded later was left out; None for the whole record.
    """
    zone = zone_of(order)
    return HistoryShown(
        order_id=order.id,
        simulated=simulated,
        known_at=known_at,
        time_zone=zone.key,
        events=tuple(event_shown(event, zone) for event in events),
    )


def event_shown(recorded: RecordedEvent, zone: tzinfo) -> EventShown:
    """Return one event with its sentence in both languages."""
    event = recorded.event
    fields = event.model_dump(mode="json", exclude={"occurred_at", "law"})
    return EventShown(
        version=recorded.version,
        position=recorded.position,
        type=type(event).__name__,
        occurred_at=event.occurred_at,
        recorded_at=recorded.recorded_at,
        actor=recorded.actor,
        sentence=told(event, Teller("en", zone)),
        sentence_nl=told(event, Teller("nl", zone)),
        sources=citing.sources(event.law),
        event_id=recorded.event_id,
        command_id=recorded.command_id,
        causation_id=recorded.causation_id,
        correlation_id=recorded.correlation_id,
        event=fields,
    )
