"""From a request to its answer: who asks, whether they may, the work, the access log, the headers.

Every answer passes here, so that nothing is shown that is not logged first, every error is a
problem, and an order that may not be seen is answered as one that is not there, at the same moment.
"""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextvars import copy_context
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar
from uuid import uuid4

from starlette.responses import Response

from orderflow.api.accesses.entry import written
from orderflow.api.arriving import (
    body_of,
    headers_of,
    must_be_ours,
    must_be_plain,
    query_for,
    token_of,
    traceparent_of,
)
from orderflow.api.competence import permitted
from orderflow.api.exchange import Answer, Asked
from orderflow.api.language import preferred
from orderflow.api.leaving import headers_for, problem_content
from orderflow.api.logging import request_logged
from orderflow.api.problems import MEDIA_TYPE, Kind, Problem
from orderflow.api.refusals import problem_of
from orderflow.api.seeing import heard_by
from orderflow.api.streaming import EventStream
from orderflow.errors import EventLogError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    from orderflow.api.accesses.entry import Access
    from orderflow.api.callers import Caller
    from orderflow.api.operations import Operation
    from orderflow.api.service import Service
    from orderflow.api.streaming import Place
    from orderflow.api.tracing import Traced


T = TypeVar("T")


class Pipeline:
    """Answers requests for one service."""

    def __init__(self, service: Service) -> None:
        """Take the service."""
        self._service = service
        self._limits = service.settings.limits
        self._threads = ThreadPoolExecutor(self._limits.threads, thread_name_prefix="orderflow")
        # Apart from those that work: they are waited for.
        self._writers = ThreadPoolExecutor(_WRITERS, thread_name_prefix="orderflow-access")

    def endpoint(self, operation: Operation) -> Callable[[Request], Awaitable[Response]]:
        """Return what answers the requests of one route."""

        async def endpoint(request: Request) -> Response:
            tracing = self._service.tracing
            with tracing.request(operation, traceparent_of(request)) as traced:
                response = await self._answered(request, operation, traced)
                traced.ended(str(response.status_code))
            return response

        return endpoint

    async def _answered(self, request: Request, operation: Operation, traced: Traced) -> Response:
        began, request_id = time.monotonic(), uuid4().hex
        service, failure = self._service, None
        caller: Caller | None = None
        service.metrics.running.inc()
        try:
            caller = await self._known(request, operation)
            answer = await self._worked(request, operation, caller, request_id)
            if operation.unhurried:
                await self._not_before(began)
            if answer.stream is not None:
                service.followers.enter(caller.key)
        except Exception as error:  # noqa: BLE001 - every error is an answer
            problem = problem_of(error)
            failure = error if problem.status >= _OURS else None
            await self._same_moment(problem, began)
            answer = self._refused(request, problem)
        finally:
            service.metrics.running.dec()
        seconds = time.monotonic() - began
        service.metrics.counted(operation.name, answer.status, seconds)
        named = (request_id, traced.trace_id)
        request_logged(operation, named, answer.status, seconds, failure)
        headers = headers_for(answer, request_id, service.settings)
        if answer.stream is not None and caller is not None:
            return self._following(request, caller, answer.stream, headers)
        return Response(answer.content, answer.status, headers, answer.media_type)

    async def _known(self, request: Request, operation: Operation) -> Caller:
        """Return who asks, if they may make this request at all."""
        service = self._service
        must_be_plain(request)
        must_be_ours(request, service.settings.hosts)
        caller = await self._caller(request)
        wait = service.rates.take(caller.key)
        if wait:
            raise Problem(Kind.TOO_MANY_REQUESTS, headers=_retry_after(wait))
        if not permitted(caller.roles, operation.name):
            raise Problem(Kind.ROLE_NOT_PERMITTED)
        return caller

    async def _worked(
        self, request: Request, operation: Operation, caller: Caller, request_id: str
    ) -> Answer:
        headers = headers_of(request)
        asked = Asked(
            operation=operation.name,
            caller=caller,
            language=preferred(request.headers.get("accept-language")),
            path=request.path_params,
            query=query_for(request, operation),
            headers=headers,
            body=await body_of(request, self._limits) if operation.method == "POST" else b"",
            prefix=request.scope.get("root_path", ""),
        )
        return await self._in_a_thread(partial(self._logged, operation, asked, request_id))

    def _following(
        self, request: Request, caller: Caller, place: Place, headers: dict[str, str]
    ) -> EventStream:
        """Return the events from a place on, for as long as the token is good."""
        service = self._service
        token = token_of(request)

        def still() -> bool:
            try:
                return service.tokens.remembered(token) is not None
            except Problem:
                return False

        return EventStream(
            service.followers,
            place,
            headers=headers,
            limits=self._limits,
            still=still,
            shown=partial(heard_by, service, caller),
            leave=partial(service.followers.leave, caller.key),
        )

    async def _caller(self, request: Request) -> Caller:
        """Return who asks.

        An address that sends many bad tokens is told to wait; a good token from there is good all
        the same, for behind a proxy every caller has the same address.
        """
        try:
            token = token_of(request)
            known = self._service.tokens.remembered(token)
            if known is not None:
                return known
            return await self._in_a_thread(partial(self._service.tokens.caller, token))
        except Problem as problem:
            stranger = request.client.host if request.client else ""
            wait = self._service.strangers.take(stranger) if problem.status == _UNKNOWN else 0
            if wait:
                headers = _retry_after(wait)
                raise Problem(Kind.TOO_MANY_REQUESTS, headers=headers) from None
            raise

    def _logged(self, operation: Operation, asked: Asked, request_id: str) -> Answer:
        """Return the answer once every look that it rests on is in the access log.

        Raises:
            Problem: The answer is one, or the log cannot be written.
        """
        entries = partial(self._record, operation, asked.caller, request_id)
        begun: list[Future[None]] = []
        asked = asked._replace(
            note=lambda access: begun.append(self._writers.submit(entries, (access,)))
        )
        try:
            answer = operation.work(self._service, asked)
        finally:
            wait(begun)
        try:
            for one in begun:
                one.result()
            entries(answer.looks)
        except EventLogError as error:
            raise Problem(Kind.ACCESS_NOT_LOGGED, headers={"Retry-After": "1"}) from error
        if answer.problem is not None:
            raise answer.problem
        return answer

    def _record(
        self, operation: Operation, caller: Caller, request_id: str, looks: tuple[Access, ...]
    ) -> None:
        at = self._service.orders.now()
        self._service.accesses.record(
            [
                written(look, caller=caller, operation=operation.name, request=request_id, at=at)
                for look in looks
            ]
        )

    async def _in_a_thread(self, work: Callable[[], T]) -> T:
        """Return the result of work that may block; leave it to itself when it takes too long."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._limits.work_seconds):
                # With what is current here, so that a command is a part of its request's trace.
                return await loop.run_in_executor(self._threads, copy_context().run, work)
        except TimeoutError:
            raise Problem(Kind.TOOK_TOO_LONG, headers={"Retry-After": "1"}) from None

    async def _same_moment(self, problem: Problem, began: float) -> None:
        """Let an order that may not be seen take as long as one that is not there (N5)."""
        if problem.code == Kind.ORDER_NOT_FOUND:
            await self._not_before(began)

    async def _not_before(self, began: float) -> None:
        left = began + self._service.settings.absent_after - time.monotonic()
        await asyncio.sleep(max(0.0, left))

    def _refused(self, request: Request, problem: Problem) -> Answer:
        language = preferred(request.headers.get("accept-language"))
        headers = {**problem.headers, "Content-Language": language}
        content = problem_content(problem, language)
        return Answer(content, problem.status, headers, media_type=MEDIA_TYPE)


_OURS: Final = 500
_WRITERS: Final = 8
_UNKNOWN: Final = 401


def _retry_after(seconds: float) -> dict[str, str]:
    return {"Retry-After": str(max(1, round(seconds + 0.5)))}
