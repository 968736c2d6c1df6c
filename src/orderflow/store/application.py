"""The log of protection orders.

`ProtectionOrders` is an `Application` of the `eventsourcing` library: its notification log,
recorder, repository, `save`, projections and settings work as users of that library expect. What
it adds is `handle`, which records what follows from a command at most once, and questions about
what was known when.
"""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any, Self, cast
from uuid import UUID

from eventsourcing.application import Application

from orderflow.errors import MixedClock
from orderflow.order import fold
from orderflow.store.address import settings_of
from orderflow.store.factories import factory_for
from orderflow.store.handling import Handler, not_found, real_clock, with_zone
from orderflow.store.mapper import OrderMapper
from orderflow.store.pinning import PinnedRegimes
from orderflow.store.reading import LogReader
from orderflow.store.recorder import LogMark, OrderRecorder
from orderflow.store.sealing import holds_sealed
from orderflow.store.submission import Submission

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from eventsourcing.persistence import InfrastructureFactory
    from eventsourcing.utils import Environment, EnvType

    from orderflow.law import RegimeRegister
    from orderflow.order import ProtectionOrder
    from orderflow.order.commands import Command
    from orderflow.store.envelope import RecordedEvent
    from orderflow.store.results import Recorded
    from orderflow.store.sealing import Sealer

MAX_ATTEMPTS = 10
"""How often a command is decided anew when somebody else records on the same order first."""


