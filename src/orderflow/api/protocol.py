"""HTTP/1.1 on a socket, with what uvicorn leaves open: slow headers, huge headers, plain errors."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from orderflow.api.leaving import SECURITY, problem_content
from orderflow.api.problems import MEDIA_TYPE, STATUSES, Kind, Problem
from orderflow.api.streaming import ABORT

if TYPE_CHECKING:
    import asyncio

HEADER_SECONDS: Final = 10.0
"""Seconds in which a request line and its headers must have arrived."""

HEADER_BYTES: Final = 16 * 1024
"""Bytes of a request line and its headers, at most."""

_VERSIONS: Final = {"1.0": 0, "1.1": 1}
"""How many hosts a request names, at least."""

_PHRASES: Final = {400: b"Bad Request", 408: b"Request Timeout", 431: b"Headers Too Large"}


class _Refused(Exception):
    """Raised within the parser, which gives up on the connection."""


class GuardedProtocol(HttpToolsProtocol):
    """One connection. It ends when headers are late, too many, or name no one host."""

    _patience: asyncio.TimerHandle | None = None
    _size = 0
    _refusal = Kind.NOT_WELL_FORMED

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for headers."""
        super().connection_made(transport)
        # Head and body leave in two writes; without this the second waits for the first's receipt.
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._no_longer()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        """Begin to count a request, and to wait for its headers."""
        super().on_message_begin()
        # For an answer that goes on, to a client that no longer takes it.
        self.scope.setdefault("extensions", {})[ABORT] = {"call": self.transport.abort}
        self._size = 0
        if self._patience is None:
            self._wait()

    def on_url(self, url: bytes) -> None:
        """Count the address in."""
        self._count(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Count a header in."""
        self._count(len(name) + len(value))
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Go on with a request that names exactly one host; HTTP/1.0 may name none (RFC 9112)."""
        self._no_longer()
        hosts = sum(name == b"host" for name, _ in self.headers)
        least = _VERSIONS.get(self.parser.get_http_version())
        if least is None or not least <= hosts <= 1:
            raise _Refused
        super().on_headers_complete()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - as the parser put it
        """Answer what cannot be understood with a problem, and close."""
        self._close_with(self._refusal)

    def _count(self, size: int) -> None:
        self._size += size
        if self._size > HEADER_BYTES:
            self._refusal = Kind.HEADERS_TOO_LARGE
            raise _Refused

    def _wait(self) -> None:
        self._patience = self.loop.call_later(HEADER_SECONDS, self._too_late)

    def _no_longer(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _too_late(self) -> None:
        if not self.transport.is_closing():
            self._close_with(Kind.REQUEST_TIMEOUT)

    def _close_with(self, kind: Kind) -> None:
        content = problem_content(Problem(kind), "en")
        status = STATUSES[kind]
        headers = {
            **SECURITY,
            "Content-Type": MEDIA_TYPE,
            "Content-Length": str(len(content)),
            "Connection": "close",
        }
        lines = [f"{name}: {value}".encode() for name, value in headers.items()]
        head = b"HTTP/1.1 %d %s" % (status, _PHRASES[status])
        self.transport.write(b"\r\n".join((head, *lines, b"", content)))
        self.transport.close()
