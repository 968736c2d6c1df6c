"""What is traced, and that nothing of a person, an order, a token or a body is."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from unittest.mock import patch
from uuid import uuid4

import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanContext, SpanKind, StatusCode

from orderflow.api.logging import LOGGER
from orderflow.api.operations import OPERATIONS
from orderflow.api.telemetry import Telemetry
from orderflow.errors import StoreUnavailable
from orderflow.order import commands as c
from orderflow.store import ProtectionOrders
from tests.serving import GRANT, REFER, REPORT, REQUEST, SERVE, World, filed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

NOW = datetime(2025, 3, 17, 12, tzinfo=UTC)
TRACE, SPAN = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"
PARENT = f"00-{TRACE}-{SPAN}-01"

ATTRIBUTES: Final[Mapping[str, Collection[object]]] = {
    "http.request.method": {"GET", "POST"},
    "http.route": {f"/v1{one.path}" for one in OPERATIONS},
    "http.response.status_code": set(range(200, 600)),
    "orderflow.operation": {one.name for one in OPERATIONS},
    "orderflow.command": {kind.__name__ for kind in c.ALL},
    "orderflow.outcome": {"recorded", "repeated", "refused", "failed"},
    "error.type": {"500", "503"},
}
"""Every attribute that there may be, with everything that it may hold."""


class Traced:
    """A service whose spans are kept."""

    def __init__(self, orders: ProtectionOrders) -> None:
        """Begin it."""
        self.exporter = InMemorySpanExporter()
        provider = TracerProvider(shutdown_on_exit=False)
        provider.add_span_processor(SimpleSpanProcessor(self.exporter))
        self.world = World(orders)
        self.world.service.tracing = Telemetry(provider)

    @property
    def spans(self) -> tuple[ReadableSpan, ...]:
        """What was traced so far, in the order in which it ended."""
        return self.exporter.get_finished_spans()

    def last(self, count: int) -> list[ReadableSpan]:
        """Return the last spans, the outermost first."""
        return list(reversed(self.spans[-count:]))


def context_of(span: ReadableSpan) -> SpanContext:
    """Return ids and state of a span."""
    context = span.get_span_context()
    assert context is not None
    return context


@pytest.fixture
def traced() -> Iterator[Traced]:
    """A service of an empty log in memory."""
    with ProtectionOrders.open(clock=lambda: NOW) as orders:
        yield Traced(orders)


def test_a_request_and_its_command_are_one_trace(traced: Traced) -> None:
    """The command is a part of the request; both say what they are and how they ended."""
    filed(traced.world, granted=False)
    request, command = traced.last(2)

    assert (request.name, request.kind) == ("POST /v1/orders", SpanKind.SERVER)
    assert dict(request.attributes or {}) == {
        "http.request.method": "POST",
        "http.route": "/v1/orders",
        "orderflow.operation": "file_order",
        "http.response.status_code": 201,
    }
    assert (command.name, command.kind) == ("command RequestOrder", SpanKind.INTERNAL)
    assert dict(command.attributes or {}) == {
        "orderflow.command": "RequestOrder",
        "orderflow.outcome": "recorded",
    }
    assert command.parent is not None
    assert command.parent.span_id == context_of(request).span_id
    assert request.parent is None


@pytest.mark.parametrize(
    "header",
    [
        "",
        "00-0-0-0",
        f"01-{TRACE}-{SPAN}-01",
        f"00-{'0' * 32}-{SPAN}-01",
        f"00-{TRACE}-{'0' * 16}-01",
        f"00-{TRACE.upper()}-{SPAN}-01",
        f"{PARENT}-more",
        "rob",
    ],
)
def test_a_traceparent_that_is_none_begins_a_trace(traced: Traced, header: str) -> None:
    """What is not of the form of version 00 is passed over, and the request is answered."""
    assert traced.world.get("/v1/regimes", "court", traceparent=header).status_code == 200
    (request,) = traced.last(1)
    assert request.parent is None
    assert context_of(request).trace_id != int(TRACE, 16)


def test_a_request_goes_on_with_the_trace_of_its_caller(traced: Traced) -> None:
    """Trace and parent are the caller's; what else they sent along is left behind."""
    sent = {"traceparent": PARENT, "tracestate": "who=rob", "baggage": "who=rob"}
    traced.world.get("/v1/orders", "court", **sent)
    (request,) = traced.last(1)

    assert context_of(request).trace_id == int(TRACE, 16)
    assert request.parent is not None
    assert request.parent.span_id == int(SPAN, 16)
    assert dict(context_of(request).trace_state) == {}


def test_a_caller_who_does_not_sample_is_not_traced(traced: Traced) -> None:
    """The standard sampler keeps to what the caller decided."""
    traced.world.get("/v1/orders", "court", traceparent=f"00-{TRACE}-{SPAN}-00")
    assert traced.spans == ()


