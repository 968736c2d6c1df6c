"""ReportIncident, ReassessIncident, DismissIncident, WithdrawComplaint and CorrectRecord."""

from __future__ import annotations

from datetime import timedelta

import pytest

from orderflow.order import events as e
from orderflow.order.values import Actor, State
from tests.spec import FMPO, HUISVERBOD, Given, Having, given, law
from tests.unit.order.acts import (
    ASKED,
    CLOCK,
    CONTACT,
    COURT,
    CRIMINAL_COURT,
    POLICE,
    PROSECUTOR,
    SCHOOL,
    STRANGER,
    THE_DAUGHTER,
    THE_MOTHER,
    UNCLE,
    announce,
    ban,
    correct,
    day,
    discharge,
    dismiss,
    enforced,
    grant,
    grant_unheard,
    impose,
    inform,
    invalidate,
    prosecuted,
    pursue,
    reassess,
    refer,
    refuse,
    report,
    request,
    serve,
    withdraw_complaint,
)

LIVE = given(request(), grant_unheard(), inform(day(1)))
BREACHED = given(request(), grant_unheard(), inform(day(1)), report(day(2)))


def test_a_report_travels_with_what_the_law_makes_of_it() -> None:
    """The assessment is stored in the event, and so is the law it rests on."""
    reported = LIVE.when(report(day(2))).then(e.IncidentReported).and_state(State.BREACHED)

    assert isinstance(reported.event, e.IncidentReported)
    assert reported.event.assessment.regime == FMPO
    assert reported.event.assessment.any_route
    assert reported.event.law == law(FMPO).breach.criminal.source


@pytest.mark.parametrize("by", [SCHOOL, THE_DAUGHTER, THE_MOTHER, POLICE, CLOCK])
def test_anybody_reports_in_every_state_there_is_an_order(by: Actor) -> None:
    """A report is always recorded once an order was decided on, whoever makes it."""
    ended = given(request(), grant_unheard(), inform(day(1)), discharge(day(2)))

    LIVE.when(report(day(2), by=by)).then(e.IncidentReported)
    ended.when(report(day(3), by=by)).then(e.IncidentReported).and_state(State.LAPSED)
    given(request(), refuse()).when(report(day(3), by=by)).then(e.IncidentReported)


def test_before_an_order_there_is_nothing_to_breach() -> None:
    """Conduct before the order is evidence for it, not a breach of it."""
    given(request()).when(report(day(2))).then_refused("not_in_this_state")


@pytest.mark.parametrize(
    "changes, code",
    [
        ({"person": STRANGER}, "not_addressed"),
        ({"term": "curfew"}, "term_not_in_version"),
        ({"conduct_at": ASKED}, "not_in_force"),
        ({"person": UNCLE}, "not_aware"),
    ],
)
def test_a_report_of_what_is_no_breach_is_recorded_and_moves_nothing(
    changes: dict[str, object], code: str
) -> None:
    """It has a reason, and the order stays as it is."""
    reported = LIVE.when(report(day(2)).model_copy(update=changes)).then(e.IncidentReported)

    reported.and_state(State.SERVED)
    now = Given(reported.order, reported.regime, day(2))
    now.incident("call").both("closed", code)


def test_one_open_route_is_enough_to_breach() -> None:
    """Contempt alone, as for a passport not handed in, or the criminal law alone."""
    dutch = given(ban(), impose(), announce(day(1)), regime=HUISVERBOD)

    civil = LIVE.when(report(day(2), term="passport")).then(e.IncidentReported)
    civil.and_state(State.BREACHED)
    criminal = dutch.when(report(day(2), name=UNCLE, term="home")).then(e.IncidentReported)
    criminal.and_state(State.BREACHED)


@pytest.mark.boundary
def test_conduct_lies_before_its_report() -> None:
    """Nobody reports what is still to come."""
    ahead = report(day(2), conduct_at=day(2) + timedelta(seconds=1))

    LIVE.when(ahead, recorded_at=day(5)).then_refused("in_the_future")
    LIVE.when(report(day(2), conduct_at=day(2))).then(e.IncidentReported)


def test_an_incident_has_a_name_of_its_own() -> None:
    """A second report takes another name."""
    BREACHED.when(report(day(3))).then_refused("already_on_record")
    BREACHED.when(report(day(3), "again")).then(e.IncidentReported).and_state(State.BREACHED)


