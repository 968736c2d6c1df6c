"""LodgeAppeal and DetermineAppeal: what brings an order back, and what ends it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from orderflow.law import ServiceMethod
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.values import Decision, Duration, OpenEnded, State, UntilAge
from tests.spec import FMPO, KORT_GEDING, Given, Having, at, given, law, law_with
from tests.unit.order.acts import (
    BAILIFF,
    CONTACT,
    DAUGHTER,
    MADE,
    MOTHER,
    OFFICER,
    SCHOOL,
    THE_DAUGHTER,
    appeal,
    day,
    determine,
    die,
    discharge,
    expire,
    extend,
    grant,
    inform,
    refuse,
    report,
    request,
    serve,
    set_aside,
    summons,
    supersede,
    until,
    vary,
)

ENDED = given(request(), grant(), inform(day(1)), discharge(day(5)))
APPEALED = given(
    request(), grant(), inform(day(1)), discharge(day(5)), appeal(day(6), Decision.DISCHARGE)
)
SUSPENSIVE = law_with(FMPO, appeal__suspensive=True)


def suspended(*acts: c.Command, duration: Duration | None = None) -> Given:
    """An order that an appeal against its making suspends from day 6."""
    granted = grant(duration=duration or OpenEnded())
    return given(request(), granted, inform(day(1)), appeal(day(6)), *acts, regime=SUSPENSIVE)


def test_an_appeal_leaves_an_order_in_force() -> None:
    """Under English law an appeal suspends nothing."""
    live = given(request(), grant(), inform(day(1)))

    wanted = Having(e.AppealLodged, appeal=1, suspends=False)
    live.when(appeal(day(6))).then(wanted).and_state(State.SERVED)


@pytest.mark.edge("EC44")
@pytest.mark.boundary
def test_a_restored_order_leaves_a_gap() -> None:
    """Conduct in the gap is not enforced; from the moment it is restored it is."""
    back = APPEALED.when(determine(day(9), effect="restored"))

    restored = back.then(e.AppealDetermined, e.OrderRestored).and_state(State.SERVED)
    assert [(p.since, p.until) for p in restored.order.periods] == [
        (MADE, day(5)),
        (day(9), None),
    ]
    now = Given(restored.order, restored.regime, day(9))
    for moment in (day(5), day(9) - timedelta(seconds=1)):
        now.conduct(MOTHER, "contact", moment).both("closed", "not_in_force")
        assert restored.order.state_at(moment) is State.LAPSED
    for moment in (day(5) - timedelta(seconds=1), day(9)):
        now.conduct(MOTHER, "contact", moment).both("open")


def test_a_restored_order_has_the_end_it_would_have_had() -> None:
    """Or a new one, where the court sets it; the end is kept with its cause."""
    birthday = UntilAge(person=DAUGHTER, years=18, reached_on=date(2025, 7, 1))
    steps = (discharge(day(5)), appeal(day(6), Decision.DISCHARGE))
    back = determine(day(9), effect="restored")
    bounded = given(request(), grant(duration=until(day(30))), *steps)
    young = given(request(), grant(duration=birthday), *steps, back)

    kept = bounded.when(back).then(e.AppealDetermined, Having(e.OrderRestored, ends_at=day(30)))
    assert kept.order.ends_at == day(30)
    shorter = determine(day(9), effect="restored", duration=until(day(20)))
    wanted = Having(e.OrderRestored, ends_at=day(20))
    bounded.when(shorter).then(e.AppealDetermined, wanted)
    young.when(expire(at("2025-07-01 00:00"))).then(Having(e.OrderExpired, cause="age_limit"))


def test_the_end_it_had_is_the_last_that_was_set_by_then() -> None:
    """Not the last that was recorded (EC39)."""
    mixed = given(
        request(),
        grant(duration=until(day(100))),
        extend(day(50), until(day(200))),
        vary(day(20), duration=until(day(90))),
        discharge(day(60)),
        appeal(day(61), Decision.DISCHARGE),
    )

    back = mixed.when(determine(day(70), effect="restored"))
    back.then(e.AppealDetermined, Having(e.OrderRestored, ends_at=day(200)))


@pytest.mark.boundary
def test_nothing_is_restored_whose_time_has_run_out() -> None:
    """At its own end there is nothing left to restore, a second earlier there is."""
    steps = (discharge(day(5)), appeal(day(6), Decision.DISCHARGE))
    bounded = given(request(), grant(duration=until(day(9))), *steps)
    early = determine(day(9) - timedelta(seconds=1), effect="restored")
    source = law(FMPO).appeal.may_restore.source

    late = bounded.when(determine(day(9), effect="restored"))
    late.then_refused("nothing_to_restore", law=source)
    bounded.when(early).then(e.AppealDetermined, e.OrderRestored)


def test_nothing_is_restored_that_is_in_force_or_never_was() -> None:
    """A refused request stays refused: what is wanted is a new request."""
    live = given(request(), grant(), appeal(day(6)))
    never = given(request(), refuse(), appeal(day(6), Decision.REFUSAL, by=THE_DAUGHTER))

    for order in (live, never):
        order.when(determine(day(9), effect="restored")).then_refused("nothing_to_restore")
    allowed = never.when(determine(day(9))).then(Having(e.AppealDetermined, outcome="allowed"))
    allowed.and_state(State.LAPSED)
    never.when(determine(day(9), effect="set_aside")).then_refused("nothing_to_restore")


def test_an_order_is_set_aside_on_appeal() -> None:
    """Once: what was set aside is not set aside again."""
    live = given(request(), grant(), appeal(day(6)))
    gone = given(request(), grant(), appeal(day(6)), set_aside(day(7)))
    aside = determine(day(9), effect="set_aside")

    live.when(aside).then(e.AppealDetermined, e.OrderSetAside).and_state(State.LAPSED)
    gone.when(aside).then_refused("nothing_to_restore")


def test_an_appeal_may_change_nothing() -> None:
    """Dismissed, or allowed with no effect on the order."""
    live = given(request(), grant(), inform(day(1)), appeal(day(6)))

    for outcome in ("dismissed", "allowed"):
        live.when(determine(day(9), outcome)).then(e.AppealDetermined).and_state(State.SERVED)


def test_an_order_set_aside_and_restored_binds_again() -> None:
    """That it was set aside with effect from the start no longer counts, and it may be again."""
    steps = (
        summons(),
        grant(terms=(CONTACT,), duration=until(day(365))),
        serve(day(1), by=BAILIFF, method=ServiceMethod.BAILIFF),
        appeal(day(2)),
        set_aside(day(3)),
        determine(day(9), effect="restored"),
    )
    back = given(*steps, regime=KORT_GEDING)

    back.conduct(MOTHER, "contact", day(10)).civil("open")
    back.when(set_aside(day(20))).then(e.OrderSetAside).and_state(State.LAPSED)


def test_a_suspensive_appeal_suspends() -> None:
    """Where the regime says so, from the moment it is lodged until it is dismissed."""
    waiting = suspended()

    assert waiting.order.recorded_state is State.LAPSED
    waiting.conduct(MOTHER, "contact", day(7)).both("closed", "not_in_force")
    back = waiting.when(determine(day(9), "dismissed"))
    back.then(e.AppealDetermined, e.OrderRestored).and_state(State.SERVED)


def test_what_a_suspension_closes_is_assessed_again() -> None:
    """Conduct after an appeal that is recorded late falls outside."""
    breached = given(request(), grant(), inform(day(1)), report(day(7)), regime=SUSPENSIVE)

    late = breached.when(appeal(day(6)), recorded_at=day(8))
    late.then(e.AppealLodged, e.IncidentReassessed).and_state(State.LAPSED)


def test_an_appeal_dismissed_after_the_end_brings_nothing_back() -> None:
    """Neither an order whose time ran out meanwhile nor one that was set aside."""
    over = suspended(duration=until(day(8)))
    gone = suspended(set_aside(day(7)))

    for order in (over, gone):
        order.when(determine(day(9), "dismissed")).then(e.AppealDetermined).and_state(State.LAPSED)


def test_an_appeal_against_a_refusal_suspends_nothing() -> None:
    """Nor one that is lodged after the end."""
    refused = given(request(), refuse(), regime=SUSPENSIVE)
    ended = given(request(), grant(), discharge(day(5)), regime=SUSPENSIVE)

    wanted = Having(e.AppealLodged, suspends=False)
    refused.when(appeal(day(6), Decision.REFUSAL)).then(wanted)
    ended.when(appeal(day(6), Decision.DISCHARGE)).then(wanted)


def test_who_has_a_part_in_the_order_appeals_where_the_regime_knows_it() -> None:
    """The school has none."""
    deaf = law_with(FMPO, appeal__available=False)
    source = law(FMPO).appeal.available.source

    ENDED.when(appeal(day(6), by=SCHOOL)).then_refused("no_standing", law=source)
    given(request(), grant(), regime=deaf).when(appeal(day(6))).then_refused("no_appeal")


@pytest.mark.parametrize(
    "against", [Decision.REFUSAL, Decision.VARIATION, Decision.EXTENSION, Decision.DISCHARGE]
)
def test_an_appeal_is_against_a_decision_that_was_taken(against: Decision) -> None:
    """An order that was made and nothing else offers one decision to appeal."""
    live = given(request(), grant())

    live.when(appeal(day(6), against)).then_refused("no_such_decision")
    refused = given(request(), refuse())
    refused.when(appeal(day(6), Decision.GRANT)).then_refused("no_such_decision")


@pytest.mark.boundary
def test_an_appeal_comes_after_the_decision() -> None:
    """The moment of the decision is early enough."""
    live = given(request(), grant())
    early = appeal(MADE - timedelta(seconds=1))

    live.when(early, recorded_at=day(1)).then_refused("no_such_decision")
    live.when(appeal(MADE)).then(e.AppealLodged)
    ended = appeal(day(5) - timedelta(seconds=1), Decision.DISCHARGE)
    ENDED.when(ended).then_refused("no_such_decision")


def test_an_order_in_force_again_is_not_quashed_in_its_gap() -> None:
    """An appeal determined late, before the order was restored on another."""
    steps = (
        request(),
        grant(),
        appeal(day(2)),
        discharge(day(5)),
        appeal(day(6), Decision.DISCHARGE),
        determine(day(9), effect="restored", appeal=2),
    )

    late = given(*steps).when(determine(day(7), effect="set_aside"))
    late.then_refused("period_over")


def test_each_decision_can_be_appealed() -> None:
    """Once it was taken."""
    bounded = grant(duration=until(day(30)))
    varied = given(request(), bounded, vary(day(2)), extend(day(3), until(day(60))))

    varied.when(appeal(day(6), Decision.VARIATION)).then(e.AppealLodged)
    varied.when(appeal(day(6), Decision.EXTENSION)).then(e.AppealLodged)
    ENDED.when(appeal(day(6), Decision.DISCHARGE)).then(e.AppealLodged)


def test_the_court_determines_a_pending_appeal_after_it_was_lodged() -> None:
    """Nobody else, no other, and not earlier."""
    APPEALED.when(determine(day(9), by=OFFICER)).then_refused("not_competent")
    APPEALED.when(determine(day(9), appeal=2)).then_refused("no_such_appeal")
    decided = given(request(), grant(), appeal(day(6)), determine(day(7)))
    decided.when(determine(day(9))).then_refused("no_such_appeal")
    early = determine(day(6) - timedelta(seconds=1))
    APPEALED.when(early, recorded_at=day(9)).then_refused("too_early")


def test_a_regime_may_restore_nothing() -> None:
    """Then an appeal that is allowed leaves the order ended."""
    final = law_with(FMPO, appeal__may_restore=False)
    ended = given(
        request(), grant(), discharge(day(5)), appeal(day(6), Decision.DISCHARGE), regime=final
    )

    ended.when(determine(day(9), effect="restored")).then_refused("nothing_to_restore")


def test_an_earlier_period_is_not_ended_after_a_later_one_began() -> None:
    """What was restored is not ended by an act before the gap, recorded late."""
    steps = (*_restored(),)

    for command in (discharge(day(3)), supersede(day(3)), set_aside(day(6)), die(day(3))):
        given(*steps).when(command).then_refused("period_over")


def _restored() -> tuple[c.Command, ...]:
    return (
        request(),
        grant(),
        discharge(day(5)),
        appeal(day(6), Decision.DISCHARGE),
        determine(day(9), effect="restored"),
    )


@pytest.mark.boundary
def test_a_restored_order_may_be_ended_from_the_moment_it_is_restored() -> None:
    """The very moment is within the new period."""
    given(*_restored()).when(discharge(day(9))).then(e.OrderDischarged).and_state(State.LAPSED)


def test_nothing_is_restored_before_its_expiry_was_recorded() -> None:
    """A late discharge, appealed with success after the end had been recorded."""
    late = given(
        request(),
        grant(duration=until(day(30))),
        expire(day(30)),
        discharge(day(5)),
        appeal(day(6), Decision.DISCHARGE),
    )

    back = late.when(determine(day(9), effect="restored"))
    restored = back.then(e.AppealDetermined, e.OrderRestored)
    assert restored.order.state_at(day(10)) is State.GRANTED
    assert restored.order.state_at(day(30)) is State.LAPSED
