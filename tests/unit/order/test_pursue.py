"""PursueCivilEnforcement and ConcludeCivilEnforcement: the civil route."""

from __future__ import annotations

from datetime import timedelta

import pytest

from orderflow.law import Capacity, Role, ServiceMethod
from orderflow.order import Code
from orderflow.order import events as e
from orderflow.order.values import Actor, State
from tests.spec import FMPO, HUISVERBOD, KORT_GEDING, Given, Having, given, law
from tests.unit.order.acts import (
    ATTORNEY_GENERAL,
    AUNT,
    BAILIFF,
    CONTACT,
    COUNCIL,
    COURT,
    DAUGHTER,
    HELP,
    MOTHER,
    POLICE,
    SCHOOL,
    THE_MOTHER,
    UNCLE,
    announce,
    ask_permission,
    ban,
    day,
    decide_permission,
    discharge,
    enforced,
    grant,
    grant_unheard,
    impose,
    inform,
    own_motion,
    person,
    prosecuted,
    pursue,
    refer,
    report,
    request,
    serve,
    summons,
    until,
)

RECORD = (request(), grant_unheard(), inform(day(1)), report(day(2)))
BREACHED = given(*RECORD)
PURSUED = given(*RECORD, pursue(day(3)))


def test_the_daughter_takes_it_to_the_civil_court() -> None:
    """The order stays breached until that court has decided."""
    pursued = BREACHED.when(pursue(day(3)))

    after = pursued.then(Having(e.CivilEnforcementPursued, standing=Capacity.APPLICANT))
    after.and_state(State.BREACHED)
    assert isinstance(after.event, e.CivilEnforcementPursued)
    assert after.event.assessment.civil.max_sanction == "P2Y"


@pytest.mark.edge("EC23")
def test_police_who_did_not_apply_have_no_standing() -> None:
    """Neither has anybody else who did not, as in RU; who applied has."""
    source = law(FMPO).civil.standing.source
    police_applied = given(request(by=POLICE), ask_permission(), decide_permission(), *RECORD[1:])
    other_force = Actor(role=Role.POLICE, office="force-2")

    BREACHED.when(pursue(day(3), by=POLICE)).then_refused("no_standing", law=source)
    police_applied.when(pursue(day(3), by=POLICE)).then(e.CivilEnforcementPursued)
    police_applied.when(pursue(day(3), by=other_force)).then_refused("no_standing")


@pytest.mark.parametrize(
    "by, standing",
    [
        (ATTORNEY_GENERAL, Capacity.ATTORNEY_GENERAL),
        (COURT, Capacity.AUTHORITY),
        (
            Actor(role=Role.LEGAL_REPRESENTATIVE, person="lawyer-1", on_behalf_of=DAUGHTER),
            Capacity.APPLICANT,
        ),
    ],
)
def test_others_have_standing_too(by: Actor, standing: Capacity) -> None:
    """The Attorney General in the public interest, the court itself, and a lawyer for her."""
    BREACHED.when(pursue(day(3), by=by)).then(Having(e.CivilEnforcementPursued, standing=standing))


def test_who_is_protected_and_did_not_apply_has_standing() -> None:
    """The council applied; the daughter enforces."""
    council = given(request(by=COUNCIL), *RECORD[1:])

    council.when(pursue(day(3))).then(
        Having(e.CivilEnforcementPursued, standing=Capacity.PROTECTED_PERSON)
    )


def test_a_court_that_acted_of_its_own_motion_is_no_applicant() -> None:
    """It enforces as the authority it is."""
    considered = given(own_motion(), *RECORD[1:])

    considered.when(pursue(day(3), by=COURT)).then(
        Having(e.CivilEnforcementPursued, standing=Capacity.AUTHORITY)
    )


def test_a_respondent_and_an_involved_aunt_have_none() -> None:
    """As what somebody stands towards the order is not enough if the law does not name it."""
    aunt = Actor(role=Role.RELATIVE, person=AUNT)
    involved = given(request(other_persons=(person(AUNT),)), *RECORD[1:])

    for by in (THE_MOTHER, aunt):
        involved.when(pursue(day(3), by=by)).then_refused("no_standing")


