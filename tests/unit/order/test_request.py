"""RequestOrder: who may ask, for whom, against whom, under which law."""

from __future__ import annotations

from datetime import timedelta

import pytest

from orderflow.law import AgeBand, Channel, Harm, OwnMotionNeed, Role
from orderflow.order import Code
from orderflow.order import events as e
from orderflow.order.values import Actor, State
from tests.spec import (
    FGMPO,
    FMPO,
    FMPO_2008,
    HUISVERBOD,
    HYBRID,
    HYBRID_CIVIL,
    KORT_GEDING,
    Having,
    at,
    given,
    law,
    law_with,
)
from tests.unit.order.acts import (
    ASKED,
    AUNT,
    COUNCIL,
    COUSIN,
    DAUGHTER,
    MADE,
    MOTHER,
    POLICE,
    SCHOOL,
    SISTER,
    THE_DAUGHTER,
    THE_MOTHER,
    UNCLE,
    ban,
    day,
    grant,
    own_motion,
    person,
    request,
    summons,
)

RELATIVE = Actor(role=Role.RELATIVE, person=COUSIN)
BORN_LATER = {"age": AgeBand.FROM_16_TO_17}


@pytest.mark.parametrize("by", [THE_DAUGHTER, COUNCIL])
def test_the_protected_person_and_the_council_ask_as_of_right(by: Actor) -> None:
    """Who may ask as of right needs no permission."""
    wanted = Having(e.OrderRequested, permission_needed=False, flags=(), applicant=by)

    given().when(request(by=by)).then(wanted).and_state(State.REQUESTED)


@pytest.mark.parametrize("by", [POLICE, SCHOOL, RELATIVE])
def test_anybody_else_needs_permission_first(by: Actor) -> None:
    """A request of somebody else is recorded as one that needs permission."""
    given().when(request(by=by)).then(Having(e.OrderRequested, permission_needed=True))


def test_the_request_pins_the_regime_by_its_digest() -> None:
    """The order keeps the id and the digest of the law under which it was asked for."""
    pinned = given(request()).order.regime

    assert pinned is not None
    assert (pinned.id, pinned.digest) == (FMPO, law(FMPO).digest)


def test_a_request_of_yesterday_is_recorded_today() -> None:
    """A request counts from when it was made, however late it is recorded."""
    accepted = given().when(request(), recorded_at=day(3)).then(e.OrderRequested)

    assert accepted.order.requested_at == ASKED


def test_a_request_from_the_future_is_refused() -> None:
    """What has not happened yet cannot be recorded."""
    given().when(request(), recorded_at=ASKED - timedelta(seconds=1)).then_refused("in_the_future")


@pytest.mark.boundary
def test_a_request_is_recorded_at_the_very_moment() -> None:
    """The present is not the future."""
    given().when(request(), recorded_at=ASKED).then(e.OrderRequested)


def test_an_order_is_requested_once() -> None:
    """An order on record cannot be requested again."""
    given(request()).when(request(MADE)).then_refused("not_in_this_state")


def test_nothing_else_begins_an_order() -> None:
    """No command but a request acts on an order that does not exist."""
    given().when(grant()).then_refused("not_in_this_state")


def test_a_respondent_cannot_ask() -> None:
    """Who is neither listed as of right nor with permission is not admitted."""
    source = law(FMPO).applicants.as_of_right.source

    given().when(request(by=THE_MOTHER)).then_refused("not_admitted", law=source)


def test_an_applicant_has_a_name() -> None:
    """A role alone would make every police force the applicant."""
    nobody = Actor(role=Role.POLICE)

    given().when(request(by=nobody)).then_refused("applicant_not_named")


def test_a_protected_person_who_asks_is_one_of_those_to_protect() -> None:
    """Nobody asks as protected person for an order that protects others only."""
    somebody = Actor(role=Role.PROTECTED_PERSON, person=SISTER)

    given().when(request(by=somebody)).then_refused("no_such_person")


def test_a_lawyer_asks_on_behalf_of_the_protected_person() -> None:
    """A lawyer asks as the client, of right; nobody else speaks for another."""
    lawyer = Actor(role=Role.LEGAL_REPRESENTATIVE, person="lawyer-1", on_behalf_of=DAUGHTER)
    anybody = Actor(role=Role.PROTECTED_PERSON, person="friend-1", on_behalf_of=DAUGHTER)

    asked = given().when(request(by=lawyer)).then(e.OrderRequested)

    assert asked.order.applicant == Actor(role=Role.PROTECTED_PERSON, person=DAUGHTER)
    assert asked.order.permission == "not_needed"
    given().when(request(by=anybody)).then_refused("no_such_person")


def test_nobody_asks_for_an_order_against_themselves() -> None:
    """A respondent, or a lawyer for one, is no applicant."""
    mother = Actor(role=Role.RELATIVE, person=MOTHER)
    hers = Actor(role=Role.LEGAL_REPRESENTATIVE, person="lawyer-1", on_behalf_of=MOTHER)

    for actor in (mother, hers):
        given().when(request(by=actor)).then_refused("not_admitted")


