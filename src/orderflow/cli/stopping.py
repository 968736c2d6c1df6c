"""Processes that run until they are told to stop, and say on standard error what happens."""

from __future__ import annotations

import logging
import signal
import sys
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


@contextmanager
def until_told() -> Iterator[Event]:
    """Yield what is set once this process is told to stop, by SIGTERM or SIGINT.

    What is begun is finished. A second signal ends the process as it would any other.
    """
    stop = Event()
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}

    def told(number: int, _frame: FrameType | None) -> None:
        stop.set()
        signal.signal(number, before[signal.Signals(number)])

    for number in before:
        signal.signal(number, told)
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def notes_shown() -> Iterator[None]:
    """Write what is noted to standard error, one JSON object a line."""
    from orderflow.views.notes import LOGGER, Lines

    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    level, propagates = LOGGER.level, LOGGER.propagate
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    try:
        yield
    finally:
        LOGGER.removeHandler(handler)
        LOGGER.setLevel(level)
        LOGGER.propagate = propagates
