"""assess: what the law makes of conduct, route by route."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from orderflow.law import Capacity, Knowledge, KnowledgeScope, Role, SupportKind, TermKind
from orderflow.order import Code, RouteStatus
from orderflow.order.values import BindingMethod, Place, State
from tests.spec import FGMPO, FMPO, FMPO_2008, HUISVERBOD, HYBRID_CIVIL, at, given, law, law_with
from tests.unit.order.acts import (
    CONTACT,
    MADE,
    MOTHER,
    POLICE,
    SCHOOL,
    TERMS,
    THE_DAUGHTER,
    UNCLE,
    announce,
    ban,
    day,
    grant,
    grant_unheard,
    impose,
    inform,
    request,
    serve,
    support,
)

SHORT = CONTACT.model_copy(update={"id": "short", "ends_at": day(10)})
TOLD = given(request(), grant_unheard(terms=(*TERMS, SHORT)), inform(day(1)))


def test_an_answer_says_what_was_in_force_and_how_the_person_was_bound() -> None:
    """With the version, the period, the binding, who may act and the longest detention."""
    answer = TOLD.conduct(MOTHER, "contact", day(2)).both("open").assessment

    assert answer.in_force is not None
    assert (answer.in_force.version, answer.in_force.since) == (1, MADE)
    assert answer.bound is not None
    assert (answer.bound.how, answer.bound.since) == (BindingMethod.INFORMED, day(1))
    assert answer.criminal.may_act == (Role.POLICE,)
    assert answer.criminal.max_sanction == "P5Y"
    assert Capacity.PROTECTED_PERSON in answer.civil.may_act
    assert answer.civil.max_sanction == "P2Y"


def test_every_reason_rests_on_a_source_or_on_the_record() -> None:
    """What closes a route by law names that law."""
    closed = TOLD.conduct(MOTHER, "passport", day(2)).assessment.criminal

    assert closed.reasons[0].law == law(FMPO).breach.covers.source
    assert closed.reasons[0].sentence.startswith("The term demands")
    assert closed.reasons[0].sentence_nl.startswith("De bepaling")


@pytest.mark.boundary
@pytest.mark.parametrize(
    "when, status", [(day(10) - timedelta(seconds=1), "open"), (day(10), "closed")]
)
def test_a_term_may_end_before_the_order(when: datetime, status: str) -> None:
    """From its own end on it is no longer breached, though the order goes on."""
    codes = ("term_ended",) if status == "closed" else ()

    TOLD.conduct(MOTHER, "short", when).both(status, *codes)
    assert TOLD.order.state_at(day(11)) is State.SERVED


def test_an_order_all_of_whose_terms_have_ended_binds_nobody() -> None:
    """It is in force, and nobody is bound by a term in force."""
    only = given(request(), grant_unheard(terms=(SHORT,)), inform(day(1)))

    assert only.order.state_at(day(9)) is State.SERVED
    assert only.order.state_at(day(10)) is State.GRANTED


def test_who_asks_may_be_told_that_they_cannot_act() -> None:
    """The question at the gate names who asks it."""
    school = TOLD.conduct(MOTHER, "contact", day(2), asked_by=SCHOOL)
    police = TOLD.conduct(MOTHER, "contact", day(2), asked_by=POLICE)

    daughter = TOLD.conduct(MOTHER, "contact", day(2), asked_by=THE_DAUGHTER)

    school.both("closed", "no_standing")
    daughter.criminal("closed", "no_standing").civil("open")
    police.criminal("open").civil("closed", "no_standing")


def test_a_restriction_is_enforced_as_a_prohibition() -> None:
    """Where the regime's offence covers it (INT-007)."""
    zone = CONTACT.model_copy(update={"kind": TermKind.RESTRICTION})
    told = given(request(), grant_unheard(terms=(zone,)), inform(day(1)))

    told.conduct(MOTHER, "contact", day(2)).both("open")


def test_an_old_order_has_no_criminal_route_at_all() -> None:
    """Before breach was an offence there is contempt alone."""
    old = given(
        request(at("2013-01-07 09:00")),
        grant_unheard(at("2013-01-07 10:00")),
        inform(at("2013-01-08 10:00")),
        regime=FMPO_2008,
    )

    old.conduct(MOTHER, "contact", at("2013-01-09 10:00")).criminal("closed", "no_offence")


@pytest.mark.parametrize(
    "scope, status, code",
    [
        (KnowledgeScope.NONE, "needs_review", "reasonable_excuse_review"),
        (KnowledgeScope.WITHOUT_NOTICE_ORDERS, "needs_review", "reasonable_excuse_review"),
        (KnowledgeScope.ALL_ORDERS, "closed", "not_aware"),
    ],
)
def test_for_which_orders_knowledge_is_asked_is_data(
    scope: KnowledgeScope, status: str, code: str
) -> None:
    """The same facts under three conditions of knowledge, of an order made on notice."""
    regime = law_with(FMPO, breach__knowledge_applies_to=scope)
    heard = given(request(), grant(), regime=regime)

    heard.conduct(MOTHER, "contact", day(1)).criminal(status, code)


