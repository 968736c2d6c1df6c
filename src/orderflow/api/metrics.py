"""What is counted and timed: operations, outcomes and durations; never a person or an order."""

from __future__ import annotations

from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

MEDIA_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"

_SECONDS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)


class Metrics:
    """The figures of one service, in a registry of its own."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "orderflow_http_requests",
            "Requests answered, by operation and status.",
            ("operation", "status"),
            registry=self.registry,
        )
        self.seconds = Histogram(
            "orderflow_http_request_seconds",
            "Time from the first byte of a request to its answer.",
            ("operation",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.running = Gauge(
            "orderflow_http_requests_running",
            "Requests that are worked on now.",
            registry=self.registry,
        )
        self.followers = Gauge(
            "orderflow_http_followers",
            "Followers of the events now.",
            registry=self.registry,
        )
        self.position = Gauge(
            "orderflow_index_position",
            "Position of the last event of the log that the index has counted in.",
            registry=self.registry,
        )
        self.unreadable = Gauge(
            "orderflow_index_unreadable_orders",
            "Orders with an event that cannot be read, and events of no order.",
            registry=self.registry,
        )

    def counted(self, operation: str, status: int, seconds: float) -> None:
        """Count one answer."""
        self.requests.labels(operation, str(status)).inc()
        self.seconds.labels(operation).observe(seconds)

    def text(self) -> bytes:
        """Return the figures in the text format of Prometheus."""
        return generate_latest(self.registry)
