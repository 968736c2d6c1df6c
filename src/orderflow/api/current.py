"""The register and what is due, current at every answer."""

from __future__ import annotations

from threading import BoundedSemaphore, Lock
from typing import TYPE_CHECKING, Final
from weakref import finalize

from orderflow.api.logging import LOGGER
from orderflow.api.problems import Kind, Problem
from orderflow.views import Views
from orderflow.views.due import Due
from orderflow.views.register import Register

if TYPE_CHECKING:
    from orderflow.store import ProtectionOrders

_PATIENCE: Final = 5.0
"""Seconds that somebody waits while another brings the views up to date."""


class CurrentViews:
    """Views of one log; opened when first asked for, and kept up by whoever asks.

    A worker keeps up the same rows, and neither is in the other's way. While views of a large log
    are built, few wait for them: whoever asks at the gate needs none of this, and must find a
    thread that works.
    """

    def __init__(self, orders: ProtectionOrders, most: int) -> None:
        """Take the log; nothing is opened yet.

        Args:
            orders: The log.
            most: At most so many threads build, or wait.
        """
        self._orders = orders
        self._inside = BoundedSemaphore(most)
        self._catching_up = Lock()
        self._views: Views | None = None
        self._closing: finalize[[], CurrentViews] | None = None

    def caught_up(self) -> Views:
        """Return the views with everything in them that was recorded before this call.

        Raises:
            Problem: `busy`: they are being built, or too many ask at once.
            EventLogError: The log or the views cannot be reached.
        """
        if not self._inside.acquire(blocking=False):
            raise _busy()
        try:
            if not self._catching_up.acquire(timeout=_PATIENCE):
                raise _busy()
            try:
                return self._brought_up()
            finally:
                self._catching_up.release()
        finally:
            self._inside.release()

    def close(self) -> None:
        """Close every connection; they are opened again if somebody asks."""
        with self._catching_up:
            if self._closing is not None:
                self._closing()
            self._views = self._closing = None

    def _brought_up(self) -> Views:
        if self._views is None:
            kept = (Register(), Due())
            self._views = Views(self._orders, views=kept, clock=self._orders.now)
            # A service that is simply forgotten leaves no connection behind.
            self._closing = finalize(self, self._views.close)
        for view, fault in self._views.catch_up():
            said = {"view": view, "position": fault.position, "error": fault.error}
            LOGGER.error("event_parked", extra={"said": said})
        return self._views


def _busy() -> Problem:
    return Problem(Kind.BUSY, headers={"Retry-After": "1"})
