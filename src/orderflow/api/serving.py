"""Runs a service on a socket until it is told to stop, and then finishes what it has begun."""

from __future__ import annotations

import asyncio
import gc
import socket
from typing import TYPE_CHECKING, Final

import uvicorn

from orderflow.api.protocol import GuardedProtocol

if TYPE_CHECKING:
    from types import FrameType

    from fastapi import FastAPI

    from orderflow.api.service import Service

_KEEP_ALIVE: Final = 30
_GRACE: Final = 30
_BACKLOG: Final = 512
_LAST_PORT: Final = 65535


class GracefulServer(uvicorn.Server):
    """Tells that it is about to stop a while before it does, so that no request is lost."""

    def __init__(
        self, config: uvicorn.Config, service: Service, drain_seconds: float, *, alone: bool
    ) -> None:
        """Take the service, how long readiness is down before the socket closes, and `alone`."""
        super().__init__(config)
        self._service = service
        self._drain_seconds = drain_seconds
        self._alone = alone

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop being ready; stop altogether after a while, or at once when told twice."""
        if self._service.draining or not self._drain_seconds:
            super().handle_exit(sig, frame)
            return
        self._service.draining = True
        loop = asyncio.get_event_loop()
        loop.call_later(self._drain_seconds, super().handle_exit, sig, frame)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to serve, with the orders of the log in memory."""
        if not self._alone:
            await super().startup(sockets)
            return
        # They stay there: to look through 10,000 of them for garbage takes most of a second, and
        # while they are read it would be done over and over.
        gc.disable()
        try:
            await super().startup(sockets)
            gc.freeze()
        finally:
            gc.enable()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let followers go, finish what runs, and close."""
        self._service.draining = True
        await super().shutdown(sockets)


def server(
    application: FastAPI,
    service: Service,
    *,
    connections: int = 1000,
    drain_seconds: float = 0.0,
    alone: bool = False,
) -> GracefulServer:
    """Return what serves an application, on the socket that it is run with.

    Args:
        application: The application.
        service: Its service.
        connections: At most so many at once; others are told to come back.
        drain_seconds: How long it says that it is not ready before it stops.
        alone: Whether the process does nothing else, so that what it holds by the time it serves
            may be kept from the collector of garbage.
    """
    config = uvicorn.Config(
        application,
        http=GuardedProtocol,
        ws="none",
        lifespan="on",
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=_GRACE,
        limit_concurrency=connections,
        backlog=_BACKLOG,
    )
    return GracefulServer(config, service, drain_seconds, alone=alone)


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens already, so that its port is known before it serves.

    Args:
        host: Name or number of this machine.
        port: The port; 0 takes any that is free.

    Raises:
        OSError: Nothing can listen there.
        ValueError: There is no such port.
    """
    if not 0 <= port <= _LAST_PORT:
        msg = f"there is no port {port}; they go from 0 to {_LAST_PORT}"
        raise ValueError(msg)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=_BACKLOG)
