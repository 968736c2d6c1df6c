"""The two places in which a log can be verified: a database, and an interchange file."""

from __future__ import annotations

from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from orderflow.audit.interchange import InterchangeLog
from orderflow.audit.ledger.source import StoredEvent
from orderflow.audit.verifying.collected import Findings
from orderflow.audit.verifying.finding import FindingKind, NoteKind
from orderflow.audit.verifying.jobs import outcomes, pieces
from orderflow.audit.verifying.sqlite.commands import compare_commands
from orderflow.audit.verifying.sqlite.kept import KeptLedger
from orderflow.audit.verifying.sqlite.rows import BATCH, SQLiteRows
from orderflow.audit.verifying.streams import Streams
from orderflow.audit.verifying.tree import Hasher
from orderflow.audit.verifying.work import Kept, Outcome
from orderflow.errors import BrokenLine, EventLogError
from orderflow.store.sqlite.logfile import closed_on_failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class Asked:
    """How a log is to be read.

    Attributes:
        jobs: How many processes share the work.
        sizes: Sizes of trees that the root is asked for.
        kept: The ledger, if there is one.
        at_most: How many findings of a kind are kept.
        progress: Told how many events were read, and how many there are; 0 if nobody knows.
    """

    def __init__(
        self,
        jobs: int,
        sizes: list[int],
        kept: KeptLedger | None,
        at_most: int,
        progress: Callable[[int, int], None] | None,
    ) -> None:
        self.jobs, self.sizes, self.kept = jobs, sizes, kept
        self.at_most, self.progress = at_most, progress


class Source(Protocol):
    """A log to be verified."""

    @property
    def simulated(self) -> bool:
        """Whether it follows a simulated clock."""

    def outcomes(self, asked: Asked) -> Iterator[Outcome]:
        """Iterate over what comes of reading it, piece by piece, in any order."""

    def events(self) -> Iterator[StoredEvent]:
        """Iterate over the events again, whatever they are."""

    def close(self) -> None:
        """Close whatever is open."""


class Database:
    """A log in SQLite."""

    def __init__(self, path: Path) -> None:
        """Take the file.

        Raises:
            EventLogError: It is no log, or cannot be opened as one.
        """
        self._rows = SQLiteRows(path)
        self.simulated = self._rows.mark.simulated
        with closed_on_failure(self._rows.file):
            # What is recorded meanwhile is not looked at.
            self._bounds = self._rows.bounds()

    def outcomes(self, asked: Asked) -> Iterator[Outcome]:
        """See `Source.outcomes`."""
        kept = asked.kept
        known = None if kept is None else Kept(str(kept.path), kept.key, kept.size)
        total, read = self._bounds[0], 0
        work = pieces(
            self._rows,
            self._bounds,
            jobs=asked.jobs,
            sizes=asked.sizes,
            kept=known,
            at_most=asked.at_most,
        )

        def told(more: int) -> None:
            nonlocal read
            read = min(read + more, total)
            if asked.progress is not None:
                asked.progress(read, total)

        agree = True
        for outcome in outcomes(work, asked.jobs, told):
            agree &= outcome.commands_agree
            yield outcome
        if not agree:
            yield self._commands(Findings(asked.at_most))

    def _commands(self, findings: Findings) -> Outcome:
        """Return where commands and events do not agree."""
        try:
            compare_commands(self._rows.file, findings)
        except EventLogError as error:
            sentence = f"The handled commands cannot be read: {error}."
            findings.add(FindingKind.DAMAGED, sentence)
            return Outcome(findings, complete=False)
        return Outcome(findings)

    def events(self) -> Iterator[StoredEvent]:
        """See `Source.events`."""
        _, first, last = self._bounds
        for batch in self._rows.batches(None, first, last + 1):
            yield from (_as_event(*row) for row in batch)

    def close(self) -> None:
        """See `Source.close`."""
        self._rows.close()


class Lines:
    """A log in an interchange file; one process reads it, as it is one stream of bytes."""

    def __init__(self, path: Path) -> None:
        """Take the file.

        Raises:
            EventLogError: It is no interchange file, or of a newer version.
            ValueError: It holds a part of a log in which orders begin in the middle.
        """
        self._log = InterchangeLog(path)
        self.simulated = self._log.mark.simulated
        chosen = self._log.head.selection
        if chosen is not None and chosen.recorded_from is not None:
            msg = (
                f"'{path.name}' holds only what was recorded from a moment on: its orders begin in"
                " the middle and cannot be verified; take a file of the whole log"
            )
            raise ValueError(msg)

    def outcomes(self, asked: Asked) -> Iterator[Outcome]:
        """See `Source.outcomes`."""
        findings = Findings(asked.at_most)
        findings.note(
            NoteKind.NO_COMMANDS,
            "A file of lines does not hold the handled commands: whether an event was recorded by"
            " other means cannot be told from it.",
        )
        kept = None if asked.kept is None else asked.kept.leaves
        hasher = Hasher(findings, kept=kept, sizes=asked.sizes)
        read, lines = 0, self._events(findings)
        with closing(Streams(findings)) as streams:
            while batch := list(islice(lines, BATCH)):
                hasher.take(batch)
                streams.take(batch)
                read += len(batch)
                if asked.progress is not None:
                    asked.progress(read, 0)
        whole = findings.found[FindingKind.BROKEN_LINE] == 0
        yield Outcome(findings, hasher.done(), streams.events, streams.orders, complete=whole)

    def events(self) -> Iterator[StoredEvent]:
        """See `Source.events`."""
        return self._events(Findings())

    def close(self) -> None:
        """See `Source.close`."""
        self._log.close()

    def _events(self, findings: Findings) -> Iterator[StoredEvent]:
        for found in self._log.scan():
            if isinstance(found, BrokenLine):
                text = f"Line {found.line} {found.fault}."
                findings.add(FindingKind.BROKEN_LINE, text, line=found.line)
            else:
                yield found


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
