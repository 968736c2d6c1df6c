"""N5 over every generated history: what a respondent was not told leaves no trace (I7)."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orderflow.law import Role
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.privacy import NOTHING, Audience, Reader, may_see, seen_by
from tests.properties.life import Life
from tests.properties.secret_life import as_if_never, live_secretly
from tests.properties.secrets import (
    History,
    folded,
    is_told,
    reader,
    secret,
    twin,
    version_told,
)
from tests.properties.worlds import MAN, WORLDS, World
from tests.unit.audit.support import of_steps
from tests.unit.order import acts

NUMBERS = st.lists(st.integers(0, 10**14), min_size=4, max_size=24)
BEGINNINGS = st.integers(0, 10**4)
LIVES = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
EVERY_WORLD = pytest.mark.parametrize("world", WORLDS, ids=str)
AGAINST = (acts.MOTHER, acts.UNCLE, acts.AUNT, MAN)


def history_of(world: World, beginning: int, numbers: list[int]) -> History:
    """Return a generated history as recorded."""
    return of_steps(live_secretly(world, beginning, numbers).steps)


def is_adverse(history: History, person: str) -> bool:
    """Tell whether somebody is not one whom the order protects, under another name."""
    order = folded(history)
    protected = {one.id for one in order.protected_persons} | order.once_protected
    return not order.known_as(person) & protected


@pytest.mark.edge("EC40")
@pytest.mark.edge("EC42")
@pytest.mark.edge("EC05")
@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS)
def test_until_told_there_is_no_order(world: World, beginning: int, numbers: list[int]) -> None:
    """At every point of every history the order does not exist for whoever is not told."""
    whole = history_of(world, beginning, numbers)

    nothing = seen_by(reader(acts.MOTHER), ()).model_dump_json()
    for end in range(len(whole) + 1):
        history = whole[:end]
        for person in AGAINST:
            seen = seen_by(reader(person), history).model_dump_json()
            if is_adverse(history, person):
                assert (seen != nothing) == is_told(history, person)


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS, st.randoms(use_true_random=False))
def test_what_is_secret_does_not_interfere(
    world: World, beginning: int, numbers: list[int], chance: object
) -> None:
    """Two logs that differ in nothing but what somebody was not told look the same, to the byte."""
    whole = history_of(world, beginning, numbers)

    for end in range(1, len(whole) + 1, 3):
        history = whole[:end]
        for person in AGAINST:
            places = secret(history, person)
            some = {place for place in places if chance.random() < 0.5}  # type: ignore[attr-defined]
            seen = seen_by(reader(person), history).model_dump_json()
            if is_adverse(history, person):
                for dropped in (set(), some, set(places)):
                    other = seen_by(reader(person), twin(history, dropped)).model_dump_json()
                    assert other == seen, (person, end, dropped)


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS)
def test_it_is_as_if_it_had_never_been_asked(
    world: World, beginning: int, numbers: list[int]
) -> None:
    """Had nobody changed the order, whoever was not told of it would have seen the same."""
    life = live_secretly(world, beginning, numbers)

    for person in AGAINST[:2]:
        told = version_told(life.order, person)

        def unknown_to_them(_: c.Command, events: tuple[e.Event, ...], told: int = told) -> bool:
            return isinstance(events[0], e.OrderVaried) and events[0].version > told

        never = as_if_never(life, unknown_to_them)
        # What told them is a fact of the world; a life without it is another one.
        if tellings(life, person) == tellings(never, person):
            seen = seen_by(reader(person), of_steps(life.steps)).model_dump_json()
            assert seen == seen_by(reader(person), of_steps(never.steps)).model_dump_json()


def tellings(life: Life, person: str) -> list[c.Command]:
    """Return the acts by which somebody was told of the order, under all their names."""
    names = life.order.known_as(person)
    telling = (c.ServeOrder, c.InformPerson, c.ServeApplication)
    return [
        command
        for command, _, _ in life.steps
        if isinstance(command, telling) and command.person in names
    ]


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS)
def test_whoever_is_close_to_a_respondent_reads_nothing(
    world: World, beginning: int, numbers: list[int]
) -> None:
    """Told or not: being close to somebody takes an office away and gives nothing instead."""
    history = history_of(world, beginning, numbers)
    offices = ((Role.POLICE, "force-1"), (Role.COURT, "family-court-1"), (None, None))

    for role, office in offices:
        close = Reader(
            user="user-2", purpose="work", role=role, office=office, linked_to=(acts.UNCLE,)
        )
        for end in range(0, len(history) + 1, 5):
            assert seen_by(close, history[:end]) == NOTHING


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS)
def test_a_respondent_sees_nobody_else_and_no_conduct(
    world: World, beginning: int, numbers: list[int]
) -> None:
    """Neither another respondent nor a report of conduct is named in what they see."""
    history = history_of(world, beginning, numbers)
    order = folded(history)

    for person in (acts.MOTHER, acts.UNCLE):
        if not is_adverse(history, person):
            continue
        seen = seen_by(reader(person), history).model_dump_json()
        others = {acts.MOTHER, acts.UNCLE, acts.AUNT, acts.COUSIN, MAN} - {person}
        assert not [name for name in others if f'"{name}"' in seen]
        assert not [one.id for one in order.incidents if f'"{one.id}"' in seen]
        shown = {copy.version for copy in seen_by(reader(person), history).copies}
        assert shown == {n for n in _versions(history) if n <= version_told(order, person)}


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS)
def test_those_who_need_it_see_it(world: World, beginning: int, numbers: list[int]) -> None:
    """The authority sees every event of every history, and the daughter reads her own."""
    history = history_of(world, beginning, numbers)
    authority = world.authority
    court = Reader(user="user-3", purpose="work", role=authority.role, office=authority.office)
    auditor = Reader(user="user-4", purpose="audit", vouched=(Audience.AUDITOR,))

    kinds = [type(recorded.event).__name__ for recorded in history]
    closed = {r.kind for r in folded(history).restrictions if not r.lifted} - {"excluded"}
    assert closed or [one.event for one in seen_by(court, history).events] == kinds
    assert [one.event for one in seen_by(auditor, history).events] == kinds
    assert may_see(reader(acts.DAUGHTER), history).allowed


def _versions(history: History) -> set[int]:
    return {version.number for version in folded(history).versions}


def test_the_histories_are_worth_it() -> None:
    """Many know of the order, and from many of them a change made unheard is kept."""
    chance = random.Random(11)  # noqa: S311 - the same lives in every run
    told = unheard = 0
    for number, world in enumerate(WORLDS * 10):
        numbers = [chance.randrange(10**14) for _ in range(24)]
        history = history_of(world, number * 37 + 1, numbers)
        order = folded(history)
        for person in AGAINST[:2]:
            known = version_told(order, person)
            told += bool(known)
            unheard += any(v.without_notice and v.number > known > 0 for v in order.versions)

    assert told > 40
    assert unheard > 10
