"""The state that is tracked is the state that is folded, on every history there is."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from orderflow.order import ProtectionOrder, evolve
from orderflow.order.binding import anybody_bound, effective_bindings
from orderflow.order.courses import MOVES
from orderflow.order.events import Event
from orderflow.order.evolving.registry import APPLIERS
from orderflow.order.tracking import LEAVE_THE_STATE, READ, Tracked
from tests import spec
from tests.golden.generate import LOGS, replayed
from tests.golden.generate_sealed import LOG as SEALED
from tests.properties.life import live
from tests.properties.test_any_events import SIZE, pool
from tests.properties.test_histories import BEGINNINGS, EVERY_WORLD, LIVES, NUMBERS
from tests.properties.worlds import WORLDS, World

DERIVED = {"periods", "versions_in_time", "_aliases", "known_as", "recorded_state"}
"""What an order works out of its parts."""


def require_the_same(events: Iterable[Event]) -> None:
    """Require the same state after each event, whether or not idle events are applied.

    Also that whether anybody is bound is what naming those who are would say.
    """
    order, every, some = ProtectionOrder.start(spec.ORDER), Tracked(), Tracked()
    for event in events:
        kind, before = type(event), order.recorded_state
        order = evolve(order, event)
        if order.versions:
            assert anybody_bound(order) == bool(effective_bindings(order, None))
        assert every.take(APPLIERS[kind], event) is order.recorded_state
        if kind in LEAVE_THE_STATE:
            assert order.recorded_state is before
            continue
        assert some.take(APPLIERS[kind], event) is order.recorded_state


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS)
def test_a_life_is_tracked_as_it_is_folded(
    world: World, beginning: int, numbers: list[int]
) -> None:
    """After every event that a command can cause."""
    require_the_same(live(world, beginning, numbers).events)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.integers(0, SIZE), max_size=40))
def test_any_sequence_of_events_is_tracked_as_it_is_folded(numbers: list[int]) -> None:
    """A history that never was, too: a log may hold anything."""
    require_the_same(pool()[number % len(pool())] for number in numbers)


@settings(max_examples=100, deadline=None)
@given(
    st.integers(0, 10**4),
    st.lists(st.integers(0, 10**14), min_size=5, max_size=30),
    st.randoms(use_true_random=False),
)
def test_a_shuffled_life_is_tracked_as_it_is_folded(
    beginning: int, numbers: list[int], chance: random.Random
) -> None:
    """Events of one life in another order, and with some of them lost."""
    events = live(WORLDS[beginning % len(WORLDS)], beginning, numbers).events
    chance.shuffle(events)

    require_the_same(events)
    require_the_same(events[::2])


def test_golden_histories_are_tracked_as_they_are_folded() -> None:
    """Among them every event there is."""
    seen: set[type[Event]] = set()
    for log in (*(golden.log for golden in LOGS), SEALED):
        with replayed(log) as orders:
            for order_id in orders.order_ids():
                events = [recorded.event for recorded in orders.history(order_id)]
                require_the_same(events)
                seen |= {type(event) for event in events}

    assert seen == set(APPLIERS)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.integers(0, SIZE), min_size=1, max_size=30))
def test_the_state_reads_no_other_part_of_an_order(numbers: list[int]) -> None:
    """What is not kept of an order is not asked for either."""
    order = ProtectionOrder.start(spec.ORDER)
    for number in numbers:
        order = evolve(order, pool()[number % len(pool())])
    watched = _watched(order)

    assert watched.recorded_state is order.recorded_state
    assert watched.__dict__.pop("asked") - DERIVED <= {*READ, "incidents"}


@settings(max_examples=300, deadline=None)
@given(st.lists(st.integers(0, SIZE), min_size=1, max_size=30))
def test_what_changes_a_part_that_is_read_reads_no_other(numbers: list[int]) -> None:
    """So that leaving out the other parts changes nothing in those that are kept."""
    *before, last = [pool()[number % len(pool())] for number in numbers]
    order = ProtectionOrder.start(spec.ORDER)
    for event in before:
        order = evolve(order, event)
    bare: ProtectionOrder = object.__new__(ProtectionOrder)
    bare.__dict__.update({name: order.__dict__[name] for name in READ})
    apply = APPLIERS[type(last)]
    if apply in MOVES:
        assert apply(order, last).keys() == {"incidents"}
        return
    whole, kept = apply(order, last), apply(bare, last)

    assert "incidents" not in whole
    assert {n: v for n, v in whole.items() if n in READ} == {
        n: v for n, v in kept.items() if n in READ
    }


def _watched(order: ProtectionOrder) -> Any:  # noqa: ANN401
    class Watched(ProtectionOrder):
        def __getattribute__(self, name: str) -> Any:  # noqa: ANN401
            if not name.startswith("__"):
                object.__getattribute__(self, "__dict__")["asked"].add(name)
            return object.__getattribute__(self, name)

    watched = object.__new__(Watched)
    watched.__dict__.update({**order.__dict__, "asked": set()})
    return watched
