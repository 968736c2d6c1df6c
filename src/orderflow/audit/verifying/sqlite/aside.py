"""Orders that were put aside: in a nameless database of this process, which goes with it.

SQLite keeps it in memory up to a few megabytes, and the rest in a file that nobody else can open.
"""

from __future__ import annotations

import pickle
import sqlite3
from typing import Any, Final

_MEMORY: Final = "PRAGMA cache_size = -4096"
_TABLE: Final = "CREATE TABLE aside (stream TEXT NOT NULL PRIMARY KEY, held BLOB) WITHOUT ROWID"


class Aside:
    """What was put aside, by stream."""

    def __init__(self) -> None:
        """Begin with nothing; no database is made before something is put aside."""
        self._connection: sqlite3.Connection | None = None

    def put(self, orders: dict[str, Any]) -> None:
        """Put orders aside, each in place of what was put aside of it before."""
        if not orders:
            return
        if self._connection is None:
            self._connection = sqlite3.connect("", isolation_level=None)
            for statement in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", _MEMORY):
                self._connection.execute(statement)
            self._connection.execute(_TABLE)
        rows = ((stream, pickle.dumps(held, 5)) for stream, held in orders.items())
        self._connection.execute("BEGIN")
        self._connection.executemany("REPLACE INTO aside VALUES (?, ?)", rows)
        self._connection.execute("COMMIT")

    def take(self, stream: str) -> Any:  # noqa: ANN401 - what was put
        """Return what was put aside of an order; None if it never was."""
        if self._connection is None:
            return None
        found = self._connection.execute("SELECT held FROM aside WHERE stream = ?", (stream,))
        row = found.fetchone()
        # Nobody but this process could write it.
        return None if row is None else pickle.loads(row[0])  # noqa: S301

    def close(self) -> None:
        """Throw everything away."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
