"""The tree of the ledger against the literal definition of RFC 6962, on any leaves."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from orderflow.audit.ledger.frontier import Frontier
from orderflow.audit.ledger.leaf import leaf_of, read_leaf
from orderflow.audit.ledger.merkle import leaf_hash, verify_consistency, verify_inclusion
from orderflow.audit.ledger.source import StoredEvent
from orderflow.audit.ledger.stored_tree import StoredTree
from tests.unit.audit.ledger import rfc6962
from tests.unit.audit.ledger.making import tiles_of

LEAVES = st.integers(1, 600).flatmap(
    lambda count: st.binary(min_size=0, max_size=4).map(
        lambda salt: [salt + at.to_bytes(2, "big") for at in range(count)]
    )
)
EVENTS = st.builds(
    StoredEvent,
    position=st.just(0),
    stream=st.text(max_size=8),
    version=st.integers(0, 2**63 - 1),
    topic=st.text(max_size=8),
    state=st.binary(max_size=16),
)


@settings(max_examples=60, deadline=None)
@given(LEAVES, st.data())
def test_every_root_and_proof_is_that_of_the_definition(
    leaves: list[bytes], data: st.DataObject
) -> None:
    """Roots, inclusion and consistency proofs from tiles are those of the RFC, and verify."""
    size = data.draw(st.integers(1, len(leaves)), label="size")
    index = data.draw(st.integers(0, size - 1), label="index")
    old = data.draw(st.integers(0, size), label="older size")
    stored = StoredTree(tiles_of(map(leaf_hash, leaves)).get)
    root, old_root = stored.root(size), stored.root(old)
    inclusion, consistency = stored.inclusion(index, size), stored.consistency(old, size)

    assert root == rfc6962.mth(leaves[:size])
    assert inclusion == rfc6962.path(index, leaves[:size])
    assert consistency == (rfc6962.proof(old, leaves[:size]) if old else [])
    assert verify_inclusion(index, size, leaf_hash(leaves[index]), inclusion, root)
    assert verify_consistency(old, size, old_root, root, consistency)


@settings(max_examples=60, deadline=None)
@given(LEAVES)
def test_the_edge_alone_knows_the_root_at_every_size(leaves: list[bytes]) -> None:
    """Growing leaf by leaf gives the root of the definition, here at the last size."""
    growing = Frontier()
    for leaf in leaves:
        growing.append(leaf_hash(leaf))

    assert growing.root() == rfc6962.mth(leaves)
    assert growing.size == len(leaves)


@settings(max_examples=60, deadline=None)
@given(LEAVES, st.data())
def test_a_proof_fits_one_leaf_and_one_place(leaves: list[bytes], data: st.DataObject) -> None:
    """The proof of one place is refused for any other, and for any other leaf."""
    size = len(leaves)
    index = data.draw(st.integers(0, size - 1), label="index")
    other = data.draw(st.integers(0, size - 1), label="other")
    stored = StoredTree(tiles_of(map(leaf_hash, leaves)).get)
    path, root = stored.inclusion(index, size), stored.root(size)

    same = index == other
    assert verify_inclusion(other, size, leaf_hash(leaves[index]), path, root) is same
    assert verify_inclusion(index, size, leaf_hash(leaves[other]), path, root) is same


@settings(max_examples=200, deadline=None)
@given(EVENTS, EVENTS)
def test_no_two_events_share_their_leaf(one: StoredEvent, other: StoredEvent) -> None:
    """A leaf can be read back in exactly one way, so equal leaves are equal events."""
    assert (leaf_of(one) == leaf_of(other)) is (one == other)
    assert tuple(read_leaf(leaf_of(one))) == tuple(one)[1:]
