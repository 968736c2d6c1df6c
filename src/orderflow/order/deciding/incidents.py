"""Decides what is recorded of conduct: reports, assessments, dismissals, corrections.

A report is always recorded, whatever the law makes of it; its assessment travels with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.law.vocabulary import Role
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.assess import assess, assess_incident
from orderflow.order.deciding.case import Case, refuse
from orderflow.order.deciding.registry import Events, decides
from orderflow.order.reasons import Code

if TYPE_CHECKING:
    from orderflow.order.incident import Incident

_JUDGES_OF_CONDUCT = (Role.POLICE, Role.PROSECUTOR, Role.CRIMINAL_COURT)


@decides(c.ReportIncident, "report_incident")
def _report(command: c.ReportIncident, case: Case) -> Events:
    if command.conduct_at > command.occurred_at:
        refuse(Code.IN_THE_FUTURE)
    if case.order.incident(command.incident) is not None:
        refuse(Code.ALREADY_ON_RECORD)
    if command.same_conduct_as:
        # What is one piece of conduct decides whether it can still be punished (N3).
        case.must_be_one_of(*_JUDGES_OF_CONDUCT, *case.regime.competence.grant.decided())
    breach = case.breach_law_on(command.conduct_at)
    assessment = assess(
        case.order,
        case.regime,
        person=command.person,
        term=command.term,
        conduct_at=command.conduct_at,
        place=command.place,
    )
    return (
        e.IncidentReported(
            occurred_at=case.at,
            law=breach.criminal.source,
            incident=command.incident,
            person=command.person,
            term=command.term,
            conduct_at=command.conduct_at,
            place=command.place,
            assessment=assessment,
            same_conduct_as=command.same_conduct_as,
            same_conduct_elsewhere=command.same_conduct_elsewhere,
            other_offences=command.other_offences,
        ),
    )


@decides(c.ReassessIncident, "reassess_incident")
def _reassess(command: c.ReassessIncident, case: Case) -> Events:
    incident = case.incident(command.incident)
    case.must_not_be_a_respondent(incident.person)
    anew = assess_incident(case.order, case.regime, incident, with_outcomes=False)
    return (
        e.IncidentReassessed(
            occurred_at=case.now,
            law=case.breach_law(incident).criminal.source,
            incident=incident.id,
            assessment=anew,
            because="asked",
        ),
    )


@decides(c.DismissIncident, "dismiss_incident")
def _dismiss(command: c.DismissIncident, case: Case) -> Events:
    incident = not_dismissed(command.incident, case)
    case.must_not_precede(incident.reported_at)
    for begun in (*(it.at for it in incident.referrals), *(it.at for it in incident.pursuits)):
        case.must_not_precede(begun)
    judges = case.regime.competence.grant.decided()
    if incident.referred_at(None):
        case.must_be_one_of(Role.PROSECUTOR, Role.CRIMINAL_COURT)
    elif incident.pursued:
        case.must_be_one_of(*judges)
    else:
        case.must_be_one_of(*_JUDGES_OF_CONDUCT, *judges)
    if incident.prosecution is not None or incident.civil is not None:
        refuse(Code.INCIDENT_CONCLUDED)
    return (e.IncidentDismissed(occurred_at=case.at, incident=incident.id, ground=command.ground),)


@decides(c.WithdrawComplaint, "withdraw_complaint")
def _withdraw_complaint(command: c.WithdrawComplaint, case: Case) -> Events:
    incident = case.incident(command.incident)
    case.must_not_be_a_respondent(incident.person)
    if incident.complaint_withdrawn:
        refuse(Code.ALREADY_ON_RECORD)
    return (e.ComplaintWithdrawn(occurred_at=case.at, incident=incident.id),)


@decides(c.CorrectRecord, "correct")
def _correct(command: c.CorrectRecord, case: Case) -> Events:
    case.must_be_competent(case.regime.competence.grant, Role.COURT_OFFICER)
    if command.event_version > case.order.version:
        refuse(Code.NO_SUCH_EVENT)
    if command.event_version in case.order.corrected:
        refuse(Code.ALREADY_ON_RECORD)
    return (
        e.RecordCorrected(
            occurred_at=case.at, event_version=command.event_version, ground=command.ground
        ),
    )


def not_dismissed(incident_id: str, case: Case) -> Incident:
    """Return that incident, or refuse when there is none or it was dismissed."""
    incident = case.incident(incident_id)
    if incident.dismissed:
        refuse(Code.INCIDENT_DISMISSED)
    return incident
