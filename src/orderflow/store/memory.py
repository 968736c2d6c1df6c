"""The log in memory: for tests, demonstrations and simulations. It ends with the process."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, Any
from uuid import UUID

from eventsourcing.persistence import IntegrityError, Notification
from eventsourcing.popo import POPOApplicationRecorder, POPOFactory

from orderflow.store.recorder import HandledCommand, LogMark, OrderRecorder
from orderflow.store.streams import require_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventsourcing.persistence import StoredEvent
    from eventsourcing.utils import Environment


class MemoryRecorder(POPOApplicationRecorder, OrderRecorder):
    """The library's recorder of plain Python objects, with what a store of orders needs."""

    def __init__(self, mark: LogMark) -> None:
        """Begin an empty log."""
        super().__init__()
        self.mark = mark
        self._commands: dict[str, HandledCommand] = {}
        self._first_positions: list[tuple[int, UUID]] = []

    def load(
        self, command_id: str, order_id: UUID
    ) -> tuple[HandledCommand | None, Sequence[Notification]]:
        """See `OrderRecorder.load`."""
        with self._database_lock:
            command = self._commands.get(command_id)
            if command is None:
                return None, self.select_stream(order_id)
            stored = self.select_stream(command.order_id)
            return command, stored[: command.last_version]

    def select_stream(self, order_id: UUID) -> Sequence[Notification]:
        """See `OrderRecorder.select_stream`."""
        stored = self.select_events(order_id)
        require_whole(
            order_id,
            [one.originator_version for one in stored],
            [one.topic for one in stored],
            [one.id for one in stored],
            0,  # Nobody has memory in hands but this process.
        )
        return stored

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
        with self._database_lock:
            # Versions have no gaps, so that the n-th entry is version n.
            places = list(self._stored_events_index.get(str(originator_id), {}).values())
            chosen = places[gt or 0 : lte]
            if desc:
                chosen.reverse()
            return [_notification(self._stored_events[i], i + 1) for i in chosen[:limit]]

    def select_order_ids(self, after: int, limit: int) -> Sequence[tuple[int, UUID]]:
        """See `OrderRecorder.select_order_ids`."""
        with self._database_lock:
            start = bisect_right(self._first_positions, after, key=itemgetter(0))
            return self._first_positions[start : start + limit]

    def _assert_uniqueness(
        self,
        stored_events: Sequence[StoredEvent],
        **kwargs: Any,  # noqa: ANN401 - as the library has it
    ) -> None:
        command: HandledCommand | None = kwargs.get("command")
        if command is not None and command.command_id in self._commands:
            msg = "the command is on record already"
            raise IntegrityError(msg)
        last: dict[str, int] = {}
        for event in stored_events:
            stream, version = str(event.originator_id), event.originator_version
            known = self._stored_events_index.get(stream, {})
            expected = last.get(stream, len(known)) + 1
            if version != expected:
                msg = f"version {version} does not follow {expected - 1}"
                raise IntegrityError(msg)
            last[stream] = version

    def _update_table(
        self,
        stored_events: Sequence[StoredEvent],
        **kwargs: Any,  # noqa: ANN401 - as the library has it
    ) -> Sequence[int] | None:
        positions = super()._update_table(stored_events, **kwargs) or []
        for event, position in zip(stored_events, positions, strict=True):
            if event.originator_version == 1 and isinstance(event.originator_id, UUID):
                self._first_positions.append((position, event.originator_id))
        command: HandledCommand | None = kwargs.get("command")
        if command is not None:
            self._commands[command.command_id] = command
        return positions


class MemoryFactory(POPOFactory):
    """Makes the recorders of a log in memory."""

    def __init__(self, env: Environment, mark: LogMark) -> None:
        """Take the library's settings and the kind of log to begin."""
        super().__init__(env)
        self._mark = mark

    def application_recorder(self) -> MemoryRecorder:
        """Return the recorder of a new and empty log."""
        return MemoryRecorder(self._mark)


def _notification(event: StoredEvent, position: int) -> Notification:
    return Notification(
        id=position,
        originator_id=event.originator_id,
        originator_version=event.originator_version,
        topic=event.topic,
        state=event.state,
    )
