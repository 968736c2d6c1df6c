"""Tiles: which there are, what is in them, and that a tree can be read back from them."""

from __future__ import annotations

import pytest

from orderflow.audit.ledger.merkle import EMPTY_ROOT, leaf_hash
from orderflow.audit.ledger.stored_tree import StoredTree
from orderflow.audit.ledger.tiles import TileBuilder, TileId, edge_root, hashes_in, widths
from orderflow.errors import LedgerDamaged
from tests.unit.audit.ledger import rfc6962
from tests.unit.audit.ledger.making import tiles_of


def leaves(count: int) -> list[bytes]:
    """Return that many leaves."""
    return [b"%d" % at for at in range(count)]


@pytest.mark.parametrize(
    "tile, width, path",
    [
        (TileId(0, 0), 256, "tile/0/000"),
        (TileId(1, 1234067), 256, "tile/1/x001/x234/067"),
        (TileId(0, 273), 112, "tile/0/273.p/112"),
        (TileId(2, 1000), 1, "tile/2/x001/000.p/1"),
    ],
)
def test_a_tile_has_the_address_that_c2sp_gives_it(tile: TileId, width: int, path: str) -> None:
    """Numbers are written in groups of three, all but the last marked; a partial tile says so."""
    assert tile.path(width) == path


def test_a_tree_has_the_tiles_that_c2sp_counts() -> None:
    """70,000 leaves: 273 whole tiles and one of 112, then 1 and 17, then 1; 256: 1, then 1."""
    assert widths(70_000) == [(273, 112), (1, 17), (0, 1)]
    assert widths(256) == [(1, 0), (0, 1)]
    assert widths(0) == []


@pytest.mark.parametrize("size", [0, 1, 2, 255, 256, 257, 511, 512, 700])
def test_the_root_can_be_read_from_the_tiles(size: int) -> None:
    """Whether the last tile is whole or not, the root is that of the definition."""
    tiles = tiles_of(map(leaf_hash, leaves(size)))
    tree = StoredTree(tiles.get)

    assert tree.root(size) == rfc6962.mth(leaves(size))
    assert edge_root(tree.edge(size)) == tree.root(size)


def test_a_tree_of_three_levels_can_be_read() -> None:
    """Beyond 65,536 leaves the third level of tiles is used, with the same roots and proofs."""
    size = 65_536 + 300
    hashes = [leaf_hash(one) for one in leaves(size)]
    tiles = tiles_of(hashes)
    tree = StoredTree(tiles.get)

    assert max(tile.level for tile in tiles) == 2
    assert tree.root(65_536) == hashes_in(tiles[TileId(2, 0)])[0]
    assert tree.root(size) == edge_root(tree.edge(size))


def test_a_tree_goes_on_where_it_was_left() -> None:
    """Grown in pieces, with every tile read back in between, the tiles are the same."""
    tiles: dict[TileId, bytes] = {}
    size = 0
    for piece in (1, 100, 155, 1, 0, 300):
        tree = StoredTree(tiles.get)
        builder = TileBuilder(tiles.__setitem__, size, tree.edge(size))
        for one in leaves(size + piece)[size:]:
            builder.append(leaf_hash(one))
        builder.flush()
        size = builder.size

        assert builder.root() == rfc6962.mth(leaves(size))
        assert tiles == tiles_of(map(leaf_hash, leaves(size)))


def test_a_tile_that_did_not_grow_is_not_handed_out() -> None:
    """Nothing new means that no tile is written."""
    tiles = tiles_of(map(leaf_hash, leaves(300)))
    put: list[TileId] = []

    TileBuilder(lambda tile, _: put.append(tile), 300, StoredTree(tiles.get).edge(300)).flush()

    assert put == []


@pytest.mark.parametrize("left", [None, b"", bytes(31)])
def test_a_missing_tile_is_named(left: bytes | None) -> None:
    """Without a tile, or without a part of it, nothing is made up."""
    tiles: dict[TileId, bytes | None] = {**tiles_of(map(leaf_hash, leaves(300)))}
    tiles[TileId(0, 1)] = left

    with pytest.raises(LedgerDamaged, match="tile/0/001"):
        StoredTree(tiles.get).root(300)


def test_no_leaves_have_the_empty_root() -> None:
    """The root over nothing is the hash of nothing."""
    assert StoredTree(lambda _: None).root(0) == EMPTY_ROOT == edge_root([])
