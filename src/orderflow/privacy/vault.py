"""Reads what is sealed, with the keys, for whoever may see it.

Default deny: a vault shows what the function that it is given lets through, and of the rest not
even that it is there. Who may see which field is decided elsewhere; `whole_file` lets all through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from orderflow.errors import DataErased, NoKey
from orderflow.order import events as e
from orderflow.privacy.people import sealed_values

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from orderflow.privacy.keys import Opener
    from orderflow.privacy.people import Log, SealedValue
    from orderflow.store import RecordedEvent

    MayRead = Callable[[RecordedEvent, str], bool]
    """Takes a recorded event and the name of a field, and tells whether it may be shown."""


class Revealed(NamedTuple):
    """A confidential value, or why it cannot be read.

    Attributes:
        order_id: The order.
        version: Number of the event that holds it.
        person: Whom it is about.
        event: Name of the event.
        field: Name of the field.
        kind: What it is: a word of `DetailKind` or `StatementKind`.
        occurred_at: When it was said.
        recorded_at: When it was recorded.
        incident: Which incident it is about, if one.
        corrected: Whether the entry was later marked as wrong.
        text: The value; None where it cannot be read.
        unreadable: `erased`: the key was destroyed; `no_key`: this key store has not got it.
    """

    order_id: UUID
    version: int
    person: str
    event: str
    field: str
    kind: str
    occurred_at: datetime
    recorded_at: datetime
    incident: str | None
    corrected: bool
    text: str | None
    unreadable: Literal["erased", "no_key"] | None = None

    def __repr__(self) -> str:
        return f"Revealed({self.order_id}, version {self.version}, {self.event}.{self.field})"


def whole_file(recorded: RecordedEvent, field: str) -> bool:  # noqa: ARG001 - a `MayRead`
    """Let everything through: for who may see the whole file."""
    return True


class Vault:
    """The confidential values of a log."""

    def __init__(self, log: Log, keys: Opener, *, may_read: MayRead) -> None:
        """Take the log, who opens, and who decides what may be shown.

        Args:
            log: The log, open to be read or written.
            keys: Opens what is sealed.
            may_read: Asked for each field; what it does not let through is left out.
        """
        self._log = log
        self._keys = keys
        self._may_read = may_read

    def read(
        self, order_id: UUID, *, person: str | None = None, known_at: datetime | None = None
    ) -> tuple[Revealed, ...]:
        """Return the confidential values of an order, in the order of recording.

        Args:
            order_id: The order.
            person: Only what is about this person.
            known_at: Leaves out what was recorded after this moment; with a time zone.

        Raises:
            OrderNotFound: There is no such order, or it was not yet known.
            NotUnsealed: A value was altered, or stands where it was not sealed.
            KeyStoreError: The keys cannot be had.
        """
        history = self._log.history(order_id, known_at=known_at)
        corrected = {
            recorded.event.event_version
            for recorded in history
            if isinstance(recorded.event, e.RecordCorrected)
        }
        return tuple(
            self._revealed(value, corrected=value.recorded.version in corrected)
            for value in sealed_values(order_id, history)
            if person in (None, value.place.person)
            and self._may_read(value.recorded, value.place.field)
        )

    def details(self, order_id: UUID, person: str) -> dict[str, str]:
        """Return the details of a person as they stand: the last of each kind, by its word.

        What was marked as wrong, or cannot be read, is left out. Raises what `read` does.
        """
        return {
            one.kind: one.text
            for one in self.read(order_id, person=person)
            if one.event == e.PersonDetailsRecorded.__name__
            and not one.corrected
            and one.text is not None
        }

    def reveal(self, order_id: UUID, version: int) -> str:
        """Return the confidential value of one event.

        Raises:
            LookupError: There is none, or it may not be shown.
            DataErased: The key was destroyed.
            NoKey: This key store has not got the key.
            NotUnsealed: The value was altered, or stands where it was not sealed.
        """
        for value in sealed_values(order_id, self._log.history(order_id)):
            if value.recorded.version == version:
                if self._may_read(value.recorded, value.place.field):
                    return self._keys.open(value.sealed, value.place)
                break
        msg = f"event {version} of the order holds nothing confidential"
        raise LookupError(msg)

    def _revealed(self, value: SealedValue, *, corrected: bool) -> Revealed:
        text: str | None = None
        unreadable: Literal["erased", "no_key"] | None = None
        try:
            text = self._keys.open(value.sealed, value.place)
        except DataErased:
            unreadable = "erased"
        except NoKey:
            unreadable = "no_key"
        recorded, place = value.recorded, value.place
        return Revealed(
            order_id=place.stream,
            version=place.version,
            person=place.person,
            event=place.event,
            field=place.field,
            kind=value.kind,
            occurred_at=recorded.event.occurred_at,
            recorded_at=recorded.recorded_at,
            incident=getattr(recorded.event, "incident", None),
            corrected=corrected,
            text=text,
            unreadable=unreadable,
        )
