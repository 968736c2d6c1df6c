"""Fills the outbox each turn, so that whoever follows hears what happened."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Self

from orderflow.errors import PublicationStopped
from orderflow.publication import Publication
from orderflow.views.notes import Notes

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from orderflow.store.application import ProtectionOrders


class OutboxTask:
    """See `Task`."""

    def __init__(self, orders: ProtectionOrders, clock: Callable[[], datetime]) -> None:
        """Take the log."""
        self._publication = Publication(orders, clock=clock)
        self._notes = Notes()
        self._retried = False

    def turn(self, stop: Callable[[], bool]) -> int:
        """See `Task.turn`; what is not put in because of a stop is put in another time."""
        try:
            faults = [*self._publication.catch_up(stop=stop)]
            if not self._retried:
                faults += self._publication.retry_parked()
                self._retried = True
        except PublicationStopped as error:
            name = "publication_stopped"
            self._notes.say_once(name, "", level=logging.ERROR, error=str(error))
            return 0
        for fault in faults:
            self._notes.parked("outbox", fault)
        return 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._publication.close()
