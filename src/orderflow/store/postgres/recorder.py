"""The recorder of an event log on PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from eventsourcing.persistence import Notification

from orderflow.store.following import FollowedRecorder
from orderflow.store.postgres.faults import unavailable
from orderflow.store.postgres.migrating import filled
from orderflow.store.recorder import HandledCommand, LogMark
from orderflow.store.streams import name_of, order_id_of, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventsourcing.persistence import StoredEvent

    from orderflow.store.postgres.connections import Connections
    from orderflow.store.postgres.links import Row
    from orderflow.store.postgres.place import Place

_FIRST, _LAST = 0, 2**63 - 1

_NO_COMMAND: Final = (None, None, None, None, None)


class _Statements:
    """What is asked of the log in one schema; values go along in binary form."""

    def __init__(self, place: Place) -> None:
        self.append = filled(
            "CALL {schema}.append(%t, %t, %b::bytea, %t, %b::bigint, %b::bigint,"
            " %t::text[], %b::bigint[], %t::text[], %b::bytea[], NULL)",
            place,
        )
        self.load = filled("SELECT * FROM {schema}.load(%t, %t, %b)", place)
        self.follow = filled(
            "SELECT * FROM {schema}.follow(%b::bigint, %b::bigint, %t::text[], %b::bigint)", place
        )
        events = (
            "SELECT originator_version, topic, state, position FROM {schema}.stored_events"
            " WHERE originator_id = %t AND originator_version > %b::bigint"
            " AND originator_version <= %b::bigint ORDER BY originator_version"
        )
        self.events = filled(f"{events} LIMIT %b::bigint", place)
        self.last_events = filled(f"{events} DESC LIMIT %b::bigint", place)
        self.order_ids = filled(
            "SELECT position, originator_id FROM {schema}.stored_events"
            " WHERE originator_version = 1 AND position > %b::bigint"
            " ORDER BY position LIMIT %b::bigint",
            place,
        )
        self.settle = filled("SELECT {schema}.settled()::text", place)
        self.last_position = filled("SELECT max(position) FROM {schema}.stored_events", place)


class PostgresLogRecorder(FollowedRecorder):
    """Keeps events and handled commands in one schema; what it returned from is durable."""

    def __init__(
        self,
        connections: Connections,
        place: Place,
        mark: LogMark,
        *,
        lock_timeout: float,
        read_only: bool = False,
    ) -> None:
        """Take a schema that is a log.

        Args:
            connections: To its server.
            place: Where.
            mark: What the log says of itself.
            lock_timeout: Seconds to wait for other writers.
            read_only: Whether nothing is to be recorded.
        """
        super().__init__()
        self._connections = connections
        self._ask = _Statements(place)
        self._wait = f"{max(1, round(lock_timeout * 1000))}ms"
        self._read_only = read_only
        self.mark = mark

    def insert_events(
        self,
        stored_events: Sequence[StoredEvent],
        **kwargs: Any,  # noqa: ANN401 - as the library has it
    ) -> Sequence[int] | None:
        """Record the events, and `command` where given, all or nothing; return the positions.

        Raises:
            IntegrityError: A version is taken or would leave a gap, or the command is on record.
            OutcomeUnknown: The connection was lost before the answer came.
            StoreUnavailable: Locked, full, gone, or to be read only.
        """
        if self._read_only:
            raise unavailable(self._connections.name, "it may only be read")
        command: HandledCommand | None = kwargs.get("command")
        about: tuple[object, ...] = _NO_COMMAND
        if command is not None:
            about = (*command[:2], command.order_id.hex, *command[3:])
        values = (
            self._wait,
            *about,
            [name_of(event.originator_id) for event in stored_events],
            [event.originator_version for event in stored_events],
            [event.topic for event in stored_events],
            [event.state for event in stored_events],
        )
        command_id = None if command is None else command.command_id
        ((positions,),) = self._connections.append(self._ask.append, values, command_id)
        self.tell()
        return list(positions)

    def settle(self) -> None:
        """See `OrderRecorder.settle`."""
        self._connections.read(self._ask.settle)

    def load(
        self, command_id: str, order_id: UUID
    ) -> tuple[HandledCommand | None, Sequence[Notification]]:
        """See `OrderRecorder.load`; all is read in one round trip and one view."""
        return self._loaded(command_id, order_id)

    def select_stream(self, order_id: UUID) -> Sequence[Notification]:
        """See `OrderRecorder.select_stream`; all is read in one view."""
        return self._loaded(None, order_id)[1]

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
        values = (
            name_of(originator_id),
            _FIRST if gt is None else gt,
            _LAST if lte is None else lte,
            limit,
        )
        statement = self._ask.last_events if desc else self._ask.events
        rows = self._connections.read(statement, values)
        self.settle()
        return [Notification(originator_id, *row) for row in rows]

    def select_order_ids(self, after: int, limit: int) -> Sequence[tuple[int, UUID]]:
        """See `OrderRecorder.select_order_ids`."""
        rows = self._connections.read(self._ask.order_ids, (after, limit))
        self.settle()
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
        last = _LAST if stop is None else stop
        rows = self.follow(first, last, list(topics) or None, limit)
        return [Notification(order_id_of(row[0], row[4]), *row[1:]) for row in rows]

    def follow(self, first: int, last: int, topics: list[str] | None, limit: int) -> list[Row]:
        """Return events as stored: stream, version, type, payload and position of each.

        None of them is taken back by a failover to a standby that the server waits for.
        """
        return self._connections.read(self._ask.follow, (first, last, topics, limit))

    def max_notification_id(self) -> int | None:
        """Return the position of the last event, or None when there is none."""
        ((last,),) = self._connections.read(self._ask.last_position)
        return None if last is None else int(last)

    def _loaded(
        self, command_id: str | None, order_id: UUID
    ) -> tuple[HandledCommand | None, list[Notification]]:
        values = (command_id, order_id.hex, command_id is None)
        head, *rows = self._connections.read(self._ask.load, values)
        digest, subject, first_version, last_version, acknowledged = head[:5]
        events = [row[5:] for row in rows]
        if command_id is None or subject is None:
            return None, whole(order_id, events, acknowledged or 0)
        about = order_id_of(subject)
        command = HandledCommand(command_id, digest, about, first_version, last_version)
        return command, whole(about, events, acknowledged or 0)[:last_version]
