"""RecordPersonDetails, RecordStatement and ErasePersonalData."""

from __future__ import annotations

from datetime import timedelta

import pytest

from orderflow.law import Role
from orderflow.law.vocabulary import DetailKind, ErasureGround, StatementKind
from orderflow.order import events as e
from orderflow.order.confidential import Plain, Sealed
from orderflow.order.values import Actor, Decision, State
from tests.spec import FMPO, HUISVERBOD, HYBRID, Having, given, law, law_with
from tests.unit.order.acts import (
    ASKED,
    AUNT,
    CLOCK,
    COUNCIL,
    COURT,
    DAUGHTER,
    MAYOR,
    MOTHER,
    OFFICER,
    POLICE,
    SCHOOL,
    STRANGER,
    THE_DAUGHTER,
    THE_MOTHER,
    UNCLE,
    appeal,
    ban,
    day,
    detail,
    determine,
    discharge,
    dismiss,
    erase,
    grant,
    impose,
    inform,
    link,
    refuse,
    report,
    request,
    statement,
    unlink,
    withdraw,
)

GRANTED = given(request(), grant())
ENDED = given(request(), grant(), discharge(day(1)))
ANOTHER_AUNT = Actor(role=Role.RELATIVE, person=AUNT)
A_LAWYER = Actor(role=Role.LEGAL_REPRESENTATIVE, office="law-1", on_behalf_of=DAUGHTER)
HER_LAWYER = Actor(role=Role.LEGAL_REPRESENTATIVE, office="law-2", on_behalf_of=MOTHER)


@pytest.mark.parametrize(
    "record", [(request(),), (request(), grant()), (request(), refuse()), (request(), withdraw())]
)
def test_details_and_statements_move_nothing(record: tuple[object, ...]) -> None:
    """In any state, also of a request and of an order at an end."""
    before = given(*record)  # type: ignore[arg-type]
    state = before.order.recorded_state or State.REQUESTED

    kept = before.when(detail(day(1))).then(
        Having(
            e.PersonDetailsRecorded,
            person=DAUGHTER,
            kind=DetailKind.SAFE_CONTACT,
            value=Plain("through the school, on Tuesdays"),
        )
    )
    kept.and_state(state)
    assert kept.order.confided == {DAUGHTER}
    said = before.when(statement(day(1), MOTHER)).then(e.StatementRecorded).and_state(state)
    assert said.order.confided == {MOTHER}


@pytest.mark.parametrize(
    "by, about",
    [
        (OFFICER, MOTHER),
        (POLICE, UNCLE),
        (COUNCIL, DAUGHTER),
        (SCHOOL, DAUGHTER),
        (THE_DAUGHTER, DAUGHTER),
        (THE_DAUGHTER, MOTHER),
        (THE_MOTHER, MOTHER),
        (A_LAWYER, DAUGHTER),
        (HER_LAWYER, MOTHER),
    ],
)
def test_who_may_describe_whom(by: Actor, about: str) -> None:
    """An office anybody, the applicant too, everybody themselves, a lawyer the client."""
    GRANTED.when(detail(day(1), about, by=by)).then(e.PersonDetailsRecorded)


@pytest.mark.parametrize(
    "by, about",
    [
        (THE_MOTHER, DAUGHTER),
        (THE_MOTHER, UNCLE),
        (HER_LAWYER, DAUGHTER),
        (HER_LAWYER, UNCLE),
        (ANOTHER_AUNT, DAUGHTER),
        (Actor(role=Role.THIRD_PARTY, person=STRANGER), DAUGHTER),
        (Actor(role=Role.SCHOOL, person=MOTHER), DAUGHTER),
        (Actor(role=Role.RELATIVE, person=UNCLE), DAUGHTER),
        (CLOCK, DAUGHTER),
    ],
)
def test_who_may_not_describe_whom(by: Actor, about: str) -> None:
    """No respondent writes where another is found, in whatever role or through whomever."""
    GRANTED.when(detail(day(1), about, by=by)).then_refused("not_competent")


def test_who_applied_for_another_may_describe_everybody() -> None:
    """An aunt who asks for the order knows what the court needs to know."""
    asked = given(request(by=ANOTHER_AUNT))

    asked.when(detail(day(1), DAUGHTER, by=ANOTHER_AUNT)).then(e.PersonDetailsRecorded)
    other = Actor(role=Role.RELATIVE, person=STRANGER)
    asked.when(detail(day(1), DAUGHTER, by=other)).then_refused("not_competent")


