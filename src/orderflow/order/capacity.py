"""As what somebody stands towards one order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.law.vocabulary import Capacity, Role

if TYPE_CHECKING:
    from orderflow.law.regime import Regime
    from orderflow.order.order import ProtectionOrder
    from orderflow.order.values import Actor, PersonId


def capacities(order: ProtectionOrder, actor: Actor, regime: Regime) -> frozenset[Capacity]:
    """Return every capacity in which the actor, or the person they act for, stands.

    An applicant that is an office is that office; the police of another force, or an authority
    whose office is not on record, are not the applicant.
    """
    found: set[Capacity] = set()
    if is_applicant(order, actor):
        found.add(Capacity.APPLICANT)
    names = frozenset(name for person in stands_for(actor) for name in order.known_as(person))
    if not names.isdisjoint(order.once_protected):
        found.add(Capacity.PROTECTED_PERSON)
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


def stands_for(actor: Actor) -> frozenset[PersonId]:
    """Return whom the actor speaks for: themselves, and a lawyer's client.

    Nobody but a legal representative speaks for another, whatever they say.
    """
    client = actor.on_behalf_of if actor.role is Role.LEGAL_REPRESENTATIVE else None
    return frozenset(person for person in (actor.person, client) if person is not None)


def is_applicant(order: ProtectionOrder, actor: Actor) -> bool:
    """Tell whether the actor is the applicant of the order, or acts for them."""
    applicant = order.applicant
    if applicant is None or order.own_motion:
        return False
    if applicant.person is not None:
        return applicant.person in stands_for(actor)
    if applicant.office is None:
        return False
    return (applicant.role, applicant.office) == (actor.role, actor.office)
