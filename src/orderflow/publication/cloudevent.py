"""What is published of an event: that it happened, to which order, and where that order stands now.

Thin on purpose. Whoever hears of it asks the service for the rest, and is answered by who they are:
a copy in somebody else's stream could neither be corrected, nor kept from whom it must be kept
from, nor erased. So no person stands in it, not even a pseudonym; nor the actor, the office, the
terms, or the position in the log, by whose gaps one could count what is held back.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from orderflow.audit.interchange import names
from orderflow.order.events import TYPES

if TYPE_CHECKING:
    from orderflow.order import ProtectionOrder
    from orderflow.order.events import Event
    from orderflow.store.envelope import RecordedEvent
_TOPICS: Final = {event: topic for topic, event in TYPES.items()}


def document(
    recorded: RecordedEvent, order: ProtectionOrder, *, source: str, simulated: bool, sequence: int
) -> str:
    """Return the CloudEvent of an event, in structured mode, as JSON.

    Args:
        recorded: The event.
        order: The order right after it.
        source: Which log it is of.
        simulated: Whether that log follows a simulated clock.
        sequence: Number of the event within its channel, from 1, without gaps.
    """
    event = recorded.event
    attributes: dict[str, object] = {
        "specversion": "1.0",
        "id": str(recorded.event_id),
        "source": source,
        "type": type_of(type(event)),
        "subject": order.id.hex,
        "time": _text(recorded.recorded_at),
        "sequence": f"{sequence:019}",
        "streamversion": str(recorded.version),
        "datacontenttype": "application/json",
    }
    if simulated:
        attributes["simulated"] = True
    data = {
        "order_id": str(order.id),
        "version": recorded.version,
        "occurred_at": _text(event.occurred_at),
        "state": order.recorded_state,
    }
    return json.dumps({**attributes, "data": data}, separators=(",", ":"))


def type_of(event: type[Event]) -> str:
    """Return the type of an event, as in the interchange format."""
    return names.type_of(_TOPICS[event])


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
