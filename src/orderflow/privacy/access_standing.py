"""Which part a reader has in one case: as a person of it, or as somebody close to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from orderflow.privacy.audience import Audience, Audiences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orderflow.order import ProtectionOrder
    from orderflow.order.values import PersonId
    from orderflow.privacy.reader import Reader

    Names = frozenset[PersonId]


class Part(NamedTuple):
    """The part that a reader has in one case.

    Attributes:
        names: Every pseudonym of the reader, and of the client for whom they read.
        against: Whether the order is against them: asked for, made or extended to them.
        audiences: As what they read it for themselves: applicant, protected person or both.
        for_client: As what they read it for a client.
        close: Whether they are, or are close to, somebody of the case in whose place they do not
            read; such a reader reads nothing in an office.
    """

    names: frozenset[PersonId]
    against: bool
    audiences: Audiences
    for_client: Audiences
    close: bool


def part_of(reader: Reader, order: ProtectionOrder) -> Part:
    """Return the part of a reader in a case, by its record as it stands.

    To be against whom the order is outweighs everything else; to be the applicant or a protected
    person outweighs being close to somebody.
    """
    own = _known_as(order, reader.persons)
    client = _known_as(order, (reader.on_behalf_of,) if reader.on_behalf_of else ())
    for_self, for_client = _sides(order, own), _sides(order, client)
    names = own | client
    against = not names.isdisjoint(_against(order))
    involved = not names.isdisjoint(person.id for person in order.other_persons)
    return Part(
        names=names,
        # Others involved may be kin of the respondents; somebody who asked for the order is not.
        against=against or (involved and not for_self | for_client),
        audiences=for_self,
        for_client=for_client,
        close=not _known_as(order, reader.linked_to).isdisjoint(_everybody(order)),
    )


def _known_as(order: ProtectionOrder, persons: Iterable[PersonId]) -> Names:
    return frozenset(name for person in persons for name in order.known_as(person))


def _sides(order: ProtectionOrder, names: Names) -> Audiences:
    found = set()
    if not names.isdisjoint(_applicant(order)):
        found.add(Audience.APPLICANT)
    protected = {person.id for person in order.protected_persons} | order.once_protected
    if not names.isdisjoint(protected):
        found.add(Audience.PROTECTED_PERSON)
    return frozenset(found)


def _applicant(order: ProtectionOrder) -> Names:
    applicant = order.applicant
    if applicant is None or applicant.person is None or order.own_motion:
        return frozenset()
    return order.known_as(applicant.person)


def _against(order: ProtectionOrder) -> Names:
    """Return the respondents, whomever a term names, and whoever was bound besides (EC05)."""
    terms = [term for version in order.versions for term in version.terms]
    found = {
        *(person.id for person in order.respondents),
        *(name for term in terms for name in term.binds),
        *(binding.person for binding in order.bindings),
    }
    return _known_as(order, found)


def _everybody(order: ProtectionOrder) -> Names:
    people = (*order.protected_persons, *order.other_persons)
    found = {person.id for person in people} | order.once_protected | _applicant(order)
    return _known_as(order, found) | _against(order)
