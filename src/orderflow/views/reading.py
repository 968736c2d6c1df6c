"""Reads the views: searches whose pages stay where they are while rows come and go.

Each question is one statement, so that it sees one generation and one checkpoint, whoever swaps or
moves them meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar
from uuid import UUID

from orderflow.views.database import moment_of, text_of
from orderflow.views.rows import DueRow, HistoryRow, RegisterRow
from orderflow.views.wanted import ALL_OPEN, EVERY_ORDER, Clause, DueWanted, OrdersWanted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from orderflow.views.database import ViewDatabase

R = TypeVar("R")

MOST: Final = 500
"""Rows of a page at most."""

_SERVING: Final = (
    "generation = (SELECT generation FROM view_generations"
    " WHERE view = ? AND form = 1 AND serving = 1)"
)


class Page(NamedTuple, Generic[R]):
    """Some rows, and where the next begin.

    Attributes:
        rows: The rows.
        after: What to hand in for the rows after these; None when there are none.
    """

    rows: tuple[R, ...]
    after: str | None


class DuePlace(NamedTuple):
    """Where a row is among all that is due.

    Attributes:
        due_at: Its moment.
        order_id: Its order.
        number: Which of the rows of that order.
    """

    due_at: datetime
    order_id: UUID
    number: int

    def __str__(self) -> str:
        """Return what to hand in for the rows after it."""
        return f"{text_of(self.due_at)}/{self.order_id}/{self.number}"


class ViewReader:
    """Answers from the views of one log."""

    def __init__(self, database: ViewDatabase) -> None:
        """Take where they are kept."""
        self._database = database

    def order(self, order_id: UUID) -> RegisterRow | None:
        """Return the row of an order, or None where the view has not seen it."""
        found = self._rows(
            f"SELECT content FROM register_1 WHERE {_SERVING} AND order_id = ?",  # noqa: S608
            "register",
            str(order_id),
        )
        return RegisterRow.model_validate_json(found[0][0]) if found else None

    def search(
        self, wanted: OrdersWanted = EVERY_ORDER, *, after: str | None = None, limit: int = 50
    ) -> Page[RegisterRow]:
        """Return orders in the order in which they were requested.

        Args:
            wanted: Which orders; by default all of them.
            after: `Page.after` of the page before.
            limit: At most so many, 1 to 500.

        Raises:
            ValueError: `limit` or `after` is none of ours.
        """
        clauses = [*wanted.clauses()]
        if after is not None:
            clauses.append(("position > ?", (_number(after),)))
        statement = (
            f"SELECT position, content FROM register_1 WHERE {_SERVING}{_also(clauses)}"  # noqa: S608
            " ORDER BY position, order_id LIMIT ?"
        )
        size = _size(limit)
        found = self._rows(statement, "register", *_values(clauses), size + 1)
        rows = tuple(RegisterRow.model_validate_json(row[1]) for row in found[:size])
        return Page(rows, str(found[size - 1][0]) if len(found) > size else None)

    def due(
        self, wanted: DueWanted = ALL_OPEN, *, after: str | None = None, limit: int = 50
    ) -> Page[DueRow]:
        """Return what is due, the earliest first; what has no moment is left out.

        Args:
            wanted: Which of it; by default all that is open.
            after: `Page.after` of the page before.
            limit: At most so many, 1 to 500.

        Raises:
            ValueError: `limit` or `after` is none of ours.
        """
        size = _size(limit)
        found = self._due(wanted, after, size + 1)
        rows = tuple(DueRow.model_validate_json(row[3]) for row in found[:size])
        more = len(found) > size
        return Page(rows, "/".join(map(str, found[size - 1][:3])) if more else None)

    def each_due(
        self, wanted: DueWanted = ALL_OPEN, *, after: DuePlace | None = None
    ) -> Iterator[tuple[DuePlace, DueRow]]:
        """Iterate over what is due, each with its place; a page is read when it is needed.

        Args:
            wanted: Which of it; by default all that is open.
            after: A place that was yielded; begins behind it.
        """
        place = None if after is None else str(after)
        while found := self._due(wanted, place, MOST):
            for due_at, order_id, number, content in found:
                moment = moment_of(due_at)
                assert moment is not None  # noqa: S101 - the statement leaves out what has none
                yield (
                    DuePlace(moment, UUID(order_id), number),
                    DueRow.model_validate_json(content),
                )
            place = "/".join(map(str, found[-1][:3]))

    def _due(self, wanted: DueWanted, after: str | None, limit: int) -> list[tuple[Any, ...]]:
        clauses = [("due_at IS NOT NULL", ()), *wanted.clauses()]
        if after is not None:
            clauses.append(("(due_at, order_id, number) > (?, ?, ?)", _place(after)))
        return self._rows(
            "SELECT due_at, order_id, number, content FROM due_1"  # noqa: S608
            f" WHERE {_SERVING}{_also(clauses)} ORDER BY due_at, order_id, number LIMIT ?",
            "due",
            *_values(clauses),
            limit,
        )

    def history(
        self, *, order_id: UUID | None = None, after: str | None = None, limit: int = 50
    ) -> Page[HistoryRow]:
        """Return what happened, in the order in which it was recorded.

        Args:
            order_id: Only to this order.
            after: `Page.after` of the page before.
            limit: At most so many, 1 to 500.

        Raises:
            ValueError: `limit` or `after` is none of ours.
        """
        clauses: list[Clause] = [] if order_id is None else [("order_id = ?", (str(order_id),))]
        if after is not None:
            clauses.append(("position > ?", (_number(after),)))
        size = _size(limit)
        found = self._rows(
            f"SELECT position, content FROM history_1 WHERE {_SERVING}{_also(clauses)}"  # noqa: S608
            " ORDER BY position LIMIT ?",
            "history",
            *_values(clauses),
            size + 1,
        )
        rows = tuple(HistoryRow.model_validate_json(row[1]) for row in found[:size])
        return Page(rows, str(found[size - 1][0]) if len(found) > size else None)

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return self._database.read(lambda rows: rows.rows(statement, *values))


def _also(clauses: list[Clause]) -> str:
    return "".join(f" AND {clause}" for clause, _ in clauses)


def _values(clauses: list[Clause]) -> list[object]:
    return [value for _, values in clauses for value in values]


def _size(limit: int) -> int:
    if not 1 <= limit <= MOST:
        msg = f"a page has 1 to {MOST} rows"
        raise ValueError(msg)
    return limit


def _number(after: str) -> int:
    if not after.isdecimal() or not after.isascii():
        msg = "after is no place that a page gave"
        raise ValueError(msg)
    return int(after)


def _place(after: str) -> tuple[str, str, int]:
    parts = after.split("/")
    try:
        moment, order_id, number = parts
        return moment, str(UUID(order_id)), int(number)
    except ValueError:
        msg = "after is no place that a page gave"
        raise ValueError(msg) from None