@pytest.mark.parametrize(
    "by, about, code",
    [
        (THE_MOTHER, MOTHER, None),
        (ANOTHER_AUNT, DAUGHTER, None),
        (POLICE, MOTHER, None),
        (THE_DAUGHTER, MOTHER, None),
        (A_LAWYER, MOTHER, None),
        (THE_MOTHER, DAUGHTER, "not_competent"),
        (HER_LAWYER, DAUGHTER, "not_competent"),
        (CLOCK, DAUGHTER, "not_competent"),
    ],
)
def test_everybody_is_heard_and_a_respondent_about_themselves(
    by: Actor, about: str, code: str | None
) -> None:
    """Nobody is kept from speaking but the clock."""
    attempt = GRANTED.when(statement(day(1), about, by=by, kind=StatementKind.DEFENCE))
    if code is None:
        attempt.then(e.StatementRecorded)
    else:
        attempt.then_refused(code)


def test_somebody_who_is_not_on_record_has_no_details() -> None:
    """A detail belongs to a person of the order, under any of their names."""
    GRANTED.when(detail(day(1), STRANGER)).then_refused("no_such_person")
    GRANTED.when(statement(day(1), STRANGER)).then_refused("no_such_person")
    linked = given(request(), grant(), link(day(1), UNCLE, AUNT))
    linked.when(detail(day(2), AUNT)).then(e.PersonDetailsRecorded)


def test_a_statement_may_be_about_an_incident_on_record() -> None:
    """And about no other."""
    reported = given(request(), grant(), inform(day(1), UNCLE), report(day(2), "call", UNCLE))

    heard = reported.when(statement(day(3), incident="call")).then(e.StatementRecorded)
    assert isinstance(heard.event, e.StatementRecorded)
    assert heard.event.incident == "call"
    reported.when(statement(day(3), incident="letter")).then_refused("no_such_incident")


@pytest.mark.boundary
def test_words_may_come_before_the_request() -> None:
    """What somebody told the police led to the request; the future is told by nobody."""
    before = ASKED - timedelta(days=3)

    GRANTED.when(statement(before)).then(e.StatementRecorded)
    GRANTED.when(detail(before)).then(e.PersonDetailsRecorded)
    GRANTED.when(erase(before)).then_refused("too_early")
    late = GRANTED.when(detail(day(5)), recorded_at=day(4))
    late.then_refused("in_the_future")


@pytest.mark.parametrize(
    "text", ["2009-02-30", "2009-3-1", "in March", "2009-03-01T00:00", "20090301"]
)
def test_a_birth_date_is_a_day(text: str) -> None:
    """Anything else is refused, and not repeated."""
    GRANTED.when(detail(day(1), kind=DetailKind.BIRTH_DATE, value=text)).then_refused("not_a_day")


def test_a_day_is_a_birth_date() -> None:
    """Also 29 February; and what was sealed once is not looked into again."""
    GRANTED.when(detail(day(1), kind=DetailKind.BIRTH_DATE, value="2008-02-29")).then(
        e.PersonDetailsRecorded
    )
    sealed = detail(day(1), kind=DetailKind.BIRTH_DATE).model_copy(
        update={"value": Sealed(key="0" * 32, box="AAAA")}
    )
    GRANTED.when(sealed).then(e.PersonDetailsRecorded)


def test_an_erasure_is_an_event_with_its_ground() -> None:
    """It names the sources, moves nothing, and is recorded once."""
    erased = ENDED.when(erase(day(2))).then(
        Having(
            e.PersonalDataErased,
            person=DAUGHTER,
            ground=ErasureGround.REQUEST_GRANTED,
            law=("gb-eaw/uk-gdpr/art-17",),
            due_since=None,
        )
    )

    assert erased.order.erased == {DAUGHTER}
    assert erased.order.recorded_state is State.LAPSED
    given(request(), grant(), discharge(day(1)), erase(day(2))).when(erase(day(3))).then_refused(
        "already_on_record"
    )


def test_nothing_is_recorded_about_somebody_who_was_erased() -> None:
    """Under that pseudonym; the others of the order are as they were."""
    after = given(request(), grant(), discharge(day(1)), erase(day(2)))

    after.when(detail(day(3))).then_refused("person_erased")
    after.when(statement(day(3))).then_refused("person_erased")
    after.when(detail(day(3), MOTHER)).then(e.PersonDetailsRecorded)


def test_an_order_in_force_needs_its_data() -> None:
    """A request is granted and time is over only when the order is, and all that followed."""
    for ground in (ErasureGround.REQUEST_GRANTED, ErasureGround.RETENTION_OVER):
        GRANTED.when(erase(day(2), ground=ground)).then_refused("still_needed", law=_law(ground))
    for ground in (ErasureGround.UNLAWFUL, ErasureGround.ORDERED):
        GRANTED.when(erase(day(2), ground=ground)).then(e.PersonalDataErased)


