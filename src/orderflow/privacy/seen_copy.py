"""The copy of a version for somebody whom the order is against, as data (EC26).

It holds what they must know to keep to the order, and nothing else: no contact details, nobody
else whom it is against, no term that is not addressed to them, nobody's age or home, nothing that
anybody said, not the applicant where their details are withheld, and not the office of one where
those of a protected person are: a school or a refuge says where somebody is.
"""

from __future__ import annotations

from datetime import datetime
from operator import attrgetter
from typing import TYPE_CHECKING

from orderflow.law.periods import Period
from orderflow.law.vocabulary import Harm
from orderflow.order.binding import addresses
from orderflow.order.values import Actor, PersonId, Term, Value

if TYPE_CHECKING:
    from orderflow.order import ProtectionOrder
    from orderflow.order.records import Mark, Version


class RespondentCopy(Value):
    """One version of an order as somebody whom it is against may have it.

    Attributes:
        version: Number of the version.
        person: For whom the copy is, under the name asked for.
        made_at: When it was made.
        without_notice: Whether it was made before they were heard.
        regime: Id of the law that it was made under.
        harms: What it protects against.
        protected_persons: Whom it protects, by pseudonym and nothing else.
        terms: The terms addressed to them; nobody else whom a term names is named.
        ends_at: First moment at which the order no longer holds, as this version left it; None
            where no end is set, and where it is counted from service or notice.
        counted: The period, where the end is counted from service or notice.
        hearing_at: When they are heard on it, where that is fixed and has not been held.
        applicant: Who asked for the order; None where that is withheld, and without their office
            where the details of a protected person are.
    """

    version: int
    person: PersonId
    made_at: datetime
    without_notice: bool
    regime: str
    harms: tuple[Harm, ...]
    protected_persons: tuple[PersonId, ...]
    terms: tuple[Term, ...]
    ends_at: datetime | None
    counted: Period | None
    hearing_at: datetime | None = None
    applicant: Actor | None = None


def respondent_copy(order: ProtectionOrder, version: int, person: PersonId) -> RespondentCopy:
    """Return the copy of a version for a person whom the order is against.

    Args:
        order: The order, as on record.
        version: Number of the version.
        person: For whom the copy is.

    Raises:
        LookupError: The order has no such version.
        ValueError: The person is one whom the order protects.

    Source:
        gb-eaw/fpr-2010/r-29-1; choices INT-062 and INT-064.
    """
    names = order.known_as(person)
    if not names.isdisjoint(someone.id for someone in order.protected_persons):
        msg = "a copy for a respondent is for nobody whom the order protects"
        raise ValueError(msg)
    made = next((one for one in order.versions if one.number == version), None)
    if made is None:
        msg = f"the order has no version {version}"
        raise LookupError(msg)
    return copy_of(order, made, names, person)


def copy_of(
    order: ProtectionOrder, made: Version, names: frozenset[PersonId], person: PersonId
) -> RespondentCopy:
    """Return the copy of a version for whoever has these names, in which they are `person`."""
    end = _end_set_by(made, order)
    counted = end.counted if end else None
    return RespondentCopy(
        version=made.number,
        person=person,
        made_at=made.made_at,
        without_notice=made.without_notice,
        regime=order.regime.id if order.regime else "",
        harms=order.harms,
        protected_persons=tuple(someone.id for someone in order.protected_persons),
        terms=addressed_terms(order, made.terms, names, person),
        ends_at=end.ends_at if end and counted is None else None,
        counted=counted,
        hearing_at=_hearing(made, order),
        applicant=disclosed_applicant(order),
    )


def addressed_terms(
    order: ProtectionOrder, terms: tuple[Term, ...], names: frozenset[PersonId], person: PersonId
) -> tuple[Term, ...]:
    """Return the terms addressed to somebody, naming nobody else, and them as `person`."""
    mine = (term for term in terms if any(addresses(order, term, name) for name in names))
    return tuple(
        term.model_copy(
            update={
                "binds": () if names.isdisjoint(term.binds) else (person,),
                "exceptional": False,
            }
        )
        for term in mine
    )


def disclosed_applicant(order: ProtectionOrder) -> Actor | None:
    """Return who asked for the order, in which role; None where their details are withheld.

    Where those of a protected person are, the office is left out: it may say where they are.
    """
    applicant = order.applicant
    if applicant is None:
        return None
    names = order.known_as(applicant.person) if applicant.person else frozenset()
    if not names.isdisjoint(order.withheld_contacts):
        return None
    hidden: dict[str, None] = {"on_behalf_of": None}
    protected = {name for one in order.protected_persons for name in order.known_as(one.id)}
    if not protected.isdisjoint(order.withheld_contacts):
        hidden["office"] = None
    return applicant.model_copy(update=hidden)


def _end_set_by(version: Version, order: ProtectionOrder) -> Mark | None:
    """Return the mark that held when a version was made: its own, or the one before it."""
    in_time = sorted(order.marks, key=attrgetter("at"))
    ends = [mark for mark in in_time if mark.kind in {"begin", "end_set"}]
    before = [mark for mark in ends if mark.at <= version.made_at]
    return before[-1] if before else None


def _hearing(version: Version, order: ProtectionOrder) -> datetime | None:
    """Return when they are heard on a version made unheard, where that is fixed and to come."""
    unheard = [one for one in order.versions if one.without_notice]
    if not unheard or unheard[-1] != version or order.return_hearing is None:
        return None
    hearing_at, held = order.return_hearing
    return None if held else hearing_at
