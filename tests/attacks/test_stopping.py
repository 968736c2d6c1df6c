"""A real process that is told to stop while somebody follows and somebody else acts."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest

from orderflow.privacy import SQLiteKeys
from orderflow.store import ProtectionOrders
from tests.serving import CAST, REQUEST

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_stop_lets_a_follower_go_and_finishes_a_command(
    request: pytest.FixtureRequest, tmp_path: Path, kind: str
) -> None:
    """Told to stop with a follower and a command on the way, it ends both, and soon."""
    place = (
        request.getfixturevalue("postgres_address")
        if kind == "postgres"
        else str(tmp_path / "o.db")
    )
    SQLiteKeys.begin(tmp_path / "people.keys").close()
    options = ["--db", place, "--access-log", "access.db", "--keys", "people.keys"]
    process = subprocess.Popen(
        [sys.executable, "-m", "orderflow", "serve", "--dev", "--port", "0", *options],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    line = ""
    while "serves http" not in line:
        line = process.stderr.readline()
        assert line, "it did not start"
    address = line.rpartition("serves ")[2].strip().removesuffix("/v1")
    follower = urllib.request.urlopen(_asked(address, "/v1/events", "police"), timeout=20)  # noqa: S310 - our own
    assert follower.readline().startswith(b"retry: ")
    body = json.dumps({**REQUEST, "without_notice": False}).encode()
    host, port = address.removeprefix("http://").split(":")
    headers = _asked(address, "/v1/orders", "council").headers
    with socket.create_connection((host, int(port)), timeout=20) as writer:
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        writer.sendall(
            f"POST /v1/orders HTTP/1.1\r\nHost: {host}\r\n{head}Idempotency-Key: k\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        )
        writer.sendall(body[:10])
        time.sleep(0.3)
        process.send_signal(signal.SIGTERM)
        began = time.monotonic()
        time.sleep(0.3)
        writer.sendall(body[10:])
        answer = writer.recv(4096)
    follower.read()
    _, said = process.communicate(timeout=20)

    assert answer.startswith(b"HTTP/1.1 201"), answer
    assert time.monotonic() - began < 5
    assert process.returncode in {0, -signal.SIGTERM}
    assert "Traceback" not in said
    with ProtectionOrders.open(place) as orders:
        assert len(list(orders.order_ids())) == 1


def _asked(address: str, path: str, who: str) -> urllib.request.Request:
    """Return a request with a token that the server itself gave."""
    claim: dict[str, Any] = {"sub": who, "purpose": "test", **CAST[who]}
    asking = urllib.request.Request(  # noqa: S310 - our own
        f"{address}/dev/token",
        json.dumps(claim).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(asking, timeout=20) as answer:  # noqa: S310 - our own
        token = json.loads(answer.read())["access_token"]
    return urllib.request.Request(f"{address}{path}", headers={"Authorization": f"Bearer {token}"})  # noqa: S310 - our own
