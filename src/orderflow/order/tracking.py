"""Follows one order event by event and knows its state by the record after each.

The same as folding and asking for `recorded_state` after every event, at a tenth of the price: an
event that leaves alone what the state is worked out from leaves the state alone, and what the
state is not worked out from is not kept. Which parts those are is proved by a test.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from orderflow.order import posture
from orderflow.order.binding import effective_bindings
from orderflow.order.order import ProtectionOrder
from orderflow.order.values import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from orderflow.order.evolving.registry import Changes

_TIME: Final = frozenset({"versions", "marks", "expiry"})
_INCIDENTS: Final = frozenset({"incidents"})
_BOUND: Final = frozenset(
    {"versions", "bindings", "links", "once_protected", "protected_persons"},
)
READ: Final = _TIME | _INCIDENTS | _BOUND | {"requested_at", "request_end"}
"""Every part of an order that its state by the record is worked out from."""

_DERIVED: Final = {
    "marks": "periods",
    "versions": "versions_in_time",
    "links": "_aliases",
}


class Tracked:
    """The state of one order so far, and no more of the order than the state needs.

    Attributes:
        state: State by the record; None before the request.
    """

    __slots__ = ("_bound", "_lapsed", "_of_incidents", "_order", "state")

    def __init__(self) -> None:
        """Begin before the first event."""
        # Every part that was never set is that of an order before its request.
        self._order: ProtectionOrder = object.__new__(ProtectionOrder)
        self.state: State | None = None
        self._lapsed: bool | None = None
        self._of_incidents: tuple[State | None] | None = None
        self._bound: bool | None = None

    def take(self, apply: Callable[[ProtectionOrder, Any], Changes], event: object) -> State | None:
        """Take the next event, and return the state after it.

        Args:
            apply: What applies events of its type, as in `APPLIERS`.
            event: The event, or anything that reads as it does.
        """
        changes = apply(self._order, event)
        touched = READ & changes.keys()
        if touched:
            self._keep(touched, changes)
            self.state = self._worked_out()
        return self.state

    def _keep(self, touched: frozenset[str], changes: Changes) -> None:
        parts = self._order.__dict__
        if touched & _TIME:
            self._lapsed = None
        if touched & _INCIDENTS:
            self._of_incidents = None
        if touched & _BOUND and not (self._bound and self._one_more(touched, changes)):
            self._bound = None
        for name in touched:
            parts[name] = changes[name]
            parts.pop(_DERIVED.get(name), None)

    def _one_more(self, touched: frozenset[str], changes: Changes) -> bool:
        """Tell whether a binding was added and nothing else: whoever is bound stays bound."""
        only = len(touched) == 1 and "bindings" in touched
        return only and len(changes["bindings"]) > len(self._order.bindings)

    def _worked_out(self) -> State | None:
        order = self._order
        if order.requested_at is None:
            return None
        if not order.versions:
            return State.LAPSED if order.request_end else State.REQUESTED
        if self._lapsed is None:
            self._lapsed = posture.lapsed_by_the_record(order)
        if self._lapsed:
            return State.LAPSED
        if self._of_incidents is None:
            self._of_incidents = (posture.of_incidents(order, None),)
        if self._of_incidents[0] is not None:
            return self._of_incidents[0]
        if self._bound is None:
            self._bound = bool(effective_bindings(order, None))
        return State.SERVED if self._bound else State.GRANTED
