"""Where the ledger reads the log: events exactly as stored, in the order of the log.

Only reads, and knows nothing of what the events mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator


class StoredEvent(NamedTuple):
    """One event as the log keeps it.

    Text that is not valid UTF-8 is kept by Python's `surrogateescape`, so that every byte counts.

    Attributes:
        position: Position within the log; later events have higher ones, with gaps or without.
        stream: Id of the stream, as stored.
        version: Number of the event within the stream.
        topic: Type of the event, as stored.
        state: Payload with its envelope, as stored; perhaps compressed or encrypted.
    """

    position: int
    stream: str
    version: int
    topic: str
    state: bytes


class LogSource(Protocol):
    """A log that can be read from any position on."""

    def events_from(self, position: int) -> Iterator[StoredEvent]:
        """Iterate over the events at `position` and after, in order of position."""

    def count(self, first: int, before: int) -> int:
        """Return how many events stand at position `first` and after, but before the other."""

    def find(self, stream: str, version: int) -> StoredEvent | None:
        """Return one event, or None if it is not in the log."""
