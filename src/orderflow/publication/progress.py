"""How far each stream elsewhere has been filled, kept where the outbox is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from orderflow.views.database import ViewDatabase

_TABLE: Final = """CREATE TABLE IF NOT EXISTS publication_progress (
    target TEXT NOT NULL PRIMARY KEY,
    sequence BIGINT NOT NULL
)"""


class Progress:
    """The number up to which each stream has acknowledged what was published to it."""

    def __init__(self, database: ViewDatabase) -> None:
        """Take where it is kept; made if it is not there."""
        self._database = database
        database.make((_TABLE,))

    def reached(self, target: str) -> int:
        """Return how far a stream has been filled; 0 if not at all."""
        found = self._database.read(
            lambda rows: rows.rows(
                "SELECT sequence FROM publication_progress WHERE target = ?", target
            )
        )
        return int(found[0][0]) if found else 0

    def keep(self, target: str, sequence: int) -> None:
        """Keep how far a stream has been filled."""
        self._database.write(
            lambda rows: rows.execute(
                "INSERT INTO publication_progress VALUES (?, ?)"
                " ON CONFLICT (target) DO UPDATE SET sequence = excluded.sequence",
                target,
                sequence,
            )
        )
