"""Decides the seal of an order, and what the police are told of it.

Source:
    gb-eaw/pd-11a/para-1, gb-eaw/pd-11a/para-2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orderflow.law.deadlines import last_moment
from orderflow.law.vocabulary import Moment, NotifiedFact, Role
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.capacity import is_applicant
from orderflow.order.deciding.case import Case, refuse
from orderflow.order.deciding.registry import Events, decides
from orderflow.order.reasons import Code
from orderflow.order.values import BindingMethod, EndCause, Residence

if TYPE_CHECKING:
    from datetime import datetime

_SEALED_AS: Final = {
    NotifiedFact.MADE: "order",
    NotifiedFact.VARIED: "order",
    NotifiedFact.EXTENDED: "extension",
    NotifiedFact.DISCHARGED: "discharge",
}


@decides(c.SealOrder, "seal")
def _seal(command: c.SealOrder, case: Case) -> Events:
    case.must_be_competent(case.regime.competence.grant, Role.COURT_OFFICER)
    version = case.version(command.version)
    if not _has_happened(command.what, case):
        refuse(Code.NO_SUCH_EVENT)
    sealed = {(seal.version, seal.what) for seal in case.order.seals}
    if (command.version, command.what) in sealed:
        refuse(Code.ALREADY_ON_RECORD)
    notice = case.regime.police_notification
    within = {person.residence for person in case.order.protected_persons}
    elsewhere = within == {Residence.ELSEWHERE}
    duty = NotifiedFact.MADE in (notice.facts.value or ())
    due: datetime | None = None
    # Sealing is a fact: where no time limit is known, none is recorded, and none is guessed.
    if duty and not elsewhere and notice.within.value is not None:
        by_making = notice.clock.decided() is Moment.MADE and command.what == "order"
        start = version.made_at if by_making else case.at
        due = last_moment(start, notice.within.value, notice.counting.value, case.regime)
    return (
        e.OrderSealed(
            occurred_at=case.at,
            law=notice.within.source,
            version=command.version,
            what=command.what,
            police_notice_due_at=due,
            flags=(Code.MANUAL_POLICE_NOTICE,) if duty and elsewhere else (),
        ),
    )


@decides(c.NotifyPolice, "notify_police")
def _notify_police(command: c.NotifyPolice, case: Case) -> Events:
    rule = case.regime.police_notification
    if not is_applicant(case.order, case.command.actor):
        case.must_be_competent(
            case.regime.competence.grant,
            Role.COURT_OFFICER,
            Role.BAILIFF,
            Role.LEGAL_REPRESENTATIVE,
        )
    if command.of not in rule.facts.decided():
        refuse(Code.NO_SUCH_DUTY, rule.facts.source)
    version = case.version(command.version)
    _must_have_happened(command, case)
    what = _SEALED_AS.get(command.of)
    due = (
        seal.police_notice_due_at
        for seal in case.order.seals
        if (seal.version, seal.what) == (version.number, what)
    )
    late = any(moment is not None and moment < case.at for moment in due)
    return (
        e.PoliceNotified(
            occurred_at=case.at,
            law=rule.facts.source,
            of=command.of,
            version=command.version,
            person=command.person,
            late=late,
        ),
    )


def _has_happened(what: str, case: Case) -> bool:
    """Tell whether there was such an order to seal by then: of extension, or of discharge."""
    order = case.order
    if what == "extension":
        return any(moment <= case.at for moment in order.extended_at)
    if what == "discharge":
        ends = (mark.at for mark in order.marks if mark.cause is EndCause.DISCHARGED)
        return any(moment <= case.at for moment in ends)
    return True


def _must_have_happened(command: c.NotifyPolice, case: Case) -> None:
    """Refuse a notice of what is not on record: a constable would act on it."""
    if command.of in {NotifiedFact.SERVED, NotifiedFact.INFORMED}:
        _must_be_bound(command, case)
        return
    if command.of is NotifiedFact.VARIED and command.version == 1:
        refuse(Code.NO_SUCH_EVENT)
    if not _has_happened(_SEALED_AS[command.of], case):
        refuse(Code.NO_SUCH_EVENT)


def _must_be_bound(command: c.NotifyPolice, case: Case) -> None:
    if command.person is None:
        refuse(Code.NO_SUCH_PERSON)
    names = case.order.known_as(command.person)
    served = {BindingMethod.SERVED_PERSONALLY, BindingMethod.SERVED_BY_SUBSTITUTE}
    for binding in case.order.bindings:
        fits = (binding.by in served) is (command.of is NotifiedFact.SERVED)
        valid = not binding.invalidated and binding.at <= case.at
        if binding.person in names and binding.version == command.version and fits and valid:
            return
    refuse(Code.NO_SUCH_BINDING)
