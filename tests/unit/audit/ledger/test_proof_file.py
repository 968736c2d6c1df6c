"""Proof files: their exact form, what they prove, and that no changed byte passes."""

from __future__ import annotations

import pytest

from orderflow.audit.ledger.checkpoint import Checkpoint, cosignature, signed
from orderflow.audit.ledger.leaf import hash_of, leaf_of
from orderflow.audit.ledger.merkle import EMPTY_ROOT
from orderflow.audit.ledger.note import LARGEST_NOTE
from orderflow.audit.ledger.proof_file import ConsistencyProof, InclusionProof, is_inclusion
from orderflow.audit.ledger.stored_tree import StoredTree
from orderflow.audit.ledger.trust import Trust
from orderflow.errors import LedgerError, NotProven, NotTrusted, NotWellFormed
from tests.unit.audit.ledger.making import (
    LOG_KEY,
    NOON,
    ORIGIN,
    OTHER_KEY,
    SECOND_WITNESS,
    WITNESS_KEY,
    some_events,
    tiles_of,
)

EVENTS = some_events(11)
TREE = StoredTree(tiles_of(map(hash_of, EVENTS)).get)
TRUST = Trust(LOG_KEY.verifier, (WITNESS_KEY.verifier,), 1)


def checkpoint(size: int) -> Checkpoint:
    """Return what the log was at a size."""
    return Checkpoint(ORIGIN, size, TREE.root(size))


def note(size: int) -> bytes:
    """Return the checkpoint of a size, signed and cosigned."""
    found = signed(checkpoint(size), LOG_KEY)
    return found.joined((cosignature(found.text, WITNESS_KEY, NOON),)).encode()


def inclusion(index: int, *, with_event: bool = True) -> InclusionProof:
    """Return the proof of one event."""
    leaf = leaf_of(EVENTS[index]) if with_event else None
    return InclusionProof(index, tuple(TREE.inclusion(index, 11)), note(11), leaf)


def growth(old: int) -> ConsistencyProof:
    """Return the proof that the log grew since a size."""
    return ConsistencyProof(old, tuple(TREE.consistency(old, 11)), note(11))


INCLUSION = inclusion(6).encode()
GROWTH = growth(3).encode()


def test_an_inclusion_proof_has_the_form_of_c2sp() -> None:
    """A header, the event as extra data, the index, the hashes, a blank line, the checkpoint."""
    head, _, rest = INCLUSION.decode().partition("\n\n")
    lines = head.split("\n")

    assert lines[0] == "c2sp.org/tlog-proof@v1"
    assert lines[1].startswith("extra ")
    assert lines[2] == "index 6"
    assert len(lines) == 3 + len(TREE.inclusion(6, 11))
    assert rest.encode() == note(11)
    assert is_inclusion(INCLUSION)


def test_a_consistency_proof_has_the_form_that_a_witness_takes() -> None:
    """The old size, the hashes, a blank line, the checkpoint."""
    head, _, rest = GROWTH.decode().partition("\n\n")

    assert head.split("\n")[0] == "old 3"
    assert len(head.split("\n")) == 1 + len(TREE.consistency(3, 11))
    assert rest.encode() == note(11)
    assert not is_inclusion(GROWTH)


@pytest.mark.parametrize("index", range(11))
def test_every_event_can_be_proven(index: int) -> None:
    """Read back from its file, the proof of each event holds, with the event or beside it."""
    for with_event in (True, False):
        proof = InclusionProof.parse(inclusion(index, with_event=with_event).encode())
        opened = proof.check(TRUST, None if with_event else leaf_of(EVENTS[index]))
        assert opened.checkpoint == checkpoint(11)


@pytest.mark.parametrize("old", range(12))
def test_growth_from_every_size_can_be_proven(old: int) -> None:
    """Read back from its file, the proof from each older size holds."""
    earlier = checkpoint(old) if old else None
    assert ConsistencyProof.parse(growth(old).encode()).check(TRUST, earlier).checkpoint.size == 11


def test_a_proof_without_the_event_needs_it() -> None:
    """Nothing is proven of nothing; and an event beside the proof must be the one it carries."""
    with pytest.raises(ValueError, match="leaf"):
        inclusion(6, with_event=False).check(TRUST)
    with pytest.raises(NotProven):
        inclusion(6).check(TRUST, leaf_of(EVENTS[5]))
    with pytest.raises(NotProven):
        inclusion(6, with_event=False).check(TRUST, leaf_of(EVENTS[5]))


