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
    begin = Mark(at, "begin", event.ends_at, EndCause(event.end_cause), event.counted)
    return {"versions": (*order.versions, version), "marks": (*order.marks, begin)}


@applies(e.EndRecounted)
def _recounted(order: ProtectionOrder, event: e.EndRecounted) -> Changes:
    ends = iter(event.ends)
    marks = tuple(
        mark if mark.counted is None else mark._replace(ends_at=next(ends, mark.ends_at))
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
        end = Mark(at, "end_set", event.ends_at, EndCause(event.end_cause), event.counted)
        changes["marks"] = (*order.marks, end)
    if event.at_return_hearing:
        changes["return_hearing"] = held(order)
    return changes


@applies(e.OrderConfirmed)
def _confirmed(order: ProtectionOrder, _event: e.OrderConfirmed) -> Changes:
    return {"return_hearing": held(order)}


@applies(e.OrderExtended)
def _extended(order: ProtectionOrder, event: e.OrderExtended) -> Changes:
    at = event.occurred_at
    end = Mark(at, "end_set", event.ends_at, EndCause(event.end_cause), event.counted)
    return {"marks": (*order.marks, end), "extended_at": (*order.extended_at, at)}


@applies(e.ChangeRefused)
def _change_refused(order: ProtectionOrder, event: e.ChangeRefused) -> Changes:
    return {"changes_refused_at": (*order.changes_refused_at, event.occurred_at)}


@applies(e.ConflictFlagged)
def _conflict(order: ProtectionOrder, event: e.ConflictFlagged) -> Changes:
    found = tuple((event.other_order, term) for term in event.terms)
    return {"conflicts": (*order.conflicts, *found)}


@applies(e.ContactDetailsWithheld)
def _withheld(order: ProtectionOrder, event: e.ContactDetailsWithheld) -> Changes:
    # A copy that was checked before may hold what is withheld now.
    withheld = order.withheld_contacts | {event.person}
    return {"withheld_contacts": withheld, "checked_copies": ()}


def held(order: ProtectionOrder) -> tuple[object, bool] | None:
    """Return the return hearing as one that has been held."""
    return None if order.return_hearing is None else (order.return_hearing[0], True)
