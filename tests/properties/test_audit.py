"""What holds of every history when it is audited."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orderflow.audit import (
    conformance,
    diff,
    digest_of,
    rejudge,
    replay,
    sample,
    state_digest,
    terms,
)
from orderflow.audit.acts import acts_of
from orderflow.order import fold
from tests import spec
from tests.properties.life import Life, live
from tests.properties.worlds import WORLDS, World
from tests.unit.audit.support import Logged, OneLaw, of_steps

NUMBERS = st.lists(st.integers(0, 10**14), max_size=30)
BEGINNINGS = st.integers(0, 10**4)
LIVES = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
EVERY_WORLD = pytest.mark.parametrize("world", WORLDS, ids=str)


def log_of(life: Life) -> Logged:
    """Return the log of a life."""
    return Logged(of_steps(life.steps))


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS)
def test_every_history_conforms(world: World, beginning: int, numbers: list[int]) -> None:
    """Whatever is accepted is a step of the published lifecycle, recorded in order."""
    found = conformance(log_of(live(world, beginning, numbers)))

    assert found.deviations == ()
    assert sum(arrow.times for arrow in found.arrows) == found.events


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS)
def test_its_own_law_makes_the_same_of_everything(
    world: World, beginning: int, numbers: list[int]
) -> None:
    """Judged again under the law it pinned, no incident and no decision differs."""
    log = log_of(live(world, beginning, numbers))

    assert list(rejudge(log, regimes=OneLaw(world.regime))) == []
    (judged,) = rejudge(log, every=True, regimes=OneLaw(world.regime))
    assert all(decision.reproduced for decision in judged.decisions)
    assert not judged.differs


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS, st.integers(0, 30))
def test_nothing_is_learned_between_equal_moments(
    world: World, beginning: int, numbers: list[int], upto: int
) -> None:
    """A difference between what was known at a moment and at the same moment is empty."""
    life = live(world, beginning, numbers)
    moment = life.steps[min(upto, len(life.steps) - 1)][2]

    assert list(diff(log_of(life), moment, moment, regimes=OneLaw(world.regime))) == []


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS, st.integers(0, 30))
def test_what_is_learned_is_what_was_recorded_in_between(
    world: World, beginning: int, numbers: list[int], upto: int
) -> None:
    """Known before and learned make the whole record, and each answer is that of its replay."""
    life = live(world, beginning, numbers)
    log, regimes = log_of(life), OneLaw(world.regime)
    earlier, later = life.steps[min(upto, len(life.steps) - 1)][2], life.now
    (history,) = log.histories.values()

    found = list(diff(log, earlier, later, regimes=regimes))
    learned = [event.version for one in found for event in one.learned]
    assert learned == [one.version for one in history if one.recorded_at > earlier]
    for one in found:
        (before,) = replay(log, at=later, known_at=earlier, regimes=regimes)
        (after,) = replay(log, at=later, known_at=later, regimes=regimes)
        states = (before.state_by_record, after.state_by_record)
        assert (one.state_by_record is None) == (states[0] is states[1])
        assert one.state_by_record is None or (
            (one.state_by_record.before, one.state_by_record.after) == states
        )
        assert (one.position_later is None) == (before.position.state is after.position.state)


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS)
def test_a_digest_is_a_number_for_what_an_order_is(
    world: World, beginning: int, numbers: list[int]
) -> None:
    """The same facts give the same digest; every accepted command but a silent one another."""
    life = live(world, beginning, numbers)

    again = fold(spec.ORDER, life.events)
    assert digest_of(again) == digest_of(life.order) == state_digest(again).digest
    versions = {digest_of(order) for order in life.orders}
    assert len(versions) == len(life.orders)


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS)
def test_every_term_can_be_judged(world: World, beginning: int, numbers: list[int]) -> None:
    """A term that was exceeded says by how much; one that is running was not."""
    life = live(world, beginning, numbers)
    regimes = OneLaw(world.regime)
    for at in (life.now, life.now + timedelta(days=400)):
        for term in terms(log_of(life), at=at, every=True, regimes=regimes):
            assert term.exceeded == (term.late_by is not None)
            assert term.late_by is None or term.late_by >= timedelta()
            assert term.event <= life.order.version


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS)
def test_acts_are_the_commands_that_were_accepted(
    world: World, beginning: int, numbers: list[int]
) -> None:
    """From the events one can tell which commands there were."""
    life = live(world, beginning, numbers)

    found = [act.command for act in acts_of(of_steps(life.steps))]
    assert found == [type(command) for command, _, _ in life.steps]


@LIVES
@given(st.lists(st.tuples(BEGINNINGS, NUMBERS), min_size=1, max_size=6), st.text(max_size=5))
def test_a_sample_does_not_depend_on_the_order_of_the_log(
    lives: list[tuple[int, list[int]]], seed: str
) -> None:
    """Read backwards, a log gives the same sample; a larger sample begins with the smaller."""
    histories = [of_steps(live(WORLDS[0], *one).steps) for one in lives]
    forwards = Logged(*histories)
    backwards = Logged(*reversed(histories), order_ids=tuple(reversed(forwards.histories)))
    for by_risk in (False, True):
        drawn = [
            sample(log, seed=seed, size=size, by_risk=by_risk).drawn
            for log, size in ((forwards, 2), (backwards, 2), (forwards, 9))
        ]
        assert drawn[0] == drawn[1] == drawn[2][:2]
        assert len(drawn[2]) == len(histories)
