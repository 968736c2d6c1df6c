"""Running: a case lived step by step, and compared with what its file says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.casefile.asking import Asked, ask
from orderflow.casefile.case import Case, Life
from orderflow.casefile.checks import KnownCheck
from orderflow.casefile.commanding import command_of
from orderflow.casefile.format import Act
from orderflow.casefile.judging import Judge, Lived, outcome_of_refusal
from orderflow.casefile.report import CaseReport, ReasonGiven, StepResult
from orderflow.casefile.store import Stage, open_simulated
from orderflow.errors import CommandRejected, OrderNotFound, UnknownRegime
from orderflow.law import RegimeRegister
from orderflow.law.problems import hint
from orderflow.order.assessment import Assessment

if TYPE_CHECKING:
    from uuid import UUID

    from orderflow.casefile.clock import SimulatedClock
    from orderflow.casefile.format import Check
    from orderflow.order.events import Event
    from orderflow.store import ProtectionOrders


def run_case(
    case: Case,
    orders: ProtectionOrders | None = None,
    *,
    clock: SimulatedClock | None = None,
    regime: str | None = None,
    as_if: bool = False,
    regimes: RegimeRegister | None = None,
) -> CaseReport:
    """Return what comes of a case; everything that was accepted is on record in the store.

    Running it again on the same store records nothing and reports the same.

    Args:
        case: The case.
        orders: A simulated store to live it on; by default a new one in memory.
        clock: The clock that `orders` follows; `open_simulated` gives both.
        regime: Another regime, by id or by name, to live the whole case under.
        as_if: Whether that law counts as in force at the time, drafts included.
        regimes: The regimes there are; by default those that ship with the package.

    Raises:
        ValueError: `orders` without its `clock`.
        MixedClock: `orders` follows a real clock.
        UnknownRegime: There is no such regime, or none in force when an order is requested.
        CaseFileError: The store holds another form of this case.
        EventLogError: The store cannot be read or written; the class says why.
    """
    if regime is not None:
        _must_be_known(regime, regimes or RegimeRegister.packaged())
    if orders is None:
        own, own_clock = open_simulated(regimes=regimes)
        with own:
            return run_case(case, own, clock=own_clock, regime=regime, as_if=as_if, regimes=regimes)
    if clock is None:
        msg = "a case drives the clock of its store; give both, as open_simulated does"
        raise ValueError(msg)
    life = Life(None if regime == case.regime and not as_if else regime, as_if)
    return _Run(case, Stage(case, orders, clock, regimes), life).report()


def _must_be_known(regime: str, regimes: RegimeRegister) -> None:
    names = {one.partition("@")[0] for one in regimes.ids()}
    known = {*regimes.ids(), *names}
    if regime not in known:
        msg = f"no regime '{regime}'{hint(regime, known)}"
        raise UnknownRegime(msg)


class _Run:
    """One life of a case."""

    def __init__(self, case: Case, stage: Stage, life: Life) -> None:
        self._case = case
        self._stage = stage
        self._life = life
        self._judge = Judge(case, life)
        self._now = case.starts_at()

    def report(self) -> CaseReport:
        """Live every step, and return what came of it."""
        case, life = self._case, self._life
        return CaseReport(
            case=case.name,
            title=case.title,
            sources=case.sources,
            regime=life.regime or case.regime,
            own_law=life.own,
            as_if=life.as_if,
            time_zone=case.zone.key,
            orders={order: case.order_id(order, life) for order in case.orders},
            steps=tuple(
                self._act(number, step) if isinstance(step, Act) else self._check(number, step)
                for number, step in enumerate(case.steps, 1)
                if not step.only_under or life.regime in step.only_under
            ),
        )

    def _act(self, number: int, act: Act) -> StepResult:
        order_id = self._order_id(act)
        self._now = act.moment_recorded
        lived = self._lived(number, act, order_id)
        return self._judge.act(act, lived).model_copy(
            update={
                "number": number,
                "recorded_at": self._now,
                "state": self._stage.order(order_id).state_at(self._now),
            }
        )

    def _lived(self, number: int, act: Act, order_id: UUID) -> Lived:
        try:
            command = command_of(self._case, act, self._life)
            command_id = self._case.command_id(number, self._life)
            done = self._stage.handle(command, order_id, command_id, self._now, act.name)
        except OrderNotFound:
            return Lived(None)
        except CommandRejected as refusal:
            return outcome_of_refusal(refusal)
        names = tuple(type(event).__name__ for event in done.events)
        return Lived("accepted", names, _reasons_of(done.events), repeated=done.repeated)

    def _check(self, number: int, check: Check) -> StepResult:
        order_id = self._order_id(check)
        asked = Asked(
            order=self._stage.order(order_id, known_at=check.known_at),
            events=self._stage.event_names(order_id, known_at=check.known_at),
            zone=self._case.zone,
        )
        # Under another law, an order that is never requested there leaves nothing to ask about.
        gone = not self._life.own and not self._stage.reached(order_id)
        found = None if gone and not isinstance(check, KnownCheck) else ask(check, asked)
        return self._judge.check(check, found).model_copy(
            update={
                "number": number,
                "recorded_at": self._now,
                "state": found.state if found else None,
            }
        )

    def _order_id(self, step: Act | Check) -> UUID:
        return self._case.order_id(self._case.order_of(step), self._life)


def _reasons_of(events: tuple[Event, ...]) -> tuple[ReasonGiven, ...]:
    """Return the reasons that travel with events, such as the assessment of a report."""
    found = [getattr(event, "assessment", None) for event in events]
    return ReasonGiven.of_routes(
        reason
        for assessment in found
        if isinstance(assessment, Assessment)
        for route in (assessment.criminal, assessment.civil)
        for reason in route.reasons
    )
