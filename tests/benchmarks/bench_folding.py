"""Folding orders from the log: typed and checked events, and what they amount to."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from orderflow.order import fold
from orderflow.store import ProtectionOrders
from tests.benchmarks.figures import Figure, interleaved
from tests.benchmarks.stock_events import StockEvents
from tests.contracts.cases import notify, whole_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from eventsourcing.persistence import StoredEvent

ROUNDS = 60
ORDERS = 40


class Streams:
    """The same orders in a log of ours and as stock events."""

    def __init__(self) -> None:
        """Record them: a case from request to referral, and what the police are told besides."""
        orders = ProtectionOrders.open()
        self.mapper = orders._mapper
        self.plain, self.typed = StockEvents(typed=False), StockEvents(typed=True)
        self.ours: list[tuple[UUID, Sequence[StoredEvent]]] = []
        self.plain_stored: list[Sequence[StoredEvent]] = []
        self.typed_stored: list[Sequence[StoredEvent]] = []
        for _ in range(ORDERS):
            order_id = uuid4()
            for command in (*whole_case(order_id), *(notify(order_id, 60 + n) for n in range(3))):
                orders.handle(command)
            history = orders.history(order_id)
            self.ours.append((order_id, orders.recorder.select_events(order_id)))
            self.plain_stored.append(self.plain.stored(order_id, history))
            self.typed_stored.append(self.typed.stored(order_id, history))
        self.events = [list(self.mapper.events(stored)) for _, stored in self.ours]
        self.count = sum(len(stored) for stored in self.plain_stored)

    def fold(self) -> None:
        """Decode each event into its type, and fold it: what `get` does."""
        for order_id, stored in self.ours:
            fold(order_id, self.mapper.events(stored))

    def decode(self) -> None:
        """Decode each event into its type."""
        for _, stored in self.ours:
            deque(self.mapper.events(stored), maxlen=0)

    def decode_entries(self) -> None:
        """Decode each event with its envelope: what projections get."""
        for _, stored in self.ours:
            self.mapper.entries(stored)

    def fold_events(self) -> None:
        """Fold events that are decoded already."""
        for (order_id, _), events in zip(self.ours, self.events, strict=True):
            fold(order_id, events)

    def decode_plain(self) -> None:
        """Decode each event as the stock library does, its parts as dictionaries."""
        for stored in self.plain_stored:
            deque(map(self.plain.mapper.to_domain_event, stored), maxlen=0)

    def decode_typed(self) -> None:
        """Decode each event as the stock library does, its parts as value objects."""
        for stored in self.typed_stored:
            deque(map(self.typed.mapper.to_domain_event, stored), maxlen=0)


def figures() -> Iterator[Figure]:
    """Compare decoding into types and folding with the stock library's decoding alone."""
    of = Streams()
    works = (
        *(of.fold, of.decode_typed, of.decode_plain),
        *(of.decode, of.decode_entries, of.fold_events),
    )
    ours, typed, plain, decoded, entries, folded = (
        1e6 * one / of.count for one in interleaved(ROUNDS, *works)
    )
    yield Figure(
        "rate of the stock decoding, parts typed as ours are",
        typed / ours,
        at_least=2,
        note=f"{ours:.1f} µs an event against {typed:.1f} µs;"
        f" {_size(s for _, s in of.ours):.0f} bytes against {_size(of.typed_stored):.0f}",
    )
    yield Figure(
        "rate of the stock decoding, parts as dictionaries",
        plain / ours,
        at_least=2,
        note=f"{ours:.1f} µs an event against {plain:.1f} µs;"
        f" {_size(s for _, s in of.ours):.0f} bytes against {_size(of.plain_stored):.0f}",
    )
    yield Figure("of it, decoded into types", decoded, "µs")
    yield Figure("of it, folded", folded, "µs")
    yield Figure("decoded with the envelope, as projections get it", entries, "µs")


def _size(streams: Iterable[Sequence[StoredEvent]]) -> float:
    sizes = [len(one.state) for stored in streams for one in stored]
    return sum(sizes) / len(sizes)
