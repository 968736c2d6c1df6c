"""What a witness cosigned last, in an SQLite file of the witness."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

from orderflow.audit.ledger.sqlite.files import existing, is_marked, made
from orderflow.errors import LedgerError
from orderflow.store.sqlite.belonging import what_is_not_ours
from orderflow.store.sqlite.logfile import closed_on_failure

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

APPLICATION_ID: Final = int.from_bytes(b"ordw", "big")

_TABLE: Final = "CREATE TABLE cosigned (origin TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL)"
_LAST: Final = "SELECT text FROM cosigned WHERE origin = ?"
_REPLACE: Final = (
    "INSERT INTO cosigned VALUES (?, ?) ON CONFLICT (origin) DO UPDATE SET text = excluded.text"
)


class SQLiteMemory:
    """The memory of a witness in one file; satisfies `WitnessMemory`."""

    def __init__(self, path: Path) -> None:
        """Open a memory that was begun.

        Raises:
            LedgerError: It was not. A witness that forgot what it cosigned must not go on.
            EventLogError: It is damaged, locked, or cannot be read.
        """
        if not path.exists():
            msg = f"the witness has no memory '{path.name}'; begin one"
            raise LedgerError(msg)
        if not is_marked(path, APPLICATION_ID):
            raise _no_memory(path.name)
        self._file = existing(path)
        with closed_on_failure(self._file):
            if self._file.read(lambda cursor: what_is_not_ours(cursor, (_TABLE,))) is not None:
                raise _no_memory(path.name)

    @classmethod
    def begin(cls, path: Path) -> Self:
        """Make the memory of a witness that has cosigned nothing yet.

        Raises:
            LedgerError: There is something at `path` already.
        """
        if path.exists() or path.is_symlink():
            msg = f"'{path.name}' is there already; a witness begins once"
            raise LedgerError(msg)

        def work(cursor: sqlite3.Cursor) -> None:
            cursor.execute(_TABLE)
            cursor.execute(f"PRAGMA application_id = {APPLICATION_ID}")

        file = made(path)
        try:
            file.write(work)
        finally:
            file.close()
        return cls(path)

    def replace(self, origin: str, work: Callable[[str | None], str]) -> None:
        """See `WitnessMemory.replace`."""

        def within(cursor: sqlite3.Cursor) -> None:
            row = cursor.execute(_LAST, (origin,)).fetchone()
            cursor.execute(_REPLACE, (origin, work(None if row is None else str(row[0]))))

        self._file.write(within)

    def close(self) -> None:
        """Close every connection."""
        self._file.close()


def _no_memory(name: str) -> LedgerError:
    return LedgerError(f"'{name}' is not the memory of a witness")
