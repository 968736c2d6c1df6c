"""Writes the golden log with sealed values: `python -m tests.golden.generate_sealed`.

It is written once, before the release, and never again: sealed values must stay readable with their
key, and a log that holds some must stay readable without. Of the two persons, the key of one is
kept in `sealed.keys.json`; that of the other was destroyed, and nobody has it.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from eventsourcing.persistence import StoredEvent

from orderflow.audit import LogReader, digests, kept_lines
from orderflow.law.vocabulary import DetailKind, ErasureGround
from orderflow.order import commands as c
from orderflow.privacy import Eraser, MemoryKeys
from orderflow.store import ProtectionOrders
from tests.contracts.cases import OFFICER, POLICE, after, grant, report, request, serve
from tests.golden.cases import order_named
from tests.unit.privacy.making import detail, discharge, statement

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE: Final = Path(__file__).parent
LOG: Final = HERE / "sealed.jsonl"
STATES: Final = HERE / "sealed.states.jsonl"
KEYS: Final = HERE / "sealed.keys.json"

BEGIN: Final = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
ORDER: Final = order_named("sealed")

DETAILS: Final = {
    DetailKind.NAME: "Rob of the green door",
    DetailKind.BIRTH_DATE: "1980-02-29",
    DetailKind.ADDRESS: "behind the green door",
    DetailKind.CONTACT: "no telephone — ✉ only",
    DetailKind.SAFE_CONTACT: "never",
    DetailKind.DESCRIPTION: "x" * 300,
}
"""What is sealed about Rob, whose key is kept."""
WORDS: Final = "I did not book it"
"""What Rob said."""


def acts(order_id: UUID) -> Iterator[c.Command]:
    """Yield an order with every kind of detail of one person, and the words of two."""
    yield request(order_id)
    yield grant(order_id)
    yield serve(order_id, 24)
    yield report(order_id, 27)
    for kind, value in DETAILS.items():
        yield detail(order_id, "rob", value, kind)
    yield detail(order_id)
    yield statement(order_id)
    yield statement(order_id, "rob", WORDS).model_copy(update={"incident": "i1"})
    yield c.DismissIncident(
        occurred_at=after(28), actor=POLICE, order_id=order_id, incident="i1", ground="no_breach"
    )


def written() -> tuple[list[dict[str, Any]], dict[str, str], list[str]]:
    """Return the events as they are stored, the keys that are left, and the digests."""
    ticks, keys = count(), MemoryKeys()
    clock = lambda: BEGIN + timedelta(minutes=next(ticks))  # noqa: E731
    with ProtectionOrders.open(clock=clock, simulated=True, keys=keys) as orders:
        for number, command in enumerate(acts(ORDER)):
            orders.handle(command, command_id=f"sealed-{number}")
        orders.handle(discharge(ORDER), command_id="sealed-end")
        Eraser(orders, keys).erase(
            "ana", ground=ErasureGround.REQUEST_GRANTED, actor=OFFICER, at=after(24 * 14)
        )
        lines = [
            {
                "position": stored.id,
                "stream": str(stored.originator_id),
                "version": stored.originator_version,
                "topic": stored.topic,
                "state": json.loads(stored.state),
            }
            for stored in orders.recorder.select_notifications(1, 100)
        ]
        states = list(kept_lines(digests(LogReader.of(orders))))
    return lines, {name: key.hex() for name, key in vars(keys)["_keys"].items()}, states


def replayed() -> ProtectionOrders:
    """Return a log in memory, without keys, that holds exactly what the golden log does."""
    orders = ProtectionOrders.open()
    lines = (json.loads(line) for line in LOG.read_text().splitlines())
    orders.recorder.insert_events(
        [
            StoredEvent(
                UUID(line["stream"]),
                line["version"],
                line["topic"],
                _dumped(line["state"]).encode(),
            )
            for line in lines
        ]
    )
    return orders


def _dumped(fields: dict[str, Any]) -> str:
    return json.dumps(fields, separators=(",", ":"), ensure_ascii=False)


def main(arguments: list[str]) -> int:
    """Write the three files, unless they are there."""
    if LOG.exists() and "--again" not in arguments:
        sys.stderr.write(f"{LOG.name} is released: it is never written again\n")
        return 1
    lines, keys, states = written()
    LOG.write_text("".join(f"{_dumped(line)}\n" for line in lines))
    KEYS.write_text(json.dumps(keys, indent=1) + "\n")
    STATES.write_text("".join(f"{line}\n" for line in states))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
