"""What a ledger keeps, read without believing any of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from orderflow.audit.ledger.merkle import HASH_SIZE
from orderflow.audit.ledger.sqlite.files import resolved
from orderflow.audit.ledger.sqlite.schema import read_key
from orderflow.audit.ledger.store import Span
from orderflow.audit.ledger.tiles import WIDTH, TileId, widths
from orderflow.audit.verifying.finding import FindingKind
from orderflow.audit.verifying.sqlite.health import check_file
from orderflow.audit.verifying.tree import KeptTile
from orderflow.errors import EventLogError, LedgerError
from orderflow.store.sqlite.readonly import file_to_read

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from orderflow.audit.verifying.collected import Findings

_BATCH: Final = 500
_TILE: Final = (
    "SELECT iif(typeof(hashes) = 'blob', hashes, NULL), first_position, last_position"
    " FROM tiles WHERE level = ? AND number = ?"
)
_LARGEST: Final = "SELECT MAX(size) FROM checkpoints WHERE size <= ?"
_LAST_TILE: Final = (
    "SELECT number, length(hashes) FROM tiles WHERE level = 0 ORDER BY number DESC LIMIT 1"
)
_COUNT: Final = "SELECT COUNT(*) FROM tiles WHERE level = 0"
_MISSED: Final = 8
"""How many tiles at the end may be gone before the last checkpoint is not believed at all."""
_TILES: Final = "SELECT level, number FROM tiles ORDER BY level, number"
_NOTES: Final = (
    "SELECT size, iif(typeof(note) = 'blob', note, NULL) FROM checkpoints"
    " WHERE size > ? ORDER BY size LIMIT ?"
)
_BEFORE_ALL: Final = -(2**62)
_AFTER_ALL: Final = 2**62


class KeptLedger:
    """A ledger in a file.

    Attributes:
        name: Name of the file.
        key: Public key of the log, as the ledger was begun with it.
        size: How many events its last checkpoint speaks of, as far as that can be read.
    """

    def __init__(self, path: Path, *, key: str, size: int) -> None:
        """Take a file that `opened` has looked at."""
        self.path, self.name = path, path.name
        self.key, self.size = key, size
        self.file = file_to_read(resolved(path))
        self._widths = widths(size)

    def tile(self, tile: TileId) -> bytes | None:
        """Return the hashes of a tile, as many as the last checkpoint speaks of.

        None if it is missing, cut short or cannot be read; empty if no checkpoint speaks of it.
        """
        wanted = self._wanted(tile) * HASH_SIZE
        if wanted == 0:
            return b""
        row = self._row(tile)
        if row is None or type(row[0]) is not bytes or len(row[0]) < wanted:
            return None
        return row[0][:wanted]

    def leaves(self, number: int) -> KeptTile | None:
        """Return a tile of level 0; None beyond what was hashed."""
        tile = TileId(0, number)
        wanted = self._wanted(tile) * HASH_SIZE
        if wanted == 0:
            return None
        row = self._row(tile)
        if row is None or type(row[0]) is not bytes or len(row[0]) != wanted:
            return KeptTile(b"", None)
        hashes, first, last = row
        known = type(first) is int and type(last) is int
        return KeptTile(hashes, Span(first, last) if known else None)

    def notes(self) -> Iterator[tuple[int, object]]:
        """Iterate over the checkpoints by the size that they are kept under.

        Where the file is damaged so that sizes do not go on, it ends there; the check of the file
        tells why.
        """
        after = _BEFORE_ALL
        while True:
            values = (after, _BATCH)

            def work(cursor: sqlite3.Cursor, values: tuple[int, int] = values) -> list[Any]:
                return cursor.execute(_NOTES, values).fetchall()

            rows = self.file.read(work)
            if not rows:
                return
            yield from rows
            if rows[-1][0] <= after:
                return
            after = rows[-1][0]

    def tiles_besides(self) -> Iterator[TileId]:
        """Iterate over the tiles that no checkpoint speaks of."""
        for level, number in self.file.read(lambda c: c.execute(_TILES).fetchall()):
            # What is no number is told of as damage.
            known = type(level) is int and type(number) is int
            if known and self._wanted(TileId(level, number)) == 0:
                yield TileId(level, number)

    def width(self, number: int) -> int:
        """Return how many hashes a tile of level 0 must have."""
        return self._wanted(TileId(0, number))

    def close(self) -> None:
        """Close every connection."""
        self.file.close()

    def _wanted(self, tile: TileId) -> int:
        """Return how many hashes a tile has in the tree of the last checkpoint."""
        if not 0 <= tile.level < len(self._widths):
            return 0
        width = self._widths[tile.level]
        if tile.number < width.whole:
            return WIDTH
        return width.rest if tile.number == width.whole else 0

    def _row(self, tile: TileId) -> Any:  # noqa: ANN401 - a row, or None
        try:
            return self.file.read(lambda cursor: cursor.execute(_TILE, tile).fetchone())
        except EventLogError:
            return None  # As one that is missing; that the file is damaged was told.


def opened(path: Path, findings: Findings) -> KeptLedger | None:
    """Return the ledger in a file, or tell why it cannot be read.

    Raises:
        StoreUnavailable: It is locked, or not ours to read.
    """
    file = file_to_read(resolved(path))
    try:
        key = file.read(lambda cursor: read_key(cursor, path.name))
        check_file(file, findings, ledger=True)
        size = file.read(lambda cursor: _size(cursor, path.name, findings))
    except (LedgerError, EventLogError) as error:
        findings.add(FindingKind.LEDGER_UNREADABLE, f"{_sentence(error)}.", file=path.name)
        return None
    finally:
        file.close()
    return KeptLedger(path, key=key, size=size)


def _size(cursor: sqlite3.Cursor, name: str, findings: Findings) -> int:
    """Return how many events the last checkpoint speaks of, if the tiles bear it out."""
    (count,) = cursor.execute(_COUNT).fetchone()
    last = cursor.execute(_LAST_TILE).fetchone() or (0, 0)
    (largest,) = cursor.execute(_LARGEST, (_AFTER_ALL,)).fetchone()
    hashed = last[0] * WIDTH + (last[1] or 0) // HASH_SIZE
    if hashed != (largest or 0):
        findings.add(
            FindingKind.LEDGER_INCONSISTENT,
            f"The last checkpoint of the ledger speaks of {largest or 0} events,"
            f" its tiles of {hashed}.",
            place=largest or 0,
            file=name,
        )
    (borne_out,) = cursor.execute(_LARGEST, ((count + _MISSED) * WIDTH,)).fetchone()
    return max(borne_out or 0, 0)


def _sentence(error: Exception) -> str:
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}"
