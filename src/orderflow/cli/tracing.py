"""Whether the environment says that requests are traced, and what traces them then."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from orderflow.api.tracing import Tracing

_ENDPOINTS: Final = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")
_PROTOCOLS: Final = ("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL")
_OURS: Final = "http/protobuf"


@contextmanager
def tracing_as_told(environment: Mapping[str, str]) -> Iterator[tuple[Tracing, str | None]]:
    """Yield what traces requests, and why nothing does although somewhere to send it was named.

    What was not sent yet is sent when the block ends. A service that cannot be traced serves all
    the same: nobody goes without protection for want of a trace.

    Args:
        environment: Variables, by name.
    """
    from orderflow.api.tracing import NoTracing

    why_not = None if not _wanted(environment) else _unfit(environment)
    if not _wanted(environment) or why_not is not None:
        yield NoTracing(), why_not
        return
    try:
        from orderflow.api.telemetry import Telemetry, provider_of_the_environment

        provider = provider_of_the_environment()
    except ModuleNotFoundError as error:
        yield NoTracing(), f"it needs {error.name}: pip install 'orderflow[otel]'"
        return
    try:
        yield Telemetry(provider), None
    finally:
        provider.shutdown()


def _wanted(environment: Mapping[str, str]) -> bool:
    if environment.get("OTEL_SDK_DISABLED", "").strip().lower() == "true":
        return False
    if environment.get("OTEL_TRACES_EXPORTER", "otlp").strip().lower() == "none":
        return False
    return any(environment.get(name, "").strip() for name in _ENDPOINTS)


def _unfit(environment: Mapping[str, str]) -> str | None:
    """Return why what the environment asks for is not to be had, if it is not."""
    exporter = environment.get("OTEL_TRACES_EXPORTER", "").strip().lower() or "otlp"
    if exporter != "otlp":
        return f"OTEL_TRACES_EXPORTER is '{exporter}'; traces are sent by 'otlp' alone"
    said = [environment.get(name, "").strip() for name in _PROTOCOLS]
    protocol = next((one for one in said if one), _OURS)
    if protocol != _OURS:
        return f"{_PROTOCOLS[1]} is '{protocol}'; traces are sent by '{_OURS}' alone"
    return None
