"""Who follows what is published, and the one watcher that looks for all of them.

An idle follower holds a socket and no thread: one task looks four times a second whether a channel
has grown, and wakes whoever waits. While anybody follows, the service also fills the outbox itself,
once a second at most, so that it needs no worker; a worker that fills it too is in nobody's way.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import TYPE_CHECKING, Final
from weakref import finalize

from orderflow.api.logging import LOGGER
from orderflow.api.problems import Kind, Problem
from orderflow.errors import OrderflowError, PublicationStopped
from orderflow.publication import Channel, Publication

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from orderflow.api.settings import Limits
    from orderflow.publication import Published
    from orderflow.store import ProtectionOrders

    Shown = Callable[[Sequence[Published]], Sequence[Published]]

_LOOK_EVERY: Final = 0.25
_FILL_EVERY: Final = 1.0
_READERS: Final = 4


class Followers:
    """Everybody who follows, at one service. Counted and woken on the event loop alone."""

    def __init__(
        self, orders: ProtectionOrders, limits: Limits, stopping: Callable[[], bool]
    ) -> None:
        """Take the log; its outbox is opened when somebody follows.

        Args:
            orders: The log.
            limits: How many may follow.
            stopping: Tells whether the service is about to stop.
        """
        self._orders = orders
        self._limits = limits
        self._stopping = stopping
        self._opening = Lock()
        self._publication: Publication | None = None
        self._inside: Counter[str] = Counter()
        self._threads = ThreadPoolExecutor(_READERS, thread_name_prefix="orderflow-events")
        self._filler = ThreadPoolExecutor(1, thread_name_prefix="orderflow-outbox")
        self._filled = 0.0
        self._news: asyncio.Future[None] | None = None
        self._watching: asyncio.Task[None] | None = None
        self._broken = False

    def publication(self) -> Publication:
        """Return what the log publishes; may wait for a database.

        Raises:
            Problem: `record_not_readable`: the log does not hold what was published of it.
            EventLogError: The outbox cannot be opened.
        """
        if self._broken:
            raise Problem(Kind.RECORD_NOT_READABLE)
        with self._opening:
            if self._publication is None:
                self._publication = Publication(self._orders)
                # A service that is simply forgotten leaves no connection behind.
                finalize(self, self._publication.close)
            return self._publication

    def enter(self, name: str) -> None:
        """Count a follower in, and begin to watch for the first.

        Args:
            name: Who follows; the key of a caller.

        Raises:
            Problem: `too_many_requests`: they, or all together, follow too often already.
        """
        full = self._inside.total() >= self._limits.followers
        if full or self._inside[name] >= self._limits.followers_each:
            raise Problem(Kind.TOO_MANY_REQUESTS, headers={"Retry-After": "10"})
        self._inside[name] += 1
        if self._watching is None or self._watching.done():
            self._watching = asyncio.get_running_loop().create_task(self._watch())

    def leave(self, name: str) -> None:
        """Count a follower out."""
        self._inside[name] -= 1
        self._inside += Counter()  # Forgets whoever follows no longer.

    @property
    def count(self) -> int:
        """How many follow now."""
        return self._inside.total()

    @property
    def ending(self) -> bool:
        """Whether there is nothing more to come from here."""
        return self._stopping() or self._broken

    def news(self) -> asyncio.Future[None]:
        """Return what is done once a channel has grown, or there is nothing more to come.

        Taken before a page is read, it misses nothing that comes after that page.
        """
        loop = asyncio.get_running_loop()
        if self._news is None or self._news.done() or self._news.get_loop() is not loop:
            self._news = loop.create_future()
        return self._news

    async def page(
        self, channel: Channel, after: int, shown: Shown
    ) -> tuple[Sequence[Published], int]:
        """Return the next events of a channel that somebody is shown, and how far that goes.

        Args:
            channel: Which channel.
            after: Number of the last event that they were shown, or that was passed over.
            shown: Picks what they are shown; may block.

        Raises:
            Problem: There is nothing more to come.
            EventLogError: The outbox or the log cannot be reached.
        """

        def read() -> tuple[Sequence[Published], int]:
            found = self._followed().page(channel, after=after)
            return (shown(found), found[-1].sequence) if found else ((), after)

        return await asyncio.get_running_loop().run_in_executor(self._threads, read)

    def close(self) -> None:
        """Close the outbox, as soon as nobody uses it; whoever begins to follow opens it again."""
        with self._opening:
            if self._publication is not None:
                self._publication.close()
                self._publication = None

    async def _watch(self) -> None:
        loop = asyncio.get_running_loop()
        filling: asyncio.Future[None] | None = None
        seen: object = None
        while self._inside and not self.ending:
            if filling is None or filling.done():
                filling = loop.run_in_executor(self._filler, self._fill)
            found = await loop.run_in_executor(self._threads, self._last)
            if found is None or found != seen:
                seen = found
                self._wake()
            await asyncio.sleep(_LOOK_EVERY)
        self._wake()

    def _followed(self) -> Publication:
        """Return what somebody opened to follow; opened again behind `close`, none would close it.

        Raises:
            Problem: `store_unavailable`: it was closed.
        """
        with self._opening:
            if self._publication is None:
                raise Problem(Kind.STORE_UNAVAILABLE)
            return self._publication

    def _wake(self) -> None:
        if self._news is not None and not self._news.done():
            self._news.set_result(None)

    def _last(self) -> tuple[int, ...] | None:
        """Return how far each channel goes; None where that cannot be told now."""
        try:
            return tuple(self._followed().last(channel) for channel in Channel)
        except (OrderflowError, Problem):
            return None

    def _fill(self) -> None:
        """Put what became open into the outbox, unless that was done a moment ago."""
        if time.monotonic() - self._filled < _FILL_EVERY:
            return
        try:
            faults = self._followed().catch_up(stop=lambda: self.ending or not self._inside)
            for fault in faults:
                said = {"view": "outbox", "position": fault.position, "error": fault.error}
                LOGGER.error("event_parked", extra={"said": said})
        except PublicationStopped:
            self._broken = True
            LOGGER.error("publication_stopped")
        except (OrderflowError, Problem) as error:
            LOGGER.warning("outbox_not_filled", extra={"said": {"error": type(error).__name__}})
        self._filled = time.monotonic()