def test_a_closed_civil_route_is_not_taken() -> None:
    """A breach of an exclusion order is a matter of criminal law alone."""
    dutch = given(
        ban(),
        impose(),
        announce(day(1)),
        report(day(2), name=UNCLE, term="home"),
        regime=HUISVERBOD,
    )
    source = law(HUISVERBOD).civil.route.source

    dutch.when(pursue(day(3))).then_refused("no_civil_route", law=source)
    BREACHED.when(pursue(day(3), "other")).then_refused("no_such_incident")


def test_a_term_of_another_kind_has_no_route() -> None:
    """What neither forbids nor demands is enforced nowhere."""
    helped = given(request(), grant_unheard(terms=(HELP,)), inform(day(1)))

    helped.conduct(MOTHER, "help", day(2)).both("closed", "not_covered")


def test_reasons_for_review_are_weighed_on_this_route_too() -> None:
    """A judge is not asked before somebody has weighed them."""
    heard = given(request(), grant(), report(day(2)))

    heard.when(pursue(day(3))).then_refused("review_needed")
    weighed = pursue(day(3), weighed=(Code.REASONABLE_EXCUSE_REVIEW,))
    heard.when(weighed).then(e.CivilEnforcementPursued)


@pytest.mark.boundary
def test_it_is_pursued_after_it_is_reported_and_once_at_a_time() -> None:
    """The moment of the report is early enough."""
    BREACHED.when(pursue(day(2) - timedelta(seconds=1))).then_refused("too_early")
    BREACHED.when(pursue(day(2))).then(e.CivilEnforcementPursued)
    PURSUED.when(pursue(day(4))).then_refused("already_pursued")


def test_what_was_not_proved_may_be_pursued_again() -> None:
    """What was proved may not, punished or not."""
    tried = {
        outcome: given(*RECORD, pursue(day(3)), enforced(day(9), outcome))
        for outcome in ("not_proved", "proved_without_penalty", "punished")
    }

    again = tried["not_proved"].when(pursue(day(10))).then(e.CivilEnforcementPursued)
    again.and_state(State.BREACHED)
    tried["proved_without_penalty"].when(pursue(day(10))).then_refused("incident_concluded")
    tried["punished"].when(pursue(day(10))).then_refused("punished_as_contempt")


# -- how it ends


@pytest.mark.parametrize("outcome", ["not_proved", "proved_without_penalty", "punished"])
def test_the_civil_route_ends(outcome: str) -> None:
    """The court says how, and nothing is pending then."""
    ended = PURSUED.when(enforced(day(9), outcome)).then(e.CivilEnforcementConcluded)

    ended.and_state(State.SERVED)
    assert ended.order.state_at(day(8)) is State.BREACHED


def test_the_court_concludes_what_was_pursued() -> None:
    """Nobody else, nothing else, not twice and not early."""
    done = given(*RECORD, pursue(day(3)), enforced(day(9), "not_proved"))

    PURSUED.when(enforced(day(9), "punished", by=POLICE)).then_refused("not_competent")
    BREACHED.when(enforced(day(9), "punished")).then_refused("not_pursued")
    done.when(enforced(day(10), "punished")).then_refused("not_pursued")
    PURSUED.when(enforced(day(3) - timedelta(seconds=1), "punished")).then_refused("too_early")


def test_a_bailiff_collects_what_a_dutch_judge_set() -> None:
    """A penalty payment is collected; a bailiff does not punish."""
    dutch = given(
        summons(),
        grant(terms=(CONTACT,), duration=until(day(365))),
        serve(day(1), by=BAILIFF, method=ServiceMethod.BAILIFF),
        report(day(2)),
        pursue(day(3)),
        regime=KORT_GEDING,
    )

    collected = enforced(day(9), "penalty_collected", by=BAILIFF)
    dutch.when(collected).then(e.CivilEnforcementConcluded).and_state(State.SERVED)
    dutch.when(enforced(day(9), "punished", by=BAILIFF)).then_refused("not_competent")


