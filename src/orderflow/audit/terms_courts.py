"""Terms that bind the court: hearings after an order unheard, new ends, reviews of terms.

Source:
    gb-eaw/fla-1996/s-63d, nl/wth/art-9/lid-1, gb-eaw/case/re-k-2020-ewca-civ-190.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from orderflow.audit.deadline import Deadline, DeadlineKind
from orderflow.law.periods import start_of
from orderflow.order import events as e
from orderflow.order import evolve
from orderflow.order.order import ProtectionOrder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from orderflow.audit.terms_facts import TermFacts
    from orderflow.store import RecordedEvent

_LOOKS_AGAIN = (
    e.OrderVaried,
    e.OrderConfirmed,
    e.OrderExtended,
    e.ChangeRefused,
    e.OrderDischarged,
    e.OrderSetAside,
)
"""Decisions for which the authority looked at the order as it stood."""


def court_terms(facts: TermFacts) -> Iterator[Deadline]:
    """Yield the terms that bind whoever decides on the order."""
    yield from _hearings(facts)
    yield from _new_ends(facts)
    yield from _reviews(facts)


def _hearings(facts: TermFacts) -> Iterator[Deadline]:
    rule = facts.order.law.without_notice if facts.order.law else None
    listings = list(facts.happened(e.ReturnHearingListed))
    for number, (recorded, listed) in enumerate(listings):
        held = _held(facts, listed.occurred_at)
        within = rule.return_hearing_within if rule and listed.due_at else None
        counting = facts.counting(listed.occurred_at, within, stored=True, law=listed.law)
        about = f"version {_version_at(facts, listed.occurred_at)}"
        yield facts.judged(
            DeadlineKind.RETURN_HEARING,
            about,
            recorded,
            listed.due_at,
            held,
            counting,
            inclusive=True,
        )
        replaced = number + 1 < len(listings)
        if listed.hearing_at is not None and not replaced:
            due_at = _end_of_day(facts, listed.hearing_at)
            yield facts.judged(DeadlineKind.LISTED_HEARING, about, recorded, due_at, held, counting)


def _held(facts: TermFacts, after: datetime) -> RecordedEvent | None:
    for recorded, event in facts.happened(e.OrderConfirmed, e.OrderVaried, e.OrderSetAside):
        at_hearing = getattr(event, "at_return_hearing", True)  # A confirmation always is.
        if at_hearing and after <= event.occurred_at:
            return recorded
    return None


def _new_ends(facts: TermFacts) -> Iterator[Deadline]:
    """Yield each new end, and whether it was decided while the order was in force."""
    order = ProtectionOrder.start(facts.order.id)
    duration = facts.order.law.duration if facts.order.law else None
    for recorded in facts.history:
        event = recorded.event
        moves = isinstance(event, e.OrderExtended) or (
            isinstance(event, e.OrderVaried) and event.end_moved
        )
        if moves and event.occurred_at <= facts.at:
            begun = [p for p in order.periods if p.since <= event.occurred_at]
            until = begun[-1].until if begun else None
            if until is not None:
                rule = duration.extendable if duration else None
                counting = facts.counting(begun[-1].since, rule, stored=True, within=False)
                about = f"end {until:%Y-%m-%dT%H:%MZ}"
                yield facts.judged(
                    DeadlineKind.EXTENSION, about, recorded, until, recorded, counting
                )
        order = evolve(order, event)


def _reviews(facts: TermFacts) -> Iterator[Deadline]:
    rule = facts.order.law.terms.travel_needs_end_or_review if facts.order.law else None
    known: set[tuple[str, datetime]] = set()
    for recorded, made in _versions(facts):
        for term in made.terms:
            if term.review_at is None or (term.id, term.review_at) in known:
                continue  # A later version that keeps the day sets no new one.
            known.add((term.id, term.review_at))
            due_at = _end_of_day(facts, term.review_at)
            counting = facts.counting(made.occurred_at, rule, stored=True, within=False)
            looked = _looked_again(facts, made.occurred_at)
            yield facts.judged(
                DeadlineKind.TERM_REVIEW, f"term {term.id}", recorded, due_at, looked, counting
            )


def _versions(
    facts: TermFacts,
) -> Iterator[tuple[RecordedEvent, e.OrderGranted | e.OrderVaried]]:
    yield from facts.happened(e.OrderGranted)
    yield from facts.happened(e.OrderVaried)


def _looked_again(facts: TermFacts, after: datetime) -> RecordedEvent | None:
    for recorded, event in facts.happened(*_LOOKS_AGAIN):
        if after < event.occurred_at:
            return recorded
    return None


def _end_of_day(facts: TermFacts, moment: datetime) -> datetime:
    """Return the first moment after the day on which `moment` lies in the regime's zone."""
    regime = facts.order.law
    if regime is None:
        return moment
    return start_of(moment.astimezone(regime.zone).date() + timedelta(days=1), regime.zone)


def _version_at(facts: TermFacts, moment: datetime) -> int:
    held = facts.order.version_at(moment)
    return held.number if held else 0
