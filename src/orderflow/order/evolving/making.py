"""Applies the events that make an order and change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.order import events as e
from orderflow.order.evolving.registry import Changes, applies
from orderflow.order.records import Mark, Seal, Version
from orderflow.order.values import EndCause

if TYPE_CHECKING:
    from orderflow.order.order import ProtectionOrder


@applies(e.OrderGranted)
def _granted(order: ProtectionOrder, event: e.OrderGranted) -> Changes:
    at = event.occurred_at
    version = Version(1, at, event.terms, event.without_notice, bindings_carried_over=False)
    begin = Mark(at, "begin", event.ends_at, EndCause(event.end_cause))
    return {
        "versions": (*order.versions, version),
        "marks": (*order.marks, begin),
        "counted_from_notice": event.counted_from_notice,
    }


@applies(e.EndRecounted)
def _recounted(order: ProtectionOrder, event: e.EndRecounted) -> Changes:
    marks = tuple(
        mark._replace(ends_at=event.ends_at) if mark.kind == "begin" else mark
        for mark in order.marks
    )
    return {"marks": marks}


@applies(e.ReturnHearingListed)
def _return_hearing(_order: ProtectionOrder, event: e.ReturnHearingListed) -> Changes:
    return {"return_hearing": (event.hearing_at, False)}


@applies(e.OrderSealed)
def _sealed(order: ProtectionOrder, event: e.OrderSealed) -> Changes:
    seal = Seal(event.version, event.what, event.occurred_at, event.police_notice_due_at)
    return {"seals": (*order.seals, seal)}


@applies(e.OrderVaried)
def _varied(order: ProtectionOrder, event: e.OrderVaried) -> Changes:
    at = event.occurred_at
    version = Version(
        event.version, at, event.terms, event.without_notice, event.bindings_carried_over
    )
    changes: Changes = {"versions": (*order.versions, version)}
    if event.end_moved:
        end = Mark(at, "end_set", event.ends_at, EndCause(event.end_cause))
        changes["marks"] = (*order.marks, end)
    if event.at_return_hearing:
        changes["return_hearing"] = held(order)
    return changes


@applies(e.OrderConfirmed)
def _confirmed(order: ProtectionOrder, _event: e.OrderConfirmed) -> Changes:
    return {"return_hearing": held(order)}


@applies(e.OrderExtended)
def _extended(order: ProtectionOrder, event: e.OrderExtended) -> Changes:
    end = Mark(event.occurred_at, "end_set", event.ends_at, EndCause(event.end_cause))
    return {"marks": (*order.marks, end), "extensions": order.extensions + 1}


@applies(e.ChangeRefused)
def _change_refused(_order: ProtectionOrder, _event: e.ChangeRefused) -> Changes:
    return {"change_refused": True}


@applies(e.ConflictFlagged)
def _conflict(order: ProtectionOrder, event: e.ConflictFlagged) -> Changes:
    found = tuple((event.other_order, term) for term in event.terms)
    return {"conflicts": (*order.conflicts, *found)}


@applies(e.ContactDetailsWithheld)
def _withheld(order: ProtectionOrder, event: e.ContactDetailsWithheld) -> Changes:
    return {"withheld_contacts": order.withheld_contacts | {event.person}}


def held(order: ProtectionOrder) -> tuple[object, bool] | None:
    """Return the return hearing as one that has been held."""
    return None if order.return_hearing is None else (order.return_hearing[0], True)
