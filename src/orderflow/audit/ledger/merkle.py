"""The tree of RFC 6962: its hashes, and how a proof is checked.

Depends on SHA-256 and nothing else, not even on the rest of `orderflow`: who doubts the ledger
reads this file and checks with it.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

HASH_SIZE: Final = 32

LEAF_PREFIX: Final = b"\x00"
NODE_PREFIX: Final = b"\x01"

EMPTY_ROOT: Final = sha256(b"").digest()
"""The root of a tree without leaves."""


def leaf_hash(leaf: bytes) -> bytes:
    """Return the hash of a leaf."""
    return sha256(LEAF_PREFIX + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of an inner node."""
    return sha256(NODE_PREFIX + left + right).digest()


def verify_inclusion(
    index: int, size: int, leaf: bytes, path: Sequence[bytes], root: bytes
) -> bool:
    """Tell whether a leaf stands at a place in a tree.

    Args:
        index: Place of the leaf, from 0.
        size: Number of leaves of the tree.
        leaf: Hash of the leaf.
        path: The proof of RFC 6962, section 2.1.1: from the leaf's sibling upwards.
        root: Root of the tree.
    """
    if not 0 <= index < size or not _are_hashes(leaf, root, *path):
        return False
    node, last, found = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return False  # The proof goes on above the root.
        if node & 1 or node == last:
            found = node_hash(sibling, found)
            # A last node without a sibling is carried up unchanged.
            node, last = _first_right_child(node, last)
        else:
            found = node_hash(found, sibling)
        node, last = node >> 1, last >> 1
    return last == 0 and found == root


def verify_consistency(
    old_size: int, new_size: int, old_root: bytes, new_root: bytes, path: Sequence[bytes]
) -> bool:
    """Tell whether a tree only extends another: no leaf of the older one changed or went.

    Args:
        old_size: Number of leaves of the older tree.
        new_size: Number of leaves of the newer one.
        old_root: Root of the older tree.
        new_root: Root of the newer one.
        path: The proof of RFC 6962, section 2.1.2; empty if the trees are equal or the older is
            empty.
    """
    if not 0 <= old_size <= new_size or not _are_hashes(old_root, new_root, *path):
        return False
    if old_size == 0:
        return old_root == EMPTY_ROOT and not path and (new_size > 0 or new_root == EMPTY_ROOT)
    if old_size == new_size:
        return old_root == new_root and not path
    # A whole older tree is itself the first node, and is left out of the proof.
    whole = old_size & (old_size - 1) == 0
    nodes = [old_root, *path] if whole else list(path)
    return bool(nodes) and _both_roots(old_size, new_size, nodes) == (old_root, new_root)


def _both_roots(old_size: int, new_size: int, nodes: list[bytes]) -> tuple[bytes, bytes] | None:
    """Return the roots that the nodes of a consistency proof make; None if they fit no tree."""
    node, last = old_size - 1, new_size - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    old = new = nodes[0]
    for sibling in nodes[1:]:
        if last == 0:
            return None
        if node & 1 or node == last:
            old, new = node_hash(sibling, old), node_hash(sibling, new)
            node, last = _first_right_child(node, last)
        else:
            new = node_hash(new, sibling)
        node, last = node >> 1, last >> 1
    return (old, new) if last == 0 else None


def _first_right_child(node: int, last: int) -> tuple[int, int]:
    while node and not node & 1:
        node, last = node >> 1, last >> 1
    return node, last


def _are_hashes(*values: bytes) -> bool:
    return all(len(value) == HASH_SIZE for value in values)
