"""AcceptUndertaking: a promise to the court instead of an order."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from orderflow.law import Harm
from orderflow.order import events as e
from orderflow.order.values import EndCause, Place, State
from tests.spec import FGMPO, FMPO, KORT_GEDING, given, law
from tests.unit.order.acts import (
    AUNT,
    CONTACT,
    MADE,
    MOTHER,
    OFFICER,
    POLICE,
    UNCLE,
    day,
    pursue,
    refer,
    report,
    request,
    summons,
    undertake,
)

PROMISED = given(request(), undertake(ends_at=day(30)))


def test_a_promise_takes_the_place_of_an_order() -> None:
    """There is no order; what was promised, by whom and until when is on record."""
    ended = given(request()).when(undertake()).then(e.UndertakingAccepted)

    ended.and_state(State.LAPSED)
    assert ended.order.undertaking is not None
    assert ended.order.undertaking.given_by == (MOTHER,)
    assert ended.order.request_end == (MADE, EndCause.UNDERTAKING)


@pytest.mark.edge("EC13")
def test_breach_of_a_promise_is_contempt_only() -> None:
    """A prohibition that was promised is enforced by the civil court and nobody else."""
    PROMISED.conduct(MOTHER, "contact", day(1)).criminal("closed", "undertaking_only").civil("open")
    reported = given(request(), undertake(), report(day(1)))
    reported.when(refer(day(2))).then_refused("undertaking_only")
    reported.when(pursue(day(2))).then(e.CivilEnforcementPursued).and_state(State.LAPSED)


@pytest.mark.boundary
@pytest.mark.parametrize(
    "when, status",
    [
        (MADE - timedelta(seconds=1), "closed"),
        (MADE, "open"),
        (day(30) - timedelta(seconds=1), "open"),
        (day(30), "closed"),
    ],
)
def test_a_promise_holds_from_when_it_is_given_to_its_end(when: datetime, status: str) -> None:
    """The moment it is given is within, the moment it ends is not."""
    codes = ("not_in_force",) if status == "closed" else ()

    PROMISED.conduct(MOTHER, "contact", when).civil(status, *codes)


def test_a_promise_binds_who_gave_it_to_what_they_promised() -> None:
    """Another respondent, another term and another country are not covered."""
    PROMISED.conduct(UNCLE, "contact", day(1)).both("closed", "not_addressed")
    PROMISED.conduct(MOTHER, "arrange", day(1)).both("closed", "term_not_in_version")
    home = given(request(), undertake(terms=(CONTACT.model_copy(update={"abroad": False}),)))
    home.conduct(MOTHER, "contact", day(1), place=Place.ABROAD).both("closed", "term_home_only")


def test_a_promise_that_is_silent_on_place_leaves_conduct_abroad_to_a_human() -> None:
    """As in an order, only what was promised for abroad too is open there."""
    abroad = given(request(), undertake(terms=(CONTACT.model_copy(update={"abroad": True}),)))

    silent = PROMISED.conduct(MOTHER, "contact", day(1), place=Place.ABROAD)
    silent.criminal("closed", "undertaking_only").civil("needs_review", "jurisdiction_review")
    abroad.conduct(MOTHER, "contact", day(1), place=Place.ABROAD).civil("open")


@pytest.mark.edge("EC14")
@pytest.mark.parametrize(
    "violence, needed, barred",
    [(True, True, True), (True, False, False), (False, True, False)],
)
def test_a_promise_is_barred_after_violence_where_an_order_is_needed(
    violence: bool, needed: bool, barred: bool
) -> None:
    """Both violence and the need of an order bar it; one of them does not."""
    offered = undertake(violence_used_or_threatened=violence, order_needed=needed)
    source = law(FMPO).undertaking.barred_if_violence_and_order_needed.source

    if barred:
        given(request()).when(offered).then_refused("undertaking_barred", law=source)
    else:
        given(request()).when(offered).then(e.UndertakingAccepted)


def test_some_regimes_know_no_promise() -> None:
    """Dutch law knows none; for the mutilation order it is not decided."""
    source = law(KORT_GEDING).undertaking.supported.source
    girl = given(request(harms=(Harm.FGM,)), regime=FGMPO)

    dutch = given(summons(), regime=KORT_GEDING).when(undertake())
    dutch.then_refused("undertaking_not_supported", law=source)
    girl.when(undertake()).then_not_decided("undertaking.supported")


def test_the_court_accepts_from_respondents() -> None:
    """Nobody else accepts, and nobody else promises."""
    given(request()).when(undertake(by=OFFICER)).then_refused("not_competent")
    given(request()).when(undertake(given_by=(MOTHER, AUNT))).then_refused("no_such_person")


def test_a_promise_ends_after_it_is_given() -> None:
    """An end in the past is refused, on the moment too."""
    given(request()).when(undertake(ends_at=MADE)).then_refused("end_in_the_past")


def test_a_promise_names_each_term_once() -> None:
    """Two terms of one name could not be told apart."""
    twice = undertake(terms=(CONTACT, CONTACT))

    given(request()).when(twice).then_refused("already_on_record")


def test_the_capacity_of_who_enforces_a_promise_is_asked() -> None:
    """Police who did not apply cannot enforce a promise."""
    asked = PROMISED.conduct(MOTHER, "contact", day(1), asked_by=POLICE)

    asked.civil("closed", "no_standing")
