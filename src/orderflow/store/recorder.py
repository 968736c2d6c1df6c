"""What a store of orders does beyond the library's recorders, on whatever it keeps its log."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from eventsourcing.persistence import ApplicationRecorder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventsourcing.persistence import Notification


CONTENT_UNKNOWN: Final = b""
"""In place of the digest of a command that is known from its events alone."""


@dataclass(frozen=True, slots=True)
class LogMark:
    """What a log says of itself, from its creation on and for ever.

    Attributes:
        simulated: Whether its clock is simulated. Such a log never becomes a real one.
        created_at: When it was created, by its own clock.
    """

    simulated: bool
    created_at: datetime

    @property
    def identity(self) -> str:
        """What tells this log from others; copies of it have the same."""
        return f"{'simulated' if self.simulated else 'real'}/{self.created_at.isoformat()}"


class HandledCommand(NamedTuple):
    """A command that was accepted, and the events it led to.

    Kept in the same transaction as those events; a refused command leaves no trace.

    Attributes:
        command_id: Its id.
        digest: SHA-256 of its content, a keyed one where something in it is confidential; or
            `CONTENT_UNKNOWN`.
        order_id: The order it changed.
        first_version: Number of its first event within the order.
        last_version: Number of its last event.
    """

    command_id: str
    digest: bytes
    order_id: UUID
    first_version: int
    last_version: int


class OrderRecorder(ApplicationRecorder):
    """A recorder that also keeps handled commands and knows what kind of log it is.

    Beyond the library's contract, `insert_events` takes `command`, a `HandledCommand` to keep in
    the same transaction, and refuses events that would leave a gap in the versions of a stream.
    """

    mark: LogMark

    @abstractmethod
    def load(
        self, command_id: str, order_id: UUID
    ) -> tuple[HandledCommand | None, Sequence[Notification]]:
        """Return what is on record of a command and its order, as of one and the same moment.

        If the command was handled before, the events are those of the order that it changed, up
        to its own last event. Otherwise they are all events of `order_id`.

        Raises:
            UnreadableEvent: They are not all of them; see `select_stream`.
        """

    def settle(self) -> None:
        """Return once all that `load` has returned so far is durable.

        What is decided on it need not wait for that: it is recorded later, and lost with it if it
        is lost. What is told to somebody must. All other ways to read have waited by themselves.
        """

    @abstractmethod
    def select_stream(self, order_id: UUID) -> Sequence[Notification]:
        """Return all events of one order in order of version, each with its position.

        Raises:
            UnreadableEvent: They do not run from 1 without gap, do not begin with a request, do
                not stand in the order of recording, or lack one that was acknowledged.
        """

    @abstractmethod
    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[Notification]:
        """Return events of one order in order of version, each with its position."""

    @abstractmethod
    def select_order_ids(self, after: int, limit: int) -> Sequence[tuple[int, UUID]]:
        """Return the next orders in order of the positions of their first events.

        Args:
            after: Only orders whose first event has a higher position.
            limit: At most so many.
        """
