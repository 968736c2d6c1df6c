"""The civil route: can the civil court act on this breach, and who may ask it to?

Source:
    gb-eaw/case/ru-2013-ewhc-2350, gb-eaw/fla-1996/s-63o, nl/rv/art-611a.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.law.vocabulary import CivilRoute, Knowledge
from orderflow.order.capacity import capacities
from orderflow.order.findings import Findings, was_told_nothing
from orderflow.order.reasons import Code
from orderflow.order.values import CIVIL_PUNISHMENTS, ProsecutionOutcome

if TYPE_CHECKING:
    from orderflow.order.assess_facts import Facts
    from orderflow.order.assessment import Route
    from orderflow.order.outcomes import Outcomes
    from orderflow.order.values import Actor


def civil_route(facts: Facts, outcomes: Outcomes, asked_by: Actor | None) -> Route:
    """Return whether the civil court can act on conduct against an order or an undertaking."""
    civil, found = facts.regime.civil, Findings(facts)
    if civil.route.value is CivilRoute.NONE:
        found.close(Code.NO_CIVIL_ROUTE, civil.route.source)
        return found.route(None, ())
    found.needs(civil.route)
    found.ask(lambda it: _kind(facts, it))
    found.ask(lambda it: _knowledge(facts, it))
    found.ask(lambda it: _outcomes(facts, outcomes, it))
    found.ask(lambda it: _standing(facts, asked_by, it))
    detention = civil.max_detention.value
    return found.route(None if detention is None else str(detention), civil.standing.value or ())


def _kind(facts: Facts, found: Findings) -> None:
    covers = facts.regime.civil.covers
    if facts.the_term.kind not in covers.decided():
        found.close(Code.NOT_COVERED, covers.source)


def _knowledge(facts: Facts, found: Findings) -> None:
    asked = facts.regime.civil.knowledge_level
    if facts.undertaking:
        # Whoever promised knows what they promised.
        return
    level = asked.decided()
    if level == "none":
        return
    if level is Knowledge.SERVED:
        found.must_know(facts, level, Code.NOT_SERVED, asked.source)
    elif facts.introduced_without_notice:
        found.must_know(facts, level, Code.NOT_AWARE, asked.source)
    elif was_told_nothing(facts):
        found.review(Code.REASONABLE_EXCUSE_REVIEW, asked.source)


def _outcomes(facts: Facts, outcomes: Outcomes, found: Findings) -> None:
    bar = facts.regime.exclusion.conviction_bars_civil_punishment
    if ProsecutionOutcome.CONVICTED in outcomes.criminal and bar.decided():
        found.close(Code.ALREADY_CONVICTED, bar.source)
    if outcomes.elsewhere:
        found.review(Code.SAME_CONDUCT_ELSEWHERE_REVIEW, bar.source)
    if ProsecutionOutcome.ACQUITTED in outcomes.criminal:
        found.review(Code.ACQUITTED_BEFORE, bar.source)
    if outcomes.civil & CIVIL_PUNISHMENTS:
        found.close(Code.PUNISHED_AS_CONTEMPT, bar.source)


def _standing(facts: Facts, asked_by: Actor | None, found: Findings) -> None:
    standing = facts.regime.civil.standing
    held = standing.decided()
    if asked_by is None:
        return
    if capacities(facts.order, asked_by, facts.regime).isdisjoint(held):
        found.close(Code.NO_STANDING, standing.source)