@pytest.mark.boundary
@pytest.mark.parametrize("day_of", ["2014-06-16 00:00", "2025-01-06 09:00"])
def test_a_version_admits_requests_from_its_first_day(day_of: str) -> None:
    """The first moment of the first day, in the regime's zone, is within."""
    given().when(request(at(day_of))).then(e.OrderRequested)


@pytest.mark.boundary
def test_a_version_admits_no_request_before_its_first_day() -> None:
    """23:59 of the day before, in summer time, is the old law's."""
    early = request(at("2014-06-15 23:59"))

    given().when(early).then_refused("regime_not_in_force")
    given(regime=FMPO_2008).when(early).then(e.OrderRequested)


@pytest.mark.boundary
def test_a_version_admits_no_request_from_the_day_it_ends() -> None:
    """The first day on which a version no longer holds lies outside."""
    late = request(at("2014-06-16 00:00"))

    given(regime=FMPO_2008).when(late).then_refused("regime_not_in_force")


def test_law_that_is_not_in_force_is_lived_only_as_if() -> None:
    """A draft regime admits a request only in a simulation that says so."""
    wish_it_were = request(regime=HYBRID_CIVIL, as_if_in_force=True)

    given(regime=HYBRID_CIVIL).when(request(regime=HYBRID_CIVIL)).then_refused("hypothetical_only")
    accepted = given(regime=HYBRID_CIVIL).when(wish_it_were).then(e.OrderRequested)
    assert accepted.order.regime is not None
    assert accepted.order.regime.as_if_in_force


def test_old_law_can_be_lived_as_if() -> None:
    """The dates between which a version held do not bind a simulation."""
    given(regime=FMPO_2008).when(request(as_if_in_force=True)).then(e.OrderRequested)


@pytest.mark.parametrize(
    "again", [{"respondents": (person(DAUGHTER),)}, {"other_persons": (person(MOTHER),)}]
)
def test_nobody_stands_in_a_request_twice(again: dict[str, object]) -> None:
    """One pseudonym stands for one person in one part."""
    asked = request(ASKED, THE_DAUGHTER, **again)

    given().when(asked).then_refused("already_on_record")


def test_a_regime_protects_against_its_own_harms_only() -> None:
    """A harm that the regime does not name is out of its scope."""
    source = law(FMPO).scope.harms.source

    asked = request(harms=(Harm.FORCED_MARRIAGE, Harm.FGM))
    given().when(asked).then_refused("harm_out_of_scope", law=source)
    given(regime=FGMPO).when(request(harms=(Harm.FGM,))).then(e.OrderRequested)


@pytest.mark.boundary
@pytest.mark.parametrize(
    "age, fits",
    [(AgeBand.UNDER_12, False), (AgeBand.FROM_12_TO_15, True), (AgeBand.UNKNOWN, True)],
)
def test_a_person_to_protect_has_the_least_age(age: AgeBand, fits: bool) -> None:
    """An age band that cannot reach the least age is refused, one that may is not."""
    regime = law_with(FMPO, scope__min_age=12)
    asked = request(protected_persons=(person(DAUGHTER, age=age),))

    if fits:
        given(regime=regime).when(asked).then(e.OrderRequested)
    else:
        given(regime=regime).when(asked).then_refused("age_out_of_scope")


@pytest.mark.boundary
@pytest.mark.parametrize(
    "age, fits",
    [(AgeBand.FROM_16_TO_17, True), (AgeBand.UNKNOWN, True), (AgeBand.ADULT, False)],
)
def test_a_person_to_protect_is_not_above_the_highest_age(age: AgeBand, fits: bool) -> None:
    """A regime for children does not protect adults."""
    regime = law_with(FMPO, scope__max_age=17)
    asked = request(protected_persons=(person(DAUGHTER, age=age),))

    if fits:
        given(regime=regime).when(asked).then(e.OrderRequested)
    else:
        given(regime=regime).when(asked).then_refused("age_out_of_scope")


@pytest.mark.edge("EC30")
@pytest.mark.boundary
def test_the_mayor_cannot_exclude_a_minor() -> None:
    """Only adults can be excluded from a home; in England a minor can be a respondent."""
    minor = (person(UNCLE, **BORN_LATER),)
    source = law(HUISVERBOD).respondents.min_age.source

    refused = given(regime=HUISVERBOD).when(ban(respondents=minor))
    refused.then_refused("age_out_of_scope", law=source)
    given(regime=HUISVERBOD).when(ban()).then(e.OrderRequested)
    given().when(request(respondents=minor)).then(e.OrderRequested)


def test_an_unknown_age_is_flagged_not_refused() -> None:
    """Nobody is turned away for an age that is not on record."""
    asked = request(respondents=(person(MOTHER, age=AgeBand.UNKNOWN),))

    given().when(asked).then(Having(e.OrderRequested, flags=(Code.AGE_UNKNOWN,)))


