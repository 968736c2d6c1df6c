"""Where an event stands in the tree of a ledger, and whether the tree extends a checkpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.audit.ledger.checkpoint import Checkpoint
from orderflow.audit.ledger.keys import VerifierKey
from orderflow.audit.ledger.leaf import hash_of
from orderflow.audit.ledger.merkle import verify_consistency, verify_inclusion
from orderflow.audit.ledger.tiles import WIDTH
from orderflow.audit.ledger.trust import Trust
from orderflow.errors import LedgerDamaged, LogContradicted, NotCovered

if TYPE_CHECKING:
    from orderflow.audit.ledger.source import LogSource, StoredEvent
    from orderflow.audit.ledger.store import LedgerPages
    from orderflow.audit.ledger.stored_tree import StoredTree


def last(pages: LedgerPages, key: str) -> tuple[bytes, Checkpoint | None]:
    """Return the last checkpoint as a note, and what it says; nothing if there is none yet.

    Args:
        pages: What the ledger keeps.
        key: Public key of the log, with which the ledger was begun.

    Raises:
        NotTrusted: It does not bear the signature of that key.
        NotWellFormed: It cannot be read.
        LedgerDamaged: It is not kept in the place of its size.
    """
    note = pages.checkpoint()
    if note is None:
        return b"", None
    found = Trust(VerifierKey.parse(key)).open(note).checkpoint
    if pages.last_size() != found.size:
        msg = f"the ledger keeps its checkpoint of {found.size} events in the place of another"
        raise LedgerDamaged(msg)
    return note, found


def place_of(
    event: StoredEvent,
    log: LogSource,
    pages: LedgerPages,
    tree: StoredTree,
    checkpoint: Checkpoint | None,
) -> tuple[int, Checkpoint]:
    """Return the place of an event among those of a checkpoint, from 0; and the checkpoint.

    Raises:
        NotCovered: The checkpoint does not speak of it, or there is none.
        LogContradicted: The event is not what was hashed at its place.
        LedgerDamaged: Hashes of the ledger are missing.
    """
    place = _place(event, log, pages)
    if checkpoint is None or place is None or place >= checkpoint.size:
        msg = f"no checkpoint speaks of event {event.version} of {event.stream} yet; make one"
        raise NotCovered(msg)
    if tree.leaf(place) != hash_of(event):
        msg = f"event {event.version} of {event.stream} is not what was hashed at its place"
        raise LogContradicted(msg)
    return place, checkpoint


def _place(event: StoredEvent, log: LogSource, pages: LedgerPages) -> int | None:
    number = pages.tile_at(event.position)
    span = None if number is None else pages.span(number)
    if number is None or span is None or event.position > span.last:
        return None
    return number * WIDTH + log.count(span.first, event.position)


def inclusion(
    tree: StoredTree, event: StoredEvent, index: int, checkpoint: Checkpoint
) -> tuple[bytes, ...]:
    """Return the proof that an event stands at a place under a checkpoint, once it holds.

    Raises:
        LedgerDamaged: Hashes of the ledger are missing or altered.
    """
    path = tuple(tree.inclusion(index, checkpoint.size))
    if not verify_inclusion(index, checkpoint.size, hash_of(event), path, checkpoint.root):
        msg = f"the hashes of the ledger do not lead from place {index + 1} to its last checkpoint"
        raise LedgerDamaged(msg)
    return path


def extension(tree: StoredTree, earlier: Checkpoint, later: Checkpoint) -> tuple[bytes, ...]:
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
