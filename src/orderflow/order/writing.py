"""How a moment is written wherever a machine reads it: in exports, bundles and what is shown."""

from __future__ import annotations

from datetime import UTC, datetime


def moment_written(moment: datetime) -> str:
    """Return a moment in ISO 8601, in UTC and ending in Z, as the log writes it.

    Args:
        moment: It has a time zone.
    """
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