def test_how_a_command_ended_is_traced_and_not_why(traced: Traced) -> None:
    """Repeated and refused are told apart; the reason is for whoever asked (N5)."""
    order_id = filed(traced.world)
    traced.world.act(order_id, "court", GRANT, key="again")
    refused = traced.last(2)[1]
    assert (refused.attributes or {})["orderflow.outcome"] == "refused"
    served = [traced.world.act(order_id, "server", SERVE, key="once") for _ in range(2)]
    assert [one.status_code for one in served] == [200, 200]
    assert (traced.last(2)[1].attributes or {})["orderflow.outcome"] == "repeated"


def test_a_fault_of_ours_is_an_error_without_words(traced: Traced) -> None:
    """The status says so; the words of the error, which may quote somebody, are not there."""
    order_id = filed(traced.world)
    asked: list[tuple[Exception, int]] = [
        (RuntimeError("rob of the green door"), 500),
        (StoreUnavailable("rob's log is away"), 503),
    ]
    for error, status in asked:
        with patch.object(traced.world.service.orders, "handle", side_effect=error):
            assert traced.world.act(order_id, "server", SERVE).status_code == status
        request, command = traced.last(2)
        assert (request.attributes or {})["error.type"] == str(status)
        assert request.status.status_code is StatusCode.ERROR
        assert request.status.description is None
        assert command.events == request.events == ()


def test_nothing_of_a_person_an_order_a_token_or_a_body_is_in_a_span(traced: Traced) -> None:
    """Whatever is asked, by whomever, well or badly: every word is one of a fixed list."""
    world = traced.world
    order_id = filed(world, served=True)
    for who, body in (("police", REPORT), ("police", REFER), ("court", GRANT)):
        world.act(order_id, who, body)
    for who in ("court", "rob", "ana", "guard", "auditor"):
        for path in (
            f"orders/{order_id}",
            f"orders/{uuid4()}",
            "orders",
            "due",
            "rob",
            "regimes/x",
        ):
            world.get(f"/v1/{path}", who, traceparent=PARENT, tracestate="who=rob")
            world.get(f"/v1/{path}?person=rob&state=granted", who)
            world.get(f"/v1/{path}/history", who)
        for path in ("order-searches", "enforceability", f"orders/{order_id}/assessments"):
            world.post(f"/v1/{path}", who, {"person": "rob"})
            world.post(f"/v1/{path}", who, {"person": "rob", "case_reference": "fam/2025/17"})
    world.client.get("/v1/orders", headers={"Authorization": "Bearer rob.rob.rob"})
    world.client.get(f"/v1/orders/{order_id}/rob")
    world.client.post("/v1/orders", content=b'{"rob"', headers={"Content-Type": "rob"})

    assert len(traced.spans) > 100
    for span in traced.spans:
        for name, value in (span.attributes or {}).items():
            assert value in ATTRIBUTES[name], (name, value)
        assert (span.events, span.links, span.status.description) == ((), (), None)
        assert dict(context_of(span).trace_state) == {}
    written = "".join(str(span.to_json()) for span in traced.spans)
    secrets = (
        *("rob", "ana", "fam/2025", "council-1", "court-1", "somebody", "Bearer", "eyJ", "green"),
        *(str(order_id), order_id.hex, REQUEST["occurred_at"], world.token("court")),
    )
    assert [one for one in secrets if one in written.replace("orderflow.operation", "")] == []


def test_a_line_of_the_log_names_its_trace(
    traced: Traced, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a request is traced, its line in the log says as which; otherwise it says nothing."""
    monkeypatch.setattr(LOGGER, "propagate", True)
    with caplog.at_level("INFO", LOGGER.name):
        traced.world.get("/v1/orders", "court", traceparent=PARENT)
        World(traced.world.orders).get("/v1/orders", "court", traceparent=PARENT)
    first, second = (record.__dict__["said"] for record in caplog.records)

    assert first["trace"] == TRACE
    assert "trace" not in second


_WITHOUT: Final = """
import sys
sys.modules["opentelemetry.sdk"] = None  # As if it were not installed: an import fails.
from tests.serving import World, filed
from orderflow.store import ProtectionOrders
with ProtectionOrders.open() as orders:
    filed(World(orders))
assert "orderflow.api.telemetry" not in sys.modules
"""

_OF_ITSELF: Final = """
from uuid import uuid4
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
exporter = InMemorySpanExporter()
provider = TracerProvider()
provider.add_span_processor(SimpleSpanProcessor(exporter))
trace.set_tracer_provider(provider)
from tests.serving import World, filed
from orderflow.store import ProtectionOrders
with ProtectionOrders.open() as orders:
    world = World(orders)
    order_id = filed(world)
    world.get(f"/v1/orders/{order_id}?person=rob", "court")
    world.client.get(f"/v1/{order_id}/rob")
print([one.to_json() for one in exporter.get_finished_spans()])
"""


def ran(script: str) -> str:
    """Run a script in a process of its own, and return what it printed."""
    environment = {**os.environ, "FASTAPI_OTEL_AUTO_CONFIGURE": "true"}
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_without_the_extra_nothing_is_imported_and_everything_works() -> None:
    """Neither is it needed, nor touched by a service that traces nothing."""
    assert ran(_WITHOUT) == ""


def test_the_framework_traces_nothing_by_itself() -> None:
    """Where the process has a provider, no path and no query of ours reaches it."""
    assert ran(_OF_ITSELF) == "[]"
