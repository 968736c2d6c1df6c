"""What the clock must do, done: in the order in which it fell due, and each thing once.

What is due is read from the view; whether it must be done is asked of the log itself, right before.
The command that does it has an id that follows from what it does. So however many workers run, and
wherever one was killed, the log takes each effect once.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID, uuid5

from orderflow.audit.log import Laws
from orderflow.audit.terms import terms_of
from orderflow.errors import CommandRejected, OrderflowError, StoreUnavailable
from orderflow.law.vocabulary import Role
from orderflow.order import Actor
from orderflow.order.commands import RecordExpiry, RecordTermExceeded
from orderflow.views.due import EXPIRY, term_of
from orderflow.views.wanted import DueWanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from orderflow.law import RegimeRegister
    from orderflow.order.commands import Command
    from orderflow.store.application import ProtectionOrders
    from orderflow.views.rows import DueRow
    from orderflow.views.views import Views

_IDS: Final = UUID("3f5f8f6a-51a4-5c1e-9a7d-2f6f0c9f1b11")
"""Namespace in which the id of a command follows from what the clock does."""

CLOCK: Final = Actor(role=Role.CLOCK)

GRACE: Final = timedelta(minutes=10)
"""How long the clock waits while somebody enters facts about an order after they were due."""

_FIRST_PAUSE: Final = timedelta(seconds=30)
_LONGEST_PAUSE: Final = timedelta(hours=1)


class Effect(NamedTuple):
    """Something that the clock put on record, or noted.

    Attributes:
        order_id: The order.
        kind: What fell due: a kind of deadline, `expiry`, or `retention`, which is noted alone.
        due_at: When it fell due.
        recorded_at: When it was put on record.
        late_by: How much later that was.
    """

    order_id: UUID
    kind: str
    due_at: datetime
    recorded_at: datetime
    late_by: timedelta


class Failure(NamedTuple):
    """Something that the clock could not put on record, and will try again.

    Attributes:
        order_id: The order.
        kind: What fell due.
        due_at: When it fell due.
        error: Name of the class of the error.
        code: Code of the refusal, if it was one.
    """

    order_id: UUID
    kind: str
    due_at: datetime
    error: str
    code: str | None


class Duties:
    """Does what falls due on one log."""

    def __init__(
        self,
        orders: ProtectionOrders,
        views: Views,
        clock: Callable[[], datetime],
        *,
        grace: timedelta = GRACE,
        regimes: RegimeRegister | None = None,
    ) -> None:
        """Take the log, its views, and the clock that the log follows."""
        self._orders = orders
        self._views = views
        self._clock = clock
        self._grace = grace
        self._laws = Laws(regimes)
        self._again: dict[UUID, tuple[datetime, timedelta]] = {}

    def perform(self) -> Iterator[Effect | Failure]:
        """Yield what was put on record of all that is due by now, the earliest first.

        Nothing is yielded for what another worker did first, nor for what turned out not to be due.

        Raises:
            StoreUnavailable: The log or the views cannot be reached; what was yielded is done.
        """
        after: str | None = None
        while True:
            wanted = DueWanted(by=self._clock(), status=None, for_the_clock=True)
            page = self._views.due(wanted, after=after, limit=100)
            for row in page.rows:
                found = self._performed(row)
                if found is not None:
                    yield found
            after = page.after
            if after is None:
                return

    def next_at(self) -> datetime | None:
        """Return when something is next to be done, as far as the views know."""
        first: datetime | None = None
        after: str | None = None
        while True:
            wanted = DueWanted(status=None, for_the_clock=True)
            page = self._views.due(wanted, after=after, limit=100)
            for row in page.rows:
                if first is not None and first <= _due(row):
                    return first  # Nothing that falls due later is done earlier.
                at = self._when(row)
                first = at if first is None else min(first, at)
            after = page.after
            if after is None:
                return first

    def _performed(self, row: DueRow) -> Effect | Failure | None:
        command_id, due_at = _command_id(row), _due(row)
        if self._clock() < self._when(row):
            return None
        try:
            command = self._command(row)
            if command is None:
                return None
            done = self._orders.handle(command, command_id=command_id)
        except StoreUnavailable:
            raise
        except OrderflowError as error:
            self._put_off(command_id)
            code = error.code if isinstance(error, CommandRejected) else None
            return Failure(row.order_id, row.kind, due_at, type(error).__name__, code)
        self._again.pop(command_id, None)
        if done.repeated:
            return None
        late_by = done.recorded_at - due_at
        return Effect(row.order_id, row.kind, due_at, done.recorded_at, late_by)

    def _command(self, row: DueRow) -> Command | None:
        """Return the command by which the clock acts; None if by the log it has no reason to."""
        due_at = _due(row)
        if row.kind == EXPIRY:
            return RecordExpiry(occurred_at=due_at, actor=CLOCK, order_id=row.order_id)
        history = self._orders.history(row.order_id)
        for one in terms_of(row.order_id, history, self._clock(), self._laws):
            same = (one.kind, one.event, term_of(one), one.due_at)
            if one.exceeded and same == (row.kind, row.event, row.term, due_at):
                return RecordTermExceeded(
                    occurred_at=due_at,
                    actor=CLOCK,
                    order_id=row.order_id,
                    kind=one.kind,
                    event_version=one.event,
                    term=row.term,
                    due_at=due_at,
                    law=one.counting.law,
                )
        return None

    def _when(self, row: DueRow) -> datetime:
        """Return when the clock acts: when it is due, and nobody is entering facts from before."""
        at = _due(row)
        if row.inclusive:
            at += timedelta(microseconds=1)
        if row.entered_at is not None and at <= row.entered_at:
            at = row.entered_at + self._grace
        put_off = self._again.get(_command_id(row))
        return at if put_off is None else max(at, put_off[0])

    def _put_off(self, command_id: UUID) -> None:
        _, pause = self._again.get(command_id, (None, _FIRST_PAUSE / 2))
        pause = min(pause * 2, _LONGEST_PAUSE)
        self._again[command_id] = (self._clock() + pause, pause)


def _due(row: DueRow) -> datetime:
    assert row.due_at is not None  # noqa: S101 - what is for the clock has a moment
    return row.due_at


def _command_id(row: DueRow) -> UUID:
    """Return the id of the command by which the clock acts, the same from every worker."""
    event = "" if row.kind == EXPIRY else row.event
    return uuid5(
        _IDS, f"{row.order_id} {row.kind} {event} {row.term or ''} {_due(row).isoformat()}"
    )
