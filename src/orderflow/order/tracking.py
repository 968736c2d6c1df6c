"""Follows one order event by event and knows its state by the record after each.

The same as folding and asking for `recorded_state` after every event, at a tenth of the price. What
the state is not worked out from is not kept, and each part of the answer is worked out again only
when something that it rests on was touched. Tests hold it to `recorded_state` on every history
they can make, and prove which parts of an order that state reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from orderflow.order import courses, posture
from orderflow.order import events as e
from orderflow.order.binding import anybody_bound
from orderflow.order.order import ProtectionOrder
from orderflow.order.values import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from orderflow.order.evolving.registry import Changes

_TIME, _BOUND, _BEGIN = 1, 2, 4

READ: Final = {
    "requested_at": _BEGIN,
    "request_end": _BEGIN,
    "versions": _TIME | _BOUND,
    "marks": _TIME,
    "expiry": _TIME,
    "bindings": _BOUND,
    "links": _BOUND,
    "once_protected": _BOUND,
    "protected_persons": _BOUND,
}
"""What the state by the record is worked out from, and for which answers; incidents beside it.

Of those, `courses` has all that the state asks.
"""

LEAVE_THE_STATE: Final[frozenset[type[e.Event]]] = frozenset(
    {
        e.PermissionRequested,
        e.PermissionGranted,
        e.ApplicationServed,
        e.HearingListed,
        e.ReturnHearingListed,
        e.WishesRecorded,
        e.SupportArranged,
        e.OrderSealed,
        e.OrderConfirmed,
        e.ChangeRefused,
        e.ConflictFlagged,
        e.ContactDetailsWithheld,
        e.ServiceAttemptFailed,
        e.SubstitutedServiceAuthorised,
        e.PoliceNotified,
        e.AppealDetermined,
        e.RecordCorrected,
        e.DocumentSurrendered,
        e.DocumentReturned,
        e.CaseTransferred,
        e.OrderCertifiedForAbroad,
        e.ConfidentialityChecked,
        e.AccessRestricted,
        e.RestrictionLifted,
        e.PersonDetailsRecorded,
        e.StatementRecorded,
        e.PersonalDataErased,
    }
)
"""Events that touch none of it, whatever they say: they need not be applied to know the state."""

_ALONE: Final = 1


class Tracked:
    """The state of one order so far, and no more of the order than the state needs.

    Attributes:
        state: State by the record; None before the request.
    """

    __slots__ = ("_bound", "_incidents", "_lapsed", "_of_incidents", "_order", "state")

    def __init__(self) -> None:
        """Begin before the first event."""
        # Every part that was never set is that of an order before its request.
        self._order: ProtectionOrder = object.__new__(ProtectionOrder)
        self.state: State | None = None
        self._lapsed: bool | None = None
        self._incidents: tuple[tuple[str, int], ...] = ()
        self._of_incidents: State | None = None
        self._bound: bool | None = None

    def take(self, apply: Callable[[ProtectionOrder, Any], Changes], event: object) -> State | None:
        """Take the next event, and return the state after it.

        Args:
            apply: What applies events of its type, as in `APPLIERS`.
            event: The event, or anything that reads as it does.
        """
        order = self._order
        if apply in courses.MOVES:
            self._move(apply, event)
            self.state = self._worked_out(order)
            return self.state
        parts, touched = order.__dict__, 0
        for name, value in apply(order, event).items():
            if name in READ:
                touched |= READ[name]
                if name == "bindings" and self._bound and len(value) > len(order.bindings):
                    # Whoever is bound stays bound when one more is.
                    touched &= ~_BOUND
                parts[name] = value
        if touched:
            self._mark(order, touched)
            self.state = self._worked_out(order)
        return self.state

    def _move(self, apply: Callable[[ProtectionOrder, Any], Changes], event: Any) -> None:  # noqa: ANN401
        """Move incidents along the courses they are on."""
        name, known = event.incident, self._incidents
        if apply is courses.BEGINS:
            known = (*known, (name, courses.after(None, apply, event)))
        else:
            known = tuple(
                [
                    (one, courses.after(course, apply, event) if one == name else course)
                    for one, course in known
                ]
            )
        self._incidents = known
        self._of_incidents = courses.state_of([course for _, course in known])

    def _mark(self, order: ProtectionOrder, touched: int) -> None:
        """Forget every answer that rests on what was touched."""
        parts = order.__dict__
        if touched & _TIME:
            self._lapsed = None
            parts.pop("periods", None)
            versions = order.versions
            parts.pop("versions_in_time", None)
            if len(versions) == _ALONE:
                parts["versions_in_time"] = versions
        if touched & _BOUND:
            self._bound = None
            parts.pop("_aliases", None)
            if not order.links:
                parts["_aliases"] = _NOBODY

    def _worked_out(self, order: ProtectionOrder) -> State | None:
        if order.requested_at is None:
            return None
        if not order.versions:
            return State.LAPSED if order.request_end else State.REQUESTED
        if self._lapsed is None:
            self._lapsed = posture.lapsed_by_the_record(order)
        if self._lapsed:
            return State.LAPSED
        if self._of_incidents is not None:
            return self._of_incidents
        if self._bound is None:
            self._bound = bool(order.bindings) and anybody_bound(order)
        return State.SERVED if self._bound else State.GRANTED


_NOBODY: Final[dict[str, frozenset[str]]] = {}
"""The pseudonyms of people who have one each."""
