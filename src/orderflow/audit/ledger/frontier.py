"""A tree that grows leaf by leaf and forgets all but its right edge.

Reads a log of any length once, in constant memory, and knows the root at every size on the way.
"""

from __future__ import annotations

from orderflow.audit.ledger.merkle import EMPTY_ROOT, node_hash


class Frontier:
    """The right edge of a growing tree: one hash for each whole subtree that it consists of."""

    def __init__(self) -> None:
        """Begin with a tree without leaves."""
        self.size = 0
        # By height. Where the size has no such power of two, what stands there is out of date.
        self._whole: list[bytes] = []

    def append(self, leaf: bytes) -> None:
        """Add a leaf, by its hash."""
        found, height, size = leaf, 0, self.size
        while size & 1:
            found = node_hash(self._whole[height], found)
            height += 1
            size >>= 1
        if height == len(self._whole):
            self._whole.append(found)
        else:
            self._whole[height] = found
        self.size += 1

    def root(self) -> bytes:
        """Return the root of the tree as it now is."""
        found = None
        for height, whole in enumerate(self._whole):
            if self.size >> height & 1:
                found = whole if found is None else node_hash(whole, found)
        return EMPTY_ROOT if found is None else found
