"""The verifier agrees with the published vectors, and with our own code, on proofs and notes."""

from __future__ import annotations

import json
from base64 import b64decode
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orderflow.audit.ledger.checkpoint import Checkpoint, cosignature, signed
from orderflow.audit.ledger.keys import VerifierKey
from orderflow.audit.ledger.leaf import hash_of, leaf_of
from orderflow.audit.ledger.proof_file import ConsistencyProof, InclusionProof
from orderflow.audit.ledger.source import StoredEvent
from orderflow.audit.ledger.stored_tree import StoredTree
from orderflow.audit.ledger.trust import Trust
from orderflow.errors import LedgerError
from tests.outsider.verifier import LEDGER, LOG, OTHER, WITNESS, ask, outsider, vectors
from tests.unit.audit.ledger.making import (
    LOG_KEY,
    NOON,
    ORIGIN,
    SECOND_WITNESS,
    WITNESS_KEY,
    some_events,
    tiles_of,
)

MANY = 70
TREE = StoredTree(tiles_of(map(hash_of, some_events(MANY))).get)
LEAVES = [TREE.leaf(at) for at in range(MANY)]


def test_leaves_and_roots_are_those_that_were_published() -> None:
    """Each leaf byte for byte, each hash, and the root at every size."""
    tree, roots = outsider.GrowingTree(), json.loads((LEDGER / "roots.json").read_text("utf-8"))
    assert tree.root().hex() == roots[0]
    for at, one in enumerate(vectors("leaves.json"), 1):
        event = outsider.Event(
            0,
            one["stream"].encode(),
            int(one["version"]),
            one["topic"].encode(),
            b64decode(one["state"]),
        )
        assert event.leaf().hex() == one["leaf"]
        assert outsider.read_leaf(bytes.fromhex(one["leaf"])) == event
        assert outsider.leaf_hash(event.leaf()).hex() == one["hash"]
        tree.add(bytes.fromhex(one["hash"]))
        assert tree.root().hex() == roots[at]


def test_the_large_tree_is_the_one_that_was_published() -> None:
    """Seventy thousand leaves lead to the published root."""
    found = json.loads((LEDGER / "tiles.json").read_text("utf-8"))
    tree = outsider.GrowingTree()
    for at in range(found["size"]):
        tree.add(outsider.leaf_hash(b"%d" % at))

    assert tree.root().hex() == found["root"]


def older(tmp_path: Path, size: int = 5) -> Path:
    """Return a signed checkpoint of the first events of the vectors."""
    root = json.loads((LEDGER / "roots.json").read_text("utf-8"))[size]
    file = tmp_path / "older"
    file.write_bytes(signed(Checkpoint(ORIGIN, size, bytes.fromhex(root)), LOG_KEY).encode())
    return file


def test_the_published_proofs_hold(tmp_path: Path) -> None:
    """Of an event and of growth, with the witness who cosigned."""
    found = ask("proof", LEDGER / "event.tlog-proof", "--key", LOG, "--witness", WITNESS)
    assert found.code == 0
    assert "place       8 of 12" in found.said
    assert "2026-11-23T12:00:00Z by witness.example/1" in found.said

    growth = ("proof", LEDGER / "growth.proof", "--key", LOG)
    assert ask(*growth, "--since", older(tmp_path)).said.startswith("VERIFIED: the log of 12 ")
    assert ask(*growth, "--since", older(tmp_path, 4)).code == 1
    assert ask(*growth).code == 2


@pytest.mark.parametrize("name", ["event.tlog-proof", "growth.proof"])
def test_no_byte_of_a_proof_can_be_another(name: str, tmp_path: Path) -> None:
    """Every byte flipped, and bytes left out here and there, are refused or asked about."""
    good, file = (LEDGER / name).read_bytes(), tmp_path / "proof"
    more = ("--since", older(tmp_path)) if name == "growth.proof" else ()
    words = ("proof", file, "--key", LOG, "--witness", WITNESS, *more)
    for at in range(len(good)):
        flipped = good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :]
        shorter = (good[:at] + good[at + 1 :], good[:at]) if at % 5 == 0 else ()
        for other in (flipped, *shorter):
            file.write_bytes(other)
            assert ask(*words).code in {1, 2}, (at, other[at : at + 20])
    file.write_bytes(good)
    assert ask(*words).code == 0


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 33, 64, 70])
def test_inclusion_is_proven_alike(size: int) -> None:
    """Every leaf of a tree, by our proofs and its definition; a wrong hash leads elsewhere."""
    root = TREE.root(size)
    for index in range(size):
        path = TREE.inclusion(index, size)
        assert outsider.root_from_leaf(LEAVES[index], index, size, path) == root
        assert outsider.root_from_leaf(LEAVES[index - 1], index, size, path) != root or size == 1
        for wrong in (path[1:], [*path, root]):
            if wrong != path:
                with pytest.raises(outsider.Refused):
                    outsider.root_from_leaf(LEAVES[index], index, size, wrong)


