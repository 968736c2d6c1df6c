"""As what somebody stands towards one order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.law.vocabulary import Capacity, Role

if TYPE_CHECKING:
    from orderflow.law.regime import Regime
    from orderflow.order.order import ProtectionOrder
    from orderflow.order.values import Actor


def capacities(order: ProtectionOrder, actor: Actor, regime: Regime) -> frozenset[Capacity]:
    """Return every capacity in which the actor, or the person they act for, stands.

    An applicant that is an office is that office; the police of another force, or an authority
    whose office is not on record, are not the applicant.
    """
    found: set[Capacity] = set()
    if is_applicant(order, actor):
        found.add(Capacity.APPLICANT)
    someone = frozenset(person for person in (actor.person, actor.on_behalf_of) if person)
    names = frozenset(name for person in someone for name in order.known_as(person))
    for people, capacity in (
        (order.protected_persons, Capacity.PROTECTED_PERSON),
        (order.respondents, Capacity.RESPONDENT),
        (order.other_persons, Capacity.AFFECTED_PERSON),
    ):
        if not names.isdisjoint(person.id for person in people):
            found.add(capacity)
    if actor.role is Role.ATTORNEY_GENERAL:
        found.add(Capacity.ATTORNEY_GENERAL)
    if actor.role in (regime.competence.grant.value or ()):
        found.add(Capacity.AUTHORITY)
    return frozenset(found)


def is_applicant(order: ProtectionOrder, actor: Actor) -> bool:
    """Tell whether the actor is the applicant of the order, or acts for them."""
    applicant = order.applicant
    if applicant is None or order.own_motion:
        return False
    if applicant.person is not None:
        return applicant.person in (actor.person, actor.on_behalf_of)
    if applicant.office is None:
        return False
    return (applicant.role, applicant.office) == (actor.role, actor.office)
