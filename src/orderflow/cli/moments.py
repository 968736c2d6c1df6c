"""Moments as somebody types them. A moment without a time zone is refused, with a hint.

So is one before 1900 or after 2999, which no order can know.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from orderflow.cli.faults import WrongUse
from orderflow.order.values import in_utc

if TYPE_CHECKING:
    from datetime import tzinfo
    from zoneinfo import ZoneInfo


def moment(text: str, option: str, zone: ZoneInfo | None) -> datetime:
    """Return the moment that `text` writes.

    Args:
        text: ISO 8601 with an offset, such as 2013-05-20T10:00+01:00.
        option: The option it was given for, to name in an error.
        zone: Zone in which the regime of the order counts, for the hint; None where not known.

    Raises:
        WrongUse: It is no moment, has no time zone, or lies before 1900 or after 2999.
    """
    try:
        typed = datetime.fromisoformat(text)
    except ValueError:
        msg = f"{option} '{text}' is not a date and time; write it like 2013-05-20T10:00+01:00"
        raise WrongUse(msg) from None
    try:
        in_utc(typed if typed.tzinfo is not None else typed.replace(tzinfo=UTC))
    except ValueError as error:
        msg = f"{option} '{text}': {error}"
        raise WrongUse(msg) from None
    if typed.tzinfo is not None:
        return typed
    lacks = "is a day, not a moment" if _is_a_day(text) else "has no time zone"
    msg = f"{option} {text} {lacks}; {_hint(typed, zone)}"
    raise WrongUse(msg)


def day(text: str, option: str) -> date:
    """Return the day that `text` writes.

    Raises:
        WrongUse: It is no day.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        msg = f"{option} '{text}' is not a day; write it like 2013-05-20"
        raise WrongUse(msg) from None


def _is_a_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _hint(typed: datetime, zone: ZoneInfo | None) -> str:
    if zone is None:
        return f"add one, such as {typed.isoformat(timespec='minutes')}+00:00"
    readings = {_written(typed, zone, fold) for fold in (0, 1)}
    written = " or ".join(sorted(readings, reverse=True))
    return f"this order's regime counts in {zone.key}: write {written}"


def _written(typed: datetime, zone: tzinfo, fold: int) -> str:
    return typed.replace(tzinfo=zone, fold=fold).isoformat(timespec="minutes")
