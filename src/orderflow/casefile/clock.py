"""The clock of a simulation: it stands still until somebody sets it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

_BEGIN: Final = datetime(1970, 1, 1, tzinfo=UTC)


class SimulatedClock:
    """Returns the moment it was last set to; open a store with it as `clock`."""

    def __init__(self, now: datetime = _BEGIN) -> None:
        """Stand at `now`, which has a time zone."""
        self._now = _with_zone(now)

    def __call__(self) -> datetime:
        """Return the moment at which it stands."""
        return self._now

    def set(self, now: datetime) -> None:
        """Stand at `now`, earlier or later than before.

        Raises:
            ValueError: `now` has no time zone.
        """
        self._now = _with_zone(now)


def _with_zone(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        msg = "a simulated clock stands at a moment with a time zone"
        raise ValueError(msg)
    return moment
