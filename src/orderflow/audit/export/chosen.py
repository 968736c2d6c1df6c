"""What of a log is exported: all of it, one order, or what was recorded within a time."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from orderflow.audit.interchange import LogHead, Selection, open_log, source_at
from orderflow.audit.interchange.payload import described
from orderflow.audit.log import chosen as chosen_orders
from orderflow.errors import OrderNotFound, UnreadableEvent
from orderflow.order import ProtectionOrder, evolve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from orderflow.audit.ledger.source import StoredEvent
    from orderflow.store import LogReader, RecordedEvent


class Wanted(NamedTuple):
    """What is to be exported; None leaves nothing out. Moments have a time zone.

    Attributes:
        order_id: Only this order.
        recorded_from: Only what was recorded at this moment or later.
        recorded_before: Only what was recorded before this moment.
        known_at: Nothing that was recorded after this moment.
    """

    order_id: UUID | None = None
    recorded_from: datetime | None = None
    recorded_before: datetime | None = None
    known_at: datetime | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Wanted()

    @property
    def selection(self) -> Selection | None:
        """What the head of a file says of it."""
        if self.everything:
            return None
        order = None if self.order_id is None else self.order_id.hex
        return Selection(order, self.recorded_from, self.recorded_before, self.known_at)

    def known(self, recorded_at: datetime) -> bool:
        """Tell whether what was recorded at this moment was known, and recorded early enough."""
        return (self.recorded_before is None or recorded_at < self.recorded_before) and (
            self.known_at is None or recorded_at <= self.known_at
        )

    def shown(self, recorded_at: datetime) -> bool:
        """Tell whether what was recorded at this moment is exported."""
        late_enough = self.recorded_from is None or recorded_at >= self.recorded_from
        return late_enough and self.known(recorded_at)


class Step(NamedTuple):
    """One event of an order, and the order after it.

    Attributes:
        recorded: The event, as recorded.
        order: The order after it, by the record.
        shown: Whether the event itself is exported; those before what is wanted are not.
    """

    recorded: RecordedEvent
    order: ProtectionOrder
    shown: bool


class ChosenLog:
    """The part of a log that is exported."""

    def __init__(self, path: Path, wanted: Wanted, source_urn: str = "") -> None:
        """Open the log in a file.

        Args:
            path: A database or an interchange file.
            wanted: Which part of it.
            source_urn: The URN that tells this log from others; by default one that follows from
                the log.

        Raises:
            ValueError: `source_urn` is no URN.
            OrderNotFound: The order that is wanted is not on record.
            EventLogError: The log cannot be read; the class says why.
        """
        self.wanted = wanted
        self._events = source_at(path)
        self._reader: LogReader = open_log(path)
        try:
            self.head = LogHead(
                self._reader.simulated, self._reader.created_at, source_urn, wanted.selection
            )
            self._require_the_order()
        except BaseException:
            self.close()
            raise

    def _require_the_order(self) -> None:
        order_id = self.wanted.order_id
        if order_id is not None and self._events.find(order_id.hex, 1) is None:
            msg = f"no order {order_id} on record"
            raise OrderNotFound(msg)

    @property
    def simulated(self) -> bool:
        """Whether the log follows a simulated clock."""
        return self.head.simulated

    def stored(self) -> Iterator[StoredEvent]:
        """Iterate over the events that are exported, as stored, in the order of the log.

        Raises:
            UnreadableEvent: An event does not say when it was recorded, and that is asked for.
        """
        wanted = self.wanted
        order = None if wanted.order_id is None else wanted.order_id.hex
        at_all_times = wanted._replace(order_id=None).everything
        for event in self._events.events_from(0):
            if order not in (None, event.stream):
                continue
            if at_all_times or wanted.shown(_recorded_at(event)):
                yield event

    def histories(self) -> Iterator[tuple[UUID, tuple[Step, ...]]]:
        """Iterate over the orders of which something is exported; one is held at a time.

        Raises:
            EventLogError: Events cannot be read faithfully.
        """
        for order_id in chosen_orders(self._reader, self.wanted.order_id):
            steps = tuple(self._steps(order_id))
            if any(step.shown for step in steps):
                yield order_id, steps

    def _steps(self, order_id: UUID) -> Iterator[Step]:
        order = ProtectionOrder.start(order_id)
        for recorded in self._reader.read(order_id):
            if not self.wanted.known(recorded.recorded_at):
                return
            order = evolve(order, recorded.event)
            yield Step(recorded, order, self.wanted.shown(recorded.recorded_at))

    def close(self) -> None:
        """Close the log."""
        self._events.close()
        self._reader.close()


def _recorded_at(event: StoredEvent) -> datetime:
    said = described(event.state)
    if said is None or said.recorded_at is None:
        msg = "an event does not say when it was recorded"
        raise UnreadableEvent(
            msg, stream=event.stream, version=event.version, position=event.position
        )
    return datetime.fromisoformat(said.recorded_at)
