"""What is asked of a view; what is left out is not asked for."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from orderflow.order.values import State
from orderflow.views.database import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

Clause = tuple[str, tuple[object, ...]]
"""A condition with a `?` for each value, and the values."""


class OrdersWanted(NamedTuple):
    """Which orders of the register.

    Attributes:
        state: By the record.
        regime: Id of the regime.
        office: Court or authority that has the case.
        case_reference: Reference of the case.
        person: A pseudonym, as whatever that person stands in it.
        reliable: Whether all of it could be read.
        ending_before: Its last period in force ends before this moment.
    """

    state: State | None = None
    regime: str | None = None
    office: str | None = None
    case_reference: str | None = None
    person: str | None = None
    reliable: bool | None = None
    ending_before: datetime | None = None

    def clauses(self) -> Iterator[Clause]:
        """Yield the conditions."""
        named = (
            "order_id IN (SELECT order_id FROM register_persons_1 AS named WHERE"
            " named.generation = register_1.generation AND named.person = ?)"
        )
        yield from _given(
            ("state = ?", self.state),
            ("regime = ?", self.regime),
            ("office = ?", self.office),
            ("case_reference = ?", self.case_reference),
            (named, self.person),
            ("reliable = ?", None if self.reliable is None else int(self.reliable)),
            ("in_force_until < ?", text_of(self.ending_before)),
        )


class DueWanted(NamedTuple):
    """Which of what is due.

    Attributes:
        by: Due at this moment or earlier.
        status: Stands so; None takes all.
        kind: Of this kind.
        order_id: Of this order.
        for_the_clock: Whether the clock is to act on it.
        counted_at: May be running or exceeded when it is counted at this moment.
    """

    by: datetime | None = None
    status: str | None = "open"
    kind: str | None = None
    order_id: UUID | None = None
    for_the_clock: bool | None = None
    counted_at: datetime | None = None

    def clauses(self) -> Iterator[Clause]:
        """Yield the conditions."""
        yield from _given(
            ("due_at <= ?", text_of(self.by)),
            ("status = ?", self.status),
            ("kind = ?", self.kind),
            ("order_id = ?", None if self.order_id is None else str(self.order_id)),
            ("clock = ?", None if self.for_the_clock is None else int(self.for_the_clock)),
            # What was settled in time, or fell away, had been running only before it was due.
            ("(status IN ('open', 'exceeded') OR due_at >= ?)", text_of(self.counted_at)),
        )


EVERY_ORDER: Final = OrdersWanted()
ALL_OPEN: Final = DueWanted()


def _given(*wanted: tuple[str, object]) -> Iterator[Clause]:
    return ((clause, (value,)) for clause, value in wanted if value is not None)
