"""Whom an auditor believes: the key of a log, and so many of these witnesses.

Nothing in a note is believed before it has been opened here. Signatures of unknown keys are
ignored; a wrong signature of a known key refuses the whole note.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from orderflow.audit.ledger.checkpoint import TIME_SIZE, Checkpoint, cosigned_message, moment_of
from orderflow.audit.ledger.keys import Kind, VerifierKey
from orderflow.audit.ledger.note import Note, Signature
from orderflow.errors import NotTrusted


@dataclass(frozen=True, slots=True)
class Opened:
    """A checkpoint that is to be believed.

    Attributes:
        checkpoint: What it says.
        note: The note that it came in.
        cosigned_at: When each known witness cosigned it, by its key in writing; the earliest, if
            it did so more than once.
    """

    checkpoint: Checkpoint
    note: Note
    cosigned_at: dict[str, datetime]


@dataclass(frozen=True, slots=True)
class Trust:
    """Whom to believe.

    Attributes:
        log: Key of the log; its name is the origin of the checkpoints.
        witnesses: Keys of the witnesses that are known.
        quorum: How many of them must have cosigned.
    """

    log: VerifierKey
    witnesses: tuple[VerifierKey, ...] = ()
    quorum: int = 0

    def __post_init__(self) -> None:
        """Refuse keys for something else.

        Raises:
            ValueError: A key is for something else, two are the same, too few are known, or a
                witness has the key of the log.
        """
        kinds = {key.kind for key in self.witnesses}
        if self.log.kind is not Kind.NOTE or not kinds <= {Kind.COSIGNATURE}:
            msg = "a log has a key for notes, a witness one for cosignatures"
            raise ValueError(msg)
        # One key under two names would be one witness counted twice.
        known = len({key.public for key in self.witnesses})
        if known < len(self.witnesses) or not 0 <= self.quorum <= known:
            msg = f"{self.quorum} witnesses are asked for, {known} different ones are known"
            raise ValueError(msg)
        if self.log.public in {key.public for key in self.witnesses}:
            msg = "a log is no witness of itself: this witness has the key of the log"
            raise ValueError(msg)

    def open(self, content: bytes) -> Opened:
        """Return the checkpoint that a note carries.

        Raises:
            NotWellFormed: It is no note, or no checkpoint.
            NotTrusted: It is of another log, was not signed by it, or by too few witnesses.
        """
        note = Note.parse(content)
        if not self._signed_by_log(note):
            msg = f"the log has not signed this checkpoint with its key {self.log.name}"
            raise NotTrusted(msg)
        checkpoint = Checkpoint.parse(note.text)
        if checkpoint.origin != self.log.name:
            msg = "this is the checkpoint of another log"
            raise NotTrusted(msg)
        cosigned_at = self._cosignatures(note)
        if len(cosigned_at) < self.quorum:
            msg = f"{len(cosigned_at)} witnesses have cosigned; {self.quorum} are asked for"
            raise NotTrusted(msg)
        return Opened(checkpoint, note, cosigned_at)

    def _signed_by_log(self, note: Note) -> bool:
        found = _of(self.log, note)
        for signature in found:
            if not self.log.signed(note.text.encode(), signature.value):
                raise _wrong(self.log)
        return bool(found)

    def _cosignatures(self, note: Note) -> dict[str, datetime]:
        found: dict[str, datetime] = {}
        for key in self.witnesses:
            for signature in _of(key, note):
                at = _cosigned(key, note.text, signature.value)
                found[str(key)] = min(at, found.get(str(key), at))
        return found


def _of(key: VerifierKey, note: Note) -> list[Signature]:
    known = (key.name, key.key_id)
    return [one for one in note.signatures if (one.name, one.key_id) == known]


def _cosigned(key: VerifierKey, text: str, value: bytes) -> datetime:
    seconds = int.from_bytes(value[:TIME_SIZE], "big")
    at = moment_of(seconds)
    if at is None or not key.signed(cosigned_message(text, seconds), value[TIME_SIZE:]):
        raise _wrong(key)
    return at


def _wrong(key: VerifierKey) -> NotTrusted:
    return NotTrusted(f"a signature in the name of {key.name} is wrong")
