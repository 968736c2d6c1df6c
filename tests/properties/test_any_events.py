"""Folding refuses nothing, in whatever order events come and whatever they say."""

from __future__ import annotations

import random
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from orderflow.order import Place, ProtectionOrder, State, assess, decide, evolve, fold
from orderflow.order import events as e
from tests import spec
from tests.properties.life import live
from tests.properties.worlds import WORLDS
from tests.unit.order import acts

SIZE = 10**6


@cache
def pool() -> tuple[e.Event, ...]:
    """Events of many lives in many worlds, of as many types as there are."""
    chance = random.Random(7)  # noqa: S311 - the same lives in every run
    found: list[e.Event] = []
    for number in range(200):
        numbers = [chance.randrange(10**14) for _ in range(30)]
        found += live(WORLDS[number % len(WORLDS)], number * 13, numbers).events
    granted = spec.given(acts.request(), acts.grant())
    found += decide(acts.exceed(acts.day(2), 2), granted.order, granted.regime, acts.day(3))
    requested = spec.given(acts.request(by=acts.POLICE), acts.ask_permission())
    found += [
        *decide(acts.decide_permission(), requested.order, requested.regime, acts.MADE),
        *decide(
            acts.decide_permission(granted=False), requested.order, requested.regime, acts.MADE
        ),
        *decide(
            acts.ask_permission(),
            spec.given(acts.request(by=acts.POLICE)).order,
            requested.regime,
            acts.MADE,
        ),
    ]
    ended = spec.given(acts.request(), acts.refuse())
    for about in (acts.detail(acts.MADE), acts.statement(acts.MADE), acts.erase(acts.MADE)):
        found += decide(about, ended.order, ended.regime, acts.MADE)
    return tuple(found)


def test_the_pool_has_events_of_nearly_every_type() -> None:
    """What is shuffled below is not a handful of types."""
    missing = set(e.ALL) - {type(event) for event in pool()}

    assert len(missing) <= 4, sorted(event.__name__ for event in missing)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.integers(0, SIZE), max_size=40))
def test_any_sequence_of_events_can_be_folded_and_asked(numbers: list[int]) -> None:
    """Not even a history that never was makes an order unreadable."""
    events = [pool()[number % len(pool())] for number in numbers]

    order = ProtectionOrder.start(spec.ORDER)
    for event in events:
        order = evolve(order, event)
        _ask(order)
    assert order.version == len(events)
    assert fold(spec.ORDER, events) == order


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 10**4),
    st.lists(st.integers(0, 10**14), min_size=5, max_size=30),
    st.randoms(use_true_random=False),
)
def test_a_shuffled_life_can_be_folded_and_asked(
    beginning: int, numbers: list[int], chance: random.Random
) -> None:
    """Events of one life in another order, and with some of them lost."""
    world = WORLDS[beginning % len(WORLDS)]
    events = live(world, beginning, numbers).events
    chance.shuffle(events)

    for kept in (events, events[::2]):
        order = fold(spec.ORDER, kept)
        assert order == fold(spec.ORDER, kept)
        _ask(order)


def _ask(order: ProtectionOrder) -> None:
    assert order.recorded_state in {None, *State}
    for moment in (acts.ASKED, acts.MADE, acts.day(5), acts.day(400)):
        order.state_at(moment)
    assert order.ends_at is None or order.ends_at.tzinfo is not None
    for world in WORLDS[:2]:
        assess(
            order,
            world.regime,
            person=acts.UNCLE,
            term=acts.CONTACT.id,
            conduct_at=acts.day(2),
            place=Place.HOME_COUNTRY,
        )