def test_growth_is_proven_alike() -> None:
    """Between every two sizes; and never from another root, or with another number of hashes."""
    for new in range(1, 40):
        for old in range(1, new + 1):
            path = TREE.consistency(old, new)
            then, now = TREE.root(old), TREE.root(new)
            assert outsider.roots_from_old(then, old, new, path) == (then, now)
            if path:
                other = [*path[:-1], bytes(32)]
                assert outsider.roots_from_old(then, old, new, other) != (then, now)
                with pytest.raises(outsider.Refused):
                    outsider.roots_from_old(then, old, new, path[1:])
            with pytest.raises(outsider.Refused):
                outsider.roots_from_old(then, old, new, [*path, now])


def test_growth_from_nothing_needs_no_hash(tmp_path: Path) -> None:
    """Everything extends the empty log; and nothing shrinks."""
    (tmp_path / "old").write_bytes(older(tmp_path, 0).read_bytes())
    (tmp_path / "new").write_bytes(ConsistencyProof(0, (), older(tmp_path).read_bytes()).encode())
    words = ("--key", LOG, "--since", tmp_path / "old")
    assert ask("proof", tmp_path / "new", *words).code == 0
    more = ConsistencyProof(0, (bytes(32),), older(tmp_path).read_bytes())
    (tmp_path / "new").write_bytes(more.encode())
    assert ask("proof", tmp_path / "new", *words).code == 1

    (tmp_path / "old").write_bytes(older(tmp_path, 5).read_bytes())
    (tmp_path / "new").write_bytes(
        ConsistencyProof(5, (), older(tmp_path, 4).read_bytes()).encode()
    )
    assert ask("proof", tmp_path / "new", *words).code == 1


@given(st.lists(st.binary(max_size=9), max_size=4), st.binary(max_size=12), st.integers(0, 2**63))
def test_leaves_are_read_alike(parts: list[bytes], rest: bytes, version: int) -> None:
    """Whatever bytes: both readers find the same event, or neither finds one."""
    tag = b"orderflow-leaf/1\n"
    leaf = tag + b"".join(len(one).to_bytes(4, "big") + one for one in parts) + rest
    event = StoredEvent(0, rest.hex(), version, "t", rest)
    assert outsider.read_leaf(leaf_of(event)).leaf() == leaf_of(event)
    from orderflow.audit.ledger.leaf import read_leaf  # noqa: PLC0415 - beside its namesake

    def theirs() -> bool:
        try:
            return outsider.read_leaf(leaf).leaf() == leaf
        except outsider.Refused:
            return False

    def ours() -> bool:
        try:
            return leaf_of(StoredEvent(0, *read_leaf(leaf))) == leaf
        except LedgerError:
            return False

    assert theirs() == ours()


KEYS = (
    LOG,
    WITNESS,
    LOG.replace("log.", "lag."),
    LOG.upper(),
    f"{LOG}=",
    LOG.replace("+", " ", 1),
    "",
    "a+b",
    f"{ORIGIN}+00000000+AAAA",
)


@pytest.mark.parametrize("text", KEYS)
def test_keys_are_read_alike(text: str) -> None:
    """What is a key of a log to one is one to the other."""
    try:
        ours = VerifierKey.parse(text).kind == outsider.LOG
    except LedgerError:
        ours = False
    try:
        theirs = bool(outsider.read_key(text or "+", outsider.LOG))
    except outsider.WrongUse:
        theirs = False

    assert theirs == ours


CHECKPOINT = signed(Checkpoint(ORIGIN, 5, TREE.root(5)), LOG_KEY)
COSIGNED = CHECKPOINT.joined((cosignature(CHECKPOINT.text, WITNESS_KEY, NOON),)).encode()


@pytest.mark.parametrize(
    "content",
    [
        COSIGNED,
        CHECKPOINT.encode(),
        signed(Checkpoint(ORIGIN, 0, TREE.root(0)), LOG_KEY).encode(),
        signed(Checkpoint(ORIGIN, 0, TREE.root(5)), LOG_KEY).encode(),
        signed(Checkpoint(ORIGIN, 5, TREE.root(5), ("more",)), LOG_KEY).encode(),
        COSIGNED + COSIGNED.splitlines(keepends=True)[-1],
        COSIGNED.replace(b"\n", b"\r\n"),
        COSIGNED[:-1],
        COSIGNED + b"\n",
        b"\n" + COSIGNED,
        b"\xff" + COSIGNED,
        CHECKPOINT.text.encode(),
        b"",
        CHECKPOINT.joined((cosignature(CHECKPOINT.text, SECOND_WITNESS, NOON),)).encode(),
    ],
)
@pytest.mark.parametrize("quorum", [0, 1])
def test_checkpoints_are_believed_alike(content: bytes, quorum: int) -> None:
    """The same checkpoint under the same trust is believed or refused by both."""
    keys = [outsider.read_key(LOG, outsider.LOG), outsider.read_key(WITNESS, outsider.WITNESS)]
    try:
        opened = Trust(LOG_KEY.verifier, (WITNESS_KEY.verifier,), quorum).open(content)
        ours = (opened.checkpoint.size, len(opened.cosigned_at))
    except LedgerError:
        ours = None
    try:
        read = outsider.read_checkpoint(content, outsider.Trust(keys[0], keys[1:], quorum), "it")
        theirs = (read.size, len(read.cosigned))
    except outsider.Refused:
        theirs = None

    assert theirs == ours