def test_a_proof_is_no_better_than_its_checkpoint() -> None:
    """Not signed by whom the auditor believes: refused, however right the hashes."""
    for strict in (
        Trust(OTHER_KEY.verifier),
        Trust(LOG_KEY.verifier, (SECOND_WITNESS.verifier,), 1),
    ):
        with pytest.raises(NotTrusted):
            inclusion(6).check(strict)
        with pytest.raises(NotTrusted):
            growth(3).check(strict, checkpoint(3))


def test_growth_is_proven_from_what_is_believed_already() -> None:
    """Another earlier root, size, or log, or none at all: refused."""
    for earlier in (
        Checkpoint(ORIGIN, 3, TREE.root(4)),
        checkpoint(4),
        None,
        Checkpoint("log.example/others", 3, TREE.root(3)),
        Checkpoint(ORIGIN, 0, EMPTY_ROOT),
    ):
        with pytest.raises(NotProven):
            growth(3).check(TRUST, earlier)


def test_a_log_that_shrank_is_not_proven_to_have_grown() -> None:
    """A later checkpoint of fewer events is refused."""
    with pytest.raises(NotProven):
        ConsistencyProof(11, (), note(3)).check(TRUST, checkpoint(11))


@pytest.mark.parametrize("content", [INCLUSION, GROWTH], ids=["inclusion", "growth"])
def test_every_changed_byte_of_a_proof_is_refused(content: bytes) -> None:
    """Each byte in several other values, and each cut."""
    accepted = []
    for at, byte in enumerate(content):
        others = {byte ^ 1, byte ^ 0x20, byte ^ 0x80, 0, 10, 32, 48, 65, 255} - {byte}
        accepted += [
            (at, value)
            for value in others
            if passes(content[:at] + bytes((value,)) + content[at + 1 :])
        ]
        if passes(content[:at]) or (at and passes(content[at:])):
            accepted.append((at, -1))

    assert passes(content)
    assert accepted == []
    assert not passes(content + b"\n")


def passes(content: bytes) -> bool:
    """Tell whether a proof is accepted by whoever holds event 6 and checkpoint 3."""
    try:
        if is_inclusion(content):
            InclusionProof.parse(content).check(TRUST, leaf_of(EVENTS[6]))
        else:
            ConsistencyProof.parse(content).check(TRUST, checkpoint(3))
    except LedgerError:
        return False
    return True


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"c2sp.org/tlog-proof@v1",
        b"c2sp.org/tlog-proof@v2\nindex 0\n\n" + note(11),
        b"c2sp.org/tlog-proof@v1\n\n" + note(11),
        b"c2sp.org/tlog-proof@v1\nindex 00\n\n" + note(11),
        b"c2sp.org/tlog-proof@v1\nindex -1\n\n" + note(11),
        b"c2sp.org/tlog-proof@v1\nextra \nindex 0\n\n" + note(11),
        b"c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n" + note(11),
        b"c2sp.org/tlog-proof@v1\nindex 0\n" + b"A" * 43 + b"=\n" * 64 + b"\n\n" + note(11),
        b"\xff\n\n" + note(11),
        INCLUSION + b"x" * LARGEST_NOTE,
    ],
)
def test_what_is_no_proof_is_refused(content: bytes) -> None:
    """Another header, number, hash or length: it is not read."""
    with pytest.raises(NotWellFormed):
        InclusionProof.parse(content)


def test_a_proof_has_at_most_63_hashes() -> None:
    """No tree needs more, so no more are read."""
    line = b"A" * 43 + b"=\n"
    with pytest.raises(NotWellFormed, match="63"):
        InclusionProof.parse(b"c2sp.org/tlog-proof@v1\nindex 0\n" + line * 64 + b"\n" + note(11))


def test_what_is_no_consistency_proof_is_refused() -> None:
    """Without an old size it is not read."""
    for content in (b"", b"new 3\n\n" + note(11), b"old 3 \n\n" + note(11), INCLUSION):
        with pytest.raises(NotWellFormed):
            ConsistencyProof.parse(content)
