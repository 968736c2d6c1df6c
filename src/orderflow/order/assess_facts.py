"""The facts that both routes rest on: was there an order, this term, this person, a binding?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from orderflow.law.vocabulary import Moment, SetAsideEffect
from orderflow.order.binding import addresses, bindings_under, first_version_with
from orderflow.order.reasons import Code
from orderflow.order.values import Place

if TYPE_CHECKING:
    from datetime import datetime

    from orderflow.law.regime import Breach, Regime
    from orderflow.order.order import ProtectionOrder
    from orderflow.order.records import Binding, Period, Version
    from orderflow.order.values import PersonId, Term, TermId


@dataclass(slots=True)
class Facts:
    """What is on record about one piece of conduct.

    Attributes:
        closed: The reason that closes every route, if there is one.
        breach: The law of breach that governs conduct on that day.
        introduced_without_notice: Whether the version that laid the duty on the person was made
            without notice (INT-004).
        bindings: Valid bindings under the term at or before the conduct, earliest first.
        knew_earlier_version: Whether the person knew of an earlier version, without this term.
        reviews: Reasons on both routes that a human must weigh, each with its sources.
    """

    order: ProtectionOrder
    regime: Regime
    breach: Breach
    person: PersonId
    conduct_at: datetime
    place: Place
    term: Term | None = None
    period: Period | None = None
    version: Version | None = None
    undertaking: bool = False
    introduced_without_notice: bool = False
    bindings: tuple[Binding, ...] = ()
    knew_earlier_version: bool = False
    reviews: tuple[tuple[Code, tuple[str, ...]], ...] = ()
    closed: Code | None = None
    closed_law: tuple[str, ...] = ()

    @property
    def the_term(self) -> Term:
        """The term; only where one was found, as for every route that is judged."""
        return cast("Term", self.term)

    @property
    def the_version(self) -> Version:
        """The version; only where a period in force was found."""
        return cast("Version", self.version)


def gather(
    order: ProtectionOrder,
    regime: Regime,
    person: PersonId,
    term: TermId,
    conduct_at: datetime,
    place: Place,
) -> Facts:
    """Return the facts about conduct of a person against a term."""
    local_day = conduct_at.astimezone(regime.zone).date()
    facts = Facts(order, regime, regime.breach_law(local_day), person, conduct_at, place)
    if order.undertaking is not None:
        facts.closed = _undertaking(facts, term)
        facts.reviews = _reviews(facts, term)
    else:
        facts.closed = _order_in_force(facts) or _term(facts, term) or _addressed(facts)
        if facts.closed is None:
            facts.closed = _bindings(facts)
        facts.reviews = _reviews(facts, term)
    return facts


def _undertaking(facts: Facts, term: TermId) -> Code | None:
    given = facts.order.undertaking
    assert given is not None  # noqa: S101 - the caller looked
    facts.undertaking = True
    facts.term = next((promised for promised in given.terms if promised.id == term), None)
    if facts.conduct_at < given.given_at:
        return Code.NOT_IN_FORCE
    if given.ends_at is not None and given.ends_at <= facts.conduct_at:
        return Code.NOT_IN_FORCE
    if facts.term is None:
        return Code.TERM_NOT_IN_VERSION
    if facts.order.known_as(facts.person).isdisjoint(given.given_by):
        return Code.NOT_ADDRESSED
    return _abroad(facts)


def _order_in_force(facts: Facts) -> Code | None:
    order, at = facts.order, facts.conduct_at
    facts.period = order.period_at(at)
    facts.version = order.version_at(at)
    if facts.period is None:
        facts.version = None
        facts.closed_law = facts.regime.duration.anchor.source
        return Code.NOT_IN_FORCE
    if order.set_aside is not None and order.set_aside.effect is SetAsideEffect.EX_TUNC:
        facts.closed_law = facts.regime.set_aside.effect.source
        return Code.SET_ASIDE_WORKS_BACK
    return None


def _term(facts: Facts, term: TermId) -> Code | None:
    facts.term = facts.the_version.term(term)
    if facts.term is None:
        return Code.TERM_NOT_IN_VERSION
    if facts.term.ends_at is not None and facts.term.ends_at <= facts.conduct_at:
        return Code.TERM_ENDED
    return _abroad(facts)


def _abroad(facts: Facts) -> Code | None:
    if facts.place is Place.ABROAD and facts.the_term.abroad is False:
        facts.closed_law = facts.regime.terms.extraterritorial.source
        return Code.TERM_HOME_ONLY
    return None


def _addressed(facts: Facts) -> Code | None:
    if addresses(facts.order, facts.the_term, facts.person):
        return None
    facts.closed_law = facts.regime.respondents.other_persons.source
    return Code.NOT_ADDRESSED


def _bindings(facts: Facts) -> Code | None:
    held = facts.the_version
    facts.bindings = bindings_under(
        facts.order, facts.the_term, facts.person, held, facts.conduct_at
    )
    origin = first_version_with(facts.order, facts.the_term, facts.person, held)
    facts.introduced_without_notice = origin.without_notice
    proven = any(binding.knowledge is not None for binding in facts.bindings)
    facts.knew_earlier_version = not proven and _knew_of_it(facts)
    takes_effect = facts.regime.duration.takes_effect
    if takes_effect.value in {Moment.NOTIFIED, Moment.SERVED} and not facts.bindings:
        facts.closed_law = takes_effect.source
        return Code.NOT_SERVED
    return None


def _knew_of_it(facts: Facts) -> bool:
    """Tell whether anything on record brought any version to the person by then."""
    names = facts.order.known_as(facts.person)
    return any(
        binding.person in names
        and binding.knowledge is not None
        and not binding.invalidated
        and binding.at <= facts.conduct_at
        for binding in facts.order.bindings
    )


def _reviews(facts: Facts, term: TermId) -> tuple[tuple[Code, tuple[str, ...]], ...]:
    order, regime = facts.order, facts.regime
    found: list[tuple[Code, tuple[str, ...]]] = []
    if order.set_aside is not None and facts.conduct_at < order.set_aside.at:
        found.append((Code.SET_ASIDE_REVIEW, regime.set_aside.effect.source))
    if any(conflicting == term for _other, conflicting in order.conflicts):
        found.append((Code.CONFLICTING_ORDER_REVIEW, ()))
    if order.doubtful:
        found.append((Code.RECORD_CORRECTED_REVIEW, ()))
    silent = facts.term is not None and facts.term.abroad is None
    if facts.place is Place.ABROAD and silent:
        found.append((Code.JURISDICTION_REVIEW, regime.terms.extraterritorial.source))
    if facts.place is Place.UNKNOWN and facts.term is not None and not facts.term.abroad:
        found.append((Code.PLACE_UNKNOWN_REVIEW, regime.terms.extraterritorial.source))
    return tuple(found)
