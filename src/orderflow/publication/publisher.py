"""A process that publishes to NATS until it is told to stop, whatever is out of reach meanwhile."""

from __future__ import annotations

import asyncio
import logging
import random
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import nats

from orderflow.errors import StoreUnavailable
from orderflow.publication.nats import UNREACHABLE, StreamFiller
from orderflow.views.notes import Notes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nats.js.client import JetStreamContext

    from orderflow.publication.following import Publication
    from orderflow.publication.nats import Target

_FIRST_PAUSE: Final = 0.1
_LONGEST_PAUSE: Final = 10.0
_AGAIN: Final = 0.05
"""Seconds between looking whether there is something new."""


class Publisher:
    """Keeps the streams of some channels filled."""

    def __init__(
        self,
        publication: Publication,
        servers: Sequence[str],
        targets: Sequence[Target],
        *,
        notes: Notes | None = None,
        options: dict[str, Any] | None = None,
    ) -> None:
        """Take what is published, and where.

        Args:
            publication: What is published.
            servers: Addresses of servers of one cluster; they are never said, nor logged.
            targets: One for each channel.
            notes: What is said of it; by default to the logger `orderflow.notes`.
            options: Further settings of the connection, such as `user_credentials` or `tls`.
        """
        self._publication = publication
        self._servers = list(servers)
        self._targets = tuple(targets)
        self._notes = notes or Notes()
        self._options = options or {}
        self._retried = False

    def run(self, stop: Callable[[], bool]) -> None:
        """Publish until `stop` is true; what is on its way is finished.

        Raises:
            PublicationStopped: The log or a stream is not the one that was published.
            EventLogError: The log is none, or of a newer version; not that it cannot be reached.
        """
        asyncio.run(self._run(stop, once=False))

    def publish(self) -> int:
        """Publish what there is, and return how many events that were.

        Raises:
            PublicationStopped: The log or a stream is not the one that was published.
            OSError: No server can be reached.
            StoreUnavailable: The log or the outbox cannot be reached.
        """
        return asyncio.run(self._run(lambda: False, once=True))

    async def _run(self, stop: Callable[[], bool], *, once: bool) -> int:
        pause = _FIRST_PAUSE
        while not stop():
            try:
                return await self._connected(stop, once=once)
            except (*UNREACHABLE, StoreUnavailable) as error:
                if once:
                    raise ConnectionError(_unreachable(error)) from None
                name = type(error).__name__
                self._notes.say_once("unreachable", "", level=logging.WARNING, error=name)
                await _slept(pause, stop)
                pause = min(_LONGEST_PAUSE, pause * random.uniform(1.5, 2.5))  # noqa: S311
        return 0

    async def _connected(self, stop: Callable[[], bool], *, once: bool) -> int:
        connection = await nats.connect(
            self._servers,
            # Begun anew here, from what stands in the streams then.
            allow_reconnect=False,
            max_reconnect_attempts=1,
            reconnect_time_wait=0.05,
            connect_timeout=2,
            error_cb=_silent,
            **self._options,
        )
        try:
            return await self._filled(connection.jetstream(timeout=2), stop, once=once)
        finally:
            with suppress(*UNREACHABLE):
                await connection.close()

    async def _filled(self, js: JetStreamContext, stop: Callable[[], bool], *, once: bool) -> int:
        fillers = [StreamFiller(self._publication, target) for target in self._targets]
        total = 0
        while True:
            self._keep_up()
            published = sum([await filler.fill(js) for filler in fillers])
            self._notes.no_longer("unreachable", "", "reachable")
            total += published
            if stop() or (once and not published):
                return total
            if not published:
                await asyncio.sleep(_AGAIN)

    def _keep_up(self) -> None:
        faults = [*self._publication.catch_up()]
        if not self._retried:
            faults += self._publication.retry_parked()
            self._retried = True
        for fault in faults:
            self._notes.parked("outbox", fault)


async def _slept(seconds: float, stop: Callable[[], bool]) -> None:
    left = seconds
    while left > 0 and not stop():
        await asyncio.sleep(min(_AGAIN, left))
        left -= _AGAIN


async def _silent(_error: Exception) -> None:
    """Say nothing: what it means is said once, by whoever publishes."""


def _unreachable(error: BaseException) -> str:
    if isinstance(error, StoreUnavailable):
        return str(error)
    # The address is not repeated: it may hold a password.
    return f"no server of NATS takes what is published ({type(error).__name__})"
