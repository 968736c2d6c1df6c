"""Moments as a case file writes them: TOML date-times with an offset, and nothing less.

A date or a date-time without an offset names no moment, and nobody guesses one: it is refused with
the moment it would be in the zone of the case.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

MOMENT_ERRORS: Final = frozenset(
    {
        "datetime_parsing",
        "datetime_type",
        "datetime_from_date_parsing",
        "datetime_object_invalid",
        "timezone_aware",
    }
)
"""Kinds of pydantic's errors that say that something is no moment."""

_MOMENTS: Final = ("at", "recorded_at", "known_at")


def moment_reason(given: object, zone: ZoneInfo) -> str:
    """Return why a value is no moment, with the moment it would be in `zone`."""
    read = _read(given)
    if read is None:
        noon = datetime(2012, 11, 1, 12, tzinfo=zone)
        return f"is no date-time with an offset, such as {noon.isoformat()}"
    what = "a date" if isinstance(given, str) and len(given) == len("2012-11-01") else "a date-time"
    there = read.replace(tzinfo=read.tzinfo or zone).isoformat()
    return f"is {what} without an offset; in {zone.key} it is {there}"


def unclear_moments(table: dict[str, Any], zone: ZoneInfo) -> Iterator[tuple[str, str]]:
    """Yield each field that must be a moment and is none, with the reason.

    A date-time without an offset is refused wherever it stands; a date only where a step says when
    something happened, for some fields of commands are days.
    """
    for field in _MOMENTS:
        if isinstance(table.get(field), str):
            yield field, "is text; write the date-time without quotation marks"
        elif field in table and type(table[field]) in {date, time, int, float, bool}:
            yield field, moment_reason(str(table[field]), zone)
    for field, value in _leaves(table, ""):
        if isinstance(value, datetime) and value.tzinfo is None:
            yield field, moment_reason(value.isoformat(), zone)


def _leaves(value: object, field: str) -> Iterator[tuple[str, object]]:
    parts: Iterator[tuple[object, object]] = iter(())
    if isinstance(value, dict):
        parts = iter(value.items())
    elif isinstance(value, list):
        parts = iter(enumerate(value))
    else:
        yield field, value
    for key, part in parts:
        yield from _leaves(part, f"{field}.{key}" if field else str(key))


def _read(given: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(given))
    except ValueError:
        return None
