"""SurrenderDocument, ReturnDocument, TransferCase, CertifyForAbroad and RecordTermExceeded."""

from __future__ import annotations

from datetime import timedelta

import pytest

from orderflow.order import events as e
from orderflow.order.values import State
from tests.spec import FMPO, FMPO_2008, HUISVERBOD, Given, Having, at, given, law
from tests.unit.order.acts import (
    ASKED,
    COUNCIL,
    MAYOR,
    MOTHER,
    OFFICER,
    POLICE,
    STRANGER,
    THE_MOTHER,
    ban,
    certify,
    day,
    exceed,
    give_back,
    grant,
    impose,
    refuse,
    request,
    seal,
    surrender,
    transfer,
)

GRANTED = given(request(), grant())


def test_a_passport_is_handed_in_and_given_back() -> None:
    """It is held in between."""
    held = GRANTED.when(surrender(day(1))).then(e.DocumentSurrendered).and_state(State.GRANTED)

    assert [one.person for one in held.order.documents] == [MOTHER]
    now = Given(held.order, held.regime, day(1))
    now.when(surrender(day(2))).then_refused("already_on_record")
    back = now.when(give_back(day(2))).then(e.DocumentReturned)
    assert back.order.documents == ()
    GRANTED.when(give_back(day(2))).then_refused("no_such_document")
    GRANTED.when(surrender(day(1), STRANGER)).then_refused("no_such_person")


def test_the_respondent_does_not_give_herself_a_passport_back() -> None:
    """Whoever holds it records that it was given back."""
    held = given(request(), grant(), surrender(day(1)))
    herself = give_back(day(2)).model_copy(update={"actor": THE_MOTHER})

    held.when(herself).then_refused("not_competent")


@pytest.mark.boundary
def test_a_passport_is_given_back_after_it_was_handed_in() -> None:
    """The same moment will do."""
    held = given(request(), grant(), surrender(day(3)))

    held.when(give_back(day(3) - timedelta(seconds=1))).then_refused("too_early")
    held.when(give_back(day(3))).then(e.DocumentReturned)


def test_documents_need_an_order() -> None:
    """Before it nobody has to hand in anything."""
    given(request()).when(surrender(day(1))).then_refused("not_in_this_state")
    given(request(), refuse()).when(surrender(day(1))).then_refused("not_in_this_state")


def test_a_case_is_transferred_to_another_court() -> None:
    """At any time, by the court, to somewhere else."""
    moved = given(request()).when(transfer(ASKED)).then(e.CaseTransferred)

    moved.and_state(State.REQUESTED)
    assert moved.order.office == "high-court"
    now = Given(moved.order, moved.regime, ASKED)
    now.when(transfer(ASKED)).then_refused("no_change")
    now.when(transfer(ASKED, "family-court-2")).then(e.CaseTransferred)
    GRANTED.when(transfer(day(1), by=COUNCIL)).then_refused("not_competent")


def test_a_dutch_order_is_certified_for_other_states() -> None:
    """An English one is not, any more; and for its old law it is not decided."""
    dutch = given(ban(), impose(), regime=HUISVERBOD)
    source = law(FMPO).abroad.certifiable.source
    old = given(request(at("2013-01-07 09:00")), grant(at("2013-01-07 10:00")), regime=FMPO_2008)

    certified = dutch.when(certify(day(1), by=MAYOR)).then(e.OrderCertifiedForAbroad)
    assert certified.order.certified_at == day(1)
    GRANTED.when(certify(day(1))).then_refused("not_certifiable", law=source)
    old.when(certify(at("2013-01-08 10:00"))).then_not_decided("abroad.certifiable")
    dutch.when(certify(day(1), by=POLICE)).then_refused("not_competent")


@pytest.mark.boundary
def test_only_an_order_in_force_is_certified() -> None:
    """At its end it is too late."""
    dutch = given(ban(), impose(), regime=HUISVERBOD)

    dutch.when(certify(day(10) - timedelta(seconds=1), by=MAYOR)).then(e.OrderCertifiedForAbroad)
    dutch.when(certify(day(10), by=MAYOR)).then_refused("not_in_force")


@pytest.mark.boundary
def test_the_clock_records_that_a_term_was_not_kept() -> None:
    """From the moment it was due by, and it changes nothing of the order."""
    sealed = given(request(), grant(), seal(day(1)))

    sealed.when(exceed(day(2), sealed.order.version, late=-1)).then_refused("too_early")
    told = sealed.when(exceed(day(2), sealed.order.version, term="contact"))
    told.then(Having(e.TermExceeded, due_at=day(2), term="contact")).and_state(State.GRANTED)


def test_only_the_clock_finds_a_term_exceeded() -> None:
    """Whoever must keep a term does not put on record whether it was kept."""
    sealed = given(request(), grant(), seal(day(1)))

    sealed.when(exceed(day(2), 1, OFFICER)).then_refused("not_competent")


def test_a_term_that_was_exceeded_is_set_by_an_event() -> None:
    """The event that sets the term is on record."""
    sealed = given(request(), grant(), seal(day(1)))
    last = sealed.order.version

    sealed.when(exceed(day(2), last + 1)).then_refused("no_such_event")
    sealed.when(exceed(day(2), last)).then(e.TermExceeded)
