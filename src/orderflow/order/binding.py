"""Who is bound, by which version, and through which of its terms.

A binding to one version reaches a later one through the terms that continue, and no others,
unless the regime carries bindings over (I6, EC11, EC35).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from orderflow.order.order import ProtectionOrder
    from orderflow.order.records import Binding, Version
    from orderflow.order.values import PersonId, Term


def addresses(order: ProtectionOrder, term: Term, person: PersonId) -> bool:
    """Tell whether a term is addressed to a person: by name, or as one of the others involved.

    Nobody is ever bound by an order that protects them, or protected them once.
    """
    names = order.known_as(person)
    if not names.isdisjoint(term.binds):
        return True
    if not term.binds_others:
        return False
    if not names.isdisjoint(order.once_protected):
        return False
    return names.isdisjoint(protected.id for protected in order.protected_persons)


def first_version_with(
    order: ProtectionOrder, term: Term, person: PersonId, held: Version
) -> Version:
    """Return the version that laid this duty on this person, unbroken up to `held`."""
    origin = held
    for version in reversed(_up_to(order, held)[:-1]):
        earlier = version.term(term.id)
        if earlier is None or not earlier.same_duty_as(term):
            break
        if not addresses(order, earlier, person):
            break
        origin = version
    return origin


def bindings_under(
    order: ProtectionOrder, term: Term, person: PersonId, held: Version, by: datetime | None
) -> tuple[Binding, ...]:
    """Return the valid bindings of a person that reach a term of the version `held`.

    Args:
        order: The order.
        term: A term of `held`.
        person: Who.
        held: The version in force at the moment asked about.
        by: Bindings after this moment are left out; None takes the whole record.

    Returns:
        Earliest first.
    """
    names = order.known_as(person)
    mine = [
        binding
        for binding in order.bindings
        if binding.person in names and not binding.invalidated and (by is None or binding.at <= by)
    ]
    if not mine:
        return ()
    origin = first_version_with(order, term, person, held)
    reached = _versions_that_reach(order, origin, held)
    return tuple(sorted((b for b in mine if b.version in reached), key=lambda b: b.at))


def _versions_that_reach(order: ProtectionOrder, origin: Version, held: Version) -> frozenset[int]:
    """Versions from the origin up to `held`, and earlier ones whose bindings carry over."""
    line = _up_to(order, held)
    start = line.index(origin)
    while start > 0 and line[start].bindings_carried_over:
        start -= 1
    return frozenset(version.number for version in line[start:])


def _up_to(order: ProtectionOrder, held: Version) -> tuple[Version, ...]:
    in_time = order.versions_in_time
    return in_time[: in_time.index(held) + 1]


def effective_bindings(
    order: ProtectionOrder, moment: datetime | None
) -> tuple[tuple[PersonId, Binding], ...]:
    """Return who is bound by at least one term in force, with their earliest such binding.

    Somebody known under several pseudonyms is named once, by the first of them in the alphabet.

    `moment` None takes the whole record and its last version.
    """
    held = order.versions_in_time[-1] if moment is None else order.version_at(moment)
    if held is None:
        return ()
    terms = [t for t in held.terms if moment is None or t.ends_at is None or moment < t.ends_at]
    found: list[tuple[PersonId, Binding]] = []
    for names in dict.fromkeys(order.known_as(binding.person) for binding in order.bindings):
        person = min(names)
        reaching = _reaching(order, terms, person, held, moment)
        first = min(reaching, key=lambda binding: binding.at, default=None)
        if first is not None:
            found.append((person, first))
    return tuple(found)


def anybody_bound(order: ProtectionOrder) -> bool:
    """Tell whether anybody is bound by the last version, on the whole record.

    The same as asking whether `effective_bindings` names anybody, and stops at the first.
    """
    held = order.versions_in_time[-1]
    valid = [binding for binding in order.bindings if not binding.invalidated]
    # Who was made to know this very version, and is named in it, is bound without looking back.
    by_name = {binding.person for binding in valid if binding.version == held.number}
    if any(not by_name.isdisjoint(term.binds) for term in held.terms):
        return True
    return any(
        bindings_under(order, term, person, held, None)
        for person in dict.fromkeys(binding.person for binding in valid)
        for term in held.terms
        if addresses(order, term, person)
    )


def _reaching(
    order: ProtectionOrder,
    terms: Iterable[Term],
    person: PersonId,
    held: Version,
    moment: datetime | None,
) -> list[Binding]:
    return [
        binding
        for term in terms
        if addresses(order, term, person)
        for binding in bindings_under(order, term, person, held, moment)
    ]
