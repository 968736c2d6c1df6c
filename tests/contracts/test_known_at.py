"""What was known when."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from orderflow.errors import OrderNotFound
from orderflow.order import RouteStatus, State
from tests.contracts.cases import after, grant, report, request, serve

if TYPE_CHECKING:
    from datetime import datetime

    from orderflow.store import ProtectionOrders
    from tests.contracts.conftest import Clock


@pytest.fixture
def told_late(orders: ProtectionOrders, clock: Clock) -> tuple[UUID, datetime, datetime]:
    """An order; service of last week was recorded a day after the breach was."""
    order_id = orders.handle(request()).order_id
    orders.handle(grant(order_id))
    orders.handle(report(order_id, 60))
    first_day = clock.now
    second_day = clock.move(days=1)
    orders.handle(serve(order_id, 24))
    return order_id, first_day, second_day


@pytest.mark.edge("EC39")
def test_yesterdays_answer_stays_yesterdays(
    orders: ProtectionOrders, told_late: tuple[UUID, datetime, datetime]
) -> None:
    """A certificate recorded late changes the answer from then on, and not what was known."""
    order_id, first_day, second_day = told_late

    def criminal(known_at: datetime | None) -> RouteStatus:
        order = orders.get(order_id, known_at=known_at)
        return order.assess(person="rob", term="t1", conduct_at=after(58)).criminal.status

    assert criminal(first_day) is RouteStatus.CLOSED
    assert criminal(second_day) is RouteStatus.OPEN
    assert criminal(None) is RouteStatus.OPEN


@pytest.mark.boundary
def test_known_at_keeps_what_was_recorded_at_that_very_moment(
    orders: ProtectionOrders, told_late: tuple[UUID, datetime, datetime]
) -> None:
    """The moment itself is included; the one before it is not."""
    order_id, first_day, second_day = told_late
    just_before = second_day - timedelta(microseconds=1)

    assert orders.get(order_id, known_at=second_day).recorded_state is State.BREACHED
    assert len(orders.history(order_id, known_at=second_day)) == 6
    assert len(orders.history(order_id, known_at=just_before)) == 4
    assert orders.get(order_id, known_at=just_before).version == 4
    with pytest.raises(OrderNotFound):
        orders.get(order_id, known_at=first_day - timedelta(microseconds=1))
    with pytest.raises(OrderNotFound):
        orders.history(order_id, known_at=first_day - timedelta(microseconds=1))


def test_known_at_needs_a_time_zone(
    orders: ProtectionOrders, told_late: tuple[UUID, datetime, datetime]
) -> None:
    """A moment without a zone is the caller's mistake, not a guess of ours."""
    order_id, first_day, _ = told_late
    with pytest.raises(ValueError, match="known_at"):
        orders.get(order_id, known_at=first_day.replace(tzinfo=None))
