"""What the log keeps around an event: when it was recorded, by which command, by whom.

The event itself says what happened in the world and when. The envelope never changes the event,
and the event never repeats the envelope. Stream and version stand beside the payload, in columns
of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar, cast
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from orderflow.order.events import Event
from orderflow.order.values import Actor

E_co = TypeVar("E_co", bound=Event, covariant=True)


class Envelope(BaseModel, Generic[E_co]):
    """An event with what is known of its recording; the payload of the log, as JSON.

    Attributes:
        event_id: Identity of this event, for outside use.
        recorded_at: When it was recorded, in UTC; within a stream never earlier than before.
        command_id: The command that caused it.
        actor: Who gave that command, in which role.
        causation_id: What caused the command, where the caller said.
        correlation_id: What the command belongs to, where the caller said.
        event: The event.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    event_id: UUID
    recorded_at: AwareDatetime
    command_id: str
    actor: Actor
    causation_id: str | None = None
    correlation_id: str | None = None
    event: E_co


@cache
def envelope_of(event_type: type[Event]) -> type[Envelope[Any]]:
    """Return the class of the envelope around events of one type; made when first asked for."""
    # As Envelope[event_type], which a type checker cannot read.
    return cast("type[Envelope[Any]]", Envelope.__class_getitem__(event_type))


class LogEntry(NamedTuple):
    """An event in its place in a stream: the domain event of the `eventsourcing` library.

    Attributes:
        originator_id: The order; the library's word for the id of a stream.
        originator_version: Number of the event within the order, from 1, without gaps.
        envelope: The event with its envelope.
    """

    originator_id: UUID
    originator_version: int
    envelope: Envelope[Event]

    @property
    def event(self) -> Event:
        """The event itself."""
        return self.envelope.event


@dataclass(frozen=True, slots=True)
class RecordedEvent:
    """One event of an order, with everything the log knows of it.

    Attributes:
        event: The event.
        version: Number of the event within the order, from 1.
        position: Position within the whole log; later events have higher ones.
        recorded_at: When it was recorded, in UTC.
        event_id: Identity of the event.
        command_id: The command that caused it.
        actor: Who gave that command, in which role.
        causation_id: What caused the command, where the caller said.
        correlation_id: What the command belongs to, where the caller said.
    """

    event: Event
    version: int
    position: int
    recorded_at: datetime
    event_id: UUID
    command_id: str
    actor: Actor
    causation_id: str | None
    correlation_id: str | None

    @classmethod
    def of(cls, entry: LogEntry, position: int) -> RecordedEvent:
        """Return the entry at its position."""
        envelope = entry.envelope
        return cls(
            event=envelope.event,
            version=entry.originator_version,
            position=position,
            recorded_at=envelope.recorded_at,
            event_id=envelope.event_id,
            command_id=envelope.command_id,
            actor=envelope.actor,
            causation_id=envelope.causation_id,
            correlation_id=envelope.correlation_id,
        )
