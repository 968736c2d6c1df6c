"""Judges a log again under another law: every incident, and every decision.

The facts stay as they were recorded. Each decision is taken again on what was on record when it was
taken, by the code that takes decisions today; what follows from it does not spread to the next one,
so that each difference has its own reason and none hides another. A command that was refused left
no trace and cannot be judged again; what it asked for shows in the routes of the incidents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.audit.acts import acts_of
from orderflow.audit.log import histories
from orderflow.audit.redeciding import Redecider
from orderflow.audit.rejudged import IncidentRejudged, OrderRejudged, RouteJudged
from orderflow.audit.result import Changed
from orderflow.audit.sides import Sides, route_judged
from orderflow.errors import UnknownRegime
from orderflow.law import RegimeRegister
from orderflow.order import ProtectionOrder, assess_incident, evolve
from orderflow.store.pinning import PinnedRegimes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from orderflow.audit.log import Log
    from orderflow.law import Regime
    from orderflow.order.assessment import Assessment
    from orderflow.order.incident import Incident
    from orderflow.store import RecordedEvent


def rejudge(
    log: Log,
    regime: str | None = None,
    *,
    as_if: bool = False,
    order_id: UUID | None = None,
    every: bool = False,
    regimes: RegimeRegister | None = None,
) -> Iterator[OrderRejudged]:
    """Iterate over the orders that another law makes something else of, one at a time.

    Args:
        log: The log.
        regime: Id of the other law, with its version; None judges each order by its own law, with
            today's code.
        as_if: Whether that law counts as in force at the time, drafts included.
        order_id: One order; None takes all of them.
        every: Also orders, incidents and decisions of which it makes the same.
        regimes: The regimes there are; by default those that ship with the package.

    Raises:
        UnknownRegime: There is no such regime; or, with None, an order's own is not at hand.
        OrderNotFound: The order asked for is not on record.
        EventLogError: Events cannot be read faithfully.
    """
    judge = _Judge(regimes or RegimeRegister.packaged(), regime, as_if)
    judged = (judge.order(one, history, every=every) for one, history in histories(log, order_id))
    return (one for one in judged if every or one.differs)


class _Judge:
    """Judges orders by one law, or each by its own."""

    def __init__(self, register: RegimeRegister, regime: str | None, as_if: bool) -> None:  # noqa: FBT001 - as asked
        self._register = register
        self._pinned = PinnedRegimes(register)
        self._as_if = as_if
        self._sides_of: dict[tuple[str, bool], Sides] = {}
        self._other = None if regime is None else self._found(register.get(regime))

    def _found(self, regime: Regime) -> Regime:
        return self._register.as_if_in_force(regime) if self._as_if else regime

    def order(
        self, order_id: UUID, history: tuple[RecordedEvent, ...], *, every: bool
    ) -> OrderRejudged:
        """Return one order, judged again."""
        begun = evolve(ProtectionOrder.start(order_id), history[0].event)
        sides = self._sides(begun)
        order = ProtectionOrder.start(order_id)
        redecider = Redecider(sides)
        decisions = []
        for act in acts_of(history):
            decisions.append(redecider.decide(act, order))
            for recorded in act.events:
                order = evolve(order, recorded.event)
        incidents = [_incident(order, incident, sides) for incident in order.incidents]
        return OrderRejudged(
            order_id=order_id,
            recorded_under=begun.regime.id if begun.regime else "",
            under=sides.under.id,
            as_if=sides.as_if,
            time_zone=(sides.recorded or sides.under).time_zone,
            incidents=tuple(one for one in incidents if every or one.differs),
            decisions=tuple(one for one in decisions if every or one.differs),
            incidents_judged=len(incidents),
            decisions_judged=len(decisions),
        )

    def _sides(self, begun: ProtectionOrder) -> Sides:
        key = (begun.regime.digest, begun.regime.as_if_in_force) if begun.regime else ("", False)
        if key not in self._sides_of:
            self._sides_of[key] = self._new_sides(begun)
        return self._sides_of[key]

    def _new_sides(self, begun: ProtectionOrder) -> Sides:
        own: Regime | None = None
        try:
            own = self._pinned.of(begun)
        except UnknownRegime:
            if self._other is None:
                raise
        if self._other is not None:
            return Sides(own, self._other, self._as_if)
        assert own is not None  # noqa: S101 - otherwise it was raised
        as_if = bool(begun.regime and begun.regime.as_if_in_force)
        return Sides(own, own, as_if)


def _incident(order: ProtectionOrder, incident: Incident, sides: Sides) -> IncidentRejudged:
    before, after = incident.assessment, _assessed(order, incident, sides.under)
    recorded, under = _routes(before), _routes(after)

    def is_gone(regime: Regime) -> bool:
        but_for = _routes(_assessed(order, incident, regime))
        return any(map(_as_recorded, recorded, under, but_for))

    return IncidentRejudged(
        id=incident.id,
        person=incident.person,
        term=incident.term,
        conduct_at=incident.conduct_at,
        criminal=Changed[RouteJudged](before=recorded[0], after=under[0]),
        civil=Changed[RouteJudged](before=recorded[1], after=under[1]),
        bound=Changed[bool](before=before.bound is not None, after=after.bound is not None),
        because=sides.because(is_gone),
    )


def _as_recorded(recorded: RouteJudged, under: RouteJudged, but_for: RouteJudged) -> bool:
    """Tell whether the first thing in which two routes differ is gone in a third."""
    every = zip(recorded.content, under.content, but_for.content, strict=True)
    return next((one == third for one, other, third in every if one != other), False)


def _assessed(order: ProtectionOrder, incident: Incident, regime: Regime) -> Assessment:
    return assess_incident(order, regime, incident, with_outcomes=False)


def _routes(assessment: Assessment) -> tuple[RouteJudged, RouteJudged]:
    return route_judged(assessment.criminal), route_judged(assessment.civil)
