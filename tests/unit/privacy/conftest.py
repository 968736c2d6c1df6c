"""Logs with keys: every test runs once for each kind of key store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from orderflow.privacy import MemoryKeys, SQLiteKeys
from orderflow.store import ProtectionOrders
from tests.contracts.conftest import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.unit.privacy.making import Keys


@pytest.fixture
def clock() -> Clock:
    """A clock that the test moves."""
    return Clock()


@pytest.fixture(params=["memory", "sqlite"])
def keys(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Keys]:
    """A new key store."""
    if request.param == "memory":
        yield MemoryKeys()
        return
    with SQLiteKeys.begin(tmp_path / "orders.db.keys") as begun:
        yield begun


@pytest.fixture
def file_keys(tmp_path: Path) -> Iterator[SQLiteKeys]:
    """A new key store in a file."""
    with SQLiteKeys.begin(tmp_path / "orders.db.keys") as begun:
        yield begun


@pytest.fixture
def orders(tmp_path: Path, clock: Clock, keys: Keys) -> Iterator[ProtectionOrders]:
    """An empty log in a file, with keys."""
    with ProtectionOrders.open(tmp_path / "orders.db", clock=clock, keys=keys) as opened:
        yield opened


@pytest.fixture
def filed(tmp_path: Path, clock: Clock, file_keys: SQLiteKeys) -> Iterator[ProtectionOrders]:
    """An empty log in a file, with keys in a file."""
    with ProtectionOrders.open(tmp_path / "orders.db", clock=clock, keys=file_keys) as opened:
        yield opened
