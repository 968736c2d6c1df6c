"""Whether somebody may see an order: as a person of the case, in an office, or not at all."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from orderflow.law import Role
from orderflow.order.kinds_access import RestrictionKind as Kind
from orderflow.order.values import Actor
from orderflow.privacy import (
    NO_SUCH_ORDER,
    AccessCode,
    AccessRecord,
    Audience,
    Reader,
    What,
    may_see,
)
from orderflow.privacy.access_sentences import ACCESS_LAW, ACCESS_SENTENCES
from tests.spec import HUISVERBOD
from tests.unit.audit.support import History, lived
from tests.unit.order import acts
from tests.unit.privacy.people import (
    AUDITOR,
    AUNT,
    COUNCIL,
    COURT,
    DAUGHTER,
    MOTHER,
    POLICE,
    PROSECUTOR,
    RESEARCHER,
    SCHOOL,
    UNCLE,
    person,
    reader,
)

ASKED = (acts.request(without_notice=True),)
MADE = (*ASKED, acts.grant_unheard())
TOLD = (*MADE, acts.inform(acts.day(1)))
REFERRED = (
    *TOLD,
    acts.report(acts.day(2), "call", conduct_at=acts.day(2)),
    acts.refer(acts.day(3), "call"),
)


def code(who: Reader, history: History, what: What = What.RECORD) -> str:
    """Return the code of the decision; a denial has no audience and looks like nothing."""
    decision = may_see(who, history, what=what)
    assert decision.allowed == (decision.code == "granted") == bool(decision.audiences)
    assert decision.outward == (decision if decision.allowed else NO_SUCH_ORDER)
    return str(decision.code)


def audiences(who: Reader, history: History, what: What = What.RECORD) -> tuple[str, ...]:
    """Return as what somebody reads."""
    return tuple(map(str, may_see(who, history, what=what).audiences))


def test_where_there_is_no_order_nobody_may_see_one() -> None:
    """Whoever asks."""
    for who in (MOTHER, DAUGHTER, COURT, POLICE, AUDITOR, RESEARCHER):
        assert may_see(who, ()) == NO_SUCH_ORDER


@pytest.mark.parametrize(
    "who, requested, made, told, referred",
    [
        (MOTHER, "not_told", "not_told", "granted", "granted"),
        (UNCLE, "not_told", "not_told", "not_told", "not_told"),
        (AUNT, "no_part", "no_part", "no_part", "no_part"),
        (DAUGHTER, "granted", "granted", "granted", "granted"),
        (COURT, "granted", "granted", "granted", "granted"),
        (reader(Role.COURT_OFFICER, "court-9"), "granted", "granted", "granted", "granted"),
        (reader(Role.MAYOR, "utrecht"), "not_yet", "not_yet", "not_yet", "not_yet"),
        (reader(Role.POLICE, "force-9"), "not_yet", "granted", "granted", "granted"),
        (reader(Role.BORDER_GUARD), "not_yet", "granted", "granted", "granted"),
        (PROSECUTOR, "not_yet", "not_yet", "not_yet", "granted"),
        (reader(Role.CRIMINAL_COURT), "not_yet", "not_yet", "not_yet", "granted"),
        (SCHOOL, "not_yet", "not_yet", "not_yet", "not_yet"),
        (reader(Role.BAILIFF, "bailiff-1"), "no_part", "no_part", "no_part", "no_part"),
        (reader(Role.CLOCK), "no_part", "no_part", "no_part", "no_part"),
        (reader(), "no_part", "no_part", "no_part", "no_part"),
        (AUDITOR, "granted", "granted", "granted", "granted"),
        (RESEARCHER, "counts_only", "counts_only", "counts_only", "counts_only"),
    ],
)
def test_from_when_somebody_reads(
    who: Reader, requested: str, made: str, told: str, referred: str
) -> None:
    """Each office from when an order concerns it, each respondent from when they are told."""
    lives = (ASKED, MADE, TOLD, REFERRED)

    assert [code(who, lived(*one)) for one in lives] == [requested, made, told, referred]


def test_an_office_on_record_need_not_wait() -> None:
    """Whoever acted in a case knows of it."""
    history = lived(*ASKED, acts.support(acts.ASKED))

    assert audiences(COUNCIL, history) == ("support",)
    assert code(reader(Role.LOCAL_AUTHORITY, "council-2"), history) == "not_yet"
    assert code(reader(Role.SCHOOL, "council-1"), history) == "not_yet"
    assert code(reader(Role.LOCAL_AUTHORITY), history) == "not_yet"


def test_a_report_opens_the_order_to_nobody() -> None:
    """Anybody may report conduct, and tell of an order; neither makes it their case."""
    school = reader(Role.SCHOOL, "school-1")
    reported = acts.report(acts.day(2), "call", conduct_at=acts.day(2))
    informed = acts.inform(acts.day(2), by=acts.SCHOOL)

    assert code(school, lived(*MADE, reported, informed)) == "not_yet"


def test_an_authority_reads_what_it_made() -> None:
    """A mayor reads the orders of that mayor, and no others."""
    history = lived(acts.ban(), acts.impose(terms=(acts.HOME,)), regime=HUISVERBOD)

    assert audiences(reader(Role.MAYOR, "utrecht"), history) == ("court",)
    assert code(reader(Role.MAYOR, "delft"), history) == "not_yet"


def test_an_applicant_in_an_office_reads_as_applicant_too() -> None:
    """From the request on, and without having to wait until the order is made."""
    asked = lived(acts.request(by=acts.COUNCIL))
    police = lived(acts.request(by=acts.POLICE))

    assert audiences(COUNCIL, asked) == ("applicant", "support")
    assert audiences(POLICE, police) == ("applicant", "police")
    assert code(reader(Role.POLICE, "force-9"), police) == "not_yet"
    assert audiences(COURT, lived(acts.own_motion())) == ("court",)


def test_an_applicant_in_person_reads_as_applicant() -> None:
    """As herself, and as a protected person where she is one; a lawyer reads as the client."""
    lawyer = reader(Role.LEGAL_REPRESENTATIVE, on_behalf_of=acts.DAUGHTER)
    relative = Actor(role=Role.RELATIVE, person=acts.AUNT)
    permitted = lived(
        acts.request(by=relative), acts.ask_permission(by=relative), acts.decide_permission()
    )

    assert audiences(DAUGHTER, lived(*ASKED)) == ("applicant", "protected_person")
    assert audiences(lawyer, lived(*ASKED)) == ("applicant", "protected_person")
    assert audiences(AUNT, permitted) == ("applicant",)


def test_somebody_once_protected_still_reads() -> None:
    """What concerned her is hers to see after she was released."""
    history = lived(
        acts.request(protected_persons=(acts.person(acts.DAUGHTER), acts.person(acts.SISTER))),
        acts.grant(),
        acts.release(acts.day(1), acts.SISTER),
    )

    assert audiences(person(acts.SISTER), history) == ("protected_person",)


@pytest.mark.edge("EC05")
def test_somebody_not_named_is_nobody_until_told() -> None:
    """An aunt whom no document names has no part; told of the order she is bound, and reads."""
    told = lived(*MADE, acts.inform(acts.day(1), acts.AUNT))

    assert code(AUNT, lived(*MADE)) == "no_part"
    assert audiences(AUNT, told) == ("respondent",)


def test_somebody_who_may_become_involved_is_treated_as_a_respondent() -> None:
    """Named as another person involved, she learns nothing; unless it was she who asked."""
    involved = acts.request(other_persons=(acts.person(acts.AUNT),))
    relative = Actor(role=Role.RELATIVE, person=acts.AUNT)
    asked = acts.request(by=relative, other_persons=(acts.person(acts.AUNT),))

    assert code(AUNT, lived(involved)) == "not_told"
    assert audiences(AUNT, lived(asked)) == ("applicant",)


def test_to_be_a_respondent_outweighs_every_office() -> None:
    """A judge, a constable, an auditor against whom the order is, is a respondent."""
    history = lived(*MADE)

    for more in (
        {"role": Role.COURT, "office": "family-court-1"},
        {"role": Role.POLICE, "office": "force-1"},
        {"vouched": (Audience.AUDITOR,)},
        {"role": Role.LEGAL_REPRESENTATIVE, "on_behalf_of": acts.DAUGHTER},
    ):
        assert code(Reader.model_validate({**MOTHER.model_dump(), **more}), history) == "not_told"


def test_a_lawyer_knows_what_the_client_was_told() -> None:
    """Neither more nor less."""
    lawyer = reader(Role.LEGAL_REPRESENTATIVE, on_behalf_of=acts.MOTHER)

    assert code(lawyer, lived(*MADE)) == "not_told"
    assert audiences(lawyer, lived(*TOLD)) == ("respondent",)


@pytest.mark.edge("EC27")
@pytest.mark.parametrize("close_to", [acts.MOTHER, acts.DAUGHTER, acts.UNCLE])
def test_whoever_is_close_to_somebody_of_the_case_reads_nothing_in_an_office(close_to: str) -> None:
    """On whichever side, told or not, and also where the link is to another of their names."""
    history = lived(*REFERRED, acts.link(acts.day(4), acts.UNCLE, acts.COUSIN))

    for who in (COURT, POLICE, PROSECUTOR, AUDITOR, reader(Role.SCHOOL, "school-1")):
        close = who.model_copy(update={"linked_to": (close_to,)})
        assert code(close, history) == "conflict_of_interest"
        assert code(close, history, What.GATE) == "conflict_of_interest"
    cousin = POLICE.model_copy(update={"linked_to": (acts.COUSIN,)})
    assert code(cousin, history) == "conflict_of_interest"
    assert code(cousin, lived(*REFERRED)) == "granted"


def test_being_close_takes_nothing_from_those_whose_case_it_is() -> None:
    """She is her mother's daughter and reads her own order; a lawyer close to one side does not."""
    close = DAUGHTER.model_copy(update={"linked_to": (acts.MOTHER,)})
    lawyer = reader(Role.LEGAL_REPRESENTATIVE, on_behalf_of=acts.DAUGHTER, linked_to=(acts.MOTHER,))

    assert code(close, lived(*MADE)) == "granted"
    assert code(lawyer, lived(*MADE)) == "conflict_of_interest"
    assert code(person(linked_to=(acts.MOTHER,)), lived(*TOLD)) == "conflict_of_interest"


