"""Verifies a log: reads all of it once, and names whatever is not as it must be, with its place."""

from __future__ import annotations

import gc
import os
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from orderflow.audit.ledger.source import StoredEvent
from orderflow.audit.verifying.against_ledger import Compared, compare_with_ledger
from orderflow.audit.verifying.collected import KEPT, Findings
from orderflow.audit.verifying.finding import NoteKind, Verified
from orderflow.audit.verifying.jobs import outcomes, pieces
from orderflow.audit.verifying.sqlite.commands import compare_commands
from orderflow.audit.verifying.sqlite.kept import opened
from orderflow.audit.verifying.sqlite.rows import SQLiteRows
from orderflow.audit.verifying.whole_tree import WholeTree
from orderflow.audit.verifying.work import Kept
from orderflow.errors import EventLogError, LedgerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime

    from orderflow.audit.ledger.trust import Trust
    from orderflow.audit.verifying.checkpoints import Checkpoints
    from orderflow.audit.verifying.sqlite.kept import KeptLedger

_ESCAPED = "surrogateescape"


def verify(
    place: str | os.PathLike[str],
    *,
    ledger: str | os.PathLike[str] | None = None,
    checkpoints: Mapping[str, bytes] | None = None,
    trust: Trust | None = None,
    jobs: int = 1,
    at_most: int = KEPT,
    progress: Callable[[int, int], None] | None = None,
) -> Verified:
    """Return what is wrong with a log in SQLite, and with the ledger that is kept of it.

    Reads the log once, in memory that does not grow with it. Only where something does not fit is
    it read again, to tell what. Whoever records meanwhile is not kept waiting, and what they
    record is not read.

    Args:
        place: The log's file.
        ledger: The ledger's file; None takes the one beside the log, if there is one.
        checkpoints: Signed checkpoints that were kept elsewhere, by the name to call them by.
        trust: Whose signatures to believe; None checks those of the ledger with the key that the
            ledger itself names.
        jobs: How many processes share the work, this one included.
        at_most: How many findings are listed; the others are counted.
        progress: Told from time to time how many events were read, and how many there are.

    Raises:
        ValueError: `jobs` or `at_most` is below 1.
        NotAnEventLog: There is no log at that place, or something else.
        NewerLog: A newer version of `orderflow` wrote it.
        EventLogError: The file cannot be opened as a log at all.
        LedgerError: There is no ledger where one was named.
        ModuleNotFoundError: There is something signed, and the extra `audit` is not installed.
    """
    if jobs < 1 or at_most < 1:
        msg = "a log is verified by at least one process, and at least one finding is listed"
        raise ValueError(msg)
    findings = Findings(at_most)
    with ExitStack() as stack:
        rows = stack.enter_context(closing(SQLiteRows(Path(place))))
        kept = _ledger_of(rows.path, ledger, findings)
        if kept is not None:
            stack.enter_context(closing(kept))
        stack.enter_context(_without_collecting())
        return _Verification(rows, kept, dict(checkpoints or {}), trust, findings).run(
            jobs, at_most, progress
        )


