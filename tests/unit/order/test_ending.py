"""Discharge, release, set aside, supersede, death and expiry: how an order ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from orderflow.law import Capacity, Role
from orderflow.order import commands as c
from orderflow.order import decide
from orderflow.order import events as e
from orderflow.order.capacity import capacities
from orderflow.order.values import Actor, EndCause, State
from tests.spec import FMPO, HUISVERBOD, Given, Having, given, law, record
from tests.unit.order.acts import (
    ASSISTANT,
    DAUGHTER,
    MADE,
    MAYOR,
    MOTHER,
    OFFICER,
    POLICE,
    SCHOOL,
    SISTER,
    THE_DAUGHTER,
    THE_MOTHER,
    ban,
    day,
    die,
    discharge,
    expire,
    extend,
    grant,
    impose,
    inform,
    person,
    refer,
    release,
    report,
    request,
    set_aside,
    supersede,
    until,
    withdraw_complaint,
)

LIVE = given(request(), grant(), inform(day(1)))
BOUNDED = given(request(), grant(duration=until(day(30))))
SISTERS = given(request(protected_persons=(person(DAUGHTER), person(SISTER))), grant())


@pytest.mark.parametrize(
    "command, event, cause",
    [
        (discharge(day(5)), e.OrderDischarged, EndCause.DISCHARGED),
        (set_aside(day(5)), e.OrderSetAside, EndCause.SET_ASIDE),
        (supersede(day(5)), e.OrderSuperseded, EndCause.SUPERSEDED),
        (die(day(5)), e.ProtectedPersonDied, EndCause.PROTECTED_PERSON_DIED),
    ],
)
@pytest.mark.boundary
def test_an_act_ends_the_order_at_its_moment(
    command: c.Command, event: type[e.Event], cause: EndCause
) -> None:
    """The last moment before it is in force, the moment itself is not, and the cause is kept."""
    ended = LIVE.when(command).then(event).and_state(State.LAPSED)

    assert ended.order.state_at(day(5) - timedelta(microseconds=1)) is State.SERVED
    assert ended.order.state_at(day(5)) is State.LAPSED
    assert ended.order.periods[-1].cause is cause


@pytest.mark.parametrize("command", [discharge, set_aside, supersede, release, die])
def test_no_order_ends_without_authority(command: Callable[..., c.Command]) -> None:
    """Neither the respondent nor the school ends an order (N8)."""
    for by in (THE_MOTHER, SCHOOL):
        SISTERS.when(command(day(5), by=by)).then_refused("not_competent")


def test_whoever_acts_for_a_respondent_records_no_death() -> None:
    """An authority records it; a lawyer does not, and nobody in an office for a respondent."""
    lawyer = Actor(role=Role.LEGAL_REPRESENTATIVE, person="lawyer-1", on_behalf_of=DAUGHTER)
    for_her = Actor(role=Role.POLICE, office="force-1", on_behalf_of=MOTHER)
    herself = Actor(role=Role.POLICE, person=MOTHER)

    for actor in (lawyer, for_her, herself):
        LIVE.when(die(day(5), by=actor)).then_refused("not_competent")
    LIVE.when(die(day(5), by=POLICE)).then(e.ProtectedPersonDied)


@pytest.mark.parametrize("command", [discharge, supersede, release])
def test_what_has_ended_is_not_ended_again(command: Callable[..., c.Command]) -> None:
    """These ends presuppose an order in force at that moment."""
    ended = given(
        request(protected_persons=(person(DAUGHTER), person(SISTER))),
        grant(duration=until(day(5))),
    )

    ended.when(command(day(5))).then_refused("not_in_force")


@pytest.mark.parametrize("command", [discharge, set_aside, supersede, die])
def test_nothing_ends_before_it_is_made(command: Callable[..., c.Command]) -> None:
    """A second before the grant there was nothing to end."""
    early = command(MADE - timedelta(seconds=1))

    LIVE.when(early).then_refused("before_the_order")


@pytest.mark.edge("EC15")
def test_a_discharge_needs_the_court_whoever_asks() -> None:
    """The daughter may ask for it; that she withdraws a complaint ends nothing."""
    complaint = given(request(), grant(), inform(day(1)), report(day(2)))

    withdrawn = complaint.when(withdraw_complaint(day(3))).then(e.ComplaintWithdrawn)
    withdrawn.and_state(State.BREACHED)
    LIVE.when(discharge(day(5), by=THE_DAUGHTER)).then_refused("not_competent")
    asked = discharge(day(5), asked_by=Capacity.PROTECTED_PERSON)
    LIVE.when(asked).then(Having(e.OrderDischarged, asked_by=Capacity.PROTECTED_PERSON))


def test_a_discharge_is_asked_by_those_whom_the_law_hears() -> None:
    """The Attorney General has no part in it."""
    asked = discharge(day(5), asked_by=Capacity.ATTORNEY_GENERAL)

    LIVE.when(asked).then_refused("no_standing", law=law(FMPO).variation.by.source)


def test_the_mayor_withdraws_an_exclusion() -> None:
    """In person: the power cannot be mandated, and nobody has to ask for it."""
    imposed = given(ban(), impose(), regime=HUISVERBOD)
    own = {"asked_by": Capacity.AUTHORITY}

    imposed.when(discharge(day(2), by=ASSISTANT, **own)).then_refused("not_competent")
    imposed.when(discharge(day(2), by=MAYOR, **own)).then(e.OrderDischarged)
    asked = discharge(day(2), by=MAYOR, asked_by=Capacity.RESPONDENT)
    imposed.when(asked).then(e.OrderDischarged)


def test_one_of_two_is_released_and_the_last_is_not() -> None:
    """The order goes on for the other; for the last of them it is discharged."""
    released = SISTERS.when(release(day(5))).then(e.ProtectedPersonReleased)

    released.and_state(State.GRANTED)
    assert [one.id for one in released.order.protected_persons] == [DAUGHTER]
    LIVE.when(release(day(5), DAUGHTER)).then_refused("last_protected_person")
    SISTERS.when(release(day(5), MOTHER)).then_refused("no_such_person")


def test_who_was_released_was_protected_once() -> None:
    """What happened while the order protected her is hers to pursue; a stranger has no part."""
    order = SISTERS.when(release(day(5))).then(e.ProtectedPersonReleased).order
    sister = Actor(role=Role.PROTECTED_PERSON, person=SISTER)
    stranger = Actor(role=Role.PROTECTED_PERSON, person="stranger")

    assert capacities(order, sister, law(FMPO)) == {Capacity.PROTECTED_PERSON}
    assert capacities(order, stranger, law(FMPO)) == set()


def test_an_order_is_set_aside_once() -> None:
    """And it may be set aside after it has ended, because it ought not to have been made."""
    ended = given(request(), grant(), discharge(day(5)))

    ended.when(set_aside(day(6))).then(e.OrderSetAside).and_state(State.LAPSED)
    twice = given(request(), grant(), set_aside(day(5)))
    twice.when(set_aside(day(6))).then_refused("already_on_record")


@pytest.mark.edge("EC45")
def test_death_ends_the_purpose_and_not_the_incidents() -> None:
    """What happened before goes on its way."""
    breached = given(request(), grant(), inform(day(1)), report(day(2)))

    ended = breached.when(die(day(5))).then(e.ProtectedPersonDied).and_state(State.LAPSED)
    now = Given(ended.order, ended.regime, day(5))
    now.when(refer(day(6))).then(e.IncidentReferred).and_state(State.LAPSED)


def test_death_of_one_of_two_leaves_the_order() -> None:
    """It ends with the last of them, and nobody dies twice."""
    one = SISTERS.when(die(day(5), SISTER)).then(e.ProtectedPersonDied).and_state(State.GRANTED)

    now = Given(one.order, one.regime, day(5))
    now.when(die(day(6), SISTER)).then_refused("no_such_person")
    now.when(die(day(6))).then(e.ProtectedPersonDied).and_state(State.LAPSED)
    dead = given(request(), grant(), die(day(5)))
    dead.when(die(day(6))).then_refused("already_on_record")


@pytest.mark.boundary
def test_an_end_is_recorded_once_it_is_reached() -> None:
    """The moment of the end is not too early; recording it makes it visible and moves nothing."""
    BOUNDED.when(expire(day(30) - timedelta(seconds=1))).then_refused("not_yet_ended")
    ended = BOUNDED.when(expire(day(30)))
    wanted = Having(e.OrderExpired, ended_at=day(30), cause="expired")
    expired = ended.then(wanted).and_state(State.LAPSED)
    assert BOUNDED.order.recorded_state is State.GRANTED
    for moment in (day(29), day(30), day(31)):
        assert BOUNDED.order.state_at(moment) is expired.order.state_at(moment)


def test_an_end_is_recorded_by_the_clock_or_the_court_office() -> None:
    """And once: neither an order without an end nor a discharged one expires."""
    source = law(FMPO).duration.anchor.source

    BOUNDED.when(expire(day(30), by=OFFICER)).then(e.OrderExpired)
    BOUNDED.when(expire(day(30), by=THE_MOTHER)).then_refused("not_competent")
    LIVE.when(expire(day(30))).then_refused("not_yet_ended", law=source)
    again = given(request(), grant(duration=until(day(30))), expire(day(30)))
    again.when(expire(day(31))).then_refused("already_on_record")
    ended = given(request(), grant(duration=until(day(30))), discharge(day(5)))
    ended.when(expire(day(31))).then_refused("already_on_record")


def test_an_extended_order_expires_at_its_new_end() -> None:
    """An expiry on record before a late extension does not end the order a second time."""
    longer = given(
        request(),
        grant(duration=until(day(30))),
        expire(day(30)),
        extend(day(20), until(day(60))),
    )

    longer.when(expire(day(40))).then_refused("not_yet_ended")
    longer.when(expire(day(60))).then(Having(e.OrderExpired, ended_at=day(60)))


@pytest.mark.edge("EC09")
@pytest.mark.parametrize("end", [discharge(day(5)), supersede(day(5)), die(day(5))])
def test_the_end_of_an_order_changes_nothing_about_earlier_conduct(end: c.Command) -> None:
    """The incident on record stays as it is and can still be referred (N4)."""
    breached = given(request(), grant(), inform(day(1)), report(day(2)))

    ended = breached.when(end)
    after = decide(end, breached.order, breached.regime, day(5))
    assert len(after) == 1, "nothing is assessed again"
    lapsed = Given(record(breached.order, after), breached.regime, day(5))
    assert lapsed.order.incidents == ended.given.order.incidents
    lapsed.when(refer(day(6))).then(e.IncidentReferred).and_state(State.LAPSED)
    late = lapsed.when(report(day(7), "other", conduct_at=day(3))).then(e.IncidentReported)
    now = Given(late.order, late.regime, day(7))
    now.when(refer(day(8), "other")).then(e.IncidentReferred)


@pytest.mark.edge("EC09")
def test_expiry_changes_nothing_about_earlier_conduct() -> None:
    """Neither recorded nor by itself."""
    breached = given(
        request(), grant(duration=until(day(30))), inform(day(1)), report(day(2)), expire(day(30))
    )

    assert breached.order.state_at(day(31)) is State.LAPSED
    breached.when(refer(day(40))).then(e.IncidentReferred).and_state(State.LAPSED)