def test_an_open_incident_or_appeal_needs_the_data() -> None:
    """Until it is dismissed or determined."""
    conduct = (
        request(),
        grant(),
        inform(day(1), UNCLE),
        report(day(2), "call", UNCLE),
        discharge(day(3)),
    )
    given(*conduct).when(erase(day(4))).then_refused("still_needed")
    given(*conduct, dismiss(day(4))).when(erase(day(5))).then(e.PersonalDataErased)
    appealed = (request(), grant(), discharge(day(1)), appeal(day(2), Decision.DISCHARGE))
    given(*appealed).when(erase(day(3))).then_refused("still_needed")
    decided = given(*appealed, determine(day(3), "dismissed"))
    decided.when(erase(day(4))).then(e.PersonalDataErased)


@pytest.mark.boundary
def test_what_is_not_yet_due_is_not_erased_as_due() -> None:
    """The moment itself is in time; without a moment nothing is due."""
    ground = ErasureGround.RETENTION_OVER
    since = day(5)

    def asked(hours: int, by: Actor = OFFICER) -> object:
        when = since + timedelta(hours=hours)
        return erase(when, ground=ground, by=by, due_since=since, rule="r", basis=("nl/wpg/art-8",))

    ENDED.when(asked(-1)).then_refused("not_yet_due")  # type: ignore[arg-type]
    ENDED.when(erase(day(9), ground=ground)).then_refused("not_yet_due")
    ENDED.when(asked(0)).then(  # type: ignore[arg-type]
        Having(
            e.PersonalDataErased,
            due_since=since,
            rule="r",
            law=("gb-eaw/uk-gdpr/art-5", "nl/wpg/art-8"),
        )
    )


@pytest.mark.parametrize("by", [COURT, OFFICER, POLICE])
def test_who_answers_for_the_record_erases(by: Actor) -> None:
    """The authority, its officer and the police."""
    ENDED.when(erase(day(2), by=by)).then(e.PersonalDataErased)


@pytest.mark.parametrize("by", [THE_DAUGHTER, THE_MOTHER, COUNCIL, SCHOOL, CLOCK])
def test_nobody_else_erases(by: Actor) -> None:
    """Not even the person concerned, who asks for it instead."""
    ENDED.when(erase(day(2), by=by)).then_refused("not_competent")


def test_the_clock_erases_what_is_due_and_nothing_else() -> None:
    """On any other ground somebody must have decided."""
    due = erase(day(5), ground=ErasureGround.RETENTION_OVER, by=CLOCK, due_since=day(4))
    ENDED.when(due).then(e.PersonalDataErased)


def test_the_mayor_erases_under_the_law_of_the_mayor() -> None:
    """And that law cites its own sources."""
    ended = given(ban(), impose(), regime=HUISVERBOD)

    ended.when(erase(day(30), by=MAYOR)).then(
        Having(e.PersonalDataErased, law=("eu/reg-2016-679/art-17",))
    )
    ENDED.when(erase(day(2), by=MAYOR)).then_refused("not_competent")


def test_a_law_that_names_no_authority_still_has_its_officers() -> None:
    """The draft leaves open who makes the order, not who answers for the record."""
    assert law(HYBRID).competence.grant.value is None
    open_law = law_with(FMPO, competence__grant=None)
    given(request(), refuse(), regime=FMPO).when(erase(day(2))).then(e.PersonalDataErased)
    given(request(), withdraw(), regime=open_law).when(erase(day(2))).then(e.PersonalDataErased)
    given(request(), withdraw(), regime=open_law).when(erase(day(2), by=COURT)).then_refused(
        "not_competent"
    )


def test_a_jurisdiction_whose_law_nobody_read_is_not_decided() -> None:
    """No ground is taken for granted."""
    elsewhere = law(FMPO).model_copy(update={"jurisdiction": "NO"})

    given(request(), refuse(), regime=elsewhere).when(erase(day(2))).then_not_decided(
        "erasure.request_granted"
    )


def test_somebody_known_by_a_link_that_was_undone_is_erased_too() -> None:
    """What was sealed under that name is still there."""
    ended = (request(), grant(), link(day(1), UNCLE, AUNT))
    undone = (unlink(day(3), UNCLE, AUNT), discharge(day(4)))

    given(*ended, detail(day(2), AUNT), *undone).when(erase(day(5), AUNT)).then(
        e.PersonalDataErased
    )
    given(*ended, *undone).when(erase(day(5), AUNT)).then_refused("no_such_person")
    given(*ended, *undone).when(erase(day(5), MOTHER)).then(e.PersonalDataErased)


def _law(ground: ErasureGround) -> tuple[str, ...]:
    article = "5" if ground is ErasureGround.RETENTION_OVER else "17"
    return (f"gb-eaw/uk-gdpr/art-{article}",)
