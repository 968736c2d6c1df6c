"""The orders of a scenario with every event on record, and the acts that were asked.

It drives the real rules (`decide`, `evolve`) and holds none of its own. Every act is noted with
the trigger it pulled and whether it was accepted, and nobody can overlook a refusal.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from orderflow.errors import CommandRejected
from orderflow.law.regime import Regime
from orderflow.law.register import RegimeRegister
from orderflow.order import ProtectionOrder, decide, evolve, fold
from orderflow.order import commands as c
from orderflow.order.deciding.registry import DECIDERS
from orderflow.order.events import Event
from orderflow.order.lifecycle import TRIGGERS
from orderflow.order.values import Actor
from orderflow.store import RecordedEvent


@dataclass
class Record:
    """One order with all its events and when each was recorded."""

    order: ProtectionOrder
    regime: Regime
    entries: list[tuple[Event, datetime]] = field(default_factory=list)
    history: list[RecordedEvent] = field(default_factory=list)


class Ledger:
    """What is on record, and what came of the last act."""

    def __init__(self) -> None:
        """Begin under the law on forced marriage protection orders, with nothing on record."""
        self.mood = "given"
        self.law, self.as_if_in_force = "uk-ew-fmpo", False
        self.adapt: Callable[[Regime], Regime] = lambda regime: regime
        self.records: list[Record] = []
        self.current: Record | None = None
        self.recorded: datetime | None = None
        self.caused: tuple[Event, ...] = ()
        self.refusal: CommandRejected | None = None
        self.refusal_seen = True
        self.pulled: set[tuple[str, bool]] = set()

    def begin(self, mood: str, recorded: datetime | None) -> None:
        """Take the mood of the step that comes, and when what it tells was recorded."""
        self.mood, self.recorded = mood, recorded
        if mood != "then":
            self.settle()

    def settle(self) -> None:
        """Fail when a refusal was not looked at."""
        assert self.refusal_seen, f"a refusal that no Then looks at: {self.refusal}"

    def act(
        self,
        command: type[c.Command],
        at: datetime,
        actor: Actor,
        **fields: Any,  # noqa: ANN401 - whatever the command takes
    ) -> None:
        """Ask for an act; what comes of it is recorded, or is a refusal."""
        record = self._record_for(command, at)
        if issubclass(command, c.OrderCommand):
            fields["order_id"] = record.order.id
        asked = command(occurred_at=self.local(at), actor=actor, **fields)
        last = record.entries[-1][1] if record.entries else asked.occurred_at
        now = self.local(self.recorded) if self.recorded else max(last, asked.occurred_at)
        try:
            self.caused = decide(asked, record.order, record.regime, now)
            self.refusal = None
        except CommandRejected as refusal:
            if self.mood == "given":
                msg = f"a circumstance was refused: {refusal}"
                raise AssertionError(msg) from refusal
            self.caused, self.refusal = (), refusal
        self.refusal_seen = self.refusal is None
        for event in self.caused:
            record.order = evolve(record.order, event)
            record.entries.append((event, now))
            record.history.append(_recorded(event, now, asked, len(record.entries)))
        self._note(asked)

    def _record_for(self, command: type[c.Command], at: datetime) -> Record:
        if not issubclass(command, c.RequestOrder):
            return self.case
        register = RegimeRegister.packaged()
        pinned = "@" in self.law
        regime = register.get(self.law) if pinned else register.in_force(self.law, at.date())
        if self.as_if_in_force:
            regime = self.adapt(register.as_if_in_force(regime))
        self.current = Record(ProtectionOrder.start(UUID(int=len(self.records) + 1)), regime)
        self.records.append(self.current)
        return self.current

    def _note(self, asked: c.Command) -> None:
        triggers = {DECIDERS[type(asked)].trigger_of(asked)}
        if isinstance(asked, c.DetermineAppeal) and asked.effect == "restored":
            triggers.add("restore")
        triggers |= {TRIGGERS[type(event)] for event in self.caused}
        self.pulled |= {(trigger, self.refusal is None) for trigger in triggers}

    @property
    def case(self) -> Record:
        """The order that the scenario speaks of."""
        assert self.current is not None, "no order was asked for"
        return self.current

    @property
    def order(self) -> ProtectionOrder:
        """That order as on record."""
        return self.case.order

    def local(self, moment: datetime) -> datetime:
        """Return a moment on the clock of the regime."""
        return moment.replace(tzinfo=self.case.regime.zone)

    def known_at(self, moment: datetime) -> ProtectionOrder:
        """Return the order as it was known at a moment."""
        until = self.local(moment)
        known = (event for event, recorded in self.case.entries if recorded <= until)
        return fold(self.order.id, known)


def _recorded(event: Event, now: datetime, asked: c.Command, number: int) -> RecordedEvent:
    """Return the event as the log would give it."""
    return RecordedEvent(
        event=event,
        version=number,
        position=number,
        recorded_at=now,
        event_id=UUID(int=number),
        command_id=f"{type(asked).__name__} {now}",
        actor=asked.actor,
        causation_id=None,
        correlation_id=None,
    )
