"""Reads every event into its type, folds every order and checks each step, in constant memory.

Events come in the order of the log, those of thousands of orders mixed. Of each order no more is
held than its next event is checked against; orders that were not touched for long are put aside.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from orderflow.audit.verifying.collected import Findings
from orderflow.audit.verifying.faults import Faults
from orderflow.audit.verifying.finding import FindingKind
from orderflow.audit.verifying.sqlite.aside import Aside
from orderflow.audit.verifying.topics import Row, Topics
from orderflow.errors import EventLogError, UnknownEventType
from orderflow.order.tracking import Tracked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from orderflow.audit.verifying.topics import Topic

    Earlier = Callable[[str, int], list[tuple[Any, ...]]]
    """Returns the events of a stream at positions below another, in the order of the log."""

HELD: Final = 8192
"""How many orders that were touched last are held, at the least; never more than twice as many."""

_STREAM: Final = re.compile(r"[0-9a-f]{32}")
_NEVER: Final = datetime.min.replace(tzinfo=UTC)


class Held:
    """What is held of one order.

    Attributes:
        version: Number of its last event.
        recorded_at: When that was recorded.
        tracked: Its state; None once something of it could not be read.
    """

    __slots__ = ("recorded_at", "tracked", "version")

    def __init__(self) -> None:
        """Begin before the first event."""
        self.version = 0
        self.recorded_at = _NEVER
        self.tracked: Tracked | None = Tracked()


class Streams:
    """Checks the events of all orders, or of a share of them.

    Attributes:
        events: How many events were taken.
        orders: How many orders they belong to.
        last: When the last event that could be read was recorded.
        commands: A number that is the same for the same events with the same commands, in
            whatever order they are added; see `share_of_command`.
    """

    def __init__(
        self,
        findings: Findings,
        *,
        earlier: Earlier | None = None,
        held: int = HELD,
        topics: Topics | None = None,
    ) -> None:
        """Begin.

        Args:
            findings: Told what is wrong.
            earlier: Reads the earlier events of an order; without it, orders are put aside.
            held: How many orders that were touched last are held, at the least.
            topics: What is known of each type of event.
        """
        self.events = self.orders = self.commands = 0
        self.last: datetime | None = None
        self._faults = Faults(findings)
        self._most = held
        self._earlier = earlier
        self._topics = topics or Topics.packaged()
        self._young: dict[str, Held] = {}
        self._old: dict[str, Held] = {}
        self._aside = Aside() if earlier is None else None

    def take(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Take the next events, in the order of the log."""
        known, young, commands = self._topics.known, self._young, 0
        twin: Any = None
        for row in rows:
            position, stream, version, kind, state = row
            self.events += 1
            topic = known.get(kind)
            if (
                topic is None
                or topic.lean is None
                or type(state) is not bytes
                or type(stream) is not str
                or type(version) is not int
                or (twin := topic.lean(state)) is None
            ):
                topic, twin = self._asked(Row(*row))
                young = self._young
                if topic is None or twin is None:
                    continue
            order = young.get(stream)
            if order is None:
                order = self._found(position, stream, version)
                young = self._young
            if version != order.version + 1 and not self._numbered(row, order):
                continue
            order.version = version
            recorded_at, event = twin.recorded_at, twin.event
            if recorded_at < order.recorded_at:
                self._faults.back_in_time(row, recorded_at, order.recorded_at)
            order.recorded_at = recorded_at
            if event.occurred_at > recorded_at:
                self._faults.in_the_future(row)
            commands += hash(f"{stream} {version} {twin.command_id}")
            tracked = order.tracked
            if tracked is not None:
                after = before = tracked.state
                if topic.apply is not None:
                    after = tracked.take(topic.apply, event)
                if (id(before), id(after)) not in topic.arrows:
                    self._faults.deviates(row, topic, before, after)
        self.commands += commands
        if twin is not None:
            self.last = twin.recorded_at

    def close(self) -> None:
        """Throw away what was put aside."""
        if self._aside is not None:
            self._aside.close()

    def _found(self, position: int, stream: str, version: int) -> Held:
        """Return an order that was not touched for a while, or begins."""
        order = self._old.pop(stream, None) or self._again(position, stream, version)
        if order is None:
            order = Held()
            self.orders += 1
            if _STREAM.fullmatch(stream) is None:
                self._faults.strange_id(position, stream)
        if len(self._young) >= self._most:
            if self._aside is not None:
                self._aside.put(self._old)
            self._old, self._young = self._young, {}
        self._young[stream] = order
        return order

    def _again(self, position: int, stream: str, version: int) -> Held | None:
        """Return an order that was forgotten or put aside; None if it never came up before."""
        if self._earlier is None:
            found: Held | None = None if self._aside is None else self._aside.take(stream)
            return found
        if version == 1:
            return None
        # What was wrong with those was told when they were read first.
        before = Streams(Findings(1), earlier=_nothing, topics=self._topics)
        before.take(self._earlier(stream, position))
        return before._young.get(stream)

    def _asked(self, row: Row) -> tuple[Topic | None, Any]:
        """Return an event as its model reads it, or tell why it cannot be read."""
        try:
            if _is_stored_as_events_are(row):
                return self._topics.read(row)
            sentence = "A column of the event is not of its type."
            self._faults.lost(row, FindingKind.MALFORMED, sentence)
        except UnknownEventType as error:
            newer = self._topics.is_newer(row.topic)
            kind = FindingKind.NEWER_VERSION if newer else FindingKind.UNKNOWN_TYPE
            self._faults.unreadable(row, kind, error)
        except EventLogError as error:
            self._faults.unreadable(row, FindingKind.UNREADABLE, error)
        self._go_on(row)
        return None, None

    def _go_on(self, row: Row) -> None:
        """Go on without an event that could not be read."""
        stream, version = row.originator_id, row.originator_version
        if type(stream) is not str or type(version) is not int:
            return
        order = self._young.get(stream) or self._found(row.id, stream, version)
        if version == order.version + 1 or self._numbered(row, order):
            order.version = version
            order.tracked = None

    def _numbered(self, row: tuple[Any, ...], order: Held) -> bool:
        """Tell what is wrong with the number of an event; return whether to go on with it."""
        if row[2] <= order.version:
            self._faults.out_of_order(row, order.version)
            return False
        self._faults.missing(row, order.version)
        order.tracked = None
        return True


def _nothing(_stream: str, _before: int) -> list[tuple[Any, ...]]:
    return []


def share_of_command(stream: str, version: int, command_id: str) -> int:
    """Return what one event that a command caused adds to the number in `Streams.commands`.

    The hash of a text, which has a secret of this process in it. That of a tuple would not do: two
    commands that change places give the same sum in one case of four.
    """
    return hash(f"{stream} {version} {command_id}")


def _is_stored_as_events_are(row: Row) -> bool:
    return (
        type(row.originator_id) is str
        and type(row.originator_version) is int
        and row.originator_version >= 1
        and type(row.topic) is str
        and type(row.state) is bytes
    )
