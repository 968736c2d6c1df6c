"""FlagConflict: another order that says the opposite (EC28)."""

from __future__ import annotations

import pytest

from orderflow.order import events as e
from orderflow.order.values import State
from tests.spec import FMPO, Given, given, law
from tests.unit.order.acts import MOTHER, day, flag_conflict, grant, inform, report, request

BOUND = given(request(), grant(), inform(day(1)))


@pytest.mark.edge("EC28")
def test_two_orders_that_conflict_are_both_kept_and_a_court_is_asked() -> None:
    """Neither prevails by itself: what follows is for a human."""
    flagged = BOUND.when(flag_conflict(day(2))).then(e.ConflictFlagged).and_state(State.SERVED)

    now = Given(flagged.order, flagged.regime, day(2))
    now.conduct(MOTHER, "contact", day(3)).both("needs_review", "conflicting_order_review")
    now.conduct(MOTHER, "arrange", day(3)).both("open")


def test_an_incident_on_record_is_looked_at_again() -> None:
    """A conflict that comes to light later changes what the law makes of it."""
    breached = given(request(), grant(), inform(day(1)), report(day(2)))

    breached.when(flag_conflict(day(3))).then(e.ConflictFlagged, e.IncidentReassessed)


def test_a_conflict_names_terms_of_the_order_and_is_flagged_once() -> None:
    """A term that no version has cannot conflict."""
    BOUND.when(flag_conflict(day(2), "curfew")).then_refused("term_not_in_version")
    flagged = given(request(), grant(), flag_conflict(day(2)))
    flagged.when(flag_conflict(day(3))).then_refused("already_on_record")
    flagged.when(flag_conflict(day(3), "contact", "arrange")).then(e.ConflictFlagged)


def test_the_reason_of_a_conflict_does_not_cite_another_rule() -> None:
    """A conflict rests on the record, not on the rule on setting aside."""
    flagged = given(request(), grant(), inform(day(1)), flag_conflict(day(2)))
    reason = flagged.conduct(MOTHER, "contact", day(3)).assessment.criminal.reasons[0]

    assert not set(reason.law) & set(law(FMPO).set_aside.effect.source)
