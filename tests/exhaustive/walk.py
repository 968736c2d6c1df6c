"""A walk through a bounded world: every order that a small alphabet of acts can lead to.

Breadth first: from each order every act is tried, and an order is walked on from only if none like
it was seen. Two orders are alike when they differ in nothing but how long things took: the rules
ask for the order of moments, so moments are compared by their rank.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from orderflow.errors import CommandRejected
from orderflow.law import Regime
from orderflow.order import Assessment, ProtectionOrder, decide
from orderflow.order import commands as c
from orderflow.order.lifecycle import TRIGGERS
from orderflow.order.values import Term, Value
from tests import spec
from tests.properties.invariants import check

Act = Callable[[datetime], c.Command]

HOUR = timedelta(hours=1)
NOT_COMPARED = {"id", "version", "regime", "law", "corrected"}


@dataclass(frozen=True)
class Place:
    """An order reached, when the last fact of it was recorded, and how."""

    order: ProtectionOrder
    now: datetime
    path: tuple[str, ...]


@dataclass
class Walk:
    """A walk, as far as it went.

    Attributes:
        states: Different orders reached.
        steps: Accepted acts.
        refusals: How often each code was given.
        arrows: Each trigger's source and destination that was seen.
        depth: Longest path of acts, from the grant on.
        complete: Whether there is nothing left to reach.
    """

    states: int = 0
    steps: int = 0
    refusals: dict[str, int] = field(default_factory=dict)
    arrows: set[tuple[str, str, str]] = field(default_factory=set)
    depth: int = 0
    complete: bool = False


def walk(
    begin: spec.Given,
    acts: Mapping[str, Act],
    *,
    late: set[str],
    within: Callable[[ProtectionOrder], bool],
    states: int,
) -> Walk:
    """Walk from `begin` until `states` different orders are reached or there are no more.

    Each act happens an hour after the last fact; those in `late` also just after the beginning.
    An order that is not `within` the bounds is checked and not walked on from.
    """
    assert begin.recorded is not None
    start = begin.recorded
    done = Walk()
    seen = {likeness(begin.order, start)}
    ahead = deque([Place(begin.order, start, ())])
    while ahead and len(seen) < states:
        here = ahead.popleft()
        done.depth = len(here.path)
        for name, command, now in _acts(acts, here, start, late):
            there = _take(here, name, command, now, begin.regime, done)
            if there is None or not within(there.order):
                continue
            key = likeness(there.order, now)
            if key not in seen:
                seen.add(key)
                ahead.append(there)
    done.states, done.complete = len(seen), not ahead
    return done


def _acts(
    acts: Mapping[str, Act], here: Place, start: datetime, late: set[str]
) -> Iterator[tuple[str, c.Command, datetime]]:
    for name, act in acts.items():
        now = here.now + HOUR
        yield name, act(now), now
        if name in late:
            yield f"{name} (late)", act(start + HOUR / 2), now


def _take(
    here: Place,
    name: str,
    command: c.Command,
    now: datetime,
    regime: Regime,
    done: Walk,
) -> Place | None:
    path = (*here.path, name)
    try:
        events = decide(command, here.order, regime, max(now, command.occurred_at))
    except CommandRejected as refusal:
        done.refusals[refusal.code] = done.refusals.get(refusal.code, 0) + 1
        return None
    try:
        order = here.order
        for event in events:
            before = str(order.recorded_state)
            order = spec.record(order, (event,))
            done.arrows.add((TRIGGERS[type(event)], before, str(order.recorded_state)))
        check(here.order, order, command, events, regime)
    except AssertionError as broken:
        broken.add_note(f"after {' > '.join(path)}")
        raise
    done.steps += 1
    return Place(order, max(now, command.occurred_at), path)


def likeness(order: ProtectionOrder, now: datetime) -> tuple[object, ...]:
    """Return a key that is equal for two orders that differ in nothing but spans of time."""
    atoms: list[object] = []
    for name, value in order.__dict__.items():
        if name in _FIELDS:
            atoms.append(name)
            _flatten(value, atoms)
    atoms.append(now)
    moments = sorted({atom for atom in atoms if isinstance(atom, datetime)})
    rank = {moment: number for number, moment in enumerate(moments)}
    return tuple(rank[atom] if isinstance(atom, datetime) else atom for atom in atoms)


_FIELDS = set(ProtectionOrder.__dataclass_fields__) - NOT_COMPARED


def _flatten(value: object, atoms: list[object]) -> None:
    if isinstance(value, Assessment):
        atoms.append((value.criminal.codes, value.civil.codes, value.bound is None))
    elif isinstance(value, Term):
        atoms.append((value.id, value.binds, value.binds_others, value.abroad))
    elif isinstance(value, tuple):
        atoms.append(len(value))
        for part in value:
            _flatten(part, atoms)
    elif isinstance(value, Value):
        atoms.append(repr(value))
    else:
        atoms.append(value)
