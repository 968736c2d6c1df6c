"""Whether the service lives, and whether it is ready; for whoever runs it, without a token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from orderflow.api.accesses.entry import resumed
from orderflow.api.exchange import JSON, Answer
from orderflow.api.leaving import headers_for
from orderflow.errors import EventLogError

if TYPE_CHECKING:
    from starlette.requests import Request

    from orderflow.api.service import Service


def health_router(service: Service) -> APIRouter:
    """Return `/health/live` and `/health/ready`.

    Live: the process answers. Ready: it reaches its log, its access log is written, and it is not
    about to stop. Whether an access log that failed can be written again is tried here, for while
    the service is not ready nobody else may come to try it.
    """
    router = APIRouter(redirect_slashes=False)

    async def live(request: Request) -> Response:  # noqa: ARG001 - as FastAPI calls it
        return _told(service, "live", 200)

    async def ready(request: Request) -> Response:  # noqa: ARG001 - as FastAPI calls it
        if service.draining:
            return _told(service, "stopping", 503)
        try:
            await run_in_threadpool(service.index.catch_up)
        except EventLogError:
            return _told(service, "log not reached", 503)
        try:
            await run_in_threadpool(_resume, service)
        except EventLogError:
            return _told(service, "access log not written", 503)
        return _told(service, "ready", 200)

    for path, answer in (("/live", live), ("/ready", ready)):
        router.add_route(f"/health{path}", answer, methods=["GET"])
    return router


def _resume(service: Service) -> None:
    if service.accesses.failing:
        service.accesses.record([resumed(service.orders.now())])


def _told(service: Service, state: str, status: int) -> Response:
    content = f'{{"status": "{state}"}}'.encode()
    return Response(content, status, headers_for(Answer(content), "", service.settings), JSON)
