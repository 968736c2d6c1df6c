"""What there is to do on a log in SQLite, cut into pieces that any process can do.

A process opens log and ledger for itself, and only reads: no connection crosses into another.
"""

from __future__ import annotations

from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from orderflow.audit.verifying.collected import Findings
from orderflow.audit.verifying.sqlite.commands import sum_of_commands
from orderflow.audit.verifying.sqlite.health import check_file, check_mark, check_sequence
from orderflow.audit.verifying.sqlite.kept import KeptLedger
from orderflow.audit.verifying.sqlite.rows import Share, SQLiteRows
from orderflow.audit.verifying.streams import HELD, Streams
from orderflow.audit.verifying.tree import Hasher, Stretch
from orderflow.errors import EventLogError

if TYPE_CHECKING:
    from collections.abc import Callable

    Progress = Callable[[int], None]
    """Told how many events more were read."""


class Kept(NamedTuple):
    """Which ledger to lay the log beside.

    Attributes:
        path: Its file.
        key: Public key that it names.
        size: How many events its last checkpoint speaks of.
    """

    path: str
    key: str
    size: int


class Piece(NamedTuple):
    """One piece of the work.

    Attributes:
        log: The log's file.
        before: Position after the last event.
        at_most: How many findings of a kind are kept.
        number: Number of the first tile of the stretch to be hashed; None to hash nothing.
        first: Position of the first event of that stretch.
        until: Position after the last event of that stretch.
        sizes: Sizes of trees within the stretch that the root is asked for.
        kept: The ledger, if there is one.
        share: The bounds of the share of streams to be checked; None to check none.
        held: How many orders that were touched last are held, at the least.
        whole_file: Whether the file itself is to be checked.
    """

    log: str
    before: int
    at_most: int
    number: int | None = None
    first: int = 0
    until: int = 0
    sizes: tuple[int, ...] = ()
    kept: Kept | None = None
    share: tuple[str | None, str | None] | None = None
    held: int = HELD
    whole_file: bool = False


class Outcome(NamedTuple):
    """What came of a piece.

    Attributes:
        findings: What was found.
        stretch: The stretch that was hashed, if one was.
        events: How many events of the share were checked.
        orders: How many orders they belong to.
        commands_agree: Whether the handled commands of the share are those of its events.
        complete: Whether everything could be read.
    """

    findings: Findings
    stretch: Stretch | None = None
    events: int = 0
    orders: int = 0
    commands_agree: bool = True
    complete: bool = True


def done(piece: Piece, progress: Progress | None = None) -> Outcome:
    """Do one piece of the work."""
    findings = Findings(piece.at_most)
    with closing(SQLiteRows(Path(piece.log))) as rows:
        if piece.whole_file:
            check_file(rows.file, findings)
            check_sequence(rows.file, findings)
            check_mark(rows.file, findings)
            return Outcome(findings)
        return _read(piece, rows, findings, progress)


def _read(piece: Piece, rows: SQLiteRows, findings: Findings, progress: Progress | None) -> Outcome:
    """Read events once, for all that is to be done with them."""
    with ExitStack() as stack:
        hasher = streams = None
        share = Share()
        first, until = piece.first, piece.before
        if piece.share is not None:
            share = Share(*piece.share)
            streams = stack.enter_context(
                closing(Streams(findings, earlier=rows.earlier, held=piece.held))
            )
        if piece.number is not None:
            until = piece.until
            ledger = None
            if piece.kept is not None:
                path, key, size = piece.kept
                ledger = stack.enter_context(closing(KeptLedger(Path(path), key=key, size=size)))
            kept = None if ledger is None else ledger.leaves
            hasher = Hasher(findings, piece.number, kept=kept, sizes=piece.sizes)
        for batch in rows.batches(findings, first, until, share):
            if hasher is not None:
                hasher.take(batch)
            if streams is not None:
                streams.take(batch)
            if progress is not None and hasher is not None:
                progress(len(batch))
        stretch = None if hasher is None else hasher.done()
        if streams is None:
            return Outcome(findings, stretch, complete=not rows.stopped)
        agree = _agree(rows, share, streams)
        return Outcome(
            findings, stretch, streams.events, streams.orders, agree, complete=not rows.stopped
        )


def _agree(rows: SQLiteRows, share: Share, streams: Streams) -> bool:
    try:
        return sum_of_commands(rows.file, share) == streams.commands
    except EventLogError:
        return False  # What is wrong is found when both are laid side by side.
