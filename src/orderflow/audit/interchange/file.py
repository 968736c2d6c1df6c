"""A log in an interchange file: read from its beginning, or looked up in.

What is held of a file to look up in it is 16 bytes an event and the id of every order; nothing of
what stands in the events.
"""

from __future__ import annotations

import os
from array import array
from bisect import bisect_left, bisect_right
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

from orderflow.audit.interchange.line import LONGEST, read_line
from orderflow.audit.interchange.lines import lines_of, placed, read, scan
from orderflow.audit.interchange.marks import LogHead, is_head, read_head
from orderflow.audit.ledger.sqlite.log import SQLiteLog
from orderflow.errors import BrokenLine, NotAnEventLog, StoreUnavailable, UnreadableEvent
from orderflow.store import LogReader
from orderflow.store.address import is_server
from orderflow.store.recorder import LogMark
from orderflow.store.streams import Placed, whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orderflow.audit.ledger.postgres.log import PostgresLog
    from orderflow.audit.ledger.source import StoredEvent

_ENOUGH: Final = 64
"""Bytes that tell an interchange file from anything else."""


def is_interchange(file: str | os.PathLike[str]) -> bool:
    """Tell whether a file is an interchange file, by what stands in it."""
    path = Path(file)
    if not path.is_file():
        return False
    with path.open("rb") as opened:
        return is_head(opened.read(_ENOUGH))


def source_at(place: str | Path) -> SQLiteLog | InterchangeLog | PostgresLog:
    """Return the log at a place, as the ledger reads it: on a server, or in a file of either kind.

    Raises:
        NotAnEventLog: It is none of them, or not there.
        NewerLog: A newer version of `orderflow` wrote it.
        EventLogError: It cannot be read.
        ModuleNotFoundError: It is on a server, and the extra `postgres` is not installed.
    """
    if is_server(str(place)):
        from orderflow.audit.ledger.postgres.log import PostgresLog  # noqa: PLC0415 - an extra

        return PostgresLog(str(place))
    path = Path(place)
    return InterchangeLog(path) if is_interchange(path) else SQLiteLog(path)


def open_log(address: str | os.PathLike[str]) -> LogReader:
    """Return a log to be read: a database at its address, or an interchange file.

    Which of the two it is, is told by what stands in it. Every line of a file is checked at once.

    Raises:
        ValueError: No such address, or a log in memory.
        NotAnEventLog: There is nothing, or something else.
        BrokenLine: A line of the file is not written as it must be, or lines are missing.
        EventLogError: It cannot be opened; the class says why.
    """
    text = os.fspath(address)
    path = Path(text)
    if "://" in text or not is_interchange(path):
        return LogReader.open(address)
    log = InterchangeLog(path)
    log.check()
    return LogReader.over(log, log.close)


class _Index(NamedTuple):
    """Where everything stands.

    Attributes:
        positions: Position of every event, in their order.
        streams: By stream, where its lines begin; in the order of the first of them.
        firsts: Position of the first event of each stream, in the same order.
    """

    positions: array[int]
    streams: dict[str, array[int]]
    firsts: array[int]


