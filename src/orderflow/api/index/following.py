"""Follows the log: every event once, in the order of the log, as far as it goes by now."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Final, cast

from orderflow.api.index.held import Held, persons_of
from orderflow.errors import EventLogError, StoreUnavailable, UnreadableEvent
from orderflow.order import ProtectionOrder, evolve
from orderflow.store import RecordedEvent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from orderflow.order.values import PersonId
    from orderflow.store import LogEntry, ProtectionOrders

_PAGE: Final = 500


class OrderIndex:
    """The orders of one log, by id, by person, and in the order of their requests.

    An event that cannot be read makes its order unreadable and stops nobody else: what is asked
    about others is still answered, and says that something is missing.

    Attributes:
        events: How many events were counted in.
        unreadable: Orders with an event that cannot be read.
        strays: How many events are of no order that can be named.
    """

    def __init__(self, orders: ProtectionOrders) -> None:
        """Take the log; nothing is read yet."""
        self._orders = orders
        self._catching_up = Lock()
        self._begun = self._finished = 0
        self._position = 0
        self._last: object = None
        self.events = 0
        self._held: dict[UUID, Held] = {}
        self._places: dict[UUID, int] = {}
        self._in_order: list[UUID] = []
        self._of_person: dict[PersonId, tuple[UUID, ...]] = {}
        self.unreadable: frozenset[UUID] = frozenset()
        self.strays = 0

    @property
    def whole(self) -> bool:
        """Whether everything on record could be read and belongs to an order."""
        return not (self.unreadable or self.strays)

    @property
    def position(self) -> int:
        """Position of the last event that is counted in."""
        return self._position

    @property
    def turn(self) -> int:
        """The number of the next time that the log is read: it finds all that is there by now."""
        return self._begun + 1

    def catch_up(self, turn: int | None = None) -> None:
        """Count in everything that was recorded before this call.

        Those who wait for one another read the log once for all of them.

        Args:
            turn: What `turn` was at the moment by which it must have been recorded; None for now.

        Raises:
            EventLogError: The log cannot be reached, or is not the one that was read: then this
                index is of no use any more, and a service must start anew.
        """
        # One that runs already may have begun to read before what its caller wants was recorded.
        wanted = self.turn if turn is None else turn
        with self._catching_up:
            if self._finished >= wanted:
                return
            self._begun += 1
            while self._one_page():
                pass
            self._finished = self._begun

    def get(self, order_id: UUID) -> Held | None:
        """Return an order, or None if there is none that can be read."""
        return None if order_id in self.unreadable else self._held.get(order_id)

    def of_person(self, person: PersonId) -> tuple[UUID, ...]:
        """Return every order that knows a person, earliest request first."""
        return self._of_person.get(person, ())

    def after(self, order_id: UUID | None) -> Iterator[UUID]:
        """Iterate over the orders, earliest request first, behind the one given.

        An order that is not known has nothing behind it.
        """
        places = len(self._in_order)
        start = 0 if order_id is None else self._places.get(order_id, places) + 1
        for place in range(start, len(self._in_order)):
            yield self._in_order[place]

    def __len__(self) -> int:
        return len(self._in_order)

    def _one_page(self) -> bool:
        """Count in a page; return whether there may be more behind it."""
        start = self._position + 1
        try:
            return self._counted(start) == _PAGE
        except StoreUnavailable:
            raise
        except EventLogError as error:
            return self._up_to_a_fault(start, error)

    def _up_to_a_fault(self, start: int, error: EventLogError) -> bool:
        """Count in what stands before a row that is of no order, and pass over that."""
        place = error.position
        if place is None or place < start:
            raise error
        if self._counted(start, place - 1) == _PAGE:
            return True  # More may stand before it than one page takes in.
        self.strays += 1
        self._position, self._last = place, None
        self.events += 1
        return True

    def _counted(self, start: int, stop: int | None = None) -> int:
        """Count in what stands from one position to another, a page at most; return how much.

        The last event that was counted in is read once more, to see that it is still there.
        """
        last = self._last
        notifications = self._orders.recorder.select_notifications(
            start=start if last is None else self._position,
            limit=_PAGE if last is None else _PAGE + 1,
            stop=stop,
        )
        if last is not None:
            if not notifications or notifications[0] != last:
                msg = "the log does not hold what was read of it; it was put back, or is another"
                raise EventLogError(msg)
            notifications = notifications[1:]
        for notification in notifications:
            order_id = cast("UUID", notification.originator_id)
            try:
                entry = cast("LogEntry", self._orders.mapper.to_domain_event(notification))
                self._count_in(RecordedEvent.of(entry, notification.id), order_id)
            except EventLogError:
                self._give_up(order_id)
            self._position, self._last = notification.id, notification
            self.events += 1
        return len(notifications)

    def _count_in(self, recorded: RecordedEvent, order_id: UUID) -> None:
        if order_id in self.unreadable:
            return
        earlier = self._held.get(order_id)
        order = earlier.order if earlier else ProtectionOrder.start(order_id)
        if recorded.version != order.version + 1:
            msg = "an event is missing"
            raise UnreadableEvent(msg, stream=str(order_id), version=order.version + 1)
        known = persons_of(order) if earlier else frozenset()
        order = evolve(order, recorded.event)
        if order.law is None:
            order = self._orders.with_law(order)
        self._held[order_id] = Held(order, (*(earlier.history if earlier else ()), recorded))
        for person in persons_of(order) - known:
            self._of_person[person] = (*self._of_person.get(person, ()), order_id)
        if earlier is None:
            self._places[order_id] = len(self._in_order)
            self._in_order.append(order_id)

    def _give_up(self, order_id: UUID) -> None:
        self.unreadable |= {order_id}
