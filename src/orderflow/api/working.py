"""Work on requests, in threads because it may block; an answer waits for the access log."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TYPE_CHECKING, TypeVar

from orderflow.api.accesses.entry import written
from orderflow.api.accesses.writer import AccessWriter, Awaited
from orderflow.api.problems import Kind, Problem
from orderflow.errors import EventLogError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from orderflow.api.accesses.entry import Access
    from orderflow.api.exchange import Answer, Asked
    from orderflow.api.operations import Operation
    from orderflow.api.service import Service

T = TypeVar("T")


class _Job(Awaited):
    """One request that is worked on."""

    def __init__(self, operation: Operation, asked: Asked, request_id: str) -> None:
        super().__init__()
        self.operation = operation
        self.asked = asked
        self.request_id = request_id
        self.outcome: Answer | BaseException = Problem(Kind.DEFECT)


class Workers:
    """The threads of one service."""

    def __init__(self, service: Service) -> None:
        """Take the service."""
        self._service = service
        self._seconds = service.settings.limits.work_seconds
        self._threads = ThreadPoolExecutor(
            service.settings.limits.threads, thread_name_prefix="orderflow"
        )
        self._computing = ThreadPoolExecutor(1, thread_name_prefix="orderflow-memory")
        self._writer = AccessWriter(service.accesses)

    async def answer(self, operation: Operation, asked: Asked, request_id: str) -> Answer:
        """Return the answer once every look that it rests on is in the access log.

        Raises:
            Problem: The answer is one, it took too long, or the log cannot be written.
            Exception: What the work raised, once the looks that it began to log are there.
        """
        job = _Job(operation, asked, request_id)
        threads = self._computing if operation.from_memory else self._threads
        # With what is current here, so that a command is a part of its request's trace.
        threads.submit(copy_context().run, self._work, job)
        try:
            await job.told(self._seconds)
        except TimeoutError:
            raise _too_long() from None
        if job.unlogged is not None:
            raise _unlogged(job.unlogged)
        if isinstance(job.outcome, BaseException):
            raise job.outcome
        if job.outcome.problem is not None:
            raise job.outcome.problem
        return job.outcome

    async def in_a_thread(self, work: Callable[[], T]) -> T:
        """Return the result of work that may block; leave it to itself when it takes too long.

        Raises:
            Problem: `took_too_long`; whatever the work raises.
        """
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._seconds):
                return await loop.run_in_executor(self._threads, work)
        except TimeoutError:
            raise _too_long() from None

    def _work(self, job: _Job) -> None:
        """Do what is asked, and tell whoever waits, now or when the access log is written."""
        if job.given_up:
            return
        looks: list[bytes] = []
        try:
            asked = job.asked._replace(note=lambda look: self._noted(job, look))
            answer = job.operation.work(self._service, asked)
            looks = self._written(job, answer.looks)
            job.outcome = answer
        except BaseException as error:  # noqa: BLE001 - raised where it is waited for
            job.outcome = error
        self._writer.finish(looks, job)

    def _noted(self, job: _Job, look: Access) -> None:
        self._writer.begin(self._written(job, (look,)), job)

    def _written(self, job: _Job, looks: Sequence[Access]) -> list[bytes]:
        at = self._service.orders.now()
        caller, operation, request = job.asked.caller, job.operation.name, job.request_id
        return [
            written(look, caller=caller, operation=operation, request=request, at=at)
            for look in looks
        ]


def _too_long() -> Problem:
    return Problem(Kind.TOOK_TOO_LONG, headers={"Retry-After": "1"})


def _unlogged(error: BaseException) -> BaseException:
    if not isinstance(error, EventLogError):
        return error
    problem = Problem(Kind.ACCESS_NOT_LOGGED, headers={"Retry-After": "1"})
    problem.__cause__ = error
    return problem
