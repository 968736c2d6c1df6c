"""The criminal route: is this breach an offence of this person?

Source:
    gb-eaw/fla-1996/s-63ca, gb-eaw/fgma-2003/sch-2/para-4, nl/wth/art-11.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.law.vocabulary import Defence, KnowledgeScope, Reach, TermKind
from orderflow.order.findings import Findings, was_told_nothing
from orderflow.order.reasons import Code
from orderflow.order.values import (
    CIVIL_PUNISHMENTS,
    CivilOutcome,
    Place,
    ProsecutionOutcome,
)

if TYPE_CHECKING:
    from orderflow.order.assess_facts import Facts
    from orderflow.order.assessment import Route
    from orderflow.order.outcomes import Outcomes
    from orderflow.order.values import Actor


def criminal_route(facts: Facts, outcomes: Outcomes, asked_by: Actor | None) -> Route:
    """Return whether the criminal law can act on conduct while an order was in force."""
    breach, found = facts.breach, Findings(facts)
    if breach.criminal.value is False:
        found.close(Code.NO_OFFENCE, breach.criminal.source)
        return found.route(None, ())
    found.needs(breach.criminal)
    found.ask(lambda it: _commencement(facts, it))
    found.ask(lambda it: _kind(facts, it))
    found.ask(lambda it: _reach(facts, it))
    found.ask(lambda it: _knowledge(facts, it))
    found.ask(lambda it: _outcomes(facts, outcomes, it))
    found.ask(lambda it: _may_refer(facts, asked_by, it))
    found.needs(breach.max_penalty)
    penalty = breach.max_penalty.value
    return found.route(None if penalty is None else str(penalty), breach.referral_by.value or ())


def _commencement(facts: Facts, found: Findings) -> None:
    commenced = facts.breach.commenced_on
    day = facts.conduct_at.astimezone(facts.regime.zone).date()
    if commenced.value is not None and day < commenced.value:
        found.close(Code.OFFENCE_NOT_YET_COMMENCED, commenced.source)


def _kind(facts: Facts, found: Findings) -> None:
    covers = facts.breach.covers
    if facts.the_term.kind in covers.decided():
        return
    requirement = facts.the_term.kind is TermKind.REQUIREMENT
    found.close(Code.REQUIREMENT_ONLY if requirement else Code.NOT_COVERED, covers.source)


def _reach(facts: Facts, found: Findings) -> None:
    if facts.place is Place.HOME_COUNTRY:
        return
    reach = facts.breach.reach
    if reach.decided() is Reach.UNSETTLED:
        found.review(Code.JURISDICTION_REVIEW, reach.source)
    elif reach.decided() is Reach.HOME_ONLY and facts.place is Place.ABROAD:
        found.close(Code.OFFENCE_HOME_ONLY, reach.source)
    elif reach.decided() is Reach.HOME_ONLY:
        found.review(Code.PLACE_UNKNOWN_REVIEW, reach.source)


def _knowledge(facts: Facts, found: Findings) -> None:
    scope = facts.breach.knowledge_applies_to
    asked = scope.decided() is KnowledgeScope.ALL_ORDERS or (
        scope.decided() is KnowledgeScope.WITHOUT_NOTICE_ORDERS and facts.introduced_without_notice
    )
    if asked:
        level = facts.breach.knowledge_level.decided()
        found.must_know(facts, level, Code.NOT_AWARE, scope.source)
    elif was_told_nothing(facts) and Defence.REASONABLE_EXCUSE in (
        facts.breach.defences.value or ()
    ):
        found.review(Code.REASONABLE_EXCUSE_REVIEW, facts.breach.defences.source)


def _outcomes(facts: Facts, outcomes: Outcomes, found: Findings) -> None:
    bar = facts.regime.exclusion.civil_punishment_bars_conviction
    if ProsecutionOutcome.CONVICTED in outcomes.criminal:
        found.close(Code.ALREADY_CONVICTED)
    if ProsecutionOutcome.ACQUITTED in outcomes.criminal:
        found.close(Code.ALREADY_ACQUITTED)
    if outcomes.civil & CIVIL_PUNISHMENTS and bar.decided():
        found.close(Code.PUNISHED_AS_CONTEMPT, bar.source)
    if outcomes.elsewhere:
        found.review(Code.SAME_CONDUCT_ELSEWHERE_REVIEW, bar.source)
    if CivilOutcome.PROVED_WITHOUT_PENALTY in outcomes.civil:
        found.review(Code.CONTEMPT_UNPUNISHED, bar.source)


def _may_refer(facts: Facts, asked_by: Actor | None, found: Findings) -> None:
    who = facts.breach.referral_by
    if asked_by is not None and asked_by.role not in who.decided():
        found.close(Code.NO_STANDING, who.source)
