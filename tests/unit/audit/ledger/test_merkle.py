"""The tree against the vectors of Certificate Transparency and an implementation that is not ours.

The eight leaves and their roots are those that Certificate Transparency implementations share since
RFC 6962. `pymerkle` is a judge in tests only: its licence keeps it out of the product.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from pymerkle import InmemoryTree

from orderflow.audit.ledger.frontier import Frontier
from orderflow.audit.ledger.merkle import (
    EMPTY_ROOT,
    leaf_hash,
    node_hash,
    verify_consistency,
    verify_inclusion,
)
from orderflow.audit.ledger.proving import consistency_ranges, inclusion_ranges
from orderflow.audit.ledger.stored_tree import StoredTree
from tests.unit.audit.ledger import rfc6962
from tests.unit.audit.ledger.making import tiles_of

LEAVES = tuple(
    map(
        bytes.fromhex,
        (
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f",
        ),
    )
)
ROOTS = (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
JUDGED = 70


def tree(leaves: tuple[bytes, ...] = LEAVES) -> StoredTree:
    """Return the stored tree over these leaves."""
    return StoredTree(tiles_of(map(leaf_hash, leaves)).get)


@cache
def outside() -> InmemoryTree:
    """Return the same tree as others make it, larger."""
    judge = InmemoryTree(algorithm="sha256")
    for one in many():
        judge.append_entry(one)
    return judge


def many() -> tuple[bytes, ...]:
    """Return more leaves."""
    return tuple(b"event %d" % at for at in range(JUDGED))


@pytest.mark.parametrize("size", range(9))
def test_the_roots_are_those_of_certificate_transparency(size: int) -> None:
    """Each prefix of the shared leaves has the published root, kept whole or only as an edge."""
    growing = Frontier()
    for one in LEAVES[:size]:
        growing.append(leaf_hash(one))

    assert growing.root().hex() == ROOTS[size]
    assert tree().root(size).hex() == ROOTS[size]


def test_the_example_of_the_rfc_has_the_proofs_of_the_rfc() -> None:
    """In the tree of seven leaves that RFC 6962 draws, the proofs are those that it lists."""
    a, b, c, d, e, f, j = map(leaf_hash, LEAVES[:7])
    g, h, i = node_hash(a, b), node_hash(c, d), node_hash(e, f)
    k, right = node_hash(g, h), node_hash(i, j)
    drawn = tree(LEAVES[:7])

    assert drawn.inclusion(0, 7) == [b, h, right]
    assert drawn.inclusion(3, 7) == [c, g, right]
    assert drawn.inclusion(4, 7) == [f, j, k]
    assert drawn.inclusion(6, 7) == [i, k]
    assert drawn.consistency(3, 7) == [c, d, g, right]
    assert drawn.consistency(4, 7) == [right]
    assert drawn.consistency(6, 7) == [i, j, k]


def test_an_outside_implementation_finds_the_same_roots() -> None:
    """`pymerkle` agrees on the root at every size."""
    ours = tree(many())

    assert [ours.root(size) for size in range(1, JUDGED + 1)] == [
        outside().get_root(size) for size in range(1, JUDGED + 1)
    ]


def test_an_outside_implementation_makes_the_same_inclusion_proofs() -> None:
    """`pymerkle` agrees on every proof of inclusion; its own begin with the leaf."""
    ours = tree(many())

    for size in range(1, JUDGED + 1):
        for index in range(size):
            theirs = outside().prove_inclusion(index + 1, size).path[1:]
            assert ours.inclusion(index, size) == theirs
            leaf = leaf_hash(many()[index])
            assert verify_inclusion(index, size, leaf, theirs, outside().get_root(size))


def test_an_outside_implementation_agrees_on_consistency() -> None:
    """Our proofs lead to the roots that `pymerkle` finds, over its own hashes of the older tree.

    It orders and splits the hashes of the newer part in a way of its own, not in the RFC's.
    """
    ours = tree(many())

    for new in range(1, JUDGED + 1):
        for old in range(1, new + 1):
            theirs = outside().prove_consistency(old, new)
            old_root, new_root = outside().get_root(old), outside().get_root(new)
            kept = {one for one, older in zip(theirs.path, theirs.subset, strict=True) if older}
            path = ours.consistency(old, new)
            assert verify_consistency(old, new, old_root, new_root, path)
            assert kept - {old_root} <= set(path)


def test_the_literal_definition_finds_the_same() -> None:
    """The RFC's recursive definitions give the same proofs for each leaf of each size."""
    for size in range(1, 9):
        some = LEAVES[:size]
        for at in range(size):
            assert tree(some).inclusion(at, size) == rfc6962.path(at, some)
            assert tree(some).consistency(at + 1, size) == rfc6962.proof(at + 1, some)


