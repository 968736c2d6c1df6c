"""A small log with its ledger, and every way to tamper with either behind everybody's back.

Whoever tampers puts the triggers back: what is found is found in what was tampered with.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count, pairwise
from pathlib import Path
from typing import Final, NamedTuple
from unittest.mock import patch
from uuid import UUID

from orderflow.audit import Finding, Verified, verify
from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.sqlite.log import SQLiteLog
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.audit.ledger.trust import Trust
from orderflow.order.commands import Command
from orderflow.store import ProtectionOrders, submission
from tests.contracts.cases import notify, serve, whole_case
from tests.unit.audit.ledger.making import LOG_KEY, WITNESS_KEY

FIRST, SECOND, THIRD = (UUID(int=number, version=4) for number in (0x10, 0x20, 0x40))
TRUST: Final = Trust(LOG_KEY.verifier)
WITNESSED: Final = Trust(LOG_KEY.verifier, (WITNESS_KEY.verifier,), 1)
_BEGIN: Final = datetime(2026, 1, 5, 9, tzinfo=UTC)

Connection = sqlite3.Connection


class Files(NamedTuple):
    """A log and its ledger."""

    log: Path
    ledger: Path

    def verified(self, trust: Trust | None = TRUST, **more: object) -> Verified:
        """Return what comes of verifying them."""
        return verify(self.log, trust=trust, **more)  # type: ignore[arg-type]

    def copied(self, folder: Path) -> Files:
        """Return copies in another folder."""
        folder.mkdir(exist_ok=True)
        for file in self:
            shutil.copy(file, folder / file.name)
        return Files(folder / self.log.name, folder / self.ledger.name)


def mixed() -> Iterator[Command]:
    """Yield the commands of three orders, mixed: nine of them, two of which cause two events."""
    first, second = list(whole_case(FIRST)), list(whole_case(SECOND))
    yield from (first[0], second[0], first[1], second[1])
    yield from (first[2], first[4], serve(FIRST, 25, "uncle"), second[2])
    yield next(iter(whole_case(THIRD)))


def many() -> Iterator[Command]:
    """Yield the commands of one order with more events than fit in a tile."""
    first, second, *_ = whole_case(FIRST)
    yield from (first, second)
    yield from (notify(FIRST, 4 + hours) for hours in range(297))


def made(folder: Path, commands: Iterator[Command], *, checkpoints: int = 2) -> Files:
    """Make a log of these commands with a ledger of so many checkpoints, both in WAL no more."""
    ticks = count(1)
    place = folder / "orders.db"
    clock = lambda: _BEGIN + timedelta(seconds=next(ticks))  # noqa: E731
    every = list(commands)
    ledger = SQLiteLedger.begin(folder / "orders.db.ledger", LOG_KEY.verifier)
    parts = [every[n * len(every) // checkpoints :][: len(every)] for n in range(checkpoints)]
    bounds = [len(every) - len(part) for part in parts] + [len(every)]
    numbers = count(1)
    identity = lambda: UUID(int=next(numbers), version=4)  # noqa: E731
    with (
        closing(ledger),
        # The same bytes in every run, so that they can be counted.
        patch.object(submission, "uuid4", identity),
        ProtectionOrders.open(place, clock=clock, simulated=True) as orders,
        closing(SQLiteLog(place)) as log,
    ):
        for begin, end in pairwise(bounds):
            for number, command in enumerate(every[begin:end], start=begin):
                orders.handle(command, command_id=f"c-{number}")
            Ledger(ledger, log).checkpoint(LOG_KEY)
    for path in (place, folder / "orders.db.ledger"):
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    return Files(place, folder / "orders.db.ledger")


@contextmanager
def opened(path: Path) -> Iterator[Connection]:
    """Open a file with everything that protects it taken away, and put it back in the end."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = MEMORY")
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        yield connection
        for _, statement in triggers:
            connection.execute(statement)


def update(log: Connection, column: str, value: object, position: int) -> None:
    """Give a column of one event another value; text stays text."""
    given = "CAST(? AS TEXT)" if column in {"originator_id", "topic"} else "?"
    statement = f"UPDATE stored_events SET {column} = {given} WHERE position = ?"  # noqa: S608
    log.execute(statement, (value, position))


@contextmanager
def rewritten(
    path: Path, column: str, before: object, after: object, position: int
) -> Iterator[None]:
    """Give a column of one event another value for a while."""
    with opened(path) as log:
        update(log, column, after, position)
    yield
    with opened(path) as log:
        update(log, column, before, position)


def flips(content: bytes) -> Iterator[bytes]:
    """Iterate over the content with one byte changed, each in its lowest bit."""
    for place in range(len(content)):
        yield content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


def found_at(found: Verified, **where: object) -> list[Finding]:
    """Return the findings with these members."""
    return [
        one
        for one in found.findings
        if all(getattr(one, name) == value for name, value in where.items())
    ]


def kinds(found: Verified) -> set[str]:
    """Return the kinds that were found."""
    return {kind.value for kind in found.found}


Tamper = Callable[[Connection], object]