@pytest.mark.edge("EC27")
def test_an_exclusion_keeps_out_whom_it_names() -> None:
    """A user by reference, whoever they act for, and those close to a person; and nobody else."""
    by_user = lived(*TOLD, acts.restrict(acts.day(2), Kind.EXCLUDED))
    by_person = lived(
        *TOLD, acts.restrict(acts.day(2), Kind.EXCLUDED, users=(), persons=(acts.AUNT,))
    )
    aunts_son = POLICE.model_copy(update={"user": "user-2", "linked_to": (acts.AUNT,)})
    other = POLICE.model_copy(update={"user": "user-2"})
    lawyer = reader(Role.LEGAL_REPRESENTATIVE, on_behalf_of=acts.DAUGHTER)

    for who in (POLICE, COURT, AUDITOR, lawyer):
        assert code(who, by_user) == "excluded"
        assert code(who, by_user, What.GATE) == "excluded"
    assert code(other, by_user) == "granted"
    assert code(aunts_son, by_person) == "excluded"
    assert code(aunts_son, lived(*TOLD)) == "granted"
    assert code(other, by_person) == "granted"


def test_no_restriction_is_meant_for_the_people_of_the_case() -> None:
    """Whatever the court restricts, she reads her order and a respondent what they were told."""
    history = lived(
        *TOLD,
        acts.restrict(acts.day(2), Kind.EXCLUDED),
        acts.restrict(acts.day(2), Kind.PRIVATE),
        acts.restrict(acts.day(2), Kind.RESTRICTED, users=("user-9",)),
    )

    assert code(DAUGHTER, history) == "granted"
    assert code(MOTHER, history) == "granted"


