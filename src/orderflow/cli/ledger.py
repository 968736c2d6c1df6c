"""`orderflow audit keygen | checkpoint | prove | check-proof | witness`."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from orderflow.cli.faults import DONE, WrongUse
from orderflow.cli.visible import visible

if TYPE_CHECKING:
    from argparse import Namespace

    from orderflow.audit.ledger.keys import VerifierKey
    from orderflow.audit.ledger.leaf import Leaf
    from orderflow.audit.ledger.sqlite.store import SQLiteLedger
    from orderflow.audit.ledger.trust import Opened, Trust


def run(arguments: Namespace) -> int:
    """Run one act and return the exit code.

    Raises:
        WrongUse: The arguments do not fit together.
        LedgerError: Nothing was signed, or the proof is refused.
        EventLogError: The log cannot be read faithfully.
    """
    try:
        _ACTS[arguments.act](arguments)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "cryptography":
            raise
        raise WrongUse(str(error)) from None
    return DONE


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
    """Sign a checkpoint, or keep the cosignatures of one."""
    from orderflow.audit.interchange import source_at
    from orderflow.audit.ledger.checkpoint import Checkpoint
    from orderflow.audit.ledger.keyfile import read_key
    from orderflow.audit.ledger.keys import Kind
    from orderflow.audit.ledger.ledger import Ledger
    from orderflow.audit.ledger.sqlite.store import SQLiteLedger

    key = read_key(Path(arguments.key), Kind.NOTE)
    place = place_of_log(arguments)
    with closing(source_at(place)) as log:
        begin = SQLiteLedger.begin if arguments.begin else _opened
        with closing(begin(ledger_of(arguments, place), key.verifier)) as store:
            ledger = Ledger(store, log)
            if arguments.add:
                trust = _trust(arguments, key.verifier)
                _give(ledger.add_cosignatures(_content(arguments.add), trust), arguments)
                return
            extends: Checkpoint | None = None
            if arguments.extends:
                extends = (
                    _trust(arguments, key.verifier).open(_content(arguments.extends)).checkpoint
                )
            _give(ledger.checkpoint(key, extends=extends).note, arguments)


def prove(arguments: Namespace) -> None:
    """Write a proof."""
    from orderflow.audit.interchange import source_at
    from orderflow.audit.ledger.checkpoint import Checkpoint
    from orderflow.audit.ledger.ledger import Ledger
    from orderflow.audit.ledger.note import Note
    from orderflow.audit.ledger.sqlite.store import SQLiteLedger

    growth = bool(arguments.since) or arguments.from_nothing
    if growth == (arguments.order is not None) or (not growth and arguments.version is None):
        msg = "name an order and the number of its event, or --since a checkpoint"
        raise WrongUse(msg)
    place = place_of_log(arguments)
    with (
        closing(source_at(place)) as log,
        closing(SQLiteLedger(ledger_of(arguments, place))) as store,
    ):
        ledger = Ledger(store, log)
        if not growth:
            stream = arguments.order.lower().replace("-", "")
            proof = ledger.prove(stream, arguments.version, with_event=not arguments.without_event)
            _give(proof.encode(), arguments)
            return
        earlier = None
        if arguments.since:
            # Need not be believed: if it is not one of this log, no proof leads to it.
            earlier = Checkpoint.parse(Note.parse(_content(arguments.since)).text)
        _give(ledger.prove_extension(earlier).encode(), arguments)


def check_proof(arguments: Namespace) -> None:
    """Check a proof and say what it proves."""
    from orderflow.audit.ledger.leaf import read_leaf
    from orderflow.audit.ledger.proof_file import ConsistencyProof, InclusionProof, is_inclusion

    trust = _trust(arguments, _verifier(arguments.key))
    content = _content(arguments.proof)
    if is_inclusion(content):
        proof = InclusionProof.parse(content)
        leaf = _content(arguments.leaf) if arguments.leaf else proof.leaf
        if leaf is None:
            msg = "the proof does not carry the event: give it with --leaf"
            raise WrongUse(msg)
        opened = proof.check(trust, leaf)
        _tell_event(read_leaf(leaf), proof.index, opened)
    else:
        if not arguments.since:
            msg = "a proof that a log only grew is checked against the earlier checkpoint: --since"
            raise WrongUse(msg)
        earlier = _trust(arguments, trust.log, quorum=0).open(_content(arguments.since)).checkpoint
        opened = ConsistencyProof.parse(content).check(trust, earlier)
        print(
            f"proven: the log of {opened.checkpoint.size} events only extends"
            f" the one of {earlier.size}"
        )
    _tell_witnesses(opened)


def witness(arguments: Namespace) -> None:
    """Cosign a checkpoint."""
    from orderflow.audit.ledger.keyfile import read_key
    from orderflow.audit.ledger.keys import Kind
    from orderflow.audit.ledger.proof_file import ConsistencyProof
    from orderflow.audit.ledger.sqlite.memory import SQLiteMemory
    from orderflow.audit.ledger.witness import Witness

    key = read_key(Path(arguments.key), Kind.COSIGNATURE)
    log = _trust(arguments, _verifier(arguments.log), quorum=0).log
    proof = ConsistencyProof.parse(_content(arguments.proof))
    place = Path(arguments.memory)
    with closing(SQLiteMemory.begin(place) if arguments.begin else SQLiteMemory(place)) as memory:
        note = Witness(key, memory).cosign(proof, log, at=datetime.now(UTC))
    _give(note, arguments)


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


def place_of_log(arguments: Namespace) -> Path:
    """Return the file of the log that a ledger is kept of.

    Raises:
        WrongUse: It is not in a file, or not there.
    """
    from orderflow.cli.logs import place_of

    place = place_of(arguments).removeprefix("sqlite:///")
    if "://" in place or place == ":memory:":
        msg = "a ledger is kept of a log in a file; name one with --db or ORDERFLOW_DB"
        raise WrongUse(msg)
    if not Path(place).exists():
        msg = f"no event log at '{place}'; name one with --db or ORDERFLOW_DB"
        raise WrongUse(msg)
    return Path(place)


def ledger_of(arguments: Namespace, log: Path) -> Path:
    """Return the file of the ledger: the one that is named, or the one beside the log."""
    return Path(arguments.ledger) if arguments.ledger else log.with_name(f"{log.name}.ledger")


def _trust(arguments: Namespace, log: VerifierKey, quorum: int | None = None) -> Trust:
    from orderflow.audit.ledger.trust import Trust

    witnesses = tuple(_verifier(text) for text in getattr(arguments, "witness", ()))
    wanted = quorum if quorum is not None else arguments.quorum
    try:
        return Trust(log, witnesses, len(witnesses) if wanted is None else wanted)
    except ValueError as error:
        raise WrongUse(str(error)) from None


def _verifier(text: str) -> VerifierKey:
    """Return the public key that is written, or that a file holds."""
    from orderflow.audit.ledger.keys import VerifierKey

    written = text if "+" in text else _content(text).decode("utf-8", "replace").strip()
    return VerifierKey.parse(written)


def _content(name: str) -> bytes:
    return Path(name).read_bytes()


def _give(content: bytes, arguments: Namespace) -> None:
    if arguments.out:
        Path(arguments.out).write_bytes(content)
    else:
        # Byte for byte: a dash that another encoding writes otherwise is no signature.
        sys.stdout.flush()
        sys.stdout.buffer.write(content)


def _tell_event(leaf: Leaf, index: int, opened: Opened) -> None:
    stream, origin = visible(leaf.stream), visible(opened.checkpoint.origin)
    print(f"proven: event {leaf.version} of {stream} is in the log {origin}")
    print(f"  type        {visible(leaf.topic)}")
    print(f"  place       {index + 1} of {opened.checkpoint.size}")


def _tell_witnesses(opened: Opened) -> None:
    for key, at in opened.cosigned_at.items():
        print(f"  cosigned    {at.isoformat()} by {visible(key.partition('+')[0])}")
    if not opened.cosigned_at:
        print("  cosigned    by nobody: this rests on the key of the log alone")
