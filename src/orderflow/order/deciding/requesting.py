"""Decides requests: who may ask, for whom, against whom, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.law.deadlines import leaves_enough
from orderflow.law.vocabulary import AgeBand, Role
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.capacity import is_applicant
from orderflow.order.deciding.admitting import admit, applicant_of
from orderflow.order.deciding.case import Case, refuse
from orderflow.order.deciding.confidentiality import must_be_checked
from orderflow.order.deciding.registry import Events, decides
from orderflow.order.deciding.terms import must_be_allowed
from orderflow.order.reasons import Code
from orderflow.order.values import State, Wishes

if TYPE_CHECKING:
    from datetime import datetime


@decides(c.RequestOrder, "request")
def _request(command: c.RequestOrder, case: Case) -> Events:
    regime = case.regime
    permission_needed = admit(command, case)
    return (
        e.OrderRequested(
            occurred_at=command.occurred_at,
            law=regime.applicants.as_of_right.source,
            regime=e.RegimeRef(
                id=regime.id, digest=regime.digest, as_if_in_force=command.as_if_in_force
            ),
            applicant=applicant_of(command),
            harms=command.harms,
            protected_persons=command.protected_persons,
            respondents=command.respondents,
            other_persons=command.other_persons,
            case_reference=command.case_reference,
            without_notice=command.without_notice,
            own_motion=command.own_motion,
            channel=command.channel,
            permission_needed=permission_needed,
            flags=_flags(command),
        ),
    )


def _flags(command: c.RequestOrder) -> tuple[Code, ...]:
    found: list[Code] = []
    people = (*command.protected_persons, *command.respondents)
    if any(person.age is AgeBand.UNKNOWN for person in people):
        found.append(Code.AGE_UNKNOWN)
    applicant = command.actor.person
    minor = any(
        person.id == applicant and person.age.oldest < 18  # noqa: PLR2004 - age of majority
        for person in command.protected_persons
    )
    if minor and not command.has_litigation_friend:
        found.append(Code.CAPACITY_CHECK)
    return tuple(found)


@decides(c.RequestPermission, "permission")
def _request_permission(command: c.RequestPermission, case: Case) -> Events:
    criteria = case.regime.applicants.permission_criteria
    if case.order.permission == "not_needed":
        refuse(Code.PERMISSION_NOT_NEEDED, case.regime.applicants.as_of_right.source)
    if case.order.permission != "needed":
        refuse(Code.ALREADY_ON_RECORD)
    _must_be_the_applicant(case)
    case.must_not_precede(case.order.requested_at)
    if not set(criteria.decided()) <= set(command.addressed):
        refuse(Code.CRITERIA_MISSING, criteria.source)
    return (
        e.PermissionRequested(
            occurred_at=case.at, law=criteria.source, addressed=command.addressed
        ),
    )


@decides(c.DecidePermission, lambda it: "permission" if it.granted else "refuse_permission")
def _decide_permission(command: c.DecidePermission, case: Case) -> Events:
    who = case.regime.competence.permission
    if case.order.permission != "asked":
        refuse(Code.PERMISSION_NOT_ASKED)
    case.must_be_competent(who)
    case.must_not_precede(case.order.permission_at)
    if command.granted:
        return (e.PermissionGranted(occurred_at=case.at, law=who.source),)
    return (e.PermissionRefused(occurred_at=case.at, law=who.source),)


@decides(c.WithdrawRequest, "withdraw")
def _withdraw(command: c.WithdrawRequest, case: Case) -> Events:
    case.must_not_precede(case.order.requested_at)
    if case.order.own_motion:
        case.must_be_competent(case.regime.competence.grant)
    else:
        _must_be_the_applicant(case)
    rule = case.regime.applicants.withdrawal_needs_permission
    if rule.value and not command.permitted and not case.order.own_motion:
        refuse(Code.PERMISSION_TO_WITHDRAW_NEEDED, rule.source)
    return (e.RequestWithdrawn(occurred_at=case.at, law=rule.source),)


@decides(c.RefuseOrder, "refuse")
def _refuse(_command: c.RefuseOrder, case: Case) -> Events:
    case.must_be_competent(case.regime.competence.refuse)
    case.must_not_precede(case.order.requested_at)
    return (e.OrderRefused(occurred_at=case.at, law=case.regime.competence.refuse.source),)


@decides(c.AcceptUndertaking, "accept_undertaking")
def _accept_undertaking(command: c.AcceptUndertaking, case: Case) -> Events:
    rule = case.regime.undertaking
    case.must_be_competent(case.regime.competence.grant)
    case.must_not_precede(case.order.requested_at)
    must_have_permission(case)
    if not rule.supported.decided():
        refuse(Code.UNDERTAKING_NOT_SUPPORTED, rule.supported.source)
    barred = rule.barred_if_violence_and_order_needed
    if barred.decided() and command.violence_used_or_threatened and command.order_needed:
        refuse(Code.UNDERTAKING_BARRED, barred.source)
    respondents = {person.id for person in case.order.respondents}
    if not set(command.given_by) <= respondents:
        refuse(Code.NO_SUCH_PERSON)
    must_be_allowed(command.terms, case)
    if command.ends_at is not None and command.ends_at <= case.at:
        refuse(Code.END_IN_THE_PAST)
    return (
        e.UndertakingAccepted(
            occurred_at=case.at,
            law=rule.supported.source,
            given_by=command.given_by,
            terms=command.terms,
            ends_at=command.ends_at,
        ),
    )


@decides(c.ServeApplication, "serve_application")
def _serve_application(command: c.ServeApplication, case: Case) -> Events:
    rule = case.regime.service
    case.known_person(command.person)
    must_be_checked(command.person, None, case)
    flags: list[Code] = []
    individual = case.command.actor.person is not None and is_applicant(
        case.order, case.command.actor
    )
    if individual and not rule.individual_applicant_may_serve.decided():
        flags.append(Code.SERVED_BY_APPLICANT)
    if not command.notice_abridged and _short_notice(case, command.hearing_at):
        flags.append(Code.SHORT_NOTICE)
    return (
        e.ApplicationServed(
            occurred_at=case.at,
            law=rule.individual_applicant_may_serve.source,
            person=command.person,
            hearing_at=command.hearing_at,
            valid=not flags,
            flags=tuple(flags),
        ),
    )


def _short_notice(case: Case, hearing_at: datetime) -> bool:
    rule = case.regime.service
    least, counting = rule.application_notice_min.value, rule.application_notice_counting.value
    if least is None:
        return False
    return not leaves_enough(case.at, hearing_at, least, counting, case.regime)


@decides(c.ListHearing, "list_hearing")
def _list_hearing(command: c.ListHearing, case: Case) -> Events:
    case.must_be_competent(case.regime.competence.grant, Role.COURT_OFFICER)
    if case.order.recorded_state is State.REQUESTED:
        must_have_permission(case)
    return (e.HearingListed(occurred_at=case.at, hearing_at=command.hearing_at),)


@decides(c.RecordWishes, "record_wishes")
def _record_wishes(command: c.RecordWishes, case: Case) -> Events:
    case.must_not_be_a_respondent()
    case.protected_person(command.person)
    opposes = command.wishes is Wishes.OPPOSES
    return (
        e.WishesRecorded(
            occurred_at=case.at,
            person=command.person,
            wishes=command.wishes,
            flags=(Code.PROTECTED_PERSON_OPPOSES,) if opposes else (),
        ),
    )


@decides(c.ArrangeSupport, "support")
def _arrange_support(command: c.ArrangeSupport, case: Case) -> Events:
    case.protected_person(command.person)
    return (e.SupportArranged(occurred_at=case.at, person=command.person, support=command.support),)


def must_have_permission(case: Case) -> None:
    """Refuse while an applicant who needs permission does not have it (EC22)."""
    if case.order.permission == "not_needed":
        return
    if case.order.permission != "granted":
        refuse(Code.PERMISSION_NEEDED, case.regime.applicants.with_permission.source)
    case.must_not_precede(case.order.permission_at)


def _must_be_the_applicant(case: Case) -> None:
    if not is_applicant(case.order, case.command.actor):
        refuse(Code.NOT_COMPETENT, case.regime.applicants.as_of_right.source)
