"""A tree as its stored tiles tell it: the root at any size, and the hashes of any proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.audit.ledger.merkle import EMPTY_ROOT, HASH_SIZE, node_hash
from orderflow.audit.ledger.proving import consistency_ranges, inclusion_ranges, split
from orderflow.audit.ledger.tiles import HEIGHT, WIDTH, TileId, hashes_in, whole_root, widths
from orderflow.errors import LedgerDamaged

if TYPE_CHECKING:
    from collections.abc import Callable


class StoredTree:
    """Reads each tile once, when it is first needed, and at most a few for one proof."""

    def __init__(self, read: Callable[[TileId], bytes | None]) -> None:
        """Take the function that reads a stored tile; it returns None where there is none."""
        self._read = read
        self._tiles: dict[TileId, bytes] = {}

    def root(self, size: int) -> bytes:
        """Return the root over the first `size` leaves.

        Raises:
            LedgerDamaged: A tile is missing or too short.
        """
        return self._hash(0, size) if size else EMPTY_ROOT

    def leaf(self, index: int) -> bytes:
        """Return the hash of a leaf.

        Raises:
            LedgerDamaged: Its tile is missing or too short.
        """
        return self._hash(index, index + 1)

    def part(self, start: int, end: int) -> bytes:
        """Return the root over the leaves from `start` up to and not including `end`.

        Raises:
            LedgerDamaged: A tile is missing or too short.
        """
        return self._hash(start, end)

    def inclusion(self, index: int, size: int) -> list[bytes]:
        """Return the proof that a leaf is among the first `size`.

        Raises:
            ValueError: It is not.
            LedgerDamaged: A tile is missing or too short.
        """
        return [self._hash(*one) for one in inclusion_ranges(index, size)]

    def consistency(self, old_size: int, new_size: int) -> list[bytes]:
        """Return the proof that the first `new_size` leaves extend the first `old_size`.

        Raises:
            ValueError: The older tree is the larger one.
            LedgerDamaged: A tile is missing or too short.
        """
        return [self._hash(*one) for one in consistency_ranges(old_size, new_size)]

    def edge(self, size: int) -> list[list[bytes]]:
        """Return the hashes of the partial tile of each level of the tree of `size` leaves.

        Raises:
            LedgerDamaged: A tile is missing or too short.
        """
        return [
            hashes_in(self._tile(TileId(level, width.whole), width.rest)) if width.rest else []
            for level, width in enumerate(widths(size))
        ]

    def _hash(self, start: int, end: int) -> bytes:
        width = end - start
        if width & (width - 1) == 0:
            return self._whole(start, width)
        middle = start + split(width)
        return node_hash(self._hash(start, middle), self._hash(middle, end))

    def _whole(self, start: int, width: int) -> bytes:
        """Return the root of a whole subtree; `start` is a multiple of `width`."""
        level = (width.bit_length() - 1) // HEIGHT
        number, first = divmod(start // WIDTH**level, WIDTH)
        last = first + width // WIDTH**level
        tile = self._tile(TileId(level, number), last)
        return whole_root(hashes_in(tile[first * HASH_SIZE :]))

    def _tile(self, tile: TileId, wanted: int) -> bytes:
        """Return the first `wanted` hashes of a tile."""
        if tile not in self._tiles:
            self._tiles[tile] = self._read(tile) or b""
        found = self._tiles[tile][: wanted * HASH_SIZE]
        if len(found) < wanted * HASH_SIZE:
            msg = f"the ledger lacks {tile.path()} or a part of it"
            raise LedgerDamaged(msg)
        return found
