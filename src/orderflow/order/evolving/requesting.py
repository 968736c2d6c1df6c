"""Applies the events from the request to the decision on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.order import events as e
from orderflow.order.evolving.registry import Changes, applies, leaves_alone
from orderflow.order.records import Support, Undertaking, WishesOf
from orderflow.order.values import EndCause

if TYPE_CHECKING:
    from orderflow.order.order import ProtectionOrder


@applies(e.OrderRequested)
def _requested(_order: ProtectionOrder, event: e.OrderRequested) -> Changes:
    return {
        "regime": event.regime,
        "requested_at": event.occurred_at,
        "applicant": event.applicant,
        "own_motion": event.own_motion,
        "harms": event.harms,
        "protected_persons": event.protected_persons,
        "respondents": event.respondents,
        "other_persons": event.other_persons,
        "case_reference": event.case_reference,
        "without_notice_asked": event.without_notice,
        "channel": event.channel,
        "permission": "needed" if event.permission_needed else "not_needed",
        "flags": event.flags,
    }


@applies(e.PermissionRequested)
def _permission_requested(_order: ProtectionOrder, event: e.PermissionRequested) -> Changes:
    return {"permission": "asked", "permission_at": event.occurred_at}


@applies(e.PermissionGranted)
def _permission_granted(_order: ProtectionOrder, event: e.PermissionGranted) -> Changes:
    return {"permission": "granted", "permission_at": event.occurred_at}


@applies(e.PermissionRefused)
def _permission_refused(_order: ProtectionOrder, event: e.PermissionRefused) -> Changes:
    return {
        "permission": "refused",
        "request_end": (event.occurred_at, EndCause.PERMISSION_REFUSED),
    }


@applies(e.RequestWithdrawn)
def _withdrawn(_order: ProtectionOrder, event: e.RequestWithdrawn) -> Changes:
    return {"request_end": (event.occurred_at, EndCause.WITHDRAWN)}


@applies(e.OrderRefused)
def _refused(_order: ProtectionOrder, event: e.OrderRefused) -> Changes:
    return {"request_end": (event.occurred_at, EndCause.REFUSED)}


@applies(e.UndertakingAccepted)
def _undertaking(_order: ProtectionOrder, event: e.UndertakingAccepted) -> Changes:
    return {
        "request_end": (event.occurred_at, EndCause.UNDERTAKING),
        "undertaking": Undertaking(event.occurred_at, event.given_by, event.terms, event.ends_at),
    }


@applies(e.HearingListed)
def _hearing(order: ProtectionOrder, event: e.HearingListed) -> Changes:
    return {"hearings": (*order.hearings, event.hearing_at)}


@applies(e.WishesRecorded)
def _wishes(order: ProtectionOrder, event: e.WishesRecorded) -> Changes:
    wishes = WishesOf(event.person, event.wishes, event.occurred_at)
    return {"wishes": (*order.wishes, wishes)}


@applies(e.SupportArranged)
def _support(order: ProtectionOrder, event: e.SupportArranged) -> Changes:
    support = Support(event.person, event.support, event.occurred_at)
    return {"support": (*order.support, support)}


leaves_alone(e.ApplicationServed)
