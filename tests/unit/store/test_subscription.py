"""Following a log, and what ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from orderflow.errors import StoreUnavailable
from orderflow.store import ProtectionOrders
from tests.contracts.cases import request

if TYPE_CHECKING:
    from pathlib import Path


def test_a_log_that_becomes_unavailable_ends_its_followers(tmp_path: Path) -> None:
    """Whoever follows learns why there is nothing more to follow."""
    with ProtectionOrders.open(tmp_path / "orders.db") as orders:
        orders.handle(request())
        with orders.recorder.subscribe() as subscription:
            assert next(subscription).id == 1
            orders.close()
            with pytest.raises(StoreUnavailable):
                next(subscription)


def test_a_stopped_follower_is_told_nothing_more(tmp_path: Path) -> None:
    """After it stopped, recording goes on without it."""
    with ProtectionOrders.open(tmp_path / "orders.db") as orders:
        with orders.recorder.subscribe() as subscription:
            orders.handle(request())
            assert next(subscription).id == 1
        with pytest.raises(StopIteration):
            next(subscription)

        assert orders.handle(request()).version == 1
