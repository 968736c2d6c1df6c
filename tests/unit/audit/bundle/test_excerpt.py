"""The proof of a bundle: whichever events are known, they lead to the root of the whole log."""

from __future__ import annotations

from itertools import chain, combinations
from typing import Final

import pytest

from orderflow.audit.bundle.excerpt import Excerpt, Piece, decode, encode, pieces
from orderflow.audit.ledger.leaf import hash_of
from orderflow.audit.ledger.stored_tree import StoredTree
from orderflow.errors import NotProven, NotWellFormed
from tests.unit.audit.ledger.making import some_events, tiles_of

LEAVES: Final = [hash_of(one) for one in some_events(300)]
TREE: Final = StoredTree(tiles_of(LEAVES).get)


def proof(known: list[int], size: int) -> list[bytes]:
    """Return the lines of the proof of these places."""
    return list(encode(pieces(known, size, TREE.part)))


def root(lines: list[bytes], leaves: list[bytes], size: int) -> bytes:
    """Return the root that lines and leaves lead to."""
    return Excerpt(decode(iter(lines)), iter(leaves)).root(size)


@pytest.mark.parametrize("size", range(1, 9))
def test_any_events_of_a_small_log_are_proven(size: int) -> None:
    """Every choice of places leads to the root, and to no other with another event."""
    places = range(size)
    for known in chain.from_iterable(combinations(places, n) for n in range(size + 1)):
        lines = proof(list(known), size)
        leaves = [LEAVES[one] for one in known]

        assert root(lines, leaves, size) == TREE.root(size)
        for at in range(len(leaves)):
            changed = [*leaves[:at], LEAVES[99], *leaves[at + 1 :]]
            assert root(lines, changed, size) != TREE.root(size)


@pytest.mark.parametrize("known", [[0], [299], [0, 255, 256, 299], list(range(3, 290)), []])
def test_events_of_a_larger_log_are_proven(known: list[int]) -> None:
    """Across tiles; a run of events is told as one, and costs few hashes."""
    lines = proof(known, 300)
    excerpt = Excerpt(decode(iter(lines)), iter(LEAVES[one] for one in known))

    assert excerpt.root(300) == TREE.root(300)
    assert [one for first, end in excerpt.runs for one in range(first, end)] == known
    assert len(lines) < 30


def test_the_lines_are_read_as_they_were_written() -> None:
    """Runs and hashes, in the order of places."""
    known = [1, 2, 3, 7]
    found = list(decode(iter(proof(known, 9))))

    assert [one[:2] for one in found] == [(0, 1), (1, 4), (4, 6), (6, 7), (7, 8), (8, 9)]
    assert [one.root is None for one in found] == [False, True, False, False, True, False]


GOOD: Final = proof([1, 2], 4)


@pytest.mark.parametrize(
    "lines, leaves, why",
    [
        (GOOD, [1], "lacks the event of place 3"),
        (GOOD, [1, 2, 3], "more events"),
        (GOOD[:-1], [1, 2], "place 4"),
        ([*GOOD, b"events 4 5\n"], [1, 2], "more events"),
        ([GOOD[0], b"events 0 4\n"], [1, 2], "lacks the event of place 3"),
        ([GOOD[0], GOOD[1], b"hash 1 3 " + b"A" * 43 + b"=\n"], [], "lacks the event of place 2"),
        ([GOOD[0]], [], "place 1"),
    ],
)
def test_what_is_missing_or_left_over_is_refused(
    lines: list[bytes], leaves: list[int], why: str
) -> None:
    """Neither a place without a word, nor an event or a hash too many."""
    with pytest.raises(NotProven, match=why):
        root(lines, [LEAVES[one] for one in leaves], 4)


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [b"orderflow-bundle-proof/2\n"],
        [GOOD[0], b"events 0 4"],
        [GOOD[0], b"events 0 0\n"],
        [GOOD[0], b"events 1 4\n"],
        [GOOD[0], b"events 0 04\n"],
        [GOOD[0], b"events 0 4 5\n"],
        [GOOD[0], b"hash 0 4\n"],
        [GOOD[0], b"hash 0 4 AAAA\n"],
        [GOOD[0], b"other 0 4\n"],
        [GOOD[0], b"\xff\n"],
        [GOOD[0], b"events 0 4\n", b"events 3 4\n"],
    ],
)
def test_lines_that_are_none_are_refused(lines: list[bytes]) -> None:
    """Another version, another form, places that do not follow each other."""
    with pytest.raises(NotWellFormed):
        list(decode(iter(lines)))


def test_a_hash_that_is_no_subtree_proves_nothing() -> None:
    """A hash over places that are no node of the tree is not used for one."""
    found = iter([Piece(0, 1, LEAVES[0]), Piece(1, 3, LEAVES[1]), Piece(3, 4, LEAVES[3])])
    with pytest.raises(NotProven):
        Excerpt(found, iter([])).root(4)
