"""Checkpoints (C2SP tlog-checkpoint): how large a log was, and the root of its tree.

A checkpoint is the text of a signed note. This module writes, reads and signs it; whether to
believe it is a matter for `trust`, and whether it may be signed for `ledger` and `witness`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Self

from orderflow.audit.ledger.encoding import decoded_hash, encoded, number
from orderflow.audit.ledger.keys import Kind, SigningKey
from orderflow.audit.ledger.merkle import EMPTY_ROOT
from orderflow.audit.ledger.note import Note, Signature
from orderflow.errors import NotWellFormed

_LINES: Final = 3
TIME_SIZE: Final = 8


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The first `size` events of a log.

    Attributes:
        origin: Which log; the name of its key.
        size: Number of events.
        root: Root of the tree over them.
        extension: Further lines, which say nothing here and are kept as they are.
    """

    origin: str
    size: int
    root: bytes
    extension: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the checkpoint that the text of a note is.

        Raises:
            NotWellFormed: It is none.
        """
        lines = text.removesuffix("\n").split("\n")
        if len(lines) < _LINES or not all(lines) or not text.endswith("\n"):
            msg = "a checkpoint has an origin, a size and a root"
            raise NotWellFormed(msg)
        origin, size, root, *extension = lines
        found = cls(origin, number(size), decoded_hash(root), tuple(extension))
        if found.size == 0 and found.root != EMPTY_ROOT:
            msg = "a log without events has another root than this checkpoint"
            raise NotWellFormed(msg)
        return found

    @property
    def text(self) -> str:
        """The checkpoint as it is signed."""
        lines = (self.origin, str(self.size), encoded(self.root), *self.extension)
        return "".join(f"{line}\n" for line in lines)


def signed(checkpoint: Checkpoint, key: SigningKey) -> Note:
    """Return a checkpoint with the signature of its log.

    Raises:
        ValueError: The key is not that of this log.
    """
    if key.kind is not Kind.NOTE or key.name != checkpoint.origin:
        msg = "a log signs with the key of its own name"
        raise ValueError(msg)
    text = checkpoint.text
    value = key.sign(text.encode())
    return Note(text, (Signature(key.name, key.verifier.key_id, value),))


def cosignature(text: str, key: SigningKey, at: datetime) -> Signature:
    """Return the signature of a witness (C2SP tlog-cosignature, for Ed25519).

    Args:
        text: The checkpoint as it was signed.
        key: The key of the witness.
        at: When it was found to extend all that the witness had seen; whole seconds count.

    Raises:
        ValueError: The key is not that of a witness.
    """
    if key.kind is not Kind.COSIGNATURE:
        msg = "a witness signs with a key for cosignatures"
        raise ValueError(msg)
    seconds = int(at.timestamp())
    value = key.sign(cosigned_message(text, seconds))
    time = seconds.to_bytes(TIME_SIZE, "big")
    return Signature(key.name, key.verifier.key_id, time + value)


def cosigned_message(text: str, seconds: int) -> bytes:
    """Return what a witness signs."""
    return f"cosignature/v1\ntime {seconds}\n{text}".encode()


def moment_of(seconds: int) -> datetime | None:
    """Return the moment of a cosignature; None if it lies beyond the calendar."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None
