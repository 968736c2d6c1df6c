"""Decides who may take conduct further, by which route, and when neither may follow the other.

Source:
    gb-eaw/fla-1996/s-63ca, gb-eaw/case/ru-2013-ewhc-2350, nl/wth/art-11.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.errors import NotDecided
from orderflow.law.vocabulary import Role
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.assess import assess_incident
from orderflow.order.assessment import RouteStatus
from orderflow.order.deciding.case import Case, refuse
from orderflow.order.deciding.incidents import not_dismissed
from orderflow.order.deciding.registry import Events, decides
from orderflow.order.outcomes import outcomes_of
from orderflow.order.reasons import Code
from orderflow.order.values import CIVIL_PUNISHMENTS, CivilOutcome, ProsecutionOutcome

if TYPE_CHECKING:
    from orderflow.law.vocabulary import Capacity
    from orderflow.order.assessment import Route


@decides(c.ReferIncident, "refer")
def _refer(command: c.ReferIncident, case: Case) -> Events:
    incident = not_dismissed(command.incident, case)
    assessment = assess_incident(case.order, case.regime, incident)
    _must_be_open(assessment.criminal, command.weighed, case)
    case.must_be_competent(case.breach_law(incident).referral_by)
    case.must_not_precede(incident.reported_at)
    if incident.referred_at(None):
        refuse(Code.ALREADY_REFERRED)
    return (
        e.IncidentReferred(
            occurred_at=case.at,
            law=case.breach_law(incident).criminal.source,
            incident=incident.id,
            assessment=assessment,
            weighed=command.weighed,
        ),
    )


@decides(c.PursueCivilEnforcement, "pursue_civil")
def _pursue(command: c.PursueCivilEnforcement, case: Case) -> Events:
    incident = not_dismissed(command.incident, case)
    assessment = assess_incident(case.order, case.regime, incident)
    _must_be_open(assessment.civil, command.weighed, case)
    standing = _standing(case)
    case.must_not_precede(incident.reported_at)
    if incident.pursued:
        refuse(Code.ALREADY_PURSUED)
    if incident.civil is not None and incident.civil is not CivilOutcome.NOT_PROVED:
        refuse(Code.INCIDENT_CONCLUDED)
    return (
        e.CivilEnforcementPursued(
            occurred_at=case.at,
            law=case.regime.civil.standing.source,
            incident=incident.id,
            assessment=assessment,
            standing=standing,
            weighed=command.weighed,
        ),
    )


def _standing(case: Case) -> Capacity:
    rule = case.regime.civil.standing
    mine = case.capacities()
    found = next((capacity for capacity in rule.decided() if capacity in mine), None)
    if found is None:
        refuse(Code.NO_STANDING, rule.source)
    return found


def _must_be_open(route: Route, weighed: tuple[Code, ...], case: Case) -> None:
    """Refuse a closed route, and one whose reasons for review nobody has weighed."""
    if route.status is RouteStatus.CLOSED:
        refuse(route.reasons[0].code, route.reasons[0].law)
    for reason in route.reasons:
        if reason.question is not None:
            raise NotDecided(reason.question, field="breach", regime=case.regime.id, law=reason.law)
    if not set(route.codes) <= set(weighed):
        refuse(Code.REVIEW_NEEDED, tuple(key for reason in route.reasons for key in reason.law))


@decides(c.ConcludeProsecution, "conclude")
def _conclude_prosecution(command: c.ConcludeProsecution, case: Case) -> Events:
    incident = not_dismissed(command.incident, case)
    if not incident.referred_at(None):
        refuse(Code.NOT_REFERRED)
    case.must_not_precede(incident.referrals[-1].at)
    who = case.breach_law(incident).prosecution_by
    case.must_be_competent(who, Role.CRIMINAL_COURT)
    bar = case.regime.exclusion.civil_punishment_bars_conviction
    convicted = command.outcome is ProsecutionOutcome.CONVICTED
    outcomes = outcomes_of(case.order, incident)
    if convicted and ProsecutionOutcome.CONVICTED in outcomes.criminal:
        refuse(Code.ALREADY_CONVICTED, bar.source)
    if convicted and outcomes.civil & CIVIL_PUNISHMENTS and bar.decided():
        refuse(Code.PUNISHED_AS_CONTEMPT, bar.source)
    return (
        e.ProsecutionConcluded(
            occurred_at=case.at, law=who.source, incident=incident.id, outcome=command.outcome
        ),
    )


@decides(c.ConcludeCivilEnforcement, "conclude")
def _conclude_civil(command: c.ConcludeCivilEnforcement, case: Case) -> Events:
    incident = not_dismissed(command.incident, case)
    if not incident.pursued:
        refuse(Code.NOT_PURSUED)
    case.must_not_precede(incident.pursuits[-1].at)
    collected = command.outcome is CivilOutcome.PENALTY_COLLECTED
    case.must_be_competent(case.regime.competence.grant, *((Role.BAILIFF,) if collected else ()))
    bar = case.regime.exclusion.conviction_bars_civil_punishment
    punished = command.outcome in CIVIL_PUNISHMENTS
    convicted = ProsecutionOutcome.CONVICTED in outcomes_of(case.order, incident).criminal
    if punished and convicted and bar.decided():
        refuse(Code.ALREADY_CONVICTED, bar.source)
    return (
        e.CivilEnforcementConcluded(
            occurred_at=case.at, law=bar.source, incident=incident.id, outcome=command.outcome
        ),
    )
