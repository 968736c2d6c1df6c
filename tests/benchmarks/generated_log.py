"""A log of any number of events, as a service under load would have written it; quick to make.

Every order lives one of some twenty histories that were really decided: the published cases under
their own law and under others, every golden case, and cases with more or less to tell. Each has
ids, people, times and commands of its own. Thousands of orders are under way at once.

By hand: `python -m tests.benchmarks.generated_log FILE [EVENTS]`.
"""

from __future__ import annotations

import hashlib
import json
import random
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from orderflow.casefile import open_simulated, published_cases, run_case
from orderflow.store import ProtectionOrders
from orderflow.store.recorder import LogMark
from orderflow.store.sqlite.schema import TABLES, create
from tests.contracts.cases import notify, report, serve, whole_case
from tests.golden.cases import order_named
from tests.golden.cases_access import EVERY_CASE, lived_today

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

UNDER_WAY: Final = 5000
"""Orders that are under way at once."""

BEGIN: Final = datetime(2026, 1, 5, 9, tzinfo=UTC)
_SIMULATED: Final = datetime(2026, 1, 1, tzinfo=UTC)
_PEOPLE: Final = ("rob", "uncle", "ana", "mother", "cousin", "protected-person", "family-member")

Row = tuple[str, int, str, bytes]
Command = tuple[str, bytes, str, int, int]


class Step(NamedTuple):
    """What one command of a history caused: topic, and payload after the head of the envelope."""

    events: tuple[tuple[str, str], ...]


History = tuple[Step, ...]


def histories() -> list[History]:
    """Return the histories that orders live."""
    found: list[History] = []
    orders, clock = open_simulated()
    with closing(orders):
        for published in published_cases():
            run_case(published, orders, clock=clock)
        found += _histories_of(orders)
    ticking = iter(range(10**6))
    later = lambda: _SIMULATED + timedelta(minutes=next(ticking))  # noqa: E731
    with ProtectionOrders.open(clock=later, simulated=True) as orders:
        for life in EVERY_CASE:
            for command in lived_today(life, order_named(life[0].__name__)):
                orders.handle(command)
        for number in range(8):
            order_id = order_named(f"generated {number}")
            more = [notify(order_id, 60 + n) for n in range(number)]
            served = [serve(order_id, 70, "uncle")] if number % 2 else []
            again = [report(order_id, 80, "i2")] if number % 3 == 0 else []
            for command in (*whole_case(order_id), *more, *served, *again):
                orders.handle(command)
        found += _histories_of(orders)
    return found


def _histories_of(orders: ProtectionOrders) -> Iterator[History]:
    every = orders.recorder.select_notifications(1, 100_000)
    streams: dict[object, list[tuple[str, dict[str, object]]]] = {}
    for one in every:
        streams.setdefault(one.originator_id, []).append((one.topic, json.loads(one.state)))
    for events in streams.values():
        by_command = groupby(events, key=lambda event: event[1]["command_id"])
        yield tuple(
            Step(tuple((topic, _rest(envelope)) for topic, envelope in caused))
            for _, caused in by_command
        )


def _rest(envelope: dict[str, object]) -> str:
    for name in ("event_id", "recorded_at", "command_id"):
        del envelope[name]
    rest = json.dumps(envelope, separators=(",", ":"), ensure_ascii=False)[1:].replace("%", "%%")
    for person in _PEOPLE:
        # Everybody has a pseudonym of their own.
        rest = rest.replace(f'"{person}"', f'"{person}-%(order)s"')
    return rest


class _Order:
    def __init__(self, number: int, history: History) -> None:
        self.stream = hashlib.sha256(b"%d" % number).hexdigest()[:32]
        self.number, self.history = number, history
        self.step = self.version = 0


def generated(events: int, *, seed: int = 3) -> Iterator[tuple[list[Row], Command]]:
    """Iterate over commands with the events they caused, about so many, in order of recording."""
    chance = random.Random(seed)  # noqa: S311 - a sample, no secret
    lives, begun, written, now = histories(), 0, 0, BEGIN
    # A request that is refused soon is as frequent as it is short.
    weights = [len(life) for life in lives]
    under_way: list[_Order] = []
    while written < events:
        while len(under_way) < min(UNDER_WAY, max(10, events // 50)):
            under_way.append(_Order(begun, chance.choices(lives, weights)[0]))
            begun += 1
        at = chance.randrange(len(under_way))
        order = under_way[at]
        now += timedelta(microseconds=chance.randrange(1, 50_000_000))
        rows, command = _recorded(order, chance, now)
        written += len(rows)
        yield rows, command
        if order.step == len(order.history):
            under_way[at] = under_way[-1]
            under_way.pop()


def _recorded(order: _Order, chance: random.Random, now: datetime) -> tuple[list[Row], Command]:
    step = order.history[order.step]
    order.step += 1
    command = str(UUID(int=chance.getrandbits(128), version=4))
    rows = []
    for topic, rest in step.events:
        order.version += 1
        event_id = UUID(int=chance.getrandbits(128), version=4)
        moment = now.isoformat().replace("+00:00", "Z")
        head = f'{{"event_id":"{event_id}","recorded_at":"{moment}","command_id":"{command}",'
        payload = (head + rest % {"order": order.number % 5000}).encode()
        rows.append((order.stream, order.version, topic, payload))
    first = order.version - len(rows) + 1
    digest = hashlib.sha256(command.encode()).digest()
    return rows, (command, digest, order.stream, first, order.version)


def write_log(path: Path, events: int, *, seed: int = 3) -> int:
    """Make a log of about so many events, and return how many it has."""
    written = 0
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        cursor = connection.cursor()
        cursor.execute("PRAGMA synchronous = OFF")
        cursor.execute("BEGIN")
        create(cursor, LogMark(simulated=False, created_at=BEGIN))
        triggers = [one for one in TABLES if one.startswith("CREATE TRIGGER versions")]
        cursor.execute("DROP TRIGGER versions_have_no_gaps")
        source = generated(events, seed=seed)
        while some := list(islice(source, 5000)):
            written += _insert(cursor, some)
        for trigger in triggers:
            cursor.execute(trigger)
        cursor.execute("COMMIT")
    return written


def _insert(cursor: sqlite3.Cursor, some: Sequence[tuple[list[Row], Command]]) -> int:
    rows = [row for caused, _ in some for row in caused]
    cursor.executemany(
        "INSERT INTO stored_events (originator_id, originator_version, topic, state)"
        " VALUES (?, ?, ?, ?)",
        rows,
    )
    cursor.executemany("INSERT INTO commands VALUES (?, ?, ?, ?, ?)", (one for _, one in some))
    return len(rows)


def main(arguments: list[str]) -> int:
    """Make a log at the place named."""
    count = int(arguments[1]) if len(arguments) > 1 else 1_000_000
    sys.stdout.write(f"{write_log(Path(arguments[0]), count):,} events\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
