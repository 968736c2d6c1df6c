"""Decides how people come to be bound, and to be known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.law.vocabulary import InformMethod, Knowledge, Moment, Role, ServiceMethod
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.deciding.case import Case, refuse
from orderflow.order.deciding.confidentiality import must_be_checked
from orderflow.order.deciding.durations import recounted
from orderflow.order.deciding.identifying import is_identified
from orderflow.order.deciding.registry import Events, decides
from orderflow.order.evolve import evolve
from orderflow.order.reasons import Code
from orderflow.order.values import BindingMethod

if TYPE_CHECKING:
    from datetime import datetime

    from orderflow.order.values import PersonId

_SERVERS = (
    Role.PROCESS_SERVER,
    Role.BAILIFF,
    Role.POLICE,
    Role.COURT_OFFICER,
    Role.LEGAL_REPRESENTATIVE,
    Role.LOCAL_AUTHORITY,
    Role.MAYOR,
    Role.ASSISTANT_PROSECUTOR,
    Role.COURT,
    Role.PROTECTED_PERSON,
    Role.RELATIVE,
    Role.THIRD_PARTY,
)


_OFFICES = (
    Role.COURT,
    Role.COURT_OFFICER,
    Role.MAYOR,
    Role.ASSISTANT_PROSECUTOR,
    Role.POLICE,
    Role.BORDER_GUARD,
    Role.PROSECUTOR,
    Role.BAILIFF,
    Role.PROCESS_SERVER,
    Role.LEGAL_REPRESENTATIVE,
    Role.LOCAL_AUTHORITY,
    Role.CHILD_PROTECTION_BOARD,
    Role.CERTIFIED_INSTITUTION,
)
"""Roles whose word that somebody was told proves it."""


@decides(c.AttemptService, "attempt_service")
def _attempt(command: c.AttemptService, case: Case) -> Events:
    case.must_be_one_of(*_SERVERS)
    can_be_bound(command.person, case)
    case.version(command.version)
    return (
        e.ServiceAttemptFailed(
            occurred_at=case.at,
            person=command.person,
            version=command.version,
            evading=command.evading,
        ),
    )


@decides(c.AuthoriseService, lambda it: "bind" if it.how == "dispensed" else "authorise_service")
def _authorise(command: c.AuthoriseService, case: Case) -> Events:
    who = case.regime.competence.authorise_service
    case.must_be_competent(who)
    can_be_bound(command.person, case)
    if command.how == "substituted":
        if any(command.person == name for name, _at in case.order.substituted_service):
            refuse(Code.ALREADY_ON_RECORD)
        authorised = e.SubstitutedServiceAuthorised(
            occurred_at=case.at, law=who.source, person=command.person
        )
        return (authorised,)
    case.must_be_in_force()
    held = case.order.version_at(case.at)
    assert held is not None  # noqa: S101 - an order in force has a version
    return (
        e.ServiceDispensed(
            occurred_at=case.at,
            law=who.source,
            binding=_next(case),
            person=command.person,
            version=held.number,
        ),
    )


@decides(c.ServeOrder, "bind")
def _serve(command: c.ServeOrder, case: Case) -> Events:
    rule = case.regime.service
    case.must_be_one_of(*_SERVERS, law=rule.methods.source)
    case.must_not_be_a_respondent()
    can_be_bound(command.person, case)
    case.version(command.version)
    case.must_be_in_force()
    if command.method not in rule.methods.decided():
        refuse(Code.METHOD_NOT_VALID, rule.methods.source)
    if command.certificate_at is not None and command.certificate_at > case.now:
        refuse(Code.IN_THE_FUTURE)
    _may_use(command.method, case)
    must_be_checked(command.person, command.version, case)
    substituted = command.method is ServiceMethod.SUBSTITUTED
    if substituted and rule.substituted_needs_authority.decided():
        names = case.order.known_as(command.person)
        allowed = (at for name, at in case.order.substituted_service if name in names)
        if not any(at <= case.at for at in allowed):
            refuse(Code.SERVICE_NOT_AUTHORISED, rule.substituted_needs_authority.source)
    proves = not substituted or rule.substituted_proves_knowledge.decided()
    by = BindingMethod.SERVED_BY_SUBSTITUTE if substituted else BindingMethod.SERVED_PERSONALLY
    return _with_recount(
        e.OrderServed(
            occurred_at=case.at,
            law=rule.methods.source,
            binding=_next(case),
            person=command.person,
            version=command.version,
            method=command.method,
            bound_by=by,
            knowledge=Knowledge.SERVED if proves else None,
            certificate_at=command.certificate_at,
        ),
        case,
    )


@decides(c.InformPerson, "bind")
def _inform(command: c.InformPerson, case: Case) -> Events:
    rule = case.regime.service.inform_methods
    _may_notify(case)
    can_be_bound(command.person, case)
    version = case.version(command.version)
    case.must_be_in_force()
    if command.method not in rule.decided():
        refuse(Code.METHOD_NOT_VALID, rule.source)
    present = command.method is InformMethod.PRESENT_WHEN_MADE
    if present and not _same_day(version.made_at, case):
        refuse(Code.METHOD_NOT_VALID, rule.source)
    told = Knowledge.TERMS if command.terms_told else Knowledge.EXISTENCE
    return _with_recount(
        e.PersonInformed(
            occurred_at=case.at,
            law=rule.source,
            binding=_next(case),
            person=command.person,
            version=command.version,
            method=command.method,
            bound_by=BindingMethod.PRESENT_WHEN_MADE if present else BindingMethod.INFORMED,
            knowledge=told if _has_office(case) else None,
        ),
        case,
    )


@decides(c.InvalidateBinding, "invalidate_binding")
def _invalidate(command: c.InvalidateBinding, case: Case) -> Events:
    who = case.regime.competence.invalidate_binding
    case.must_be_competent(who)
    valid = {bound.number: bound.at for bound in case.order.bindings if not bound.invalidated}
    if command.binding not in valid:
        refuse(Code.NO_SUCH_BINDING)
    case.must_not_precede(valid[command.binding])
    return _with_recount(
        e.BindingInvalidated(
            occurred_at=case.at, law=who.source, binding=command.binding, ground=command.ground
        ),
        case,
    )


def _next(case: Case) -> int:
    return len(case.order.bindings) + 1


def _has_office(case: Case) -> bool:
    """Tell whether the word of whoever told proves that it was told (INT-056)."""
    return case.command.actor.role in _OFFICES


def _same_day(made_at: datetime, case: Case) -> bool:
    zone = case.regime.zone
    return made_at.astimezone(zone).date() == case.at.astimezone(zone).date()


def _may_notify(case: Case) -> None:
    """Refuse word of mouth where an order takes effect by notification (INT-014, INT-027)."""
    takes_effect = case.regime.duration.takes_effect
    if takes_effect.value in {Moment.NOTIFIED, Moment.SERVED}:
        competent = case.regime.competence.grant
        case.must_be_competent(competent, Role.POLICE, Role.COURT_OFFICER, Role.BAILIFF)


def _may_use(method: ServiceMethod, case: Case) -> None:
    """Refuse a writ of anybody but a bailiff, and a decision handed over by anybody but for it."""
    methods = case.regime.service.methods
    if method is ServiceMethod.BAILIFF:
        case.must_be_one_of(Role.BAILIFF, law=methods.source)
    if method is ServiceMethod.HANDED_OVER:
        competent = case.regime.competence.grant
        case.must_be_competent(competent, Role.POLICE, Role.COURT_OFFICER)


def _with_recount(event: e.Event, case: Case) -> Events:
    """Return the event, and the end counted anew where the regime counts it from notice."""
    moved = recounted(evolve(case.order, event), case)
    return (event,) if moved is None else (event, moved)


def can_be_bound(person: PersonId, case: Case) -> None:
    """Refuse those who are protected, and those who are only described (EC42)."""
    order = case.order
    if any(protected.id in order.known_as(person) for protected in order.protected_persons):
        refuse(Code.NO_SUCH_PERSON)
    on_record = order.person(person)
    if on_record is not None:
        if on_record.described and not is_identified(person, order):
            refuse(Code.PERSON_NOT_IDENTIFIED)
        return
    if len(order.known_as(person)) > 1:
        return
    # Somebody not named can be bound where a term reaches other persons involved (EC05).
    if not any(term.binds_others for version in order.versions for term in version.terms):
        refuse(Code.NO_SUCH_PERSON)
