"""A command is recorded at most once, however often it is handed in (N7)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from orderflow.errors import CommandIdReused, CommandRejected
from tests.contracts.cases import START, grant, notify, report, request, serve

if TYPE_CHECKING:
    from orderflow.store import ProtectionOrders
    from tests.contracts.conftest import Clock


def test_a_repeated_command_returns_the_first_result(
    orders: ProtectionOrders, clock: Clock
) -> None:
    """The same id and content give the first result, whatever happened since."""
    order_id = orders.handle(request()).order_id
    first = orders.handle(grant(order_id), command_id="grant-it")
    clock.move(days=1)
    orders.handle(serve(order_id, 24))
    again = orders.handle(grant(order_id), command_id="grant-it")

    assert (first.repeated, again.repeated) == (False, True)
    assert again.events == first.events
    assert (again.order_id, again.version, again.state, again.recorded_at) == (
        first.order_id,
        first.version,
        first.state,
        first.recorded_at,
    )
    assert orders.get(order_id).version == 4


def test_a_repeated_request_makes_no_second_order(orders: ProtectionOrders) -> None:
    """The order id follows from the command id, and so does the one result."""
    command_id = uuid4()
    first = orders.handle(request(), command_id=command_id)
    again = orders.handle(request(), command_id=str(command_id))

    assert again.repeated
    assert list(orders.order_ids()) == [first.order_id]


@pytest.mark.parametrize("other", ["content", "type", "order"])
def test_an_id_with_other_content_is_refused(orders: ProtectionOrders, other: str) -> None:
    """One id names one command; nothing is recorded under a second meaning."""
    order_id = orders.handle(request()).order_id
    orders.handle(grant(order_id))
    second = orders.handle(request()).order_id
    orders.handle(notify(order_id, 5), command_id="c-1")
    different = {
        "content": notify(order_id, 6),
        "type": serve(order_id, 5),
        "order": notify(second, 5),
    }[other]
    before = orders.recorder.max_notification_id()
    with pytest.raises(CommandIdReused):
        orders.handle(different, command_id="c-1")

    assert orders.recorder.max_notification_id() == before


def test_the_same_moment_in_another_zone_is_the_same_content(orders: ProtectionOrders) -> None:
    """How a moment is written does not make it another command."""
    local = START.astimezone(ZoneInfo("Europe/Amsterdam"))
    here = request(UUID(int=1))
    there = type(here)(**{**dict(here), "occurred_at": local})
    orders.handle(here, command_id="c-1")

    assert orders.handle(there, command_id="c-1").repeated


def test_every_command_without_an_id_is_a_new_one(orders: ProtectionOrders) -> None:
    """Leaving the id out means each call counts."""
    order_id = orders.handle(request()).order_id
    orders.handle(grant(order_id))
    results = [orders.handle(notify(order_id, 5)) for _ in range(3)]

    assert [result.repeated for result in results] == [False] * 3
    assert len({item.command_id for item in orders.history(order_id)}) == 5


def test_a_command_that_was_refused_may_be_tried_again(orders: ProtectionOrders) -> None:
    """A refusal is no result: later, the same command may be accepted."""
    order_id = orders.handle(request()).order_id
    early = report(order_id, 5)
    with pytest.raises(CommandRejected):
        orders.handle(early, command_id="c-1")
    orders.handle(grant(order_id))

    assert orders.handle(early, command_id="c-1").repeated is False


@pytest.mark.parametrize("bad", ["", "x" * 201, "line\nbreak"])
def test_an_id_that_cannot_be_kept_is_the_callers_mistake(
    orders: ProtectionOrders, bad: str
) -> None:
    """Empty, endless and unprintable ids are refused before anything is read."""
    with pytest.raises(ValueError, match="command_id"):
        orders.handle(request(), command_id=bad)


def test_one_command_from_eight_threads_is_recorded_once(orders: ProtectionOrders) -> None:
    """Of those who hand in the same command at once, one records and all get its result."""
    order_id = orders.handle(request()).order_id
    with ThreadPoolExecutor(8) as pool:
        calls = [pool.submit(orders.handle, grant(order_id), command_id="c-1") for _ in range(8)]
        results = [call.result() for call in calls]

    assert sorted(result.repeated for result in results) == [False] + [True] * 7
    assert len({result.events for result in results}) == 1
    assert orders.get(order_id).version == 3


def test_a_repeat_is_recognised_by_what_was_recorded_meanwhile(orders: ProtectionOrders) -> None:
    """A command that is recorded between our reading and our writing is not recorded twice."""
    order_id = orders.handle(request()).order_id
    load = orders._records.load
    raced: list[bool] = []

    def racing(command_id: str, about: UUID) -> object:
        found = load(command_id, about)
        if not raced:
            raced.append(True)
            orders.handle(grant(order_id), command_id="c-1")
        return found

    orders._records.load = racing  # type: ignore[method-assign, assignment]

    assert orders.handle(grant(order_id), command_id="c-1").repeated
    assert orders.get(order_id).version == 3


def test_the_result_does_not_depend_on_the_clock(orders: ProtectionOrders, clock: Clock) -> None:
    """A repeat is answered although its moment would now lie in the future."""
    first = orders.handle(request(), command_id="c-1")
    clock.now = START - timedelta(days=1)

    assert orders.handle(request(), command_id="c-1").events == first.events
