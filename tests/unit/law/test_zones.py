"""Time zones come from the pinned package, whatever the machine has installed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from orderflow.law.zones import zone_named


def test_a_zone_knows_its_summer_time() -> None:
    """Amsterdam is two hours ahead of UTC in summer and one in winter."""
    zone = zone_named("Europe/Amsterdam")

    assert datetime(2026, 7, 1, tzinfo=UTC).astimezone(zone).utcoffset() == timedelta(hours=2)
    assert datetime(2026, 1, 1, tzinfo=UTC).astimezone(zone).utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize("name", ["Europe/Atlantis", "Europe", "", "__init__.py"])
def test_an_unknown_zone_is_refused_by_name(name: str) -> None:
    """What is no time zone is a `ValueError` that names it."""
    with pytest.raises(ValueError, match=repr(name)):
        zone_named(name)
