"""The recorder of an event log in SQLite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias
from uuid import UUID

from eventsourcing.persistence import Notification

from orderflow.errors import UnreadableEvent
from orderflow.store.following import FollowedRecorder
from orderflow.store.recorder import HandledCommand, LogMark
from orderflow.store.sqlite.schema import read_mark
from orderflow.store.streams import name_of, order_id_of, whole

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from eventsourcing.persistence import StoredEvent

    from orderflow.store.sqlite.logfile import LogFile

_INSERT_EVENT: Final = (
    "INSERT INTO stored_events (originator_id, originator_version, topic, state)"
    " VALUES (?, ?, ?, ?)"
)
_INSERT_COMMAND: Final = "INSERT INTO commands VALUES (?, ?, ?, ?, ?)"
_SELECT_COMMAND: Final = "SELECT * FROM commands WHERE command_id = ?"
_SELECT_EVENTS: Final = (
    "SELECT originator_version, topic, state, position FROM stored_events"
    " WHERE originator_id = ? AND originator_version > ? AND originator_version <= ?"
    " ORDER BY originator_version "
)
_SELECT_ORDER_IDS: Final = (
    "SELECT position, originator_id FROM stored_events"
    " WHERE originator_version = 1 AND position > ? ORDER BY position LIMIT ?"
)
_SELECT_ACKNOWLEDGED: Final = "SELECT MAX(last_version) FROM commands WHERE originator_id = ?"
_SELECT_LAST_POSITION: Final = "SELECT MAX(position) FROM stored_events"

_FIRST, _LAST, _ALL = 0, 2**63 - 1, -1

_Stream: TypeAlias = "tuple[UUID, list[Any], int]"


class SQLiteLogRecorder(FollowedRecorder):
    """Keeps events and handled commands in one file; what it returned from is on disk."""

    def __init__(self, file: LogFile) -> None:
        """Take a file that is a log.

        Raises:
            NotAnEventLog: It is none.
            NewerLog: A newer version of `orderflow` wrote it.
            StoreUnavailable: It is locked or gone.
        """
        super().__init__()
        self._file = file
        self.mark: LogMark = file.read(lambda cursor: read_mark(cursor, file.path.name))

    def insert_events(
        self,
        stored_events: Sequence[StoredEvent],
        **kwargs: Any,  # noqa: ANN401 - as the library has it
    ) -> Sequence[int] | None:
        """Record the events, and `command` where given, all or nothing; return the positions.

        Raises:
            IntegrityError: A version is taken or would leave a gap, or the command is on record.
            StoreUnavailable: Locked, full or gone.
        """
        command: HandledCommand | None = kwargs.get("command")

        def work(cursor: sqlite3.Cursor) -> list[int]:
            positions = []
            for event in stored_events:
                stream = name_of(event.originator_id)
                values = (stream, event.originator_version, event.topic, event.state)
                cursor.execute(_INSERT_EVENT, values)
                positions.append(cursor.lastrowid or 0)
            if command is not None:
                cursor.execute(_INSERT_COMMAND, (*command[:2], command.order_id.hex, *command[3:]))
            return positions

        positions = self._file.write(work)
        self.tell()
        return positions

    def load(
        self, command_id: str, order_id: UUID
    ) -> tuple[HandledCommand | None, Sequence[Notification]]:
        """See `OrderRecorder.load`; all is read in one transaction."""

        def work(cursor: sqlite3.Cursor) -> tuple[HandledCommand | None, _Stream]:
            row = cursor.execute(_SELECT_COMMAND, (command_id,)).fetchone()
            if row is None:
                return None, _all_events(cursor, order_id)
            command = _handled(row)
            return command, _all_events(cursor, command.order_id)

        command, found = self._file.read(work)
        stored = whole(*found)
        return command, stored if command is None else stored[: command.last_version]

    def select_stream(self, order_id: UUID) -> Sequence[Notification]:
        """See `OrderRecorder.select_stream`; all is read in one transaction."""
        return whole(*self._file.read(lambda cursor: _all_events(cursor, order_id)))

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[Notification]:
        """See `OrderRecorder.select_events`."""
        statement = f"{_SELECT_EVENTS}{'DESC' if desc else 'ASC'} LIMIT ?"
        values = (
            name_of(originator_id),
            _FIRST if gt is None else gt,
            _LAST if lte is None else lte,
            _ALL if limit is None else limit,
        )
        rows = self._file.read(lambda cursor: cursor.execute(statement, values).fetchall())
        return [Notification(originator_id, *row) for row in rows]

    def select_order_ids(self, after: int, limit: int) -> Sequence[tuple[int, UUID]]:
        """See `OrderRecorder.select_order_ids`."""
        rows = self._file.read(lambda c: c.execute(_SELECT_ORDER_IDS, (after, limit)).fetchall())
        return [(position, order_id_of(order_id, position)) for position, order_id in rows]

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """Return events of the log in order of position, as the library's recorders do."""
        first = _FIRST if start is None else start if inclusive_of_start else start + 1
        chosen = f" AND topic IN ({', '.join('?' * len(topics))})" if topics else ""
        statement = (
            "SELECT originator_id, originator_version, topic, state, position"  # noqa: S608
            f" FROM stored_events WHERE position >= ? AND position <= ?{chosen}"
            " ORDER BY position LIMIT ?"
        )
        values = (first, _LAST if stop is None else stop, *topics, limit)
        rows = self._file.read(lambda cursor: cursor.execute(statement, values).fetchall())
        return [Notification(order_id_of(row[0], row[4]), *row[1:]) for row in rows]

    def max_notification_id(self) -> int | None:
        """Return the position of the last event, or None when there is none."""
        found = self._file.read(lambda c: c.execute(_SELECT_LAST_POSITION).fetchone()[0])
        return None if found is None else int(found)


def _handled(row: Any) -> HandledCommand:  # noqa: ANN401 - a row
    command_id, digest, stream, first, last = row
    order_id = order_id_of(stream)
    # What SQLite returns need not be what the table was declared with.
    if not (isinstance(digest, bytes) and isinstance(first, int) and isinstance(last, int)):
        msg = "what is kept of a handled command is not stored as it ought to be"
        raise UnreadableEvent(msg, stream=str(order_id))
    return HandledCommand(command_id, digest, order_id, first, last)


def _all_events(cursor: sqlite3.Cursor, order_id: UUID) -> _Stream:
    rows = cursor.execute(_SELECT_EVENTS, (order_id.hex, _FIRST, _LAST)).fetchall()
    (acknowledged,) = cursor.execute(_SELECT_ACKNOWLEDGED, (order_id.hex,)).fetchone()
    if not isinstance(acknowledged, int | None):
        msg = "what is kept of a handled command is not stored as it ought to be"
        raise UnreadableEvent(msg, stream=str(order_id))
    return order_id, rows, acknowledged or 0
