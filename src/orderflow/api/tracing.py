"""What is traced of a request: its route as declared, how it ended, and the kind of command.

This module knows no library for it; `orderflow.api.telemetry` does. Nothing of a person, an order,
a token, a query or a body is ever handed over, so that no exporter can send it on.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from orderflow.api.operations import Operation


class Traced(Protocol):
    """A piece of work that is being traced."""

    @property
    def trace_id(self) -> str | None:
        """The id of its trace, for logs; None where nothing is traced."""

    def ended(self, outcome: str) -> None:
        """Say how it ended: a status, or a word or code that is one of a fixed list."""


class Tracing(Protocol):
    """Where traces go."""

    def request(
        self, operation: Operation, traceparent: str | None
    ) -> AbstractContextManager[Traced]:
        """Trace an answer.

        Args:
            operation: The route.
            traceparent: What the caller says that it is a part of (W3C Trace Context), unread.
        """

    def command(self, name: str) -> AbstractContextManager[Traced]:
        """Trace a command, within the request that it came by.

        Args:
            name: The kind of command, such as `GrantOrder`.
        """


class Nothing:
    """A piece of work that is not traced; satisfies `Traced`."""

    trace_id: str | None = None

    def ended(self, outcome: str) -> None:
        """See `Traced.ended`."""


class NoTracing:
    """Nothing is traced; satisfies `Tracing`."""

    @contextmanager
    def request(self, operation: Operation, traceparent: str | None) -> Iterator[Traced]:  # noqa: ARG002 - as every tracing has it
        """See `Tracing.request`."""
        yield _NOTHING

    @contextmanager
    def command(self, name: str) -> Iterator[Traced]:  # noqa: ARG002 - as every tracing has it
        """See `Tracing.command`."""
        yield _NOTHING


_NOTHING = Nothing()
