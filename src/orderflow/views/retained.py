"""How long each order keeps what is sealed of the people in it: for one schedule, and one holder.

A row is a person in an order, and until when that order keeps their data if nothing else comes on
record. A person is due to be erased when every order that they are in has let go. It says nothing
that `orderflow.privacy.due` does not; it says it without reading the whole log.

This view is kept by whoever says in which role the record is kept, for the periods depend on that.
Every process that keeps it must say the same: one that says otherwise builds it anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from orderflow.privacy.people import people_in
from orderflow.views.database import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from orderflow.privacy import Retention
    from orderflow.views.database import Transaction
    from orderflow.views.view import Seen

NAME: Final = "retention"


class KeptOf(NamedTuple):
    """What one order keeps.

    Attributes:
        until: First moment at which it no longer does, by what is on record; None where that
            cannot be told, or never comes.
        people: Everybody in it.
        sealed: Of whom something is sealed in it that was not erased.
    """

    until: datetime | None
    people: frozenset[str]
    sealed: frozenset[str]


class Retained:
    """See `View`."""

    name = NAME
    row_tables = ("retention_1",)
    tables = (
        """CREATE TABLE IF NOT EXISTS retention_1 (
            generation BIGINT NOT NULL,
            person TEXT NOT NULL,
            order_id TEXT NOT NULL,
            until TEXT,
            sealed BIGINT NOT NULL,
            PRIMARY KEY (generation, person, order_id)
        )""",
        "CREATE INDEX IF NOT EXISTS retention_1_order ON retention_1 (generation, order_id)",
        "CREATE INDEX IF NOT EXISTS retention_1_until ON retention_1 (generation, until)",
        """CREATE TABLE IF NOT EXISTS retention_notices_1 (
            person TEXT NOT NULL,
            since TEXT NOT NULL,
            noticed_at TEXT NOT NULL,
            PRIMARY KEY (person, since)
        )""",
    )

    def __init__(self, retention: Retention) -> None:
        """Take what to judge by."""
        self._retention = retention
        self.form = retention.mark

    def computed(self, seen: Seen, upto: int) -> KeptOf:  # noqa: ARG002 - as every view has it
        """See `View.computed`; an order of which something cannot be read keeps everything."""
        order = seen.order
        until = None if seen.fault is not None else self._retention.ending(order)
        return KeptOf(until, people_in(order), order.confided - order.erased)

    def put(
        self,
        rows: Transaction,
        generation: int,
        orders: Sequence[tuple[Seen, KeptOf]],
        upto: int,  # noqa: ARG002 - as every view has it
    ) -> None:
        """See `View.put`."""
        for seen, kept in orders:
            order_id = str(seen.order_id)
            rows.execute(
                "DELETE FROM retention_1 WHERE generation = ? AND order_id = ?",
                generation,
                order_id,
            )
            rows.many(
                "INSERT INTO retention_1 VALUES (?, ?, ?, ?, ?)",
                [
                    (generation, person, order_id, text_of(kept.until), int(person in kept.sealed))
                    for person in sorted(kept.people)
                ],
            )
