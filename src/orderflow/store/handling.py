"""The one way into the log: load, decide, record; at most once per command."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from eventsourcing.persistence import IntegrityError

from orderflow.errors import (
    CommandIdReused,
    CommandRejected,
    ConcurrentChange,
    DataErased,
    NoKey,
    OrderChanged,
    OrderNotFound,
    OutcomeUnknown,
    StoreUnavailable,
    UnreadableEvent,
)
from orderflow.order import decide, evolve, fold
from orderflow.order.commands import RequestOrder
from orderflow.order.deciding.case import refuse
from orderflow.order.reasons import Code
from orderflow.order.values import State
from orderflow.store.recorder import CONTENT_UNKNOWN
from orderflow.store.results import Recorded
from orderflow.store.sealing import required, sealed_events

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from eventsourcing.persistence import StoredEvent

    from orderflow.law import Regime
    from orderflow.order import ProtectionOrder
    from orderflow.store.envelope import LogEntry
    from orderflow.store.mapper import OrderMapper
    from orderflow.store.pinning import PinnedRegimes
    from orderflow.store.recorder import HandledCommand, OrderRecorder
    from orderflow.store.sealing import Sealer
    from orderflow.store.submission import Submission

    Clock = Callable[[], datetime]
    Save = Callable[..., object]


def real_clock() -> datetime:
    """Return the present moment, in UTC."""
    return datetime.now(UTC)


def with_zone(moment: datetime, name: str) -> datetime:
    """Return the moment.

    Raises:
        ValueError: It has no time zone.
    """
    if moment.tzinfo is None:
        msg = f"{name} must have a time zone"
        raise ValueError(msg)
    return moment


class Handler:
    """Handles commands on one log."""

    def __init__(
        self,
        records: OrderRecorder,
        mapper: OrderMapper,
        regimes: PinnedRegimes,
        clock: Clock,
        sealer: Sealer | None = None,
    ) -> None:
        """Take the log, how its events are written, the law, the clock, and who seals."""
        self._records = records
        self._mapper = mapper
        self._regimes = regimes
        self._clock = clock
        self._sealer = sealer

    def handle(self, submission: Submission, save: Save, max_attempts: int) -> Recorded:
        """Return what is recorded for a command: now, or when it was first handed in.

        Args:
            submission: The command.
            save: Records entries and a handled command, all or nothing; `Application.save`.
            max_attempts: How often to decide anew when somebody else records first.
        """
        if submission.confidential:
            required(self._sealer)
        doubt: OutcomeUnknown | None = None
        attempts: set[UUID] = set()
        for _ in range(max_attempts):
            try:
                # Both in one view: a repeated command must not be decided on its own effects.
                earlier, stored = self._records.load(submission.command_id, submission.order_id)
                if earlier is not None:
                    return self._first_result(submission, earlier, stored, attempts)
                return self._record(submission, stored, save, attempts)
            except IntegrityError:
                continue
            except DataErased:
                # Decided before the erasure was on record here; the key store knew.
                refuse(Code.PERSON_ERASED)
            except OutcomeUnknown as error:
                doubt = error
            except (CommandRejected, StoreUnavailable) as error:
                if doubt is None:
                    raise
                # Of an earlier attempt nobody knows yet whether it was recorded.
                raise doubt from error
        if doubt is not None:
            raise doubt
        msg = f"order {submission.order_id} was changed by others {max_attempts} times meanwhile"
        raise ConcurrentChange(msg)

    def _record(
        self,
        submission: Submission,
        stored: Sequence[StoredEvent],
        save: Save,
        attempts: set[UUID],
    ) -> Recorded:
        order = fold(submission.order_id, self._mapper.events(stored))
        _require_version(submission, order)
        regime = self._regime_for(submission, order)
        now = with_zone(self._clock(), "what the clock returns").astimezone(UTC)
        try:
            events = decide(submission.command, order, regime, now)
        except CommandRejected:
            self._records.settle()  # Nobody is refused for what a crash may take back.
            raise
        recorded_at = self._not_before_the_last(stored, now)
        events = sealed_events(
            events, submission.order_id, after=order.version, sealer=self._sealer
        )
        entries = submission.entries(events, after=order.version, recorded_at=recorded_at)
        attempts.add(entries[0].envelope.event_id)
        save(*entries, command=submission.keyed(self._sealer).handled(entries))
        for event in events:
            order = evolve(order, event)
        return _result(order, entries, repeated=False)

    def _first_result(
        self,
        submission: Submission,
        earlier: HandledCommand,
        stored: Sequence[StoredEvent],
        attempts: set[UUID],
    ) -> Recorded:
        if earlier.digest == CONTENT_UNKNOWN:
            msg = "the command id is on record; the log was imported, without what commands said"
            raise CommandIdReused(msg)
        if earlier.digest != self._digest(submission):
            msg = "the command id is on record with another command"
            raise CommandIdReused(msg)
        order = fold(earlier.order_id, self._mapper.events(stored))
        entries = self._mapper.entries(stored[max(earlier.first_version - 1, 0) :])
        _require_its_own(earlier, entries)
        # Recorded by this very call, if the connection was lost before the answer came.
        own = entries[0].envelope.event_id in attempts
        return _result(order, entries, repeated=not own)

    def _digest(self, submission: Submission) -> bytes | None:
        """Return the digest of a command that may be on record; None if it cannot be that one."""
        try:
            return submission.keyed(self._sealer).digest
        except NoKey:
            return None
        except DataErased:
            # Whether it said the same, nobody can tell any more.
            refuse(Code.PERSON_ERASED)

    def _regime_for(self, submission: Submission, order: ProtectionOrder) -> Regime:
        command = submission.command
        if order.version:
            return self._regimes.of(order)
        if not isinstance(command, RequestOrder):
            raise not_found(submission.order_id)
        if command.as_if_in_force and not self._records.mark.simulated:
            refuse(Code.HYPOTHETICAL_ONLY)
        return self._regimes.asked_for(command)

    def _not_before_the_last(self, stored: Sequence[StoredEvent], now: datetime) -> datetime:
        if not stored:
            return now
        # A clock that was set back must not make a later event look like an earlier one.
        return max(now, self._mapper.to_domain_event(stored[-1]).envelope.recorded_at)


def _require_its_own(handled: HandledCommand, entries: Sequence[LogEntry]) -> None:
    """Raise where what is kept of a command names other events than those that it led to.

    A row that somebody put in would make a command look handled that was never recorded.
    """
    count = handled.last_version - handled.first_version + 1
    own = all(entry.envelope.command_id == handled.command_id for entry in entries)
    if not 0 < count == len(entries) or not own:
        msg = "the log says of a command that it led to events of another one, or to none"
        raise UnreadableEvent(
            msg, stream=str(handled.order_id), version=max(handled.first_version, 1)
        )


def _require_version(submission: Submission, order: ProtectionOrder) -> None:
    expected = submission.expected_version
    if expected is not None and expected != order.version:
        msg = f"order {order.id} is at version {order.version}, not {expected}"
        raise OrderChanged(msg)


def not_found(order_id: UUID) -> OrderNotFound:
    """Return the error for an order that is not on record."""
    return OrderNotFound(f"no order {order_id} on record")


def _result(order: ProtectionOrder, entries: Sequence[LogEntry], *, repeated: bool) -> Recorded:
    return Recorded(
        order_id=order.id,
        version=order.version,
        events=tuple(entry.event for entry in entries),
        state=State(order.recorded_state or State.REQUESTED),
        recorded_at=entries[-1].envelope.recorded_at,
        repeated=repeated,
    )
