"""Who is in an order, where something of theirs is sealed, and who is linked with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from orderflow.order import fold
from orderflow.order.confidential import Sealed, confidential_fields
from orderflow.store.sealing import SealedPlace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from orderflow.order import ProtectionOrder
    from orderflow.store import LogReader, ProtectionOrders, RecordedEvent

    Log: TypeAlias = LogReader | ProtectionOrders


class SealedValue(NamedTuple):
    """A sealed value on record.

    Attributes:
        recorded: The event that holds it.
        place: Where it stands.
        sealed: The value.
    """

    recorded: RecordedEvent
    place: SealedPlace
    sealed: Sealed

    @property
    def kind(self) -> str:
        """What it is: a word of `DetailKind` or `StatementKind`."""
        return str(self.recorded.event.kind)  # type: ignore[attr-defined]  # Each such event has one.


def sealed_values(order_id: UUID, history: Iterable[RecordedEvent]) -> Iterator[SealedValue]:
    """Iterate over what is sealed in an order, in the order of recording."""
    for recorded in history:
        event = recorded.event
        for field in confidential_fields(type(event)):
            person = event.person  # type: ignore[attr-defined]  # Each such event has one.
            place = SealedPlace(order_id, recorded.version, type(event).__name__, field, person)
            yield SealedValue(recorded, place, getattr(event, field))


class OrderOnRecord(NamedTuple):
    """An order with its history."""

    order: ProtectionOrder
    history: tuple[RecordedEvent, ...]


def orders_of(log: Log) -> Iterator[OrderOnRecord]:
    """Iterate over all orders in log order, one at a time."""
    for order_id in log.order_ids():
        history = log.history(order_id)
        order = fold(order_id, (recorded.event for recorded in history))
        yield OrderOnRecord(order, history)


def people_in(order: ProtectionOrder) -> frozenset[str]:
    """Return everybody who is in an order, or of whom something is sealed in it."""
    everybody = (*order.protected_persons, *order.respondents, *order.other_persons)
    linked = {name for link in order.links for name in link}
    return frozenset({person.id for person in everybody} | linked | order.confided)


class People:
    """Who is in which order of a log, and linked with whom."""

    def __init__(self, log: Log) -> None:
        """Read the whole log once; of each order, only who is in it is kept."""
        self._orders: dict[str, list[UUID]] = {}
        self._links: set[frozenset[str]] = set()
        for order, _ in orders_of(log):
            self._links |= {frozenset(link) for link in order.links}
            for name in people_in(order):
                self._orders.setdefault(name, []).append(order.id)

    def orders(self, person: str) -> tuple[UUID, ...]:
        """Return the orders that somebody is in, in log order."""
        return tuple(self._orders.get(person, ()))

    def known_as(self, person: str) -> frozenset[str]:
        """Return every pseudonym that orders link with somebody, over however many steps.

        The person is one of them. A link that was undone counts no more (EC43).
        """
        found = {person}
        while grown := {name for link in self._links if link & found for name in link} - found:
            found |= grown
        return frozenset(found)
