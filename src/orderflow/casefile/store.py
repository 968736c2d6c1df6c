"""The store that a case is lived on: what it holds of the case already, and what it adds.

A case may be run again on the store that it was run on: what was accepted is on record and is
found there, what was refused left no trace and is decided again on what was on record then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from orderflow.casefile.bounds import MOST_EVENTS
from orderflow.casefile.clock import SimulatedClock
from orderflow.errors import CaseFileError, CommandIdReused, MixedClock, OrderNotFound
from orderflow.order import ProtectionOrder, decide, evolve, fold
from orderflow.order.commands import RequestOrder
from orderflow.store import ProtectionOrders
from orderflow.store.pinning import PinnedRegimes

if TYPE_CHECKING:
    import os
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from orderflow.casefile.case import Case
    from orderflow.law import Regime, RegimeRegister
    from orderflow.order.commands import Command
    from orderflow.order.events import Event
    from orderflow.store.results import Recorded
    from orderflow.store.sealing import Sealer


_TOO_MANY: Final = f"the order has more than {MOST_EVENTS} events; a case has far fewer"


class Done(NamedTuple):
    """What was recorded for a step, now or in an earlier run."""

    events: tuple[Event, ...]
    repeated: bool


def open_simulated(
    address: str | os.PathLike[str] = ":memory:",
    *,
    regimes: RegimeRegister | None = None,
    keys: Sealer | None = None,
) -> tuple[ProtectionOrders, SimulatedClock]:
    """Return a simulated store and the clock that it follows; a new one where there is none.

    Args:
        address: Where it is.
        regimes: The regimes there are; by default those that ship with the package.
        keys: Seals what a case says in confidence; without it, such a case is not run.

    Raises:
        KeyStoreError: The keys are those of another store.
        MixedClock: The store there follows a real clock.
        EventLogError: It cannot be opened; the class says why.
    """
    clock = SimulatedClock()
    orders = ProtectionOrders.open(address, clock=clock, simulated=True, regimes=regimes, keys=keys)
    return orders, clock


class _Line:
    """An order as it stands at the step that is reached, kept so that nothing is read twice."""

    def __init__(self, order_id: UUID) -> None:
        self.order = ProtectionOrder.start(order_id)
        self.known: list[tuple[datetime, Event]] = []

    def go_on(self, recorded: Recorded, law: Callable[[], Regime | None]) -> None:
        """Add what was recorded for a step; `law` is asked once, after the request."""
        for event in recorded.events:
            self.order = evolve(self.order, event)
            self.known.append((recorded.recorded_at, event))
        found = law() if self.order.law is None else None
        if found is not None:
            self.order = self.order.under(found)

    def events(self, known_at: datetime | None) -> list[Event]:
        return [event for at, event in self.known if known_at is None or at <= known_at]


class _Past(NamedTuple):
    """What the store holds of an order: how many events, and of which commands."""

    length: int
    commands: set[str]


class Stage:
    """The orders of one case on a store, as they stand at the step that is reached."""

    def __init__(
        self,
        case: Case,
        orders: ProtectionOrders,
        clock: SimulatedClock,
        regimes: RegimeRegister | None,
    ) -> None:
        """Take the store, which must be simulated, and the clock that it follows.

        Raises:
            MixedClock: The store follows a real clock.
        """
        if not orders.simulated:
            msg = "a case is lived on a simulated log; the clock of this one is real, for ever"
            raise MixedClock(msg)
        self._case = case
        self._orders = orders
        self._clock = clock
        self._regimes = PinnedRegimes(regimes)
        self._lines: dict[UUID, _Line] = {}
        self._past: dict[UUID, _Past] = {}
        self._position: int | None = None

    def handle(
        self, command: Command, order_id: UUID, command_id: UUID, now: datetime, step: str
    ) -> Done:
        """Return what is recorded for a step.

        Raises:
            CommandRejected: The law or the record refuses it.
            OrderNotFound: Its order was never requested.
            CaseFileError: The store holds another form of this case, or the order has more events
                than a case may record.
        """
        self._clock.set(now)
        past, line = self._past_of(order_id), self._lines.get(order_id) or _Line(order_id)
        if past.length > line.order.version and str(command_id) not in past.commands:
            decide(command, line.order, self._regime(command, order_id), now)
            raise self._fault(step, "the store was written by another form of this case")
        if line.order.version > MOST_EVENTS:
            raise CaseFileError(self._case.file, step, "", _TOO_MANY)
        try:
            recorded = self._orders.handle(
                command, command_id=command_id, correlation_id=self._case.name
            )
        except CommandIdReused as error:
            raise self._fault(step, "the store holds another form of this step") from error
        line.go_on(recorded, lambda: self._orders.get(order_id).law)
        self._lines[order_id] = line
        if not recorded.repeated:
            past.commands.add(str(command_id))
            self._past[order_id] = past._replace(length=recorded.version)
            self._position = (self._position or 0) + len(recorded.events)
        return Done(recorded.events, recorded.repeated)

    def reached(self, order_id: UUID) -> bool:
        """Tell whether the order has been requested when the step is reached."""
        return order_id in self._lines

    def order(self, order_id: UUID, *, known_at: datetime | None = None) -> ProtectionOrder:
        """Return an order as known when the step is reached; the empty one before its request."""
        line = self._lines.get(order_id) or _Line(order_id)
        events = line.events(known_at) if known_at is not None else ()
        if known_at is None or len(events) == line.order.version:
            return line.order
        order = fold(order_id, events)
        return order.under(line.order.law) if line.order.law and events else order

    def event_names(self, order_id: UUID, *, known_at: datetime | None = None) -> tuple[str, ...]:
        """Return the names of what was on record of an order when the step is reached."""
        line = self._lines.get(order_id) or _Line(order_id)
        return tuple(type(event).__name__ for event in line.events(known_at))

    def _past_of(self, order_id: UUID) -> _Past:
        """Return what the store holds; read again only after somebody else has written there."""
        position = self._orders.recorder.max_notification_id()
        if position != self._position:
            self._past.clear()
            self._position = position
        if order_id not in self._past:
            try:
                found = self._orders.history(order_id)
            except OrderNotFound:
                found = ()
            self._past[order_id] = _Past(len(found), {entry.command_id for entry in found})
        return self._past[order_id]

    def _fault(self, step: str, what: str) -> CaseFileError:
        return CaseFileError(self._case.file, step, "", f"{what}; take a new store")

    def _regime(self, command: Command, order_id: UUID) -> Regime:
        if isinstance(command, RequestOrder):
            return self._regimes.asked_for(command)
        return self._regimes.of(self._orders.get(order_id))
