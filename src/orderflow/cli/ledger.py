"""`orderflow audit keygen | checkpoint | prove | check-proof | witness`."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from orderflow.cli.faults import WrongUse
from orderflow.cli.files import put
from orderflow.cli.ledger_shared import (
    content_of,
    ledger_of,
    log_of,
    stored_at,
    tell_witnesses,
    trust_in,
    verifier_of,
    with_keys,
)
from orderflow.cli.visible import visible

if TYPE_CHECKING:
    from argparse import Namespace

    from orderflow.audit.ledger.keys import VerifierKey
    from orderflow.audit.ledger.leaf import Leaf
    from orderflow.audit.ledger.sqlite.store import SQLiteLedger
    from orderflow.audit.ledger.trust import Opened


def run(arguments: Namespace) -> int:
    """Run one act and return the exit code.

    Raises:
        WrongUse: The arguments do not fit together.
        LedgerError: Nothing was signed, or the proof is refused.
        EventLogError: The log cannot be read faithfully.
    """
    return with_keys(_ACTS[arguments.act], arguments)


def keygen(arguments: Namespace) -> None:
    """Make a key file and print the public key."""
    from orderflow.audit.ledger.keyfile import write_key
    from orderflow.audit.ledger.keys import Kind, SigningKey

    kind = Kind.COSIGNATURE if arguments.witness else Kind.NOTE
    try:
        key = SigningKey.generate(arguments.name, kind)
    except ValueError as error:
        raise WrongUse(str(error)) from None
    write_key(Path(arguments.out), key)
    print(key.verifier)


def checkpoint(arguments: Namespace) -> None:
    """Sign a checkpoint, or keep the cosignatures of one.

    Raises:
        WrongUse: Cosignatures are to be kept, but of no witness, or together with something else.
    """
    from orderflow.audit.ledger.keyfile import read_key
    from orderflow.audit.ledger.keys import Kind
    from orderflow.audit.ledger.ledger import Ledger
    from orderflow.audit.ledger.sqlite.store import SQLiteLedger

    if arguments.add and (arguments.begin or arguments.extends or not arguments.witness):
        msg = "--add keeps cosignatures of those named with --witness, and does nothing else"
        raise WrongUse(msg)
    key = read_key(Path(arguments.key), Kind.NOTE)
    place = log_of(arguments)
    trust = trust_in(arguments, key.verifier)
    # Read before anything is begun, which can be done only once.
    extends = trust.open(content_of(arguments.extends)) if arguments.extends else None
    with closing(stored_at(place)) as log:
        begin = SQLiteLedger.begin if arguments.begin else _opened
        with closing(begin(ledger_of(arguments, place), key.verifier)) as store:
            ledger = Ledger(store, log)
            if arguments.add:
                _give(ledger.add_cosignatures(content_of(arguments.add), trust), arguments)
                return
            earlier = None if extends is None else extends.checkpoint
            _give(ledger.checkpoint(key, extends=earlier).note, arguments)


def prove(arguments: Namespace) -> None:
    """Write a proof."""
    from orderflow.audit.ledger.checkpoint import Checkpoint
    from orderflow.audit.ledger.ledger import Ledger
    from orderflow.audit.ledger.note import Note
    from orderflow.audit.ledger.sqlite.store import SQLiteLedger

    growth = bool(arguments.since) or arguments.from_nothing
    if arguments.since and arguments.from_nothing:
        msg = "name --since a checkpoint, or --from-nothing"
        raise WrongUse(msg)
    if growth == (arguments.order is not None) or (not growth and arguments.version is None):
        msg = "name an order and the number of its event, or --since a checkpoint"
        raise WrongUse(msg)
    place = log_of(arguments)
    with (
        closing(stored_at(place)) as log,
        closing(SQLiteLedger(ledger_of(arguments, place))) as store,
    ):
        ledger = Ledger(store, log)
        if not growth:
            stream = _stream(arguments.order, place)
            proof = ledger.prove(stream, arguments.version, with_event=not arguments.without_event)
            _give(proof.encode(), arguments)
            return
        earlier = None
        if arguments.since:
            # Need not be believed: if it is not one of this log, no proof leads to it.
            earlier = Checkpoint.parse(Note.parse(content_of(arguments.since)).text)
        _give(ledger.prove_extension(earlier).encode(), arguments)


def check_proof(arguments: Namespace) -> None:
    """Check a proof and say what it proves."""
    from orderflow.audit.ledger.leaf import read_leaf
    from orderflow.audit.ledger.proof_file import ConsistencyProof, InclusionProof, is_inclusion

    trust = trust_in(arguments, verifier_of(arguments.key))
    content = content_of(arguments.proof)
    if is_inclusion(content):
        proof = InclusionProof.parse(content)
        leaf = content_of(arguments.leaf) if arguments.leaf else proof.leaf
        if leaf is None:
            msg = "the proof does not carry the event: give it with --leaf"
            raise WrongUse(msg)
        opened = proof.check(trust, leaf)
        _tell_event(read_leaf(leaf), proof.index, opened)
    else:
        if not arguments.since:
            msg = "a proof that a log grew is checked against the earlier checkpoint: --since"
            raise WrongUse(msg)
        earlier = (
            trust_in(arguments, trust.log, quorum=0).open(content_of(arguments.since)).checkpoint
        )
        opened = ConsistencyProof.parse(content).check(trust, earlier)
        print(
            f"proven: the log of {opened.checkpoint.size} events only extends"
            f" the one of {earlier.size}"
        )
    tell_witnesses(opened)


def witness(arguments: Namespace) -> None:
    """Cosign a checkpoint."""
    from orderflow.audit.ledger.keyfile import read_key
    from orderflow.audit.ledger.keys import Kind
    from orderflow.audit.ledger.proof_file import ConsistencyProof
    from orderflow.audit.ledger.sqlite.memory import SQLiteMemory
    from orderflow.audit.ledger.witness import Witness

    key = read_key(Path(arguments.key), Kind.COSIGNATURE)
    log = trust_in(arguments, verifier_of(arguments.log), quorum=0).log
    proof = ConsistencyProof.parse(content_of(arguments.proof))
    place = Path(arguments.memory)
    with closing(SQLiteMemory.begin(place) if arguments.begin else SQLiteMemory(place)) as memory:
        note = Witness(key, memory).cosign(proof, log, at=datetime.now(UTC))
    _give(note, arguments)


_WHOLE_ID: Final = 32
"""Hexadecimal digits of a whole id."""

_ACTS: Final = {
    "keygen": keygen,
    "checkpoint": checkpoint,
    "prove": prove,
    "check-proof": check_proof,
    "witness": witness,
}


def _opened(path: Path, _key: VerifierKey) -> SQLiteLedger:
    from orderflow.audit.ledger.sqlite.store import SQLiteLedger

    return SQLiteLedger(path)


def _stream(text: str, place: str) -> str:
    """Return the stream of the order that somebody names, perhaps by its first characters."""
    from orderflow.cli.logs import order_meant, reader_at

    wanted = text.lower().replace("-", "")
    if len(wanted) == _WHOLE_ID:
        return wanted
    with closing(reader_at(place)) as log:
        return order_meant(text, log, place).hex


def _give(content: bytes, arguments: Namespace) -> None:
    if arguments.out:
        put(arguments.out, content)
    else:
        # Byte for byte: a dash that another encoding writes otherwise is no signature.
        sys.stdout.flush()
        sys.stdout.buffer.write(content)


def _tell_event(leaf: Leaf, index: int, opened: Opened) -> None:
    stream, origin = visible(leaf.stream), visible(opened.checkpoint.origin)
    print(f"proven: event {leaf.version} of {stream} is in the log {origin}")
    print(f"  type        {visible(leaf.topic)}")
    print(f"  place       {index + 1} of {opened.checkpoint.size}")