def test_a_regime_without_that_defence_leaves_nothing_to_weigh() -> None:
    """Never served, on notice, and no excuse in the law: the route is open."""
    strict = law_with(FMPO, breach__defences=(), civil__knowledge_level="none")

    given(request(), grant(), regime=strict).conduct(MOTHER, "contact", day(1)).both("open")


@pytest.mark.parametrize(
    "level, told, status",
    [
        (Knowledge.EXISTENCE, False, "open"),
        (Knowledge.TERMS, False, "closed"),
        (Knowledge.TERMS, True, "open"),
        (Knowledge.SERVED, True, "closed"),
    ],
)
@pytest.mark.boundary
def test_how_much_must_be_known_is_data(level: Knowledge, told: bool, status: str) -> None:
    """Existence, terms, service: each level includes those before it."""
    regime = law_with(FMPO, breach__knowledge_level=level)
    known = given(request(), grant_unheard(), inform(day(1), terms_told=told), regime=regime)

    codes = ("terms_not_known",) if status == "closed" else ()
    known.conduct(MOTHER, "contact", day(2)).criminal(status, *codes)
    before = day(1) - timedelta(seconds=1)
    known.conduct(MOTHER, "contact", before).criminal("closed", "not_aware")


def test_a_reason_that_closes_is_found_beside_an_open_question() -> None:
    """That the reach of an offence is not decided does not hide that nobody knew the terms."""
    vague = given(ban(), impose(), announce(day(1), terms_told=False), regime=HUISVERBOD)

    unknown = vague.conduct(UNCLE, "home", day(2), place=Place.UNKNOWN)
    assert unknown.assessment.criminal.status is RouteStatus.CLOSED
    assert Code.TERMS_NOT_KNOWN in unknown.assessment.criminal.codes


def test_an_undecided_regime_answers_with_its_questions() -> None:
    """Nothing is guessed: the answer waits for the letter's questions (N9)."""
    waiting = law_with(
        HYBRID_CIVIL,
        breach__max_penalty=None,
        civil__standing=None,
    )
    asked = request(regime=HYBRID_CIVIL, as_if_in_force=True)
    centre = support(support=SupportKind.ADVICE_CENTRE)
    made = given(asked, support(), centre, grant(terms=(CONTACT,)), serve(day(1)), regime=waiting)

    answer = made.conduct(MOTHER, "contact", day(2)).both("needs_review", "not_decided")
    assert answer.assessment.criminal.reasons[0].question == "sanction"
    assert answer.assessment.civil.reasons[0].question == "enforceability"


def test_a_regime_that_decides_nothing_names_its_first_question() -> None:
    """Whether breach is a crime at all is open in the draft."""
    no_route = law_with(HYBRID_CIVIL, breach__criminal=None, civil__route=None)
    asked = request(regime=HYBRID_CIVIL, as_if_in_force=True)
    centre = support(support=SupportKind.ADVICE_CENTRE)
    made = given(asked, support(), centre, grant(terms=(CONTACT,)), serve(day(1)), regime=no_route)

    answer = made.conduct(MOTHER, "contact", day(2)).assessment
    assert answer.criminal.status is answer.civil.status is RouteStatus.NEEDS_REVIEW
    for route in (answer.criminal, answer.civil):
        assert "sanction" in {reason.question for reason in route.reasons}


def test_the_civil_route_may_ask_for_nothing() -> None:
    """Where no knowledge is asked for, who was never told is liable all the same."""
    regime = law_with(FMPO, civil__knowledge_level="none")

    unaware = given(request(), grant_unheard(), regime=regime)
    unaware.conduct(MOTHER, "contact", day(1)).civil("open").criminal("closed", "not_aware")


def test_conduct_has_a_time_zone() -> None:
    """A clock time without a zone is a programmer's mistake."""
    with pytest.raises(ValueError, match="time zone"):
        TOLD.conduct(MOTHER, "contact", datetime(2025, 1, 8, 10, 0))  # noqa: DTZ001


def test_an_order_without_a_law_answers_no_question_of_law() -> None:
    """The regime is attached first; an incident asked for is on record."""
    with pytest.raises(ValueError, match="no regime"):
        TOLD.order.assess(person=MOTHER, term="contact", conduct_at=day(2))
    with pytest.raises(LookupError, match="no incident"):
        TOLD.order.under(TOLD.regime).assess_incident("call")


def test_the_law_attached_is_no_part_of_the_record() -> None:
    """Two orders with the same record are equal, whatever law they are judged by."""
    assert TOLD.order.under(law(FGMPO)) == TOLD.order
