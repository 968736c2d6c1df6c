"""What the law makes of one piece of conduct: the heart of the order.

Pure: the order, the regime and the question go in, the answer comes out. A route is closed when
one reason closes it, and for a human to judge when none closes it but one calls for judgement.
Nothing that the law leaves open is guessed; it becomes the reason `not_decided`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.law.vocabulary import CivilRoute
from orderflow.order.assess_civil import civil_route
from orderflow.order.assess_criminal import criminal_route
from orderflow.order.assess_facts import Facts, gather
from orderflow.order.assessment import Assessment, Bound, InForce, Reason
from orderflow.order.findings import closed
from orderflow.order.outcomes import Outcomes, outcomes_of
from orderflow.order.reasons import Code
from orderflow.order.values import in_utc

if TYPE_CHECKING:
    from datetime import datetime

    from orderflow.law.regime import Regime
    from orderflow.order.assessment import Route
    from orderflow.order.incident import Incident
    from orderflow.order.order import ProtectionOrder
    from orderflow.order.values import Actor, PersonId, Place, TermId


NO_OUTCOMES = Outcomes()
"""Nothing has become of the conduct yet."""


def assess(  # noqa: PLR0913 - the question has this many parts
    order: ProtectionOrder,
    regime: Regime,
    *,
    person: PersonId,
    term: TermId,
    conduct_at: datetime,
    place: Place,
    outcomes: Outcomes = NO_OUTCOMES,
    asked_by: Actor | None = None,
) -> Assessment:
    """Return what the law makes of conduct, on what `order` has on record.

    Args:
        order: The order, folded up to what was known at the moment one wants to judge from.
        regime: The law to judge by; normally the one that the order pinned.
        person: Whose conduct.
        term: Against which term.
        conduct_at: When; with a time zone.
        place: Where.
        outcomes: What became of this conduct already.
        asked_by: Who would act, so that a lack of standing is a reason too.

    Raises:
        ValueError: `conduct_at` has no time zone, or lies in no year from 1900 to 2999.

    Source:
        gb-eaw/fla-1996/s-63ca, nl/wth/art-11; choices INT-004 to INT-009.
    """
    conduct_at = in_utc(conduct_at)
    facts = gather(order, regime, person, term, conduct_at, place)
    criminal, civil = _routes(facts, outcomes, asked_by)
    return Assessment(
        regime=regime.id,
        person=person,
        term=term,
        conduct_at=conduct_at,
        place=place,
        in_force=_in_force(facts),
        bound=_bound(facts),
        criminal=criminal,
        civil=civil,
    )


def assess_incident(
    order: ProtectionOrder,
    regime: Regime,
    incident: Incident,
    *,
    asked_by: Actor | None = None,
    with_outcomes: bool = True,
) -> Assessment:
    """Return what the law makes of an incident on record.

    With `with_outcomes` what became of it counts too, so that conduct already punished is not
    open to be punished again (N3); without, the conduct alone is judged.
    """
    return assess(
        order,
        regime,
        person=incident.person,
        term=incident.term,
        conduct_at=incident.conduct_at,
        place=incident.place,
        outcomes=outcomes_of(order, incident) if with_outcomes else NO_OUTCOMES,
        asked_by=asked_by,
    )


def _routes(facts: Facts, outcomes: Outcomes, asked_by: Actor | None) -> tuple[Route, Route]:
    if facts.closed is not None:
        reason = Reason(code=facts.closed, law=facts.closed_law)
        route = facts.regime.civil.route
        if route.value is CivilRoute.NONE:
            return closed(reason), closed(Reason(code=Code.NO_CIVIL_ROUTE, law=route.source))
        return closed(reason), closed(reason)
    criminal = (
        closed(Reason(code=Code.UNDERTAKING_ONLY, law=facts.regime.undertaking.supported.source))
        if facts.undertaking
        else criminal_route(facts, outcomes, asked_by)
    )
    return criminal, civil_route(facts, outcomes, asked_by)


def _in_force(facts: Facts) -> InForce | None:
    if facts.period is None or facts.version is None:
        return None
    return InForce(version=facts.version.number, since=facts.period.since, until=facts.period.until)


def _bound(facts: Facts) -> Bound | None:
    if not facts.bindings:
        return None
    first = facts.bindings[0]
    return Bound(how=first.by, since=first.at)
