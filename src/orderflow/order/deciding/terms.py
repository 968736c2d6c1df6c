"""Which terms a regime lets an order contain.

Source:
    gb-eaw/fla-1996/s-63b, nl/wth/art-2/lid-4; Re K for terms that take the freedom to travel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.law.vocabulary import TRAVEL_TERMS
from orderflow.order.deciding.case import Case, refuse
from orderflow.order.reasons import Code

if TYPE_CHECKING:
    from orderflow.order.values import Term


def must_be_allowed(terms: tuple[Term, ...], case: Case) -> None:
    """Refuse terms that the regime does not know.

    Raises:
        CommandRejected: A term's kind, subject or reach is not allowed, two terms share a name,
            it is addressed to nobody or to somebody not on record, or it takes the freedom to
            travel with no end and no review.
        NotDecided: The regime leaves one of these open.
    """
    if len({term.id for term in terms}) != len(terms):
        refuse(Code.ALREADY_ON_RECORD)
    for term in terms:
        _content(term, case)
        _addressees(term, case)
        _travel(term, case)


def _content(term: Term, case: Case) -> None:
    rule = case.regime.terms
    if term.kind not in rule.kinds.decided():
        refuse(Code.TERM_NOT_ALLOWED, rule.kinds.source)
    if term.subject not in rule.catalogue.decided():
        refuse(Code.TERM_NOT_ALLOWED, rule.catalogue.source)
    if term.abroad and not rule.extraterritorial.decided():
        refuse(Code.TERM_NOT_ABROAD, rule.extraterritorial.source)
    arrest = case.regime.arrest.power_of_arrest
    if term.power_of_arrest and not arrest.decided():
        refuse(Code.POWER_OF_ARREST_NOT_ALLOWED, arrest.source)


def _addressees(term: Term, case: Case) -> None:
    if not term.binds and not term.binds_others:
        refuse(Code.NO_SUCH_PERSON)
    others = case.regime.respondents.other_persons
    protected = {person.id for person in case.order.protected_persons}
    respondents = {person.id for person in case.order.respondents}
    for person in term.binds:
        case.known_person(person)
        if person in protected:
            refuse(Code.NO_SUCH_PERSON)
        if person not in respondents and not others.decided():
            refuse(Code.OTHER_PERSONS_NOT_ALLOWED, others.source)
    if term.binds_others and not others.decided():
        refuse(Code.OTHER_PERSONS_NOT_ALLOWED, others.source)


def _travel(term: Term, case: Case) -> None:
    rule = case.regime.terms.travel_needs_end_or_review
    if term.subject not in TRAVEL_TERMS or term.exceptional:
        return
    if term.ends_at is not None or term.review_at is not None:
        return
    if rule.decided():
        refuse(Code.TRAVEL_TERM_NEEDS_END, rule.source)