def test_who_was_convicted_is_not_punished_for_contempt() -> None:
    """Neither by a new pursuit nor at the end of one that runs (N3)."""
    source = law(FMPO).exclusion.conviction_bars_civil_punishment.source
    convicted = given(*RECORD, refer(day(3)), prosecuted(day(5), "convicted"))
    both = given(*RECORD, refer(day(3)), pursue(day(3)), prosecuted(day(5), "convicted"))

    convicted.when(pursue(day(6))).then_refused("already_convicted", law=source)
    both.when(enforced(day(9), "punished")).then_refused("already_convicted", law=source)
    both.when(enforced(day(9), "penalty_collected")).then_refused("already_convicted")
    both.when(enforced(day(9), "proved_without_penalty")).then(e.CivilEnforcementConcluded)


@pytest.mark.edge("EC20")
def test_after_an_acquittal_contempt_is_for_a_human() -> None:
    """The text bars a conviction after punishment, not contempt after an acquittal."""
    acquitted = given(*RECORD, refer(day(3)), prosecuted(day(5), "acquitted"))

    acquitted.incident("call").civil("needs_review", "acquitted_before")
    acquitted.when(pursue(day(6))).then_refused("review_needed")
    weighed = pursue(day(6), weighed=(Code.ACQUITTED_BEFORE,))
    acquitted.when(weighed).then(e.CivilEnforcementPursued).and_state(State.BREACHED)


def test_one_piece_of_conduct_against_two_terms_is_punished_once() -> None:
    """The bar follows the conduct and the person, not the term it was reported under (N3)."""
    twice = given(
        *RECORD,
        report(day(2), "arranging", by=POLICE, term="arrange", same_conduct_as=("call",)),
        refer(day(3)),
        pursue(day(3), "arranging"),
        prosecuted(day(5), "convicted"),
    )

    twice.when(enforced(day(9), "punished", "arranging")).then_refused("already_convicted")
    other_way = given(
        *RECORD,
        report(day(2), "arranging", by=POLICE, term="arrange", same_conduct_as=("call",)),
        refer(day(3)),
        pursue(day(3), "arranging"),
        enforced(day(5), "punished", "arranging"),
    )
    other_way.when(prosecuted(day(9), "convicted")).then_refused("punished_as_contempt")


def test_who_says_that_it_is_one_piece_of_conduct_investigates_or_judges() -> None:
    """Anybody may report; only they may say that it was punished already."""
    joined = report(day(2), "arranging", by=SCHOOL, term="arrange", same_conduct_as=("call",))

    given(*RECORD).when(joined).then_refused("not_competent")


def test_nobody_is_convicted_twice_of_one_piece_of_conduct() -> None:
    """Two reports of it may both be with the prosecutor; one conviction is all (N3)."""
    twice = given(
        *RECORD,
        report(day(2), "arranging", by=POLICE, term="arrange", same_conduct_as=("call",)),
        refer(day(3)),
        refer(day(3), "arranging"),
        prosecuted(day(5), "convicted"),
    )

    twice.when(prosecuted(day(6), "convicted", "arranging")).then_refused("already_convicted")
    twice.when(prosecuted(day(6), "discontinued", "arranging")).then(e.ProsecutionConcluded)


def test_another_person_is_judged_for_herself() -> None:
    """What became of the mother's conduct says nothing about the uncle's."""
    both = given(
        *RECORD,
        inform(day(1), UNCLE),
        report(day(2), "uncle-call", UNCLE, POLICE, same_conduct_as=("call",)),
        refer(day(3)),
        prosecuted(day(5), "convicted"),
    )

    both.incident("uncle-call").both("open")
    both.when(pursue(day(6), "uncle-call")).then(e.CivilEnforcementPursued)


def test_both_routes_may_run_at_once() -> None:
    """The order is referred as long as the prosecutor has it, breached after that."""
    both = given(*RECORD, refer(day(3)), pursue(day(3)))

    assert both.order.recorded_state is State.REFERRED
    ended = both.when(prosecuted(day(5), "no_further_action")).then(e.ProsecutionConcluded)
    ended.and_state(State.BREACHED)


def test_after_the_end_the_civil_route_goes_on() -> None:
    """The order has lapsed; what was breached while it was in force is pursued."""
    ended = given(*RECORD, discharge(day(3)))

    pursued = ended.when(pursue(day(4))).then(e.CivilEnforcementPursued).and_state(State.LAPSED)
    now = Given(pursued.order, pursued.regime, day(4))
    now.when(enforced(day(9), "punished")).then(e.CivilEnforcementConcluded).and_state(State.LAPSED)
