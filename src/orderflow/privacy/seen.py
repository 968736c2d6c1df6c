"""What a reader sees of one order: its history, and the order as it stands. Pure.

Three things are taken apart. *Whether* somebody may see an order is `access`; *which facts* a
respondent may know of is `secrecy`; *which fields* of a fact an audience may see is the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from orderflow.order import events as e
from orderflow.order import fold
from orderflow.order.values import Value
from orderflow.privacy.access import NO_SUCH_ORDER, AccessDecision, Look, What
from orderflow.privacy.audience import Audience, AudienceTable, may
from orderflow.privacy.secrecy import AsTold, as_told
from orderflow.privacy.seen_copy import (
    RespondentCopy,
    addressed_terms,
    copy_of,
    disclosed_applicant,
)
from orderflow.privacy.seen_values import Shower

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orderflow.order import ProtectionOrder
    from orderflow.order.values import PersonId
    from orderflow.privacy.reader import Reader
    from orderflow.store import RecordedEvent

_NO_ID: Final = UUID(int=0)
_SHARED: Final = ("occurred_at", "law")
_ENVELOPE: Final = (
    *("version", "position", "recorded_at", "event_id", "command_id"),
    *("actor", "causation_id", "correlation_id"),
)
_DERIVED: Final = ("recorded_state", "periods", "ends_at")


class SeenEvent(Value):
    """One event as a reader may see it; what is not for them is not there.

    Attributes:
        event: Name of its kind.
        fields: Its own fields, by name, as plain JSON.
        record: When it happened, on which sources, and its envelope in the log, as plain JSON.
    """

    event: str
    fields: dict[str, Any]
    record: dict[str, Any]


class Seen(Value):
    """What a reader sees of one order.

    For somebody who may see nothing it is one and the same value, whether there is an order or not.

    Attributes:
        decision: Whether they may see it, as they may be told.
        events: Its history, earliest recorded first.
        order: The order as it stands, by field, as plain JSON; None for a respondent.
        copies: For a respondent, the copies of the versions that they were told of.
    """

    decision: AccessDecision
    events: tuple[SeenEvent, ...] = ()
    order: dict[str, Any] | None = None
    copies: tuple[RespondentCopy, ...] = ()


NOTHING: Final = Seen(decision=NO_SUCH_ORDER)
"""What is seen of an order that is not there, and of every order that may not be seen."""


def seen_by(
    reader: Reader, history: Sequence[RecordedEvent], *, order_id: UUID | None = None
) -> Seen:
    """Return what a reader sees of an order.

    Args:
        reader: Who reads.
        history: Everything on record of the order, earliest first; empty where there is none.
        order_id: Id of the order, to be shown with it.
    """
    look = Look(reader, history)
    decision = look.decision(What.RECORD)
    if not decision.allowed:
        return NOTHING
    shower = Shower(AudienceTable.packaged(), frozenset(decision.audiences))
    if Audience.RESPONDENT in decision.audiences:
        return _of_a_respondent(look, decision, shower)
    open_to = _until_released(look, decision)
    order = look.order if len(open_to) == len(history) else fold(_NO_ID, (r.event for r in open_to))
    return Seen(
        decision=decision,
        events=tuple(_seen_events(((one, one.event) for one in open_to), shower)),
        order=_seen_order(order, order_id, shower),
    )


def _until_released(look: Look, decision: AccessDecision) -> Sequence[RecordedEvent]:
    """Return the history up to the release of a reader who is protected no longer (INT-067).

    What is reported or asked for later concerns those who still are: it may be kept from kin.
    """
    names, order = look.part.names, look.order
    protected = {name for one in order.protected_persons for name in order.known_as(one.id)}
    if decision.audiences != (Audience.PROTECTED_PERSON,) or not names.isdisjoint(protected):
        return look.history
    released = (
        number
        for number, recorded in enumerate(look.history, start=1)
        if isinstance(recorded.event, (e.ProtectedPersonReleased, e.ProtectedPersonDied))
        and recorded.event.person in names
    )
    return look.history[: max(released, default=len(look.history))]


def _of_a_respondent(look: Look, decision: AccessDecision, shower: Shower) -> Seen:
    known = as_told(look.history, look.part.names, look.told)
    them = _Them(look, known)
    return Seen(
        decision=decision,
        events=tuple(_seen_events(((one, them.own(one.event)) for one in known.events), shower)),
        copies=tuple(
            copy_of(them.order, version, them.names, them.name) for version in known.order.versions
        ),
    )


class _Them:
    """A respondent, and the order as they were told of it."""

    def __init__(self, look: Look, known: AsTold) -> None:
        """Take who reads which order, and what they were told."""
        self.names = look.part.names
        self.name: PersonId = (*look.reader.persons, look.reader.on_behalf_of or "")[0]
        # Who is who, and what is withheld, is as the record has it; neither is shown.
        self.order = known.order.changed(
            links=look.order.links, withheld_contacts=look.order.withheld_contacts
        )

    def own(self, event: Any) -> e.Event:  # noqa: ANN401 - an event of any kind
        """Return an event in which nobody is named who is no business of theirs."""
        changes: dict[str, Any] = {}
        fields = type(event).model_fields
        if "terms" in fields:
            changes["terms"] = addressed_terms(self.order, event.terms, self.names, self.name)
        if "person" in fields:
            changes["person"] = self.name
        if "given_by" in fields:
            changes["given_by"] = (self.name,)
        if getattr(event, "counted", None) is not None:
            changes["ends_at"] = None
        if isinstance(event, e.OrderRequested):
            mine = (one for one in event.respondents if one.id in self.names)
            changes["respondents"] = tuple(one.model_copy(update={"id": self.name}) for one in mine)
            changes["applicant"] = disclosed_applicant(self.order)
        changed: e.Event = event.model_copy(update=changes)
        return changed


def _seen_events(
    events: Iterator[tuple[RecordedEvent, e.Event]], shower: Shower
) -> Iterator[SeenEvent]:
    """Yield the events that an audience may know of, each as it may be seen."""
    table, audiences = shower.table, shower.audiences
    for recorded, event in events:
        name = type(event).__name__
        rows = table.events.get(name, {})
        if not may(rows, "event", audiences):
            continue
        own = (one for one in type(event).model_fields if one not in _SHARED)
        shared = {one: getattr(event, one) for one in _SHARED}
        envelope = {one: getattr(recorded, one) for one in _ENVELOPE}
        yield SeenEvent(
            event=name,
            fields={
                one: shower.value(getattr(event, one)) for one in own if may(rows, one, audiences)
            },
            record={
                one: shower.value(value)
                for one, value in {**shared, **envelope}.items()
                if may(table.every_event, one, audiences)
            },
        )


def _seen_order(order: ProtectionOrder, order_id: UUID | None, shower: Shower) -> dict[str, Any]:
    names = (*(one for one in order.__dataclass_fields__ if one != "id"), *_DERIVED)
    values = {"id": order_id, **{one: getattr(order, one) for one in names}}
    rows, audiences = shower.table.order, shower.audiences
    return {one: shower.value(value) for one, value in values.items() if may(rows, one, audiences)}
