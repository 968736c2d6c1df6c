"""Who waits for the access log, how long, and what they are told when it cannot be written."""

from __future__ import annotations

import asyncio
import threading
from threading import Event, Lock
from typing import TYPE_CHECKING

import pytest

from orderflow.api import Limits, Settings
from orderflow.api.accesses.entry import Access
from orderflow.api.accesses.writer import AccessWriter, Awaited
from orderflow.api.exchange import Answer, Asked
from orderflow.api.operations import OPERATIONS
from orderflow.api.problems import Problem
from orderflow.api.working import Workers
from orderflow.errors import StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

    from orderflow.api.service import Service
    from tests.serving import World


class Disk:
    """An access log on a disk that waits until it is let go, and may fail."""

    failing = False

    def __init__(self) -> None:
        """Begin held."""
        self.written: list[list[bytes]] = []
        self.at_work, self.free = Event(), Event()
        self.failures: list[Exception] = []

    def record(self, entries: Sequence[bytes]) -> None:
        """See `AccessLog.record`."""
        self.at_work.set()
        assert self.free.wait(10)
        if self.failures:
            raise self.failures.pop()
        self.written.append(list(entries))

    def close(self) -> None:
        """See `AccessLog.close`."""

    @property
    def entries(self) -> list[bytes]:
        """All that was written."""
        return [entry for entries in self.written for entry in entries]


def _away() -> StoreUnavailable:
    return StoreUnavailable("gone")


def _held(work: Callable[[Disk, AccessWriter], Coroutine[None, None, None]]) -> Disk:
    """Return the disk after work that found it held by the entry `first`."""
    disk = Disk()
    writer = AccessWriter(disk)

    async def run() -> None:
        writer.begin([b"first"], Awaited())
        assert disk.at_work.wait(10)
        await work(disk, writer)

    asyncio.run(run())
    return disk


def test_what_comes_while_the_disk_is_busy_goes_to_it_as_one() -> None:
    """Ten requests wait for two writes, in the order in which they came."""

    async def work(disk: Disk, writer: AccessWriter) -> None:
        waiting = [Awaited() for _ in range(10)]
        for number, one in enumerate(waiting):
            writer.finish([b"%d" % number], one)
        disk.free.set()
        await asyncio.gather(*(one.told(10) for one in waiting))
        assert not any(one.unlogged for one in waiting)

    assert _held(work).written == [[b"first"], [b"%d" % number for number in range(10)]]


def test_nobody_is_told_before_their_entries_are_on_disk() -> None:
    """Neither what was begun early nor what came last may be missing when an answer leaves."""

    async def work(disk: Disk, writer: AccessWriter) -> None:
        early, both = Awaited(), Awaited()
        writer.begin([b"early"], early)
        writer.finish([], early)
        writer.begin([b"begun"], both)
        writer.finish([b"last"], both)
        for one in (early, both):
            with pytest.raises(TimeoutError):
                await one.told(0.05)
            assert one.given_up
        disk.free.set()
        last = Awaited()
        writer.finish([b"behind"], last)
        await last.told(10)

    assert _held(work).written[1][:3] == [b"early", b"begun", b"last"]


def test_who_logs_nothing_waits_for_nobody() -> None:
    """An answer that shows nothing on record leaves while the disk is busy."""

    async def work(disk: Disk, writer: AccessWriter) -> None:
        nothing = Awaited()
        writer.finish([], nothing)
        await nothing.told(10)
        disk.free.set()

    _held(work)


def test_an_early_entry_that_is_not_written_is_told_of() -> None:
    """That a later one was written does not make up for it; the next request fares well."""

    async def work(disk: Disk, writer: AccessWriter) -> None:
        disk.failures = [_away(), _away()]
        lost, beside, well = Awaited(), Awaited(), Awaited()
        writer.begin([b"lost"], lost)
        writer.finish([b"beside"], beside)
        disk.free.set()
        await beside.told(10)
        assert isinstance(beside.unlogged, StoreUnavailable)
        writer.finish([b"kept"], lost)
        writer.finish([b"well"], well)
        await asyncio.gather(lost.told(10), well.told(10))
        assert isinstance(lost.unlogged, StoreUnavailable)
        assert well.unlogged is None

    assert _held(work).entries == [b"kept", b"well"]


def test_a_loop_that_is_gone_keeps_nobody_waiting() -> None:
    """What was asked on an event loop that was closed meanwhile is logged all the same."""
    disk = Disk()
    writer = AccessWriter(disk)

    async def asked() -> None:
        writer.finish([b"gone"], Awaited())

    async def still_there() -> None:
        here = Awaited()
        writer.finish([b"here"], here)
        await here.told(10)

    asyncio.run(asked())
    disk.free.set()
    asyncio.run(still_there())
    assert disk.entries == [b"gone", b"here"]


def _asked(world: World) -> Asked:
    caller = world.service.tokens.caller(world.token("court").encode())
    return Asked("read_order", caller, "en", {}, {}, {}, b"")


def test_work_that_nobody_waits_for_is_not_begun(world: World) -> None:
    """A request that was told to come back before its turn came does nothing later."""
    world.service.settings = Settings(limits=Limits(threads=1, work_seconds=0.05))
    free, counting, begun = Event(), Lock(), [0]

    def work(_service: Service, _asked: Asked) -> Answer:
        with counting:
            begun[0] += 1
        free.wait(10)
        return Answer(b"")

    operation = OPERATIONS[0]._replace(work=work, from_memory=False)
    workers = Workers(world.service)

    async def run() -> None:
        for _ in range(3):
            with pytest.raises(Problem, match="took_too_long"):
                await workers.answer(operation, _asked(world), "r")
        free.set()
        await workers.in_a_thread(lambda: None)

    asyncio.run(run())
    assert begun == [1]


@pytest.mark.parametrize(
    "failure, told", [(_away(), Problem), (ZeroDivisionError("x"), ZeroDivisionError)]
)
def test_what_keeps_a_look_from_the_log_keeps_the_answer_back(
    world: World, failure: Exception, told: type[Exception]
) -> None:
    """A log that is away is told as such; a defect stays one; neither shows the answer."""
    disk = Disk()
    world.service.accesses = disk
    disk.free.set()
    disk.failures = [failure]
    operation = OPERATIONS[0]._replace(work=lambda *_: Answer(b"secret", looks=(Access(),)))

    with pytest.raises(told) as refused:
        asyncio.run(Workers(world.service).answer(operation, _asked(world), "r"))
    assert "secret" not in str(refused.value)


def test_questions_of_memory_are_computed_one_after_another(world: World) -> None:
    """The gate has a thread of its own, also while all others wait for something."""
    free, names = Event(), []

    def waiting(_service: Service, _asked: Asked) -> Answer:
        assert free.wait(10)
        return Answer(b"")

    def computing(_service: Service, _asked: Asked) -> Answer:
        names.append(threading.current_thread().name)
        return Answer(b"")

    world.service.settings = Settings(limits=Limits(threads=1))
    workers = Workers(world.service)
    slow = OPERATIONS[1]._replace(work=waiting, from_memory=False)
    quick = OPERATIONS[0]._replace(work=computing)

    async def run() -> None:
        other = asyncio.ensure_future(workers.answer(slow, _asked(world), "r"))
        await asyncio.gather(*(workers.answer(quick, _asked(world), "r") for _ in range(5)))
        assert not other.done()
        free.set()
        await other

    asyncio.run(run())
    assert quick.name == "ask_enforceability"
    assert len(names) == 5
    assert len(set(names)) == 1
