"""Decides what ends an order and what brings it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from orderflow.law.vocabulary import Capacity, Role, SetAsideEffect
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.deciding.case import Case, refuse
from orderflow.order.deciding.durations import changed_end
from orderflow.order.deciding.registry import Events, decides
from orderflow.order.reasons import Code
from orderflow.order.values import Decision, EndCause

if TYPE_CHECKING:
    from datetime import datetime

    from orderflow.order.order import ProtectionOrder


@decides(c.DischargeOrder, "discharge")
def _discharge(command: c.DischargeOrder, case: Case) -> Events:
    who = case.regime.competence.discharge
    case.must_be_competent(who)
    case.must_concern_the_last_period()
    case.must_be_in_force()
    case.may_ask_for_it(command.asked_by)
    return (e.OrderDischarged(occurred_at=case.at, law=who.source, asked_by=command.asked_by),)


@decides(c.ReleaseProtectedPerson, "release_protected_person")
def _release(command: c.ReleaseProtectedPerson, case: Case) -> Events:
    who = case.regime.competence.discharge
    case.must_be_competent(who)
    case.must_be_in_force()
    case.protected_person(command.person)
    if len(case.order.protected_persons) == 1:
        refuse(Code.LAST_PROTECTED_PERSON)
    return (e.ProtectedPersonReleased(occurred_at=case.at, law=who.source, person=command.person),)


@decides(c.SetAsideOrder, "set_aside")
def _set_aside(_command: c.SetAsideOrder, case: Case) -> Events:
    return set_aside(case)


def set_aside(case: Case, *, at_return_hearing: bool = False) -> Events:
    """Return the event that sets the order aside, or refuse."""
    case.must_be_competent(case.regime.competence.set_aside)
    if case.order.set_aside is not None:
        refuse(Code.ALREADY_ON_RECORD)
    return (_was_set_aside(case, at_return_hearing=at_return_hearing),)


def _was_set_aside(case: Case, *, at_return_hearing: bool = False) -> e.OrderSetAside:
    case.must_concern_the_last_period()
    effect = case.regime.set_aside.effect
    return e.OrderSetAside(
        occurred_at=case.at,
        law=effect.source,
        # A regime that does not say leaves every incident to a human.
        effect=effect.value or SetAsideEffect.UNKNOWN,
        at_return_hearing=at_return_hearing,
    )


@decides(c.RecordExpiry, "expire")
def _expire(_command: c.RecordExpiry, case: Case) -> Events:
    case.must_be_one_of(Role.CLOCK, Role.COURT_OFFICER)
    last = case.order.periods[-1]
    if last.until is None or case.at < last.until:
        refuse(Code.NOT_YET_ENDED, case.regime.duration.anchor.source)
    if last.acted or case.order.expiry == last.until:
        refuse(Code.ALREADY_ON_RECORD)
    return (
        e.OrderExpired(
            occurred_at=case.at,
            law=case.regime.duration.anchor.source,
            ended_at=last.until,
            cause="age_limit" if last.cause is EndCause.AGE_LIMIT else "expired",
        ),
    )


@decides(c.SupersedeOrder, "supersede")
def _supersede(command: c.SupersedeOrder, case: Case) -> Events:
    who = case.regime.competence.discharge
    case.must_be_competent(who)
    case.must_concern_the_last_period()
    case.must_be_in_force()
    return (e.OrderSuperseded(occurred_at=case.at, law=who.source, by_order=command.by_order),)


@decides(c.RecordDeath, "protected_person_died")
def _died(command: c.RecordDeath, case: Case) -> Events:
    case.must_be_competent(
        case.regime.competence.discharge,
        Role.COURT_OFFICER,
        Role.POLICE,
        Role.LOCAL_AUTHORITY,
        Role.CHILD_PROTECTION_BOARD,
    )
    case.must_not_be_a_respondent()
    case.protected_person(command.person)
    case.must_concern_the_last_period()
    if any(mark.cause is EndCause.PROTECTED_PERSON_DIED for mark in case.order.marks):
        refuse(Code.ALREADY_ON_RECORD)
    return (e.ProtectedPersonDied(occurred_at=case.at, person=command.person),)


@decides(c.LodgeAppeal, "appeal")
def _appeal(command: c.LodgeAppeal, case: Case) -> Events:
    rule = case.regime.appeal
    if not rule.available.decided():
        refuse(Code.NO_APPEAL, rule.available.source)
    # Whoever decided does not appeal against it.
    if not case.capacities() - {Capacity.AUTHORITY}:
        refuse(Code.NO_STANDING, rule.available.source)
    if not any(moment <= case.at for moment in _decided_at(command.against, case.order)):
        refuse(Code.NO_SUCH_DECISION)
    return (
        e.AppealLodged(
            occurred_at=case.at,
            law=rule.available.source,
            appeal=len(case.order.appeals) + 1,
            against=command.against,
            suspends=rule.suspensive.decided()
            and command.against is not Decision.REFUSAL
            and case.order.period_at(case.at) is not None,
        ),
    )


def _decided_at(decision: Decision, order: ProtectionOrder) -> tuple[datetime, ...]:
    """Return when such decisions were made."""
    match decision:
        case Decision.GRANT:
            return tuple(version.made_at for version in order.versions[:1])
        case Decision.REFUSAL:
            refused = {EndCause.REFUSED, EndCause.PERMISSION_REFUSED}
            end = order.request_end
            return (end[0],) if end is not None and end[1] in refused else ()
        case Decision.VARIATION:
            return tuple(version.made_at for version in order.versions[1:])
        case Decision.REFUSED_CHANGE:
            return order.changes_refused_at
        case Decision.EXTENSION:
            return order.extended_at
        case Decision.DISCHARGE:
            return tuple(mark.at for mark in order.marks if mark.cause is EndCause.DISCHARGED)
        case _:
            assert_never(decision)


@decides(c.DetermineAppeal, "determine_appeal")
def _determine(command: c.DetermineAppeal, case: Case) -> Events:
    who = case.regime.competence.determine_appeal
    case.must_be_competent(who)
    pending = {appeal.number: appeal for appeal in case.order.appeals if appeal.outcome is None}
    if command.appeal not in pending:
        refuse(Code.NO_SUCH_APPEAL)
    case.must_not_precede(pending[command.appeal].at)
    determined = e.AppealDetermined(
        occurred_at=case.at, law=who.source, appeal=command.appeal, outcome=command.outcome
    )
    if command.outcome == "dismissed":
        if pending[command.appeal].suspends and _may_resume(case):
            return (determined, _restored(command, case))
        return (determined,)
    if command.effect == "restored":
        if not case.regime.appeal.may_restore.decided():
            refuse(Code.NOTHING_TO_RESTORE, case.regime.appeal.may_restore.source)
        return (determined, _restored(command, case))
    if command.effect == "set_aside":
        return (determined, _set_aside_on_appeal(case))
    return (determined,)


def _set_aside_on_appeal(case: Case) -> e.OrderSetAside:
    if case.order.set_aside is not None or not case.order.versions:
        refuse(Code.NOTHING_TO_RESTORE)
    return _was_set_aside(case)


def _may_resume(case: Case) -> bool:
    """Whether the appeal alone keeps the order from being in force."""
    last = case.order.periods[-1]
    ends_at, _cause = last.planned
    suspended = EndCause.SUSPENDED_ON_APPEAL
    ends = {
        mark.cause for mark in case.order.marks if mark.kind == "ended" and mark.at >= last.since
    }
    return ends == {suspended} and (ends_at is None or case.at < ends_at)


def _restored(command: c.DetermineAppeal, case: Case) -> e.OrderRestored:
    source = case.regime.appeal.may_restore.source
    last = case.order.periods[-1] if case.order.periods else None
    if last is None or not last.acted or case.at < last.since or last.holds_at(case.at):
        refuse(Code.NOTHING_TO_RESTORE, source)
    ends_at, cause = last.planned
    if command.duration is not None:
        end = changed_end(command.duration, case)
        ends_at, cause = end.at, EndCause(end.cause)
    if ends_at is not None and ends_at <= case.at:
        refuse(Code.NOTHING_TO_RESTORE, source)
    return e.OrderRestored(
        occurred_at=case.at,
        law=source,
        ends_at=ends_at,
        end_cause="age_limit" if cause is EndCause.AGE_LIMIT else "expired",
    )
