"""ExtendOrder: an order in force that ends later."""

from __future__ import annotations

from datetime import timedelta

import pytest

from orderflow.order import events as e
from orderflow.order.values import State
from tests.spec import FMPO, HUISVERBOD, Having, given, law, law_with
from tests.unit.order.acts import (
    ASSISTANT,
    CONTACT,
    MADE,
    MAYOR,
    ban,
    day,
    expire,
    extend,
    for_,
    grant,
    impose,
    request,
    until,
    vary,
)

BOUNDED = given(request(), grant(duration=until(day(30))))


def test_the_court_extends() -> None:
    """The order ends later from then on, without a gap."""
    extended = BOUNDED.when(extend(day(20), until(day(60))))

    longer = extended.then(Having(e.OrderExtended, ends_at=day(60))).and_state(State.GRANTED)
    assert [(p.since, p.until) for p in longer.order.periods] == [(MADE, day(60))]
    assert longer.order.extensions == 1


@pytest.mark.boundary
def test_an_extension_ends_later_than_the_order_does() -> None:
    """The end it has is not later, a second more is."""
    BOUNDED.when(extend(day(20), until(day(30)))).then_refused("end_not_later")
    BOUNDED.when(extend(day(20), until(day(30) + timedelta(seconds=1)))).then(e.OrderExtended)


def test_an_order_without_an_end_has_nothing_to_extend() -> None:
    """Nothing is later than never."""
    given(request(), grant()).when(extend(day(20), until(day(60)))).then_refused("end_not_later")


@pytest.mark.boundary
def test_an_order_is_extended_before_it_ends() -> None:
    """The moment of its end is too late; what was decided in time may be recorded late."""
    BOUNDED.when(extend(day(30), until(day(60)))).then_refused("not_in_force")
    in_time = extend(day(30) - timedelta(seconds=1), until(day(60)))
    BOUNDED.when(in_time, recorded_at=day(40)).then(e.OrderExtended)


@pytest.mark.edge("EC32")
def test_an_assistant_prosecutor_imposes_but_does_not_extend() -> None:
    """The power to extend cannot be mandated."""
    imposed = given(ban(), impose(by=ASSISTANT), regime=HUISVERBOD)
    source = law(HUISVERBOD).competence.extend.source
    four_weeks = for_("P4W")

    refused = imposed.when(extend(day(9), four_weeks, by=ASSISTANT))
    refused.then_refused("not_competent", law=source)
    imposed.when(extend(day(9), four_weeks, by=MAYOR)).then(e.OrderExtended)


def test_a_regime_may_know_no_extension() -> None:
    """Where it does not, a new order is needed."""
    once = law_with(FMPO, duration__extendable=False)
    made = given(request(), grant(duration=until(day(30))), regime=once)

    made.when(extend(day(20), until(day(60)))).then_refused("not_extendable")


@pytest.mark.boundary
def test_a_regime_may_count_extensions() -> None:
    """The last that it allows is accepted, the next refused."""
    twice = law_with(FMPO, duration__extension_max_times=2)
    steps = (request(), grant(duration=until(day(30))), extend(day(20), until(day(60))))

    once = given(*steps, regime=twice)
    once.when(extend(day(50), until(day(90)))).then(e.OrderExtended)
    full = given(*steps, extend(day(50), until(day(90))), regime=twice)
    full.when(extend(day(80), until(day(120)))).then_refused("too_many_extensions")


def test_an_extension_recorded_after_the_expiry_brings_the_order_back() -> None:
    """It was made in time: the order never ended, whatever was recorded meanwhile."""
    expired = given(request(), grant(duration=until(day(30))), expire(day(30)))

    late = expired.when(extend(day(20), until(day(60))), recorded_at=day(40))
    late.then(e.OrderExtended).and_state(State.GRANTED)


def test_a_variation_recorded_first_does_not_swallow_an_extension() -> None:
    """A variation of the terms alone leaves the end to what else happened (EC39)."""
    varied_first = given(
        request(),
        grant(duration=until(day(30))),
        vary(day(25), CONTACT),
        extend(day(20), until(day(60))),
    )

    assert varied_first.order.ends_at == day(60)


def test_a_late_change_of_an_end_may_end_an_order_that_had_expired() -> None:
    """Every change by the court may be recorded late, in any order."""
    again = given(
        request(),
        grant(duration=until(day(100))),
        expire(day(100)),
        extend(day(50), until(day(200))),
    )

    shorter = again.when(vary(day(60), CONTACT, duration=until(day(90))))
    assert shorter.then(e.OrderVaried).order.state_at(day(95)) is State.LAPSED
