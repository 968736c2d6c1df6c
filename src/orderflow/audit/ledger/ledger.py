"""The ledger of one log: extends the tree, signs checkpoints, and makes proofs.

Keeps three rules. Only events that were never hashed are hashed. A checkpoint is signed only after
it was found to extend the last one, in the transaction that keeps it. A ledger signs with the key
that it was begun with, and no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from orderflow.audit.ledger.checkpoint import Checkpoint, signed
from orderflow.audit.ledger.extending import extended
from orderflow.audit.ledger.leaf import leaf_of
from orderflow.audit.ledger.note import LARGEST_NOTE, Note
from orderflow.audit.ledger.placing import extension, inclusion, last, place_of
from orderflow.audit.ledger.proof_file import ConsistencyProof, InclusionProof
from orderflow.audit.ledger.stored_tree import StoredTree
from orderflow.errors import KeyFileError, LedgerDamaged, NotCovered, NotWellFormed

if TYPE_CHECKING:
    from orderflow.audit.ledger.keys import SigningKey
    from orderflow.audit.ledger.source import LogSource
    from orderflow.audit.ledger.store import LedgerPages, LedgerStore
    from orderflow.audit.ledger.trust import Trust


_LAST: Final = 2**63 - 1
"""The largest number that a database keeps."""


class Signed(NamedTuple):
    """What came of signing.

    Attributes:
        note: The signed checkpoint.
        checkpoint: What it says.
        hashed: How many events were new since the last checkpoint.
    """

    note: bytes
    checkpoint: Checkpoint
    hashed: int


class Ledger:
    """Brings a log and what is kept of it together."""

    def __init__(self, store: LedgerStore, log: LogSource) -> None:
        """Take the log, and the ledger that was begun for it."""
        self._store = store
        self._log = log

    def checkpoint(self, key: SigningKey, *, extends: Checkpoint | None = None) -> Signed:
        """Hash what is new, and return a signed checkpoint over all of it.

        Nothing new gives the last checkpoint again.

        Args:
            key: The key of the log.
            extends: A checkpoint kept elsewhere that the new one must extend, too.

        Raises:
            KeyFileError: It is not the key that the ledger was begun with.
            LogContradicted: The log or the ledger no longer extends what was signed, or `extends`.
            NotTrusted: The last checkpoint that the ledger keeps was not signed with the key.
            LedgerDamaged: Hashes of the ledger are missing, or there are some that nobody signed.
        """
        if str(key.verifier) != self._store.key:
            msg = f"this ledger was begun with another key than this one of {key.name}"
            raise KeyFileError(msg)
        return self._store.write(lambda pages: self._signed(pages, key, extends))

    def add_cosignatures(self, content: bytes, trust: Trust) -> bytes:
        """Keep the cosignatures that a checkpoint came back with; return it with all it has.

        Of each witness the first is kept: a later one of the same checkpoint says less.

        Args:
            content: A checkpoint of this ledger, with signatures of witnesses.
            trust: The witnesses; signatures of others are not kept.

        Raises:
            NotWellFormed: It is no checkpoint, or there would be more than 100 signatures.
            NotTrusted: A signature is wrong, or too few witnesses have signed.
            NotCovered: It is no checkpoint that this ledger made.
        """
        opened = trust.open(content)
        size = opened.checkpoint.size
        known = {(key.name, key.key_id) for key in trust.witnesses}
        new = tuple(one for one in opened.note.signatures if (one.name, one.key_id) in known)

        def work(pages: LedgerPages) -> bytes:
            kept = pages.checkpoint(size)
            note = None if kept is None else Note.parse(kept)
            if note is None or note.text != opened.note.text:
                msg = f"this ledger has made no such checkpoint of {size} events"
                raise NotCovered(msg)
            held = {(one.name, one.key_id) for one in note.signatures}
            fresh = {(one.name, one.key_id): one for one in reversed(new)}
            joined = note.joined(
                tuple(one for who, one in fresh.items() if who not in held)
            ).encode()
            pages.put_checkpoint(size, joined)
            return joined

        return self._store.write(work)

    def prove(self, stream: str, version: int, *, with_event: bool = True) -> InclusionProof:
        """Return the proof that one event is covered by the last checkpoint.

        Args:
            stream: Id of the stream, as stored.
            version: Number of the event within the stream.
            with_event: Whether the proof carries the event.

        Raises:
            NotCovered: There is no such event, or no checkpoint of it yet.
            LogContradicted: The event is not what was hashed.
            NotTrusted: The last checkpoint that the ledger keeps is not signed by its log.
            LedgerDamaged: Hashes of the ledger are missing or altered.
            NotWellFormed: The event is too large for a proof that carries it.
        """
        event = self._log.find(stream, version) if 0 < version <= _LAST else None
        if event is None:
            msg = f"the log has no event {version} of {stream}"
            raise NotCovered(msg)
        leaf = leaf_of(event)

        def work(pages: LedgerPages) -> InclusionProof:
            note, found = last(pages, self._store.key)
            tree = StoredTree(pages.tile)
            index, checkpoint = place_of(event, self._log, pages, tree, found)
            path = inclusion(tree, event, index, checkpoint)
            return InclusionProof(index, path, note, leaf if with_event else None)

        proof = self._store.read(work)
        if len(proof.encode()) > LARGEST_NOTE:
            msg = f"an event of {len(leaf)} bytes is too large for a proof that carries it"
            raise NotWellFormed(msg)
        return proof

    def prove_extension(self, earlier: Checkpoint | None) -> ConsistencyProof:
        """Return the proof that the last checkpoint extends an earlier one, or nothing at all.

        Raises:
            NotCovered: There is no checkpoint yet.
            LogContradicted: It does not.
            NotTrusted: The last checkpoint that the ledger keeps is not signed by its log.
            LedgerDamaged: Hashes of the ledger are missing.
        """

        def work(pages: LedgerPages) -> ConsistencyProof:
            note, later = last(pages, self._store.key)
            if later is None:
                msg = "there is no checkpoint yet; make one"
                raise NotCovered(msg)
            tree = StoredTree(pages.tile)
            if earlier is None:
                return ConsistencyProof(0, (), note)
            path = extension(tree, earlier, later)
            return ConsistencyProof(earlier.size, path, note)

        return self._store.read(work)

    def _signed(self, pages: LedgerPages, key: SigningKey, extends: Checkpoint | None) -> Signed:
        note, before = last(pages, str(key.verifier))
        if pages.size() != (before.size if before else 0):
            msg = "the ledger keeps hashes that no checkpoint speaks of; nothing was signed"
            raise LedgerDamaged(msg)
        size, root = extended(pages, self._log)
        new = Checkpoint(key.name, size, root)
        tree = StoredTree(pages.tile)
        for earlier in (before, extends):
            if earlier is not None:
                extension(tree, earlier, new)
        if before is not None and before.size == size:
            return Signed(note, before, 0)
        content = signed(new, key).encode()
        pages.put_checkpoint(size, content)
        return Signed(content, new, size - (before.size if before else 0))
