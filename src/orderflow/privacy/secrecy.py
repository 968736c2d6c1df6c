"""What a respondent may know of an order: what they were told, and nothing that hangs on more (N5).

Keeps one rule: whatever a respondent was not told leaves no trace in what they see. So their view
is not the record with holes in it. It is put together from the facts that they were told, and it
reads like the record of an order about which there is nothing else to know.

Being told is a fact on record: the application or a version was served on them, somebody whose
word proves it told them (INT-056), they were there, or they gave an undertaking. Whatever they
record themselves tells them nothing, or a respondent could make an order visible by asking.

Source:
    gb-eaw/fla-1996/s-63d: an order may be made without notice. When that ends to be a secret is
    INT-063; what is shown then, INT-064; what an invalid service leaves, INT-065.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeGuard, TypeVar
from uuid import UUID

from orderflow.law.vocabulary import Role
from orderflow.order import ProtectionOrder, evolve
from orderflow.order import events as e

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from orderflow.order.values import PersonId
    from orderflow.store import RecordedEvent

E = TypeVar("E", bound=e.Event)
Names = frozenset["PersonId"]
_NO_ID: Final = UUID(int=0)


class Told(NamedTuple):
    """How much of an order somebody was told of.

    Attributes:
        tellings: Versions, within the stream, of the events by which they were told.
        application: Whether the application was served on them.
        version: Highest version of the order that they were told of; 0 if of none.
        promised: Whether they gave an undertaking.
    """

    tellings: frozenset[int] = frozenset()
    application: bool = False
    version: int = 0
    promised: bool = False


def told_to(history: Sequence[RecordedEvent], names: Names) -> Told:
    """Return what one human being was told of an order, by the record as it stands.

    Args:
        history: Everything on record of the order.
        names: Every pseudonym of that human being.
    """
    void = {r.event.binding for r in history if isinstance(r.event, e.BindingInvalidated)}
    mistaken = {r.event.event_version for r in history if _is_of_another(r.event)}
    telling = (r for r in history if r.version not in mistaken)
    found = [r for r in telling if _tells(r.event, names, void) and not _by(r, names)]
    versions = (getattr(recorded.event, "version", 0) for recorded in found)
    return Told(
        tellings=frozenset(recorded.version for recorded in found),
        application=any(isinstance(r.event, e.ApplicationServed) for r in found),
        version=max(versions, default=0),
        promised=any(isinstance(r.event, e.UndertakingAccepted) for r in found),
    )


def _tells(event: e.Event, names: Names, void: set[int]) -> bool:
    match event:
        case e.ApplicationServed():
            return event.person in names
        case e.OrderServed():
            return event.person in names and event.binding not in void
        case e.PersonInformed():
            # Somebody's mere word that a person was told may be meant to find out (INT-056).
            proven = event.knowledge is not None and event.binding not in void
            return event.person in names and proven
        case e.UndertakingAccepted():
            return not names.isdisjoint(event.given_by)
        case _:
            return False


def _is_of_another(event: e.Event) -> TypeGuard[e.RecordCorrected]:
    """Tell whether an entry was found to be of another case or person: it told nobody (INT-065)."""
    return isinstance(event, e.RecordCorrected) and event.ground in {"wrong_order", "wrong_person"}


def _by(recorded: RecordedEvent, names: Names) -> bool:
    actor = recorded.actor
    return actor.role is Role.RESPONDENT or not names.isdisjoint(
        {actor.person, actor.on_behalf_of} - {None}
    )


class AsTold(NamedTuple):
    """An order as somebody was told of it.

    Attributes:
        order: The order that these facts alone make.
        events: The events that they may know of, in the order of recording.
    """

    order: ProtectionOrder
    events: tuple[RecordedEvent, ...]


def as_told(history: Sequence[RecordedEvent], names: Names, told: Told) -> AsTold:
    """Return the part of an order that somebody was told of, and what follows from it for them."""
    order = ProtectionOrder.start(_NO_ID)
    events: list[RecordedEvent] = []
    for recorded in history:
        known = KNOWN.get(type(recorded.event))
        look = _Look(names, told, order, recorded, events[-1] if events else None)
        if told.tellings and known is not None and known(recorded.event, look):
            order = evolve(order, _with_the_end_they_know(recorded.event, order))
            events.append(recorded)
    return AsTold(order, tuple(events))


class _Look(NamedTuple):
    """What it depends on whether somebody may know of an event."""

    names: Names
    told: Told
    order: ProtectionOrder
    recorded: RecordedEvent
    last: RecordedEvent | None

    def in_force(self, at: datetime) -> bool:
        """Tell whether the order was in force, as far as they were told."""
        return self.order.period_at(at) is not None


def _with_the_end_they_know(event: e.Event, order: ProtectionOrder) -> e.Event:
    """Return the event; a restored order ends as they know, not as a version since may have it."""
    if isinstance(event, e.OrderRestored):
        return event.model_copy(update={"ends_at": order.periods[-1].planned[0]})
    return event


KNOWN: Final[dict[type[e.Event], Callable[[Any, _Look], bool]]] = {}
"""For each event that a respondent may ever know of, whether they may know of this one."""


def _known(
    *kinds: type[E],
) -> Callable[[Callable[[E, _Look], bool]], Callable[[E, _Look], bool]]:
    def register(function: Callable[[E, _Look], bool]) -> Callable[[E, _Look], bool]:
        KNOWN.update(dict.fromkeys(kinds, function))
        return function

    return register


@_known(e.OrderRequested)
def _that_it_was_asked_for(_event: e.Event, _look: _Look) -> bool:
    return True


@_known(e.ApplicationServed, e.UndertakingAccepted, e.OrderServed, e.PersonInformed)
def _what_told_them(_event: e.Event, look: _Look) -> bool:
    return look.recorded.version in look.told.tellings


@_known(e.PermissionRefused, e.RequestWithdrawn, e.OrderRefused)
def _how_the_application_ended(_event: e.Event, look: _Look) -> bool:
    return look.told.application


@_known(e.OrderGranted)
def _that_it_was_made(_event: e.Event, look: _Look) -> bool:
    return look.told.version >= 1


@_known(e.OrderVaried)
def _that_it_was_varied(event: e.OrderVaried, look: _Look) -> bool:
    return event.version <= look.told.version


@_known(e.ReturnHearingListed)
def _when_they_are_heard(_event: e.Event, look: _Look) -> bool:
    # It follows the version that it is about, in one act.
    last = look.last
    return (
        last is not None
        and isinstance(last.event, (e.OrderGranted, e.OrderVaried))
        and last.command_id == look.recorded.command_id
    )


@_known(e.OrderDischarged, e.OrderSetAside)
def _that_it_was_ended(event: e.Event, look: _Look) -> bool:
    # An order that had ended, as far as they know, can only be ended by what they do not know.
    return look.in_force(event.occurred_at)


@_known(e.OrderExtended)
def _that_it_was_extended(event: e.OrderExtended, look: _Look) -> bool:
    # As far as they know it must have been in force, with an end, and must end later by it.
    period = look.order.period_at(event.occurred_at)
    end = None if period is None else period.until
    return end is not None and (event.ends_at is None or event.ends_at > end)


@_known(e.OrderRestored)
def _that_it_came_back(event: e.Event, look: _Look) -> bool:
    # As far as they know somebody's act must have ended it, before its time had run out.
    last = look.order.periods[-1] if look.order.periods else None
    if last is None or not last.acted or last.holds_at(event.occurred_at):
        return False
    planned = last.planned[0]
    return planned is None or event.occurred_at < planned


@_known(e.DocumentSurrendered, e.DocumentReturned)
def _what_they_handed_in(event: Any, look: _Look) -> bool:  # noqa: ANN401 - either of the two
    return look.told.version >= 1 and event.person in look.names