class InterchangeLog:
    """A log in an interchange file; satisfies `LogSource`, and `Records` for a `LogReader`."""

    def __init__(self, file: str | os.PathLike[str]) -> None:
        """Take the file; only its first line is read yet.

        Raises:
            NotAnEventLog: It is no interchange file.
            NewerLog: A newer version of `orderflow` wrote it.
            BrokenLine: Its first line is not written as it must be.
        """
        self._path = path = Path(file)
        if not is_interchange(path):
            msg = f"'{path.name}' is no interchange file of an event log"
            raise NotAnEventLog(msg)
        with path.open("rb") as opened:
            self.head: LogHead = read_head(opened.readline(LONGEST))
        self._indexed: tuple[_Index, tuple[int, int]] | None = None

    @property
    def mark(self) -> LogMark:
        """What the log says of itself."""
        return LogMark(simulated=self.head.simulated, created_at=self.head.created_at)

    def check(self) -> None:
        """Read the whole file, and remember where everything stands.

        Raises:
            BrokenLine: A line is not written as it must be, or lines are missing.
        """
        self._index()

    def events_from(self, position: int) -> Iterator[StoredEvent]:
        """See `LogSource.events_from`; the file is read from its beginning, line by line.

        Raises:
            BrokenLine: A line is not written as it must be, or lines are missing.
        """
        with self._path.open("rb") as file:
            for event in read(lines_of(file)):
                if event.position >= position:
                    yield event

    def scan(self) -> Iterator[StoredEvent | BrokenLine]:
        """Iterate over every event and every line that is broken."""
        with self._path.open("rb") as file:
            yield from scan(lines_of(file))

    def count(self, first: int, before: int) -> int:
        """See `LogSource.count`."""
        positions = self._index().positions
        return max(0, bisect_left(positions, before) - bisect_left(positions, first))

    def find(self, stream: str, version: int) -> StoredEvent | None:
        """See `LogSource.find`."""
        return next((one for one in self._stream(stream) if one.version == version), None)

    def select_order_ids(self, after: int, limit: int) -> Sequence[tuple[int, UUID]]:
        """See `OrderRecorder.select_order_ids`."""
        index = self._index()
        begin = bisect_right(index.firsts, after)
        chosen = list(index.streams)[begin : begin + limit]
        return [
            (position, _order_id(stream, position))
            for position, stream in zip(index.firsts[begin : begin + limit], chosen, strict=True)
        ]

    def select_stream(self, order_id: UUID) -> Sequence[Placed]:
        """See `OrderRecorder.select_stream`."""
        rows: list[Any] = [
            (one.version, one.topic, one.state, one.position) for one in self._stream(order_id.hex)
        ]
        rows.sort(key=lambda row: row[0])
        # What was acknowledged last is there: the last line says how many events there are.
        return whole(order_id, rows, 0)

    def close(self) -> None:
        """Forget what is held of the file; nothing of it is open."""
        self._indexed = None

    def _stream(self, stream: str) -> Iterator[StoredEvent]:
        places = self._index().streams.get(stream, ())
        with self._path.open("rb") as file:
            for place in places:
                file.seek(place)
                yield self._event(file.readline(LONGEST), stream)

    def _event(self, line: bytes, stream: str) -> StoredEvent:
        try:
            event = read_line(line, 0, self.head.source, simulated=self.head.simulated)
        except BrokenLine:
            raise self._changed() from None
        if event.stream != stream:
            raise self._changed()
        return event

    def _index(self) -> _Index:
        """Return where everything stands; the whole file is checked when it is first asked.

        Raises:
            BrokenLine: A line is not written as it must be, or lines are missing.
            StoreUnavailable: The file was changed since.
        """
        found = self._path.stat()
        stamp = found.st_size, found.st_mtime_ns
        if self._indexed is None:
            self._indexed = self._made(), stamp
        index, before = self._indexed
        if before != stamp:
            raise self._changed()
        return index

    def _made(self) -> _Index:
        index = _Index(array("Q"), {}, array("Q"))
        with self._path.open("rb") as file:
            for event, place in placed(lines_of(file)):
                if isinstance(event, BrokenLine):
                    raise event
                index.positions.append(event.position)
                if event.stream not in index.streams:
                    index.streams[event.stream] = array("Q")
                    index.firsts.append(event.position)
                index.streams[event.stream].append(place)
        return index

    def _changed(self) -> StoreUnavailable:
        return StoreUnavailable(f"'{self._path.name}' was changed while it was read")


def _order_id(stream: str, position: int) -> UUID:
    try:
        return UUID(hex=stream)
    except ValueError:
        msg = "the id of an order on record is no UUID"
        raise UnreadableEvent(msg, position=position) from None
