"""How long an order lasts: the regime's maxima, anchors and zones (N6)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from orderflow.law import AgeBand, Moment
from orderflow.order import events as e
from orderflow.order.values import Duration, OpenEnded, State, UntilAge
from tests.spec import FMPO, HUISVERBOD, KORT_GEDING, Having, at, given, law, law_with
from tests.unit.order.acts import (
    CONTACT,
    DAUGHTER,
    MADE,
    MAYOR,
    MOTHER,
    STRANGER,
    announce,
    ban,
    day,
    expire,
    extend,
    for_,
    grant,
    impose,
    inform,
    invalidate,
    person,
    request,
    summons,
    until,
    vary,
)

ASKED_FOR = given(request())
EXCLUDED = given(ban(), regime=HUISVERBOD)
AMSTERDAM = "Europe/Amsterdam"


def test_an_english_order_may_have_no_end() -> None:
    """Open-ended is allowed there, and refused where the regime asks for an end."""
    source = law(KORT_GEDING).duration.open_ended.source
    endless = grant(terms=(CONTACT,))

    ASKED_FOR.when(endless).then(Having(e.OrderGranted, ends_at=None))
    civil = given(summons(), regime=KORT_GEDING)
    civil.when(endless).then_refused("end_needed", law=source)


@pytest.mark.boundary
def test_an_order_ends_after_it_begins() -> None:
    """The moment it is made is too early for its end, a second later is not."""
    ASKED_FOR.when(grant(duration=until(MADE))).then_refused("end_in_the_past")
    ASKED_FOR.when(grant(duration=until(MADE + timedelta(seconds=1)))).then(e.OrderGranted)


@pytest.mark.boundary
def test_an_order_is_in_force_up_to_its_end() -> None:
    """The last moment before the end is within, the end itself is not."""
    made = given(request(), grant(duration=until(day(10))), inform(day(1)))
    last = day(10) - timedelta(microseconds=1)

    assert made.order.state_at(last) is State.SERVED
    assert made.order.state_at(day(10)) is State.LAPSED
    made.conduct(MOTHER, "contact", last).both("open")
    made.conduct(MOTHER, "contact", day(10)).both("closed", "not_in_force")


@pytest.mark.boundary
@pytest.mark.parametrize(
    "duration", [for_("P10D"), until(at("2025-01-16 11:00", AMSTERDAM)), for_("PT240H")]
)
def test_an_exclusion_lasts_at_most_ten_days_at_first(duration: Duration) -> None:
    """Ten days to the same hour are allowed, a second more or less is not (INT-039)."""
    wanted = Having(e.OrderGranted, ends_at=at("2025-01-16 11:00", AMSTERDAM))

    EXCLUDED.when(impose(duration=duration)).then(wanted)
    more = until(at("2025-01-16 11:00:01", AMSTERDAM))
    source = law(HUISVERBOD).duration.initial.source
    EXCLUDED.when(impose(duration=more)).then_refused("end_too_late", law=source)
    less = until(at("2025-01-16 10:59:59", AMSTERDAM))
    EXCLUDED.when(impose(duration=less)).then_refused("end_too_early", law=source)


def test_a_first_maximum_leaves_no_order_open_ended() -> None:
    """Where the first term is bounded, an order without an end is too long."""
    lax = law_with(HUISVERBOD, duration__open_ended=True)
    endless = impose(duration=OpenEnded())

    given(ban(), regime=lax).when(endless).then_refused("end_too_late")


@pytest.mark.edge("EC31")
@pytest.mark.boundary
def test_an_exclusion_is_extended_to_four_weeks_from_its_imposition() -> None:
    """28 days after day 9 are refused; 28 days after the imposition are the last that fit."""
    imposed = given(ban(), impose(), regime=HUISVERBOD)
    ninth = extend(day(9), until(day(9 + 28)), by=MAYOR)
    source = law(HUISVERBOD).duration.max_total.source

    imposed.when(ninth).then_refused("end_too_late", law=source)
    late = extend(day(9), until(day(28) + timedelta(seconds=1)), by=MAYOR)
    imposed.when(late).then_refused("end_too_late", law=source)
    counted = extend(day(9), for_("P4W"), by=MAYOR)
    imposed.when(counted).then(Having(e.OrderExtended, ends_at=day(28)))


@pytest.mark.edge("EC37")
def test_ten_days_across_summer_time_end_at_the_same_hour() -> None:
    """The clock went forward on 30 March 2025: ten days are 239 hours."""
    made_at = at("2025-03-25 14:00", AMSTERDAM)
    spring = given(ban(made_at), impose(made_at), regime=HUISVERBOD)

    assert spring.order.ends_at == at("2025-04-04 14:00", AMSTERDAM)
    assert spring.order.ends_at == made_at.astimezone(UTC) + timedelta(hours=239)
    later = impose(made_at, duration=until(at("2025-04-04 14:00:01", AMSTERDAM)))
    given(ban(made_at), regime=HUISVERBOD).when(later).then_refused("end_too_late")


@pytest.mark.edge("EC36")
@pytest.mark.parametrize("anchor, ends_at", [(Moment.MADE, day(10)), (Moment.NOTIFIED, day(12))])
def test_the_anchor_decides_when_the_same_duration_ends(anchor: Moment, ends_at: datetime) -> None:
    """Ten days from the imposition and ten days from the notification end at two moments."""
    regime = law_with(HUISVERBOD, duration__anchor=anchor)

    assert given(ban(), impose(), announce(day(2)), regime=regime).order.ends_at == ends_at


@pytest.mark.edge("EC36")
def test_an_order_counted_from_notification_may_be_extended_from_there() -> None:
    """Four weeks run from the first valid notice, not from the making."""
    regime = law_with(HUISVERBOD, duration__anchor=Moment.NOTIFIED)
    told = given(ban(), impose(), announce(day(2)), regime=regime)

    late = extend(day(9), until(day(30) + timedelta(seconds=1)), by=MAYOR)
    told.when(late).then_refused("end_too_late")
    told.when(extend(day(9), until(day(30)), by=MAYOR)).then(e.OrderExtended)


@pytest.mark.edge("EC36")
def test_an_earlier_notice_moves_the_maximum_with_it() -> None:
    """An extension counted from a later notice is cut back when an earlier one is found (N6)."""
    regime = law_with(HUISVERBOD, duration__anchor=Moment.NOTIFIED)
    extended = (ban(), impose(), announce(day(8)), extend(day(9), for_("P4W"), by=MAYOR))

    assert given(*extended, regime=regime).order.ends_at == day(36)
    assert given(*extended, announce(day(1)), regime=regime).order.ends_at == day(29)


@pytest.mark.edge("EC36")
def test_a_false_notice_counts_for_nothing() -> None:
    """The end is counted from the next valid one, and a late one may bring the order back."""
    regime = law_with(HUISVERBOD, duration__anchor=Moment.NOTIFIED)
    first = (ban(), impose(), announce(day(2)))

    false = given(*first, invalidate(day(3), by=MAYOR), regime=regime)
    assert false.order.ends_at == day(10)
    again = given(*first, invalidate(day(3), by=MAYOR), announce(day(4)), regime=regime)
    assert again.order.ends_at == day(14)
    over = given(ban(), impose(), expire(day(10)), regime=regime)
    late = over.when(announce(day(2)), recorded_at=day(11))
    late.then(e.PersonInformed, e.EndRecounted).and_state(State.SERVED)


@pytest.mark.edge("EC17")
@pytest.mark.boundary
def test_an_order_until_an_age_ends_when_that_day_begins() -> None:
    """It ends with the first moment of the birthday, on the clock of the regime."""
    birthday = UntilAge(person=DAUGHTER, years=18, reached_on=date(2025, 7, 1))
    young = request(protected_persons=(person(DAUGHTER, age=AgeBand.FROM_16_TO_17),))
    made = given(young, grant(duration=birthday), inform(day(1)))

    assert made.order.state_at(at("2025-06-30 23:59")) is State.SERVED
    assert made.order.state_at(at("2025-07-01 00:00")) is State.LAPSED
    expired = made.when(expire(at("2025-07-01 00:00")))
    expired.then(Having(e.OrderExpired, cause="age_limit")).and_state(State.LAPSED)


@pytest.mark.edge("EC17")
def test_coming_of_age_changes_nothing_about_an_english_order() -> None:
    """An order with no such end goes on when the protected person turns 18."""
    young = request(protected_persons=(person(DAUGHTER, age=AgeBand.FROM_16_TO_17),))

    assert given(young, grant()).order.state_at(at("2035-01-01 00:00")) is State.GRANTED


def test_an_age_is_that_of_somebody_of_the_case() -> None:
    """The age of a stranger ends nothing."""
    stranger = UntilAge(person=STRANGER, years=18, reached_on=date(2025, 7, 1))

    ASKED_FOR.when(grant(duration=stranger)).then_refused("no_such_person")


def test_an_age_limit_survives_a_variation_of_the_terms() -> None:
    """A variation that leaves the end alone leaves its cause alone."""
    birthday = UntilAge(person=DAUGHTER, years=18, reached_on=date(2025, 7, 1))
    varied = given(request(), grant(duration=birthday), vary(day(5), CONTACT))

    expired = varied.when(expire(at("2025-07-01 00:00")))
    expired.then(Having(e.OrderExpired, cause="age_limit"))


def test_a_maximum_that_is_not_decided_is_not_guessed() -> None:
    """Where neither a maximum nor its absence is decided, no end can be judged (N9)."""
    open_question = law_with(FMPO, duration__no_maximum=None)

    bounded = given(request(), regime=open_question).when(grant(duration=for_("P1Y")))
    bounded.then_not_decided("duration.max_total")


def test_a_duration_beyond_the_calendar_is_refused() -> None:
    """No order lasts nine thousand years, and saying so is no crash."""
    ASKED_FOR.when(grant(duration=for_("P9000Y"))).then_refused("end_too_late")
