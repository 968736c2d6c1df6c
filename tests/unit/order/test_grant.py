"""GrantOrder: who makes an order, with which terms."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from orderflow.law import Harm, LegalNature, SupportKind, TermKind, TermSubject
from orderflow.order import events as e
from orderflow.order.values import Actor, State
from tests.spec import (
    FMPO,
    FMPO_2008,
    HUISVERBOD,
    HYBRID_ADMINISTRATIVE,
    HYBRID_CIVIL,
    KORT_GEDING,
    Given,
    Having,
    at,
    given,
    law,
    law_with,
)
from tests.unit.order.acts import (
    ASKED,
    ASSISTANT,
    AUNT,
    CONTACT,
    DAUGHTER,
    HOME,
    MADE,
    MAYOR,
    MOTHER,
    OFFICER,
    PASSPORT,
    POLICE,
    STRANGER,
    UNCLE,
    ban,
    day,
    grant,
    grant_unheard,
    impose,
    person,
    request,
    summons,
    support,
    until,
)

ASKED_FOR = given(request())


def test_the_court_makes_the_order() -> None:
    """It is version 1, in force from the moment it is made, and nobody is bound yet."""
    made = ASKED_FOR.when(grant()).then(e.OrderGranted).and_state(State.GRANTED)

    assert made.order.version_at(MADE) is not None
    assert made.order.ends_at is None
    assert isinstance(made.event, e.OrderGranted)
    assert made.event.legal_nature is LegalNature.CIVIL


@pytest.mark.boundary
def test_an_order_is_in_force_from_the_moment_it_is_made() -> None:
    """A second earlier there was a request only."""
    made = given(request(), grant())

    assert made.order.state_at(MADE - timedelta(seconds=1)) is State.REQUESTED
    assert made.order.state_at(MADE) is State.GRANTED
    made.conduct(MOTHER, "contact", MADE - timedelta(seconds=1)).both("closed", "not_in_force")
    made.conduct(MOTHER, "contact", MADE).criminal("needs_review", "reasonable_excuse_review")


@pytest.mark.parametrize("by", [OFFICER, POLICE, MAYOR])
def test_nobody_but_the_competent_authority_makes_it(by: Actor) -> None:
    """Under English law only a court is competent (N8)."""
    source = law(FMPO).competence.grant.source

    ASKED_FOR.when(grant(by=by)).then_refused("not_competent", law=source)


def test_the_power_to_impose_an_exclusion_may_be_mandated() -> None:
    """An assistant public prosecutor may impose what only the mayor may extend."""
    given(ban(), regime=HUISVERBOD).when(impose(by=ASSISTANT)).then(e.OrderGranted)


@pytest.mark.boundary
def test_an_order_is_not_made_before_it_is_asked_for() -> None:
    """The very moment of the request is not too early."""
    early = grant(ASKED - timedelta(seconds=1))

    ASKED_FOR.when(early, recorded_at=MADE).then_refused("too_early")
    ASKED_FOR.when(grant(ASKED)).then(e.OrderGranted)


def test_an_order_is_made_once() -> None:
    """A second order is a variation, or an order of its own."""
    given(request(), grant()).when(grant(day(1))).then_refused("not_in_this_state")


def test_support_is_offered_first_where_the_regime_asks_for_it() -> None:
    """The civil scenario of the Dutch proposal wants legal advice and the advice centre."""
    asked = request(regime=HYBRID_CIVIL, as_if_in_force=True)
    centre = support(support=SupportKind.ADVICE_CENTRE)
    source = law(HYBRID_CIVIL).support.required_offers.source

    half = given(asked, support(), regime=HYBRID_CIVIL).when(grant())
    half.then_refused("support_not_offered", law=source)
    given(asked, support(), centre, regime=HYBRID_CIVIL).when(grant()).then(e.OrderGranted)


def test_an_order_without_notice_lists_the_return_hearing() -> None:
    """The respondents are heard later, at a hearing listed with the order."""
    made = ASKED_FOR.when(grant_unheard()).then(
        Having(e.OrderGranted, without_notice=True),
        Having(e.ReturnHearingListed, hearing_at=day(14)),
    )

    assert made.order.return_hearing == (day(14), False)


def test_a_return_hearing_may_still_have_no_date() -> None:
    """English law names no number of days; the court fixes the day later."""
    undated = grant_unheard(return_hearing_at=None)

    ASKED_FOR.when(undated).then(e.OrderGranted, Having(e.ReturnHearingListed, hearing_at=None))


def test_a_regime_may_ask_for_no_return_hearing() -> None:
    """The administrative scenario lets the mayor decide unheard, with no hearing after it."""
    asked = ban(regime=HYBRID_ADMINISTRATIVE, harms=(Harm.FORCED_MARRIAGE,), as_if_in_force=True)
    term = CONTACT.model_copy(update={"binds": (UNCLE,)})
    prepared = given(
        asked, support(support=SupportKind.ADVICE_CENTRE), regime=HYBRID_ADMINISTRATIVE
    )

    prepared.when(impose(terms=(term,), without_notice=True)).then(e.OrderGranted)


def test_some_authorities_hear_the_other_side_first() -> None:
    """A Dutch judge in summary proceedings makes no order unheard."""
    unheard = grant(without_notice=True, terms=(CONTACT,), duration=until(day(30)))

    civil = given(summons(), regime=KORT_GEDING)
    civil.when(unheard).then_refused("without_notice_not_allowed")


@pytest.mark.boundary
@pytest.mark.parametrize("when, fits", [(day(14), True), (day(14) + timedelta(seconds=1), False)])
def test_a_return_hearing_is_within_the_regimes_period(when: datetime, fits: bool) -> None:
    """The civil scenario allows two weeks; the last moment of them is in time."""
    asked = request(regime=HYBRID_CIVIL, as_if_in_force=True)
    centre = support(support=SupportKind.ADVICE_CENTRE)
    prepared = given(asked, support(), centre, regime=HYBRID_CIVIL)
    unheard = grant_unheard(return_hearing_at=when)

    if fits:
        wanted = Having(e.ReturnHearingListed, due_at=day(14))
        prepared.when(unheard).then(e.OrderGranted, wanted)
    else:
        prepared.when(unheard).then_refused("hearing_too_late")


def test_an_order_has_the_terms_that_the_regime_knows() -> None:
    """A kind, a subject or a reach that the regime does not name is refused."""
    terms = law(HUISVERBOD).terms
    restriction = HOME.model_copy(update={"kind": TermKind.RESTRICTION})
    passport = HOME.model_copy(update={"subject": TermSubject.PASSPORT_SURRENDER})
    mayor = given(ban(), regime=HUISVERBOD)

    mayor.when(impose(terms=(restriction,))).then_refused(
        "term_not_allowed", law=terms.kinds.source
    )
    mayor.when(impose(terms=(passport,))).then_refused(
        "term_not_allowed", law=terms.catalogue.source
    )


def test_a_term_reaches_abroad_where_the_regime_lets_it() -> None:
    """Under the administrative scenario it cannot; for the exclusion order it is not decided."""
    abroad = HOME.model_copy(update={"abroad": True})
    home_only = law_with(HUISVERBOD, terms__extraterritorial=False)

    imposed = impose(terms=(abroad,))
    given(ban(), regime=home_only).when(imposed).then_refused("term_not_abroad")
    undecided = given(ban(), regime=HUISVERBOD).when(imposed)
    undecided.then_not_decided("terms.extraterritorial")


def test_a_power_of_arrest_is_attached_under_the_old_law_only() -> None:
    """Since breach is an offence the court cannot attach one."""
    arrest = CONTACT.model_copy(update={"power_of_arrest": True})
    source = law(FMPO).arrest.power_of_arrest.source
    old = given(request(at("2013-01-07 09:00")), regime=FMPO_2008)

    new = ASKED_FOR.when(grant(terms=(arrest,)))
    new.then_refused("power_of_arrest_not_allowed", law=source)
    old.when(grant(at("2013-01-07 10:00"), terms=(arrest,))).then(e.OrderGranted)


@pytest.mark.parametrize(
    "changes, fits",
    [
        ({"review_at": None}, False),
        ({"review_at": day(90)}, True),
        ({"review_at": None, "ends_at": day(90)}, True),
        ({"review_at": None, "exceptional": True}, True),
    ],
)
def test_a_term_that_takes_the_freedom_to_travel_has_an_end_or_a_review(
    changes: dict[str, object], fits: bool
) -> None:
    """It has one of both, or the court found the most exceptional case."""
    made = grant(terms=(PASSPORT.model_copy(update=changes),))
    source = law(FMPO).terms.travel_needs_end_or_review.source

    if fits:
        ASKED_FOR.when(made).then(e.OrderGranted)
    else:
        ASKED_FOR.when(made).then_refused("travel_term_needs_end", law=source)


def test_other_terms_need_no_end_of_their_own() -> None:
    """The rule is about the freedom to travel, and a regime may not have it."""
    loose = law_with(FMPO, terms__travel_needs_end_or_review=False)
    endless = PASSPORT.model_copy(update={"review_at": None})

    ASKED_FOR.when(grant(terms=(CONTACT,))).then(e.OrderGranted)
    given(request(), regime=loose).when(grant(terms=(endless,))).then(e.OrderGranted)


def test_a_term_is_addressed_to_somebody_of_the_case() -> None:
    """Nobody, a stranger and the protected person herself are no addressees."""
    for binds in ((), (STRANGER,), (DAUGHTER,)):
        term = CONTACT.model_copy(update={"binds": binds})
        ASKED_FOR.when(grant(terms=(term,))).then_refused("no_such_person")


def test_a_name_stands_for_one_term() -> None:
    """Two terms of one name could not be told apart."""
    ASKED_FOR.when(grant(terms=(CONTACT, CONTACT))).then_refused("already_on_record")


def test_other_persons_are_bound_where_the_regime_lets_them() -> None:
    """English law reaches an aunt, named or not; a Dutch judge binds the parties."""
    named = CONTACT.model_copy(update={"binds": (AUNT,)})
    anybody = CONTACT.model_copy(update={"binds_others": True})
    wider = given(request(other_persons=(person(AUNT),)))
    narrow = law_with(FMPO, respondents__other_persons=False)
    source = law(KORT_GEDING).respondents.other_persons.source

    wider.when(grant(terms=(named,))).then(e.OrderGranted)
    civil = given(summons(), regime=KORT_GEDING)
    made = grant(terms=(anybody,), duration=until(day(30)))
    civil.when(made).then_refused("other_persons_not_allowed", law=source)
    known = Given(wider.order, narrow, wider.recorded)
    known.when(grant(terms=(named,))).then_refused("other_persons_not_allowed")
    given(request()).when(grant(terms=(anybody,))).then(e.OrderGranted)
