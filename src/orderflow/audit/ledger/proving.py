"""Which hashes a proof consists of, as ranges of leaves. Hashes nothing itself.

A range `(start, end)` stands for the root of the tree over the leaves from `start` up to and not
including `end`. Both functions follow the definitions of RFC 6962 literally.
"""

from __future__ import annotations

Range = tuple[int, int]


def inclusion_ranges(index: int, size: int) -> list[Range]:
    """Return the ranges of the proof that leaf `index` is in the tree of `size` leaves.

    They begin at the leaf's sibling and go up (RFC 6962, section 2.1.1).

    Raises:
        ValueError: The tree has no such leaf.
    """
    if not 0 <= index < size:
        msg = f"a tree of {size} leaves has no leaf {index}"
        raise ValueError(msg)
    start, end, downwards = 0, size, []
    while end - start > 1:
        middle = start + split(end - start)
        if index < middle:
            downwards.append((middle, end))
            end = middle
        else:
            downwards.append((start, middle))
            start = middle
    return downwards[::-1]


def consistency_ranges(old_size: int, new_size: int) -> list[Range]:
    """Return the ranges of the proof that a tree extends its first `old_size` leaves.

    None are needed from nothing, or to itself (RFC 6962, section 2.1.2).

    Raises:
        ValueError: The older tree is the larger one.
    """
    if not 0 <= old_size <= new_size:
        msg = f"a tree of {new_size} leaves does not extend one of {old_size}"
        raise ValueError(msg)
    if old_size == 0:
        return []
    start, end, downwards = 0, new_size, []
    while old_size != end:
        middle = start + split(end - start)
        if old_size <= middle:
            downwards.append((middle, end))
            end = middle
        else:
            downwards.append((start, middle))
            start = middle
    # The verifier knows the older root: it is left out where it is itself a node.
    found = [(start, end)] if start else []
    return found + downwards[::-1]


def split(width: int) -> int:
    """Return the largest power of two below `width`: that many leaves go to the left."""
    return 1 << (width - 1).bit_length() - 1
