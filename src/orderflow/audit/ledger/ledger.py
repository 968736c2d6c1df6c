"""The ledger of one log: extends the tree, signs checkpoints, and makes proofs.

Keeps three rules. Only events that were never hashed are hashed. A checkpoint is signed only after
it was found to extend the last one, in the transaction that keeps it. A ledger signs with the key
that it was begun with, and no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from orderflow.audit.ledger.checkpoint import Checkpoint, signed
from orderflow.audit.ledger.extending import extended
from orderflow.audit.ledger.leaf import leaf_of
from orderflow.audit.ledger.merkle import leaf_hash, verify_consistency
from orderflow.audit.ledger.note import Note
from orderflow.audit.ledger.proof_file import ConsistencyProof, InclusionProof
from orderflow.audit.ledger.stored_tree import StoredTree
from orderflow.audit.ledger.tiles import WIDTH
from orderflow.audit.ledger.trust import Trust
from orderflow.errors import KeyFileError, LogContradicted, NotCovered

if TYPE_CHECKING:
    from orderflow.audit.ledger.keys import SigningKey
    from orderflow.audit.ledger.source import LogSource, StoredEvent
    from orderflow.audit.ledger.store import LedgerPages, LedgerStore


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
            LedgerDamaged: Hashes of the ledger are missing.
        """
        if str(key.verifier) != self._store.key:
            msg = f"this ledger was begun with another key than this one of {key.name}"
            raise KeyFileError(msg)
        return self._store.write(lambda pages: self._signed(pages, key, extends))

    def add_cosignatures(self, content: bytes, trust: Trust) -> bytes:
        """Keep the cosignatures that a checkpoint came back with; return it with all it has.

        Args:
            content: A checkpoint of this ledger, with signatures of witnesses.
            trust: The witnesses; signatures of others are not kept.

        Raises:
            NotWellFormed: It is no checkpoint.
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
            joined = note.joined(new).encode()
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
            LedgerDamaged: Hashes of the ledger are missing.
        """
        event = self._log.find(stream, version)
        if event is None:
            msg = f"the log has no event {version} of {stream}"
            raise NotCovered(msg)
        leaf = leaf_of(event)

        def work(pages: LedgerPages) -> InclusionProof:
            note, checkpoint = _last(pages)
            index = self._index_of(event, pages)
            if checkpoint is None or index is None or index >= checkpoint.size:
                msg = f"no checkpoint speaks of event {version} of {stream} yet; make one"
                raise NotCovered(msg)
            tree = StoredTree(pages.tile)
            if tree.leaf(index) != leaf_hash(leaf):
                msg = f"event {version} of {stream} is not what was hashed at its place"
                raise LogContradicted(msg)
            path = tuple(tree.inclusion(index, checkpoint.size))
            return InclusionProof(index, path, note, leaf if with_event else None)

        return self._store.read(work)

    def prove_extension(self, earlier: Checkpoint | None) -> ConsistencyProof:
        """Return the proof that the last checkpoint extends an earlier one, or nothing at all.

        Raises:
            NotCovered: There is no checkpoint yet.
            LogContradicted: It does not.
            LedgerDamaged: Hashes of the ledger are missing.
        """

        def work(pages: LedgerPages) -> ConsistencyProof:
            note, later = _last(pages)
            if later is None:
                msg = "there is no checkpoint yet; make one"
                raise NotCovered(msg)
            tree = StoredTree(pages.tile)
            if earlier is None:
                return ConsistencyProof(0, (), note)
            path = _extension(tree, earlier, later)
            return ConsistencyProof(earlier.size, path, note)

        return self._store.read(work)

    def _signed(self, pages: LedgerPages, key: SigningKey, extends: Checkpoint | None) -> Signed:
        note, last = _last(pages)
        if last is not None:
            Trust(key.verifier).open(note)
        size, root = extended(pages, self._log)
        new = Checkpoint(key.name, size, root)
        tree = StoredTree(pages.tile)
        for earlier in (last, extends):
            if earlier is not None:
                _extension(tree, earlier, new)
        if last is not None and last.size == size:
            return Signed(note, last, 0)
        content = signed(new, key).encode()
        pages.put_checkpoint(size, content)
        return Signed(content, new, size - (last.size if last else 0))

    def _index_of(self, event: StoredEvent, pages: LedgerPages) -> int | None:
        number = pages.tile_at(event.position)
        span = None if number is None else pages.span(number)
        if number is None or span is None or event.position > span.last:
            return None
        return number * WIDTH + self._log.count(span.first, event.position)


def _last(pages: LedgerPages) -> tuple[bytes, Checkpoint | None]:
    note = pages.checkpoint()
    if note is None:
        return b"", None
    return note, Checkpoint.parse(Note.parse(note).text)


def _extension(tree: StoredTree, earlier: Checkpoint, later: Checkpoint) -> tuple[bytes, ...]:
    """Return the proof that `later` extends `earlier`, once it holds.

    Raises:
        LogContradicted: It does not hold.
    """
    if earlier.origin != later.origin:
        msg = f"the checkpoint is one of {earlier.origin}, not of {later.origin}"
        raise LogContradicted(msg)
    path: tuple[bytes, ...] = ()
    if earlier.size <= later.size:
        path = tuple(tree.consistency(earlier.size, later.size))
    if not verify_consistency(earlier.size, later.size, earlier.root, later.root, path):
        msg = (
            f"the log of {later.size} events does not extend the checkpoint of {earlier.size}"
            " that was signed"
        )
        raise LogContradicted(msg)
    return path
