"""Clients that are slow, huge or rude, on a real socket; and a server that stops."""

from __future__ import annotations

import json
import socket
import time
from threading import Thread
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from orderflow.api import Limits, Settings, protocol
from tests.serving import REQUEST, World, running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orderflow.store import ProtectionOrders

SMUGGLED = b"POST /v1/orders HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked"
QUICK = Limits(body_seconds=0.3, requests_per_second=1e6, burst=1_000_000)


@pytest.fixture
def orders(world: World) -> ProtectionOrders:
    """The log of the service."""
    return world.orders


@pytest.fixture
def port(orders: ProtectionOrders, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[int, World]]:
    """A real server with little patience."""
    monkeypatch.setattr(protocol, "HEADER_SECONDS", 0.3)
    served = World(orders, settings=Settings(limits=QUICK, absent_after=0.0))
    with running(served) as number:
        yield number, served


def said(port: int, *parts: bytes, pause: float = 0.0) -> bytes:
    """Send parts with a pause between, and return everything that comes back."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        try:
            for part in parts:
                connection.sendall(part)
                time.sleep(pause)
        except (BrokenPipeError, ConnectionResetError):
            pass  # It hung up on us while we were still talking.
        received = b""
        try:
            while more := connection.recv(65536):
                received += more
        except ConnectionResetError:
            pass
        return received


def test_headers_that_trickle_in_end_the_connection(port: tuple[int, World]) -> None:
    """Whoever sends a header a byte at a time is hung up on, and holds nothing."""
    trickle = [b"GET /v1/orders HTTP/1.1\r\n", *[b"X"] * 20]
    answer = said(port[0], *trickle, pause=0.05)

    assert answer.startswith(b"HTTP/1.1 408")
    assert b"request_timeout" in answer


def test_a_silent_connection_is_closed(port: tuple[int, World]) -> None:
    """Whoever says nothing at all is hung up on too."""
    assert said(port[0]).startswith(b"HTTP/1.1 408")


def test_a_body_that_trickles_in_is_given_up(port: tuple[int, World]) -> None:
    """A body that is announced and does not come ends the request, and nothing is recorded."""
    number, world = port
    token = world.token("council").encode()
    head = (
        b"POST /v1/orders HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        b"Idempotency-Key: k\r\nAuthorization: Bearer " + token + b"\r\nContent-Length: 100\r\n\r\n"
    )
    answer = said(number, head, *[b"{"] * 10, pause=0.1)

    assert answer.startswith(b"HTTP/1.1 408")
    assert list(world.orders.order_ids()) == []


def test_a_body_that_never_ends_is_cut_off(port: tuple[int, World]) -> None:
    """A body without a length is read as far as the limit, and no further."""
    number, world = port
    token = world.token("council").encode()
    head = (
        b"POST /v1/orders HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        b"Idempotency-Key: k\r\nAuthorization: Bearer " + token + b"\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n"
    )
    chunk = b"4000\r\n" + b"x" * 0x4000 + b"\r\n"
    answer = said(number, head, *[chunk] * 8)

    assert answer.startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize(
    "request_line, status",
    [
        (b"GET /v1/orders HTTP/1.1\r\nHost: a\r\nX: " + b"y" * 20_000, b"431"),
        (b"GET /" + b"y" * 20_000 + b" HTTP/1.1\r\nHost: a", b"431"),
        (b"GET /v1/orders HTTP/1.1\r\nHost: a\r\nHost: b", b"400"),
        (b"GET /v1/orders HTTP/1.1\r\nX: a", b"400"),
        (b"BREW /v1/orders HTTP/1.1\r\nHost: a", b"400"),
        (b"GET /v1/orders\r\nHost: a", b"400"),
        (b"POST /v1/orders HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6", b"400"),
        (SMUGGLED, b"400"),
    ],
    ids=[
        "huge header",
        "huge address",
        "two hosts",
        "no host",
        "no method",
        "old",
        "two lengths",
        "smuggled",
    ],
)
def test_what_two_readers_could_read_differently_is_refused(
    port: tuple[int, World], request_line: bytes, status: bytes
) -> None:
    """A request that is not plain is a problem, and the connection ends with it."""
    answer = said(port[0], request_line + b"\r\n\r\n")

    assert answer.startswith(b"HTTP/1.1 " + status), answer
    assert b"application/problem+json" in answer


@pytest.mark.parametrize("path", [b"/v1/./orders", b"/v1/orders/../orders", b"//v1/orders"])
def test_a_path_with_dots_leads_nowhere(port: tuple[int, World], path: bytes) -> None:
    """Nobody in between and we read another address in the same words."""
    number, world = port
    token = world.token("court").encode()
    answer = said(
        number,
        b"GET "
        + path
        + b" HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer "
        + token
        + b"\r\n\r\n",
    )

    assert answer.startswith(b"HTTP/1.1 404")


def test_no_answer_says_which_software_serves(port: tuple[int, World]) -> None:
    """There is no banner to look up weaknesses by."""
    answer = said(port[0], b"GET /health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")

    assert b"\r\nserver:" not in answer.lower()
    assert b"uvicorn" not in answer.lower()


def test_two_clerks_at_once_lose_nothing(port: tuple[int, World]) -> None:
    """Of many who decide on one version at once, one records and each other one is told."""
    number, world = port
    order = world.post("/v1/orders", "council", REQUEST).json()["order_id"]
    token = world.token("court").encode()
    results: list[int] = []

    def list_hearing(n: int) -> None:
        body = json.dumps(
            {
                "type": "ListHearing",
                "occurred_at": "2025-03-03T10:00:00Z",
                "hearing_at": f"2025-04-{n + 1:02}T10:00:00Z",
            }
        ).encode()
        head = (
            f"POST /v1/orders/{order}/commands HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
            f'If-Match: "1"\r\nIdempotency-Key: {uuid4()}\r\nContent-Type: application/json\r\n'
            f"Content-Length: {len(body)}\r\n"
        ).encode()
        answer = said(number, head + b"Authorization: Bearer " + token + b"\r\n\r\n" + body)
        results.append(int(answer.split()[1]))

    threads = [Thread(target=list_hearing, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(results) == [200, *[412] * 7]
    shown = world.get(f"/v1/orders/{order}", "court").json()
    assert shown["order"]["version"] == 2
