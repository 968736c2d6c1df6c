"""A log as lines, and lines as a log: the normative interchange format, version 1.

`docs/auditing/event-log.md` says what a line holds. One event is held at a time.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO, Final

from orderflow.audit.interchange.line import LONGEST, read_line, write_line
from orderflow.audit.interchange.marks import (
    LogEnd,
    LogHead,
    is_end,
    read_head,
    write_end,
    write_head,
)
from orderflow.audit.ledger.frontier import Frontier
from orderflow.audit.ledger.leaf import hash_of
from orderflow.errors import BrokenLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from orderflow.audit.ledger.source import StoredEvent

_BEFORE_ALL: Final = -1


def write(events: Iterable[StoredEvent], head: LogHead) -> Iterator[bytes]:
    """Iterate over the lines of a file: its head, one line an event, its end.

    Args:
        events: The events, in order of position.
        head: What the first line says of the log.

    Raises:
        UnreadableEvent: An event that no line can hold.
    """
    seen = _Seen()
    line = write_head(head)
    seen.line(line)
    yield line
    for event in events:
        line = write_line(event, head.source, simulated=head.simulated)
        seen.line(line)
        seen.event(event)
        yield line
    yield write_end(seen.end(), head)


def read(lines: Iterable[bytes]) -> Iterator[StoredEvent]:
    """Iterate over the events of a file.

    What was read is only known to be all of it when the iterator has come to its end.

    Args:
        lines: The lines, each with its line feed, as a binary file gives them.

    Raises:
        NotAnEventLog: These are no lines of the format.
        NewerLog: A newer version of `orderflow` wrote them.
        BrokenLine: A line is not written as it must be, or lines are missing.
    """
    for found in scan(lines):
        if isinstance(found, BrokenLine):
            raise found
        yield found


def scan(lines: Iterable[bytes]) -> Iterator[StoredEvent | BrokenLine]:
    """Iterate over the events of a file and over each line that is broken, in their order.

    Raises:
        NotAnEventLog: These are no lines of the format.
        NewerLog: A newer version of `orderflow` wrote them.
    """
    for found, _ in placed(lines):
        yield found


def placed(lines: Iterable[bytes]) -> Iterator[tuple[StoredEvent | BrokenLine, int]]:
    """Iterate as `scan` does, and over how many bytes of the file came before each line."""
    rest = iter(lines)
    line = next(rest, b"")
    seen = _Seen()
    seen.line(line)
    try:
        head = read_head(line)
    except BrokenLine as broken:
        yield broken, 0
        return  # Whatever it was to say of the other lines is not known.
    last = b""
    for following in rest:
        if last:
            place = seen.bytes
            yield seen.checked(last, head), place
        last = following
    place = seen.bytes
    if last and not is_end(last):
        yield seen.checked(last, head), place
    broken_end = seen.broken_end(last, head)
    if broken_end is not None:
        yield broken_end, place


class _Seen:
    """What has gone by of a file."""

    def __init__(self) -> None:
        self.bytes = 0
        self._lines = 0
        self._whole = True
        self._position = _BEFORE_ALL
        self._tree = Frontier()
        self._digest = sha256()

    def line(self, line: bytes) -> None:
        self._lines += 1
        self.bytes += len(line)
        self._digest.update(line)

    def event(self, event: StoredEvent) -> None:
        self._tree.append(hash_of(event))

    def end(self) -> LogEnd:
        return LogEnd(self._tree.size, self._tree.root(), self._digest.digest())

    def checked(self, line: bytes, head: LogHead) -> StoredEvent | BrokenLine:
        """Return the event of the next line, or what is wrong with that line."""
        self.line(line)
        try:
            event = self._event(line, head)
        except BrokenLine as broken:
            self._whole = False
            return broken
        self._position = event.position
        self.event(event)
        return event

    def _event(self, line: bytes, head: LogHead) -> StoredEvent:
        if len(line) > LONGEST:
            raise BrokenLine(self._lines, f"is longer than {LONGEST} bytes")
        event = read_line(line, self._lines, head.source, simulated=head.simulated)
        if event.position <= self._position:
            raise BrokenLine(self._lines, "does not stand in the order of the log")
        return event

    def broken_end(self, line: bytes, head: LogHead) -> BrokenLine | None:
        """Return what is wrong with the last line; None if it is the end of what was seen."""
        number = self._lines + 1
        if not is_end(line):
            return BrokenLine(number, "is missing: the file was cut off")
        if self._whole and line != write_end(self.end(), head):
            return BrokenLine(number, "is not the end of the lines before it; one was changed")
        return None  # A line that was broken is told already, and has another end.


def lines_of(file: BinaryIO) -> Iterator[bytes]:
    """Iterate over the lines of a file; of a line that is too long only the beginning is held."""
    while line := file.readline(LONGEST + 1):
        yield line
        piece = line
        while len(piece) > LONGEST and not piece.endswith(b"\n"):
            piece = file.readline(LONGEST + 1)
