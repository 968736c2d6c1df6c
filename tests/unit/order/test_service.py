"""AttemptService, AuthoriseService, ServeOrder and InformPerson: how people come to be bound."""

from __future__ import annotations

from datetime import timedelta

import pytest

from orderflow.law import InformMethod, Knowledge, ServiceMethod
from orderflow.order import Code
from orderflow.order import events as e
from orderflow.order.values import BindingMethod, State
from tests.spec import FMPO, HUISVERBOD, KORT_GEDING, Given, Having, given, law, law_with
from tests.unit.order.acts import (
    AUNT,
    BAILIFF,
    CONTACT,
    COUSIN,
    DAUGHTER,
    MADE,
    MAYOR,
    MOTHER,
    OFFICER,
    POLICE,
    SCHOOL,
    SERVER,
    STRANGER,
    THE_MOTHER,
    UNCLE,
    announce,
    attempt,
    authorise,
    ban,
    day,
    grant,
    grant_unheard,
    impose,
    inform,
    person,
    report,
    request,
    serve,
    substitute,
    summons,
    until,
)

GRANTED = given(request(), grant())
UNHEARD = given(request(), grant_unheard())


def test_service_binds() -> None:
    """Personal service shows all there is to know, and the order is served on one person."""
    wanted = Having(
        e.OrderServed,
        binding=1,
        bound_by=BindingMethod.SERVED_PERSONALLY,
        knowledge=Knowledge.SERVED,
        law=law(FMPO).service.methods.source,
    )

    GRANTED.when(serve(day(1))).then(wanted).and_state(State.SERVED)


@pytest.mark.edge("EC01")
@pytest.mark.boundary
def test_unheard_and_unaware_is_no_offence_until_the_person_knows() -> None:
    """A second before she is told the mother does not know; then she does."""
    told = given(request(), grant_unheard(), inform(day(1)))

    before = day(1) - timedelta(seconds=1)
    told.conduct(MOTHER, "contact", before).both("closed", "not_aware")
    told.conduct(MOTHER, "contact", day(1)).both("open")


@pytest.mark.edge("EC01")
def test_conduct_of_somebody_unaware_is_recorded_all_the_same() -> None:
    """The report is on record with its reason, and moves nothing."""
    reported = UNHEARD.when(report(day(1))).then(e.IncidentReported).and_state(State.GRANTED)

    assert isinstance(reported.event, e.IncidentReported)
    assert reported.event.assessment.criminal.codes == (Code.NOT_AWARE,)


@pytest.mark.edge("EC02")
def test_told_by_telephone_is_enough() -> None:
    """Paper that was never served is no element of the offence."""
    told = UNHEARD.when(inform(day(1))).then(
        Having(e.PersonInformed, knowledge=Knowledge.TERMS, bound_by=BindingMethod.INFORMED)
    )

    told.and_state(State.SERVED)
    now = Given(told.order, told.regime, day(1))
    now.conduct(MOTHER, "contact", day(2)).both("open")


@pytest.mark.edge("EC03")
def test_an_order_made_on_notice_and_never_served_is_for_a_human() -> None:
    """Nothing bars it by statute; whether there was an excuse is to be weighed."""
    GRANTED.conduct(MOTHER, "contact", day(1)).both("needs_review", "reasonable_excuse_review")


@pytest.mark.edge("EC04")
def test_each_person_is_bound_from_their_own_day() -> None:
    """Three people, served on three days, are judged one by one."""
    cousin = CONTACT.model_copy(update={"binds": (MOTHER, UNCLE, COUSIN)})
    people = (person(MOTHER), person(UNCLE), person(COUSIN))
    served = given(
        request(respondents=people),
        grant_unheard(terms=(cousin,)),
        serve(day(1), MOTHER),
        serve(day(2), UNCLE),
        serve(day(3), COUSIN),
    )

    for number, name in enumerate((MOTHER, UNCLE, COUSIN), start=1):
        served.conduct(name, "contact", day(number, "09:59")).both("closed", "not_aware")
        served.conduct(name, "contact", day(number)).both("open")


@pytest.mark.edge("EC05")
def test_an_aunt_who_is_told_is_bound_by_what_binds_others() -> None:
    """Nobody named her; a term that reaches others does, and the others do not."""
    told = UNHEARD.when(inform(day(1), AUNT)).then(e.PersonInformed).and_state(State.SERVED)

    now = Given(told.order, told.regime, day(1))
    now.conduct(AUNT, "arrange", day(2)).both("open")
    now.conduct(AUNT, "contact", day(2)).both("closed", "not_addressed")
    now.conduct(STRANGER, "arrange", day(2)).both("closed", "not_aware")


def test_nobody_unnamed_is_bound_where_no_term_reaches_others() -> None:
    """An order that binds the named only binds nobody else by telling them."""
    narrow = given(request(), grant(terms=(CONTACT,)))

    narrow.when(inform(day(1), AUNT)).then_refused("no_such_person")