def test_every_byte_of_a_checkpoint_counts_to_both() -> None:
    """Flipped one by one, they refuse and believe the same."""
    trust = Trust(LOG_KEY.verifier, (WITNESS_KEY.verifier,), 1)
    keys = [outsider.read_key(LOG, outsider.LOG), outsider.read_key(WITNESS, outsider.WITNESS)]
    for at in range(len(COSIGNED)):
        other = COSIGNED[:at] + bytes([COSIGNED[at] ^ 1]) + COSIGNED[at + 1 :]
        with pytest.raises(LedgerError):
            trust.open(other)
        with pytest.raises(outsider.Refused):
            outsider.read_checkpoint(other, outsider.Trust(keys[0], keys[1:], 1), "it")


@pytest.mark.parametrize(
    "words",
    [
        ("--key", OTHER),
        ("--key", LOG, "--witness", WITNESS, "--quorum", "1", "--quorum", "2"),
        ("--key", LOG, "--quorum", "-1"),
        ("--key", LOG, "--witness", LOG),
        ("--key", LOG, "--witness", WITNESS, "--witness", WITNESS),
        ("--key", "no-such-file"),
        ("--key", WITNESS),
    ],
)
def test_whoever_is_not_asked_rightly_does_not_verify(words: tuple[str, ...]) -> None:
    """Another key, a key for something else, one witness twice, a quorum that cannot be."""
    assert ask("proof", LEDGER / "event.tlog-proof", *words).code in {1, 2}


@pytest.mark.parametrize(
    "change",
    [
        (b"c2sp.org/tlog-proof@v1", b"c2sp.org/tlog-proof@v2"),
        (b"index 7", b"index 007"),
        (b"index 7", b"index 70"),
        (b"index 7", b"place 7"),
        (b"extra ", b"more "),
    ],
)
def test_other_proofs_are_not_taken_for_one(change: tuple[bytes, bytes], tmp_path: Path) -> None:
    """Another version, another place, no event."""
    content = (LEDGER / "event.tlog-proof").read_bytes()
    (tmp_path / "p").write_bytes(content.replace(*change))

    assert ask("proof", tmp_path / "p", "--key", LOG).code in {1, 2}


def test_an_event_that_is_no_leaf_is_refused(tmp_path: Path) -> None:
    """Proven to stand in the tree, and yet no event of such a log."""
    leaf = b"orderflow-leaf/2\nsomething newer"
    tree = StoredTree(tiles_of([outsider.leaf_hash(leaf)]).get)
    note = signed(Checkpoint(ORIGIN, 1, tree.root(1)), LOG_KEY).encode()
    (tmp_path / "p").write_bytes(InclusionProof(0, (), note, leaf).encode())

    found = ask("proof", tmp_path / "p", "--key", LOG)
    assert (found.code, "not written as a leaf" in found.said) == (1, True)


def test_text_of_others_does_not_steer_a_terminal() -> None:
    """Whatever is shown of a file is printable, and short."""
    assert outsider.shown("a\x1b[2J\nb\u202e") == "a\\u001b[2J\\nb\\u202e"
    assert outsider.shown(b"\xff" * 999) == "\\ufffd" * 120


def test_numbers_are_written_in_one_way() -> None:
    """No sign, no leading zero, no other digits."""
    for text in ("", "00", "01", "+1", "-1", "1.0", "\u0661", "1" * 19):
        with pytest.raises(outsider.Refused):
            outsider.number(text, "it")
    assert [outsider.number(str(n), "it") for n in (0, 9, 10)] == [0, 9, 10]


def test_moments_sort_as_they_follow_each_other() -> None:
    """In UTC, in days that the calendar has, with parts of a second or without."""
    times = ["2025-01-01T12:00:00Z", "2025-01-01T12:00:00.000001Z", "2025-01-01T12:00:00.5Z"]
    for text in ("2025-02-30T12:00:00Z", "2025-01-01T12:00:00", "2025-01-01T12:00:00+00:00", None):
        assert outsider.moment(text) == ""
    assert all(outsider.moment(a) < outsider.moment(b) for a, b in pairwise(times))
