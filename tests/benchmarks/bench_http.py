"""The service: a command over HTTP beside the library itself, and the question at the gate.

A real server in a process of its own, real sockets, and a client in a third process that keeps
several connections. What both take of the processor is told, as they share the machine.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID, uuid4

from orderflow.api.issuer import LocalIssuer
from orderflow.store import ProtectionOrders
from orderflow.store.envelope import LogEntry, envelope_of
from tests.benchmarks.figures import Figure, seconds
from tests.benchmarks.http_client import Sent
from tests.contracts.cases import notify, whole_case

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITING = 4
"""Connections that send commands, and threads that call the library."""

ASKING = 16
"""Connections that ask questions: each read waits for the disk, together with others."""

ORDERS = 10_000
QUESTIONS = 6_000
ROUNDS = 5
COMMANDS = 200
"""Commands in each round: by one thread, by several, and over HTTP."""

_POLICE = {"role": "police", "office": "police-1", "purpose": "bench"}
_OFFICER = {"role": "court_officer", "office": "court-1", "purpose": "bench"}


def figures() -> Iterator[Figure]:
    """Measure commands, then questions with many orders loaded."""
    with TemporaryDirectory() as folder:
        yield _commands(Path(folder))
    with TemporaryDirectory() as folder:
        yield _questions(Path(folder))


def _commands(folder: Path) -> Figure:
    """Measure in turns on the same log, so that a disk that is slow for a while is so for both."""
    alone, together, ratios, over_http = [], [], [], []
    with ProtectionOrders.open(folder / "orders.db") as orders:
        mine, theirs = (fill(orders, COMMANDS) for _ in range(2))
        with _service(folder, _OFFICER) as service:
            for number in range(ROUNDS):
                work = [(order, 60 + 2 * number) for order in mine]
                alone.append(COMMANDS / seconds(partial(_handled, orders, work)))
                work = [(order, 61 + 2 * number) for order in mine]
                together.append(COMMANDS / seconds(partial(_by_threads, orders, work)))
                service.sent([_command(theirs[0], 100 + number)], 1)  # It learns of those.
                requests = [_command(order, 200 + number) for order in theirs]
                over_http.append(service.sent(requests, WRITING))
                ratios.append(over_http[-1].rate / max(alone[-1], together[-1]))
    note = (
        f"{ROUNDS} rounds; {median(one.rate for one in over_http):.0f} a second against"
        f" {median(alone):.0f} by one thread and {median(together):.0f} by {WRITING};"
        f" {WRITING} connections; {_told(over_http)}"
    )
    return Figure("a command over HTTP, beside handle()", median(ratios), at_least=0.5, note=note)


def _questions(folder: Path) -> Figure:
    with ProtectionOrders.open(folder / "orders.db") as orders:
        fill(orders, ORDERS)
    requests: list[Sent] = [
        Sent("/v1/enforceability", {}, {"person": f"rob-{n * 7919 % ORDERS}"})
        for n in range(QUESTIONS)
    ]
    with _service(folder, _POLICE) as service:
        service.sent(requests[:ASKING], ASKING)  # The token is verified, what is lazy is loaded.
        found = service.sent(requests, ASKING)
    note = f"{ASKING} connections, each read logged on disk; {_told([found])}"
    name = f"enforceability a second, {ORDERS} orders loaded"
    return Figure(name, found.rate, unit="/s", at_least=1000, note=note)


def _command(order: UUID, hours: int) -> Sent:
    command = notify(order, hours).model_dump(mode="json")
    body = {name: command[name] for name in ("occurred_at", "of", "version")}
    headers = {"Idempotency-Key": str(uuid4()), "If-Match": "*"}
    return Sent(f"/v1/orders/{order}/commands", headers, {"type": "NotifyPolice", **body})


def _handled(orders: ProtectionOrders, work: list[tuple[UUID, int]]) -> None:
    for order, hours in work:
        orders.handle(notify(order, hours), command_id=uuid4())


def _by_threads(orders: ProtectionOrders, work: list[tuple[UUID, int]]) -> None:
    parts = [work[n::WRITING] for n in range(WRITING)]
    threads = [Thread(target=_handled, args=(orders, part)) for part in parts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _lived(orders: ProtectionOrders) -> UUID:
    order_id = uuid4()
    for command in whole_case(order_id):
        orders.handle(command)
    return order_id


def fill(orders: ProtectionOrders, count: int) -> list[UUID]:
    """Record the same case for so many orders, each against somebody else; return their ids."""
    made = []
    sample = _lived(orders)
    history = orders.history(sample)
    for first in range(0, count, 100):
        entries = []
        for n in range(first, min(first + 100, count)):
            order_id = uuid4()
            made.append(order_id)
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
    return made


class _Measured(NamedTuple):
    """What came of some requests.

    Attributes:
        rate: Answers a second.
        taken: Seconds that each took, as the client saw it.
        server: Seconds of the processor that the server used for each.
        client: The same, that the client used.
    """

    rate: float
    taken: list[float]
    server: float
    client: float


class _Service:
    """A server and a client, each in a process of its own."""

    def __init__(
        self, server: subprocess.Popen[str], client: subprocess.Popen[str], token: str
    ) -> None:
        self._server, self._client = server, client
        self._headers = {"Authorization": f"Bearer {token}"}
        self._port = int(_heard(server))

    def sent(self, requests: list[Sent], connections: int) -> _Measured:
        """Send requests, each connection its share of them, one after another."""
        whole = [one._replace(headers=self._headers | one.headers) for one in requests]
        asked = {
            "port": self._port,
            "connections": [whole[n::connections] for n in range(connections)],
        }
        used = self._used()
        _tell(self._client, json.dumps(asked))
        wall, client, taken = json.loads(_heard(self._client))
        count = len(requests)
        return _Measured(count / wall, taken, (self._used() - used) / count, client / count)

    def _used(self) -> float:
        _tell(self._server, "")
        return float(_heard(self._server))


@contextmanager
def _service(folder: Path, role: dict[str, Any]) -> Iterator[_Service]:
    issuer = LocalIssuer()
    (folder / "keys.json").write_text(issuer.public, encoding="utf-8")
    with _started("http_server", str(folder)) as server, _started("http_client") as client:
        yield _Service(server, client, issuer.token("bench", role))


@contextmanager
def _started(module: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.communicate()


def _tell(process: subprocess.Popen[str], line: str) -> None:
    assert process.stdin is not None
    process.stdin.write(line + "\n")
    process.stdin.flush()


def _heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _told(found: list[_Measured]) -> str:
    cuts = quantiles([seconds for one in found for seconds in one.taken], n=100)
    slow = ", ".join(f"p{n} {cuts[n - 1] * 1000:.1f} ms" for n in (50, 95, 99))
    server = median(one.server for one in found)
    client = median(one.client for one in found)
    return (
        f"{slow}; of a processor the server used {server * 1000:.2f} ms for each,"
        f" the client {client * 1000:.2f} ms"
    )
