"""Traces of the service, as the standard variables of the environment say."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from orderflow.api.tracing import NoTracing
from orderflow.cli.tracing import tracing_as_told
from tests.unit.cli.support import SOURCES
from tests.unit.cli.test_signing import asked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOMEWHERE = {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:9"}


class Collector(BaseHTTPRequestHandler):
    """Takes what is sent, as a collector of OpenTelemetry does."""

    taken: ClassVar[list[tuple[str, bytes]]] = []

    def do_POST(self) -> None:
        """Take one batch."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.taken.append((self.path, body))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def collecting() -> Iterator[tuple[str, list[tuple[str, bytes]]]]:
    """Listen for spans; yield where, and what has come."""
    Collector.taken.clear()
    with HTTPServer(("127.0.0.1", 0), Collector) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", Collector.taken
        finally:
            server.shutdown()
            thread.join()


def serve_once(folder: Path, environment: dict[str, str]) -> str:
    """Serve, file an order about Rob, and stop; return what was said on standard error."""
    process = subprocess.Popen(
        [sys.executable, "-m", "orderflow", "serve", "--dev", "--port", "0"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": SOURCES, **environment},
    )
    assert process.stderr is not None
    said = ""
    with process.stderr:
        while "orderflow serves" not in said:
            line = process.stderr.readline()
            assert line, said
            said += line
        where = said.split()[-1]
        claim = {"sub": "ann", "role": "court", "office": "court-1", "purpose": "hearing"}
        token = asked(where.removesuffix("/v1"), "/dev/token", "", claim)["access_token"]
        asked(where, "/order-searches", token, {"person": "rob"})
        with urllib.request.urlopen(f"{where}/openapi.json") as answer:  # noqa: S310 - our own
            answer.read()
        process.send_signal(signal.SIGTERM)
        said += process.stderr.read()
    assert process.wait(30) == 0
    return said


def test_spans_go_where_the_environment_says(tmp_path: Path) -> None:
    """To a real socket, by OTLP; all of them when the service has stopped, and nobody is named."""
    with collecting() as (where, taken):
        told = {"OTEL_EXPORTER_OTLP_ENDPOINT": where, "OTEL_RESOURCE_ATTRIBUTES": "stage=test"}
        serve_once(tmp_path, told)

    assert {path for path, _ in taken} == {"/v1/traces"}
    sent = [
        resource
        for _, body in taken
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans
    ]
    spans = [span for one in sent for scope in one.scope_spans for span in scope.spans]
    assert [span.name for span in spans] == ["POST /v1/order-searches"]
    about = {one.key: one.value.string_value for one in sent[0].resource.attributes}
    assert about == {"service.name": "orderflow", "stage": "test"}
    for _, body in taken:
        assert not [word for word in (b"rob", b"court-1", b"ann", b"eyJ") if word in body]


def test_nothing_is_sent_where_it_is_switched_off(tmp_path: Path) -> None:
    """`OTEL_SDK_DISABLED` goes before everything else."""
    with collecting() as (where, taken):
        told = {"OTEL_EXPORTER_OTLP_ENDPOINT": where, "OTEL_SDK_DISABLED": "true"}
        said = serve_once(tmp_path, told)

    assert (taken, "traced" in said) == ([], False)


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"OTEL_EXPORTER_OTLP_ENDPOINT": ""},
        {**SOMEWHERE, "OTEL_SDK_DISABLED": "TRUE"},
        {**SOMEWHERE, "OTEL_TRACES_EXPORTER": "none"},
        {"OTEL_SERVICE_NAME": "orders"},
    ],
)
def test_nothing_is_traced_unless_the_environment_asks_for_it(told: dict[str, str]) -> None:
    """Without an endpoint, or switched off, nothing is traced and nothing is said."""
    with tracing_as_told(told) as (tracing, why_not):
        assert (type(tracing), why_not) == (NoTracing, None)


@pytest.mark.parametrize(
    "told, said",
    [
        ({"OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"}, "'grpc'"),
        ({"OTEL_EXPORTER_OTLP_TRACES_PROTOCOL": "http/json"}, "'http/json'"),
        ({"OTEL_TRACES_EXPORTER": "zipkin"}, "'zipkin'"),
    ],
)
def test_what_is_not_to_be_had_is_told_and_stops_nothing(told: dict[str, str], said: str) -> None:
    """The service serves without traces, and says which variable it cannot do."""
    with tracing_as_told({**SOMEWHERE, **told}) as (tracing, why_not):
        assert isinstance(tracing, NoTracing)
        assert why_not is not None
        assert said in why_not


def test_a_missing_extra_is_told_and_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says what to install; the service serves without traces."""
    monkeypatch.delitem(sys.modules, "orderflow.api.telemetry", raising=False)
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.resources", None)
    with tracing_as_told(SOMEWHERE) as (tracing, why_not):
        assert isinstance(tracing, NoTracing)
        assert "pip install 'orderflow[otel]'" in str(why_not)