def test_a_person_of_the_case_whom_no_term_binds_can_be_told_and_is_not_bound() -> None:
    """Telling an involved aunt of a term for others moves nothing."""
    involved = given(request(other_persons=(person(AUNT),)), grant(terms=(CONTACT,)))

    involved.when(inform(day(1), AUNT)).then(e.PersonInformed).and_state(State.GRANTED)


def test_who_is_protected_is_not_bound() -> None:
    """The order does not bind the person whom it protects, under no name."""
    GRANTED.when(inform(day(1), DAUGHTER)).then_refused("no_such_person")
    UNHEARD.conduct(DAUGHTER, "arrange", day(1)).both("closed", "not_addressed")


@pytest.mark.edge("EC48")
def test_told_of_the_order_and_not_of_its_terms() -> None:
    """For the offence its existence is enough; contempt asks for its terms."""
    vague = given(request(), grant_unheard(), inform(day(1), terms_told=False))

    vague.conduct(MOTHER, "contact", day(2)).criminal("open").civil("closed", "terms_not_known")
    before = day(1) - timedelta(seconds=1)
    vague.conduct(MOTHER, "contact", before).both("closed", "not_aware")
    dutch = given(ban(), impose(), announce(day(1), terms_told=False), regime=HUISVERBOD)
    dutch.conduct(UNCLE, "home", day(2)).criminal("closed", "terms_not_known")


def test_present_when_it_was_made() -> None:
    """Whoever stood before the court knows it from then on."""
    present = inform(MADE, method=InformMethod.PRESENT_WHEN_MADE)

    told = UNHEARD.when(present).then(
        Having(e.PersonInformed, bound_by=BindingMethod.PRESENT_WHEN_MADE)
    )
    now = Given(told.order, told.regime, MADE)
    now.conduct(MOTHER, "contact", MADE).both("open")


@pytest.mark.edge("EC25")
def test_an_evading_respondent_is_served_by_substitute() -> None:
    """Attempts are logged, the court authorises, and a human weighs whether she knew."""
    evaded = given(request(), grant_unheard(), attempt(day(1), evading=True), authorise(day(2)))

    served = evaded.when(substitute(day(3)))
    wanted = Having(e.OrderServed, bound_by=BindingMethod.SERVED_BY_SUBSTITUTE, knowledge=None)
    after = served.then(wanted).and_state(State.SERVED)
    assert len(after.order.failed_services) == 1
    now = Given(after.order, after.regime, day(3))
    now.conduct(MOTHER, "contact", day(4)).both("needs_review", "awareness_review")
    known = now.when(inform(day(5))).then(e.PersonInformed)
    Given(known.order, known.regime, day(5)).conduct(MOTHER, "contact", day(6)).both("open")


def test_a_regime_may_take_substituted_service_as_proof() -> None:
    """Where it does, nobody has to weigh anything."""
    proof = law_with(FMPO, service__substituted_proves_knowledge=True)
    served = given(request(), grant_unheard(), authorise(day(1)), substitute(day(2)), regime=proof)

    served.conduct(MOTHER, "contact", day(3)).both("open")


@pytest.mark.boundary
def test_substituted_service_is_authorised_before_it_happens() -> None:
    """It needs the court's leave for that person, by then; the same moment will do."""
    source = law(FMPO).service.substituted_needs_authority.source
    allowed = given(request(), grant(), authorise(day(3)))

    GRANTED.when(substitute(day(3))).then_refused("service_not_authorised", law=source)
    allowed.when(substitute(day(3), UNCLE)).then_refused("service_not_authorised")
    early = substitute(day(3) - timedelta(seconds=1))
    allowed.when(early).then_refused("service_not_authorised")
    allowed.when(substitute(day(3))).then(e.OrderServed)
    free = law_with(FMPO, service__substituted_needs_authority=False)
    given(request(), grant(), regime=free).when(substitute(day(3))).then(e.OrderServed)


def test_the_court_authorises_once() -> None:
    """Nobody else allows it, and not twice for one person."""
    GRANTED.when(authorise(day(1))).then(e.SubstitutedServiceAuthorised).and_state(State.GRANTED)
    GRANTED.when(authorise(day(1), by=OFFICER)).then_refused("not_competent")
    allowed = given(request(), grant(), authorise(day(1)))
    allowed.when(authorise(day(2))).then_refused("already_on_record")
    GRANTED.when(authorise(day(1), STRANGER)).then(e.SubstitutedServiceAuthorised)


def test_whether_service_can_be_replaced_may_be_undecided() -> None:
    """For an exclusion order no rule on it was found."""
    dutch = given(ban(), impose(), regime=HUISVERBOD)

    dutch.when(authorise(day(1), UNCLE, by=MAYOR)).then_not_decided("competence.authorise_service")


def test_service_that_is_dispensed_with_shows_nothing() -> None:
    """The person counts as bound; that they knew is not shown by it."""
    dispensed = UNHEARD.when(authorise(day(1), how="dispensed"))

    done = dispensed.then(Having(e.ServiceDispensed, version=1, binding=1)).and_state(State.SERVED)
    now = Given(done.order, done.regime, day(1))
    now.conduct(MOTHER, "contact", day(2)).both("closed", "not_aware")


