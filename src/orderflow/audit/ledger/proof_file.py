"""Proofs as files: text, each complete with the checkpoint that it leads to.

An inclusion proof has the form of C2SP tlog-proof, and may carry the bytes of its leaf as extra
data. A consistency proof has that in which C2SP tlog-witness sends one to a witness. Nothing in
either is believed before `check` returns.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Self

from orderflow.audit.ledger.checkpoint import Checkpoint
from orderflow.audit.ledger.encoding import decoded, decoded_hash, encoded, number
from orderflow.audit.ledger.merkle import (
    EMPTY_ROOT,
    leaf_hash,
    verify_consistency,
    verify_inclusion,
)
from orderflow.audit.ledger.note import LARGEST_NOTE
from orderflow.audit.ledger.trust import Opened, Trust
from orderflow.errors import NotProven, NotWellFormed

INCLUSION: Final = "c2sp.org/tlog-proof@v1"

_MOST_HASHES: Final = 63
"""As many as the largest tree needs."""


@dataclass(frozen=True, slots=True)
class InclusionProof:
    """The proof that one event is in a log.

    Attributes:
        index: Place of the leaf in the tree, from 0.
        path: Hashes from the leaf's sibling upwards.
        checkpoint: The signed checkpoint, as a note.
        leaf: The bytes of the leaf, if the file carries them.
    """

    index: int
    path: tuple[bytes, ...]
    checkpoint: bytes
    leaf: bytes | None = None

    @classmethod
    def parse(cls, content: bytes) -> Self:
        """Return the proof that `content` is.

        Raises:
            NotWellFormed: It is none.
        """
        lines, checkpoint = _parts(content)
        if lines.pop(0) != INCLUSION:
            msg = "not an inclusion proof"
            raise NotWellFormed(msg)
        leaf = None
        if lines and lines[0].startswith("extra "):
            leaf = decoded(lines.pop(0).removeprefix("extra "))
        index = _labelled("index ", lines.pop(0) if lines else "")
        return cls(index, _hashes(lines), checkpoint, leaf)

    def encode(self) -> bytes:
        """Return the proof as it is kept."""
        extra = [] if self.leaf is None else [f"extra {encoded(self.leaf)}"]
        lines = [INCLUSION, *extra, f"index {self.index}", *map(encoded, self.path)]
        return _written(lines, self.checkpoint)

    def check(self, trust: Trust, leaf: bytes | None = None) -> Opened:
        """Return the checkpoint that covers the event.

        Args:
            trust: Whom to believe.
            leaf: Bytes of the leaf; by default those that the file carries.

        Raises:
            NotWellFormed: The checkpoint is none.
            NotTrusted: Its signatures are not those asked for.
            NotProven: The hashes do not lead to it, or the leaf is another than the file carries.
            ValueError: There is no leaf to prove anything of.
        """
        found = self.leaf if leaf is None else leaf
        if found is None:
            msg = "the proof does not carry the event: give its leaf"
            raise ValueError(msg)
        opened = trust.open(self.checkpoint)
        size, root = opened.checkpoint.size, opened.checkpoint.root
        same = self.leaf is None or found == self.leaf
        if not same or not verify_inclusion(self.index, size, leaf_hash(found), self.path, root):
            msg = "the proof does not show that this event is in the log"
            raise NotProven(msg)
        return opened


@dataclass(frozen=True, slots=True)
class ConsistencyProof:
    """The proof that a log only grew since an earlier checkpoint.

    Attributes:
        old_size: Number of events of the earlier checkpoint.
        path: The hashes.
        checkpoint: The later signed checkpoint, as a note.
    """

    old_size: int
    path: tuple[bytes, ...]
    checkpoint: bytes

    @classmethod
    def parse(cls, content: bytes) -> Self:
        """Return the proof that `content` is.

        Raises:
            NotWellFormed: It is none.
        """
        lines, checkpoint = _parts(content)
        old_size = _labelled("old ", lines.pop(0))
        return cls(old_size, _hashes(lines), checkpoint)

    def encode(self) -> bytes:
        """Return the proof as it is kept."""
        return _written([f"old {self.old_size}", *map(encoded, self.path)], self.checkpoint)

    def check(self, trust: Trust, earlier: Checkpoint | None) -> Opened:
        """Return the later checkpoint, which extends the earlier one.

        Args:
            trust: Whom to believe of the later checkpoint.
            earlier: What is believed already; None if nothing yet.

        Raises:
            NotWellFormed: The later checkpoint is none.
            NotTrusted: Its signatures are not those asked for.
            NotProven: It does not extend the earlier one, or the proof is from another size.
        """
        later = trust.open(self.checkpoint)
        old_size, old_root = (0, EMPTY_ROOT) if earlier is None else (earlier.size, earlier.root)
        if earlier is not None and earlier.origin != later.checkpoint.origin:
            msg = "the checkpoints are of two logs"
            raise NotProven(msg)
        if self.old_size != old_size:
            msg = f"the proof starts from {self.old_size} events, not from {old_size}"
            raise NotProven(msg)
        size, root = later.checkpoint.size, later.checkpoint.root
        if not verify_consistency(old_size, size, old_root, root, self.path):
            msg = f"the log of {size} events does not extend the one of {old_size}"
            raise NotProven(msg)
        return later


def is_inclusion(content: bytes) -> bool:
    """Tell whether a file says of itself that it is an inclusion proof."""
    return content.startswith(INCLUSION.encode())


def _parts(content: bytes) -> tuple[list[str], bytes]:
    if len(content) > LARGEST_NOTE:
        msg = f"a proof of more than {LARGEST_NOTE} bytes"
        raise NotWellFormed(msg)
    head, separator, checkpoint = content.partition(b"\n\n")
    try:
        lines = head.decode("ascii").split("\n")
    except UnicodeDecodeError:
        lines = []
    if not separator or not lines:
        msg = "a proof has lines of hashes, a blank line, and a checkpoint"
        raise NotWellFormed(msg)
    return lines, checkpoint


def _labelled(label: str, line: str) -> int:
    if not line.startswith(label):
        msg = f"a proof lacks the line '{label.strip()}'"
        raise NotWellFormed(msg)
    return number(line.removeprefix(label))


def _hashes(lines: list[str]) -> tuple[bytes, ...]:
    if len(lines) > _MOST_HASHES:
        msg = f"a proof of more than {_MOST_HASHES} hashes"
        raise NotWellFormed(msg)
    return tuple(decoded_hash(line) for line in lines)


def _written(lines: list[str], checkpoint: bytes) -> bytes:
    return "\n".join(lines).encode() + b"\n\n" + checkpoint
