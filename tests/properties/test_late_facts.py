"""Facts that arrive late: what happened counts, not when we heard of it (EC39)."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orderflow.errors import CommandRejected
from orderflow.order import Assessment, ProtectionOrder, State, assess, decide, evolve
from orderflow.order import commands as c
from orderflow.order.events import Event
from orderflow.order.values import Place
from tests import spec
from tests.unit.order import acts

DAYS = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40)
BOTH = (acts.CONTACT, acts.ARRANGE)
FACTS: dict[str, c.Command] = {
    "mother told on day 1": acts.inform(acts.day(1)),
    "uncle served on day 3": acts.serve(acts.day(3), acts.UNCLE),
    "aunt told on day 4": acts.inform(acts.day(4), acts.AUNT),
    "call on day 2": acts.report(acts.day(5), "call", conduct_at=acts.day(2)),
    "visit on day 6": acts.report(acts.day(7), "visit", acts.UNCLE, conduct_at=acts.day(6)),
    "aunt arranges on day 8": acts.report(acts.day(9), "aunt", acts.AUNT, term="arrange"),
    "varied on day 5": acts.vary(acts.day(5), acts.CONTACT),
    "extended on day 6": acts.extend(acts.day(6), acts.until(acts.day(30))),
    "conflict on day 7": acts.flag_conflict(acts.day(7)),
    "discharged on day 10": acts.discharge(acts.day(10)),
    "sealed on day 1": acts.seal(acts.day(1)),
    "attempt on day 2": acts.attempt(acts.day(2)),
    "substitute allowed on day 2": acts.authorise(acts.day(2), acts.UNCLE),
    "known as amina": acts.link(acts.day(8), acts.MOTHER, "amina"),
    "one of two released": acts.release(acts.day(9)),
}
"""Independent facts: none needs another to have been recorded."""
BEGUN = spec.given(
    acts.request(protected_persons=(acts.person(acts.DAUGHTER), acts.person(acts.SISTER))),
    acts.grant_unheard(terms=BOTH, duration=acts.until(acts.day(20))),
)
NAMES = list(FACTS)


def tell(names: tuple[str, ...]) -> ProtectionOrder:
    """Record these facts in this order, all of them late."""
    order, now = BEGUN.order, acts.day(50)
    for name in names:
        now += timedelta(hours=1)
        order = spec.record(order, decide(FACTS[name], order, BEGUN.regime, now))
    return order


def answers(order: ProtectionOrder) -> tuple[list[State | None], list[Assessment]]:
    """Return what the order says of a range of moments, and of conduct then."""
    moments = [acts.day(number) + timedelta(minutes=m) for number in DAYS for m in (-1, 0)]
    judged = [
        assess(
            order,
            BEGUN.regime,
            person=person,
            term=term.id,
            conduct_at=moment,
            place=Place.HOME_COUNTRY,
        )
        for moment in moments[::3]
        for person in (acts.MOTHER, acts.UNCLE, acts.AUNT, "amina")
        for term in BOTH
    ]
    return [order.state_at(moment) for moment in moments], judged


@pytest.mark.edge("EC39")
@settings(max_examples=60, deadline=None)
@given(st.permutations(NAMES), st.integers(2, len(NAMES)), st.data())
def test_the_order_of_recording_does_not_matter(
    names: list[str], size: int, data: st.DataObject
) -> None:
    """Independent facts give the same answers, whichever of them was heard of first."""
    some = names[:size]
    other = data.draw(st.permutations(some))

    assert answers(tell(tuple(some))) == answers(tell(tuple(other)))


@pytest.mark.edge("EC39")
def test_every_pair_of_independent_facts_may_come_in_either_order() -> None:
    """No two of them decide by which came first."""
    for one, other in permutations(NAMES, 2):
        assert answers(tell((one, other))) == answers(tell((other, one))), (one, other)


@pytest.mark.edge("EC39")
@settings(max_examples=40, deadline=None)
@given(st.permutations(NAMES))
def test_incidents_end_up_with_the_same_findings(names: list[str]) -> None:
    """What is stored with an incident keeps up with whatever is heard of later."""
    found = {i.id: i.assessment.finding for i in tell(tuple(names)).incidents}
    usual = {i.id: i.assessment.finding for i in tell(tuple(NAMES)).incidents}

    assert found == usual


@pytest.mark.edge("EC39")
@settings(max_examples=40, deadline=None)
@given(st.permutations(NAMES), st.integers(0, len(NAMES)))
def test_both_views_are_kept(names: list[str], heard: int) -> None:
    """Folding what was on record by a moment answers as we did then, whatever came later."""
    order, now, events = BEGUN.order, acts.day(50), list[Event]()
    then = answers(order)
    for number, name in enumerate(names, start=1):
        now += timedelta(hours=1)
        caused = decide(FACTS[name], order, BEGUN.regime, now)
        order = spec.record(order, caused)
        if number <= heard:
            events += caused
            then = answers(order)

    known = BEGUN.order
    for event in events:
        known = evolve(known, event)
    assert answers(known) == then


def test_a_fact_that_depends_on_another_waits_for_it() -> None:
    """What was recorded first then matters: a service needs the version it serves."""
    second = acts.serve(acts.day(6), version=2)

    with pytest.raises(CommandRejected):
        decide(second, BEGUN.order, BEGUN.regime, acts.day(50))
    varied = tell(("varied on day 5",))
    assert decide(second, varied, BEGUN.regime, acts.day(51))
