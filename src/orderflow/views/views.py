"""The views of one log: kept up, rebuilt, read, and asked how far they are."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING, Final, NamedTuple, Self
from uuid import UUID

from orderflow.audit.log import Laws
from orderflow.errors import ViewBehind
from orderflow.store.follower import Fault, LogFollower
from orderflow.store.handling import real_clock
from orderflow.views import generations
from orderflow.views.database import moment_of
from orderflow.views.due import Due
from orderflow.views.erasable import Erasable
from orderflow.views.histories import Histories
from orderflow.views.places import database_of
from orderflow.views.projecting import PAGE, Projector, Step
from orderflow.views.reading import ViewReader
from orderflow.views.register import Register
from orderflow.views.retained import NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from orderflow.law import RegimeRegister
    from orderflow.store.application import ProtectionOrders
    from orderflow.views.database import Transaction, ViewDatabase
    from orderflow.views.view import View

_SHORTEST: Final = 0.002
_LONGEST: Final = 0.1


class Parked(NamedTuple):
    """An event that a view could not take in.

    Attributes:
        view: Which view.
        position: Position within the log.
        order_id: The order, if known.
        version: Number of the event within the order, if known.
        error: Name of the class of the error.
        parked_at: Since when.
    """

    view: str
    position: int
    order_id: UUID | None
    version: int | None
    error: str
    parked_at: datetime | None


class Lag(NamedTuple):
    """How far a view is behind its log.

    Attributes:
        view: Which view.
        position: Position up to which it has read.
        behind: How many positions the log has beyond that.
        seconds: For how long the first event that it has not read has been on record.
    """

    view: str
    position: int
    behind: int
    seconds: float


class Views(ViewReader):
    """The register, what is due, and the histories of one log."""

    def __init__(
        self,
        orders: ProtectionOrders,
        *,
        database: ViewDatabase | None = None,
        views: Sequence[View] = (),
        regimes: RegimeRegister | None = None,
        clock: Callable[[], datetime] = real_clock,
    ) -> None:
        """Take the log; what is not there yet is made.

        Args:
            orders: The log.
            database: Where the views are kept; by default where `database_of` says.
            views: Which views; by default the register, what is due and the histories.
            regimes: The regimes there are; by default those that ship with the package.
            clock: For when an event was parked, and for how long a view has been behind.

        Raises:
            NotAnEventLog: There is something else where the views are kept.
            StoreUnavailable: They cannot be opened or made.
        """
        self._database = database_of(orders) if database is None else database
        super().__init__(self._database)
        self._log = LogFollower.of(orders)
        self._clock = clock
        self.views: tuple[View, ...] = tuple(views) or (Register(), Due(), Histories())
        laws = Laws(regimes)
        self._projectors = {
            view.name: Projector(view, self._log, self._database, laws, clock)
            for view in self.views
        }
        for view in self.views:
            generations.ready(self._database, view)
        self._erasable = Erasable(self._database)

    def catch_up(self, *, page: int = PAGE) -> tuple[tuple[str, Fault], ...]:
        """Take in all that the log holds by now; return what was parked on the way, by view.

        A view that was kept in another form, or from another log than this, is built anew.

        Raises:
            StoreUnavailable: The log or the views cannot be reached; what was taken in, is.
        """
        faults: list[tuple[str, Fault]] = []
        for view in self.views:
            found = self._caught_up(view, page)
            faults.extend((view.name, fault) for fault in found)
        return tuple(faults)

    def rebuild(self, name: str, *, page: int = PAGE) -> tuple[tuple[str, Fault], ...]:
        """Build a view anew beside the one that serves, and let it serve when it is complete.

        Whoever reads finds the old rows until then. Any number of processes may do it together.

        Raises:
            KeyError: There is no such view.
            StoreUnavailable: The log or the views cannot be reached; it goes on when called again.
        """
        projector = self._projectors[name]
        faults: list[tuple[str, Fault]] = []
        while True:
            generation = generations.begun(self._database, projector.view)
            for found in self._built(projector, generation, page):
                faults.extend((name, fault) for fault in found)
            reached = min(self._log.last_position(), self._reached(projector))
            if generations.swapped(self._database, projector.view, generation, reached):
                return tuple(faults)

    def retry_parked(self) -> tuple[tuple[str, Fault], ...]:
        """Read what was parked again; return what still cannot be read, by view."""
        return tuple(
            (name, fault)
            for name, projector in self._projectors.items()
            if self._database.read(lambda rows, one=projector: generations.serves(rows, one.view))  # type: ignore[misc]  # The lambda has a default.
            for fault in projector.retry()[1]
        )

    @property
    def erasable(self) -> Erasable:
        """Whose data are to be erased.

        Raises:
            KeyError: `Retained` is none of these views.
        """
        if NAME not in self._projectors:
            raise KeyError(NAME)
        return self._erasable

    def position(self) -> int:
        """Return the position up to which every view has read the log."""
        return min(self._reached(projector) for projector in self._projectors.values())

    def wait(self, position: int, *, seconds: float = 5.0) -> None:
        """Return once every view has read the log up to a position, or beyond.

        Somebody must be keeping them up: a worker, or another thread.

        Raises:
            ViewBehind: They have not within so many seconds.
        """
        give_up_at = time.monotonic() + seconds
        pause = _SHORTEST
        while self.position() < position:
            if time.monotonic() >= give_up_at:
                msg = f"the views have not reached position {position} within {seconds:g} seconds"
                raise ViewBehind(msg)
            time.sleep(pause)
            pause = min(_LONGEST, pause * 2)

    def wait_for(self, order_id: UUID, version: int, *, seconds: float = 5.0) -> None:
        """Return once every view has taken in an event: to read what one has just written.

        Raises:
            LookupError: There is no such event.
            ViewBehind: They have not within so many seconds.
        """
        self.wait(self._log.position_of(order_id, version), seconds=seconds)

    def lag(self) -> tuple[Lag, ...]:
        """Return how far each view is behind the log."""
        last = self._log.last_position()
        found = []
        for name, projector in self._projectors.items():
            position = self._reached(projector)
            since = self._log.recorded_at_after(position)
            seconds = 0.0 if since is None else (self._clock() - since).total_seconds()
            found.append(Lag(name, position, max(0, last - position), max(0.0, seconds)))
        return tuple(found)

    def parked(self) -> tuple[Parked, ...]:
        """Return every event that a view that serves could not take in."""
        found = self._rows(
            "SELECT view, position, order_id, version, error, parked_at FROM view_parked AS one"
            " WHERE generation = (SELECT generation FROM view_generations AS other"
            " WHERE other.view = one.view AND other.serving = 1) ORDER BY view, position"
        )
        return tuple(
            Parked(view, position, order and UUID(order), version, error, moment_of(at))
            for view, position, order, version, error, at in found
        )

    def close(self) -> None:
        """Close every connection to the views; the log stays open."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _caught_up(self, view: View, page: int) -> Iterator[Fault]:
        projector = self._projectors[view.name]
        if not self._database.read(lambda rows: generations.serves(rows, view)):
            for _, fault in self.rebuild(view.name, page=page):
                yield fault
        while True:
            step, faults = projector.step(page=page)
            yield from faults
            if step is Step.UP_TO_DATE:
                return
            if step is Step.OTHER_LOG:
                for _, fault in self.rebuild(view.name, page=page):
                    yield fault

    def _built(
        self, projector: Projector, generation: int, page: int
    ) -> Iterator[tuple[Fault, ...]]:
        step = Step.MOVED
        while step in {Step.MOVED, Step.OVERTAKEN}:
            step, faults = projector.step(generation, page)
            yield faults

    def _reached(self, projector: Projector) -> int:
        def work(rows: Transaction) -> int:
            if not generations.serves(rows, projector.view):
                return 0
            return projector.place(rows, None).position

        return self._database.read(work)