class ProtectionOrders(Application[UUID]):
    """A log of protection orders, real or simulated.

    A log is marked when it is created, for ever: its clock is real or simulated. With `simulated`
    left out, either kind can be opened and read, and a real one written; writing a simulated one
    takes `simulated=True` and the clock that it is to follow. So nobody mixes the two by accident.
    """

    def __init__(
        self,
        env: EnvType | None = None,
        *,
        clock: Callable[[], datetime] | None = None,
        simulated: bool | None = None,
        regimes: RegimeRegister | None = None,
        keys: Sealer | None = None,
    ) -> None:
        """Open a log by the settings of the `eventsourcing` library; see also `open`.

        Args:
            env: `PERSISTENCE_MODULE` and what belongs to it; in memory by default.
            clock: Returns the present moment, with a time zone; by default the real one.
            simulated: What kind of log this must be; None takes what is there, a real one if new.
            regimes: The regimes there are; by default those that ship with the package.
            keys: Seals what is confidential; without it, nothing confidential is recorded.

        Raises:
            ValueError: A simulated log without a clock, or settings for no store of ours.
            MixedClock: The log is of the other kind.
            KeyStoreError: The keys are those of another log.
            EventLogError: It cannot be opened; the class says why.
        """
        if simulated and clock is None:
            msg = "a simulated log needs the clock that it is to follow"
            raise ValueError(msg)
        self._clock = clock or real_clock
        self._simulated = simulated
        super().__init__(env)
        self._records = cast("OrderRecorder", self.recorder)
        self._mapper = cast("OrderMapper", self.mapper)
        if simulated is not None and simulated is not self.simulated:
            self.close()
            raise self._mixed_clock()
        try:
            if keys is not None:
                self.serve(keys)
        except BaseException:
            self.close()
            raise
        self._regimes = PinnedRegimes(regimes)
        self.seals = keys is not None
        """Whether it was opened with keys, and so records what is confidential."""
        self._handler = Handler(self._records, self._mapper, self._regimes, self._clock, keys)

    @classmethod
    def open(
        cls,
        address: str | os.PathLike[str] = ":memory:",
        *,
        clock: Callable[[], datetime] | None = None,
        simulated: bool | None = None,
        regimes: RegimeRegister | None = None,
        keys: Sealer | None = None,
        create: bool = True,
    ) -> Self:
        """Return the log at an address.

        Args:
            address: `:memory:`, a path such as `orders.db`, `sqlite:///orders.db`, or
                `postgresql://user@host/database`.
            clock: As for the constructor.
            simulated: As for the constructor.
            regimes: As for the constructor.
            keys: As for the constructor.
            create: Whether to begin a new log where there is nothing yet.

        Raises:
            ValueError: No such address, or a simulated log without a clock.
            MixedClock: The log is of the other kind.
            NotAnEventLog: There is something else; or nothing, and none is to be created.
            EventLogError: It cannot be opened; the class says why.
            KeyStoreError: The keys are those of another log.
            ModuleNotFoundError: It is on PostgreSQL, and the extra for that is not installed.
        """
        settings = {**settings_of(address), "CREATE_TABLE": "yes" if create else "no"}
        # Under the application's own name they prevail over the environment of the process.
        env = {f"{cls.name.upper()}_{key}": value for key, value in settings.items()}
        return cls(env, clock=clock, simulated=simulated, regimes=regimes, keys=keys)

    @property
    def simulated(self) -> bool:
        """Whether this log follows a simulated clock."""
        return self._records.mark.simulated

    @property
    def created_at(self) -> datetime:
        """When this log was created, by its own clock."""
        return self._records.mark.created_at

    def handle(
        self,
        command: Command,
        *,
        command_id: str | UUID | None = None,
        correlation_id: str | UUID | None = None,
        causation_id: str | UUID | None = None,
        expected_version: int | None = None,
        max_attempts: int = MAX_ATTEMPTS,
    ) -> Recorded:
        """Record what follows from a command, once, however often it is handed in.

        When this returns, the events are as durable as the store is. The time of recording comes
        from the clock of the log, and is never earlier than that of the order's last event;
        what lies in the future is told by the clock alone. A request
        without an order id gets one that follows from its command id.

        Args:
            command: What somebody did or asks.
            command_id: Makes it safe to try again: the same id with the same content returns the
                first result. By default a new random one.
            correlation_id: What the command belongs to, kept with the events.
            causation_id: What caused the command, kept with the events.
            expected_version: Number of the last event that whoever decided knew of; with another
                on record nothing is recorded. None decides on whatever is there. A command that
                was handled before gives its first result all the same.
            max_attempts: How often to decide anew when somebody else records first; at least 1.

        Raises:
            CommandRejected: The law or the record refuses it; nothing was recorded.
            CommandIdReused: The id is on record with other content; nothing was recorded.
            OrderNotFound: There is no such order.
            UnknownRegime: No such regime, or no longer the one that the order pinned.
            OrderChanged: The order is no longer at the version expected; nothing was recorded.
            ConcurrentChange: Others recorded first each time; nothing was recorded.
            MixedClock: The log is simulated, and was not opened with `simulated=True`.
            KeysNeeded: It says something confidential, and the log was opened without keys.
            OutcomeUnknown: The connection was lost; hand in the same command id again to learn
                whether it was recorded.
            EventLogError: The log cannot be read or written; the class says why.
            ValueError: An id is empty or too long, or the clock has no time zone.
        """
        if max_attempts < 1:
            msg = "max_attempts must be at least 1"
            raise ValueError(msg)
        if self.simulated and not self._simulated:
            raise self._mixed_clock()
        submission = Submission.of(
            command,
            command_id=command_id,
            causation_id=causation_id,
            correlation_id=correlation_id,
            expected_version=expected_version,
        )
        return self._handler.handle(submission, self.save, max_attempts)

    def get(self, order_id: UUID, *, known_at: datetime | None = None) -> ProtectionOrder:
        """Return an order, as on record now or as it was known at a moment.

        Its regime is attached, unless that regime is unknown or no longer what was pinned.

        Args:
            order_id: The order.
            known_at: Leaves out what was recorded after this moment; with a time zone.

        Raises:
            OrderNotFound: There is no such order, or it was not yet known at that moment.
            ValueError: `known_at` has no time zone.
            EventLogError: Its events cannot be read faithfully.
        """
        if known_at is None:
            order = fold(order_id, self._mapper.events(self._records.select_stream(order_id)))
        else:
            known = self.history(order_id, known_at=known_at)
            order = fold(order_id, (recorded.event for recorded in known))
        if not order.version:
            raise not_found(order_id)
        return self._regimes.attached(order)

    def history(
        self, order_id: UUID, *, known_at: datetime | None = None
    ) -> tuple[RecordedEvent, ...]:
        """Return everything on record of an order, in the order of recording.

        Takes and raises what `get` does.
        """
        return LogReader.of(self).history(order_id, known_at=known_at)

    def now(self) -> datetime:
        """Return the present moment by the clock of this log, in UTC.

        Raises:
            ValueError: The clock has no time zone.
        """
        return with_zone(self._clock(), "what the clock returns").astimezone(UTC)

    def with_law(self, order: ProtectionOrder) -> ProtectionOrder:
        """Return an order with the regime that it pinned attached, if that is at hand unchanged."""
        return self._regimes.attached(order)

    def order_ids(self) -> Iterator[UUID]:
        """Iterate over all orders, in order of their first events, in constant memory."""
        return LogReader.of(self).order_ids()

    def construct_factory(self, env: Environment) -> InfrastructureFactory[Any]:
        """Return the factory of our stores; the library calls this."""
        created_at = with_zone(self._clock(), "what the clock returns")
        return factory_for(env, LogMark(simulated=bool(self._simulated), created_at=created_at))

    def construct_mapper(self) -> OrderMapper:
        """Return the mapper that keeps events under stable names; the library calls this."""
        return cast("OrderMapper", self.factory.mapper(self.factory.transcoder(), OrderMapper))

    def construct_recorder(self) -> OrderRecorder:
        """Return the recorder; the library calls this."""
        return cast("OrderRecorder", self.factory.application_recorder())

    def serve(self, keys: Sealer) -> None:
        """Return if the keys are those of this log; new keys become its keys.

        Raises:
            KeyStoreError: They are not.
        """
        keys.serve(self._records.mark.identity, lambda: holds_sealed(self._records))

    def _mixed_clock(self) -> MixedClock:
        kind = "simulated" if self.simulated else "real"
        return MixedClock(f"the clock of this log is {kind}, for ever; open it as such to write")
