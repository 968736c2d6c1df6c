"""One command on durable SQLite: load, validate, decide, record, with idempotency."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from eventsourcing.sqlite import SQLiteDatastore

from orderflow.store import ProtectionOrders
from tests.benchmarks.figures import Figure, interleaved
from tests.benchmarks.stock import StockOrder, facts_of, live, stock_application
from tests.contracts.cases import notify, whole_case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from eventsourcing.application import Application

ROUNDS = 400
PER_ORDER = 4
"""Commands on each order, after the eight events of its case."""


def figures() -> Iterator[Figure]:
    """Compare `handle` with a plain aggregate's load, change and save."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        orders = ProtectionOrders.open(place / "orders.db")
        durable = stock_application(place / "durable.db", synchronous="FULL")
        default = stock_application(place / "default.db")
        ours, fair, plain = interleaved(
            ROUNDS, _ours(orders), _stock(durable, orders), _stock(default, orders)
        )
        setting = _synchronous(default)
        for app in (orders, durable, default):
            app.close()
    note = f"{ours * 1e6:.0f} µs against {fair * 1e6:.0f} µs; one event each, 9 to 12 in the stream"
    yield Figure("plain eventsourcing, synchronous=FULL", ours / fair, at_most=1.25, note=note)
    yield Figure(f"plain eventsourcing as it comes ({setting})", ours / plain)


def _ours(orders: ProtectionOrders) -> Callable[[], object]:
    calls = _in_turn(lambda: _lived(orders))

    def work() -> None:
        order_id, number = next(calls)
        orders.handle(notify(order_id, 60 + number), command_id=uuid4())

    return work


def _stock(app: Application[UUID], orders: ProtectionOrders) -> Callable[[], object]:
    sample = _lived(orders)
    orders.handle(notify(sample, 60))
    *history, noticed = orders.history(sample)
    calls = _in_turn(lambda: live(app, history))

    def work() -> None:
        order_id, _ = next(calls)
        order: StockOrder = app.repository.get(order_id)
        envelope, facts = facts_of(noticed)
        order.notify_police({**envelope, "event_id": uuid4(), "command_id": str(uuid4())}, facts)
        app.save(order)

    return work


def _lived(orders: ProtectionOrders) -> UUID:
    order_id = uuid4()
    for command in whole_case(order_id):
        orders.handle(command)
    return order_id


def _in_turn(make: Callable[[], UUID]) -> Iterator[tuple[UUID, int]]:
    made = [make() for _ in range(ROUNDS // PER_ORDER)]
    return ((order_id, number) for number in range(PER_ORDER) for order_id in made)


def _synchronous(app: Application[UUID]) -> str:
    datastore = app.factory.datastore  # type: ignore[attr-defined]
    assert isinstance(datastore, SQLiteDatastore)
    with datastore.transaction(commit=False) as cursor:
        cursor.execute("PRAGMA synchronous")
        level = cursor.fetchone()[0]
    return f"synchronous={('OFF', 'NORMAL', 'FULL', 'EXTRA')[level]}"
