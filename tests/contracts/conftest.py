"""The stores that must all behave the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from orderflow.store import ProtectionOrders

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Clock:
    """A clock that stands still until it is set or moved."""

    def __init__(self) -> None:
        """Begin a fortnight after the cases do."""
        self.now = datetime(2025, 3, 17, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the present moment."""
        return self.now

    def move(self, **by: float) -> datetime:
        """Move on, or back, and return the new moment."""
        self.now += timedelta(**by)
        return self.now


@pytest.fixture
def clock() -> Clock:
    """A clock that the test moves."""
    return Clock()


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where the log is kept: every test runs once for each kind of store."""
    if request.param == "postgres":
        return str(request.getfixturevalue("postgres_address"))
    return ":memory:" if request.param == "memory" else str(tmp_path / "orders.db")


@pytest.fixture(params=["sqlite", "postgres"])
def kept_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a log is kept that outlives whoever opened it."""
    if request.param == "postgres":
        return str(request.getfixturevalue("postgres_address"))
    return str(tmp_path / "orders.db")


@pytest.fixture
def orders(address: str, clock: Clock) -> Iterator[ProtectionOrders]:
    """An empty log."""
    with ProtectionOrders.open(address, clock=clock) as opened:
        yield opened