@pytest.mark.edge("EC21")
def test_what_else_the_conduct_may_be_is_noted_beside_it() -> None:
    """A breach may be the crime of forced marriage too: linked, and not merged."""
    both = report(day(2), other_offences=("forced_marriage",))

    reported = LIVE.when(both).then(Having(e.IncidentReported, other_offences=("forced_marriage",)))
    now = Given(reported.order, reported.regime, day(2))
    now.incident("call").both("open")


@pytest.mark.edge("EC29")
def test_one_conduct_may_stand_in_two_orders() -> None:
    """The incident of the other order is named; what became of it there is for a human."""
    shared = report(day(2), same_conduct_elsewhere=("order-2/call",))

    reported = LIVE.when(shared).then(e.IncidentReported)
    incident = reported.order.incident("call")
    assert incident is not None
    assert incident.same_conduct_elsewhere == ("order-2/call",)
    now = Given(reported.order, reported.regime, day(2))
    now.incident("call").both("needs_review", "same_conduct_elsewhere_review")
    now.when(refer(day(3))).then_refused("review_needed")


# -- assessing again


def test_an_incident_is_assessed_again_when_somebody_asks() -> None:
    """Whether or not anything changed."""
    asked = BREACHED.when(reassess(day(3)))

    asked.then(Having(e.IncidentReassessed, because="asked")).and_state(State.BREACHED)
    BREACHED.when(reassess(day(3), "other")).then_refused("no_such_incident")


@pytest.mark.edge("EC39")
def test_a_late_certificate_changes_the_answer_from_when_it_is_recorded() -> None:
    """The earlier view stays in the log; the new one is recorded with the certificate."""
    unaware = given(request(), grant_unheard(), report(day(5)), dismiss(day(6)))
    assert unaware.order.recorded_state is State.GRANTED

    late = unaware.when(serve(day(3)), recorded_at=day(20))
    wanted = Having(e.IncidentReassessed, because="OrderServed", occurred_at=day(20))
    reopened = late.then(e.OrderServed, wanted).and_state(State.BREACHED)
    unaware.incident("call").both("closed", "not_aware")
    Given(reopened.order, reopened.regime, day(20)).incident("call").both("open")


def test_a_late_fact_that_changes_nothing_is_recorded_alone() -> None:
    """No incident is assessed again for nothing."""
    BREACHED.when(serve(day(3), UNCLE)).then(e.OrderServed).and_state(State.BREACHED)


# -- dismissing


@pytest.mark.parametrize("by", [POLICE, PROSECUTOR, COURT, CRIMINAL_COURT])
def test_an_incident_is_put_aside(by: Actor) -> None:
    """By the police, the prosecutor or a court; then nothing is pending."""
    BREACHED.when(dismiss(day(3), by=by)).then(e.IncidentDismissed).and_state(State.SERVED)


def test_nobody_else_puts_it_aside() -> None:
    """The respondent does not judge her own conduct."""
    BREACHED.when(dismiss(day(3), by=THE_MOTHER)).then_refused("not_competent")
    BREACHED.when(dismiss(day(3), "other")).then_refused("no_such_incident")


def test_what_was_put_aside_is_not_taken_further() -> None:
    """Neither again, nor to the prosecutor, nor to the civil court."""
    aside = given(request(), grant_unheard(), inform(day(1)), report(day(2)), dismiss(day(3)))

    for command in (dismiss(day(4)), refer(day(4)), pursue(day(4))):
        aside.when(command).then_refused("incident_dismissed")


def test_what_is_concluded_is_not_put_aside() -> None:
    """An outcome stands."""
    done = given(
        request(),
        grant_unheard(),
        inform(day(1)),
        report(day(2)),
        refer(day(3)),
        prosecuted(day(4), "acquitted"),
    )

    done.when(dismiss(day(5))).then_refused("incident_concluded")


def test_what_a_court_has_in_hand_the_police_do_not_put_aside() -> None:
    """An incident before the civil court is that court's to end."""
    pursued = given(request(), grant_unheard(), inform(day(1)), report(day(2)), pursue(day(3)))

    pursued.when(dismiss(day(4))).then_refused("not_competent")
    pursued.when(enforced(day(5), "not_proved")).then(e.CivilEnforcementConcluded)


def test_what_the_prosecutor_has_in_hand_the_police_do_not_put_aside() -> None:
    """The prosecutor may; then nothing is with the prosecutor any more."""
    referred = given(request(), grant_unheard(), inform(day(1)), report(day(2)), refer(day(3)))

    referred.when(dismiss(day(4))).then_refused("not_competent")
    aside = referred.when(dismiss(day(4), by=PROSECUTOR)).then(e.IncidentDismissed)
    aside.and_state(State.SERVED)
    assert aside.order.state_at(day(3)) is State.REFERRED


