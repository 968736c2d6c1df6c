"""Tiles of 256 hashes (C2SP tlog-tiles): how the inner hashes of a tree are kept.

Level 0 holds the hashes of leaves. A hash at a higher level is the root of one whole tile below. A
tile that is not yet whole is partial, and the start of the whole one that it becomes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from orderflow.audit.ledger.merkle import EMPTY_ROOT, HASH_SIZE, node_hash

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

HEIGHT: Final = 8
WIDTH: Final = 1 << HEIGHT
WHOLE: Final = WIDTH * HASH_SIZE
"""Size of a whole tile in bytes."""


class TileId(NamedTuple):
    """Which tile.

    Attributes:
        level: 0 for hashes of leaves, 1 for roots of whole tiles of level 0, and so on.
        number: Place within the level, from 0.
    """

    level: int
    number: int

    def path(self, width: int = WIDTH) -> str:
        """Return the address of the tile below that of its log, as C2SP writes it.

        Args:
            width: Number of hashes; fewer than 256 for a partial tile.
        """
        number = f"{self.number % 1000:03d}"
        for rest in _thousands(self.number // 1000):
            number = f"x{rest:03d}/{number}"
        partial = "" if width == WIDTH else f".p/{width}"
        return f"tile/{self.level}/{number}{partial}"


class Width(NamedTuple):
    """How many tiles a level has.

    Attributes:
        whole: Number of whole tiles.
        rest: Number of hashes in the partial tile after them; 0 if there is none.
    """

    whole: int
    rest: int


def widths(size: int) -> list[Width]:
    """Return how many tiles each level of a tree of `size` leaves has, from level 0 up."""
    found = []
    while size:
        found.append(Width(*divmod(size, WIDTH)))
        size //= WIDTH
    return found


def hashes_in(tile: bytes) -> list[bytes]:
    """Return the hashes of a tile."""
    return [tile[at : at + HASH_SIZE] for at in range(0, len(tile), HASH_SIZE)]


def whole_root(hashes: list[bytes]) -> bytes:
    """Return the root over a number of hashes that is a power of two."""
    while len(hashes) > 1:
        hashes = [node_hash(hashes[at], hashes[at + 1]) for at in range(0, len(hashes), 2)]
    return hashes[0]


def edge_root(partial: Iterable[list[bytes]]) -> bytes:
    """Return the root of a tree from its partial tiles alone, from level 0 up."""
    found = None
    for hashes in partial:
        for whole in _whole_subtrees(hashes):
            found = whole if found is None else node_hash(whole, found)
    return EMPTY_ROOT if found is None else found


def _whole_subtrees(hashes: list[bytes]) -> Iterator[bytes]:
    """Iterate over the roots of the whole subtrees that a partial tile consists of, from right."""
    end = len(hashes)
    while end:
        width = end & -end
        yield whole_root(hashes[end - width : end])
        end -= width


def _thousands(number: int) -> Iterator[int]:
    while number:
        yield number % 1000
        number //= 1000


class TileBuilder:
    """Grows a tree and hands out its tiles; keeps only those that are still partial."""

    def __init__(
        self, put: Callable[[TileId, bytes], None], size: int, edge: list[list[bytes]]
    ) -> None:
        """Take up a tree where it was left.

        Args:
            put: Told of each tile that became whole, and at `flush` of each partial one.
            size: Number of leaves so far.
            edge: The hashes of the partial tile of each level, from level 0 up; empty lists where
                a level has none.
        """
        self.size = size
        self._before = size
        self._put = put
        self._edge = edge or [[]]

    def append(self, leaf: bytes) -> None:
        """Add a leaf, by its hash."""
        hashes = self._edge[0]
        hashes.append(leaf)
        if len(hashes) == WIDTH:
            self._whole(0)
        self.size += 1

    def flush(self) -> None:
        """Hand out every partial tile that grew."""
        for level, hashes in enumerate(self._edge):
            if hashes and self.size >> HEIGHT * level != self._before >> HEIGHT * level:
                self._put(TileId(level, self._number(level)), b"".join(hashes))
        self._before = self.size

    @property
    def edge(self) -> list[list[bytes]]:
        """The hashes of the partial tile of each level, from level 0 up; not to be changed."""
        return self._edge

    def root(self) -> bytes:
        """Return the root of the tree as it now is."""
        return edge_root(self._edge)

    def _whole(self, level: int) -> None:
        hashes = self._edge[level]
        # The size is that before this leaf, so that the number is still that of this tile.
        self._put(TileId(level, self._number(level)), b"".join(hashes))
        self._edge[level] = []
        if level + 1 == len(self._edge):
            self._edge.append([])
        above = self._edge[level + 1]
        above.append(whole_root(hashes))
        if len(above) == WIDTH:
            self._whole(level + 1)

    def _number(self, level: int) -> int:
        return self.size >> HEIGHT * (level + 1)