@pytest.mark.edge("EC27")
def test_a_private_order_is_for_the_offices_of_the_case() -> None:
    """Those on record in it, and the court that the case was given to."""
    history = lived(
        *TOLD,
        acts.transfer(acts.day(2), "family-court-2"),
        acts.restrict(acts.day(2), Kind.PRIVATE),
    )

    assert code(POLICE, history) == "granted"
    assert code(reader(Role.POLICE, "force-9"), history) == "not_of_the_case"
    assert code(reader(Role.COURT, "family-court-2"), history) == "granted"
    assert code(reader(Role.COURT, "family-court-3"), history) == "not_of_the_case"
    assert code(AUDITOR, history) == "granted"


@pytest.mark.edge("EC27")
def test_a_restricted_order_is_for_the_users_named() -> None:
    """An office is not enough, not even that of the court; lifted, it is as before."""
    named = acts.restrict(acts.day(2), Kind.RESTRICTED, users=("user-9",))
    history = lived(*TOLD, named)
    user_9 = COURT.model_copy(update={"user": "user-9"})

    assert code(COURT, history) == "not_named"
    assert code(user_9, history) == "granted"
    assert code(AUDITOR, history) == "granted"
    assert code(COURT, lived(*TOLD, named, acts.lift(acts.day(3)))) == "granted"


