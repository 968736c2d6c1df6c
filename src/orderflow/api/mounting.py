"""The service as a router for another application, and as an application of its own."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from fastapi import APIRouter, FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response

from orderflow.api.description import described
from orderflow.api.exchange import JSON, Answer
from orderflow.api.health import health_router
from orderflow.api.language import preferred
from orderflow.api.leaving import headers_for, problem_content
from orderflow.api.operations import OPERATIONS
from orderflow.api.pipeline import Pipeline
from orderflow.api.problems import MEDIA_TYPE, Kind, Problem
from orderflow.api.straight import Straight, Way

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from fastapi.telemetry import TelemetryConfig
    from starlette.requests import Request

    from orderflow.api.service import Service

_METHOD_NOT_ALLOWED = 405

_UNTOLD: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}


def router_of(service: Service) -> APIRouter:
    """Return the routes of a service, below `/v1`, for any FastAPI application.

    It brings its own access control, limits and problems, and asks nothing of the application
    that it is included in. When that application ends, the service is closed.
    """
    return _routed(service, Pipeline(service))


def _routed(service: Service, pipeline: Pipeline) -> APIRouter:
    router = APIRouter(redirect_slashes=False, lifespan=_closing(service))
    for operation in OPERATIONS:
        # As plain routes: what arrives is checked by the pipeline, once, and by nothing else.
        router.add_route(
            f"/v1{operation.path}",
            pipeline.endpoint(operation),
            methods=[operation.method],
            name=operation.name,
        )
    content = described()

    async def description(request: Request) -> Response:  # noqa: ARG001 - as FastAPI calls it
        headers = headers_for(Answer(content), "", service.settings)
        # Rules of the Dutch API strategy: whoever may know of the interface may read this anywhere.
        headers |= {"Access-Control-Allow-Origin": "*", "Cache-Control": "max-age=300"}
        return Response(content, 200, headers, JSON)

    router.add_route("/v1/openapi.json", description, methods=["GET"])
    return router


def app_of(service: Service) -> FastAPI:
    """Return an application of its own: the routes, health, and problems for everything else."""
    application = FastAPI(
        title="orderflow",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_ready(service),
        # What newer versions of FastAPI trace by themselves holds paths and queries, and so orders;
        # older ones pass this over.
        telemetry=_UNTOLD,
    )
    pipeline = Pipeline(service)
    ways = [Way(one.method, f"/v1{one.path}", pipeline.answering(one)) for one in OPERATIONS]
    application.add_middleware(Straight, ways=ways)
    application.include_router(_routed(service, pipeline))
    application.include_router(health_router(service))

    async def nowhere(request: Request, error: Exception) -> Response:
        return _problem(request, error, service)

    application.add_exception_handler(HTTPException, nowhere)
    if service.settings.origins:
        application.add_middleware(
            CORSMiddleware,
            allow_origins=list(service.settings.origins),
            allow_methods=["GET", "POST"],
            allow_headers=[
                "Accept-Language",
                "Authorization",
                "Content-Type",
                "Idempotency-Key",
                "If-Match",
            ],
            expose_headers=["API-Version", "ETag", "Location", "Request-Id", "Retry-After"],
        )
    return application


def _problem(request: Request, error: Exception, service: Service) -> Response:
    status = getattr(error, "status_code", 0)
    kind = Kind.METHOD_NOT_ALLOWED if status == _METHOD_NOT_ALLOWED else Kind.NOT_FOUND
    problem = Problem(kind, headers=getattr(error, "headers", None))
    language = preferred(request.headers.get("accept-language"))
    answer = Answer(
        problem_content(problem, language),
        problem.status,
        {**problem.headers, "Content-Language": language},
        media_type=MEDIA_TYPE,
    )
    headers = headers_for(answer, "", service.settings)
    return Response(answer.content, answer.status, headers, MEDIA_TYPE)


def _ready(service: Service):  # type: ignore[no-untyped-def]  # noqa: ANN202 - as FastAPI has it
    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        await run_in_threadpool(service.index.catch_up)
        yield

    return lifespan


def _closing(service: Service):  # type: ignore[no-untyped-def]  # noqa: ANN202 - as FastAPI has it
    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        try:
            yield
        finally:
            await run_in_threadpool(service.close)

    return lifespan
