"""The state of an order as a function of the facts.

Once granted, the state is the first that holds of lapsed, referred, breached, served, granted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.order.binding import anybody_bound, effective_bindings
from orderflow.order.values import State

if TYPE_CHECKING:
    from datetime import datetime

    from orderflow.order.order import ProtectionOrder

_BEGINNINGS = ("begin", "resumed")


def recorded(order: ProtectionOrder) -> State | None:
    """Return the state by the record; None before the request.

    Every recorded fact counts, and an end that time brings counts once it is recorded.
    """
    if order.requested_at is None:
        return None
    if not order.versions:
        return State.LAPSED if order.request_end else State.REQUESTED
    if lapsed_by_the_record(order):
        return State.LAPSED
    return _of_an_order_in_force(order, None)


def at(order: ProtectionOrder, moment: datetime) -> State | None:
    """Return the legal position at `moment`; None before the request.

    Raises:
        ValueError: `moment` has no time zone.
    """
    if moment.tzinfo is None:
        msg = "a state is asked for at a moment with a time zone"
        raise ValueError(msg)
    if order.requested_at is None or moment < order.requested_at:
        return None
    if order.version_at(moment) is None:
        ended = order.request_end is not None and order.request_end[0] <= moment
        return State.LAPSED if ended else State.REQUESTED
    if order.period_at(moment) is None:
        return State.LAPSED
    return _of_an_order_in_force(order, moment)


def lapsed_by_the_record(order: ProtectionOrder) -> bool:
    """Tell whether an order that was made is in force no more, by the record."""
    kinds = {mark.kind for mark in order.marks}
    # A history that begins in the middle cannot be refused here, and has no order in force.
    if kinds.isdisjoint(_BEGINNINGS):
        return True
    if order.expiry is None and "ended" not in kinds:
        return False  # Nobody put an end on record.
    last = order.periods[-1]
    if last.until is None:
        return False
    if last.acted or (order.expiry is not None and last.until <= order.expiry):
        return True
    # Whoever ended it after its time had run out put its end on record as well.
    return any(mark.kind == "ended" and mark.at >= last.until for mark in order.marks)


def of_incidents(order: ProtectionOrder, moment: datetime | None) -> State | None:
    """Return what the incidents make of an order in force; None where they make nothing of it.

    `moment` None takes the whole record.
    """
    if any(incident.referred_at(moment) for incident in order.incidents):
        return State.REFERRED
    if any(incident.pending_at(moment) for incident in order.incidents):
        return State.BREACHED
    return None


def _of_an_order_in_force(order: ProtectionOrder, moment: datetime | None) -> State:
    found = of_incidents(order, moment)
    if found is not None:
        return found
    bound = anybody_bound(order) if moment is None else bool(effective_bindings(order, moment))
    return State.SERVED if bound else State.GRANTED
