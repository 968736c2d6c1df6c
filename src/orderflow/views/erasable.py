"""Whose data are to be erased, since when, and of whom that was said already.

That it was said is kept beside the view, and not in the log: when somebody is due follows from all
orders that they are in, and would tell whoever reads one of them of the others (N5).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID

from orderflow.views.database import moment_of, text_of
from orderflow.views.retained import NAME
from orderflow.views.rows import ErasableRow

if TYPE_CHECKING:
    from datetime import datetime

    from orderflow.views.database import Row, Transaction, ViewDatabase

_SERVING: Final = "(SELECT generation FROM view_generations WHERE view = ? AND serving = 1)"
_DUE: Final = f"""
    SELECT found.person, found.since, said.noticed_at FROM (
        SELECT person, MAX(until) AS since FROM retention_1
        WHERE generation = {_SERVING} AND person IN (
            SELECT person FROM retention_1
            WHERE generation = {_SERVING} AND sealed = 1 AND until <= ?
        )
        GROUP BY person HAVING COUNT(*) = COUNT(until)
    ) AS found
    LEFT JOIN retention_notices_1 AS said
        ON said.person = found.person AND said.since = found.since
    WHERE found.since <= ? AND (found.since, found.person) > (?, ?)
"""  # noqa: S608 - no input
_ORDERS: Final = f"""
    SELECT order_id, sealed FROM retention_1
    WHERE generation = {_SERVING} AND person = ? ORDER BY order_id
"""  # noqa: S608 - no input
_NEXT: Final = f"SELECT MIN(until) FROM retention_1 WHERE generation = {_SERVING} AND until > ?"  # noqa: S608 - no input
_NOTICE: Final = "INSERT INTO retention_notices_1 VALUES (?, ?, ?) ON CONFLICT DO NOTHING"


class Erasable:
    """Reads the view of what is kept, and notes of whom it was said that they are due."""

    def __init__(self, database: ViewDatabase) -> None:
        """Take where the view is kept."""
        self._database = database

    def due(
        self,
        by: datetime,
        *,
        after: ErasableRow | None = None,
        unsaid: bool = False,
        limit: int = 50,
    ) -> tuple[ErasableRow, ...]:
        """Return whose data are to be erased at a moment, who has been due longest first.

        Args:
            by: Due at this moment or earlier, with a time zone.
            after: The last row of the page before.
            unsaid: Only those of whom it was not said yet that they are due since then.
            limit: At most so many.
        """
        also = " AND said.noticed_at IS NULL" if unsaid else ""
        place = ("", "") if after is None else (text_of(after.since), after.person)
        moment = text_of(by)

        def work(rows: Transaction) -> tuple[ErasableRow, ...]:
            found = rows.rows(
                f"{_DUE}{also} ORDER BY found.since, found.person LIMIT ?",
                *(NAME, NAME, moment, moment, *place, limit),
            )
            return tuple(_row(one, rows.rows(_ORDERS, NAME, one[0])) for one in found)

        return self._database.read(work)

    def next_after(self, moment: datetime) -> datetime | None:
        """Return the first moment after this one at which an order lets go of somebody."""
        found = self._database.read(lambda rows: rows.rows(_NEXT, NAME, text_of(moment)))
        return moment_of(found[0][0])

    def say(self, row: ErasableRow, at: datetime) -> bool:
        """Note that it was said of somebody that they are due; False if it was before.

        However many do so at once, one of them is told True.
        """
        values = (row.person, text_of(row.since), text_of(at))
        return self._database.write(lambda rows: rows.execute(_NOTICE, *values)) == 1


def _row(found: Row, orders: list[Row]) -> ErasableRow:
    person, since, noticed_at = found
    return ErasableRow.model_validate(
        {
            "person": person,
            "since": moment_of(since),
            "noticed_at": moment_of(noticed_at),
            "orders": tuple(UUID(order_id) for order_id, _ in orders),
            "sealed_in": tuple(UUID(order_id) for order_id, sealed in orders if sealed),
        }
    )
