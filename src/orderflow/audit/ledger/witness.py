"""A witness: cosigns a checkpoint only if it extends everything that was cosigned before.

Sees no event and no log: a proof is enough. What it cosigned last of each log is all that it keeps,
and is kept before the cosignature is given away.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from orderflow.audit.ledger.checkpoint import Checkpoint, cosignature
from orderflow.audit.ledger.note import Note
from orderflow.audit.ledger.trust import Trust

if TYPE_CHECKING:
    from datetime import datetime

    from orderflow.audit.ledger.keys import SigningKey, VerifierKey
    from orderflow.audit.ledger.proof_file import ConsistencyProof


class WitnessMemory(Protocol):
    """What a witness cosigned last, of each log."""

    def replace(self, origin: str, work: Callable[[str | None], str]) -> None:
        """Replace what was cosigned last of a log by what `work` makes of it.

        `work` is given the text of that checkpoint, or None. Nobody else replaces anything
        meanwhile, and all is on disk when this returns. If it raises, nothing changes.
        """


class Witness:
    """Watches over logs, with a key of its own."""

    def __init__(self, key: SigningKey, memory: WitnessMemory) -> None:
        """Take the key of the witness, and its memory."""
        self._key = key
        self._memory = memory

    def cosign(self, proof: ConsistencyProof, log: VerifierKey, *, at: datetime) -> bytes:
        """Return the checkpoint of a proof with the cosignature of this witness.

        Args:
            proof: The proof that the checkpoint extends the one that was last cosigned, or none.
            log: The key of the log.
            at: The present moment.

        Raises:
            NotWellFormed: It is no checkpoint.
            NotTrusted: The log has not signed it.
            NotProven: It does not extend what was last cosigned.
        """
        trust = Trust(log)
        joined = b""

        def work(last: str | None) -> str:
            nonlocal joined
            earlier = None if last is None else Checkpoint.parse(last)
            note = proof.check(trust, earlier).note
            joined = (
                Note(note.text, note.signatures)
                .joined((cosignature(note.text, self._key, at),))
                .encode()
            )
            return note.text

        self._memory.replace(log.name, work)
        return joined
