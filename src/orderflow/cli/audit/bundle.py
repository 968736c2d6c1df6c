"""`orderflow audit bundle | check-bundle`: a file to keep, and what it proves."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from orderflow.cli.faults import WrongUse
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
from orderflow.cli.logs import order_meant, reader_at
from orderflow.cli.moments import moment
from orderflow.cli.visible import visible

if TYPE_CHECKING:
    from argparse import Namespace

    from orderflow.audit.bundle import Beside, Checked
    from orderflow.audit.interchange import Selection
    from orderflow.audit.ledger.keys import VerifierKey
    from orderflow.store import LogReader

_RUNS: Final = 10


def run(arguments: Namespace) -> int:
    """Run one of the two and return the exit code."""
    return with_keys(write if arguments.act == "bundle" else check, arguments)


def write(arguments: Namespace) -> None:
    """Write a bundle to a new file.

    Raises:
        WrongUse: Neither an order nor a period is named, or there is something at `--out`.
    """
    from orderflow.audit.bundle import Source, make
    from orderflow.audit.ledger.keyfile import read_key
    from orderflow.audit.ledger.keys import Kind
    from orderflow.audit.ledger.sqlite.store import SQLiteLedger

    key = read_key(Path(arguments.key), Kind.NOTE)
    place, out = log_of(arguments), Path(arguments.out)
    with (
        closing(reader_at(place)) as reader,
        closing(stored_at(place)) as stored,
        closing(SQLiteLedger(ledger_of(arguments, place))) as ledger,
    ):
        selection = _selection(arguments, reader, place)
        try:
            made = make(out, selection, Source(stored, reader), ledger, key, _beside(arguments))
        except FileExistsError:
            msg = f"'{out.name}' is there already; a bundle is never overwritten"
            raise WrongUse(msg) from None
    what = f"order {selection.order}" if selection.order else "what was recorded in that period"
    print(f"written: {made.events} of the {made.size} events of {visible(made.origin)}, of {what}")
    print(f"  file        {visible(out.name)}, {out.stat().st_size} bytes")
    print(f"  signed      by {visible(key.name)}")


def check(arguments: Namespace) -> None:
    """Check a bundle and say what it proves."""
    from orderflow.audit.bundle import Bundle
    from orderflow.audit.bundle import check as checked

    trust = trust_in(arguments, verifier_of(arguments.key))
    signer = verifier_of(arguments.signer) if arguments.signer else None
    since = None
    if arguments.since:
        alone = trust_in(arguments, trust.log, quorum=0)
        since = alone.open(content_of(arguments.since)).checkpoint
    with Bundle.open(Path(arguments.bundle)) as bundle:
        found = checked(bundle, trust, signer=signer, since=since)
    _tell(found, signer or trust.log)


def _selection(arguments: Namespace, reader: LogReader, place: str) -> Selection:
    from orderflow.audit.interchange import Selection

    begin, before = arguments.begin, arguments.before
    if (arguments.order is None) == (begin is None) or (begin is None) != (before is None):
        msg = "name an order, or a period with --from and --to"
        raise WrongUse(msg)
    if arguments.order is not None:
        return Selection(order=order_meant(arguments.order, reader, place).hex)
    first, end = moment(begin, "--from", None), moment(before, "--to", None)
    if first >= end:
        msg = "--to must be later than --from"
        raise WrongUse(msg)
    return Selection(recorded_from=first, recorded_before=end)


def _beside(arguments: Namespace) -> Beside:
    from orderflow.audit.bundle import Beside
    from orderflow.audit.ledger.checkpoint import Checkpoint
    from orderflow.audit.ledger.note import Note
    from orderflow.law import RegimeRegister

    own = Path(arguments.regimes) if arguments.regimes else None
    since = None
    if arguments.since:
        # Need not be believed: if it is not one of this log, no proof leads to it.
        since = Checkpoint.parse(Note.parse(content_of(arguments.since)).text)
    return Beside(
        register=RegimeRegister.from_folder(own) if own else None,
        own_law=own,
        witnesses=tuple(verifier_of(text) for text in arguments.witness),
        since=since,
    )


def places(runs: tuple[tuple[int, int], ...]) -> str:
    """Return places as a reader counts them, from 1; the first ten runs of them."""
    shown = [f"{end}" if end == first + 1 else f"{first + 1} to {end}" for first, end in runs]
    return ", ".join([*shown[:_RUNS], "…"] if shown[_RUNS:] else shown)


def _tell(found: Checked, signer: VerifierKey) -> None:
    said, checkpoint = found.manifest, found.opened.checkpoint
    order, begin, before = (
        said.selection.order,
        said.selection.recorded_from,
        said.selection.recorded_before,
    )
    whose = f"events 1 to {said.events} of order {order}" if order else f"{said.events} events"
    print(f"proven: {whose} stand unchanged in the log {visible(checkpoint.origin)}")
    print(f"  places      {places(found.places)} of {checkpoint.size}")
    if begin and before:
        print(f"  recorded    from {begin.isoformat()}, before {before.isoformat()}")
    print(f"  left out    nothing, by the word of {visible(signer.name)}, who signed every byte")
    print(f"  made by     {visible(said.made_by)}")
    if found.simulated:
        print("  SIMULATION  this log follows a simulated clock")
    if found.since is not None:
        print(f"  growth      the log only extends the checkpoint of {found.since.size} events")
    tell_witnesses(found.opened)
