"""Replays orders on two time axes: the legal position at a moment, on what was known at another."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from orderflow.audit.digest import digest_of
from orderflow.audit.log import Laws, events_of, histories
from orderflow.audit.position import IncidentSeen, Position, incident_seen, position_at
from orderflow.audit.result import Result
from orderflow.order import fold
from orderflow.order.values import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orderflow.audit.log import Log
    from orderflow.law import RegimeRegister
    from orderflow.store import RecordedEvent


class Replayed(Result):
    """An order as it was folded from what was known.

    Attributes:
        order_id: The order.
        version: Number of events that were known.
        last_position: Position in the log of the last of them.
        last_recorded_at: When that was recorded.
        regime: Id of the regime it pinned.
        as_if_in_force: Whether the case is lived under law that was not in force.
        time_zone: Zone in which that regime counts; None where it is not at hand unchanged.
        state_by_record: State by the record; an end counts once it is recorded.
        position: The legal position at the moment asked about.
        incidents: Every incident that was known, as assessed then.
        digest: SHA-256 of the folded order in canonical form.
    """

    order_id: UUID
    version: int
    last_position: int
    last_recorded_at: datetime
    regime: str | None
    as_if_in_force: bool
    time_zone: str | None
    state_by_record: State | None
    position: Position
    incidents: tuple[IncidentSeen, ...]
    digest: str


def replay(
    log: Log,
    *,
    at: datetime | None = None,
    known_at: datetime | None = None,
    order_id: UUID | None = None,
    regimes: RegimeRegister | None = None,
) -> Iterator[Replayed]:
    """Iterate over orders in log order, each folded from its events; one is held at a time.

    Args:
        log: The log.
        at: The moment of the legal position; None takes that of each order's last known record.
        known_at: Leaves out what was recorded after this moment; None takes the whole record.
        order_id: One order; None takes all of them.
        regimes: The regimes there are; by default those that ship with the package.

    Raises:
        OrderNotFound: The order asked for is not on record, or was not yet known.
        EventLogError: Events cannot be read faithfully.
        ValueError: A moment has no time zone.
    """
    if at is not None and at.tzinfo is None:
        msg = "a position is asked for at a moment with a time zone"
        raise ValueError(msg)
    laws = Laws(regimes)
    return (
        _replayed(one, history, at, laws) for one, history in histories(log, order_id, known_at)
    )


def _replayed(
    order_id: UUID, history: tuple[RecordedEvent, ...], at: datetime | None, laws: Laws
) -> Replayed:
    order = fold(order_id, events_of(history))
    zone, last = laws.zone_of(order), history[-1]
    return Replayed(
        order_id=order_id,
        version=order.version,
        last_position=last.position,
        last_recorded_at=last.recorded_at,
        regime=order.regime.id if order.regime else None,
        as_if_in_force=bool(order.regime and order.regime.as_if_in_force),
        time_zone=zone.key if zone else None,
        state_by_record=order.recorded_state,
        position=position_at(order, (at or last.recorded_at).astimezone(UTC)),
        incidents=tuple(map(incident_seen, order.incidents)),
        digest=digest_of(order),
    )
