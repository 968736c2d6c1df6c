"""HoldReturnHearing: the hearing that follows an order made without notice."""

from __future__ import annotations

import pytest

from orderflow.law import SetAsideEffect
from orderflow.order import events as e
from orderflow.order.values import OpenEnded, State
from tests.spec import FMPO, Given, Having, given, law, law_with
from tests.unit.order.acts import (
    ARRANGE,
    CONTACT,
    MOTHER,
    OFFICER,
    TERMS,
    day,
    grant,
    grant_unheard,
    hold_hearing,
    inform,
    report,
    request,
    until,
    vary,
)

UNHEARD = given(request(), grant_unheard(terms=(CONTACT,)))


def test_the_order_is_confirmed() -> None:
    """A confirmed order goes on as it was."""
    confirmed = UNHEARD.when(hold_hearing(day(14), "confirmed"))

    confirmed.then(Having(e.OrderConfirmed, version=1)).and_state(State.GRANTED)


def test_the_order_is_varied() -> None:
    """Its new version was made with both sides heard."""
    varied = UNHEARD.when(hold_hearing(day(14), "varied", terms=(CONTACT, ARRANGE)))

    varied.then(Having(e.OrderVaried, version=2, without_notice=False))


@pytest.mark.edge("EC12")
@pytest.mark.parametrize(
    "effect, status, code",
    [
        (SetAsideEffect.EX_NUNC, "needs_review", "set_aside_review"),
        (SetAsideEffect.UNKNOWN, "needs_review", "set_aside_review"),
        (SetAsideEffect.EX_TUNC, "closed", "set_aside_works_back"),
    ],
)
def test_a_breach_before_the_order_was_set_aside_is_kept(
    effect: SetAsideEffect, status: str, code: str
) -> None:
    """The incident stays; whether it can be enforced follows the regime's effect."""
    regime = law_with(FMPO, set_aside__effect=effect)
    breached = given(
        request(), grant_unheard(terms=(CONTACT,)), inform(day(1)), report(day(2)), regime=regime
    )

    ended = breached.when(hold_hearing(day(14), "set_aside"))
    lapsed = ended.then(e.OrderSetAside, e.IncidentReassessed).and_state(State.LAPSED)
    after = Given(lapsed.order, regime, day(14))
    after.incident("call").both(status, code)
    after.conduct(MOTHER, "contact", day(14)).both("closed", "not_in_force")


def test_a_regime_that_does_not_say_leaves_it_to_a_human() -> None:
    """An effect that is not decided is recorded as unknown, not guessed."""
    regime = law_with(FMPO, set_aside__effect=None)
    unheard = given(request(), grant_unheard(terms=(CONTACT,)), regime=regime)

    ended = unheard.when(hold_hearing(day(14), "set_aside"))
    ended.then(Having(e.OrderSetAside, effect=SetAsideEffect.UNKNOWN))


def test_there_is_no_return_hearing_on_an_order_made_on_notice() -> None:
    """It follows an order made without notice only."""
    source = law(FMPO).without_notice.return_hearing.source

    heard = given(request(), grant()).when(hold_hearing(day(14), "confirmed"))
    heard.then_refused("not_a_return_hearing", law=source)


def test_it_is_held_once() -> None:
    """What follows is a variation or a discharge."""
    held = given(request(), grant_unheard(), hold_hearing(day(14), "confirmed"))

    held.when(hold_hearing(day(15), "confirmed")).then_refused("already_on_record")


def test_a_variation_in_between_does_not_take_its_place() -> None:
    """The respondents still have their hearing."""
    varied = given(request(), grant_unheard(terms=(CONTACT,)), vary(day(2), CONTACT, ARRANGE))

    varied.when(hold_hearing(day(14), "confirmed")).then(Having(e.OrderConfirmed, version=2))


@pytest.mark.parametrize("outcome", ["confirmed", "varied", "set_aside"])
def test_the_court_holds_it(outcome: str) -> None:
    """A court officer confirms, varies and sets aside nothing (N8)."""
    terms = TERMS if outcome == "varied" else ()

    held = UNHEARD.when(hold_hearing(day(14), outcome, by=OFFICER, terms=terms))
    held.then_refused("not_competent")


def test_it_is_held_while_the_order_is_in_force() -> None:
    """After the end there is nothing to confirm."""
    short = given(request(), grant_unheard(duration=until(day(5))))

    short.when(hold_hearing(day(5), "confirmed")).then_refused("not_in_force")


def test_an_order_varied_at_the_hearing_has_terms() -> None:
    """An order without a term would bind nobody to nothing."""
    with pytest.raises(ValueError, match="terms"):
        hold_hearing(day(14), "varied")
    with pytest.raises(ValueError, match="terms"):
        hold_hearing(day(14), "confirmed", terms=TERMS)
    with pytest.raises(ValueError, match="duration"):
        hold_hearing(day(14), "confirmed", duration=OpenEnded())
