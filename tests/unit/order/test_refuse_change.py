"""RefuseChange: an order that stays as it is, though somebody asked otherwise."""

from __future__ import annotations

from datetime import datetime

import pytest

from orderflow.law import Capacity
from orderflow.order import State
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.values import Actor, Decision
from tests.spec import FMPO, HUISVERBOD, ORDER, Having, given, law
from tests.unit.order.acts import (
    ASSISTANT,
    COURT,
    OFFICER,
    appeal,
    ban,
    day,
    grant,
    impose,
    inform,
    request,
    until,
)

LIVE = given(request(), grant(duration=until(day(30))), inform(day(1)))


def no(when: datetime, change: str = "discharge", by: Actor = COURT) -> c.RefuseChange:
    """The court refuses what the mother asked for."""
    return c.RefuseChange.model_validate(
        {
            "occurred_at": when,
            "actor": by,
            "order_id": ORDER,
            "change": change,
            "asked_by": Capacity.RESPONDENT,
        }
    )


@pytest.mark.parametrize("change", ["variation", "extension", "discharge"])
def test_a_refused_change_changes_nothing(change: str) -> None:
    """It is on record, and the order is as it was."""
    refused = LIVE.when(no(day(5), change)).then(Having(e.ChangeRefused, change=change))

    refused.and_state(State.SERVED)
    assert refused.order.periods == LIVE.order.periods
    assert refused.order.versions == LIVE.order.versions


def test_a_refused_change_can_be_appealed() -> None:
    """And only once there is one."""
    wanted = appeal(day(6), Decision.REFUSED_CHANGE)

    given(request(), grant(), no(day(5))).when(wanted).then(e.AppealLodged)
    LIVE.when(wanted).then_refused("no_such_decision")


def test_who_may_change_may_refuse_to() -> None:
    """Nobody else, and not after the end."""
    source = law(FMPO).competence.discharge.source

    LIVE.when(no(day(5), by=OFFICER)).then_refused("not_competent", law=source)
    LIVE.when(no(day(30))).then_refused("not_in_force")
    imposed = given(ban(), impose(), regime=HUISVERBOD)
    imposed.when(no(day(5), "extension", ASSISTANT)).then_refused("not_competent")
