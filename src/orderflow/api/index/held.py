"""One order as it is held in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from orderflow.order import ProtectionOrder
    from orderflow.order.values import PersonId
    from orderflow.store import RecordedEvent


class Held(NamedTuple):
    """One order with everything on record of it.

    Attributes:
        order: The order, with its law attached where that is at hand.
        history: Everything on record, in the order of recording.
    """

    order: ProtectionOrder
    history: tuple[RecordedEvent, ...]


def persons_of(order: ProtectionOrder) -> frozenset[PersonId]:
    """Return every pseudonym that an order knows, in whatever part."""
    people = (*order.protected_persons, *order.respondents, *order.other_persons)
    promised = () if order.undertaking is None else order.undertaking.given_by
    applicant = order.applicant.person if order.applicant else None
    return frozenset(
        (
            *(person.id for person in people),
            *(name for version in order.versions for term in version.terms for name in term.binds),
            *(binding.person for binding in order.bindings),
            *(name for link in order.links for name in link),
            *order.once_protected,
            *promised,
            *(() if applicant is None else (applicant,)),
        )
    )
