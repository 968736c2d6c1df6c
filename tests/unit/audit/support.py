"""What the tests of the audit share: published cases, and histories put together by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final
from uuid import UUID, uuid5

from orderflow.casefile import find_case, open_simulated, published_cases, run_case
from orderflow.law import Regime, RegimeRegister, Role, references
from orderflow.order import decide, fold
from orderflow.order.commands import Command
from orderflow.order.events import Event
from orderflow.order.values import Actor
from orderflow.store import LogReader, RecordedEvent
from tests import spec

CLERK: Final = Actor(role=Role.COURT_OFFICER, office="court-1")
History = tuple[RecordedEvent, ...]


class Logged:
    """A log of histories put together by hand; reads as `LogReader` does."""

    def __init__(self, *histories: History, order_ids: tuple[UUID, ...] = ()) -> None:
        ids = order_ids or tuple(numbered(number) for number in range(1, len(histories) + 1))
        self.histories = dict(zip(ids, histories, strict=True))

    def order_ids(self) -> Iterator[UUID]:
        """Iterate over all orders."""
        return iter(self.histories)

    def read(self, order_id: UUID, *, known_at: datetime | None = None) -> Iterator[RecordedEvent]:
        """Iterate over the events of an order."""
        for recorded in self.histories.get(order_id, ()):
            if known_at is None or recorded.recorded_at <= known_at:
                yield recorded


class OneLaw(RegimeRegister):
    """A register that knows one law, made up or not, under whatever name."""

    def __init__(self, regime: Regime) -> None:
        super().__init__({}, references())
        self._only = regime

    def get(self, regime_id: str) -> Regime:
        """Return the law."""
        assert regime_id == self._only.id
        return self._only

    @staticmethod
    def as_if_in_force(regime: Regime) -> Regime:
        """Return the law as it is."""
        return regime


def numbered(number: int) -> UUID:
    """Return the id of the order of that number; the first is that of every spec."""
    return spec.ORDER if number == 1 else uuid5(spec.ORDER, str(number))


def recorded(
    event: Event, version: int, at: datetime, *, command_id: str = "", actor: Actor = CLERK
) -> RecordedEvent:
    """Return an event as recorded."""
    return RecordedEvent(
        event=event,
        version=version,
        position=version,
        recorded_at=at,
        event_id=uuid5(spec.ORDER, f"event {version}"),
        command_id=command_id or f"command-{version}",
        actor=actor,
        causation_id=None,
        correlation_id=None,
    )


def of_steps(steps: Iterable[tuple[Command, tuple[Event, ...], datetime]]) -> History:
    """Return a history of commands with the events they caused, and when they were recorded."""
    found: list[RecordedEvent] = []
    for number, (command, events, now) in enumerate(steps):
        for event in events:
            found.append(
                recorded(event, len(found) + 1, now, command_id=f"c-{number}", actor=command.actor)
            )
    return tuple(found)


def lived(
    *commands: Command | tuple[Command, datetime], regime: str | Regime = spec.FMPO
) -> History:
    """Return the history of commands; each is recorded when it occurs, or at the moment given."""
    law, steps, events = spec.law(regime), [], list[Event]()
    last: datetime | None = None
    for one in commands:
        command, now = one if isinstance(one, tuple) else (one, one.occurred_at)
        last = now if last is None else max(last, now)
        caused = decide(command, fold(spec.ORDER, events), law, last)
        steps.append((command, caused, last))
        events += caused
    return of_steps(steps)


def published(*names: str, regime: str | None = None, as_if: bool = False) -> LogReader:
    """Return a log in memory on which published cases were lived; all of them, without names."""
    orders, clock = open_simulated()
    for case in map(find_case, names) if names else published_cases():
        run_case(case, orders, clock=clock, regime=regime, as_if=as_if)
    return LogReader.of(orders)


def only(log: LogReader) -> UUID:
    """Return the only order of a log."""
    (order_id,) = log.order_ids()
    return order_id
