"""Compares every recorded step with the published lifecycle.

The state of an order follows from its facts; which trigger each event pulls and where that may lead
stands in the machine that is published. So a step is right when the machine has an arrow for it
from the state before to the state after. A step that is not is named, and the facts go on from
where they are: one deviation does not make the steps after it wrong.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from orderflow.audit.deviation import ArrowTaken, Conformance, Deviation, DeviationKind
from orderflow.audit.log import chosen
from orderflow.errors import EventLogError, OrderNotFound, UnknownEventType
from orderflow.order import ProtectionOrder, evolve
from orderflow.order.lifecycle import TRIGGERS, permitted
from orderflow.order.values import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from orderflow.audit.log import Log
    from orderflow.store import RecordedEvent

    Arrows = Counter[tuple[str, State | None, State]]


def conformance(log: Log, *, order_id: UUID | None = None) -> Conformance:
    """Return how the recorded steps of a log, or of one order, compare with the lifecycle.

    Orders are read one at a time; what is held is what deviates.

    Raises:
        OrderNotFound: The order asked for is not on record.
    """
    deviations: list[Deviation] = []
    arrows: Arrows = Counter()
    orders = events = conforming = 0
    for one in chosen(log, order_id):
        check = HistoryCheck(one, arrows)
        found = list(check.deviations(log.read(one)))
        if not check.read and not found:
            msg = f"no order {one} on record"
            raise OrderNotFound(msg)
        deviations += found
        orders, events = orders + 1, events + check.read
        conforming += not found
    return Conformance(
        orders=orders,
        events=events,
        conforming_orders=conforming,
        deviations=tuple(deviations),
        arrows=tuple(
            ArrowTaken(trigger=trigger, source=source, dest=dest, times=times)
            for (trigger, source, dest), times in sorted(arrows.items(), key=_by_name)
        ),
    )


class HistoryCheck:
    """Checks one history, event by event.

    Attributes:
        read: How many events were read.
    """

    def __init__(self, order_id: UUID, arrows: Arrows | None = None) -> None:
        """Begin with nothing on record; arrows that are taken are counted in `arrows`."""
        self.read = 0
        self._order = ProtectionOrder.start(order_id)
        self._arrows: Arrows = Counter() if arrows is None else arrows
        self._last: RecordedEvent | None = None

    def deviations(self, history: Iterable[RecordedEvent]) -> Iterator[Deviation]:
        """Yield where a history deviates; it ends where something cannot be read."""
        try:
            for recorded in history:
                yield from self._order_of_recording(recorded)
                yield from self._step(recorded)
                self._last = recorded
                self.read += 1
        except EventLogError as error:
            yield self._unreadable(error)

    def _order_of_recording(self, recorded: RecordedEvent) -> Iterator[Deviation]:
        if recorded.version != (self._last.version if self._last else 0) + 1:
            yield self._found(recorded, DeviationKind.VERSION_OUT_OF_ORDER)
        if self._last is not None and recorded.recorded_at < self._last.recorded_at:
            yield self._found(recorded, DeviationKind.RECORDED_EARLIER)
        if recorded.event.occurred_at > recorded.recorded_at:
            yield self._found(recorded, DeviationKind.IN_THE_FUTURE)

    def _step(self, recorded: RecordedEvent) -> Iterator[Deviation]:
        before = self._order.recorded_state
        self._order = evolve(self._order, recorded.event)
        after, trigger = self._order.recorded_state, TRIGGERS[type(recorded.event)]
        if trigger == "request":
            if before is not None:
                yield self._found(recorded, DeviationKind.BEGINS_AGAIN, before, after)
            else:
                self._arrows[trigger, None, State.REQUESTED] += 1
            return
        if before is None or after is None:
            yield self._found(recorded, DeviationKind.NOT_A_BEGINNING)
            return
        if after in permitted().get((trigger, before), ()):
            self._arrows[trigger, before, after] += 1
        elif (trigger, before) in permitted():
            yield self._found(recorded, DeviationKind.LEADS_ELSEWHERE, before, after)
        else:
            yield self._found(recorded, DeviationKind.NOT_PERMITTED, before, after)

    def _found(
        self,
        recorded: RecordedEvent,
        kind: DeviationKind,
        before: State | None = None,
        after: State | None = None,
    ) -> Deviation:
        trigger = TRIGGERS[type(recorded.event)]
        allowed = () if before is None else permitted().get((trigger, before), ())
        return Deviation(
            order=str(self._order.id),
            kind=kind,
            type=type(recorded.event).__name__,
            version=recorded.version,
            position=recorded.position,
            trigger=trigger,
            before=() if before is None else (before,),
            after=after,
            permitted=tuple(sorted(allowed)),
        )

    def _unreadable(self, error: EventLogError) -> Deviation:
        unknown = isinstance(error, UnknownEventType)
        return Deviation(
            order=str(self._order.id),
            kind=DeviationKind.UNKNOWN_TYPE if unknown else DeviationKind.UNREADABLE,
            type="?",
            version=error.version or self.read + 1,
            position=error.position,
            fault=str(error),
        )


def _by_name(arrow: tuple[tuple[str, State | None, State], int]) -> tuple[str, str, str]:
    (trigger, source, dest), _times = arrow
    return trigger, source or "", dest
