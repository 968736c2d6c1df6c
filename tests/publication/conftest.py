"""A log, what it publishes, and a server of NATS to publish it to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from orderflow.publication import Publication
from orderflow.store import ProtectionOrders

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def orders(tmp_path: Path) -> Iterator[ProtectionOrders]:
    """An empty log in a file."""
    with ProtectionOrders.open(tmp_path / "orders.db") as opened:
        yield opened


@pytest.fixture
def publication(orders: ProtectionOrders) -> Iterator[Publication]:
    """What it publishes."""
    with Publication(orders) as opened:
        yield opened
