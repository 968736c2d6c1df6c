"""WithdrawRequest and RefuseOrder: a request that comes to nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from orderflow.law import Role
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.values import Actor, EndCause, State
from tests.spec import FMPO, KORT_GEDING, Given, Having, given, law, law_with
from tests.unit.order.acts import (
    ASKED,
    COUNCIL,
    COURT,
    DAUGHTER,
    MADE,
    OFFICER,
    POLICE,
    THE_MOTHER,
    day,
    discharge,
    expire,
    grant,
    own_motion,
    refuse,
    request,
    seal,
    serve,
    summons,
    undertake,
    withdraw,
)


def test_the_applicant_withdraws() -> None:
    """A withdrawn request has lapsed, and the record says why."""
    ended = given(request()).when(withdraw()).then(e.RequestWithdrawn).and_state(State.LAPSED)

    assert ended.order.request_end == (ASKED, EndCause.WITHDRAWN)


def test_a_request_is_withdrawn_with_permission_only_where_the_law_asks_for_it() -> None:
    """The English court must agree; where the law asks for nothing, nobody needs to."""
    source = law(FMPO).applicants.withdrawal_needs_permission.source
    unasked = law_with(FMPO, applicants__withdrawal_needs_permission=False)
    alone = withdraw(permitted=False)

    assert source
    given(request()).when(alone).then_refused("permission_to_withdraw_needed", law=source)
    given(request()).when(withdraw()).then(Having(e.RequestWithdrawn, law=source))
    given(request(), regime=unasked).when(alone).then(e.RequestWithdrawn)
    given(summons(), regime=KORT_GEDING).when(alone).then(e.RequestWithdrawn)


def test_who_may_not_withdraw_is_not_helped_by_permission() -> None:
    """That the respondent is nobody to withdraw comes before whether the court agreed."""
    for permitted in (True, False):
        theirs = withdraw(by=THE_MOTHER, permitted=permitted)
        given(request()).when(theirs).then_refused("not_competent")


def test_a_lawyer_withdraws_for_the_applicant() -> None:
    """Who acts on behalf of the applicant is heard as the applicant."""
    lawyer = Actor(role=Role.LEGAL_REPRESENTATIVE, person="lawyer-1", on_behalf_of=DAUGHTER)

    given(request()).when(withdraw(by=lawyer)).then(e.RequestWithdrawn)


def test_another_office_cannot_withdraw() -> None:
    """An office that applied is that office, not every office of its kind."""
    other = Actor(role=Role.LOCAL_AUTHORITY, office="council-2")

    asked = given(request(by=COUNCIL))
    asked.when(withdraw(by=other)).then_refused("not_competent")
    asked.when(withdraw(by=COUNCIL)).then(e.RequestWithdrawn)


def test_nobody_else_withdraws() -> None:
    """The respondent cannot withdraw what is asked against her."""
    given(request()).when(withdraw(by=THE_MOTHER)).then_refused("not_competent")


def test_only_the_authority_drops_what_it_considers_of_its_own_motion() -> None:
    """A request of own motion is not everybody's to withdraw (N8)."""
    considered = given(own_motion())

    considered.when(withdraw(by=THE_MOTHER)).then_refused("not_competent")
    considered.when(withdraw(by=COURT)).then(e.RequestWithdrawn)


def test_the_court_refuses() -> None:
    """A refused request has lapsed, and can be neither granted nor refused again."""
    ended = given(request()).when(refuse()).then(e.OrderRefused).and_state(State.LAPSED)

    assert ended.order.request_end == (MADE, EndCause.REFUSED)
    lapsed = given(request(), refuse())
    lapsed.when(grant(day(1))).then_refused("not_in_this_state")
    lapsed.when(refuse(day(1))).then_refused("not_in_this_state")


def test_only_the_authority_refuses() -> None:
    """The court officer cannot refuse an order."""
    source = law(FMPO).competence.refuse.source

    given(request()).when(refuse(by=OFFICER)).then_refused("not_competent", law=source)


def test_after_the_grant_nothing_is_withdrawn_or_refused() -> None:
    """An order that was made is ended by a discharge, not by its applicant."""
    made = given(request(), grant())

    made.when(withdraw(day(1))).then_refused("not_in_this_state")
    made.when(refuse(day(1))).then_refused("not_in_this_state")


@pytest.mark.parametrize("refused", [withdraw, refuse, undertake])
def test_nothing_comes_of_a_request_before_it_is_made(refused: Callable[..., c.Command]) -> None:
    """A request ends after it began."""
    early = refused(ASKED - timedelta(minutes=1))

    given(request()).when(early, recorded_at=MADE).then_refused("too_early")


def test_what_presupposes_an_order_is_refused_after_a_refusal() -> None:
    """A refused request has lapsed too, but there is no order to serve, end or restore."""
    lapsed = given(request(), refuse())

    for command in (serve(day(1)), expire(day(1)), seal(day(1)), discharge(day(1))):
        lapsed.when(command).then_refused("not_in_this_state")


def test_an_applicant_on_record_without_a_name_is_nobody() -> None:
    """A history that begins so stays readable, and no other force is taken for the applicant."""
    begun = given(request(by=POLICE)).order
    assert begun.applicant is not None
    nameless = begun.changed(applicant=begun.applicant.model_copy(update={"office": None}))

    asked = Given(nameless, law(FMPO), ASKED)
    asked.when(withdraw(by=Actor(role=Role.POLICE))).then_refused("not_competent")
