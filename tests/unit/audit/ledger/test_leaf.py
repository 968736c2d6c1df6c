"""The bytes of a leaf, one by one."""

from __future__ import annotations

import pytest

from orderflow.audit.ledger.leaf import TAG, hash_of, leaf_of, read_leaf
from orderflow.audit.ledger.merkle import leaf_hash
from orderflow.audit.ledger.source import StoredEvent
from orderflow.errors import NotWellFormed

EVENT = StoredEvent(7, "ab", 258, "orderflow/X/1", b'{"a":1}')
WRITTEN = (
    b"orderflow-leaf/1\n"
    b"\x00\x00\x00\x02ab"
    b"\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00\x01\x02"
    b"\x00\x00\x00\x0dorderflow/X/1"
    b'\x00\x00\x00\x07{"a":1}'
)


def test_a_leaf_is_written_as_documented() -> None:
    """Tag, then each field behind its length."""
    assert leaf_of(EVENT) == WRITTEN
    assert hash_of(EVENT) == leaf_hash(WRITTEN)
    assert tuple(read_leaf(WRITTEN)) == tuple(EVENT)[1:]


def test_the_position_is_no_part_of_a_leaf() -> None:
    """The place in the tree is the order of the log; a position alone changes no hash."""
    assert leaf_of(EVENT._replace(position=8)) == WRITTEN


def test_a_field_cannot_run_into_the_next() -> None:
    """What moves from one field to another changes the leaf."""
    other = EVENT._replace(stream="abo", topic="rderflow/X/1")

    assert leaf_of(other) != WRITTEN


def test_bytes_that_are_no_text_survive() -> None:
    """A stream id that is not UTF-8 is hashed as it stands."""
    stream = b"\xff\xfe".decode("utf-8", "surrogateescape")

    assert read_leaf(leaf_of(EVENT._replace(stream=stream))).stream == stream
    assert b"\x00\x00\x00\x02\xff\xfe" in leaf_of(EVENT._replace(stream=stream))


@pytest.mark.parametrize("at", range(len(WRITTEN)))
def test_a_changed_byte_is_refused_or_makes_another_leaf(at: int) -> None:
    """Each changed byte gives an error, or an event that is another."""
    changed = WRITTEN[:at] + bytes((WRITTEN[at] ^ 0xFF,)) + WRITTEN[at + 1 :]

    try:
        assert read_leaf(changed) != read_leaf(WRITTEN)
    except NotWellFormed:
        assert leaf_hash(changed) != leaf_hash(WRITTEN)


@pytest.mark.parametrize(
    "leaf",
    [
        b"",
        TAG,
        WRITTEN[:-1],
        WRITTEN + b"\x00",
        b"x" + WRITTEN,
        WRITTEN.replace(b"/1\n", b"/2\n", 1),
    ],
)
def test_what_is_no_leaf_is_refused(leaf: bytes) -> None:
    """Cut short, too long, or with another tag: it is not read."""
    with pytest.raises(NotWellFormed):
        read_leaf(leaf)


def test_a_version_of_another_length_is_refused() -> None:
    """The version is always eight bytes, so that it is written in one way only."""
    shorter = WRITTEN.replace(
        b"\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00\x01\x02", b"\x00\x00\x00\x02\x01\x02"
    )

    with pytest.raises(NotWellFormed):
        read_leaf(shorter)