def test_the_gate_stays_open_where_the_record_is_closed() -> None:
    """Who acts on conduct gets the answer, whatever is restricted; others have no such question."""
    history = lived(
        *TOLD,
        acts.restrict(acts.day(2), Kind.PRIVATE),
        acts.restrict(acts.day(2), Kind.RESTRICTED, users=("user-9",)),
    )
    far = reader(Role.POLICE, "force-9")

    assert code(far, history) == "not_of_the_case"
    assert audiences(far, history, What.GATE) == ("police",)
    assert code(far, lived(*ASKED), What.GATE) == "not_yet"
    assert code(AUDITOR, history, What.GATE) == "no_part"
    assert code(MOTHER, history, What.GATE) == "no_part"
    assert code(UNCLE, history, What.GATE) == "not_told"
    assert code(DAUGHTER, history, What.GATE) == "no_part"


def test_a_denial_says_nothing_of_its_reason() -> None:
    """What is told outwardly is equal, to the byte, for every reason and for no order at all."""
    restricted = lived(*TOLD, acts.restrict(acts.day(2), Kind.EXCLUDED))
    denials = [
        may_see(UNCLE, restricted),
        may_see(POLICE, restricted),
        may_see(AUNT, lived(*TOLD)),
        may_see(RESEARCHER, lived(*TOLD)),
        may_see(UNCLE, ()),
    ]

    assert len({one.code for one in denials}) == 5
    assert len({one.outward.model_dump_json() for one in denials}) == 1


@pytest.mark.parametrize("given", AccessCode)
def test_every_code_has_a_sentence_in_both_languages(given: AccessCode) -> None:
    """They are different sentences, and each ends as a sentence does."""
    english, dutch = ACCESS_SENTENCES[given]

    assert english != dutch
    assert english.endswith(".")
    assert dutch.endswith(".")
    assert set(ACCESS_LAW) <= set(AccessCode)


def test_a_decision_says_why() -> None:
    """With the source that it rests on."""
    hidden = may_see(MOTHER, lived(*MADE))

    assert hidden.sentence.startswith("The order is against the reader")
    assert hidden.sentence_nl.startswith("Het bevel richt zich tegen de lezer")
    assert hidden.law == ("gb-eaw/fla-1996/s-63d",)
    assert NO_SUCH_ORDER.law == ()


def test_nobody_but_a_lawyer_reads_for_another() -> None:
    """A reader who says so is refused when they are described."""
    with pytest.raises(ValueError, match="legal representative"):
        reader(Role.RELATIVE, on_behalf_of=acts.DAUGHTER)


@pytest.mark.parametrize("vouched", [Audience.COURT, Audience.POLICE])
def test_nobody_vouches_for_an_office_of_the_law(vouched: Audience) -> None:
    """As what somebody reads in an office follows from their role, and is nobody's to say."""
    with pytest.raises(ValueError, match="vouched"):
        reader(vouched=(vouched,))


def test_a_read_is_recorded_with_its_true_reason() -> None:
    """Who, as what, why, which order, when: in one written form, the same on every machine."""
    at = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
    decision = may_see(UNCLE, lived(*MADE))
    record = AccessRecord.of(UNCLE, UUID(int=7), decision, at=at, what=What.RECORD)

    assert not record.allowed
    assert record.code == "not_told"
    assert record.line() == (
        b'{"allowed":false,"at":"2025-03-03T09:00:00Z","audiences":[],"code":"not_told",'
        b'"office":null,"on_behalf_of":null,"order_id":"00000000-0000-0000-0000-000000000007",'
        b'"purpose":"work","role":null,"user":"user-1","what":"record"}'
    )
    assert AccessRecord.model_validate_json(record.line()) == record