@pytest.mark.parametrize("consents", [(), (SISTER,)])
def test_adults_may_have_to_agree(consents: tuple[str, ...]) -> None:
    """Where the regime asks for it, every protected adult who does not ask has agreed."""
    regime = law_with(FMPO, scope__adult_consent_required=True)
    asked = request(
        by=COUNCIL,
        protected_persons=(person(DAUGHTER), person(SISTER)),
        consents=consents,
    )
    child = request(by=COUNCIL, protected_persons=(person(DAUGHTER, **BORN_LATER),))

    given(regime=regime).when(asked).then_refused("consent_needed")
    given(regime=regime).when(child).then(e.OrderRequested)
    agreed = asked.model_copy(update={"consents": (DAUGHTER, SISTER)})
    given(regime=regime).when(agreed).then(e.OrderRequested)


@pytest.mark.edge("EC46")
@pytest.mark.parametrize(
    "age, friend, flags",
    [
        (AgeBand.FROM_16_TO_17, False, (Code.CAPACITY_CHECK,)),
        (AgeBand.FROM_16_TO_17, True, ()),
        (AgeBand.ADULT, False, ()),
    ],
)
def test_a_minor_who_asks_alone_is_checked_not_refused(
    age: AgeBand, friend: bool, flags: tuple[Code, ...]
) -> None:
    """A minor without a litigation friend is flagged for a capacity check."""
    asked = request(protected_persons=(person(DAUGHTER, age=age),), has_litigation_friend=friend)

    given().when(asked).then(Having(e.OrderRequested, flags=flags))


def test_a_dutch_judge_is_asked_by_a_lawyer_and_summons() -> None:
    """Where the regime asks for a lawyer or a way in, a request without is refused."""
    alone, online = summons(has_lawyer=False), summons(channel=Channel.ONLINE)
    access = law(KORT_GEDING).access

    civil = given(regime=KORT_GEDING)
    civil.when(alone).then_refused("lawyer_required", law=access.lawyer_required.source)
    civil.when(online).then_refused("channel_not_open", law=access.channels.source)
    civil.when(summons()).then(e.OrderRequested)


def test_a_regime_bounds_the_respondents() -> None:
    """The mayor excludes one identified person, and binds nobody else."""
    rule = law(HUISVERBOD).respondents
    two = ban(respondents=(person(UNCLE), person(MOTHER)))
    unknown = ban(respondents=(person(UNCLE, described=True),))
    more = ban(other_persons=(person(AUNT),))

    mayor = given(regime=HUISVERBOD)
    mayor.when(two).then_refused("respondents_not_allowed", law=rule.several.source)
    mayor.when(unknown).then_refused("respondents_not_allowed", law=rule.described.source)
    mayor.when(more).then_refused("other_persons_not_allowed", law=rule.other_persons.source)


def test_an_order_may_be_asked_without_notice_where_the_regime_knows_it() -> None:
    """A Dutch judge in summary proceedings hears the other side first."""
    unheard = summons(without_notice=True)

    given().when(request(without_notice=True)).then(Having(e.OrderRequested, without_notice=True))
    given(regime=KORT_GEDING).when(unheard).then_refused("without_notice_not_allowed")


def test_the_court_acts_of_its_own_motion_in_related_proceedings() -> None:
    """Without related proceedings to which the respondent is a party the court cannot."""
    rule = law(FMPO).applicants
    half = own_motion(own_motion_needs=(OwnMotionNeed.RELATED_FAMILY_PROCEEDINGS,))

    given().when(own_motion()).then(Having(e.OrderRequested, permission_needed=False))
    given().when(half).then_refused("own_motion_not_allowed", law=rule.own_motion_needs.source)
    dutch = summons(own_motion=True)
    given(regime=KORT_GEDING).when(dutch).then_refused("own_motion_not_allowed")


def test_only_the_authority_acts_of_its_own_motion() -> None:
    """The police cannot consider an order of their own motion."""
    given().when(request(by=POLICE, own_motion=True)).then_refused("not_competent")


@pytest.mark.parametrize("question", ["applicants", "scope", "persons", "access"])
def test_an_undecided_regime_names_the_question_of_the_letter(question: str) -> None:
    """What the draft leaves open is never guessed (N9)."""
    scope: dict[str, object] = {
        "scope__harms": (Harm.FORCED_MARRIAGE,),
        "scope__min_age": 0,
        "scope__adult_consent_required": False,
    }
    persons = scope | {"respondents__min_age": 0, "respondents__several": True}
    access = persons | {"access__lawyer_required": False, "access__channels": ()}
    fields = {"scope": {}, "persons": scope, "access": persons, "applicants": access}
    regime = law_with(HYBRID, **fields[question])

    asked = request(regime=HYBRID, as_if_in_force=True)
    given(regime=regime).when(asked).then_not_decided(question)
