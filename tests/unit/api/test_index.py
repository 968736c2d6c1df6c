"""The orders in memory: read once for all who wait, and never from before they asked."""

from __future__ import annotations

import time
from threading import Event, Thread
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from orderflow.api.index.following import OrderIndex
from orderflow.errors import StoreUnavailable
from orderflow.store import ProtectionOrders
from tests.contracts.cases import request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from eventsourcing.persistence import Notification


@pytest.fixture
def orders() -> Iterator[ProtectionOrders]:
    """An empty log in memory."""
    with ProtectionOrders.open() as opened:
        yield opened


class Slow:
    """The log, read at leisure the first time."""

    def __init__(self, read: Callable[..., Sequence[Notification]]) -> None:
        """Take how it is read."""
        self._read = read
        self.reads = 0
        self.at_work, self.free = Event(), Event()

    def __call__(self, **asked: object) -> Sequence[Notification]:
        """Read first and wait then, so that what is recorded meanwhile is missed."""
        self.reads += 1
        found = self._read(**asked)
        self.at_work.set()
        assert self.free.wait(10)
        return found


def test_who_asks_while_the_log_is_read_sees_what_came_meanwhile(orders: ProtectionOrders) -> None:
    """Five who ask during a read share another one, which finds what was recorded before."""
    index, slow = OrderIndex(orders), Slow(orders.recorder.select_notifications)
    seen: list[bool] = []
    with patch.object(orders.recorder, "select_notifications", slow):
        first = Thread(target=index.catch_up)
        first.start()
        assert slow.at_work.wait(10)
        order_id = orders.handle(request()).order_id

        def ask() -> None:
            index.catch_up()
            seen.append(index.get(order_id) is not None)

        others = [Thread(target=ask) for _ in range(5)]
        for other in others:
            other.start()
        time.sleep(0.2)  # In which at least two of them come to wait.
        slow.free.set()
        for thread in (first, *others):
            thread.join()

    assert seen == [True] * 5
    assert 2 <= slow.reads < 1 + len(others)


def test_a_read_that_failed_is_nobodys_answer(orders: ProtectionOrders) -> None:
    """Whoever asks after a failure reads anew, and is told of their own."""
    index = OrderIndex(orders)
    order_id = orders.handle(request()).order_id

    def away(**_: object) -> None:
        msg = "gone"
        raise StoreUnavailable(msg)

    with patch.object(orders.recorder, "select_notifications", away):
        for _ in range(2):
            with pytest.raises(StoreUnavailable):
                index.catch_up()
    index.catch_up()

    assert index.get(order_id) is not None


def test_one_read_serves_all_who_asked_before_it(orders: ProtectionOrders) -> None:
    """Whoever asked before the log was read has no need to read it again; who asks now has."""
    index = OrderIndex(orders)
    order_id = orders.handle(request()).order_id
    first, second = index.turn, index.turn
    index.catch_up(first)

    def away(**_: object) -> None:
        msg = "read again"
        raise StoreUnavailable(msg)

    with patch.object(orders.recorder, "select_notifications", away):
        index.catch_up(second)
        for later in (None, index.turn):
            with pytest.raises(StoreUnavailable):
                index.catch_up(later)
    assert index.get(order_id) is not None