@pytest.mark.parametrize("size", range(1, 9))
def test_an_altered_inclusion_proof_is_refused(size: int) -> None:
    """Another leaf, place, size, root, a hash more, less or changed: nothing is accepted."""
    root = tree().root(size)
    for index, one in enumerate(LEAVES[:size]):
        leaf, path = leaf_hash(one), tree().inclusion(index, size)
        assert verify_inclusion(index, size, leaf, path, root)
        assert not verify_inclusion(index, size, leaf_hash(b"another"), path, root)
        assert not verify_inclusion(index, size, leaf, path, leaf_hash(b"another"))
        assert not verify_inclusion(index, size, leaf, [*path, root], root)
        assert not verify_inclusion(index, size, leaf, path, root[:-1])
        assert not verify_inclusion(-1, size, leaf, path, root)
        assert not verify_inclusion(size, size, leaf, path, root)
        for at, found in enumerate(path):
            changed = [*path[:at], bytes((found[0] ^ 1,)) + found[1:], *path[at + 1 :]]
            assert not verify_inclusion(index, size, leaf, changed, root)
            assert not verify_inclusion(index, size, leaf, path[:at] + path[at + 1 :], root)
        for other in range(size):
            assert (other == index) == verify_inclusion(other, size, leaf, path, root)


@pytest.mark.parametrize("old", range(1, 9))
def test_an_altered_consistency_proof_is_refused(old: int) -> None:
    """Other roots, sizes, a hash more, less or changed: nothing is accepted."""
    old_root = tree().root(old)
    for new in range(old, 9):
        new_root, path = tree().root(new), tree().consistency(old, new)
        assert verify_consistency(old, new, old_root, new_root, path)
        assert not verify_consistency(old, new, EMPTY_ROOT, new_root, path)
        assert not verify_consistency(old, new, old_root, EMPTY_ROOT, path)
        assert not verify_consistency(old, new, old_root, new_root, [*path, old_root])
        assert not verify_consistency(new + 1, new, old_root, new_root, path)
        assert not verify_consistency(old, new, old_root, new_root, [b"short", *path])
        for at, found in enumerate(path):
            changed = [*path[:at], bytes((found[0] ^ 1,)) + found[1:], *path[at + 1 :]]
            assert not verify_consistency(old, new, old_root, new_root, changed)
            shorter = path[:at] + path[at + 1 :]
            assert not verify_consistency(old, new, old_root, new_root, shorter)


def test_everything_extends_nothing() -> None:
    """From a log without events no hashes are needed, and none are accepted."""
    root = tree().root(8)

    assert verify_consistency(0, 8, EMPTY_ROOT, root, [])
    assert verify_consistency(0, 0, EMPTY_ROOT, EMPTY_ROOT, [])
    assert not verify_consistency(0, 0, EMPTY_ROOT, root, [])
    assert not verify_consistency(0, 8, root, root, [])
    assert not verify_consistency(0, 8, EMPTY_ROOT, root, [root])
    assert not verify_consistency(-1, 8, EMPTY_ROOT, root, [])
    assert consistency_ranges(0, 8) == []


def test_proofs_of_what_is_not_there_are_not_made() -> None:
    """A leaf beyond the tree, or an older tree larger than the newer, is the caller's mistake."""
    for index, size in ((-1, 3), (3, 3), (0, 0)):
        with pytest.raises(ValueError, match="no leaf"):
            inclusion_ranges(index, size)
    for old, new in ((4, 3), (-1, 3)):
        with pytest.raises(ValueError, match="does not extend"):
            consistency_ranges(old, new)


def test_sizes_are_part_of_what_is_proven() -> None:
    """A proof for one size does not pass for the next one."""
    for size, larger in pairwise(range(2, 9)):
        path, root = tree().inclusion(0, size), tree().root(size)
        if len(path) != len(tree().inclusion(0, larger)):
            assert not verify_inclusion(0, larger, leaf_hash(LEAVES[0]), path, root)
