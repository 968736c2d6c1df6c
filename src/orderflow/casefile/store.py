"""The store that a case is lived on: what it holds of the case already, and what it adds.

A case may be run again on the store that it was run on: what was accepted is on record and is
found there, what was refused left no trace and is decided again on what was on record then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from orderflow.casefile.clock import SimulatedClock
from orderflow.errors import CaseFileError, CommandIdReused, MixedClock, OrderNotFound
from orderflow.order import ProtectionOrder, decide, fold
from orderflow.order.commands import RequestOrder
from orderflow.store import ProtectionOrders
from orderflow.store.pinning import PinnedRegimes

if TYPE_CHECKING:
    import os
    from datetime import datetime
    from uuid import UUID

    from orderflow.casefile.case import Case
    from orderflow.law import Regime, RegimeRegister
    from orderflow.order.commands import Command
    from orderflow.order.events import Event
    from orderflow.store import RecordedEvent


class Done(NamedTuple):
    """What was recorded for a step, now or in an earlier run."""

    events: tuple[Event, ...]
    repeated: bool


def open_simulated(
    address: str | os.PathLike[str] = ":memory:", *, regimes: RegimeRegister | None = None
) -> tuple[ProtectionOrders, SimulatedClock]:
    """Return a simulated store and the clock that it follows; a new one where there is none.

    Raises:
        MixedClock: The store there follows a real clock.
        EventLogError: It cannot be opened; the class says why.
    """
    clock = SimulatedClock()
    orders = ProtectionOrders.open(address, clock=clock, simulated=True, regimes=regimes)
    return orders, clock


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
        self._reached: dict[UUID, int] = {}

    def handle(
        self, command: Command, order_id: UUID, command_id: UUID, now: datetime, step: str
    ) -> Done:
        """Return what is recorded for a step.

        Raises:
            CommandRejected: The law or the record refuses it.
            OrderNotFound: Its order was never requested.
            CaseFileError: The store holds another form of this case.
        """
        self._clock.set(now)
        past = self._history(order_id)
        reached = self._reached.get(order_id, 0)
        if len(past) > reached and all(entry.command_id != str(command_id) for entry in past):
            decide(command, self.order(order_id), self._regime(command, order_id), now)
            reason = "the store was written by another form of this case; take a new store"
            raise CaseFileError(self._case.file, step, "", reason)
        try:
            recorded = self._orders.handle(
                command, command_id=command_id, correlation_id=self._case.name
            )
        except CommandIdReused as error:
            reason = "the store holds another form of this step; take a new store"
            raise CaseFileError(self._case.file, step, "", reason) from error
        self._reached[order_id] = recorded.version
        return Done(recorded.events, recorded.repeated)

    def reached(self, order_id: UUID) -> bool:
        """Tell whether the order has been requested when the step is reached."""
        return order_id in self._reached

    def order(self, order_id: UUID, *, known_at: datetime | None = None) -> ProtectionOrder:
        """Return an order as known when the step is reached; the empty one before its request."""
        reached = self._reached.get(order_id, 0)
        try:
            found = self._orders.get(order_id, known_at=known_at)
        except OrderNotFound:
            return ProtectionOrder.start(order_id)
        if found.version <= reached:
            return found
        events = [entry.event for entry in self._history(order_id)[:reached]]
        order = fold(order_id, events)
        return order.under(found.law) if found.law and events else order

    def event_names(self, order_id: UUID, *, known_at: datetime | None = None) -> tuple[str, ...]:
        """Return the names of what was on record of an order when the step is reached."""
        past = self._history(order_id)[: self._reached.get(order_id, 0)]
        known = [entry for entry in past if known_at is None or entry.recorded_at <= known_at]
        return tuple(type(entry.event).__name__ for entry in known)

    def _history(self, order_id: UUID) -> tuple[RecordedEvent, ...]:
        try:
            return self._orders.history(order_id)
        except OrderNotFound:
            return ()

    def _regime(self, command: Command, order_id: UUID) -> Regime:
        if isinstance(command, RequestOrder):
            return self._regimes.asked_for(command)
        return self._regimes.of(self._orders.get(order_id))
