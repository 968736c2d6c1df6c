"""Traces by OpenTelemetry, as its standard variables of the environment say. Needs extra `otel`.

Made by hand: the instrumentation that is to be had writes paths, queries, addresses and the words
of errors into spans, and these say who is looked for (docs/adr/0024).
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from opentelemetry.context import Context
from opentelemetry.sdk.resources import SERVICE_NAME, OTELResourceDetector, Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import (
    NonRecordingSpan,
    Span,
    SpanContext,
    SpanKind,
    Status,
    StatusCode,
    TraceFlags,
    format_trace_id,
    set_span_in_context,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from opentelemetry.trace import TracerProvider as AnyTracerProvider

    from orderflow.api.operations import Operation
    from orderflow.api.tracing import Traced

_NAME: Final = "orderflow"
_TRACEPARENT: Final = re.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})")
_SERVER_ERROR: Final = "5"


class _Request:
    """See `Traced`."""

    def __init__(self, span: Span) -> None:
        self._span = span

    @property
    def trace_id(self) -> str | None:
        context = self._span.get_span_context()
        return format_trace_id(context.trace_id) if context.is_valid else None

    def ended(self, outcome: str) -> None:
        self._span.set_attribute("http.response.status_code", int(outcome))
        if outcome.startswith(_SERVER_ERROR):
            self._span.set_attribute("error.type", outcome)
            self._span.set_status(Status(StatusCode.ERROR))


class _Command(_Request):
    """See `Traced`."""

    def ended(self, outcome: str) -> None:
        self._span.set_attribute("orderflow.outcome", outcome)


class Telemetry:
    """Traces to wherever a provider sends them; satisfies `Tracing`."""

    def __init__(self, provider: AnyTracerProvider) -> None:
        """Take the provider of the application; whoever made it shuts it down."""
        self._tracer = provider.get_tracer(_NAME)

    @contextmanager
    def request(self, operation: Operation, traceparent: str | None) -> Iterator[Traced]:
        """See `Tracing.request`."""
        route = f"/v1{operation.path}"
        with self._tracer.start_as_current_span(
            f"{operation.method} {route}",
            # Never what happens to be current in the thread: a request begins a trace, or goes on
            # with that of its caller.
            context=_context_of(traceparent),
            kind=SpanKind.SERVER,
            attributes={
                "http.request.method": operation.method,
                "http.route": route,
                "orderflow.operation": operation.name,
            },
            # The words of an error may quote what somebody sent.
            record_exception=False,
            set_status_on_exception=False,
        ) as span:
            yield _Request(span)

    @contextmanager
    def command(self, name: str) -> Iterator[Traced]:
        """See `Tracing.command`."""
        with self._tracer.start_as_current_span(
            f"command {name}",
            kind=SpanKind.INTERNAL,
            attributes={"orderflow.command": name},
            record_exception=False,
            set_status_on_exception=False,
        ) as span:
            yield _Command(span)


def provider_of_the_environment() -> TracerProvider:
    """Return a provider that sends what the standard variables say, where they say.

    Sampling, limits, headers, certificates and the name of the service are read by the library
    itself. Nothing of this machine or process is told besides what `OTEL_RESOURCE_ATTRIBUTES` says.
    """
    # An extra of its own within the extra: only whoever sends spans needs it.
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415
        OTLPSpanExporter,
    )

    said = OTELResourceDetector().detect()
    named = Resource({SERVICE_NAME: _NAME}).merge(said)
    provider = TracerProvider(resource=named, shutdown_on_exit=False)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return provider


def _context_of(traceparent: str | None) -> Context:
    """Return the trace that a caller is a part of, or an empty context.

    `tracestate` and baggage are left behind: both may hold anything.
    """
    found = _TRACEPARENT.fullmatch(traceparent or "")
    if found is None:
        return Context()
    trace_id, span_id, flags = (int(part, 16) for part in found.groups())
    parent = SpanContext(trace_id, span_id, is_remote=True, trace_flags=TraceFlags(flags & 1))
    return set_span_in_context(NonRecordingSpan(parent), Context())
