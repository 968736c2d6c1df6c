"""What must hold of the events of one order, whoever had the file in hands.

A store refuses to write anything else. On reading it is asked again, so that a row that was
removed, moved or put in behind our back is an error with a place, and no other order than the one
that was recorded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from eventsourcing.persistence import Notification

from orderflow.errors import UnreadableEvent
from orderflow.order.events import TYPES
from orderflow.order.evolve import evolve
from orderflow.order.order import ProtectionOrder
from orderflow.store.envelope import RecordedEvent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from orderflow.store.envelope import LogEntry
    from orderflow.store.mapper import OrderMapper

    Row = tuple[Any, ...]

Placed = Notification
"""A stored event with its position: the library's word for it, for who may not know the library."""

_REQUESTED: Final = "orderflow/OrderRequested/"


def require_whole(
    stream: UUID,
    versions: list[int],
    topics: list[str],
    positions: list[int],
    acknowledged: int,
) -> None:
    """Raise unless these are all events of an order, in the order of recording.

    Args:
        stream: The order.
        versions: Numbers of its events, as they were read in order of version.
        topics: Their types.
        positions: Their positions in the log.
        acknowledged: Number of the last event that a handled command is known to have led to.

    Raises:
        UnreadableEvent: An event is missing, too many, or not where it was recorded.
    """
    fault = _fault(versions, topics, positions, acknowledged)
    if fault is None:
        return
    msg, version = fault
    there = versions[version - 1 : version] == [version]
    position = positions[version - 1] if there else None
    raise UnreadableEvent(msg, stream=str(stream), version=version, position=position)


def whole(order_id: UUID, rows: Sequence[Row], acknowledged: int) -> list[Notification]:
    """Return the events of an order that a database holds, once they are all there.

    Args:
        order_id: The order.
        rows: Version, type, payload and position of each, in order of version.
        acknowledged: As for `require_whole`.

    Raises:
        UnreadableEvent: As `require_whole`.
    """
    versions, topics, _, positions = map(list, zip(*rows, strict=True)) if rows else ([],) * 4
    require_whole(order_id, versions, topics, positions, acknowledged)
    return [Notification(order_id, *row) for row in rows]


def name_of(originator_id: UUID | str) -> str:
    """Return the id of a stream as a database keeps it: 32 hexadecimal digits."""
    return originator_id.hex if isinstance(originator_id, UUID) else originator_id


def order_id_of(stored: object, position: int | None = None) -> UUID:
    """Return the order whose id a database holds.

    Raises:
        UnreadableEvent: It is no id of an order.
    """
    try:
        return UUID(stored)  # type: ignore[arg-type]  # Whatever was put there is refused.
    except (ValueError, AttributeError, TypeError):
        msg = "the id of an order on record is no UUID"
        raise UnreadableEvent(msg, position=position) from None


def _fault(
    versions: list[int], topics: list[str], positions: list[int], acknowledged: int
) -> tuple[str, int] | None:
    """Return what is wrong, and with which version."""
    count = len(versions)
    if versions != list(range(1, count + 1)):
        return "an event is missing", _first_missing(versions)
    if count < acknowledged:
        return "an event that was acknowledged is missing", count + 1
    if not count:
        return None
    if positions != sorted(positions):
        place = next(n for n in range(1, count) if positions[n] < positions[n - 1])
        return "an event is not where it was recorded", place + 1
    first = topics[0]
    if not first.startswith(_REQUESTED):
        # A type that is unknown is named as such when it is read.
        return ("the first event of an order is no request", 1) if first in TYPES else None
    if topics.count(first) > 1:
        return "an order was requested twice", topics.index(first, 1) + 1
    return None


def recorded_events(
    mapper: OrderMapper, stored_events: Iterable[Notification]
) -> Iterator[RecordedEvent]:
    """Iterate over the events of one order with all that is known of them.

    Raises:
        UnreadableEvent: One cannot be read, or was recorded before the one that it follows.
        UnknownEventType: One is of a type unknown to this version of `orderflow`.
    """
    earlier: RecordedEvent | None = None
    for stored in stored_events:
        recorded = RecordedEvent.of(mapper.to_domain_event(stored), stored.id)
        if earlier is not None and recorded.recorded_at < earlier.recorded_at:
            msg = "an event was recorded before the one that it follows"
            raise UnreadableEvent(
                msg,
                stream=str(stored.originator_id),
                version=recorded.version,
                position=recorded.position,
            )
        earlier = recorded
        yield recorded


def project(order: ProtectionOrder | None, entries: Iterable[LogEntry]) -> ProtectionOrder | None:
    """Return the order after more of its entries; a projector function for the library.

    `app.repository.get(order_id, projector_func=project)` returns the order as `app.get` does,
    without its regime.

    Raises:
        UnreadableEvent: An entry is missing between two of them.
    """
    for entry in entries:
        order = order or ProtectionOrder.start(entry.originator_id)
        if entry.originator_version != order.version + 1:
            msg = "an event is missing"
            stream = str(entry.originator_id)
            raise UnreadableEvent(msg, stream=stream, version=order.version + 1)
        order = evolve(order, entry.event)
    return order


def _first_missing(versions: list[int]) -> int:
    return next(n for n, version in enumerate(versions, 1) if version != n)
