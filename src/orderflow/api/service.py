"""Everything that the work on a request may need: one per service."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from orderflow.api.current import CurrentViews
from orderflow.api.followers import Followers
from orderflow.api.index.following import OrderIndex
from orderflow.api.metrics import Metrics
from orderflow.api.rates import Rates
from orderflow.api.tracing import NoTracing

if TYPE_CHECKING:
    from orderflow.api.accesses.log import AccessLog
    from orderflow.api.settings import Settings
    from orderflow.api.tokens import Tokens
    from orderflow.api.tracing import Tracing
    from orderflow.audit.ledger.source import LogSource
    from orderflow.audit.ledger.store import LedgerStore
    from orderflow.store import ProtectionOrders


class LedgerOfLog(NamedTuple):
    """The ledger that was begun for the log, and the log as the ledger reads it."""

    store: LedgerStore
    source: LogSource


class Service:
    """A log, who may ask about it, and where it is written down that they did.

    Attributes:
        draining: Whether the service is about to stop: what runs is finished, what is new goes
            to another instance.
    """

    def __init__(
        self,
        orders: ProtectionOrders,
        tokens: Tokens,
        accesses: AccessLog,
        settings: Settings,
        *,
        ledger: LedgerOfLog | None = None,
        metrics: Metrics | None = None,
        tracing: Tracing | None = None,
    ) -> None:
        """Take the parts; nothing is read yet."""
        self.orders = orders
        self.tokens = tokens
        self.accesses = accesses
        self.settings = settings
        self.ledger = ledger
        self.metrics = metrics or Metrics()
        self.tracing: Tracing = tracing or NoTracing()
        self.index = OrderIndex(orders)
        limits = settings.limits
        self.views = CurrentViews(orders, max(1, limits.threads // 2))
        self.rates = Rates(limits.requests_per_second, limits.burst)
        self.strangers = Rates(limits.strangers_per_second, limits.burst)
        self.draining = False
        self.followers = Followers(orders, limits, lambda: self.draining)
        self.metrics.followers.set_function(lambda: self.followers.count)
        self.metrics.position.set_function(lambda: self.index.position)
        self.metrics.unreadable.set_function(lambda: len(self.index.unreadable) + self.index.strays)

    def close(self) -> None:
        """Be about to stop, and close what the service opened; log and ledger stay open."""
        self.draining = True
        self.followers.close()
        self.views.close()
        self.accesses.close()
