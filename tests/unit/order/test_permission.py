"""RequestPermission and DecidePermission: the leave that others than those as of right need."""

from __future__ import annotations

from datetime import timedelta

import pytest

from orderflow.law import Criterion, Harm
from orderflow.order import events as e
from orderflow.order.values import EndCause, State
from tests.spec import FGMPO, FMPO, Having, given, law
from tests.unit.order.acts import (
    ASKED,
    MADE,
    OFFICER,
    POLICE,
    SCHOOL,
    THE_DAUGHTER,
    ask_permission,
    day,
    decide_permission,
    grant,
    list_hearing,
    request,
    undertake,
)

ALL_THREE = law(FMPO).applicants.permission_criteria


@pytest.mark.edge("EC22")
def test_police_without_leave_get_no_hearing_and_no_order() -> None:
    """A request that needs permission stays on file, and nothing is heard or made on it."""
    source = law(FMPO).applicants.with_permission.source
    draft = given(request(by=POLICE))

    draft.when(list_hearing()).then_refused("permission_needed", law=source)
    draft.when(grant()).then_refused("permission_needed", law=source)
    draft.when(undertake()).then_refused("permission_needed", law=source)
    assert draft.order.recorded_state is State.REQUESTED


@pytest.mark.edge("EC22")
def test_police_with_leave_get_an_order() -> None:
    """Once permission is given the order can be heard and made."""
    allowed = given(request(by=POLICE), ask_permission(), decide_permission(), list_hearing())

    allowed.when(grant()).then(e.OrderGranted)


def test_permission_is_asked_once_and_by_the_applicant() -> None:
    """Only the applicant asks, and not again while it is pending."""
    asked = given(request(by=POLICE))

    asked.when(ask_permission()).then(Having(e.PermissionRequested, addressed=tuple(Criterion)))
    asked.when(ask_permission(by=SCHOOL)).then_refused("not_competent")
    again = given(request(by=POLICE), ask_permission())
    again.when(ask_permission()).then_refused("already_on_record")


def test_who_needs_no_permission_cannot_ask_for_it() -> None:
    """The daughter asks as of right."""
    given(request()).when(ask_permission(by=THE_DAUGHTER)).then_refused("permission_not_needed")


@pytest.mark.boundary
def test_the_two_english_orders_differ_in_what_permission_asks() -> None:
    """Wishes and feelings are a factor for forced marriage, and not for mutilation."""
    two = ask_permission(addressed=(Criterion.CONNECTION, Criterion.KNOWLEDGE))
    girl = given(request(by=POLICE, harms=(Harm.FGM,)), regime=FGMPO)

    given(request(by=POLICE)).when(two).then_refused("criteria_missing", law=ALL_THREE.source)
    girl.when(two).then(e.PermissionRequested)
    one = ask_permission(addressed=(Criterion.CONNECTION,))
    girl.when(one).then_refused("criteria_missing")


def test_the_court_decides_on_permission_that_was_asked() -> None:
    """Nobody else gives it, and nothing is given that was not asked."""
    asked = given(request(by=POLICE), ask_permission())

    asked.when(decide_permission()).then(e.PermissionGranted).and_state(State.REQUESTED)
    asked.when(decide_permission(by=OFFICER)).then_refused("not_competent")
    given(request(by=POLICE)).when(decide_permission()).then_refused("permission_not_asked")
    decided = given(request(by=POLICE), ask_permission(), decide_permission())
    decided.when(decide_permission()).then_refused("permission_not_asked")


@pytest.mark.boundary
def test_permission_comes_after_it_is_asked_and_before_the_order() -> None:
    """The same moment will do; a second earlier there was nothing to decide, or no leave yet."""
    asked = given(request(by=POLICE), ask_permission(MADE))
    allowed = given(request(by=POLICE), ask_permission(), decide_permission(day(1)))

    asked.when(decide_permission(MADE - timedelta(seconds=1))).then_refused("too_early")
    asked.when(decide_permission(MADE)).then(e.PermissionGranted)
    early = grant(day(1) - timedelta(seconds=1))
    allowed.when(early, recorded_at=day(2)).then_refused("too_early")
    allowed.when(grant(day(1))).then(e.OrderGranted)


def test_refused_permission_ends_the_request() -> None:
    """Without permission there will be no order on this request."""
    asked = given(request(by=POLICE), ask_permission())

    ended = asked.when(decide_permission(granted=False)).then(e.PermissionRefused)
    ended.and_state(State.LAPSED)
    assert ended.order.request_end == (ASKED, EndCause.PERMISSION_REFUSED)
    lapsed = given(request(by=POLICE), ask_permission(), decide_permission(granted=False))
    lapsed.when(grant()).then_refused("not_in_this_state")
