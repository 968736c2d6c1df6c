"""The two routes: the criminal law, and the civil court.

Source:
    gb-eaw/fla-1996/s-63ca, gb-eaw/fgma-2003/sch-2/para-4, nl/wth/art-11.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.errors import NotDecided
from orderflow.law.vocabulary import (
    CivilRoute,
    Defence,
    Knowledge,
    KnowledgeScope,
    Reach,
    TermKind,
)
from orderflow.order.assessment import Reason, Route, RouteStatus
from orderflow.order.capacity import capacities
from orderflow.order.reasons import Code
from orderflow.order.values import (
    CIVIL_PUNISHMENTS,
    BindingMethod,
    CivilOutcome,
    Place,
    ProsecutionOutcome,
)

if TYPE_CHECKING:
    from orderflow.law.vocabulary import Capacity, Role
    from orderflow.order.assess_facts import Facts
    from orderflow.order.records import Incident
    from orderflow.order.values import Actor


class _Findings:
    """Reasons found so far on one route."""

    def __init__(self) -> None:
        self.closing: list[Reason] = []
        self.reviewing: list[Reason] = []

    def close(self, code: Code, law: tuple[str, ...] = ()) -> None:
        self.closing.append(Reason(code=code, law=law))

    def review(self, code: Code, law: tuple[str, ...] = (), question: str | None = None) -> None:
        self.reviewing.append(Reason(code=code, law=law, question=question))

    def route(self, max_sanction: str | None, may_act: tuple[Role | Capacity, ...]) -> Route:
        if self.closing:
            return closed(*self.closing)
        status = RouteStatus.NEEDS_REVIEW if self.reviewing else RouteStatus.OPEN
        return Route(
            status=status,
            reasons=tuple(self.reviewing),
            max_sanction=max_sanction,
            may_act=may_act,
        )


def closed(*reasons: Reason) -> Route:
    """Return a closed route."""
    return Route(status=RouteStatus.CLOSED, reasons=reasons)


def criminal_route(facts: Facts, incident: Incident | None, asked_by: Actor | None) -> Route:
    """Return whether the criminal law can act on conduct while an order was in force."""
    breach, found = facts.breach, _Findings()
    for code in facts.reviews:
        found.review(code, facts.regime.set_aside.effect.source)
    may_act: tuple[Role, ...] = ()
    try:
        if not breach.criminal.decided():
            return closed(Reason(code=Code.NO_OFFENCE, law=breach.criminal.source))
        _commencement(facts, found)
        _kind(facts, found)
        _reach(facts, found)
        _knowledge(facts, found)
        _criminal_outcomes(facts, incident, found)
        may_act = breach.referral_by.decided()
        if asked_by is not None and asked_by.role not in may_act:
            found.close(Code.NO_STANDING, breach.referral_by.source)
        found_penalty = breach.max_penalty.decided()
    except NotDecided as open_question:
        found.review(Code.NOT_DECIDED, open_question.law, open_question.question)
        return found.route(None, may_act)
    return found.route(str(found_penalty), may_act)


def _commencement(facts: Facts, found: _Findings) -> None:
    commenced = facts.breach.commenced_on
    day = facts.conduct_at.astimezone(facts.regime.zone).date()
    if commenced.value is not None and day < commenced.value:
        found.close(Code.OFFENCE_NOT_YET_COMMENCED, commenced.source)


def _kind(facts: Facts, found: _Findings) -> None:
    covers = facts.breach.covers
    assert facts.term is not None  # noqa: S101 - a route is judged for a term
    if facts.term.kind in covers.decided():
        return
    requirement = facts.term.kind is TermKind.REQUIREMENT
    found.close(Code.REQUIREMENT_ONLY if requirement else Code.NOT_COVERED, covers.source)


def _reach(facts: Facts, found: _Findings) -> None:
    if facts.place is Place.HOME_COUNTRY:
        return
    reach = facts.breach.reach
    match reach.decided():
        case Reach.ABROAD_TOO:
            return
        case Reach.UNSETTLED:
            found.review(Code.JURISDICTION_REVIEW, reach.source)
        case Reach.HOME_ONLY:
            if facts.place is Place.ABROAD:
                found.close(Code.OFFENCE_HOME_ONLY, reach.source)
            else:
                found.review(Code.PLACE_UNKNOWN_REVIEW, reach.source)


def _knowledge(facts: Facts, found: _Findings) -> None:
    scope = facts.breach.knowledge_applies_to
    asked = scope.decided() is KnowledgeScope.ALL_ORDERS or (
        scope.decided() is KnowledgeScope.WITHOUT_NOTICE_ORDERS and facts.introduced_without_notice
    )
    if asked:
        level = facts.breach.knowledge_level.decided()
        _must_know(facts, found, level, Code.NOT_AWARE, scope.source)
    elif not facts.bindings and Defence.REASONABLE_EXCUSE in (facts.breach.defences.value or ()):
        found.review(Code.REASONABLE_EXCUSE_REVIEW, facts.breach.defences.source)


def _must_know(
    facts: Facts, found: _Findings, level: Knowledge, missing: Code, law: tuple[str, ...]
) -> None:
    if any(b.knowledge is not None and b.knowledge.rank >= level.rank for b in facts.bindings):
        return
    if any(b.by is BindingMethod.SERVED_BY_SUBSTITUTE for b in facts.bindings):
        found.review(Code.AWARENESS_REVIEW, law)
    else:
        found.close(missing, law)


def _criminal_outcomes(facts: Facts, incident: Incident | None, found: _Findings) -> None:
    if incident is None:
        return
    bar = facts.regime.exclusion.civil_punishment_bars_conviction
    if ProsecutionOutcome.CONVICTED in incident.prosecution_outcomes:
        found.close(Code.ALREADY_CONVICTED, bar.source)
    if ProsecutionOutcome.ACQUITTED in incident.prosecution_outcomes:
        found.close(Code.ACQUITTED_BEFORE, bar.source)
    if incident.civil_outcomes & CIVIL_PUNISHMENTS and bar.decided():
        found.close(Code.PUNISHED_AS_CONTEMPT, bar.source)
    if CivilOutcome.PROVED_WITHOUT_PENALTY in incident.civil_outcomes:
        found.review(Code.CONTEMPT_UNPUNISHED, bar.source)


def civil_route(facts: Facts, incident: Incident | None, asked_by: Actor | None) -> Route:
    """Return whether the civil court can act on conduct against an order or an undertaking."""
    civil, found = facts.regime.civil, _Findings()
    for code in facts.reviews:
        found.review(code, facts.regime.set_aside.effect.source)
    standing: tuple[Capacity, ...] = ()
    try:
        if civil.route.decided() is CivilRoute.NONE:
            return closed(Reason(code=Code.NO_CIVIL_ROUTE, law=civil.route.source))
        assert facts.term is not None  # noqa: S101 - a route is judged for a term
        if facts.term.kind not in civil.covers.decided():
            found.close(Code.NOT_COVERED, civil.covers.source)
        if not facts.undertaking:
            _civil_knowledge(facts, found)
        _civil_outcomes(facts, incident, found)
        standing = civil.standing.decided()
        if asked_by is not None and not capacities(facts.order, asked_by, facts.regime) & set(
            standing
        ):
            found.close(Code.NO_STANDING, civil.standing.source)
    except NotDecided as open_question:
        found.review(Code.NOT_DECIDED, open_question.law, open_question.question)
        return found.route(None, standing)
    detention = civil.max_detention.value
    return found.route(None if detention is None else str(detention), standing)


def _civil_knowledge(facts: Facts, found: _Findings) -> None:
    asked = facts.regime.civil.knowledge_level
    level = asked.decided()
    if level == "none":
        return
    if level is Knowledge.SERVED:
        _must_know(facts, found, level, Code.NOT_SERVED, asked.source)
    elif facts.introduced_without_notice:
        _must_know(facts, found, level, Code.NOT_AWARE, asked.source)
    elif not facts.bindings:
        found.review(Code.REASONABLE_EXCUSE_REVIEW, asked.source)


def _civil_outcomes(facts: Facts, incident: Incident | None, found: _Findings) -> None:
    if incident is None:
        return
    bar = facts.regime.exclusion.conviction_bars_civil_punishment
    if ProsecutionOutcome.CONVICTED in incident.prosecution_outcomes and bar.decided():
        found.close(Code.ALREADY_CONVICTED, bar.source)
    if ProsecutionOutcome.ACQUITTED in incident.prosecution_outcomes:
        found.review(Code.ACQUITTED_BEFORE, bar.source)
    if incident.civil_outcomes & CIVIL_PUNISHMENTS:
        found.close(Code.PUNISHED_AS_CONTEMPT, bar.source)
