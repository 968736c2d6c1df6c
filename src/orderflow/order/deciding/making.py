"""Decides what makes an order and what changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.law.periods import end_of
from orderflow.law.vocabulary import Capacity, ReturnHearing, Role
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.capacity import stands_for
from orderflow.order.deciding.case import Case, refuse
from orderflow.order.deciding.durations import (
    End,
    changed_end,
    counted_from_notice,
    first_end,
)
from orderflow.order.deciding.ending import set_aside
from orderflow.order.deciding.registry import Events, decides
from orderflow.order.deciding.requesting import must_have_permission
from orderflow.order.deciding.terms import must_be_allowed
from orderflow.order.reasons import Code

if TYPE_CHECKING:
    from datetime import datetime

    from orderflow.order.values import Duration, Term


@decides(c.GrantOrder, "grant")
def _grant(command: c.GrantOrder, case: Case) -> Events:
    regime = case.regime
    case.must_be_competent(regime.competence.grant)
    must_have_permission(case)
    _support_was_offered(case)
    case.must_not_precede(case.order.requested_at)
    if command.without_notice and not regime.without_notice.allowed.decided():
        refuse(Code.WITHOUT_NOTICE_NOT_ALLOWED, regime.without_notice.allowed.source)
    must_be_allowed(command.terms, case)
    end = first_end(command.duration, case)
    granted = e.OrderGranted(
        occurred_at=case.at,
        law=regime.competence.grant.source,
        terms=command.terms,
        without_notice=command.without_notice,
        ends_at=end.at,
        end_cause=end.cause,
        legal_nature=regime.form.legal_nature.decided(),
        counted=counted_from_notice(command.duration, case),
    )
    return (granted, *_return_hearing(command, case))


def _support_was_offered(case: Case) -> None:
    required = case.regime.support.required_offers
    offered = {support.support for support in case.order.support}
    if not set(required.decided()) <= offered:
        refuse(Code.SUPPORT_NOT_OFFERED, required.source)


def _return_hearing(command: c.GrantOrder | c.VaryOrder, case: Case) -> Events:
    rule = case.regime.without_notice.return_hearing
    if not command.without_notice or rule.decided() is ReturnHearing.NOT_REQUIRED:
        return ()
    due_at: datetime | None = None
    if rule.decided() is ReturnHearing.WITHIN_PERIOD:
        within = case.regime.without_notice.return_hearing_within
        due_at = end_of(case.at, within.decided(), case.regime.zone)
        if command.return_hearing_at is not None and command.return_hearing_at > due_at:
            refuse(Code.HEARING_TOO_LATE, within.source)
    hearing = e.ReturnHearingListed(
        occurred_at=case.at,
        law=rule.source,
        hearing_at=command.return_hearing_at,
        due_at=due_at,
    )
    return (hearing,)


@decides(c.VaryOrder, "vary")
def _vary(command: c.VaryOrder, case: Case) -> Events:
    regime = case.regime
    case.must_be_competent(regime.competence.vary)
    case.must_be_in_force()
    case.may_ask_for_it(command.asked_by)
    if command.without_notice and not regime.without_notice.allowed.decided():
        refuse(Code.WITHOUT_NOTICE_NOT_ALLOWED, regime.without_notice.allowed.source)
    varied = _variation(
        case,
        command.terms,
        command.duration,
        command.asked_by,
        without_notice=command.without_notice,
    )
    return (varied, *_return_hearing(command, case))


def _variation(
    case: Case,
    terms: tuple[Term, ...],
    duration: Duration | None,
    asked_by: Capacity,
    *,
    without_notice: bool,
    at_return_hearing: bool = False,
) -> e.OrderVaried:
    regime = case.regime
    must_be_allowed(terms, case)
    end = _end_now(case) if duration is None else changed_end(duration, case)
    return e.OrderVaried(
        occurred_at=case.at,
        law=regime.variation.by.source,
        version=len(case.order.versions) + 1,
        terms=terms,
        without_notice=without_notice,
        ends_at=end.at,
        end_cause=end.cause,
        end_moved=duration is not None,
        counted=counted_from_notice(duration, case),
        at_return_hearing=at_return_hearing,
        asked_by=asked_by,
        bindings_carried_over=regime.variation.carries_bindings_over.decided(),
    )


def _end_now(case: Case) -> End:
    period = case.order.period_at(case.at)
    assert period is not None  # noqa: S101 - only an order in force is varied
    return End(period.until, "age_limit" if period.cause == "age_limit" else "expired")


@decides(
    c.HoldReturnHearing,
    lambda it: {"confirmed": "confirm", "varied": "vary", "set_aside": "set_aside"}[it.outcome],
)
def _hold_return_hearing(command: c.HoldReturnHearing, case: Case) -> Events:
    rule = case.regime.without_notice.return_hearing
    if case.order.return_hearing is None:
        refuse(Code.NOT_A_RETURN_HEARING, rule.source)
    if case.order.return_hearing[1]:
        refuse(Code.ALREADY_ON_RECORD)
    case.must_be_in_force()
    if command.outcome == "confirmed":
        case.must_be_competent(case.regime.competence.grant)
        held = case.order.version_at(case.at)
        assert held is not None  # noqa: S101 - an order in force has a version
        version = held.number
        return (e.OrderConfirmed(occurred_at=case.at, law=rule.source, version=version),)
    if command.outcome == "set_aside":
        return set_aside(case, at_return_hearing=True)
    case.must_be_competent(case.regime.competence.vary)
    varied = _variation(
        case,
        command.terms,
        command.duration,
        Capacity.AUTHORITY,
        without_notice=False,
        at_return_hearing=True,
    )
    return (varied,)


@decides(c.ExtendOrder, "extend")
def _extend(command: c.ExtendOrder, case: Case) -> Events:
    rule = case.regime.duration
    case.must_be_competent(case.regime.competence.extend)
    if not rule.extendable.decided():
        refuse(Code.NOT_EXTENDABLE, rule.extendable.source)
    case.must_be_in_force()
    most = rule.extension_max_times.value
    if most is not None and case.order.extensions >= most:
        refuse(Code.TOO_MANY_EXTENSIONS, rule.extension_max_times.source)
    end = changed_end(command.duration, case)
    now_ends = _end_now(case).at
    if now_ends is None or (end.at is not None and end.at <= now_ends):
        refuse(Code.END_NOT_LATER, rule.extendable.source)
    return (
        e.OrderExtended(
            occurred_at=case.at,
            law=case.regime.competence.extend.source,
            ends_at=end.at,
            end_cause=end.cause,
            counted=counted_from_notice(command.duration, case),
        ),
    )


@decides(c.RefuseChange, "refuse_change")
def _refuse_change(command: c.RefuseChange, case: Case) -> Events:
    competence = case.regime.competence
    who = {
        "variation": competence.vary,
        "extension": competence.extend,
        "discharge": competence.discharge,
    }[command.change]
    case.must_be_competent(who)
    case.must_be_in_force()
    refused = e.ChangeRefused(
        occurred_at=case.at, law=who.source, change=command.change, asked_by=command.asked_by
    )
    return (refused,)


@decides(c.FlagConflict, "flag_conflict")
def _flag_conflict(command: c.FlagConflict, case: Case) -> Events:
    case.must_be_competent(case.regime.competence.grant, Role.COURT_OFFICER)
    terms = {term.id for version in case.order.versions for term in version.terms}
    if not set(command.terms) <= terms:
        refuse(Code.TERM_NOT_IN_VERSION)
    known = set(case.order.conflicts)
    if all((command.other_order, term) in known for term in command.terms):
        refuse(Code.ALREADY_ON_RECORD)
    return (
        e.ConflictFlagged(
            occurred_at=case.at, other_order=command.other_order, terms=command.terms
        ),
    )


@decides(c.WithholdContactDetails, "withhold_contact_details")
def _withhold(command: c.WithholdContactDetails, case: Case) -> Events:
    applicant = case.order.applicant
    # An applicant who has no other part in the case may keep out of it too.
    if applicant is None or command.person != applicant.person:
        case.known_person(command.person)
    # Each withholding makes copies wait for a check: nobody holds up the service on themselves.
    if stands_for(command.actor).isdisjoint(case.order.known_as(command.person)):
        case.must_not_be_a_respondent()
    if command.person in case.order.withheld_contacts:
        refuse(Code.ALREADY_ON_RECORD)
    return (e.ContactDetailsWithheld(occurred_at=case.at, person=command.person),)
