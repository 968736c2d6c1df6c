"""What the store asks of whoever keeps the keys of people, and where it seals.

Rules decide in the clear and are pure; what they let through is sealed here, between the decision
and the record, because the place of the event belongs to what is sealed: a ciphertext that is moved
to another order, event or field does not open. Who writes events needs to seal, and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol
from uuid import UUID

from orderflow.errors import KeysNeeded
from orderflow.order.confidential import confidential_fields
from orderflow.order.events import TYPES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from orderflow.order.confidential import Plain, Sealed
    from orderflow.order.events import Event
    from orderflow.store.recorder import OrderRecorder

SEALING_TOPICS: Final = tuple(topic for topic, kind in TYPES.items() if confidential_fields(kind))
"""Stable names of the events that hold something sealed."""


class SealedPlace(NamedTuple):
    """Where a sealed value stands, and nowhere else.

    Attributes:
        stream: The order.
        version: Number of the event within the order.
        event: Name of the event, without the version of its form.
        field: Name of the field.
        person: Whom the value is about.
    """

    stream: UUID
    version: int
    event: str
    field: str
    person: str


class Sealer(Protocol):
    """Seals under the keys of people; several threads and processes may use it at once."""

    def serve(self, log: str, holds_sealed: Callable[[], bool]) -> None:
        """Return if the keys are those of a log; keys that served none yet become its keys.

        Args:
            log: What tells the log from others.
            holds_sealed: Tells whether the log holds something sealed already.

        Raises:
            KeyStoreError: They are the keys of another log, or new ones although the log holds
                something sealed.
        """

    def seal(self, text: str, place: SealedPlace) -> Sealed:
        """Return a text sealed under the key of the person; makes that key if there is none.

        A key that is made is on disk when this returns.

        Raises:
            DataErased: The person's data are erased, or about to be.
            KeyStoreError: The keys cannot be had.
        """

    def fingerprint(self, content: bytes, person: str) -> bytes:
        """Return 32 bytes that tell a content from others, to who has the person's key only.

        Raises:
            NoKey: The person has no key.
            DataErased: The person's data are erased, or about to be.
            KeyStoreError: The keys cannot be had.
        """


def sealed_events(
    events: Sequence[Event], stream: UUID, *, after: int, sealer: Sealer | None
) -> tuple[Event, ...]:
    """Return events with what is confidential in them sealed in their places.

    Args:
        events: The events, as decided.
        stream: The order.
        after: Number of the order's last event before them.
        sealer: Who seals.

    Raises:
        KeysNeeded: Something is confidential, and nobody seals.
    """
    return tuple(
        _sealed(event, stream, version, sealer) if confidential_fields(type(event)) else event
        for version, event in enumerate(events, start=after + 1)
    )


def _sealed(event: Event, stream: UUID, version: int, sealer: Sealer | None) -> Event:
    name = type(event).__name__
    person = event.person  # type: ignore[attr-defined]  # Each such event says whom it is about.
    sealed = {}
    for field in confidential_fields(type(event)):
        value: Plain = getattr(event, field)
        place = SealedPlace(stream, version, name, field, person)
        sealed[field] = required(sealer).seal(value.reveal(), place)
    return event.model_copy(update=sealed)


def required(sealer: Sealer | None) -> Sealer:
    """Return who seals.

    Raises:
        KeysNeeded: There is nobody.
    """
    if sealer is None:
        msg = "the log was opened without the keys of its people; nothing confidential is recorded"
        raise KeysNeeded(msg)
    return sealer


def holds_sealed(records: OrderRecorder) -> bool:
    """Tell whether a log holds something sealed."""
    return bool(records.select_notifications(1, 1, topics=SEALING_TOPICS))
