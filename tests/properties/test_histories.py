"""What holds in every history, whatever is asked, by whom, late or in time."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orderflow.order import Place, ProtectionOrder, State, assess, decide, evolve, fold
from tests import spec
from tests.properties.invariants import check
from tests.properties.life import Life, live
from tests.properties.worlds import WORLDS, World
from tests.unit.order import acts

NUMBERS = st.lists(st.integers(0, 10**14), max_size=40)
BEGINNINGS = st.integers(0, 10**4)
LIVES = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
EVERY_WORLD = pytest.mark.parametrize("world", WORLDS, ids=str)


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS)
def test_every_step_follows_an_arrow(world: World, beginning: int, numbers: list[int]) -> None:
    """Posture and machine agree after every recorded event, and only refusals are raised."""
    life = live(world, beginning, numbers)

    # `live` requires an arrow for each event; what it must not do is record nothing at all.
    assert len(life.steps) == len(life.orders) - 1
    assert all(events for _, events, _ in life.steps)


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS)
def test_what_must_never_happen_does_not(world: World, beginning: int, numbers: list[int]) -> None:
    """N1, N2, N3, N4, N6 and N8 hold after every step."""
    life = live(world, beginning, numbers)

    for before, after, (command, events, _) in zip(
        life.orders, life.orders[1:], life.steps, strict=False
    ):
        check(before, after, command, events, world.regime)


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS)
def test_deciding_and_folding_are_pure(world: World, beginning: int, numbers: list[int]) -> None:
    """The same question has the same answer, and asking changes nothing."""
    life = live(world, beginning, numbers)

    again = ProtectionOrder.start(spec.ORDER)
    for order, (command, events, now) in zip(life.orders, life.steps, strict=False):
        assert order == again
        content = command.model_dump_json()
        assert decide(command, order, world.regime, now) == events
        assert command.model_dump_json() == content
        for event in events:
            again = evolve(again, event)
    assert fold(spec.ORDER, life.events) == fold(spec.ORDER, life.events) == again == life.order


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS, st.integers(0, 40))
def test_what_was_known_is_what_had_been_recorded(
    world: World, beginning: int, numbers: list[int], upto: int
) -> None:
    """Folding the events recorded by a moment gives the order as it was known then."""
    life = live(world, beginning, numbers)
    upto = min(upto, len(life.steps))
    known = [event for _, events, _ in life.steps[:upto] for event in events]

    then = fold(spec.ORDER, known)
    assert then == life.orders[upto]
    assert then.recorded_state is life.orders[upto].recorded_state


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS)
def test_a_lapsed_order_comes_back_by_a_restoration_only(
    world: World, beginning: int, numbers: list[int]
) -> None:
    """However one looks along its life, an end is an end until something resumes it."""
    order = live(world, beginning, numbers).order
    moments = sorted(_moments(order))

    lapsed_at = None
    for moment in moments:
        state = order.state_at(moment)
        if state is State.LAPSED:
            lapsed_at = lapsed_at or moment
        elif lapsed_at is not None:
            assert any(
                mark.kind == "resumed" and lapsed_at < mark.at <= moment for mark in order.marks
            )
            lapsed_at = None


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS)
def test_the_record_and_the_law_agree_on_the_present(
    world: World, beginning: int, numbers: list[int]
) -> None:
    """Whatever the record says of now is so, unless time has ended the order or a term."""
    life = live(world, beginning, numbers)
    order, now = life.order, life.now

    by_law, by_record = order.state_at(now), order.recorded_state
    ended = [t.ends_at for v in order.versions for t in v.terms if t.ends_at is not None]
    if by_law is not by_record and not any(end <= now for end in ended):
        assert by_law is State.LAPSED
        assert order.period_at(now) is None


def _moments(order: ProtectionOrder) -> set[datetime]:
    found = {mark.at for mark in order.marks} | {m.ends_at for m in order.marks if m.ends_at}
    found |= {version.made_at for version in order.versions}
    found |= {binding.at for binding in order.bindings}
    if order.requested_at is not None:
        found.add(order.requested_at)
    if order.request_end is not None:
        found.add(order.request_end[0])
    return found | {moment + timedelta(minutes=1) for moment in found}


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS)
def test_every_answer_can_be_given(world: World, beginning: int, numbers: list[int]) -> None:
    """No question about any person, term and moment of any history is an error."""
    life = live(world, beginning, numbers)
    order = life.order

    for moment in sorted(_moments(order))[:12]:
        for person in (acts.MOTHER, acts.AUNT):
            for term in (*world.terms[:1], acts.HELP):
                place = _place(life)
                answer = assess(
                    order,
                    world.regime,
                    person=person,
                    term=term.id,
                    conduct_at=moment,
                    place=place,
                )
                assert (answer.in_force is None) == (order.period_at(moment) is None)


def _place(life: Life) -> Place:
    """A place, a different one for another history."""
    return tuple(Place)[len(life.steps) % 3]
