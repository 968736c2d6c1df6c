"""Applies the events that follow conduct."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orderflow.order import events as e
from orderflow.order.evolving.registry import Changes, applies
from orderflow.order.incident import CivilPursuit, Dismissal, Incident, Referral

if TYPE_CHECKING:
    from collections.abc import Callable

    from orderflow.order.order import ProtectionOrder


@applies(e.IncidentReported)
def _reported(order: ProtectionOrder, event: e.IncidentReported) -> Changes:
    incident = Incident(
        event.incident,
        event.person,
        event.term,
        event.conduct_at,
        event.place,
        event.occurred_at,
        event.assessment,
        event.same_conduct_as,
        event.same_conduct_elsewhere,
        event.other_offences,
    )
    return {"incidents": (*order.incidents, incident)}


@applies(e.IncidentReassessed)
def _reassessed(order: ProtectionOrder, event: e.IncidentReassessed) -> Changes:
    def change(old: Incident) -> dict[str, Any]:
        reopened = event.assessment.any_route and not old.assessment.any_route
        changes: dict[str, Any] = {"assessment": event.assessment}
        if reopened:
            # A dismissal rested on what was known then.
            changes["dismissals"] = tuple(
                dismissal._replace(lifted_at=dismissal.lifted_at or event.occurred_at)
                for dismissal in old.dismissals
            )
        return changes

    return _change(order, event.incident, change)


@applies(e.IncidentDismissed)
def _dismissed(order: ProtectionOrder, event: e.IncidentDismissed) -> Changes:
    at = event.occurred_at

    def change(old: Incident) -> dict[str, Any]:
        # Whatever was open ends with it; should it be taken up again, it starts afresh.
        return {
            "dismissals": (*old.dismissals, Dismissal(at)),
            "referrals": tuple(
                r._replace(concluded_at=r.concluded_at or at) for r in old.referrals
            ),
            "pursuits": tuple(p._replace(concluded_at=p.concluded_at or at) for p in old.pursuits),
        }

    return _change(order, event.incident, change)


@applies(e.ComplaintWithdrawn)
def _complaint_withdrawn(order: ProtectionOrder, event: e.ComplaintWithdrawn) -> Changes:
    return _change(order, event.incident, lambda _: {"complaint_withdrawn": True})


@applies(e.IncidentReferred)
def _referred(order: ProtectionOrder, event: e.IncidentReferred) -> Changes:
    def change(old: Incident) -> dict[str, Any]:
        return {"referrals": (*old.referrals, Referral(event.occurred_at))}

    return _change(order, event.incident, change)


@applies(e.CivilEnforcementPursued)
def _pursued(order: ProtectionOrder, event: e.CivilEnforcementPursued) -> Changes:
    def change(old: Incident) -> dict[str, Any]:
        pursuit = CivilPursuit(event.occurred_at, event.standing)
        return {"pursuits": (*old.pursuits, pursuit)}

    return _change(order, event.incident, change)


@applies(e.ProsecutionConcluded)
def _prosecuted(order: ProtectionOrder, event: e.ProsecutionConcluded) -> Changes:
    def change(old: Incident) -> dict[str, Any]:
        done = tuple(
            last._replace(outcome=event.outcome, concluded_at=event.occurred_at)
            for last in old.referrals[-1:]
        )
        return {"referrals": (*old.referrals[:-1], *done)}

    return _change(order, event.incident, change)


@applies(e.CivilEnforcementConcluded)
def _enforced(order: ProtectionOrder, event: e.CivilEnforcementConcluded) -> Changes:
    def change(old: Incident) -> dict[str, Any]:
        done = tuple(
            last._replace(outcome=event.outcome, concluded_at=event.occurred_at)
            for last in old.pursuits[-1:]
        )
        return {"pursuits": (*old.pursuits[:-1], *done)}

    return _change(order, event.incident, change)


@applies(e.RecordCorrected)
def _corrected(order: ProtectionOrder, event: e.RecordCorrected) -> Changes:
    doubtful = order.doubtful or event.ground != "clerical_error"
    return {"corrected": (*order.corrected, event.event_version), "doubtful": doubtful}


def _change(
    order: ProtectionOrder, incident_id: str, change: Callable[[Incident], dict[str, Any]]
) -> Changes:
    incidents = tuple(
        incident._replace(**change(incident)) if incident.id == incident_id else incident
        for incident in order.incidents
    )
    return {"incidents": incidents}
