"""One worker: turn after turn until it is told to stop, whatever befalls the store meanwhile.

A turn keeps the views up, does what is due, and signs. Nothing that it does depends on its being
the only one, or on its having finished the turn before.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Protocol

from orderflow.errors import LedgerError, StoreUnavailable
from orderflow.views.notes import Notes
from orderflow.worker.duties import Effect, Failure
from orderflow.worker.erasures import RETENTION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from threading import Event

    from orderflow.views.views import Views
    from orderflow.worker.checkpoints import Checkpoints
    from orderflow.worker.duties import Duties
    from orderflow.worker.erasures import Erasures

LATE: Final = timedelta(minutes=1)
"""From here on, what the clock records is said to be late."""

_FIRST_PAUSE: Final = 0.5
_LONGEST_PAUSE: Final = 30.0
_SHORTEST_PAUSE: Final = 0.05
"""Seconds. However much is due, a worker that finds nothing done sleeps at least this long."""


class Task(Protocol):
    """Something else that a worker does each turn, such as publishing."""

    def turn(self, stop: Callable[[], bool]) -> int:
        """Do what there is to do until `stop` is true; return how much was done.

        Raises:
            StoreUnavailable: The store cannot be reached; what was done, is.
        """


@dataclass
class Turn:
    """What came of one turn.

    Attributes:
        effects: What was put on record, in order.
        failures: What could not be.
        parked: How many events the views could not take in.
        signed: How many events the new checkpoint covers for the first time, if one was made.
        others: How much other tasks did.
    """

    effects: list[Effect] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    parked: int = 0
    signed: int = 0
    others: int = 0

    @property
    def idle(self) -> bool:
        """Whether there was nothing to do."""
        return not (self.effects or self.others)


class Worker:
    """Takes turns."""

    def __init__(
        self,
        views: Views,
        duties: Duties,
        clock: Callable[[], datetime],
        *,
        erasures: Erasures | None = None,
        checkpoints: Checkpoints | None = None,
        tasks: tuple[Task, ...] = (),
        notes: Notes | None = None,
    ) -> None:
        """Take what a turn consists of."""
        self._views = views
        self._duties = duties
        self._clock = clock
        self._erasures = erasures
        self._checkpoints = checkpoints
        self._tasks = tasks
        self._notes = notes or Notes()
        self._retried = False

    def turn(self, stop: Callable[[], bool] = lambda: False, *, last: bool = False) -> Turn:
        """Do what there is to do now, and return what was done.

        Args:
            stop: Asked after each effect; once true, the turn ends with what is done.
            last: Sign what is new at once, as there is no later turn.

        Raises:
            StoreUnavailable: The store cannot be reached; what was done, is.
        """
        done = Turn()
        self._keep_up()
        for found in self._performed():
            self._note(found, done)
            if stop():
                return done
        if done.effects:
            self._keep_up()
        self._sign(done, at_once=last)
        for task in self._tasks:
            done.others += task.turn(stop)
        done.parked = len(self._views.parked())
        return done

    def run(self, stop: Event, *, every: float = 1.0) -> None:
        """Take turns until `stop` is set; what is begun is finished.

        Args:
            stop: Set by somebody else, such as the handler of a signal.
            every: Seconds between turns while nothing falls due earlier.

        Raises:
            EventLogError: The log is none, or of a newer version; not that it cannot be reached.
        """
        pause = _FIRST_PAUSE
        while not stop.is_set():
            try:
                done = self.turn(stop.is_set)
                # Asks the views, which may have gone just now.
                wait = self._wait(every, done)
            except StoreUnavailable as error:
                level = logging.WARNING
                self._notes.say_once("store_unavailable", "", level=level, error=str(error))
                stop.wait(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)
                continue
            self._notes.no_longer("store_unavailable", "", "store_available")
            pause = _FIRST_PAUSE
            stop.wait(wait)

    def next_at(self) -> datetime | None:
        """Return when something next falls due, as far as the views know."""
        moments = [self._duties.next_at(), self._erasures.next_at() if self._erasures else None]
        return min((one for one in moments if one is not None), default=None)

    def _performed(self) -> Iterator[Effect | Failure]:
        yield from self._duties.perform()
        if self._erasures is not None:
            yield from self._erasures.perform()

    def _wait(self, every: float, done: Turn) -> float:
        if not done.idle:
            return 0.0
        at = self.next_at()
        until = every if at is None else (at - self._clock()).total_seconds()
        return max(_SHORTEST_PAUSE, min(every, until))

    def _keep_up(self) -> None:
        faults = [*self._views.catch_up()]
        if not self._retried:
            # An update of this program may read what an earlier one could not.
            faults.extend(self._views.retry_parked())
            self._retried = True
        for view, fault in faults:
            self._notes.parked(view, fault)

    def _note(self, found: Effect | Failure, done: Turn) -> None:
        about = (found.order_id, found.kind, found.due_at)
        facts = {"order": found.order_id, "kind": found.kind, "due_at": found.due_at}
        if isinstance(found, Failure):
            done.failures.append(found)
            self._notes.say_once(
                "not_recorded",
                (about, found.error, found.code),
                level=logging.ERROR,
                **facts,
                error=found.error,
                code=found.code,
            )
            return
        done.effects.append(found)
        level = logging.WARNING if found.late_by > LATE else logging.INFO
        name = "erasure_due" if found.kind == RETENTION else "recorded"
        self._notes.say(name, level=level, **facts, late_by_seconds=found.late_by)

    def _sign(self, done: Turn, *, at_once: bool) -> None:
        if self._checkpoints is None:
            return
        try:
            signed = self._checkpoints.make_if_due(at_once=at_once)
        except LedgerError as error:
            # Nothing was signed, and nothing may be until somebody has looked.
            name = type(error).__name__
            self._notes.say_once("not_signed", name, level=logging.ERROR, error=name)
            return
        if signed is not None:
            done.signed = signed.hashed
            size = signed.checkpoint.size
            self._notes.say("checkpoint", size=size, new=signed.hashed)
