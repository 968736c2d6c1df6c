"""Which stored tiles were altered, as judged by a checkpoint alone.

The right edge of the tree makes the root, and each hash of a tile vouches for a whole tile below.
So from the root down every tile is known to be right before what it vouches for is judged by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.audit.ledger.merkle import HASH_SIZE
from orderflow.audit.ledger.tiles import (
    WIDTH,
    TileId,
    edge_root,
    hashes_in,
    whole_root,
    widths,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from orderflow.audit.ledger.checkpoint import Checkpoint

    ReadTile = Callable[[TileId], bytes | None]


def altered_tiles(read: ReadTile, checkpoint: Checkpoint) -> list[TileId]:
    """Return the tiles that are not as the checkpoint has them: missing, cut short or changed.

    What lies below an altered tile is judged by that tile as it must have been, if the tiles below
    still tell; otherwise it is not judged, and only the altered tile is named. If the right edge
    does not make the root and cannot be made again, every tile of it that is in doubt is named.
    """
    return sorted(set(_found(_Tiles(read, checkpoint.size), checkpoint.root)))


class _Tiles:
    """The stored tiles of a tree of a certain size."""

    def __init__(self, read: ReadTile, size: int) -> None:
        self._read = read
        self.widths = widths(size)

    def edge(self, level: int) -> TileId:
        return TileId(level, self.widths[level].whole)

    def width(self, tile: TileId) -> int:
        width = self.widths[tile.level]
        return WIDTH if tile.number < width.whole else width.rest

    def hashes(self, tile: TileId) -> list[bytes] | None:
        """Return the hashes of a tile; None if it is missing or cut short."""
        wanted = self.width(tile) * HASH_SIZE
        found = (self._read(tile) or b"")[:wanted]
        return hashes_in(found) if len(found) == wanted else None

    def remade(self, tile: TileId) -> list[bytes] | None:
        """Return the hashes of a tile as the tiles below it make them; None if they cannot."""
        if tile.level == 0:
            return None
        below = [self.hashes(one) for one in self.children(tile)]
        return None if None in below else [whole_root(one) for one in below if one is not None]

    def children(self, tile: TileId) -> list[TileId]:
        first = tile.number * WIDTH
        return [TileId(tile.level - 1, first + at) for at in range(self.width(tile))]


def _found(tiles: _Tiles, root: bytes) -> Iterator[TileId]:
    edge = [tiles.hashes(tiles.edge(level)) for level in range(len(tiles.widths))]
    right = _righted(tiles, edge, root)
    for level in reversed(range(len(edge))):
        kept, true = edge[level], right[level]
        if kept != true or kept is None:
            yield tiles.edge(level)
        if true is not None:
            yield from _below(tiles, tiles.edge(level), true)


def _righted(
    tiles: _Tiles, edge: list[list[bytes] | None], root: bytes
) -> list[list[bytes] | None]:
    """Return the right edge as it must have been; None where that cannot be told."""
    if _makes(edge, root):
        return list(edge)
    remade = [tiles.remade(tiles.edge(level)) or edge[level] for level in range(len(edge))]
    if _makes(remade, root):
        return list(remade)
    # What the tiles below make again is as good as before; only the rest is in doubt.
    return [
        kept if not kept or (level and kept == again) else None
        for level, (kept, again) in enumerate(zip(edge, remade, strict=True))
    ]


def _makes(edge: list[list[bytes] | None], root: bytes) -> bool:
    known = [hashes for hashes in edge if hashes is not None]
    return len(known) == len(edge) and edge_root(known) == root


def _below(tiles: _Tiles, tile: TileId, true: list[bytes]) -> Iterator[TileId]:
    """Iterate over the altered tiles below one whose hashes are known to be right."""
    if tile.level == 0:
        return
    for child, vouched in zip(tiles.children(tile), true, strict=True):
        kept = tiles.hashes(child)
        if kept is None or whole_root(kept) != vouched:
            yield child
            kept = tiles.remade(child)
            if kept is None or whole_root(kept) != vouched:
                continue
        yield from _below(tiles, child, kept)
