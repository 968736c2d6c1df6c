"""CheckConfidentiality, RestrictAccess, LiftRestriction, and the service that waits for a check."""

from __future__ import annotations

import pytest

from orderflow.law.vocabulary import ServiceMethod
from orderflow.order import Code
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.kinds_access import RestrictionKind
from orderflow.order.records_access import CheckedCopy, Restriction
from orderflow.order.values import Actor
from tests.spec import HUISVERBOD, Having, given
from tests.unit.order.acts import (
    ARRANGE,
    ASKED,
    AUNT,
    BAILIFF,
    COUNCIL,
    COURT,
    DAUGHTER,
    HOME,
    MAYOR,
    MOTHER,
    OFFICER,
    POLICE,
    SERVER,
    STRANGER,
    THE_DAUGHTER,
    THE_MOTHER,
    UNCLE,
    ask_permission,
    ban,
    check_copy,
    day,
    decide_permission,
    grant,
    impose,
    inform,
    lift,
    link,
    person,
    request,
    restrict,
    serve,
    serve_application,
    substitute,
    vary,
    withhold,
)
from tests.unit.order.acts.act import act

RULE = ("gb-eaw/fpr-2010/r-29-1",)
UNCHECKED = str(Code.CONFIDENTIALITY_UNCHECKED)
HIDDEN = (request(), withhold(), grant())


@pytest.mark.edge("EC26")
def test_a_copy_is_not_served_unchecked() -> None:
    """Where contact details are withheld, service waits for the check and names the rule."""
    given(*HIDDEN).when(serve(day(1))).then_refused(UNCHECKED, law=RULE)


@pytest.mark.edge("EC26")
@pytest.mark.parametrize("redacted", [True, False])
def test_a_checked_copy_is_served(redacted: bool) -> None:
    """Whether or not something had to be taken out of it."""
    checked = check_copy(day(1), redacted=redacted)

    accepted = given(*HIDDEN).when(checked)
    accepted.then(Having(e.ConfidentialityChecked, person=MOTHER, version=1, redacted=redacted))
    given(*HIDDEN, checked).when(serve(day(1))).then(e.OrderServed)


@pytest.mark.edge("EC26")
def test_the_check_may_be_recorded_after_the_service_took_place() -> None:
    """What is refused is recording a service unchecked; the fact itself is never lost."""
    served = serve(day(1))
    told = inform(day(1))

    given(*HIDDEN).when(served, recorded_at=day(3)).then_refused(UNCHECKED)
    given(*HIDDEN).when(told).then(e.PersonInformed)
    given(*HIDDEN, check_copy(day(3))).when(served, recorded_at=day(3)).then(e.OrderServed)


def test_a_check_is_of_one_copy_for_one_person() -> None:
    """Neither another version nor another person's copy has been checked by it."""
    record = (*HIDDEN, check_copy(day(1)), vary(day(2), ARRANGE))

    given(*record).when(serve(day(3), version=2)).then_refused(UNCHECKED)
    given(*record).when(serve(day(3), UNCLE)).then_refused(UNCHECKED)
    given(*record).when(serve(day(3))).then(e.OrderServed)


def test_what_is_withheld_later_makes_a_check_worthless() -> None:
    """The copy may hold what is withheld since."""
    record = (*HIDDEN, check_copy(day(1)), withhold(day(2), UNCLE))

    given(*record).when(serve(day(3))).then_refused(UNCHECKED)
    given(*record, check_copy(day(3))).when(serve(day(3))).then(e.OrderServed)


def test_a_person_is_not_kept_from_their_own_details() -> None:
    """Where only the details of the person served are withheld there is nothing to check."""
    given(request(), withhold(ASKED, MOTHER), grant()).when(serve(day(1))).then(e.OrderServed)


def test_without_withheld_details_nothing_changes() -> None:
    """No copy needs a check."""
    given(request(), grant()).when(serve(day(1))).then(e.OrderServed)


def test_a_check_counts_under_every_name_of_the_person() -> None:
    """The copy is that of a human being, whatever they are called."""
    record = (*HIDDEN, link(day(1), MOTHER, AUNT), check_copy(day(1), AUNT))

    given(*record).when(serve(day(2))).then(e.OrderServed)


def test_substituted_service_waits_for_the_check_too() -> None:
    """A copy that is left somewhere reveals as much."""
    authorised = e.SubstitutedServiceAuthorised(occurred_at=day(1), person=MOTHER)

    given(*HIDDEN, authorised).when(substitute(day(2))).then_refused(UNCHECKED)


@pytest.mark.edge("EC26")
def test_the_application_is_checked_before_it_is_served() -> None:
    """The application says where she is, as the order does."""
    hidden = (request(), withhold())
    check = check_copy(ASKED, version=None)

    given(*hidden).when(serve_application()).then_refused(UNCHECKED, law=RULE)
    given(*hidden, check).when(serve_application()).then(e.ApplicationServed)
    given(*hidden, check, grant()).when(serve(day(1))).then_refused(UNCHECKED)


def test_a_protected_person_gets_what_is_hers() -> None:
    """Serving the application on the person to be protected needs no check."""
    asked = (
        request(by=COUNCIL, protected_persons=(person(DAUGHTER),)),
        withhold(ASKED),
    )

    given(*asked).when(serve_application(person=DAUGHTER)).then(e.ApplicationServed)


