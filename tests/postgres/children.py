"""Processes that write and follow a log on PostgreSQL through whatever befalls its servers."""

from __future__ import annotations

import json
import os
import time
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from orderflow.errors import OutcomeUnknown, StoreUnavailable
from orderflow.store import ProtectionOrders
from tests.contracts.cases import grant, notify, request
from tests.faults.children import command_number, nursery, order_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from orderflow.order.commands import Command
    from orderflow.store import Recorded

T = TypeVar("T")

PER_ORDER = 12
"""Commands on one order; then a writer begins another."""


def write_until(address: str, name: str, acks: str, stop: str) -> None:
    """Hand in commands until there is a file `stop`; note each id once it is acknowledged.

    Half of them are about orders that all writers share. One that was not acknowledged is handed
    in again, under the same id, for as long as it takes.
    """
    noted = os.open(acks, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    tally = {"handed_in": 0, "again": 0, "in_doubt": 0}
    orders = patiently(lambda: ProtectionOrders.open(address, create=False), tally)
    count_doubts(orders, tally)
    for command, command_id in stream_of_commands(name):
        if Path(stop).exists():
            break
        tally["handed_in"] += 1

        def act(command: Command = command, command_id: str = command_id) -> Recorded:
            return orders.handle(command, command_id=command_id, max_attempts=1000)

        patiently(act, tally)
        os.write(noted, f"{command_id}\n".encode())
    orders.close()
    Path(f"{acks}.tally").write_text(json.dumps(tally))


def count_doubts(orders: ProtectionOrders, tally: dict[str, int]) -> None:
    """Count how often an answer to an append was lost; `handle` finds out by itself."""
    append = orders._records.insert_events

    def counting(*events: Any, **more: Any) -> Any:  # noqa: ANN401
        try:
            return append(*events, **more)
        except OutcomeUnknown:
            tally["in_doubt"] += 1
            raise

    orders._records.insert_events = counting  # type: ignore[method-assign]


def stream_of_commands(name: str) -> Iterator[tuple[Command, str]]:
    """Yield commands with their ids, for ever."""
    number = 0
    while True:
        own = f"{name}-{number}"
        for step in range(PER_ORDER):
            yield command_number(order_named(own), step), f"{own}-{step}"
            shared = f"shared-{int(time.time() * 4)}"
            yield from on_shared(order_named(shared), shared, f"{own}-{step}")
        number += 1


def on_shared(order_id: UUID, shared: str, own: str) -> Iterator[tuple[Command, str]]:
    """Yield commands on an order that all writers share; who is first requests it for all."""
    yield request(order_id), f"{shared}-request"
    yield grant(order_id), f"{shared}-grant"
    yield notify(order_id, 4), f"{shared}-{own}"


def follow_for_ever(address: str, seen: str) -> None:
    """Note position, stream, version and digest of each event, and go on where we were."""
    noted = os.open(seen, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    tally = {"again": 0}
    orders = patiently(lambda: ProtectionOrders.open(address, create=False), tally)
    position = 0
    while True:
        try:
            with orders.recorder.subscribe(gt=position) as events:
                for event in events:
                    digest = sha256(event.state).hexdigest()
                    line = f"{event.id} {event.originator_id} {event.originator_version} {digest}"
                    os.write(noted, f"{line}\n".encode())
                    position = event.id
        except StoreUnavailable:
            time.sleep(0.05)


def patiently(act: Callable[[], T], tally: dict[str, int]) -> T:
    """Return the result of an act that is tried for as long as the store is not available."""
    while True:
        try:
            return act()
        except StoreUnavailable:
            tally["again"] += 1
            time.sleep(0.05)


if __name__ == "__main__":
    nursery({action.__name__: action for action in (write_until, follow_for_ever)})
