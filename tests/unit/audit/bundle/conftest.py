"""A log that all tests of bundles read, and none changes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from orderflow.audit.interchange import Selection
from tests.unit.audit.bundle.making import Place, bundled, lived, nothing_beside

LATE = Selection(
    recorded_from=datetime(2013, 5, 1, tzinfo=UTC), recorded_before=datetime(2014, 1, 1, tzinfo=UTC)
)
"""When the last event of the first case was recorded, and nothing else of it."""


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return a log of two cases with its ledger."""
    return lived(tmp_path_factory.mktemp("bundles"))


@pytest.fixture(scope="session")
def whole(place: Place) -> Path:
    """Return a bundle of an order, with all that goes with it."""
    out = place.log.with_name("order.tar")
    bundled(place, out)
    return out


@pytest.fixture(scope="session")
def small(place: Place) -> Path:
    """Return a bundle of one event."""
    out = place.log.with_name("small.tar")
    with nothing_beside():
        bundled(place, out, LATE)
    return out
