"""A ledger in an SQLite file of its own; satisfies `LedgerStore`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar

from orderflow.audit.ledger.merkle import HASH_SIZE
from orderflow.audit.ledger.sqlite.files import existing, is_marked, made
from orderflow.audit.ledger.sqlite.schema import (
    APPLICATION_ID,
    begun_already,
    create,
    no_ledger,
    read_key,
    require_ours,
)
from orderflow.audit.ledger.store import LedgerPages, Span
from orderflow.audit.ledger.tiles import WIDTH, TileId
from orderflow.errors import LedgerDamaged, LedgerError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from orderflow.audit.ledger.keys import VerifierKey

T = TypeVar("T")


class SQLiteLedger:
    """The ledger in one file."""

    def __init__(self, path: Path) -> None:
        """Open a ledger that was begun.

        Raises:
            LedgerError: It was not, it is of a newer version, or not as we make them.
            EventLogError: It is damaged, locked, or cannot be read.
        """
        if not path.exists():
            msg = f"there is no ledger '{path.name}'; begin one"
            raise LedgerError(msg)
        if not is_marked(path, APPLICATION_ID):
            raise no_ledger(path.name)
        self._file = existing(path)
        try:
            self.key = self._file.read(lambda cursor: read_key(cursor, path.name))
            self._file.read(lambda cursor: require_ours(cursor, path.name))
        except BaseException:
            self._file.close()
            raise

    @classmethod
    def begin(cls, path: Path, key: VerifierKey) -> Self:
        """Make a new ledger, which will sign with the private key to `key` and no other.

        Raises:
            LedgerError: There is something at `path` already.
            EventLogError: It cannot be made, or what is there is no database.
        """
        if path.is_symlink():
            raise begun_already(path.name)
        file = made(path)
        try:
            if not is_marked(path, None):
                raise begun_already(path.name)
            file.write(lambda cursor: create(cursor, str(key), path.name))
        finally:
            file.close()
        return cls(path)

    def read(self, work: Callable[[LedgerPages], T]) -> T:
        """See `LedgerStore.read`."""
        return self._file.read(lambda cursor: work(_Pages(cursor)))

    def write(self, work: Callable[[LedgerPages], T]) -> T:
        """See `LedgerStore.write`."""
        return self._file.write(lambda cursor: work(_Pages(cursor)))

    def close(self) -> None:
        """Close every connection."""
        self._file.close()


class _Pages:
    """See `LedgerPages`."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor

    def size(self) -> int:
        row = self._one(
            "SELECT number, length(hashes) FROM tiles WHERE level = 0 ORDER BY number DESC LIMIT 1"
        )
        if row is None:
            return 0
        if not all(isinstance(one, int) for one in row):
            raise _no_tile()
        return int(row[0]) * WIDTH + int(row[1]) // HASH_SIZE

    def tile(self, tile: TileId) -> bytes | None:
        row = self._one("SELECT hashes FROM tiles WHERE level = ? AND number = ?", *tile)
        # What SQLite returns need not be what the table was declared with.
        if row is not None and not isinstance(row[0], bytes):
            raise _no_tile()
        return None if row is None else row[0]

    def span(self, number: int) -> Span | None:
        row = self._one(
            "SELECT first_position, last_position FROM tiles WHERE level = 0 AND number = ?"
            " AND first_position IS NOT NULL AND last_position IS NOT NULL",
            number,
        )
        if row is not None and not all(isinstance(one, int) for one in row):
            raise _no_tile()
        return None if row is None else Span(*row)

    def tile_at(self, position: int) -> int | None:
        row = self._one(
            "SELECT number FROM tiles WHERE first_position <= ?"
            " ORDER BY first_position DESC LIMIT 1",
            position,
        )
        if row is not None and not isinstance(row[0], int):
            raise _no_tile()
        return None if row is None else row[0]

    def put_tile(self, tile: TileId, hashes: bytes, span: Span | None) -> None:
        first, last = (None, None) if span is None else span
        self._cursor.execute(
            "INSERT INTO tiles VALUES (?, ?, ?, ?, ?) ON CONFLICT (level, number) DO UPDATE"
            " SET hashes = excluded.hashes, last_position = excluded.last_position",
            (*tile, hashes, first, last),
        )

    def checkpoint(self, size: int | None = None) -> bytes | None:
        if size is None:
            row = self._one("SELECT note FROM checkpoints ORDER BY size DESC LIMIT 1")
        else:
            row = self._one("SELECT note FROM checkpoints WHERE size = ?", size)
        if row is not None and not isinstance(row[0], bytes):
            msg = "the ledger keeps a checkpoint that is no note"
            raise LedgerDamaged(msg)
        return None if row is None else row[0]

    def last_size(self) -> int | None:
        row = self._one("SELECT size FROM checkpoints ORDER BY size DESC LIMIT 1")
        return None if row is None else row[0]

    def put_checkpoint(self, size: int, note: bytes) -> None:
        self._cursor.execute(
            "INSERT INTO checkpoints VALUES (?, ?)"
            " ON CONFLICT (size) DO UPDATE SET note = excluded.note",
            (size, note),
        )

    def _one(self, statement: str, *values: int) -> Any:  # noqa: ANN401 - a row
        return self._cursor.execute(statement, values).fetchone()


def _no_tile() -> LedgerDamaged:
    return LedgerDamaged("the ledger keeps a tile that is not stored as tiles are")
