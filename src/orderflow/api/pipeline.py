"""From a request to its answer: who asks, whether they may, the work, the access log, the headers.

Every answer passes here, so that nothing is shown that is not logged first, every error is a
problem, and an order that may not be seen is answered as one that is not there, at the same moment.
"""

from __future__ import annotations

import asyncio
import time
from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import Response

from orderflow.api.arriving import (
    body_of,
    headers_of,
    mounted_at,
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
from orderflow.api.working import Workers

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.types import ASGIApp, Receive, Scope, Send

    from orderflow.api.callers import Caller
    from orderflow.api.operations import Operation
    from orderflow.api.service import Service
    from orderflow.api.streaming import Place
    from orderflow.api.tracing import Traced


class Pipeline:
    """Answers requests for one service."""

    def __init__(self, service: Service) -> None:
        """Take the service."""
        self._service = service
        self._limits = service.settings.limits
        self._workers = Workers(service)

    def endpoint(self, operation: Operation) -> Callable[[Request], Awaitable[Response]]:
        """Return what answers the requests of one route."""

        async def endpoint(request: Request) -> Response:
            return await self._traced(request, operation)

        return endpoint

    def answering(self, operation: Operation) -> ASGIApp:
        """Return the same as an application of its own, for whoever routes without Starlette."""

        async def answering(scope: Scope, receive: Receive, send: Send) -> None:
            response = await self._traced(Request(scope, receive, send), operation)
            await response(scope, receive, send)

        return answering

    async def _traced(self, request: Request, operation: Operation) -> Response:
        with self._service.tracing.request(operation, traceparent_of(request)) as traced:
            response = await self._answered(request, operation, traced)
            traced.ended(str(response.status_code))
        return response

    async def _answered(self, request: Request, operation: Operation, traced: Traced) -> Response:
        began, request_id = time.monotonic(), uuid4().hex
        service, failure = self._service, None
        caller: Caller | None = None
        service.metrics.running.inc()
        try:
            caller = await self._known(request, operation)
            answer = await self._worked(request, operation, caller, request_id)
            if operation.unhurried or answer.unhurried:
                await self._at_the_next_moment(began)
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
            prefix=mounted_at(request),
            turn=self._service.index.turn,
        )
        return await self._workers.answer(operation, asked, request_id)

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
            return await self._workers.in_a_thread(partial(self._service.tokens.caller, token))
        except Problem as problem:
            stranger = request.client.host if request.client else ""
            wait = self._service.strangers.take(stranger) if problem.status == _UNKNOWN else 0
            if wait:
                headers = _retry_after(wait)
                raise Problem(Kind.TOO_MANY_REQUESTS, headers=headers) from None
            raise

    async def _same_moment(self, problem: Problem, began: float) -> None:
        """Let an order that may not be seen take as long as one that is not there (N5)."""
        if problem.code == Kind.ORDER_NOT_FOUND:
            await self._at_the_next_moment(began)

    async def _at_the_next_moment(self, began: float) -> None:
        """Wait for the moment at which such answers are given, or for a multiple of it.

        How busy the service is may be seen, and not what it was that took a little longer.
        """
        step = self._service.settings.absent_after
        if step:
            await asyncio.sleep(step - (time.monotonic() - began) % step)

    def _refused(self, request: Request, problem: Problem) -> Answer:
        language = preferred(request.headers.get("accept-language"))
        headers = {**problem.headers, "Content-Language": language}
        content = problem_content(problem, language)
        return Answer(content, problem.status, headers, media_type=MEDIA_TYPE)


_OURS: Final = 500
_UNKNOWN: Final = 401


def _retry_after(seconds: float) -> dict[str, str]:
    return {"Retry-After": str(max(1, round(seconds + 0.5)))}
