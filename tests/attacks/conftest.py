"""A service to attack."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from orderflow.store import ProtectionOrders
from tests.serving import World

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2025, 3, 17, 12, tzinfo=UTC)


@pytest.fixture
def world() -> Iterator[World]:
    """A service of an empty log in memory, at a moment that stands still."""
    with ProtectionOrders.open(clock=lambda: NOW) as orders:
        yield World(orders)
