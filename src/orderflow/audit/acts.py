"""From events back to the acts that caused them.

A log keeps what was decided, not the command that asked for it. Most of a command stands in its
events word for word; the rest several commands could have led to. Each of them is offered, the
likeliest first, so that whoever decides anew can take the one that leads to what is on record.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from orderflow.audit.causes import COMMAND_OF
from orderflow.law.vocabulary import Knowledge, OwnMotionNeed
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.reasons import Code
from orderflow.order.values import For, OpenEnded, Until, UntilAge

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime, tzinfo
    from uuid import UUID

    from orderflow.order import ProtectionOrder
    from orderflow.order.values import Duration
    from orderflow.store import RecordedEvent

Fields = dict[str, Any]

ASSUMED: Final[dict[type[c.Command], tuple[str, ...]]] = {
    c.RequestOrder: ("has_lawyer", "consents", "own_motion_needs"),
    c.AcceptUndertaking: ("violence_used_or_threatened", "order_needed"),
    c.ServeApplication: ("notice_abridged",),
    c.WithdrawRequest: ("permitted",),
}
"""What a command says and no event keeps; assumed to be as the decision on record needs it."""

_SAID: Final[dict[type[e.Event], Fields]] = {
    e.RequestWithdrawn: {"permitted": True},
    e.UndertakingAccepted: {"violence_used_or_threatened": False, "order_needed": False},
    e.OrderConfirmed: {"outcome": "confirmed"},
    e.SubstitutedServiceAuthorised: {"how": "substituted"},
    e.ServiceDispensed: {"how": "dispensed"},
}
"""What the command of an event said besides, where it is always the same."""


class Act(NamedTuple):
    """What one command caused.

    Attributes:
        events: Its events, in order.
    """

    events: tuple[RecordedEvent, ...]

    @property
    def first(self) -> RecordedEvent:
        """The event by which the command is known."""
        return self.events[0]

    @property
    def command(self) -> type[c.Command]:
        """The kind of command."""
        event = self.first.event
        if getattr(event, "at_return_hearing", False):
            return c.HoldReturnHearing
        return COMMAND_OF[type(event)]

    def of(self, kind: type[e.Event]) -> Any:  # noqa: ANN401 - an event of that kind
        """Return the event of a kind that the command caused, or None."""
        return next((one.event for one in self.events if isinstance(one.event, kind)), None)


def acts_of(history: tuple[RecordedEvent, ...]) -> Iterator[Act]:
    """Yield the acts of a history, in the order of recording."""
    for _, events in groupby(history, key=lambda recorded: recorded.command_id):
        yield Act(tuple(events))


def commands_of(act: Act, order: ProtectionOrder, zone: tzinfo) -> Iterator[c.Command]:
    """Yield the commands that may have caused an act, the likeliest first; at least one.

    Args:
        act: What was caused.
        order: The order before it.
        zone: Zone in which the law of the order counts.
    """
    form = act.command
    known = _known(act, order.id, form)
    for more in _more(act, _Age(order, zone)):
        yield form.model_validate({**known, **more})


class _Age(NamedTuple):
    """What an end by age is told from: the order before it, and the zone of its law."""

    order: ProtectionOrder
    zone: tzinfo

    def until(self, ends_at: datetime) -> UntilAge:
        """Return the duration; whose age, and which, no event keeps: the day makes the end."""
        person = next((one.id for one in self.order.protected_persons), "nobody")
        reached_on = ends_at.astimezone(self.zone).date()
        return UntilAge(person=person, years=18, reached_on=reached_on)


def _known(act: Act, order_id: UUID, form: type[c.Command]) -> Fields:
    """Return the fields that event and command share, as the event has them."""
    event = act.first.event
    names = [name for name in form.model_fields if name in type(event).model_fields]
    found: Fields = {name: getattr(event, name) for name in names}
    return {**found, "actor": act.first.actor, "order_id": order_id}


def _more(act: Act, age: _Age) -> Iterator[Fields]:
    """Yield what else the command may have said."""
    event = act.first.event
    match event:
        case e.OrderRequested():
            yield _request(event)
        case e.PermissionGranted() | e.PermissionRefused():
            yield {"granted": isinstance(event, e.PermissionGranted)}
        case e.ApplicationServed():
            yield {"notice_abridged": False}
            yield {"notice_abridged": True}
        case e.OrderSetAside():
            yield {"outcome": "set_aside"} if event.at_return_hearing else {}
        case e.PersonInformed():
            yield {"terms_told": event.knowledge is Knowledge.TERMS}
        case e.AppealDetermined():
            yield from _appeal(act, age)
        case e.OrderGranted() | e.OrderVaried() | e.OrderExtended():
            yield from _made(act, age)
        case _:
            yield _SAID.get(type(event), {})


def _request(event: e.OrderRequested) -> Fields:
    return {
        "regime": event.regime.id,
        "as_if_in_force": event.regime.as_if_in_force,
        "own_motion_needs": tuple(OwnMotionNeed),
        "has_lawyer": True,
        "has_litigation_friend": Code.CAPACITY_CHECK not in event.flags,
        "consents": tuple(person.id for person in event.protected_persons),
    }


def _made(act: Act, age: _Age) -> Iterator[Fields]:
    event: Any = act.first.event
    more: Fields = {}
    hearing = act.of(e.ReturnHearingListed)
    if hearing is not None:
        more["return_hearing_at"] = hearing.hearing_at
    if getattr(event, "at_return_hearing", False):
        more["outcome"] = "varied"
    if not getattr(event, "end_moved", True):
        yield more
        return
    for duration in _durations(event, age):
        yield {**more, "duration": duration}


def _appeal(act: Act, age: _Age) -> Iterator[Fields]:
    if act.of(e.OrderSetAside) is not None:
        yield {"effect": "set_aside"}
        return
    restored = act.of(e.OrderRestored)
    if restored is None:
        yield {"effect": "none"}
        return
    yield {"effect": "restored"}
    for duration in _durations(restored, age):
        yield {"effect": "restored", "duration": duration}


def _durations(event: Any, age: _Age) -> Iterator[Duration]:  # noqa: ANN401 - has an end
    """Yield the durations that may have led to an end on record."""
    ends_at = event.ends_at
    if ends_at is None:
        yield OpenEnded()
        return
    counted = getattr(event, "counted", None)
    if counted is not None:
        yield For(period=counted)
    if event.end_cause == "age_limit":
        yield age.until(ends_at)
    else:
        yield Until(at=ends_at)
