"""Writes the vectors of the ledger: `python -m tests.golden.generate_ledger`.

They are written once, before the release, and never again: proofs must keep their worth.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from orderflow.audit.ledger.checkpoint import Checkpoint, cosignature, signed
from orderflow.audit.ledger.encoding import encoded
from orderflow.audit.ledger.leaf import hash_of, leaf_of
from orderflow.audit.ledger.merkle import leaf_hash
from orderflow.audit.ledger.proof_file import ConsistencyProof, InclusionProof
from orderflow.audit.ledger.source import StoredEvent
from orderflow.audit.ledger.stored_tree import StoredTree
from orderflow.audit.ledger.tiles import hashes_in, widths
from tests.unit.audit.ledger.making import (
    LOG_KEY,
    NOON,
    ORIGIN,
    WITNESS_KEY,
    some_events,
    tiles_of,
)

HERE = Path(__file__).parent / "ledger"

EVENTS = (
    *some_events(8),
    StoredEvent(9, "", 1, "", b""),
    StoredEvent(10, "één", 2**40, "ü/1", bytes(range(256))),
    StoredEvent(14, "ab", 1, "c", b"d"),
    StoredEvent(15, "a", 1, "bc", b"d"),
)
"""The last two would be one, were there no lengths."""

MANY = 70_000
PROVEN = 7
OLDER = 5


def vectors() -> dict[str, bytes]:
    """Return each file, by its name."""
    tree = StoredTree(tiles_of(map(hash_of, EVENTS)).get)
    size = len(EVENTS)
    note = signed(Checkpoint(ORIGIN, size, tree.root(size)), LOG_KEY)
    checkpoint = note.joined((cosignature(note.text, WITNESS_KEY, NOON),)).encode()
    inclusion = InclusionProof(
        PROVEN, tuple(tree.inclusion(PROVEN, size)), checkpoint, leaf_of(EVENTS[PROVEN])
    )
    growth = ConsistencyProof(OLDER, tuple(tree.consistency(OLDER, size)), checkpoint)
    return {
        "leaves.json": _json([_leaf(one) for one in EVENTS]),
        "roots.json": _json([tree.root(count).hex() for count in range(size + 1)]),
        "tiles.json": _json(_tiles()),
        "keys.json": _json(
            {
                name: {"public": str(key.verifier), "private": key.reveal()}
                for name, key in (("log", LOG_KEY), ("witness", WITNESS_KEY))
            }
        ),
        "log.checkpoint": checkpoint,
        "event.tlog-proof": inclusion.encode(),
        "growth.proof": growth.encode(),
    }


def _leaf(event: StoredEvent) -> dict[str, object]:
    return {
        **event._asdict(),
        "state": encoded(event.state),
        "leaf": leaf_of(event).hex(),
        "hash": hash_of(event).hex(),
    }


def _tiles() -> dict[str, object]:
    tiles = tiles_of(leaf_hash(b"%d" % at) for at in range(MANY))
    return {
        "size": MANY,
        "root": StoredTree(tiles.get).root(MANY).hex(),
        "widths": widths(MANY),
        "tiles": {
            tile.path(len(hashes_in(content))): sha256(content).hexdigest()
            for tile, content in sorted(tiles.items())
        },
    }


def _json(content: object) -> bytes:
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()


if __name__ == "__main__":
    for name, content in vectors().items():
        (HERE / name).write_bytes(content)
