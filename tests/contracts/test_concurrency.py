"""Several writers: nothing is lost, nothing is decided on what is no longer so."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from orderflow.errors import CommandRejected, ConcurrentChange, OrderChanged
from orderflow.order import commands as c
from tests.contracts.cases import COUNCIL, after, grant, notify, request, serve

if TYPE_CHECKING:
    from collections.abc import Callable

    from orderflow.store import ProtectionOrders


def interfere(orders: ProtectionOrders, act: Callable[[int], object], times: int) -> list[int]:
    """Let somebody else `act` right after each of the next loads; count the loads."""
    load = orders._records.load
    loads: list[int] = []

    def interfered(command_id: str, order_id: UUID) -> object:
        found = load(command_id, order_id)
        loads.append(len(loads))
        if len(loads) <= times:
            orders._records.load = load  # type: ignore[method-assign]
            act(len(loads))
            orders._records.load = interfered  # type: ignore[method-assign, assignment]
        return found

    orders._records.load = interfered  # type: ignore[method-assign, assignment]
    return loads


@pytest.fixture
def order_id(orders: ProtectionOrders) -> UUID:
    """An order that was granted."""
    order_id = orders.handle(request()).order_id
    orders.handle(grant(order_id))
    return order_id


def test_a_command_is_decided_anew_on_what_others_recorded(
    orders: ProtectionOrders, order_id: UUID
) -> None:
    """After a conflict the command is decided on the new state, and numbers follow on."""
    loads = interfere(orders, lambda _: orders.handle(serve(order_id, 24)), times=1)
    result = orders.handle(serve(order_id, 25, "uncle"))

    assert len(loads) == 2
    (event,) = result.events
    assert event.model_dump()["binding"] == 2
    assert result.version == 5


def test_a_command_may_be_refused_for_what_others_recorded(orders: ProtectionOrders) -> None:
    """What was lawful when we read may be refused when we try to write."""
    order_id = orders.handle(request()).order_id
    withdraw = c.WithdrawRequest(
        occurred_at=after(2), actor=COUNCIL, order_id=order_id, permitted=True
    )
    interfere(orders, lambda _: orders.handle(withdraw), times=1)
    with pytest.raises(CommandRejected) as refused:
        orders.handle(grant(order_id))

    assert refused.value.code == "not_in_this_state"
    assert orders.get(order_id).version == 2


def test_retries_are_bounded(orders: ProtectionOrders, order_id: UUID) -> None:
    """Whoever always comes second is told so, and has recorded nothing."""
    loads = interfere(orders, lambda n: orders.handle(notify(order_id, 5 + n)), times=99)
    with pytest.raises(ConcurrentChange):
        orders.handle(notify(order_id, 5), command_id="mine", max_attempts=3)

    assert len(loads) == 3
    assert "mine" not in {item.command_id for item in orders.history(order_id)}


def test_no_attempt_at_all_is_the_callers_mistake(orders: ProtectionOrders) -> None:
    """Zero attempts cannot be meant."""
    with pytest.raises(ValueError, match="max_attempts"):
        orders.handle(request(), max_attempts=0)


def test_eight_threads_on_one_order_lose_nothing(orders: ProtectionOrders, order_id: UUID) -> None:
    """Every accepted command is on record once, and versions follow each other."""
    with ThreadPoolExecutor(8) as pool:
        calls = [
            pool.submit(orders.handle, notify(order_id, 5), command_id=f"c-{n}", max_attempts=100)
            for n in range(80)
        ]
        for call in calls:
            call.result()

    history = orders.history(order_id)
    assert [item.version for item in history] == list(range(1, 84))
    assert len({item.position for item in history}) == 83
    assert {f"c-{n}" for n in range(80)} <= {item.command_id for item in history}


def test_a_command_on_an_older_version_is_not_recorded(
    orders: ProtectionOrders, order_id: UUID
) -> None:
    """Who says which version they decided on is told when it is no longer the last."""
    known = orders.get(order_id).version
    orders.handle(serve(order_id, 24))

    with pytest.raises(OrderChanged):
        orders.handle(serve(order_id, 25, "uncle"), expected_version=known)

    assert orders.get(order_id).version == known + 1


def test_an_expected_version_is_not_tried_anew_on_another(
    orders: ProtectionOrders, order_id: UUID
) -> None:
    """Somebody who records between the look and the record makes it fail, not wait its turn."""
    known = orders.get(order_id).version
    interfere(orders, lambda _: orders.handle(serve(order_id, 24)), times=1)

    with pytest.raises(OrderChanged):
        orders.handle(serve(order_id, 25, "uncle"), expected_version=known)

    assert orders.get(order_id).version == known + 1


def test_a_repeated_command_gives_its_first_result_whatever_version_it_names(
    orders: ProtectionOrders, order_id: UUID
) -> None:
    """A retry after a lost answer names the version from before its own effect."""
    known = orders.get(order_id).version
    first = orders.handle(serve(order_id, 24), command_id="once", expected_version=known)

    again = orders.handle(serve(order_id, 24), command_id="once", expected_version=known)

    assert (again.repeated, again.version) == (True, first.version)
