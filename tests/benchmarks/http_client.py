"""A client of the benchmark: one process, several connections, one request after another on each.

No more than a loop over sockets, so that it takes as little as can be of the machine that it shares
with the server; it says how much that is.
"""

from __future__ import annotations

import json
import selectors
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


class Connection:
    """One connection with the requests that are sent on it in turn."""

    def __init__(self, port: int, requests: list[bytes]) -> None:
        """Connect; nothing is sent yet."""
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.taken: list[float] = []
        self._requests = requests
        self._received = b""
        self._began = 0.0

    def send(self) -> bool:
        """Send the next request, and tell whether there was one."""
        if len(self.taken) == len(self._requests):
            return False
        self._began = time.perf_counter()
        self.socket.sendall(self._requests[len(self.taken)])
        return True

    def receive(self) -> bool:
        """Take in what has come, and tell whether the answer is whole.

        Raises:
            RuntimeError: The answer is no success, or the server has closed the connection.
        """
        part = self.socket.recv(65536)
        self._received += part
        head, found, body = self._received.partition(b"\r\n\r\n")
        if not part or (found and not head.startswith(b"HTTP/1.1 2")):
            raise RuntimeError(self._received.decode() or "the server closed the connection")
        if not found or len(body) < _length(head):
            return False
        self.taken.append(time.perf_counter() - self._began)
        self._received = b""
        return True


def _length(head: bytes) -> int:
    return int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])


def sent_in_turn(connections: list[Connection]) -> None:
    """Return once every request of every connection was answered well."""
    with selectors.DefaultSelector() as selector:
        open_ones = 0
        for one in connections:
            if one.send():
                selector.register(one.socket, selectors.EVENT_READ, one)
                open_ones += 1
        while open_ones:
            for key, _ in selector.select():
                if key.data.receive() and not key.data.send():
                    selector.unregister(key.fileobj)
                    open_ones -= 1


def main() -> None:
    """Send what each line of standard input says; print the time, and the processor's, it took."""
    for line in sys.stdin:
        asked = json.loads(line)
        connections = [
            Connection(asked["port"], [written(Sent(*one)) for one in requests])
            for requests in asked["connections"]
        ]
        used, began = time.process_time(), time.perf_counter()
        sent_in_turn(connections)
        wall, used = time.perf_counter() - began, time.process_time() - used
        for one in connections:
            one.socket.close()
        taken = [seconds for one in connections for seconds in one.taken]
        print(json.dumps([wall, used, taken]), flush=True)


if __name__ == "__main__":
    main()
