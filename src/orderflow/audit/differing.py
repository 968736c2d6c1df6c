"""What was learned between two moments of knowledge, and what it changed.

Nothing on record is ever edited, so what was known at the later moment is what was known at the
earlier one and more. Each order of which nothing was learned is left out.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from orderflow.audit.log import Laws, events_of, histories
from orderflow.audit.position import IncidentSeen, PeriodInForce, incident_seen, period_seen
from orderflow.audit.result import Changed, Learnt, Result
from orderflow.order import ProtectionOrder, fold
from orderflow.order.values import BindingMethod, State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orderflow.audit.log import Log
    from orderflow.law import RegimeRegister
    from orderflow.order.records import Binding
    from orderflow.store import RecordedEvent


class Learned(Result):
    """An event that came on record in between.

    Attributes:
        late: Whether it had happened by the earlier moment, and was not yet known then.
    """

    version: int
    position: int
    type: str
    occurred_at: datetime
    recorded_at: datetime
    late: bool


class BindingSeen(Result):
    """A service or notice, and whether it counts."""

    number: int
    person: str
    version: int
    how: BindingMethod
    at: datetime
    counts: bool


class OrderDiffers(Result):
    """What was learned of one order, and what it changed. What did not change is None or empty.

    Attributes:
        order_id: The order.
        time_zone: Zone in which its regime counts; None where that is not at hand unchanged.
        new: Whether the order came on record in between.
        learned: What was recorded in between, in order.
        state_by_record: The state by the record.
        position_then: The legal position at the earlier moment, as known then and as known later:
            what was thought, and what was the case.
        position_later: The legal position at the later moment, as had to be expected and as known.
        periods: The periods in force.
        versions: Numbers of the versions that came on record.
        bindings: Services and notices that came on record, or count no longer.
        incidents: Incidents that came on record, or were assessed or dealt with otherwise.
    """

    order_id: UUID
    time_zone: str | None
    new: bool
    learned: tuple[Learned, ...]
    state_by_record: Changed[State | None] | None
    position_then: Changed[State | None] | None
    position_later: Changed[State | None] | None
    periods: Changed[tuple[PeriodInForce, ...]] | None
    versions: tuple[int, ...]
    bindings: tuple[Learnt[BindingSeen], ...]
    incidents: tuple[Learnt[IncidentSeen], ...]

    @property
    def changed(self) -> bool:
        """Whether anything that was learned made a difference to what is answered here."""
        states = (self.state_by_record, self.position_then, self.position_later, self.periods)
        return any(states) or bool(self.versions or self.bindings or self.incidents)


def diff(
    log: Log,
    earlier: datetime,
    later: datetime,
    *,
    order_id: UUID | None = None,
    regimes: RegimeRegister | None = None,
) -> Iterator[OrderDiffers]:
    """Iterate over the orders of which something was recorded after `earlier`, up to `later`.

    Args:
        log: The log.
        earlier: What was recorded up to and including this moment was known before.
        later: What was recorded after this moment is left out.
        order_id: One order; None takes all of them.
        regimes: The regimes there are; by default those that ship with the package.

    Raises:
        ValueError: A moment has no time zone, or they are the wrong way round.
        OrderNotFound: The order asked for is not on record, or was not yet known.
        EventLogError: Events cannot be read faithfully.
    """
    if earlier.tzinfo is None or later.tzinfo is None:
        msg = "what was known is asked for at moments with a time zone"
        raise ValueError(msg)
    if later < earlier:
        msg = "the earlier moment comes first"
        raise ValueError(msg)
    return _differences(log, (earlier, later), order_id, Laws(regimes))


def _differences(
    log: Log, moments: tuple[datetime, datetime], order_id: UUID | None, laws: Laws
) -> Iterator[OrderDiffers]:
    earlier, later = moments
    for one, history in histories(log, order_id, later):
        known = sum(recorded.recorded_at <= earlier for recorded in history)
        if known < len(history):
            yield _difference(one, history, known, moments, laws)


def _difference(
    order_id: UUID,
    history: tuple[RecordedEvent, ...],
    known: int,
    moments: tuple[datetime, datetime],
    laws: Laws,
) -> OrderDiffers:
    earlier, later = moments
    before = fold(order_id, events_of(history[:known]))
    after = fold(order_id, events_of(history))
    zone = laws.zone_of(after)
    return OrderDiffers(
        order_id=order_id,
        time_zone=zone.key if zone else None,
        new=not known,
        learned=tuple(_learned(recorded, earlier) for recorded in history[known:]),
        state_by_record=_state(before.recorded_state, after.recorded_state),
        position_then=_state(before.state_at(earlier), after.state_at(earlier)),
        position_later=_state(before.state_at(later), after.state_at(later)),
        periods=_periods(before, after),
        versions=tuple(version.number for version in after.versions[len(before.versions) :]),
        bindings=tuple(_bindings(before, after)),
        incidents=tuple(_incidents(before, after)),
    )


def _learned(recorded: RecordedEvent, earlier: datetime) -> Learned:
    return Learned(
        version=recorded.version,
        position=recorded.position,
        type=type(recorded.event).__name__,
        occurred_at=recorded.event.occurred_at,
        recorded_at=recorded.recorded_at,
        late=recorded.event.occurred_at <= earlier,
    )


def _state(before: State | None, after: State | None) -> Changed[State | None] | None:
    return None if before is after else Changed[State | None](before=before, after=after)


def _periods(
    before: ProtectionOrder, after: ProtectionOrder
) -> Changed[tuple[PeriodInForce, ...]] | None:
    old, new = (tuple(map(period_seen, order.periods)) for order in (before, after))
    return None if old == new else Changed[tuple[PeriodInForce, ...]](before=old, after=new)


def _bindings(before: ProtectionOrder, after: ProtectionOrder) -> Iterator[Learnt[BindingSeen]]:
    old = {binding.number: binding for binding in before.bindings}
    for binding in after.bindings:
        known = old.get(binding.number)
        if known != binding:
            yield Learnt[BindingSeen](
                before=None if known is None else _binding(known), after=_binding(binding)
            )


def _binding(binding: Binding) -> BindingSeen:
    return BindingSeen(
        number=binding.number,
        person=binding.person,
        version=binding.version,
        how=binding.by,
        at=binding.at,
        counts=not binding.invalidated,
    )


def _incidents(before: ProtectionOrder, after: ProtectionOrder) -> Iterator[Learnt[IncidentSeen]]:
    for incident in after.incidents:
        known = before.incident(incident.id)
        old, new = None if known is None else incident_seen(known), incident_seen(incident)
        if old != new:
            yield Learnt[IncidentSeen](before=old, after=new)
