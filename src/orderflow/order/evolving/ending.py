"""Applies the events that end an order or bring it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.order import events as e
from orderflow.order.evolving.making import held
from orderflow.order.evolving.registry import Changes, applies
from orderflow.order.records import Appeal, Mark, SetAsideMark
from orderflow.order.values import EndCause

if TYPE_CHECKING:
    from orderflow.order.events import Event
    from orderflow.order.order import ProtectionOrder


@applies(e.OrderDischarged)
def _discharged(order: ProtectionOrder, event: e.OrderDischarged) -> Changes:
    return _ended(order, event, EndCause.DISCHARGED)


@applies(e.OrderSuperseded)
def _superseded(order: ProtectionOrder, event: e.OrderSuperseded) -> Changes:
    return _ended(order, event, EndCause.SUPERSEDED)


@applies(e.OrderSetAside)
def _set_aside(order: ProtectionOrder, event: e.OrderSetAside) -> Changes:
    mark = SetAsideMark(event.occurred_at, event.effect)
    changes = _ended(order, event, EndCause.SET_ASIDE) | {"set_aside": mark}
    if event.at_return_hearing:
        changes["return_hearing"] = held(order)
    return changes


@applies(e.ProtectedPersonReleased)
def _released(order: ProtectionOrder, event: e.ProtectedPersonReleased) -> Changes:
    once = order.once_protected | {event.person}
    return {"protected_persons": _without(order, event.person), "once_protected": once}


@applies(e.ProtectedPersonDied)
def _died(order: ProtectionOrder, event: e.ProtectedPersonDied) -> Changes:
    left = _without(order, event.person)
    if left:
        return {"protected_persons": left}
    return _ended(order, event, EndCause.PROTECTED_PERSON_DIED)


@applies(e.OrderExpired)
def _expired(_order: ProtectionOrder, event: e.OrderExpired) -> Changes:
    return {"expiry": event.ended_at}


@applies(e.AppealLodged)
def _appealed(order: ProtectionOrder, event: e.AppealLodged) -> Changes:
    appeal = Appeal(event.appeal, event.occurred_at, event.against, event.suspends)
    changes: Changes = {"appeals": (*order.appeals, appeal)}
    if event.suspends:
        changes |= _ended(order, event, EndCause.SUSPENDED_ON_APPEAL)
    return changes


@applies(e.AppealDetermined)
def _determined(order: ProtectionOrder, event: e.AppealDetermined) -> Changes:
    appeals = tuple(
        appeal._replace(outcome=event.outcome) if appeal.number == event.appeal else appeal
        for appeal in order.appeals
    )
    return {"appeals": appeals}


@applies(e.OrderRestored)
def _restored(order: ProtectionOrder, event: e.OrderRestored) -> Changes:
    resumed = Mark(event.occurred_at, "resumed", event.ends_at, EndCause(event.end_cause))
    return {"marks": (*order.marks, resumed), "set_aside": None}


def _ended(order: ProtectionOrder, event: Event, cause: EndCause) -> Changes:
    mark = Mark(event.occurred_at, "ended", None, cause)
    return {"marks": (*order.marks, mark)}


def _without(order: ProtectionOrder, person: str) -> tuple[object, ...]:
    return tuple(someone for someone in order.protected_persons if someone.id != person)
