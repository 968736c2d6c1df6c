"""ReferIncident and ConcludeProsecution: the criminal route."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from orderflow.law import Reach
from orderflow.order import Code
from orderflow.order import events as e
from orderflow.order.values import Actor, Place, State
from tests.spec import FMPO, FMPO_2008, HUISVERBOD, Given, Having, at, given, law, law_with
from tests.unit.order.acts import (
    CONTACT,
    COURT,
    CRIMINAL_COURT,
    MADE,
    MOTHER,
    POLICE,
    PROSECUTOR,
    REMOVAL,
    SCHOOL,
    TERMS,
    THE_DAUGHTER,
    UNCLE,
    announce,
    ban,
    day,
    discharge,
    enforced,
    flag_conflict,
    grant,
    grant_unheard,
    impose,
    inform,
    prosecuted,
    pursue,
    refer,
    report,
    request,
)

RECORD = (request(), grant_unheard(), inform(day(1)), report(day(2)))
BREACHED = given(*RECORD)
REFERRED = given(*RECORD, refer(day(3)))
NARROW = CONTACT.model_copy(update={"id": "narrow", "abroad": False})


def test_the_police_refer_what_is_open() -> None:
    """The order is referred, and the assessment it rested on is stored."""
    referred = BREACHED.when(refer(day(3))).then(e.IncidentReferred).and_state(State.REFERRED)

    assert isinstance(referred.event, e.IncidentReferred)
    assert referred.event.assessment.criminal.max_sanction == "P5Y"
    assert referred.event.law == law(FMPO).breach.criminal.source


@pytest.mark.parametrize("by", [THE_DAUGHTER, COURT, SCHOOL, PROSECUTOR])
def test_nobody_but_the_police_refers(by: Actor) -> None:
    """Who may refer follows from the regime (N8)."""
    source = law(FMPO).breach.referral_by.source

    BREACHED.when(refer(day(3), by=by)).then_refused("not_competent", law=source)


def test_a_closed_route_is_not_taken() -> None:
    """The refusal gives the first reason that closes it, with its source (N1, N2)."""
    unaware = given(request(), grant_unheard(), report(day(2)))

    refused = unaware.when(refer(day(3)))
    refused.then_refused("not_aware", law=law(FMPO).breach.knowledge_applies_to.source)
    BREACHED.when(refer(day(3), "other")).then_refused("no_such_incident")


@pytest.mark.edge("EC06")
def test_a_passport_that_is_not_handed_in_is_contempt_only() -> None:
    """Failing to do what the order demands is not the offence."""
    refusal = given(*RECORD, report(day(3), "passport", term="passport"))

    refusal.incident("passport").criminal("closed", "requirement_only").civil("open")
    source = law(FMPO).breach.covers.source
    refusal.when(refer(day(4), "passport")).then_refused("requirement_only", law=source)
    refusal.when(pursue(day(4), "passport")).then(e.CivilEnforcementPursued)


@pytest.mark.edge("EC07")
def test_a_flight_booked_against_a_ban_is_the_offence() -> None:
    """A prohibition to take her out of the country can be referred."""
    booked = given(
        request(),
        grant_unheard(terms=(REMOVAL,)),
        inform(day(1)),
        report(day(2), term="removal"),
    )

    booked.incident("call").both("open")
    booked.when(refer(day(3))).then(e.IncidentReferred)


@pytest.mark.edge("EC03")
def test_reasons_for_review_are_weighed_by_a_human_first() -> None:
    """All of them, by name; then the route is open."""
    heard = given(request(), grant(), report(day(2)), flag_conflict(day(2)))
    one, other = Code.REASONABLE_EXCUSE_REVIEW, Code.CONFLICTING_ORDER_REVIEW

    heard.when(refer(day(3))).then_refused("review_needed")
    heard.when(refer(day(3), weighed=(one,))).then_refused("review_needed")
    weighed = heard.when(refer(day(3), weighed=(one, other)))
    weighed.then(Having(e.IncidentReferred, weighed=(one, other))).and_state(State.REFERRED)


def test_what_the_law_leaves_open_cannot_be_weighed_away() -> None:
    """For an exclusion order the reach of the offence is not decided (N9)."""
    somewhere = given(
        ban(),
        impose(),
        announce(day(1)),
        report(day(2), name=UNCLE, term="home", place=Place.UNKNOWN),
        regime=HUISVERBOD,
    )

    weighed = refer(day(3), weighed=(Code.PLACE_UNKNOWN_REVIEW, Code.NOT_DECIDED))
    somewhere.when(weighed).then_not_decided("breach.reach")


def test_an_incident_is_referred_once_at_a_time() -> None:
    """While it is with the prosecutor it is not referred again."""
    REFERRED.when(refer(day(4))).then_refused("already_referred")


@pytest.mark.boundary
def test_nothing_is_referred_before_it_is_reported() -> None:
    """The moment of the report is early enough."""
    BREACHED.when(refer(day(2) - timedelta(seconds=1))).then_refused("too_early")
    BREACHED.when(refer(day(2))).then(e.IncidentReferred)


@pytest.mark.edge("EC09")
def test_referral_survives_the_end_of_the_order() -> None:
    """The order has lapsed and stays so; the incident goes its way."""
    ended = given(*RECORD, discharge(day(3)))

    ended.when(refer(day(4))).then(e.IncidentReferred).and_state(State.LAPSED)


@pytest.mark.edge("EC08")
@pytest.mark.parametrize(
    "term, place, status, codes",
    [
        ("arrange", Place.ABROAD, "needs_review", ("jurisdiction_review",)),
        # Silent on place: in doubt are what the term governs and what the offence reaches.
        ("contact", Place.ABROAD, "needs_review", ("jurisdiction_review",)),
        ("narrow", Place.ABROAD, "closed", ("term_home_only",)),
        ("arrange", Place.UNKNOWN, "needs_review", ("jurisdiction_review",)),
        (
            "contact",
            Place.UNKNOWN,
            "needs_review",
            ("jurisdiction_review", "place_unknown_review"),
        ),
        (
            "narrow",
            Place.UNKNOWN,
            "needs_review",
            ("jurisdiction_review", "place_unknown_review"),
        ),
    ],
)
def test_a_marriage_abroad_is_for_a_human_to_judge(
    term: str, place: Place, status: str, codes: tuple[str, ...]
) -> None:
    """Whether the offence reaches it is unsettled: it is never refused by the machine."""
    told = given(request(), grant_unheard(terms=(*TERMS, NARROW)), inform(day(1)))

    told.conduct(MOTHER, term, day(3), place=place).criminal(status, *codes)


@pytest.mark.parametrize(
    "abroad, status, codes",
    [
        (True, "open", ()),
        (None, "needs_review", ("jurisdiction_review",)),
        (False, "closed", ("term_home_only",)),
    ],
)
def test_a_term_that_is_silent_on_place_leaves_conduct_abroad_to_a_human(
    abroad: bool | None, status: str, codes: tuple[str, ...]
) -> None:
    """On both routes, where the offence itself goes abroad; only a term that says so stays home."""
    regime = law_with(FMPO, breach__reach=Reach.ABROAD_TOO)
    term = CONTACT.model_copy(update={"abroad": abroad})
    told = given(request(), grant_unheard(terms=(term,)), inform(day(1)), regime=regime)

    answer = told.conduct(MOTHER, "contact", day(2), place=Place.ABROAD).both(status, *codes)
    told.conduct(MOTHER, "contact", day(2)).both("open")
    for route in (answer.assessment.criminal, answer.assessment.civil):
        assert all(one.law == regime.terms.extraterritorial.source for one in route.reasons)


@pytest.mark.parametrize(
    "reach, place, status, code",
    [
        (Reach.HOME_ONLY, Place.ABROAD, "closed", "offence_home_only"),
        (Reach.HOME_ONLY, Place.UNKNOWN, "needs_review", "place_unknown_review"),
        (Reach.HOME_ONLY, Place.HOME_COUNTRY, "open", None),
        (Reach.ABROAD_TOO, Place.ABROAD, "open", None),
        (Reach.ABROAD_TOO, Place.UNKNOWN, "open", None),
    ],
)
def test_where_the_reach_is_settled_the_place_decides(
    reach: Reach, place: Place, status: str, code: str | None
) -> None:
    """An offence that stays at home does not reach abroad, one that goes abroad does."""
    regime = law_with(FMPO, breach__reach=reach)
    told = given(request(), grant_unheard(), inform(day(1)), regime=regime)

    codes = () if code is None else (code,)
    told.conduct(MOTHER, "arrange", day(2), place=place).criminal(status, *codes).civil("open")


# -- how it ends


@pytest.mark.parametrize(
    "outcome, by",
    [
        ("no_further_action", PROSECUTOR),
        ("discontinued", PROSECUTOR),
        ("acquitted", CRIMINAL_COURT),
        ("convicted", CRIMINAL_COURT),
    ],
)
def test_the_criminal_route_ends(outcome: str, by: Actor) -> None:
    """Nothing is pending then, and the order is as served as it was."""
    ended = REFERRED.when(prosecuted(day(9), outcome, by=by)).then(e.ProsecutionConcluded)

    ended.and_state(State.SERVED)
    assert ended.order.state_at(day(8)) is State.REFERRED
    assert ended.order.state_at(day(9)) is State.SERVED


def test_only_prosecutor_and_court_conclude() -> None:
    """The police cannot convict."""
    REFERRED.when(prosecuted(day(9), "convicted", by=POLICE)).then_refused("not_competent")
    BREACHED.when(prosecuted(day(9), "convicted")).then_refused("not_referred")
    REFERRED.when(prosecuted(day(9), "convicted", "other")).then_refused("no_such_incident")
    early = prosecuted(day(3) - timedelta(seconds=1), "convicted")
    REFERRED.when(early).then_refused("too_early")


@pytest.mark.parametrize("outcome", ["no_further_action", "discontinued"])
def test_what_was_dropped_may_be_referred_again(outcome: str) -> None:
    """A decision not to prosecute bars nothing."""
    dropped = given(*RECORD, refer(day(3)), prosecuted(day(9), outcome))

    dropped.when(refer(day(10))).then(e.IncidentReferred).and_state(State.REFERRED)


@pytest.mark.parametrize(
    "outcome, code", [("acquitted", "already_acquitted"), ("convicted", "already_convicted")]
)
def test_nobody_is_tried_twice(outcome: str, code: str) -> None:
    """After a verdict the criminal route is closed for that conduct."""
    done = given(*RECORD, refer(day(3)), prosecuted(day(9), outcome))

    done.when(refer(day(10))).then_refused(code)


@pytest.mark.edge("EC18")
def test_who_was_punished_for_contempt_is_not_referred_or_convicted() -> None:
    """The path to a conviction is blocked and the reason shown (N3)."""
    source = law(FMPO).exclusion.civil_punishment_bars_conviction.source
    punished = given(*RECORD, pursue(day(3)), enforced(day(9), "punished"))
    both = given(*RECORD, refer(day(3)), pursue(day(3)), enforced(day(9), "punished"))

    punished.incident("call").both("closed", "punished_as_contempt")
    punished.when(refer(day(10))).then_refused("punished_as_contempt", law=source)
    convicted = both.when(prosecuted(day(10), "convicted"))
    convicted.then_refused("punished_as_contempt", law=source)
    both.when(prosecuted(day(10), "acquitted")).then(e.ProsecutionConcluded)


def test_a_regime_may_not_know_the_exclusion() -> None:
    """Where it says so, punishment bars no conviction."""
    lax = law_with(FMPO, exclusion__civil_punishment_bars_conviction=False)
    both = given(*RECORD, refer(day(3)), pursue(day(3)), enforced(day(9), "punished"), regime=lax)

    both.when(prosecuted(day(10), "convicted")).then(e.ProsecutionConcluded)


@pytest.mark.edge("EC19")
def test_contempt_without_punishment_warns_and_does_not_bar() -> None:
    """A human decides, knowing of it."""
    proved = given(*RECORD, pursue(day(3)), enforced(day(9), "proved_without_penalty"))

    proved.incident("call").criminal("needs_review", "contempt_unpunished")
    proved.when(refer(day(10))).then_refused("review_needed")
    weighed = refer(day(10), weighed=(Code.CONTEMPT_UNPUNISHED,))
    proved.when(weighed).then(e.IncidentReferred).and_state(State.REFERRED)


@pytest.mark.edge("EC47")
@pytest.mark.boundary
@pytest.mark.parametrize(
    "conduct_at, status, code",
    [("2014-06-15 23:59", "closed", "no_offence"), ("2014-06-16 00:00", "open", None)],
)
def test_an_order_of_2013_is_judged_by_the_law_of_the_conduct(
    conduct_at: str, status: str, code: str | None
) -> None:
    """The case keeps its law; conduct from the day of the new offence on falls under that."""
    old = given(
        request(at("2013-01-07 09:00")),
        grant_unheard(at("2013-01-07 10:00")),
        inform(at("2013-01-08 10:00")),
        regime=FMPO_2008,
    )

    codes = () if code is None else (code,)
    old.conduct(MOTHER, "contact", at(conduct_at)).criminal(status, *codes).civil("open")


@pytest.mark.edge("EC47")
def test_a_referral_cites_the_law_that_makes_it_an_offence() -> None:
    """Under an old order, new conduct is referred under the new section."""
    old = given(
        request(at("2013-01-07 09:00")),
        grant_unheard(at("2013-01-07 10:00")),
        inform(at("2013-01-08 10:00")),
        regime=FMPO_2008,
    )
    source = law(FMPO).breach.criminal.source

    reported = old.when(report(at("2014-06-16 10:00"))).then(Having(e.IncidentReported, law=source))
    now = Given(reported.order, reported.regime, at("2014-06-16 10:00"))
    now.when(refer(at("2014-06-17 10:00"))).then(Having(e.IncidentReferred, law=source))


@pytest.mark.boundary
@pytest.mark.parametrize(
    "conduct_at, status", [("2025-01-08 23:59", "closed"), ("2025-01-09 00:00", "open")]
)
def test_what_was_done_before_it_became_an_offence_is_none(conduct_at: str, status: str) -> None:
    """The first day of the offence counts from midnight on the clock of the regime."""
    new = law_with(FMPO, breach__commenced_on=date(2025, 1, 9))
    told = given(request(), grant_unheard(), inform(MADE), regime=new)

    codes = ("offence_not_yet_commenced",) if status == "closed" else ()
    told.conduct(MOTHER, "contact", at(conduct_at)).criminal(status, *codes).civil("open")
