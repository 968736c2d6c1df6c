"""Which function applies which event."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from orderflow.order.events import Event

if TYPE_CHECKING:
    from orderflow.order.order import ProtectionOrder

E = TypeVar("E", bound=Event)
Changes = dict[str, Any]

APPLIERS: dict[type[Event], Callable[[ProtectionOrder, Any], Changes]] = {}
"""For each event type, the function that gives the fields it changes.

A table, not a `match`: with fifty types the last branch would cost more than the event.
"""


def applies(
    event_type: type[E],
) -> Callable[[Callable[[ProtectionOrder, E], Changes]], Callable[[ProtectionOrder, E], Changes]]:
    """Register the function that applies events of one type."""

    def register(
        function: Callable[[ProtectionOrder, E], Changes],
    ) -> Callable[[ProtectionOrder, E], Changes]:
        APPLIERS[event_type] = function
        return function

    return register


def leaves_alone(*event_types: type[Event]) -> None:
    """Register events that are on record and change nothing that a rule reads."""
    for event_type in event_types:
        APPLIERS[event_type] = _nothing


def _nothing(_order: ProtectionOrder, _event: Event) -> Changes:
    return {}
