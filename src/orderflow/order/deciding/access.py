"""Decides who may see what: copies that are checked, and readers who are kept out.

Source:
    gb-eaw/fpr-2010/r-29-1: what a party does not wish to reveal is revealed to nobody unless the
    court directs otherwise. What follows for copies and readers is INT-062 and INT-069.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.law.vocabulary import Role
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.deciding.binding import can_be_bound
from orderflow.order.deciding.case import Case, refuse
from orderflow.order.deciding.confidentiality import is_checked, personal_details
from orderflow.order.deciding.registry import Events, decides
from orderflow.order.reasons import Code

if TYPE_CHECKING:
    from orderflow.order.records_access import Restriction


@decides(c.CheckConfidentiality, "check_confidentiality")
def _check(command: c.CheckConfidentiality, case: Case) -> Events:
    case.must_be_competent(case.regime.competence.grant, Role.COURT, Role.COURT_OFFICER)
    if command.version is None:
        case.known_person(command.person)
    else:
        case.version(command.version)
        can_be_bound(command.person, case)
    if is_checked(command.person, command.version, case):
        refuse(Code.ALREADY_ON_RECORD)
    return (
        e.ConfidentialityChecked(
            occurred_at=case.at,
            law=personal_details(case),
            person=command.person,
            version=command.version,
            redacted=command.redacted,
        ),
    )


@decides(c.RestrictAccess, "restrict_access")
def _restrict(command: c.RestrictAccess, case: Case) -> Events:
    case.must_be_competent(case.regime.competence.grant, Role.COURT, Role.COURT_OFFICER)
    asked = (command.kind, set(command.users), set(command.persons))
    known = ((one.kind, set(one.users), set(one.persons)) for one in _in_force(case).values())
    if asked in known:
        refuse(Code.ALREADY_ON_RECORD)
    return (
        e.AccessRestricted(
            occurred_at=case.at,
            restriction=len(case.order.restrictions) + 1,
            kind=command.kind,
            users=command.users,
            persons=command.persons,
        ),
    )


@decides(c.LiftRestriction, "restrict_access")
def _lift(command: c.LiftRestriction, case: Case) -> Events:
    case.must_be_competent(case.regime.competence.grant, Role.COURT, Role.COURT_OFFICER)
    if command.restriction not in _in_force(case):
        refuse(Code.NO_SUCH_RESTRICTION)
    return (e.RestrictionLifted(occurred_at=case.at, restriction=command.restriction),)


def _in_force(case: Case) -> dict[int, Restriction]:
    return {one.number: one for one in case.order.restrictions if not one.lifted}
