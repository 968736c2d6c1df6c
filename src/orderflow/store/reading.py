"""Reads a log, and cannot write it: what an audit stands on.

Opening a log here changes no event and takes no lock that keeps a writer waiting: every connection
refuses to write. An order of which an event was taken out, moved or put in is not read at all. An
event that cannot be read is named by its position and stream when it is reached, not before:
everything recorded earlier in the stream has been read by then.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol, Self, cast

from eventsourcing.utils import Environment

from orderflow.order import fold
from orderflow.store.address import settings_of
from orderflow.store.factories import factory_for, read_only_factory
from orderflow.store.handling import not_found, with_zone
from orderflow.store.mapper import OrderMapper
from orderflow.store.pinning import PinnedRegimes
from orderflow.store.recorder import LogMark
from orderflow.store.streams import recorded_events

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from uuid import UUID

    from eventsourcing.persistence import Notification

    from orderflow.order import ProtectionOrder
    from orderflow.store.application import ProtectionOrders
    from orderflow.store.envelope import RecordedEvent
    from orderflow.store.recorder import OrderRecorder

_PAGE = 500


class Records(Protocol):
    """What reads the events of a log, wherever they are kept; an `OrderRecorder` does."""

    @property
    def mark(self) -> LogMark:
        """What the log says of itself."""

    def select_stream(self, order_id: UUID) -> Sequence[Notification]:
        """See `OrderRecorder.select_stream`."""

    def select_order_ids(self, after: int, limit: int) -> Sequence[tuple[int, UUID]]:
        """See `OrderRecorder.select_order_ids`."""


class LogReader:
    """The orders of one log, to be read."""

    def __init__(
        self,
        records: Records,
        mapper: OrderMapper,
        close: Callable[[], None] | None = None,
    ) -> None:
        """Take what reads the log; see also `open` and `of`."""
        self._records = records
        self._mapper = mapper
        self._close = close
        self._regimes = PinnedRegimes()

    @classmethod
    def open(cls, address: str | os.PathLike[str]) -> Self:
        """Return the log at an address, for reading only; what is there stays as it is.

        Args:
            address: A path such as `orders.db`, `sqlite:///orders.db`, or `postgresql://…`; a
                replica will do.

        Raises:
            ValueError: No such address, or a log in memory, which only `of` can read.
            NotAnEventLog: There is nothing, or something else.
            EventLogError: It cannot be opened; the class says why.
        """
        env = Environment("LogReader", {**os.environ, **settings_of(address)})
        factory = read_only_factory(env)
        mapper = cast("OrderMapper", factory.mapper(factory.transcoder(), OrderMapper))
        return cls(factory.application_recorder(), mapper, factory.close)

    @classmethod
    def of(cls, orders: ProtectionOrders) -> Self:
        """Return a reader of a log that is open already; closing it leaves that log open."""
        recorder, mapper = cast("OrderRecorder", orders.recorder), orders.mapper
        return cls(recorder, cast("OrderMapper", mapper))

    @classmethod
    def over(cls, records: Records, close: Callable[[], None] | None = None) -> Self:
        """Return a reader of what is kept elsewhere, with the library's settings for payloads."""
        env = Environment("LogReader", {**os.environ, "PERSISTENCE_MODULE": ""})
        factory = factory_for(env, records.mark)
        return cls(
            records, cast("OrderMapper", factory.mapper(factory.transcoder(), OrderMapper)), close
        )

    @property
    def simulated(self) -> bool:
        """Whether the log follows a simulated clock."""
        return self._records.mark.simulated

    @property
    def created_at(self) -> datetime:
        """When the log was created, by its own clock."""
        return self._records.mark.created_at

    def order_ids(self) -> Iterator[UUID]:
        """Iterate over all orders, in order of their first events, in constant memory."""
        after = 0
        while page := self._records.select_order_ids(after, _PAGE):
            yield from (order_id for _, order_id in page)
            after = page[-1][0]

    def read(self, order_id: UUID, *, known_at: datetime | None = None) -> Iterator[RecordedEvent]:
        """Iterate over what is on record of an order, in the order of recording.

        Args:
            order_id: The order.
            known_at: Leaves out what was recorded after this moment; with a time zone.

        Raises:
            ValueError: `known_at` has no time zone.
            UnknownEventType: An event is of a type that this version does not know.
            UnreadableEvent: An event does not fit its published form, or is not in its place.
        """
        until = None if known_at is None else with_zone(known_at, "known_at")
        for recorded in recorded_events(self._mapper, self._records.select_stream(order_id)):
            if until is not None and recorded.recorded_at > until:
                return
            yield recorded

    def history(
        self, order_id: UUID, *, known_at: datetime | None = None
    ) -> tuple[RecordedEvent, ...]:
        """Return everything on record of an order, in the order of recording.

        Raises:
            OrderNotFound: There is no such order, or it was not yet known at that moment.
            ValueError: `known_at` has no time zone.
            EventLogError: Its events cannot be read faithfully.
        """
        found = tuple(self.read(order_id, known_at=known_at))
        if not found:
            raise not_found(order_id)
        return found

    def get(self, order_id: UUID, *, known_at: datetime | None = None) -> ProtectionOrder:
        """Return an order as on record now, or as it was known at a moment.

        Its regime is attached where it is one that ships with the package, unchanged.

        Raises:
            OrderNotFound: There is no such order, or it was not yet known at that moment.
            ValueError: `known_at` has no time zone.
            EventLogError: Its events cannot be read faithfully.
        """
        known = self.history(order_id, known_at=known_at)
        return self._regimes.attached(fold(order_id, (recorded.event for recorded in known)))

    def close(self) -> None:
        """Close what `open` opened."""
        if self._close is not None:
            self._close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
