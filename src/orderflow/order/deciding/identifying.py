"""Decides who is who: descriptions identified, pseudonyms joined and parted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.law.vocabulary import Role
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.deciding.case import Case, refuse
from orderflow.order.deciding.registry import Events, decides
from orderflow.order.reasons import Code

if TYPE_CHECKING:
    from orderflow.order.order import ProtectionOrder
    from orderflow.order.values import PersonId


@decides(c.IdentifyPerson, "identify_person")
def _identify(command: c.IdentifyPerson, case: Case) -> Events:
    case.must_be_competent(case.regime.competence.grant, Role.POLICE, Role.COURT_OFFICER)
    described = case.order.person(command.described)
    if described is None or not described.described:
        refuse(Code.NO_SUCH_PERSON)
    if is_identified(command.described, case.order):
        refuse(Code.ALREADY_ON_RECORD)
    names = case.order.known_as(command.person)
    if command.described in names:
        refuse(Code.ALREADY_ON_RECORD)
    if not names.isdisjoint(person.id for person in case.order.protected_persons):
        refuse(Code.NO_SUCH_PERSON)
    return (
        e.PersonIdentified(occurred_at=case.at, described=command.described, person=command.person),
    )


@decides(c.LinkPersons, "identify_person")
def _link(command: c.LinkPersons, case: Case) -> Events:
    case.must_be_competent(case.regime.competence.grant, Role.POLICE, Role.COURT_OFFICER)
    case.known_person(command.person)
    together = case.order.known_as(command.person) | case.order.known_as(command.same_as)
    protected = {person.id for person in case.order.protected_persons}
    others = (*case.order.respondents, *case.order.other_persons)
    if together & protected and not together.isdisjoint(person.id for person in others):
        # One human being is not protected from themselves.
        refuse(Code.NO_SUCH_LINK)
    if command.same_as in case.order.known_as(command.person):
        refuse(Code.ALREADY_ON_RECORD)
    return (e.PersonsLinked(occurred_at=case.at, person=command.person, same_as=command.same_as),)


@decides(c.UnlinkPersons, "identify_person")
def _unlink(command: c.UnlinkPersons, case: Case) -> Events:
    case.must_be_competent(case.regime.competence.grant, Role.POLICE, Role.COURT_OFFICER)
    pair = {command.person, command.same_as}
    if all(set(link) != pair for link in case.order.links):
        refuse(Code.NO_SUCH_LINK)
    return (e.PersonsUnlinked(occurred_at=case.at, person=command.person, same_as=command.same_as),)


def is_identified(described: PersonId, order: ProtectionOrder) -> bool:
    """Tell whether somebody is known by more than descriptions."""
    placeholders = {
        person.id for person in (*order.respondents, *order.other_persons) if person.described
    }
    return not order.known_as(described) <= placeholders
