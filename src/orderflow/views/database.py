"""What a database must do for views: rows and their checkpoint in one transaction.

Statements are written once, in the SQL that SQLite and PostgreSQL share, with `?` for each value.
Moments are kept as text in UTC that sorts as time does.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

T = TypeVar("T")

Row = tuple[Any, ...]

_FORM: Final = "%Y-%m-%dT%H:%M:%S.%fZ"


class Transaction(Protocol):
    """Statements that all count or none; valid until the work that it was given to returns."""

    def execute(self, statement: str, *values: object) -> int:
        """Run a statement and return how many rows it changed."""

    def many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Run a statement once for each row of values."""

    def rows(self, statement: str, *values: object) -> list[Row]:
        """Return what a query finds."""


class ViewDatabase(Protocol):
    """Where views are kept."""

    def read(self, work: Callable[[Transaction], T]) -> T:
        """Return the result of work that changes nothing, on one unchanging view of the rows.

        Raises:
            StoreUnavailable: It cannot be reached.
        """

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Return the result of work once all that it wrote is kept, or keep nothing.

        Raises:
            StoreUnavailable: It cannot be reached; nothing was kept.
        """

    def make(self, statements: Iterable[str]) -> None:
        """Run statements that make tables and indexes where these are not there yet.

        Raises:
            StoreUnavailable: It cannot be reached, or we may not make them.
        """

    def close(self) -> None:
        """Close every connection."""


def text_of(moment: datetime | None) -> str | None:
    """Return a moment as it is kept."""
    return None if moment is None else moment.astimezone(UTC).strftime(_FORM)


def moment_of(text: str | None) -> datetime | None:
    """Return the moment that was kept."""
    return None if text is None else datetime.strptime(text, _FORM).replace(tzinfo=UTC)
