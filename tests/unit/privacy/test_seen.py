"""What each audience sees of one order, and the copy that may be served."""

from __future__ import annotations

import json
from datetime import datetime
from uuid import UUID

import pytest

from orderflow.law import Role
from orderflow.order import fold
from orderflow.order.kinds_access import RestrictionKind
from orderflow.order.values import Actor
from orderflow.privacy import NOTHING, Reader, respondent_copy, seen_by
from orderflow.privacy.audience import Audience, AudienceTable
from orderflow.privacy.seen_values import Shower
from tests import spec
from tests.unit.audit.support import History, lived
from tests.unit.order import acts
from tests.unit.privacy.people import (
    AUDITOR,
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
)

LIFE = lived(
    acts.request(without_notice=True, case_reference="fam/2025/17"),
    acts.wish(acts.ASKED),
    acts.support(acts.ASKED),
    acts.withhold(acts.ASKED),
    acts.grant_unheard(return_hearing_at=acts.day(7)),
    acts.check_copy(acts.day(1)),
    acts.serve(acts.day(1)),
    acts.inform(acts.day(1), acts.UNCLE, terms_told=False),
    acts.report(acts.day(2), "call", conduct_at=acts.day(2)),
    acts.refer(acts.day(3), "call"),
    acts.transfer(acts.day(4)),
    acts.restrict(acts.day(4), RestrictionKind.EXCLUDED, users=("user-9",)),
)
EVERY = [type(recorded.event).__name__ for recorded in LIFE]
ORDER_ID = UUID(int=7)


def events(who: Reader, history: History = LIFE) -> list[str]:
    """Return the kinds of events that somebody sees."""
    return [one.event for one in seen_by(who, history).events]


def test_the_court_and_the_auditor_see_the_whole_record() -> None:
    """Every event, and every field but those that they have no row for."""
    assert events(COURT) == EVERY
    assert events(AUDITOR) == EVERY
    first = seen_by(COURT, LIFE).events[0]
    assert first.fields["respondents"][0]["residence"] == "in_jurisdiction"
    assert first.record["version"] == 1
    assert first.record["actor"]["person"] == acts.DAUGHTER


def test_whoever_may_see_nothing_sees_one_and_the_same_nothing() -> None:
    """A hidden order and none look alike, to the byte."""
    hidden = [seen_by(who, LIFE) for who in (SCHOOL, RESEARCHER)]

    assert hidden == [NOTHING, NOTHING]
    assert seen_by(COURT, ()) == NOTHING
    assert json.loads(NOTHING.model_dump_json()) == {
        "decision": {"allowed": False, "code": "no_such_order", "audiences": []},
        "events": [],
        "order": None,
        "copies": [],
    }


@pytest.mark.parametrize(
    "who, hidden",
    [
        (
            POLICE,
            {"WishesRecorded", "SupportArranged", "ConfidentialityChecked", "AccessRestricted"},
        ),
        (
            PROSECUTOR,
            {"WishesRecorded", "SupportArranged", "ConfidentialityChecked", "AccessRestricted"},
        ),
        (
            COUNCIL,
            {
                *("WishesRecorded", "ConfidentialityChecked", "AccessRestricted"),
                *("ReturnHearingListed", "IncidentReported", "IncidentReferred"),
                "CaseTransferred",
            },
        ),
        (DAUGHTER, {"AccessRestricted"}),
    ],
    ids=["police", "prosecutor", "support", "protected person"],
)
def test_each_audience_sees_its_events(who: Reader, hidden: set[str]) -> None:
    """All but those that are no business of theirs."""
    assert events(who) == [kind for kind in EVERY if kind not in hidden]


def test_a_field_is_guarded_within_an_event_that_is_seen() -> None:
    """Support sees who is protected, and not the case reference nor where anybody lives."""
    asked = seen_by(COUNCIL, LIFE).events[0].fields

    assert asked["protected_persons"] == [{"id": acts.DAUGHTER, "age": "adult"}]
    assert "case_reference" not in asked
    assert "actor" not in seen_by(COUNCIL, LIFE).events[0].record
    weighed = next(e for e in seen_by(DAUGHTER, LIFE).events if e.event == "IncidentReferred")
    assert "weighed" not in weighed.fields
    assert weighed.fields["assessment"]["criminal"]["status"] == "open"