def test_service_dispensed_with_leaves_the_excuse_to_a_human() -> None:
    """On notice and never served: an excuse is possible, whatever the court dispensed with."""
    done = given(request(), grant(), authorise(day(1), how="dispensed"))

    done.conduct(MOTHER, "contact", day(2)).both("needs_review", "reasonable_excuse_review")


def test_service_is_not_dispensed_with_after_the_end() -> None:
    """There is no order to serve then."""
    ended = given(request(), grant(duration=until(day(4))))

    ended.when(authorise(day(4), how="dispensed")).then_refused("not_in_force")


def test_the_regime_names_the_ways() -> None:
    """An exclusion is handed over or announced, not telephoned and not served by a bailiff."""
    rule = law(HUISVERBOD).service
    dutch = given(ban(), impose(), regime=HUISVERBOD)

    served = dutch.when(serve(day(1), UNCLE, method=ServiceMethod.BAILIFF))
    served.then_refused("method_not_valid", law=rule.methods.source)
    told = dutch.when(inform(day(1), UNCLE))
    told.then_refused("method_not_valid", law=rule.inform_methods.source)
    handed = serve(day(1), UNCLE, by=POLICE, method=ServiceMethod.HANDED_OVER)
    dutch.when(handed).then(e.OrderServed)


def test_where_an_order_works_from_notice_only_officials_give_it() -> None:
    """A school's word brings no exclusion into effect; in England anybody may tell."""
    dutch = given(ban(), impose(), regime=HUISVERBOD)
    word = announce(day(1)).model_copy(update={"actor": SCHOOL})
    paper = serve(day(1), UNCLE, by=SERVER, method=ServiceMethod.HANDED_OVER)

    dutch.when(word).then_refused("not_competent")
    dutch.when(paper).then_refused("not_competent")
    GRANTED.when(inform(day(1), by=SCHOOL)).then(e.PersonInformed)


def test_a_writ_is_served_by_a_bailiff() -> None:
    """By nobody else, whatever it is called."""
    source = law(FMPO).service.methods.source

    writ = serve(day(1), by=POLICE, method=ServiceMethod.BAILIFF)
    GRANTED.when(writ).then_refused("not_competent", law=source)
    GRANTED.when(serve(day(1), by=BAILIFF, method=ServiceMethod.BAILIFF)).then(e.OrderServed)


def test_a_respondent_serves_nothing() -> None:
    """Service is done by those whose task it is, or for the applicant."""
    GRANTED.when(serve(day(1), by=THE_MOTHER)).then_refused("not_competent")
    GRANTED.when(attempt(day(1), by=THE_MOTHER)).then_refused("not_competent")


@pytest.mark.boundary
def test_a_version_is_served_from_when_it_is_made() -> None:
    """Neither before, nor a version that there is not, nor after the end."""
    ended = given(request(), grant(duration=until(day(4))))

    GRANTED.when(serve(MADE - timedelta(seconds=1))).then_refused("before_the_order")
    GRANTED.when(serve(MADE)).then(e.OrderServed)
    GRANTED.when(serve(day(1), version=2)).then_refused("no_such_version")
    GRANTED.when(attempt(day(1), version=2)).then_refused("no_such_version")
    ended.when(serve(day(4))).then_refused("not_in_force")
    ended.when(inform(day(4))).then_refused("not_in_force")
    in_time = serve(day(4) - timedelta(seconds=1))
    ended.when(in_time, recorded_at=day(9)).then(e.OrderServed)


@pytest.mark.boundary
def test_a_certificate_is_no_older_than_now() -> None:
    """A certificate that is filed tomorrow is not on record today."""
    early = serve(day(1), certificate_at=day(2))

    GRANTED.when(early).then_refused("in_the_future")
    GRANTED.when(early, recorded_at=day(2)).then(Having(e.OrderServed, certificate_at=day(2)))


def test_a_failed_attempt_binds_nobody() -> None:
    """It is on record and nothing else."""
    GRANTED.when(attempt(day(1))).then(e.ServiceAttemptFailed).and_state(State.GRANTED)


def test_where_an_order_works_from_notice_nothing_is_breached_before_it() -> None:
    """An exclusion that nobody announced yet closes both routes."""
    dutch = given(ban(), impose(), regime=HUISVERBOD)
    source = law(HUISVERBOD).duration.takes_effect.source

    judged = dutch.conduct(UNCLE, "home", day(1)).criminal("closed", "not_served")
    judged.civil("closed", "no_civil_route")
    assert judged.assessment.criminal.reasons[0].law == source


def test_a_penalty_payment_needs_service_by_a_bailiff() -> None:
    """Being told is not enough where the regime asks for service (INT-015)."""
    made = grant(terms=(CONTACT,), duration=until(day(365)))
    told = given(summons(), made, inform(day(1)), regime=KORT_GEDING)
    served = given(
        summons(),
        made,
        serve(day(1), by=BAILIFF, method=ServiceMethod.BAILIFF),
        regime=KORT_GEDING,
    )

    told.conduct(MOTHER, "contact", day(2)).civil("closed", "not_served")
    served.conduct(MOTHER, "contact", day(2)).civil("open").criminal("closed", "no_offence")
