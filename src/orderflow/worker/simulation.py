"""A simulated clock that goes from one thing that is due to the next: a year in seconds."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from orderflow.casefile.clock import SimulatedClock
    from orderflow.worker.duties import Effect
    from orderflow.worker.worker import Worker

_MOMENT = timedelta(microseconds=1)


def live(worker: Worker, clock: SimulatedClock, until: datetime) -> list[Effect]:
    """Let the clock go on to a moment, with a turn of the worker whenever something is due.

    The turns are those of a worker under a real clock. Only the waiting in between is left out.

    Args:
        worker: The worker of a simulated log.
        clock: The clock that the log follows; it stands at `until` afterwards.
        until: With a time zone.

    Returns:
        What was put on record, in order.
    """
    effects: list[Effect] = []
    while True:
        done = worker.turn()
        effects.extend(done.effects)
        if done.effects:
            continue
        at = worker.next_at()
        if at is None or at > until:
            break
        clock.set(max(at, clock() + _MOMENT))
    clock.set(max(until, clock()))
    effects.extend(worker.turn(last=True).effects)
    return effects
