"""What the ledger says of the events of a bundle: where they stand, and the hashes of all else."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

from orderflow.audit.bundle.excerpt import Excerpt, encode, pieces
from orderflow.audit.ledger.placing import extension, last, place_of
from orderflow.audit.ledger.proof_file import ConsistencyProof
from orderflow.audit.ledger.stored_tree import StoredTree
from orderflow.errors import LedgerDamaged, NotCovered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import BinaryIO

    from orderflow.audit.ledger.checkpoint import Checkpoint
    from orderflow.audit.ledger.source import LogSource, StoredEvent
    from orderflow.audit.ledger.store import LedgerPages, LedgerStore


class Covered(NamedTuple):
    """Where events stand in the last checkpoint.

    Attributes:
        note: The signed checkpoint.
        checkpoint: What it says.
        places: Of each event its place among those of the checkpoint, from 0.
    """

    note: bytes
    checkpoint: Checkpoint
    places: Sequence[int]


def cover(
    events: Iterable[StoredEvent],
    log: LogSource,
    store: LedgerStore,
    sink: Callable[[Iterator[StoredEvent]], None],
) -> Covered:
    """Return where events stand, each found to be what was hashed.

    Args:
        events: The events, in the order of the log.
        log: The log.
        store: Its ledger.
        sink: Is given each event once it has been found, and must take them all.

    Raises:
        NotCovered: There are none, or no checkpoint speaks of one of them yet.
        LogContradicted: One is not what was hashed.
        NotTrusted: The last checkpoint that the ledger keeps is not signed by its log.
        LedgerDamaged: Hashes of the ledger are missing.
    """

    def work(pages: LedgerPages) -> Covered:
        note, checkpoint = last(pages, store.key)
        tree, places = StoredTree(pages.tile), array("Q")

        def found() -> Iterator[StoredEvent]:
            for event in events:
                places.append(place_of(event, log, pages, tree, checkpoint)[0])
                yield event

        sink(found())
        if checkpoint is None or not places:
            msg = "no event is meant: none of this order or period is on record"
            raise NotCovered(msg)
        return Covered(note, checkpoint, places)

    return store.read(work)


def write_proof(covered: Covered, store: LedgerStore, file: BinaryIO) -> None:
    """Write the proof that the events stand where they do, once it leads to the checkpoint.

    Raises:
        LedgerDamaged: Hashes of the ledger are missing or altered.
    """
    size = covered.checkpoint.size

    def work(pages: LedgerPages) -> bytes:
        tree = StoredTree(pages.tile)
        found = list(pieces(covered.places, size, tree.part))
        file.writelines(encode(found))
        # Of each event it is known already that it is what was hashed in its place.
        return Excerpt(iter(found), map(tree.leaf, covered.places)).root(size)

    if store.read(work) != covered.checkpoint.root:
        msg = "the hashes of the ledger do not lead from the events to its last checkpoint"
        raise LedgerDamaged(msg)


def growth(covered: Covered, since: Checkpoint, store: LedgerStore) -> bytes:
    """Return the proof that the checkpoint extends an older one.

    Raises:
        LogContradicted: It does not.
        LedgerDamaged: Hashes of the ledger are missing.
    """

    def work(pages: LedgerPages) -> bytes:
        path = extension(StoredTree(pages.tile), since, covered.checkpoint)
        return ConsistencyProof(since.size, path, covered.note).encode()

    return store.read(work)
