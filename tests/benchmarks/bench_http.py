"""The service: a command over HTTP beside the library itself, and the question at the gate.

A real server in a process of its own, real sockets, several clients, each in its own process.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from orderflow.api.issuer import LocalIssuer
from orderflow.store import ProtectionOrders
from orderflow.store.envelope import LogEntry, envelope_of
from tests.benchmarks.figures import Figure, seconds
from tests.contracts.cases import notify, whole_case

if TYPE_CHECKING:
    from collections.abc import Iterator

CLIENTS = 4
ORDERS = 10_000
QUESTIONS = 3_000
COMMANDS = 800
PER_ORDER = 4
"""Commands on each order, after the eight events of its case."""

_POLICE = {"role": "police", "office": "police-1", "purpose": "bench"}
_OFFICER = {"role": "court_officer", "office": "court-1", "purpose": "bench"}


def figures() -> Iterator[Figure]:
    """Measure commands, then questions with many orders loaded."""
    with TemporaryDirectory() as folder:
        yield from _commands(Path(folder))
    with TemporaryDirectory() as folder:
        yield from _questions(Path(folder))


def _commands(folder: Path) -> Iterator[Figure]:
    with ProtectionOrders.open(folder / "orders.db") as orders:
        mine = [_lived(orders) for _ in range(COMMANDS // PER_ORDER)]
        theirs = [_lived(orders) for _ in range(COMMANDS // PER_ORDER)]
        work = [(order, number) for number in range(PER_ORDER) for order in mine]

        half = len(work) // 2

        def by_threads() -> None:
            threads = [
                Thread(target=_handled, args=(orders, work[half + n :: CLIENTS]))
                for n in range(CLIENTS)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()

        alone = half / seconds(lambda: _handled(orders, work[:half]))
        together = half / seconds(by_threads)
    requests = [
        [
            f"/v1/orders/{order}/commands",
            {"Idempotency-Key": str(uuid4()), "If-Match": "*"},
            {"type": "NotifyPolice", **_notice(order, number)},
        ]
        for number in range(PER_ORDER)
        for order in theirs
    ]
    rate, taken = _measured(folder, _OFFICER, requests)
    library = max(alone, together)
    note = (
        f"{rate:.0f} a second against {library:.0f} (one thread {alone:.0f}, {CLIENTS} threads"
        f" {together:.0f}); {CLIENTS} clients; {_percentiles(taken)}"
    )
    yield Figure("a command over HTTP, beside handle()", rate / library, at_least=0.5, note=note)


def _questions(folder: Path) -> Iterator[Figure]:
    with ProtectionOrders.open(folder / "orders.db") as orders:
        fill(orders, ORDERS)
    requests = [
        ["/v1/enforceability", {}, {"person": f"rob-{n * 7919 % ORDERS}"}] for n in range(QUESTIONS)
    ]
    rate, taken = _measured(folder, _POLICE, requests)
    note = f"{CLIENTS} clients, each read logged on disk; {_percentiles(taken)}"
    name = f"enforceability a second, {ORDERS} orders loaded"
    yield Figure(name, rate, unit="/s", at_least=1000, note=note)


def _handled(orders: ProtectionOrders, work: list[tuple[UUID, int]]) -> None:
    for order, number in work:
        orders.handle(notify(order, 60 + number), command_id=uuid4())


def _notice(order: UUID, number: int) -> dict[str, Any]:
    command = notify(order, 100 + number).model_dump(mode="json")
    return {name: command[name] for name in ("occurred_at", "of", "version")}


def _lived(orders: ProtectionOrders) -> UUID:
    order_id = uuid4()
    for command in whole_case(order_id):
        orders.handle(command)
    return order_id


def fill(orders: ProtectionOrders, count: int) -> None:
    """Record the same case for so many orders, each against somebody else."""
    sample = _lived(orders)
    history = orders.history(sample)
    for first in range(0, count, 100):
        entries = []
        for n in range(first, min(first + 100, count)):
            order_id = uuid4()
            for recorded in history:
                written = recorded.event.model_dump_json().replace('"rob"', f'"rob-{n}"')
                event = type(recorded.event).model_validate_json(written)
                envelope = envelope_of(type(event))(
                    event_id=uuid4(),
                    recorded_at=recorded.recorded_at,
                    command_id=str(uuid4()),
                    actor=recorded.actor,
                    event=event,
                )
                entries.append(LogEntry(order_id, recorded.version, envelope))
        orders.save(*entries)


def _measured(
    folder: Path, role: dict[str, Any], requests: list[list[Any]]
) -> tuple[float, list[float]]:
    """Return the rate at which the requests were answered, and what each took."""
    issuer = LocalIssuer()
    (folder / "keys.json").write_text(issuer.public, encoding="utf-8")
    token = {"Authorization": f"Bearer {issuer.token('bench', role)}"}
    for request in requests:
        request[1] |= token
    with _served(folder) as port:
        _sent(port, requests[:1])  # The token is verified once, and what is lazy is loaded.
        return _sent(port, requests)


def _sent(port: int, requests: list[list[Any]]) -> tuple[float, list[float]]:
    clients = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.http_client"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(min(CLIENTS, len(requests)))
    ]
    for n, client in enumerate(clients):
        _tell(client, json.dumps({"port": port, "requests": requests[n :: len(clients)]}))
    for client in clients:
        assert _heard(client) == "ready"
    for client in clients:
        _tell(client, "go")
    results = [json.loads(_heard(client)) for client in clients]
    for client in clients:
        client.communicate()
    wall = max(end for _, end, _ in results) - min(began for began, _, _ in results)
    return len(requests) / wall, [one for _, _, taken in results for one in taken]


def _tell(client: subprocess.Popen[str], line: str) -> None:
    assert client.stdin is not None
    client.stdin.write(line + "\n")
    client.stdin.flush()


def _heard(client: subprocess.Popen[str]) -> str:
    assert client.stdout is not None
    return client.stdout.readline().strip()


@contextmanager
def _served(folder: Path) -> Iterator[int]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.http_server", str(folder)],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield int(_heard(process))
    finally:
        process.terminate()
        process.communicate()


def _percentiles(taken: list[float]) -> str:
    cuts = quantiles(taken, n=100)
    return ", ".join(f"p{n} {cuts[n - 1] * 1000:.1f} ms" for n in (50, 95, 99))
