"""Time zones, from the pinned package and not from the machine.

An auditor who replays a log years later must count terms by the same calendar; what the operating
system happens to have installed is no part of the law.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo


@cache
def zone_named(name: str) -> ZoneInfo:
    """Return the time zone of that name, such as `Europe/Amsterdam`.

    Raises:
        ValueError: There is no time zone of that name.
    """
    try:
        with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as data:
            return ZoneInfo.from_file(data, key=name)
    except (OSError, ValueError) as error:
        msg = f"no time zone of that name: {name!r}"
        raise ValueError(msg) from error
