"""Histories, lived through step by step; a number says all of a step.

Which act, by whom, about what, when it happened and when it was recorded. Small numbers are simple
steps, so that a failing history shrinks to a short one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from orderflow.errors import CommandRejected
from orderflow.order import ProtectionOrder, decide
from orderflow.order import commands as c
from orderflow.order.events import Event
from tests import spec
from tests.properties.alphabet import OFTEN, Scene
from tests.properties.picks import Picks
from tests.properties.worlds import World

WAITING: Final = (
    timedelta(0),
    timedelta(hours=1),
    timedelta(hours=1),
    timedelta(days=1),
    timedelta(hours=1),
    timedelta(days=4),
)
LATENESS: Final = (
    timedelta(0),
    timedelta(0),
    timedelta(0),
    timedelta(0),
    timedelta(hours=2),
    timedelta(days=2),
    timedelta(days=12),
)


@dataclass
class Life:
    """A history as it was lived.

    Attributes:
        world: Under which law.
        orders: The order after the start and after each accepted command.
        steps: Accepted commands with their events and the moment they were recorded.
        refused: Codes of the refusals.
    """

    world: World
    orders: list[ProtectionOrder] = field(default_factory=list)
    steps: list[tuple[c.Command, tuple[Event, ...], datetime]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    @property
    def order(self) -> ProtectionOrder:
        """The order at the end."""
        return self.orders[-1]

    @property
    def events(self) -> list[Event]:
        """Everything on record."""
        return [event for _, events, _ in self.steps for event in events]

    @property
    def now(self) -> datetime:
        """When the last fact was recorded."""
        return self.steps[-1][2] if self.steps else self.world.begins

    def put(self, command: c.Command, now: datetime) -> bool:
        """Decide one command and record what comes of it; tell whether it was accepted."""
        try:
            events = decide(command, self.order, self.world.regime, now)
        except CommandRejected as refusal:
            self.refused.append(refusal.code)
            return False
        self.orders.append(spec.record(self.order, events))
        self.steps.append((command, events, now))
        return True


def step(
    world: World, order: ProtectionOrder, number: int, now: datetime
) -> tuple[c.Command, datetime]:
    """Return the command that a number means for an order, and when it is put."""
    picks = Picks(number)
    act = picks.one(OFTEN)
    now += picks.one(WAITING)
    return act(Scene(world, picks, now - picks.one(LATENESS), order)), now


def live(world: World, beginning: int, numbers: Iterable[int]) -> Life:
    """Live through the history that the numbers mean."""
    picks = Picks(beginning)
    unheard = picks.one((False, True)) and bool(world.regime.without_notice.allowed.value)
    wanted = picks.one(world.durations())
    granted = picks.one((True,) * 12 + (False,))
    life = Life(world, [ProtectionOrder.start(spec.ORDER)])
    now = world.begins + timedelta(hours=1)
    for duration in (wanted, *world.durations()):
        begun = world.beginning(unheard=unheard, duration=duration)
        for command in begun if granted else begun[:-1]:
            life.put(command, now)
        if life.order.versions or not granted:
            break
    for number in numbers:
        command, now = step(world, life.order, number, now)
        life.put(command, now)
    return life
