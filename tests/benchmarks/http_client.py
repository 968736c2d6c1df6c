"""Clients of the benchmark: each keeps one connection and sends one request after another."""

from __future__ import annotations

import json
import socket
import sys
import time
from typing import Any, NamedTuple


class Sent(NamedTuple):
    """One request to be sent.

    Attributes:
        path: Its path.
        headers: Its headers besides those that every request has.
        body: Its body.
    """

    path: str
    headers: dict[str, str]
    body: dict[str, Any]


def written(one: Sent) -> bytes:
    """Return a request as it goes over the wire; made before the clock starts."""
    content = json.dumps(one.body).encode()
    headers = {
        "Host": "127.0.0.1",
        "Content-Type": "application/json",
        "Content-Length": str(len(content)),
        **one.headers,
    }
    lines = [f"POST {one.path} HTTP/1.1", *(f"{k}: {v}" for k, v in headers.items()), "", ""]
    return "\r\n".join(lines).encode() + content


def sent_in_turn(port: int, requests: list[bytes]) -> list[float]:
    """Return the seconds each request took, once every one was answered well.

    Raises:
        RuntimeError: One was answered otherwise.
    """
    taken = []
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for request in requests:
            began = time.perf_counter()
            connection.sendall(request)
            _answered(connection)
            taken.append(time.perf_counter() - began)
    return taken


def _answered(connection: socket.socket) -> None:
    received = b""
    while b"\r\n\r\n" not in received:
        received += _more(connection)
    head, _, body = received.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 2"):
        raise RuntimeError(received.decode())
    length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
    while len(body) < length:
        body += _more(connection)


def _more(connection: socket.socket) -> bytes:
    part = connection.recv(65536)
    if not part:
        msg = "the server closed the connection"
        raise RuntimeError(msg)
    return part


def main() -> None:
    """Send what stands on standard input, and print when it began, ended, and what each took."""
    asked = json.loads(sys.stdin.readline())
    requests = [written(Sent(*one)) for one in asked["requests"]]
    print("ready", flush=True)
    sys.stdin.readline()
    began = time.time()
    taken = sent_in_turn(asked["port"], requests)
    print(json.dumps([began, time.time(), taken]), flush=True)


if __name__ == "__main__":
    main()
