"""The register and what is due, current at every answer."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from orderflow.views import Views
from orderflow.views.due import Due
from orderflow.views.register import Register

if TYPE_CHECKING:
    from orderflow.store import ProtectionOrders


class CurrentViews:
    """Views of one log; opened when first asked for, and kept up by whoever asks.

    A worker keeps up the same rows, and neither is in the other's way.
    """

    def __init__(self, orders: ProtectionOrders) -> None:
        """Take the log; nothing is opened yet."""
        self._orders = orders
        self._catching_up = Lock()
        self._views: Views | None = None

    def caught_up(self) -> Views:
        """Return the views with everything in them that was recorded before this call.

        Raises:
            EventLogError: The log or the views cannot be reached.
        """
        with self._catching_up:
            if self._views is None:
                kept = (Register(), Due())
                self._views = Views(self._orders, views=kept, clock=self._orders.now)
            self._views.catch_up()
            return self._views

    def close(self) -> None:
        """Close every connection; they are opened again if somebody asks."""
        with self._catching_up:
            if self._views is not None:
                self._views.close()
                self._views = None
