"""A pool that lends a server connection for one transaction at a time, as PgBouncer can.

It speaks the protocol itself, and gives each transaction to another session than the one before:
whoever relies on a prepared statement, a setting or a lock of "his" session does not find it.
"""

from __future__ import annotations

import socket
import struct
import threading
from contextlib import suppress
from queue import SimpleQueue
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

    from tests.servers.postgres import PostgresServer

ENCRYPTION = frozenset({80877103, 80877104})
TAKEN = frozenset({"user", "database", "application_name", "client_encoding"})
"""What may be asked for at the start; as PgBouncer, we take no `options`."""

IDLE = b"I"


class Wire:
    """One end of a connection, message by message."""

    def __init__(self, connection: socket.socket) -> None:
        """Take the connection."""
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket = connection
        self._file = connection.makefile("rb")

    def send(self, kind: bytes, payload: bytes) -> None:
        """Send a message."""
        self._socket.sendall(kind + struct.pack("!i", len(payload) + 4) + payload)

    def receive(self) -> tuple[bytes, bytes]:
        """Return kind and payload of the next message.

        Raises:
            ConnectionError: There is none any more.
        """
        head = self._exactly(5)
        return head[:1], self._exactly(struct.unpack("!i", head[1:])[0] - 4)

    def receive_start(self) -> dict[str, str]:
        """Return what a client asks for at the start; encryption is declined."""
        while True:
            length, code = struct.unpack("!ii", self._exactly(8))
            rest = self._exactly(length - 8)
            if code not in ENCRYPTION:
                words = rest.rstrip(b"\0").decode().split("\0")
                return dict(zip(words[::2], words[1::2], strict=True))
            self._socket.sendall(b"N")

    def close(self) -> None:
        """Close it."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._file.close()
        self._socket.close()

    def _exactly(self, size: int) -> bytes:
        found = self._file.read(size) if size else b""
        if len(found) < size:
            raise ConnectionError
        return found


class Pooler:
    """Lends the sessions of one server, first come first served."""

    def __init__(self, server: PostgresServer, sessions: int = 2) -> None:
        """Take the server, and of how many sessions the pool is."""
        self._server = server
        self._free: SimpleQueue[Wire] = SimpleQueue()
        self._greeting: list[tuple[bytes, bytes]] = []
        self._wires: list[Wire] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._door.getsockname()[1])
        self.transactions = 0
        for _ in range(sessions):
            self._free.put(self._session())
        self._thread = threading.Thread(target=self._welcome)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        self._thread.join()
        for wire in self._wires:
            wire.close()

    def _session(self) -> Wire:
        wire = Wire(socket.create_connection(("127.0.0.1", self._server.port)))
        self._wires.append(wire)
        asked = b"user\0owner\0database\0postgres\0client_encoding\0UTF8\0\0"
        wire._socket.sendall(struct.pack("!ii", len(asked) + 8, 196608) + asked)
        self._greeting = []
        while True:
            kind, payload = wire.receive()
            self._greeting.append((kind, payload))
            if kind == b"Z":
                return wire

    def _welcome(self) -> None:
        while True:
            try:
                connection, _ = self._door.accept()
            except OSError:
                return
            client = Wire(connection)
            self._wires.append(client)
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: Wire) -> None:
        with suppress(OSError, ValueError):
            unknown = client.receive_start().keys() - TAKEN
            if unknown:
                text = f"SFATAL\0C08P01\0Munsupported startup parameter: {min(unknown)}\0\0"
                client.send(b"E", text.encode())
                return
            for kind, payload in self._greeting:
                client.send(kind, payload)
            while True:
                self._transaction(client)
        client.close()

    def _transaction(self, client: Wire) -> None:
        """Lend a session from the first message of a transaction to its end."""
        message = client.receive()
        if message[0] == b"X":
            raise ConnectionError
        session = self._free.get()
        self.transactions += 1
        try:
            while True:
                session.send(*message)
                if message[0] in (b"Q", b"S") and self._answered(session, client) == IDLE:
                    return
                message = client.receive()
        finally:
            self._free.put(session)

    def _answered(self, session: Wire, client: Wire) -> bytes:
        """Pass on all that the server answers; return whether it is in a transaction."""
        while True:
            kind, payload = session.receive()
            client.send(kind, payload)
            if kind == b"Z":
                return payload