def test_a_copy_is_checked_once() -> None:
    """A second check of the same copy says nothing new."""
    given(*HIDDEN, check_copy(day(1))).when(check_copy(day(2))).then_refused(Code.ALREADY_ON_RECORD)


@pytest.mark.parametrize("by", [THE_DAUGHTER, THE_MOTHER, POLICE, SERVER, BAILIFF])
def test_the_court_checks_and_restricts(by: Actor) -> None:
    """Nobody else tells who may see what."""
    record = (*HIDDEN, restrict(day(1)))

    given(*record).when(check_copy(day(1), by=by)).then_refused(Code.NOT_COMPETENT)
    given(*record).when(restrict(day(1), by=by, users=("user-2",))).then_refused(Code.NOT_COMPETENT)
    given(*record).when(lift(day(1), by=by)).then_refused(Code.NOT_COMPETENT)


def test_the_mayor_checks_what_the_mayor_imposed() -> None:
    """The authority of the regime is competent, and so are the courts."""
    record = given(ban(), withhold(ASKED), impose(terms=(HOME,)), regime=HUISVERBOD)

    for by in (MAYOR, COURT, OFFICER):
        record.when(check_copy(day(1), UNCLE, by=by)).then(e.ConfidentialityChecked)


def test_outside_england_the_check_rests_on_no_english_rule() -> None:
    """No Dutch source says it: it is a reading of ours, INT-062, and claims no more."""
    record = given(ban(), withhold(ASKED), impose(terms=(HOME,)), regime=HUISVERBOD)
    handed = serve(day(1), UNCLE, POLICE, method=ServiceMethod.HANDED_OVER)

    record.when(handed).then_refused(UNCHECKED, law=())
    record.when(check_copy(day(1), UNCLE, by=MAYOR)).then(Having(e.ConfidentialityChecked, law=()))


def test_there_must_be_something_to_check() -> None:
    """A version that was made, and a person whom it can reach."""
    record = given(*HIDDEN)

    record.when(check_copy(day(1), version=2)).then_refused(Code.NO_SUCH_VERSION)
    record.when(check_copy(day(1), DAUGHTER)).then_refused(Code.NO_SUCH_PERSON)
    given(request(), withhold()).when(check_copy(day(1), STRANGER, version=None)).then_refused(
        Code.NO_SUCH_PERSON
    )


def test_an_applicant_without_another_part_may_be_withheld() -> None:
    """Who asked for her need not be known to the respondents."""
    asked = request(by=Actor(role=POLICE.role, person="officer-7"))
    record = (asked, ask_permission(by=asked.actor), decide_permission())

    given(*record).when(withhold(day(0), "officer-7")).then(e.ContactDetailsWithheld)
    given(*record).when(withhold(day(0), STRANGER)).then_refused(Code.NO_SUCH_PERSON)
    given(request(by=COUNCIL)).when(withhold(day(0), STRANGER)).then_refused(Code.NO_SUCH_PERSON)


@pytest.mark.edge("EC27")
def test_a_restriction_is_numbered_and_lifted_by_its_number() -> None:
    """Each stands by itself; lifting one leaves the others."""
    record = given(
        request(), restrict(day(1)), restrict(day(1), RestrictionKind.PRIVATE), lift(day(2), 1)
    )

    assert record.order.restrictions == (
        Restriction(1, RestrictionKind.EXCLUDED, ("user-1",), lifted=True),
        Restriction(2, RestrictionKind.PRIVATE),
    )
    record.when(lift(day(3), 1)).then_refused(Code.NO_SUCH_RESTRICTION)
    record.when(lift(day(3), 3)).then_refused(Code.NO_SUCH_RESTRICTION)
    record.when(lift(day(3), 2)).then(Having(e.RestrictionLifted, restriction=2))


def test_the_same_restriction_is_recorded_once_at_a_time() -> None:
    """Once lifted it can be recorded again, under the next number."""
    record = (request(), restrict(day(1)))

    given(*record).when(restrict(day(2))).then_refused(Code.ALREADY_ON_RECORD)
    given(*record, lift(day(2))).when(restrict(day(3))).then(
        Having(e.AccessRestricted, restriction=2)
    )


@pytest.mark.parametrize(
    "kind, fields, says",
    [
        ("private", {"users": ("user-1",)}, "names nobody"),
        ("restricted", {}, "name whom"),
        ("excluded", {}, "name whom"),
        ("restricted", {"users": ("user-1",), "persons": (DAUGHTER,)}, "belong to kind"),
        ("excluded", {"users": ("ruth@example.org",)}, "users"),
    ],
)
def test_a_restriction_says_whom_it_is_about(
    kind: str, fields: dict[str, object], says: str
) -> None:
    """And names accounts by reference, never by an address."""
    with pytest.raises(ValueError, match=says):
        act(c.RestrictAccess, day(1), OFFICER, {"kind": RestrictionKind(kind), **fields}, {})


def test_what_is_checked_stands_on_record_until_more_is_withheld() -> None:
    """The order holds the copies that may go out."""
    order = given(*HIDDEN, check_copy(day(1))).order

    assert order.checked_copies == (CheckedCopy(MOTHER, 1),)
    assert given(*HIDDEN, check_copy(day(1)), withhold(day(2), UNCLE)).order.checked_copies == ()
