"""Follows what is published, without any other system: from a number on, and on from there."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from orderflow.audit.interchange import LogHead
from orderflow.audit.log import Laws
from orderflow.errors import PublicationStopped
from orderflow.publication.openness import Channel
from orderflow.publication.outbox import Outbox
from orderflow.store.follower import Fault, LogFollower
from orderflow.store.handling import real_clock
from orderflow.views import generations
from orderflow.views.places import database_of
from orderflow.views.projecting import PAGE, Projector, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from orderflow.law import RegimeRegister
    from orderflow.store.application import ProtectionOrders
    from orderflow.views.database import Transaction, ViewDatabase

_PAGE: Final = 200
_SERVING: Final = (
    "generation = (SELECT generation FROM view_generations"
    " WHERE view = 'outbox' AND form = 1 AND serving = 1)"
)


class Published(NamedTuple):
    """One event as it is published.

    Attributes:
        channel: To which audience.
        sequence: Number within the channel, from 1, without gaps.
        event_id: Id of the event; the same in every channel and every copy.
        order_id: The order, as hexadecimal digits with hyphens.
        type: Type of the event, as in the CloudEvent.
        document: The CloudEvent, as JSON.
    """

    channel: Channel
    sequence: int
    event_id: str
    order_id: str
    type: str
    document: str


class Publication:
    """What one log publishes."""

    def __init__(
        self,
        orders: ProtectionOrders,
        *,
        database: ViewDatabase | None = None,
        regimes: RegimeRegister | None = None,
        clock: Callable[[], datetime] = real_clock,
    ) -> None:
        """Take the log; its outbox is kept where its views are.

        Args:
            orders: The log.
            database: Where the outbox is kept; by default where the views of the log are.
            regimes: The regimes there are; by default those that ship with the package.
            clock: For when an event was parked.

        Raises:
            NotAnEventLog: There is something else where the views are kept.
            StoreUnavailable: They cannot be opened or made.
        """
        self.database = database_of(orders) if database is None else database
        # As in the interchange format, so that an event has one name wherever it is met.
        head = LogHead(simulated=orders.simulated, created_at=orders.created_at)
        view = Outbox(head.source, simulated=orders.simulated)
        generations.ready(self.database, view)
        log = LogFollower.of(orders)
        self._projector = Projector(view, log, self.database, Laws(regimes), clock)

    def catch_up(
        self, *, page: int = PAGE, stop: Callable[[], bool] = lambda: False
    ) -> tuple[Fault, ...]:
        """Put into the outbox what became open by now; return what was parked on the way.

        Any number of processes may do this at once.

        Args:
            page: Events of the log that are read at a time.
            stop: Asked before each page; once true, the rest is left for another time.

        Raises:
            PublicationStopped: The log does not hold what was published of it.
            StoreUnavailable: The log or the outbox cannot be reached.
        """
        faults: list[Fault] = []
        while not stop():
            step, found = self._projector.step(page=page)
            faults += found
            if step is Step.UP_TO_DATE:
                return tuple(faults)
            if step is Step.OTHER_LOG:
                msg = "the log does not hold what was published of it; it was put back"
                raise PublicationStopped(msg)
        return tuple(faults)

    def retry_parked(self) -> tuple[Fault, ...]:
        """Read again what was parked; what can be read now is published after all."""
        return self._projector.retry()[1]

    def position(self) -> int:
        """Return the position up to which the log has been read."""

        def work(rows: Transaction) -> int:
            return self._projector.place(rows, None).position

        return self.database.read(work)

    def last(self, channel: Channel = Channel.OPEN) -> int:
        """Return the number of the last event of a channel; 0 if there is none."""
        statement = f"SELECT MAX(sequence) FROM outbox_1 WHERE {_SERVING} AND channel = ?"  # noqa: S608
        found = self.database.read(lambda rows: rows.rows(statement, channel.value))
        return int(found[0][0] or 0)

    def page(
        self, channel: Channel = Channel.OPEN, *, after: int = 0, limit: int = _PAGE
    ) -> tuple[Published, ...]:
        """Return the next events of a channel, in order.

        Args:
            channel: Which audience.
            after: Only events of higher numbers.
            limit: At most so many.
        """
        statement = (
            "SELECT sequence, event_id, order_id, type, document FROM outbox_1"  # noqa: S608
            f" WHERE {_SERVING} AND channel = ? AND sequence > ? ORDER BY sequence LIMIT ?"
        )
        found = self.database.read(lambda rows: rows.rows(statement, channel.value, after, limit))
        return tuple(Published(channel, *row) for row in found)

    def has(self, channel: Channel, sequence: int, event_id: str) -> bool:
        """Tell whether an event has this number in a channel."""
        found = self.page(channel, after=sequence - 1, limit=1)
        return [(one.sequence, one.event_id) for one in found] == [(sequence, event_id)]

    def follow(
        self,
        channel: Channel = Channel.OPEN,
        *,
        after: int = 0,
        every: float = 0.25,
        stop: Callable[[], bool] = lambda: False,
    ) -> Iterator[Published | None]:
        """Yield the events of a channel as they come, and None each time that none has come.

        Somebody must be filling the outbox: a worker, or whoever calls `catch_up`. None gives a
        server the moment to see whether its reader is still there.

        Args:
            channel: Which audience.
            after: Number of the last event that was taken in; 0 for all of them.
            every: Seconds between looking again.
            stop: Asked before each look; once true, there is nothing more.

        Raises:
            StoreUnavailable: The outbox cannot be reached; follow again after the last number.
        """
        while not stop():
            found = self.page(channel, after=after)
            for one in found:
                yield one
                after = one.sequence
            if not found:
                yield None
                time.sleep(every)

    def close(self) -> None:
        """Close every connection to the outbox; the log stays open."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
