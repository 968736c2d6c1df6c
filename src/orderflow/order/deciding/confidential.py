"""Decides what is put on record about people under seal, and on what ground it is erased."""

from __future__ import annotations

from datetime import date
from typing import Final

from orderflow.law.retention import RetentionSchedule
from orderflow.law.vocabulary import DetailKind, Role
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.capacity import is_applicant, stands_for
from orderflow.order.confidential import Plain
from orderflow.order.deciding.case import Case, refuse
from orderflow.order.deciding.registry import Events, decides
from orderflow.order.keeping import open_matters, over_since
from orderflow.order.reasons import Code

_SPEAK_FOR_ONE: Final = frozenset(
    {
        Role.PROTECTED_PERSON,
        Role.RESPONDENT,
        Role.RELATIVE,
        Role.THIRD_PARTY,
        Role.LEGAL_REPRESENTATIVE,
    }
)
"""Roles in which somebody speaks for themselves, or for a client; the others are offices."""


@decides(c.RecordPersonDetails, "record_details")
def _details(command: c.RecordPersonDetails, case: Case) -> Events:
    _must_not_be_erased(command.person, case)
    _must_be_free_to_speak(command.person, case, of_anybody=_may_describe_anybody(case))
    if command.kind is DetailKind.BIRTH_DATE and not _is_a_day(command.value):
        refuse(Code.NOT_A_DAY)
    return (
        e.PersonDetailsRecorded(
            occurred_at=case.at, person=command.person, kind=command.kind, value=command.value
        ),
    )


@decides(c.RecordStatement, "record_statement")
def _statement(command: c.RecordStatement, case: Case) -> Events:
    _must_not_be_erased(command.person, case)
    _must_be_free_to_speak(command.person, case, of_anybody=True)
    if command.incident is not None:
        case.incident(command.incident)
    return (
        e.StatementRecorded(
            occurred_at=case.at,
            person=command.person,
            kind=command.kind,
            text=command.text,
            incident=command.incident,
        ),
    )


@decides(c.ErasePersonalData, "erase_personal_data")
def _erase(command: c.ErasePersonalData, case: Case) -> Events:
    rule = RetentionSchedule.packaged().grounds[command.ground]
    law = (*rule.source(case.regime.jurisdiction), *command.basis)
    granting = case.regime.competence.grant.value or ()
    clock = (Role.CLOCK,) if rule.only_when_due else ()
    case.must_be_one_of(*granting, Role.COURT_OFFICER, Role.POLICE, *clock, law=law)
    if command.person not in case.order.confided:
        # Somebody known by a link that was undone since may still have something sealed here.
        case.known_person(command.person)
    if command.person in case.order.erased:
        refuse(Code.ALREADY_ON_RECORD)
    over = over_since(case.order, case.at) is not None and not open_matters(case.order, case.at)
    if rule.only_when_over and not over:
        refuse(Code.STILL_NEEDED, law)
    if rule.only_when_due and (command.due_since is None or case.at < command.due_since):
        refuse(Code.NOT_YET_DUE, law)
    return (
        e.PersonalDataErased(
            occurred_at=case.at,
            law=law,
            person=command.person,
            ground=command.ground,
            due_since=command.due_since if rule.only_when_due else None,
            rule=command.rule if rule.only_when_due else None,
        ),
    )


def _must_not_be_erased(person: str, case: Case) -> None:
    case.known_person(person)
    if person in case.order.erased:
        refuse(Code.PERSON_ERASED)


def _must_be_free_to_speak(person: str, case: Case, *, of_anybody: bool) -> None:
    """Refuse the clock, a respondent on others, and who may speak of nobody but themselves."""
    if case.command.actor.role is Role.CLOCK:
        refuse(Code.NOT_COMPETENT)
    others_too = of_anybody and not _is_a_respondent(case)
    if not others_too and not _concerns_themselves(person, case):
        refuse(Code.NOT_COMPETENT)


def _may_describe_anybody(case: Case) -> bool:
    actor = case.command.actor
    return actor.role not in _SPEAK_FOR_ONE or is_applicant(case.order, actor)


def _concerns_themselves(person: str, case: Case) -> bool:
    return not case.order.known_as(person).isdisjoint(stands_for(case.command.actor))


def _is_a_respondent(case: Case) -> bool:
    """Tell whether the actor is, or speaks for, somebody whom the order is against."""
    against = {person.id for person in case.order.respondents}
    names = (name for one in stands_for(case.command.actor) for name in case.order.known_as(one))
    return case.command.actor.role is Role.RESPONDENT or not against.isdisjoint(names)


def _is_a_day(value: object) -> bool:
    if not isinstance(value, Plain):
        return True  # Sealed already: it was looked at then.
    try:
        return date.fromisoformat(value.reveal()).isoformat() == value.reveal()
    except ValueError:
        return False
