"""What becomes of a command that was accepted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from orderflow.order.events import Event
from orderflow.order.values import State


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded for a command, now or when it was first handed in.

    Attributes:
        order_id: The order.
        version: Number of the last event within the order.
        events: What was recorded, in order.
        state: State of the order by the record, right after these events.
        recorded_at: When they were recorded, in UTC.
        repeated: Whether the command had been handled before, and nothing was recorded now.
    """

    order_id: UUID
    version: int
    events: tuple[Event, ...]
    state: State
    recorded_at: datetime
    repeated: bool
