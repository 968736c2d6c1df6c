"""What a view is: rows that follow from the histories of orders, and from nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from orderflow.audit.log import Laws, events_of
from orderflow.order import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from orderflow.order import ProtectionOrder
    from orderflow.store.envelope import RecordedEvent
    from orderflow.store.follower import Fault, Known
    from orderflow.views.database import Transaction


@dataclass(frozen=True)
class Seen:
    """One order as far as a view has followed the log.

    Attributes:
        known: What can be read of it.
        laws: The regimes there are.
    """

    known: Known
    laws: Laws

    @property
    def order_id(self) -> UUID:
        """The order."""
        return self.known.order_id

    @property
    def history(self) -> tuple[RecordedEvent, ...]:
        """Its events, from the first on."""
        return self.known.history

    @property
    def fault(self) -> Fault | None:
        """What is wrong with it, if anything is."""
        return self.known.fault

    @cached_property
    def order(self) -> ProtectionOrder:
        """The order, with its regime where that is at hand."""
        return self.laws.attached(fold(self.order_id, events_of(self.history)))


class View(Protocol):
    """A read model.

    What it writes for an order is a function of that order's history alone: so a view that was
    built from nothing equals one that was kept up to date, whatever the pages it was fed in.
    """

    @property
    def name(self) -> str:
        """Its name; also the first word of its tables."""

    @property
    def form(self) -> int:
        """Version of its tables and rows; another one is built anew."""

    @property
    def tables(self) -> tuple[str, ...]:
        """Statements that make its tables and indexes, if they are not there."""

    @property
    def row_tables(self) -> tuple[str, ...]:
        """Names of its tables; each has a column `generation`."""

    def computed(self, seen: Seen, upto: int) -> Any:  # noqa: ANN401 - what `put` takes
        """Return what follows for an order; writes nothing.

        Args:
            seen: The order. With an empty history it cannot be read, and this never fails.
            upto: Position up to which the log has been read.
        """

    def put(
        self, rows: Transaction, generation: int, orders: Sequence[tuple[Seen, Any]], upto: int
    ) -> None:
        """Write what follows for these orders, in place of what was there.

        Args:
            rows: The transaction, which also moves the checkpoint.
            generation: The generation to write.
            orders: Orders of which something new was read, each with what was computed for it.
            upto: Position up to which the log has been read.
        """
