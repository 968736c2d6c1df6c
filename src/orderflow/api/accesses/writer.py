"""One thread that writes the access log, for all who wait for it at the time.

While it waits for the disk, what others have to log comes together, and goes to disk as one. Nobody
keeps a thread waiting meanwhile: each request is told on its own event loop.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orderflow.api.accesses.log import AccessLog


class Awaited:
    """What one request waits for.

    Attributes:
        unlogged: Why something of it is not in the access log; None where all is.
        given_up: Whether nobody waits for it any more.
        worked: Whether nothing more will be logged for it.
        on_its_way: How often something was handed in for it that is not on disk yet.
    """

    def __init__(self) -> None:
        """Take the event loop that runs now as the one to be told on."""
        self.loop = asyncio.get_running_loop()
        self.unlogged: BaseException | None = None
        self.given_up = self.worked = False
        self.on_its_way = 0
        self._told = self.loop.create_future()

    async def told(self, seconds: float) -> None:
        """Return once it is told of, or give it up.

        Raises:
            TimeoutError: That takes longer than so many seconds.
        """
        try:
            async with asyncio.timeout(seconds):
                await self._told
        except BaseException:
            self.given_up = True
            raise

    def tell(self) -> None:
        """Let the request go on; called on its event loop."""
        if not self._told.done():
            self._told.set_result(None)


class _Due(NamedTuple):
    """Entries to be written, and for whom."""

    entries: Sequence[bytes]
    awaited: Awaited


class AccessWriter:
    """Writes what is to be logged in the order in which it comes."""

    def __init__(self, accesses: AccessLog) -> None:
        """Take where it is written."""
        self._accesses = accesses
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="orderflow-access")
        self._joining = Lock()
        self._due: list[_Due] = []
        self._at_work = False

    def begin(self, entries: Sequence[bytes], awaited: Awaited) -> None:
        """Begin to write entries, and return at once."""
        with self._joining:
            self._due.append(_Due(entries, awaited))
            awaited.on_its_way += 1
            idle, self._at_work = not self._at_work, True
        if idle:
            self._thread.submit(self._write)

    def finish(self, entries: Sequence[bytes], awaited: Awaited) -> None:
        """Tell a request once these entries, and all that was begun for it, are on disk, or not."""
        if entries:
            self.begin(entries, awaited)
        with self._joining:
            awaited.worked = True
            over = not awaited.on_its_way
        if over:
            tell((awaited,))

    def _write(self) -> None:
        while True:
            with self._joining:
                due, self._due = self._due, []
                self._at_work = bool(due)
            if not due:
                return
            error = self._failure([entry for one in due for entry in one.entries])
            tell(self._done(due, error))

    def _failure(self, entries: Sequence[bytes]) -> BaseException | None:
        """Return None once the entries are on disk; else why they are not."""
        try:
            self._accesses.record(entries)
        except BaseException as error:  # noqa: BLE001 - told to each that waits
            return error
        return None

    def _done(self, due: Sequence[_Due], error: BaseException | None) -> list[Awaited]:
        """Return those for whom nothing is left to be done."""
        over = []
        with self._joining:
            for _, awaited in due:
                awaited.unlogged = awaited.unlogged or error
                awaited.on_its_way -= 1
                if awaited.worked and not awaited.on_its_way:
                    over.append(awaited)
        return over


def tell(those: Sequence[Awaited]) -> None:
    """Let requests go on, each on its own event loop."""
    for loop in {one.loop for one in those}:
        mine = [one for one in those if one.loop is loop]
        with suppress(RuntimeError):  # The loop is closed: nobody waits there any more.
            loop.call_soon_threadsafe(_told, mine)


def _told(those: Sequence[Awaited]) -> None:
    for one in those:
        one.tell()
