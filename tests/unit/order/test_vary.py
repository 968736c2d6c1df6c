"""VaryOrder: a new version, and who is bound by it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from orderflow.law import Capacity, PeriodValue
from orderflow.order import events as e
from orderflow.order.values import OpenEnded, State
from tests.spec import FMPO, HUISVERBOD, KORT_GEDING, Given, Having, given, law, law_with
from tests.unit.order.acts import (
    ARRANGE,
    ASKED,
    CONTACT,
    HOME,
    MAYOR,
    MOTHER,
    OFFICER,
    PASSPORT,
    UNCLE,
    ban,
    day,
    grant,
    grant_unheard,
    hold_hearing,
    impose,
    inform,
    invalidate,
    report,
    request,
    serve,
    summons,
    until,
    vary,
)

GRANTED = given(request(), grant(terms=(CONTACT,)))
BOTH = (CONTACT, ARRANGE)


def test_a_variation_is_a_new_version() -> None:
    """The terms change from that moment, the end does not."""
    bounded = given(request(), grant(terms=(CONTACT,), duration=until(day(30))))

    varied = bounded.when(vary(day(5), *BOTH)).then(Having(e.OrderVaried, version=2, terms=BOTH))
    assert [v.number for v in varied.order.versions_in_time] == [1, 2]
    assert varied.order.ends_at == day(30)


@pytest.mark.boundary
def test_a_new_version_holds_from_the_moment_it_is_made() -> None:
    """A second earlier the old one does."""
    varied = given(request(), grant(terms=BOTH), inform(day(1)), vary(day(5), CONTACT))
    before = day(5) - timedelta(seconds=1)

    varied.conduct(MOTHER, "arrange", before).both("open")
    varied.conduct(MOTHER, "arrange", day(5)).both("closed", "term_not_in_version")


@pytest.mark.edge("EC10")
def test_a_term_that_is_dropped_later_still_governs_earlier_conduct() -> None:
    """Conduct is judged by the version in force when it took place, reported late or not."""
    dropped = given(request(), grant(terms=BOTH), inform(day(1)), vary(day(5), CONTACT))

    late = report(day(9), term="arrange", conduct_at=day(4))
    reported = dropped.when(late).then(e.IncidentReported).and_state(State.BREACHED)
    assert isinstance(reported.event, e.IncidentReported)
    assert reported.event.assessment.in_force is not None
    assert reported.event.assessment.in_force.version == 1


@pytest.mark.edge("EC11")
def test_a_new_term_made_unheard_binds_nobody_who_knows_the_old_version_only() -> None:
    """Terms that continue still bind; the new one needs knowledge of version 2."""
    heard = given(request(), grant_unheard(terms=(CONTACT,)), inform(day(1)))
    varied = Given(heard.order, heard.regime, day(1)).when(vary(day(5), *BOTH, without_notice=True))
    after = varied.then(e.OrderVaried, e.ReturnHearingListed).and_state(State.SERVED)
    now = Given(after.order, after.regime, day(5))

    now.conduct(MOTHER, "contact", day(6)).both("open")
    now.conduct(MOTHER, "arrange", day(6)).both("closed", "variation_not_known")
    now.conduct(UNCLE, "arrange", day(6)).both("closed", "not_aware")
    told = now.when(inform(day(7), version=2)).then(e.PersonInformed)
    Given(told.order, told.regime, day(7)).conduct(MOTHER, "arrange", day(8)).both("open")


@pytest.mark.boundary
def test_who_learns_of_the_old_version_late_knows_it_from_then_on() -> None:
    """A second earlier nothing was known; told of the terms of the old one, not the new one is."""
    varied = given(
        request(),
        grant_unheard(terms=(CONTACT,)),
        vary(day(5), *BOTH, without_notice=True),
        inform(day(6)),
    )

    before = day(6) - timedelta(seconds=1)
    varied.conduct(MOTHER, "arrange", before).both("closed", "not_aware")
    varied.conduct(MOTHER, "arrange", day(6)).both("closed", "variation_not_known")


def test_told_of_the_variation_and_not_of_its_terms() -> None:
    """Who knows that there is a new version and not what it says knows too little for contempt."""
    varied = given(
        request(),
        grant_unheard(terms=(CONTACT,)),
        inform(day(1)),
        vary(day(5), *BOTH, without_notice=True),
        inform(day(6), version=2, terms_told=False),
    )

    answer = varied.conduct(MOTHER, "arrange", day(7))
    answer.criminal("open").civil("closed", "terms_not_known")


def test_notice_that_counts_for_nothing_shows_no_earlier_version() -> None:
    """Found to have reached somebody else, it shows nothing of what the mother knew."""
    varied = given(
        request(),
        grant_unheard(terms=(CONTACT,)),
        serve(day(1)),
        vary(day(5), *BOTH, without_notice=True),
        invalidate(day(6)),
    )

    varied.conduct(MOTHER, "arrange", day(7)).both("closed", "not_aware")


def test_a_new_term_made_on_notice_is_for_a_human_to_judge() -> None:
    """Who was heard and never told of the new version may have an excuse."""
    varied = given(request(), grant(terms=(CONTACT,)), inform(day(1)), vary(day(5), *BOTH))

    varied.conduct(MOTHER, "contact", day(6)).both("open")
    varied.conduct(MOTHER, "arrange", day(6)).both("needs_review", "reasonable_excuse_review")


def test_who_is_added_to_a_term_is_not_bound_by_earlier_notice() -> None:
    """A term that is new to a person is new, though it is old to others."""
    mother_only = CONTACT.model_copy(update={"binds": (MOTHER,)})
    made = given(request(), grant_unheard(terms=(mother_only, ARRANGE)), inform(day(1), UNCLE))
    varied = given(
        request(),
        grant_unheard(terms=(mother_only, ARRANGE)),
        inform(day(1), UNCLE),
        vary(day(5), *BOTH, without_notice=True),
    )

    made.conduct(UNCLE, "contact", day(6)).both("closed", "not_addressed")
    varied.conduct(UNCLE, "contact", day(6)).both("closed", "variation_not_known")
    varied.conduct(UNCLE, "arrange", day(6)).both("open")


def test_a_term_that_returns_is_new() -> None:
    """A term that was dropped and comes back needs notice again."""
    returned = given(
        request(),
        grant_unheard(terms=BOTH),
        inform(day(1)),
        vary(day(5), CONTACT),
        vary(day(9), *BOTH, without_notice=True),
    )

    returned.conduct(MOTHER, "arrange", day(10)).both("closed", "variation_not_known")


def test_a_term_of_another_kind_is_another_duty() -> None:
    """A term that keeps its name and demands something else is new."""
    other = CONTACT.model_copy(update={"abroad": True})
    varied = given(
        request(),
        grant_unheard(terms=(CONTACT,)),
        inform(day(1)),
        vary(day(5), other, without_notice=True),
    )

    assert not CONTACT.same_duty_as(other)
    varied.conduct(MOTHER, "contact", day(6)).both("closed", "variation_not_known")
    assert varied.order.recorded_state is State.GRANTED


@pytest.mark.edge("EC35")
@pytest.mark.parametrize("carries, status", [(True, "open"), (False, "closed")])
def test_a_regime_may_carry_bindings_over(carries: bool, status: str) -> None:
    """Where it does, who was bound is bound by the new version without new service (I6)."""
    regime = law_with(FMPO, variation__carries_bindings_over=carries)
    varied = given(
        request(),
        grant_unheard(terms=(CONTACT,)),
        inform(day(1)),
        vary(day(5), *BOTH, without_notice=True),
        regime=regime,
    )

    codes = () if carries else ("variation_not_known",)
    varied.conduct(MOTHER, "arrange", day(6)).both(status, *codes)
    varied.conduct(UNCLE, "arrange", day(6)).both("closed", "not_aware")


def test_the_court_varies_an_order_in_force() -> None:
    """Nobody else does, and nothing is varied after the end."""
    GRANTED.when(vary(day(5), by=OFFICER)).then_refused("not_competent")
    ended = given(request(), grant(duration=until(day(4))))
    source = law(FMPO).duration.anchor.source
    ended.when(vary(day(4))).then_refused("not_in_force", law=source)
    GRANTED.when(vary(ASKED), recorded_at=day(1)).then_refused("not_in_force")


def test_a_variation_is_asked_by_those_whom_the_law_names() -> None:
    """The Attorney General asks for committal, not for other terms."""
    varied = vary(day(5), asked_by=Capacity.ATTORNEY_GENERAL)
    source = law(FMPO).variation.by.source

    GRANTED.when(varied).then_refused("no_standing", law=source)


def test_a_variation_unheard_needs_a_regime_that_knows_it() -> None:
    """A Dutch judge in summary proceedings varies nothing unheard."""
    civil = given(summons(), grant(terms=(CONTACT,), duration=until(day(30))), regime=KORT_GEDING)

    unheard = vary(day(5), CONTACT, without_notice=True)
    civil.when(unheard).then_refused("without_notice_not_allowed")


def test_the_terms_of_a_variation_are_those_that_the_regime_knows() -> None:
    """What could not be granted cannot be varied into an order."""
    endless = PASSPORT.model_copy(update={"review_at": None})

    GRANTED.when(vary(day(5), endless)).then_refused("travel_term_needs_end")


@pytest.mark.boundary
def test_a_variation_may_move_the_end_within_the_maximum() -> None:
    """It may shorten, lengthen and open the end, never put it in the past or beyond."""
    bounded = given(request(), grant(terms=(CONTACT,), duration=until(day(30))))

    for duration, end in ((until(day(9)), day(9)), (OpenEnded(), None)):
        varied = bounded.when(vary(day(5), duration=duration))
        varied.then(Having(e.OrderVaried, ends_at=end))
    bounded.when(vary(day(5), duration=until(day(5)))).then_refused("end_in_the_past")
    tight = law_with(FMPO, duration__no_maximum=False, duration__max_total=PeriodValue("P60D"))
    made = given(request(), grant(terms=(CONTACT,), duration=until(day(30))), regime=tight)
    made.when(vary(day(5), duration=until(day(60)))).then(e.OrderVaried)
    late = vary(day(5), duration=until(day(60) + timedelta(seconds=1)))
    made.when(late).then_refused("end_too_late")


def test_an_unsettled_question_of_variation_is_not_guessed() -> None:
    """No rule on varying an exclusion order was found."""
    imposed = given(ban(), impose(), regime=HUISVERBOD)

    imposed.when(vary(day(1), HOME, by=MAYOR)).then_not_decided("competence.vary")


def test_an_order_varied_unheard_has_a_return_hearing_too() -> None:
    """Who was not heard on a variation is heard on it afterwards."""
    varied = given(request(), grant(terms=(CONTACT,)), vary(day(5), *BOTH, without_notice=True))

    varied.when(hold_hearing(day(14), "confirmed")).then(e.OrderConfirmed)
