"""ServeApplication, ListHearing, RecordWishes, ArrangeSupport, WithholdContactDetails."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from orderflow.law import Role
from orderflow.order import Code
from orderflow.order import events as e
from orderflow.order.values import Actor, PersonId, State, Wishes
from tests.spec import KORT_GEDING, Having, at, given
from tests.unit.order.acts import (
    ASKED,
    BAILIFF,
    COUNCIL,
    DAUGHTER,
    MADE,
    MOTHER,
    STRANGER,
    THE_DAUGHTER,
    THE_MOTHER,
    day,
    grant,
    inform,
    list_hearing,
    request,
    serve_application,
    summons,
    support,
    wish,
    withhold,
)


def lawyer_of(client: PersonId) -> Actor:
    """Return who acts for somebody."""
    return Actor(role=Role.LEGAL_REPRESENTATIVE, person="lawyer-1", on_behalf_of=client)


HEARING = at("2025-01-09 09:00")
"""A Thursday, three days after the request: two clear days lie between."""


@pytest.mark.boundary
@pytest.mark.parametrize(
    "when, hearing, flags",
    [
        (ASKED, HEARING, ()),
        (at("2025-01-06 23:59:59"), HEARING, ()),
        (at("2025-01-07 00:00"), HEARING, (Code.SHORT_NOTICE,)),
        (ASKED, at("2025-01-09 00:00"), ()),
        (ASKED, at("2025-01-08 23:59:59"), (Code.SHORT_NOTICE,)),
        (at("2025-01-09 23:59:59"), at("2025-01-14 09:00"), ()),
        (at("2025-01-10 00:00"), at("2025-01-14 09:00"), (Code.SHORT_NOTICE,)),
    ],
)
def test_the_application_is_served_two_clear_business_days_before(
    when: datetime, hearing: datetime, flags: tuple[Code, ...]
) -> None:
    """Neither the day of service nor that of the hearing counts, and no weekend does."""
    served = serve_application(when, hearing_at=hearing)

    wanted = Having(e.ApplicationServed, valid=not flags, flags=flags)
    given(request()).when(served).then(wanted)


def test_the_court_may_shorten_the_notice() -> None:
    """Notice that the court shortened is good."""
    served = serve_application(hearing_at=ASKED + timedelta(hours=1), notice_abridged=True)

    given(request()).when(served).then(Having(e.ApplicationServed, valid=True))


@pytest.mark.edge("EC24")
def test_papers_served_by_the_applicant_herself_are_flagged() -> None:
    """Service by an individual applicant is not good; the order that follows stands."""
    wanted = Having(e.ApplicationServed, valid=False, flags=(Code.SERVED_BY_APPLICANT,))
    herself = serve_application(by=THE_DAUGHTER)

    given(request()).when(herself).then(wanted)
    made = given(request(), herself, grant(), inform(day(1)))
    made.conduct(MOTHER, "contact", day(2)).both("open")


def test_an_office_that_applied_may_serve() -> None:
    """The rule speaks of individuals."""
    served = serve_application(by=COUNCIL)

    given(request(by=COUNCIL)).when(served).then(Having(e.ApplicationServed, valid=True))


def test_the_application_is_served_on_somebody_of_the_case() -> None:
    """A stranger cannot be served with it."""
    given(request()).when(serve_application(person=STRANGER)).then_refused("no_such_person")


def test_where_no_notice_is_known_none_is_too_short() -> None:
    """Dutch summary proceedings name no least notice; serving stays a fact."""
    served = serve_application(by=BAILIFF, hearing_at=ASKED + timedelta(hours=1))

    wanted = Having(e.ApplicationServed, valid=True)
    given(summons(), regime=KORT_GEDING).when(served).then(wanted)


def test_the_court_lists_a_hearing() -> None:
    """A hearing may be listed before and after the order, by the court only."""
    given(request()).when(list_hearing()).then(Having(e.HearingListed, hearing_at=MADE))
    given(request(), grant()).when(list_hearing(day(1))).then(e.HearingListed)
    given(request()).when(list_hearing(by=COUNCIL)).then_refused("not_competent")


@pytest.mark.edge("EC16")
def test_a_protected_person_who_opposes_is_heard_and_still_protected() -> None:
    """Her wishes are recorded and flagged; they bar nothing."""
    opposed = wish(wishes=Wishes.OPPOSES)
    wanted = Having(e.WishesRecorded, flags=(Code.PROTECTED_PERSON_OPPOSES,))

    given(request()).when(opposed).then(wanted)
    made = given(request(by=COUNCIL), opposed).when(grant()).then(e.OrderGranted)
    assert [one.wishes for one in made.order.wishes] == [Wishes.OPPOSES]


def test_wishes_and_support_are_of_a_protected_person() -> None:
    """Those of a respondent are not recorded here."""
    given(request()).when(wish()).then(Having(e.WishesRecorded, flags=()))
    given(request()).when(wish(person=MOTHER)).then_refused("no_such_person")
    given(request()).when(support(person=MOTHER)).then_refused("no_such_person")
    given(request()).when(support()).then(e.SupportArranged).and_state(State.REQUESTED)


def test_a_respondent_withholds_their_own_details_and_nobody_elses() -> None:
    """Or they could hold up the service on themselves, by making every copy wait for a check."""
    record = given(request())

    for by in (THE_MOTHER, lawyer_of(MOTHER)):
        hers = withhold(name=MOTHER).model_copy(update={"actor": by})
        theirs = withhold(name=DAUGHTER).model_copy(update={"actor": by})
        record.when(hers).then(Having(e.ContactDetailsWithheld, person=MOTHER))
        record.when(theirs).then_refused(Code.NOT_COMPETENT)
    lawyer = withhold().model_copy(update={"actor": lawyer_of(DAUGHTER)})
    record.when(lawyer).then(e.ContactDetailsWithheld)


def test_contact_details_are_withheld_once() -> None:
    """Anybody of the case may have theirs kept from the respondents."""
    given(request()).when(withhold()).then(e.ContactDetailsWithheld)
    given(request(), withhold()).when(withhold()).then_refused("already_on_record")
    given(request()).when(withhold(name=STRANGER)).then_refused("no_such_person")
