"""Verifies a log: reads all of it once, and names whatever is not as it must be, with its place."""

from __future__ import annotations

import gc
import os
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from orderflow.audit.interchange import is_interchange
from orderflow.audit.ledger.encoding import encoded
from orderflow.audit.verifying.against_ledger import Compared, compare_with_ledger
from orderflow.audit.verifying.collected import Findings
from orderflow.audit.verifying.finding import NoteKind, Verified
from orderflow.audit.verifying.sources import Asked, Database, Lines
from orderflow.audit.verifying.sqlite.kept import opened
from orderflow.audit.verifying.whole_tree import WholeTree
from orderflow.errors import LedgerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from orderflow.audit.ledger.trust import Trust
    from orderflow.audit.verifying.checkpoints import Checkpoints
    from orderflow.audit.verifying.sources import Source
    from orderflow.audit.verifying.sqlite.kept import KeptLedger
    from orderflow.audit.verifying.tree import Stretch

LISTED: Final = 100
"""How many findings are listed unless somebody asks for more."""


def verify(
    place: str | os.PathLike[str],
    *,
    ledger: str | os.PathLike[str] | None = None,
    checkpoints: Mapping[str, bytes] | None = None,
    trust: Trust | None = None,
    jobs: int = 1,
    at_most: int = LISTED,
    progress: Callable[[int, int], None] | None = None,
) -> Verified:
    """Return what is wrong with a log, and with the ledger that is kept of it.

    Reads the log once, in memory that does not grow with it. Only where something does not fit is
    it read again, to tell what. Whoever records meanwhile is not kept waiting, and what they
    record is not looked at.

    Args:
        place: The log: a database, or an interchange file.
        ledger: The ledger's file; None takes the one beside the log, if there is one.
        checkpoints: Signed checkpoints that were kept elsewhere, by the name to call them by.
        trust: Whose signatures to believe; None checks those of the ledger with the key that the
            ledger itself names.
        jobs: How many processes share the work on a database, this one included.
        at_most: How many findings are listed; the others are counted.
        progress: Told from time to time how many events were read, and how many there are; 0 if
            nobody knows.

    Raises:
        ValueError: `jobs` or `at_most` is below 1, or the file is a part of a log that cannot be
            verified by itself.
        NotAnEventLog: There is no log at that place, or something else.
        NewerLog: A newer version of `orderflow` wrote it.
        EventLogError: The file cannot be opened as a log at all.
        LedgerError: There is no ledger where one was named.
        ModuleNotFoundError: There is something signed, and the extra `audit` is not installed.
    """
    if jobs < 1 or at_most < 1:
        msg = "a log is verified by at least one process, and at least one finding is listed"
        raise ValueError(msg)
    path, findings = Path(place), Findings(at_most)
    with ExitStack() as stack:
        source: Source = Lines(path) if is_interchange(path) else Database(path)
        stack.enter_context(closing(source))
        kept = _ledger_of(path, ledger, findings)
        if kept is not None:
            stack.enter_context(closing(kept))
        stack.enter_context(_without_collecting())
        of = _Verification(source, kept, dict(checkpoints or {}), trust, findings)
        return of.run(jobs, at_most, progress)


class _Verification:
    """One log being verified."""

    def __init__(
        self,
        source: Source,
        kept: KeptLedger | None,
        given: dict[str, bytes],
        trust: Trust | None,
        findings: Findings,
    ) -> None:
        self._source, self._kept, self._given, self._trust = source, kept, given, trust
        self._findings = findings
        self._tree = WholeTree(findings, None if kept is None else kept.tile)
        self._waiting: dict[int, Stretch] = {}
        self._next = self._orders = 0
        self._complete = True

    def run(self, jobs: int, at_most: int, progress: Callable[[int, int], None] | None) -> Verified:
        signed = self._kept is not None or bool(self._given)
        sizes = self._sizes() if signed else []
        self._read(Asked(jobs, sizes, self._kept, at_most, progress))
        root = self._tree.done()
        compared = self._compare(at_most) if signed else None
        if self._kept is None and compared is None:
            self._findings.note(
                NoteKind.NO_LEDGER,
                "No ledger was at hand: an event that was changed and still reads as one cannot be"
                " found, nor what was taken away or put in together with its command.",
            )
        return self._report(root, compared)

    def _sizes(self) -> list[int]:
        # Signatures need an extra, and are asked for only where something is signed.
        from orderflow.audit.verifying.checkpoints import sizes_of  # noqa: PLC0415

        return sizes_of(self._kept, self._given)

    def _read(self, asked: Asked) -> None:
        agree = True
        for outcome in self._source.outcomes(asked):
            self._findings.join(outcome.findings)
            self._orders += outcome.orders
            self._complete &= outcome.complete
            agree &= outcome.commands_agree
            if outcome.stretch is not None:
                self._waiting[outcome.stretch.number] = outcome.stretch
                self._put_together()
        if not agree:
            self._complete &= self._source.compare_commands(self._findings)

    def _put_together(self) -> None:
        """Add the stretches that are there to the tree, each after the one before it."""
        while (stretch := self._waiting.pop(self._next, None)) is not None:
            self._tree.take(stretch)
            self._next += len(stretch.roots) or 1

    def _compare(self, at_most: int) -> Checkpoints:
        from orderflow.audit.verifying import checkpoints as signed  # noqa: PLC0415

        own = signed.own_trust(self._kept, self._trust, self._findings)
        found = signed.Checkpoints(self._findings, self._tree.roots, self._tree.size, self._trust)
        for one in signed.every(self._kept, self._given):
            found.compare(one, own)
        if self._kept is not None:
            compared = Compared(self._kept, self._tree, found, self._source.events)
            compare_with_ledger(compared, self._findings, at_most)
        return found

    def _report(self, root: bytes, compared: Checkpoints | None) -> Verified:
        found, tree = self._findings, self._tree
        return Verified(
            simulated=self._source.simulated,
            sound=not found.found,
            complete=self._complete,
            events=tree.size,
            orders=self._orders,
            first_position=tree.first_position,
            last_position=tree.last_position,
            last_recorded_at=tree.last_recorded_at,
            covered=None if compared is None else compared.covered,
            root=encoded(root),
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