def test_a_dismissed_incident_comes_back_as_pending() -> None:
    """When new facts open a route again it is not with the prosecutor it was once with."""
    gone = given(
        request(),
        grant_unheard(terms=(CONTACT,)),
        inform(day(1)),
        report(day(3)),
        refer(day(4)),
        invalidate(day(5)),
        dismiss(day(6), by=PROSECUTOR),
    )

    back = gone.when(inform(day(2)), recorded_at=day(7))
    reopened = back.then(e.PersonInformed, e.IncidentReassessed).and_state(State.BREACHED)
    now = Given(reopened.order, reopened.regime, day(7))
    now.when(refer(day(8))).then(e.IncidentReferred).and_state(State.REFERRED)


@pytest.mark.boundary
def test_a_referred_incident_is_not_put_aside_before_it_was_referred() -> None:
    """What is recorded late is put in its place; the moment of the referral will do."""
    referred = given(request(), grant_unheard(), inform(day(1)), report(day(2)), refer(day(5)))

    early = dismiss(day(5) - timedelta(seconds=1), by=PROSECUTOR)
    referred.when(early).then_refused("too_early")
    referred.when(dismiss(day(5), by=PROSECUTOR)).then(e.IncidentDismissed)


def test_dismissing_one_leaves_the_other() -> None:
    """The order is breached as long as one incident is pending."""
    two = given(
        request(), grant_unheard(), inform(day(1)), report(day(2)), report(day(3), "second")
    )

    two.when(dismiss(day(4))).then(e.IncidentDismissed).and_state(State.BREACHED)


@pytest.mark.boundary
def test_nothing_is_put_aside_before_it_is_reported() -> None:
    """The moment of the report is early enough."""
    BREACHED.when(dismiss(day(2) - timedelta(seconds=1))).then_refused("too_early")
    BREACHED.when(dismiss(day(2))).then(e.IncidentDismissed)


# -- complaints and corrections


@pytest.mark.edge("EC15")
def test_a_complaint_withdrawn_ends_neither_the_incident_nor_the_order() -> None:
    """It is on record, once, and the prosecutor decides."""
    withdrawn = BREACHED.when(withdraw_complaint(day(3))).then(e.ComplaintWithdrawn)

    withdrawn.and_state(State.BREACHED)
    now = Given(withdrawn.order, withdrawn.regime, day(3))
    now.when(withdraw_complaint(day(4))).then_refused("already_on_record")
    now.when(refer(day(4))).then(e.IncidentReferred).and_state(State.REFERRED)
    BREACHED.when(withdraw_complaint(day(3), "other")).then_refused("no_such_incident")


def test_the_respondent_withdraws_no_complaint_about_herself() -> None:
    """A complaint is not hers to withdraw."""
    BREACHED.when(withdraw_complaint(day(3), by=THE_MOTHER)).then_refused("not_competent")


def test_a_correction_names_an_event_and_keeps_it() -> None:
    """What follows from the mistake is recorded by the act that mends it."""
    corrected = BREACHED.when(correct(day(3), 2)).then(Having(e.RecordCorrected, event_version=2))

    corrected.and_state(State.BREACHED)
    assert corrected.order.corrected == (2,)
    assert corrected.order.versions == BREACHED.order.versions


def test_what_may_rest_on_a_corrected_event_is_for_a_human() -> None:
    """More than a slip of the pen puts every open route in doubt, in the same step."""
    slip = BREACHED.when(correct(day(3), 2)).then(e.RecordCorrected)
    wrong = correct(day(3), 2, ground="wrong_person")
    doubted = BREACHED.when(wrong).then(e.RecordCorrected, e.IncidentReassessed)

    clean, doubtful = (after.order.incident("call") for after in (slip, doubted))
    assert clean is not None
    assert clean.assessment.criminal.status == "open"
    assert doubtful is not None
    assert doubtful.assessment.criminal.codes == ("record_corrected_review",)
    assert doubtful.assessment.civil.codes == ("record_corrected_review",)


@pytest.mark.boundary
def test_a_correction_is_of_an_event_on_record() -> None:
    """The last event there is can be corrected, the next cannot; and each once, by the court."""
    last = BREACHED.order.version

    BREACHED.when(correct(day(3), last)).then(e.RecordCorrected)
    BREACHED.when(correct(day(3), last + 1)).then_refused("no_such_event")
    BREACHED.when(correct(day(3), by=SCHOOL)).then_refused("not_competent")
    done = given(request(), grant(), correct(day(3)))
    done.when(correct(day(4))).then_refused("already_on_record")
