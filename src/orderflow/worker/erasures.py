"""Says whose data are to be erased: once, in the order in which they fell due. Erases nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orderflow.errors import OrderflowError, StoreUnavailable
from orderflow.worker.duties import Effect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from orderflow.privacy import Retention
    from orderflow.store.application import ProtectionOrders
    from orderflow.views import ErasableRow, Views

RETENTION: Final = "retention"
"""The time for which the data of somebody are kept is over."""

_PAGE: Final = 100


class Erasures:
    """Looks out for people whose time is over, on one log."""

    def __init__(
        self,
        orders: ProtectionOrders,
        views: Views,
        clock: Callable[[], datetime],
        retention: Retention,
    ) -> None:
        """Take the log, its views with `Retained` among them, and what to judge by."""
        self._orders = orders
        self._views = views
        self._clock = clock
        self._retention = retention

    def perform(self) -> Iterator[Effect]:
        """Yield everybody who is due by now and of whom it was not said yet, longest due first.

        An effect names an order in which something of theirs is sealed. Whether they are due is
        asked of the log itself, right before it is said.

        Raises:
            StoreUnavailable: The log or the views cannot be reached; what was yielded was noted.
        """
        last: ErasableRow | None = None
        while found := self._views.erasable.due(
            self._clock(), after=last, unsaid=True, limit=_PAGE
        ):
            for row in found:
                now = self._clock()
                if self._is_due(row, now) and self._views.erasable.say(row, now):
                    order_id, late = row.sealed_in[0], now - row.since
                    yield Effect(order_id, RETENTION, row.since, now, late)
            last = found[-1]

    def next_at(self) -> datetime | None:
        """Return when somebody is next to be looked at, as far as the views know."""
        return self._views.erasable.next_after(self._clock())

    def _is_due(self, row: ErasableRow, now: datetime) -> bool:
        try:
            orders = [self._orders.get(one) for one in row.orders]
        except StoreUnavailable:
            raise
        except OrderflowError:
            return False  # What cannot be read keeps what it holds; the view says that it cannot.
        if not any(row.person in one.confided - one.erased for one in orders):
            return False
        found = self._retention.person(row.person, orders, now)
        return found.status == "due" and found.since == row.since
