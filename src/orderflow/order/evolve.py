"""Folding: what an order is after an event.

Keeps one rule above all: a past event is never refused. Everything here copies what the event
says and computes nothing that a rule computed when it was decided, so that no later change of
the law or of our code makes an old order unreadable or different.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.order.evolving import (
    access,
    binding,
    ending,
    enforcing,
    following,
    making,
    requesting,
)
from orderflow.order.evolving.registry import APPLIERS
from orderflow.order.order import ProtectionOrder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from orderflow.order.events import Event

_MODULES = (requesting, making, binding, ending, enforcing, following, access)


def evolve(order: ProtectionOrder, event: Event) -> ProtectionOrder:
    """Return the order after `event`, one version later. Never refuses."""
    changes = APPLIERS[type(event)](order, event)
    return order.changed(version=order.version + 1, **changes)


def fold(order_id: UUID, events: Iterable[Event]) -> ProtectionOrder:
    """Return the order that `events` tell of, in the order of recording.

    The same as evolving one by one, twice as fast: nobody sees the order before the last event,
    so that one object can take all changes.
    """
    order = ProtectionOrder.start(order_id)
    parts = order.__dict__
    version = 0
    for event in events:
        parts.update(APPLIERS[type(event)](order, event))
        version += 1
    parts["version"] = version
    return order