class _Verification:
    """One log being verified."""

    def __init__(
        self,
        rows: SQLiteRows,
        kept: KeptLedger | None,
        given: dict[str, bytes],
        trust: Trust | None,
        findings: Findings,
    ) -> None:
        self._rows, self._kept, self._given, self._trust = rows, kept, given, trust
        self._findings = findings
        self._tree = WholeTree(findings, None if kept is None else kept.tile)
        self._orders = 0
        self._last: datetime | None = None
        self._complete = True

    def run(self, jobs: int, at_most: int, progress: Callable[[int, int], None] | None) -> Verified:
        signed = self._kept is not None or bool(self._given)
        sizes = self._sizes() if signed else []
        self._read(jobs, at_most, sizes, progress)
        root = self._tree.done()
        compared = self._compare(at_most) if signed else None
        if self._kept is None and not self._findings.found:
            self._findings.note(
                NoteKind.NO_LEDGER,
                "No ledger is kept of this log: an event that was changed and still reads as one,"
                " and a whole order that was put in with its commands, cannot be found.",
            )
        return self._report(root, compared)

    def _sizes(self) -> list[int]:
        # Signatures need an extra, and are asked for only where something is signed.
        from orderflow.audit.verifying.checkpoints import sizes_of  # noqa: PLC0415

        return sizes_of(self._kept, self._given)

    def _read(
        self,
        jobs: int,
        at_most: int,
        sizes: list[int],
        progress: Callable[[int, int], None] | None,
    ) -> None:
        kept = self._kept
        known = None if kept is None else Kept(str(kept.path), kept.key, kept.size)
        work, total = pieces(self._rows, jobs=jobs, sizes=sizes, kept=known, at_most=at_most)
        waiting, number, agree, read = {}, 0, True, 0

        def told(more: int) -> None:
            nonlocal read
            read = min(read + more, total)
            if progress is not None:
                progress(read, total)

        for outcome in outcomes(work, jobs, told):
            self._findings.join(outcome.findings)
            self._orders += outcome.orders
            self._complete &= outcome.complete
            agree &= outcome.commands_agree
            if outcome.stretch is not None:
                waiting[outcome.stretch.number] = outcome.stretch
                while number in waiting:
                    stretch = waiting.pop(number)
                    self._tree.take(stretch)
                    number += len(stretch.roots)
                    if not stretch.roots:
                        break
        if not agree:
            self._commands()

    def _commands(self) -> None:
        try:
            compare_commands(self._rows.file, self._findings)
        except EventLogError:
            self._complete = False  # That the file is damaged was found.

    def _compare(self, at_most: int) -> Checkpoints:
        from orderflow.audit.verifying import checkpoints as signed  # noqa: PLC0415

        own = signed.own_trust(self._kept, self._trust, self._findings)
        found = signed.Checkpoints(self._findings, self._tree.roots, self._tree.size, self._trust)
        for one in signed.every(self._kept, self._given):
            found.compare(one, own)
        if self._kept is not None:
            compared = Compared(self._kept, self._tree, found, self._events)
            compare_with_ledger(compared, self._findings, at_most)
        return found

    def _events(self) -> Iterator[StoredEvent]:
        """Iterate over the log again, as it was read before."""
        _, first, last = self._rows.bounds()
        for batch in self._rows.batches(None, first, last + 1):
            yield from (_as_event(*row) for row in batch)

    def _report(self, root: bytes, compared: Checkpoints | None) -> Verified:
        found = self._findings
        _, first, last = self._rows.bounds()
        size = self._tree.size
        return Verified(
            sound=not found.found,
            complete=self._complete,
            events=size,
            orders=self._orders,
            first_position=first if size else None,
            last_position=last if size else None,
            last_recorded_at=self._tree.last_recorded_at,
            covered=None if compared is None else compared.covered,
            root=root.hex(),
            checkpoints=() if compared is None else tuple(compared.shown.values()),
            checkpoints_compared=0 if compared is None else compared.compared,
            found=dict(sorted(found.found.items())),
            findings=found.findings(),
            notes=found.notes(),
            noted=dict(sorted(found.noted.items())),
        )


def _ledger_of(
    log: Path, named: str | os.PathLike[str] | None, findings: Findings
) -> KeptLedger | None:
    path = Path(named) if named is not None else log.with_name(f"{log.name}.ledger")
    if named is not None and not path.exists():
        msg = f"there is no ledger '{path.name}'"
        raise LedgerError(msg)
    return opened(path, findings) if path.exists() else None


def _as_event(
    position: int, stream: object, version: object, topic: object, state: object
) -> StoredEvent:
    """Return a row as an event; what is none becomes one that was never hashed."""
    if (
        isinstance(stream, str)
        and isinstance(topic, str)
        and isinstance(state, bytes)
        and isinstance(version, int)
        and version >= 0
    ):
        return StoredEvent(position, stream, version, topic, state)
    return StoredEvent(position, str(stream), 0, "", repr((version, topic, state)).encode())


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Let Python look for no cycles meanwhile: millions of objects come and go without one."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