def test_the_order_as_it_stands_is_shown_by_field() -> None:
    """With its id, and with what each audience may see of it."""
    court = seen_by(COURT, LIFE, order_id=ORDER_ID).order
    support = seen_by(COUNCIL, LIFE, order_id=ORDER_ID).order
    assert court is not None
    assert support is not None

    assert court["id"] == support["id"] == str(ORDER_ID)
    assert court["recorded_state"] == support["recorded_state"] == "referred"
    assert court["restrictions"][0]["users"] == ["user-9"]
    assert court["withheld_contacts"] == [acts.DAUGHTER]
    assert court["ends_at"] is None
    assert "law" not in court
    assert {"restrictions", "wishes", "incidents", "marks"}.isdisjoint(support)
    assert support["versions"][0]["made_at"] == "2025-01-06T10:00:00Z"


@pytest.mark.edge("EC26")
def test_a_respondent_sees_what_they_were_told_and_no_more() -> None:
    """No order as it stands; copies, and a history in which nobody else appears."""
    seen = seen_by(MOTHER, LIFE)

    assert seen.order is None
    assert [one.event for one in seen.events] == [
        "OrderRequested",
        "OrderGranted",
        "ReturnHearingListed",
        "OrderServed",
    ]
    written = seen.model_dump_json()
    for secret in (acts.UNCLE, "user-9", "call", "adult", "fam/2025/17", "shelter", "high-court"):
        assert f'"{secret}"' not in written
    assert set(seen.events[3].record) == {"occurred_at", "law"}
    assert seen.events[3].fields == {"person": "mother", "version": 1, "method": "personal"}


@pytest.mark.edge("EC48")
def test_whoever_knows_that_there_is_an_order_may_read_its_terms() -> None:
    """Told only of its existence, the uncle is bound by it; he may know to what."""
    (copy,) = seen_by(UNCLE, LIFE).copies

    assert [term.id for term in copy.terms] == ["contact", "arrange"]


@pytest.mark.edge("EC26")
def test_the_copy_has_what_they_must_know_and_nothing_else() -> None:
    """The terms addressed to them; nobody else whom it binds, and no applicant who is withheld."""
    order = fold(spec.ORDER, (recorded.event for recorded in LIFE))
    copy = respondent_copy(order, 1, acts.UNCLE)

    assert copy.applicant is None
    assert copy.protected_persons == (acts.DAUGHTER,)
    assert [term.binds for term in copy.terms] == [(acts.UNCLE,)] * 2
    assert copy.hearing_at == acts.day(7)
    assert copy.without_notice
    assert acts.MOTHER not in copy.model_dump_json()


def test_the_applicant_is_named_where_nothing_is_withheld() -> None:
    """Whoever answers an application may know whose it is; not for whom else somebody acts."""
    lawyer = Actor(role=Role.LEGAL_REPRESENTATIVE, person="lawyer-1", on_behalf_of=acts.DAUGHTER)
    council = fold(
        spec.ORDER, (r.event for r in lived(acts.request(by=acts.COUNCIL), acts.grant()))
    )
    named = council.changed(applicant=lawyer)

    assert respondent_copy(council, 1, acts.MOTHER).applicant == acts.COUNCIL
    assert respondent_copy(named, 1, acts.MOTHER).applicant == Actor(
        role=Role.LEGAL_REPRESENTATIVE, person="lawyer-1"
    )
    hidden = named.changed(withheld_contacts=frozenset({"lawyer-1"}))
    assert respondent_copy(hidden, 1, acts.MOTHER).applicant is None
    assert respondent_copy(named.changed(applicant=None), 1, acts.MOTHER).applicant is None


@pytest.mark.edge("EC26")
def test_the_office_of_the_applicant_does_not_say_where_she_is() -> None:
    """A refuge or a council that asked is a place; where hers is withheld its role is enough."""
    history = lived(acts.request(by=acts.COUNCIL), acts.withhold(), acts.grant())
    order = fold(spec.ORDER, (recorded.event for recorded in history))

    assert respondent_copy(order, 1, acts.MOTHER).applicant == Actor(role=Role.LOCAL_AUTHORITY)
    theirs = order.changed(withheld_contacts=frozenset({acts.UNCLE}))
    assert respondent_copy(theirs, 1, acts.MOTHER).applicant == acts.COUNCIL
    told = lived(
        acts.request(by=acts.COUNCIL), acts.withhold(), acts.grant(), acts.inform(acts.day(1))
    )
    assert acts.COUNCIL.office is not None
    assert acts.COUNCIL.office not in seen_by(MOTHER, told).model_dump_json()


