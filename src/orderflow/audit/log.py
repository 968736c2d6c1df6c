"""The record that an audit reads: whatever gives orders and their events, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from orderflow.errors import OrderNotFound, UnknownRegime
from orderflow.store.pinning import PinnedRegimes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from orderflow.law import RegimeRegister
    from orderflow.order import ProtectionOrder
    from orderflow.order.events import Event
    from orderflow.store import RecordedEvent


class Log(Protocol):
    """What can be audited: `LogReader`, or anything that reads as it does."""

    def order_ids(self) -> Iterator[UUID]:
        """Iterate over all orders, in order of their first events."""

    def read(self, order_id: UUID, *, known_at: datetime | None = None) -> Iterator[RecordedEvent]:
        """Iterate over the events of an order, in the order of recording."""


def chosen(log: Log, order_id: UUID | None) -> Iterator[UUID]:
    """Iterate over one order, or over all of them."""
    return log.order_ids() if order_id is None else iter((order_id,))


def histories(
    log: Log, order_id: UUID | None, known_at: datetime | None = None
) -> Iterator[tuple[UUID, tuple[RecordedEvent, ...]]]:
    """Iterate over orders with what is on record of each; one history is held at a time.

    Orders of which nothing was known yet are left out, unless one was asked for.

    Raises:
        OrderNotFound: The order asked for is not on record, or was not yet known.
        EventLogError: Events cannot be read faithfully.
    """
    for one in chosen(log, order_id):
        history = tuple(log.read(one, known_at=known_at))
        if history:
            yield one, history
        elif order_id is not None:
            msg = f"no order {order_id} on record"
            raise OrderNotFound(msg)


def events_of(history: tuple[RecordedEvent, ...]) -> Iterator[Event]:
    """Iterate over the events alone."""
    return (recorded.event for recorded in history)


class Laws:
    """The law of each order: what it pinned, as far as it is at hand unchanged."""

    def __init__(self, register: RegimeRegister | None = None) -> None:
        """Take the regimes there are; by default those that ship with the package."""
        self._pinned = PinnedRegimes(register)

    def attached(self, order: ProtectionOrder) -> ProtectionOrder:
        """Return the order with its regime; as it is where that regime is not at hand."""
        return self._pinned.attached(order)

    def zone_of(self, order: ProtectionOrder) -> ZoneInfo | None:
        """Return the zone in which the law of an order counts; None where it is not at hand."""
        try:
            return self._pinned.of(order).zone
        except UnknownRegime:
            return None
