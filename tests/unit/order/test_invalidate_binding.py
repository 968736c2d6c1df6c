"""InvalidateBinding: service that did not take place as recorded (EC40)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from orderflow.order import events as e
from orderflow.order.values import State
from tests.spec import Given, given
from tests.unit.order.acts import (
    OFFICER,
    day,
    discharge,
    grant,
    grant_unheard,
    inform,
    invalidate,
    refer,
    report,
    request,
    serve,
)

BREACHED = given(request(), grant_unheard(), serve(day(1)), report(day(2)))


@pytest.mark.edge("EC40")
def test_a_false_certificate_reopens_what_rested_on_it() -> None:
    """The incident is assessed again, nothing is deleted, and the order falls back."""
    found = BREACHED.when(invalidate(day(5)))

    after = found.then(e.BindingInvalidated, e.IncidentReassessed).and_state(State.GRANTED)
    assert [binding.invalidated for binding in after.order.bindings] == [True]
    now = Given(after.order, after.regime, day(5))
    now.incident("call").both("closed", "not_aware")
    now.when(refer(day(6))).then_refused("not_aware")


def test_what_another_binding_carries_stays() -> None:
    """The mother was told as well: the incident rests on that."""
    twice = given(request(), grant_unheard(), serve(day(1)), inform(day(1)), report(day(2)))

    twice.when(invalidate(day(5))).then(e.BindingInvalidated, e.IncidentReassessed)
    only = given(request(), grant_unheard(), inform(day(1)), serve(day(3)), report(day(2)))
    only.when(invalidate(day(5), 2)).then(e.BindingInvalidated).and_state(State.BREACHED)


def test_a_referred_incident_stays_with_the_prosecutor() -> None:
    """What is referred is the prosecutor's to drop; the new assessment travels to them."""
    referred = given(request(), grant_unheard(), serve(day(1)), report(day(2)), refer(day(3)))

    found = referred.when(invalidate(day(5))).then(e.BindingInvalidated, e.IncidentReassessed)
    found.and_state(State.REFERRED)


def test_the_court_finds_it_once_and_of_a_binding_on_record() -> None:
    """Nobody else does, and an invalid binding is invalid."""
    BREACHED.when(invalidate(day(5), 2)).then_refused("no_such_binding")
    BREACHED.when(invalidate(day(5), by=OFFICER)).then_refused("not_competent")
    again = given(request(), grant_unheard(), serve(day(1)), invalidate(day(2)))
    again.when(invalidate(day(5))).then_refused("no_such_binding")


@pytest.mark.boundary
def test_a_binding_is_found_false_after_it_was_made() -> None:
    """The same moment will do."""
    served = given(request(), grant(), serve(day(3)))

    served.when(invalidate(day(3) - timedelta(seconds=1))).then_refused("too_early")
    served.when(invalidate(day(3))).then(e.BindingInvalidated)


def test_it_is_found_after_the_end_as_well() -> None:
    """The order has lapsed; the incident is looked at again all the same."""
    ended = given(request(), grant_unheard(), serve(day(1)), report(day(2)), discharge(day(4)))

    found = ended.when(invalidate(day(5))).then(e.BindingInvalidated, e.IncidentReassessed)
    found.and_state(State.LAPSED)