def test_another_order_is_named_to_nobody_who_may_be_its_respondent() -> None:
    """Who asked for this order may be the one against whom the other was made, unheard (N5)."""
    flagged = lived(acts.request(), acts.grant(), acts.flag_conflict(acts.day(1)))

    for who in (DAUGHTER, MOTHER):
        assert "child-arrangements-1" not in seen_by(who, flagged).model_dump_json()
    for who in (COURT, POLICE):
        assert "child-arrangements-1" in seen_by(who, flagged).model_dump_json()


def test_who_is_protected_no_longer_sees_nothing_later() -> None:
    """A sister who was released may be back with those whom the others are protected from."""
    two = (acts.person(acts.DAUGHTER), acts.person(acts.SISTER))
    history = lived(
        acts.request(protected_persons=two),
        acts.grant(),
        acts.release(acts.day(1)),
        acts.report(acts.day(3), "call", conduct_at=acts.day(2)),
    )
    hers, theirs = seen_by(person(acts.SISTER), history), seen_by(DAUGHTER, history)

    assert [one.event for one in hers.events][-1] == "ProtectedPersonReleased"
    assert hers.order is not None
    assert hers.order["incidents"] == []
    assert [one.event for one in theirs.events][-1] == "IncidentReported"
    before = seen_by(person(acts.SISTER), history[:-2])
    assert [one.event for one in before.events] == ["OrderRequested", "OrderGranted"]


def copy_ends(*commands: object, version: int) -> datetime | None:
    """Return the end in the mother's copy of a version."""
    history = lived(*commands)  # type: ignore[arg-type]
    order = fold(spec.ORDER, (recorded.event for recorded in history))
    return respondent_copy(order, version, acts.MOTHER).ends_at


def test_the_end_in_a_copy_is_the_one_that_version_had() -> None:
    """What moved the end before the version was made counts; what moved it later does not."""
    record = (
        acts.request(),
        acts.grant(duration=acts.until(acts.day(30))),
        acts.extend(acts.day(2), acts.until(acts.day(60))),
        acts.vary(acts.day(3), acts.CONTACT),
        acts.vary(acts.day(4), acts.CONTACT, duration=acts.until(acts.day(90))),
    )

    ends = [copy_ends(*record, version=number) for number in (1, 2, 3)]
    assert ends == [acts.day(30), acts.day(60), acts.day(90)]


def test_the_hearing_in_a_copy_is_still_to_come() -> None:
    """It stands in the copy of the last version made unheard, until it was held."""
    unheard = (acts.request(), acts.grant_unheard(return_hearing_at=acts.day(7)))
    later = acts.vary(acts.day(2), acts.CONTACT, without_notice=True)
    held = acts.hold_hearing(acts.day(7), "confirmed")

    def hearing(number: int, *commands: object) -> datetime | None:
        history = lived(*commands)  # type: ignore[arg-type]
        order = fold(spec.ORDER, (recorded.event for recorded in history))
        return respondent_copy(order, number, acts.MOTHER).hearing_at

    assert hearing(1, *unheard) == acts.day(7)
    assert hearing(1, *unheard, held) is None
    assert hearing(1, *unheard, later) is None
    assert hearing(2, *unheard, later) is None
    assert hearing(1, acts.request(), acts.grant()) is None


def test_a_copy_is_of_a_version_and_for_a_respondent() -> None:
    """A version that is not there, and a copy for her, are refused."""
    order = fold(spec.ORDER, (recorded.event for recorded in LIFE))

    with pytest.raises(LookupError, match="no version 2"):
        respondent_copy(order, 2, acts.MOTHER)
    with pytest.raises(ValueError, match="protects"):
        respondent_copy(order, 1, acts.DAUGHTER)
    with pytest.raises(LookupError, match="no version 1"):
        respondent_copy(order.start(ORDER_ID), 1, acts.MOTHER)


def test_a_copy_of_a_history_that_begins_in_the_middle_has_no_end() -> None:
    """What the record does not say is not made up."""
    order = fold(spec.ORDER, (recorded.event for recorded in LIFE))
    torn = order.changed(marks=(), regime=None)

    copy = respondent_copy(torn, 1, acts.MOTHER)
    assert (copy.ends_at, copy.counted, copy.regime) == (None, None, "")


def test_only_parts_of_an_order_can_be_shown() -> None:
    """A value of another type is a mistake, and is not shown as text."""
    shower = Shower(AudienceTable.packaged(), frozenset({Audience.COURT}))

    with pytest.raises(TypeError, match="no part of type object"):
        shower.value(object())
    assert shower.value(True) is True
    assert shower.value(frozenset({"b", "a"})) == ["a", "b"]
