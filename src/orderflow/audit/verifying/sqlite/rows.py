"""Reads the rows of a log in SQLite as they are stored, whatever they are. Writes nothing."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any, Final

from orderflow.audit.ledger.sqlite.files import resolved
from orderflow.audit.verifying.finding import FindingKind
from orderflow.errors import NotAnEventLog
from orderflow.store.sqlite.faults import SQLiteDamaged
from orderflow.store.sqlite.logfile import LOCK_TIMEOUT
from orderflow.store.sqlite.ownership import is_a_log
from orderflow.store.sqlite.readonly import file_to_read
from orderflow.store.sqlite.schema import read_mark, require_tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from orderflow.audit.verifying.collected import Findings
    from orderflow.store.recorder import LogMark

    Row = tuple[Any, ...]

BATCH: Final = 2048
_LOWEST, _HIGHEST = -(2**62), 2**62

_SELECT: Final = (
    "SELECT position, originator_id, originator_version, topic, state FROM stored_events"
)
# Text that is not UTF-8 comes as bytes, and so is known for what it is.
_SELECT_ANY: Final = (
    "SELECT position, iif(typeof(originator_id) = 'text', CAST(originator_id AS BLOB),"
    " originator_id), originator_version, iif(typeof(topic) = 'text', CAST(topic AS BLOB), topic),"
    " iif(typeof(state) = 'text', NULL, state), typeof(originator_id), typeof(topic)"
    " FROM stored_events"
)
_BETWEEN: Final = "WHERE position >= ? AND position < ?"


class Share:
    """A share of the streams, by the begin of their ids: from `first` on, and before `before`.

    None leaves that side open.
    """

    def __init__(self, first: str | None = None, before: str | None = None) -> None:
        """Take the bounds."""
        self.first, self.before = first, before

    @property
    def whole(self) -> bool:
        """Whether it is all of them."""
        return self.first is None and self.before is None

    # The plus sign keeps SQLite from going by the index of streams.
    def where(self, column: str) -> tuple[str, tuple[str, ...]]:
        """Return a condition of SQL, and its values."""
        if self.whole:
            return "1", ()
        if self.first is None:
            # Whatever is no text at all belongs to the first share, too.
            return f"(+{column} < ? OR +{column} IS NULL)", (str(self.before),)
        if self.before is None:
            return f"+{column} >= ?", (self.first,)
        return f"(+{column} >= ? AND +{column} < ?)", (self.first, self.before)


def shares(count: int) -> list[Share]:
    """Return shares of about the same size that have every stream in exactly one of them."""
    bounds = [f"{number * 16**4 // count:04x}" for number in range(1, count)]
    return [
        Share(first, before) for first, before in zip([None, *bounds], [*bounds, None], strict=True)
    ]


class SQLiteRows:
    """The rows of one log file.

    Attributes:
        path: The file.
        mark: What the log says of itself.
        stopped: Whether reading came to damage and could not go on.
    """

    def __init__(self, path: Path) -> None:
        """Take the file.

        Raises:
            NotAnEventLog: It is no log, or not there; a view stands in the place of a table.
            NewerLog: A newer version of `orderflow` wrote it.
            EventLogError: It cannot be read at all.
        """
        if not is_a_log(path, LOCK_TIMEOUT):
            msg = f"there is no event log '{path.name}'"
            raise NotAnEventLog(msg)
        self.path = path
        self.stopped = False
        self.file = file_to_read(resolved(path))
        try:
            # Before anything is read: a view need never end.
            self.file.read(lambda cursor: require_tables(cursor, path.name))
            self.mark: LogMark = self.file.read(lambda cursor: read_mark(cursor, path.name))
        except BaseException:
            self.file.close()
            raise

    def bounds(self) -> tuple[int, int, int]:
        """Return the number of events, and the positions of the first and the last; or zeros.

        Where a damaged file does not say, every position there can be.
        """
        # Each on its own is quick; in one statement SQLite would look at every row.
        statements = ("COUNT(*)", "MIN(position)", "MAX(position)")

        def work(cursor: sqlite3.Cursor) -> list[int]:
            return [
                cursor.execute(f"SELECT {one} FROM stored_events").fetchone()[0] or 0  # noqa: S608
                for one in statements
            ]

        try:
            count, first, last = self.file.read(work)
        except SQLiteDamaged:
            return 0, _LOWEST, _HIGHEST
        return count, first, last

    def batches(
        self,
        findings: Findings | None,
        first: int,
        before: int,
        share: Share | None = None,
    ) -> Iterator[list[Row]]:
        """Iterate over the events at positions from `first` on, and below `before`, in batches.

        Where the file is damaged, so that SQLite cannot go on, that is found, and the last batch
        is what comes before the damage.
        """
        position, size = first, BATCH
        while position < before:
            try:
                rows = self._batch(position, before, share or Share(), size)
            except SQLiteDamaged as error:
                if size > 1:
                    size = max(1, size // 8)
                    continue
                if findings is not None:
                    findings.add(
                        FindingKind.DAMAGED,
                        f"From position {position} on, the file cannot be read: {error}.",
                        position=position,
                    )
                self.stopped = True
                return
            if not rows:
                return
            yield rows
            if rows[-1][0] < position:
                sentence = f"From position {position} on, the file leads back to what was read."
                if findings is not None:
                    findings.add(FindingKind.DAMAGED, sentence, position=position)
                self.stopped = True
                return
            position = rows[-1][0] + 1

    def close(self) -> None:
        """Close every connection."""
        self.file.close()

    def _batch(self, first: int, before: int, share: Share, size: int) -> list[Row]:
        condition, values = share.where("originator_id")
        rest = f"{_BETWEEN} AND {condition} ORDER BY position LIMIT {size}"
        return self._selected(rest, (first, before, *values))

    def _selected(self, rest: str, values: tuple[object, ...]) -> list[Row]:
        def work(cursor: sqlite3.Cursor) -> list[Row]:
            try:
                return cursor.execute(f"{_SELECT} {rest}", values).fetchall()
            except sqlite3.OperationalError as error:
                if getattr(error, "sqlite_errorcode", None) is not None:
                    raise
            # Python's own: a text is not UTF-8.
            return [_as_stored(*row) for row in cursor.execute(f"{_SELECT_ANY} {rest}", values)]

        return self.file.read(work)

    def earlier(self, stream: str, before: int) -> list[Row]:
        """Return the events of a stream at positions below `before`, in the order of the log."""
        condition = "WHERE originator_id = ? AND position < ? ORDER BY position"
        return self._selected(condition, (stream, before))

    def after(self, position: int, places: int) -> int:
        """Return the position of the event so many places after the one at `position`."""
        statement = (
            "SELECT position FROM stored_events WHERE position >= ? ORDER BY position"
            " LIMIT 1 OFFSET ?"
        )
        values = (position, places)
        return int(self.file.read(lambda c: c.execute(statement, values).fetchone()[0]))


def _as_stored(
    position: int,
    stream: object,
    version: object,
    topic: object,
    state: object,
    stream_type: str,
    topic_type: str,
) -> Row:
    return (position, _text(stream, stream_type), version, _text(topic, topic_type), state)


def _text(stored: object, kind: str) -> object:
    if kind != "text" or not isinstance(stored, bytes):
        return stored
    try:
        return stored.decode()
    except UnicodeDecodeError:
        return stored
