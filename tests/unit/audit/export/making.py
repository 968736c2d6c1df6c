"""Logs that exports are made of."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from orderflow.audit.ledger.frontier import Frontier
from orderflow.audit.ledger.leaf import hash_of
from orderflow.audit.ledger.sqlite.log import SQLiteLog
from orderflow.order.values import Actor
from orderflow.store import ProtectionOrders
from tests.golden.cases import CASES, order_named

BEGIN = datetime(2026, 1, 5, 9, tzinfo=UTC)
BOUGHT = '=cmd|"/c calc"!A1'
"""An id that a spreadsheet would run."""


def lived(path: Path, *, simulated: bool = True) -> Path:
    """Make a log with every event there is, among them some given on somebody's behalf."""
    ticks = count()
    with ProtectionOrders.open(
        path, clock=lambda: BEGIN + timedelta(minutes=next(ticks)), simulated=simulated
    ) as orders:
        for case in CASES:
            name = case[0].__name__
            commands = (command for part in case for command in part(order_named(name)))
            for number, command in enumerate(commands):
                actor = command.actor
                if actor.person is not None and number == 0:
                    actor = Actor(role=actor.role, person=actor.person, on_behalf_of="ana")
                elif actor.office is not None:
                    actor = actor.model_copy(update={"person": "official"})
                orders.handle(
                    command.model_copy(update={"actor": actor}),
                    command_id=f"{name}-{number}",
                    correlation_id=name if number else BOUGHT,
                )
    return path


def root_of(path: Path) -> tuple[int, bytes]:
    """Return how many events a log has, and the root of the tree over them."""
    tree = Frontier()
    with closing(SQLiteLog(path)) as log:
        for event in log.events_from(0):
            tree.append(hash_of(event))
    return tree.size, tree.root()


def names_in(folder: Path) -> list[str]:
    """Return the names of what stands in a folder, in order."""
    return sorted(path.name for path in folder.iterdir())
