"""ProtectionOrder: what an order is on record, and at any moment."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from orderflow.law import Capacity, NotifiedFact
from orderflow.order import ProtectionOrder, decide, evolve, fold
from orderflow.order import events as e
from orderflow.order.binding import effective_bindings
from orderflow.order.values import State
from tests.spec import FGMPO, FMPO, ORDER, given, law, record
from tests.unit.order.acts import (
    ASKED,
    AUNT,
    DAUGHTER,
    MADE,
    MOTHER,
    STRANGER,
    day,
    flag_conflict,
    grant,
    inform,
    link,
    list_hearing,
    notify_police,
    person,
    prosecuted,
    refer,
    refuse,
    report,
    request,
    seal,
    serve,
    until,
    withhold,
)

HISTORY = (request(), grant(duration=until(day(30))), inform(day(1)), report(day(2)))


def test_before_its_request_there_is_no_state() -> None:
    """Neither on record nor at any moment."""
    nothing = ProtectionOrder.start(ORDER)

    assert nothing.recorded_state is None
    assert nothing.state_at(MADE) is None
    assert nothing.ends_at is None
    assert given(request()).order.state_at(ASKED - timedelta(seconds=1)) is None
    assert given(request()).order.state_at(ASKED) is State.REQUESTED


def test_a_refused_request_has_lapsed_from_then_on() -> None:
    """Until then it was asked for."""
    refused = given(request(), refuse(day(1))).order

    assert refused.state_at(day(1) - timedelta(seconds=1)) is State.REQUESTED
    assert refused.state_at(day(1)) is State.LAPSED


def test_a_state_is_asked_for_at_a_moment_with_a_zone() -> None:
    """So is a decision taken at one."""
    naive = datetime(2025, 1, 8, 10, 0)  # noqa: DTZ001
    made = given(*HISTORY)

    with pytest.raises(ValueError, match="time zone"):
        made.order.state_at(naive)
    with pytest.raises(ValueError, match="time zone"):
        decide(inform(day(3)), made.order, made.regime, naive)


def test_the_states_of_a_life_are_found_at_their_moments() -> None:
    """Each from the moment of the fact that brought it."""
    order = given(
        *HISTORY, refer(day(3)), prosecuted(day(5), "acquitted"), report(day(6), "second")
    ).order

    found = [order.state_at(day(number)) for number in (0, 1, 2, 3, 5, 6, 30)]
    assert found == [
        State.GRANTED,
        State.SERVED,
        State.BREACHED,
        State.REFERRED,
        State.SERVED,
        State.BREACHED,
        State.LAPSED,
    ]


def test_an_order_is_what_its_events_say() -> None:
    """Folding them at once or one by one gives the same order, with as many versions."""
    order = ProtectionOrder.start(ORDER)
    events: list[e.Event] = []
    for command in HISTORY:
        events += decide(command, order, law(FMPO), day(9))
        order = record(order, events[order.version :])

    assert fold(ORDER, events) == order
    assert order.version == len(events)
    assert hash(order.id) == hash(ORDER)


def test_an_order_cannot_be_changed() -> None:
    """It is frozen; a change is another order."""
    order = given(*HISTORY).order

    with pytest.raises(AttributeError):
        order.version = 0  # type: ignore[misc]
    assert order.changed(version=0) is not order


def test_a_person_is_found_by_pseudonym() -> None:
    """Whether protected, respondent or otherwise involved."""
    order = given(request(other_persons=(person(AUNT),))).order

    assert [order.person(name) is not None for name in (DAUGHTER, MOTHER, AUNT, STRANGER)] == [
        True,
        True,
        True,
        False,
    ]
    assert order.known_as(STRANGER) == {STRANGER}


def test_bound_persons_are_found_with_their_first_binding() -> None:
    """For the view "one of two persons"; one human being counts once, whatever the name."""
    order = given(
        request(),
        grant(),
        serve(day(3)),
        inform(day(1)),
        link(day(4), MOTHER, "amina"),
        inform(day(5), "amina"),
    ).order

    bound = effective_bindings(order, day(6))
    assert [(name, binding.at) for name, binding in bound] == [("amina", day(1))]
    assert effective_bindings(order, MADE) == ()
    assert effective_bindings(order, ASKED) == ()


def test_what_is_noted_around_an_order_is_on_record() -> None:
    """Hearings, conflicts, notices and seals."""
    order = given(
        request(case_reference="case-1"),
        list_hearing(),
        grant(),
        seal(),
        notify_police(day(1)),
        flag_conflict(day(2)),
        withhold(day(2)),
    ).order

    assert order.case_reference == "case-1"
    assert order.hearings == (MADE,)
    assert [one.of for one in order.police_notices] == [NotifiedFact.MADE]
    assert order.conflicts == (("child-arrangements-1", "contact"),)
    assert order.withheld_contacts == {DAUGHTER}


def test_a_decision_is_taken_under_the_law_that_the_order_pinned() -> None:
    """Another law is a programmer's mistake, not a refusal."""
    asked = given(request())

    with pytest.raises(ValueError, match="pinned"):
        decide(grant(), asked.order, law(FGMPO), MADE)


def test_a_history_that_begins_in_the_middle_has_lapsed() -> None:
    """It cannot be refused any more, and nobody is held to an order that nobody made."""
    order = given(request()).order
    varied = e.OrderVaried(
        occurred_at=day(1),
        version=2,
        terms=(),
        without_notice=False,
        ends_at=None,
        end_moved=False,
        asked_by=Capacity.AUTHORITY,
        bindings_carried_over=False,
    )

    assert evolve(order, varied).recorded_state is State.LAPSED
