"""Periods as statutes count them: in years, months, weeks, days, and by ages.

Keeps three rules. A period is counted in the regime's own time zone, so that ten days end at the
same hour on the clock although a summer-time change lies between (EC37). A month or year that
has no such day ends on the last day it has. An end is the first moment that lies outside.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Annotated, Any, NamedTuple, Self

from pydantic import GetPydanticSchema
from pydantic_core import core_schema

_ISO = re.compile(r"P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?(?:T([0-9]+)H)?")
_COMMON_YEAR = datetime(2001, 1, 1, tzinfo=UTC)


class _Length(NamedTuple):
    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    hours: int = 0


class PeriodValue(str):
    """A length of time in ISO 8601, such as `P10D`, `P4W`, `P3M`, `P5Y` or `PT24H`.

    Years, months, weeks and days are counted by the calendar, hours by the clock. A period is
    longer than nothing.
    """

    __slots__ = ("length",)

    length: _Length

    def __new__(cls, text: str) -> Self:
        """Return the period that `text` writes.

        Raises:
            ValueError: `text` is no ISO 8601 period of whole units, or lasts no time.
        """
        found = _ISO.fullmatch(text)
        if found is None:
            msg = f"not a period of whole years, months, weeks, days or hours: {text!r}"
            raise ValueError(msg)
        length = _Length(*(int(part or 0) for part in found.groups()))
        if not any(length):
            msg = f"a period lasts longer than nothing: {text!r}"
            raise ValueError(msg)
        period = super().__new__(cls, text)
        period.length = length
        return period


def _period_schema(_source: Any, _handler: Any) -> core_schema.CoreSchema:  # noqa: ANN401
    return core_schema.no_info_after_validator_function(
        PeriodValue, core_schema.str_schema(), serialization=core_schema.to_string_ser_schema()
    )


Period = Annotated[PeriodValue, GetPydanticSchema(_period_schema)]
"""A period as a field of a model."""


def end_of(anchor: datetime, period: PeriodValue, zone: tzinfo) -> datetime:
    """Return the first moment after a period that starts at `anchor`.

    Args:
        anchor: Moment from which the regime counts, with a time zone.
        period: How long; calendar units are counted on the clock of `zone`.
        zone: Time zone of the regime.

    Returns:
        The moment in UTC. A clock time that a summer-time change leaves out is read with the
        offset before the change (02:30 becomes 03:30); one that occurs twice is the first.

    Raises:
        ValueError: `anchor` has no time zone, or the end lies beyond the year 9999.
    """
    if anchor.tzinfo is None:
        msg = "a period is counted from a moment with a time zone"
        raise ValueError(msg)
    try:
        return _counted(anchor, period.length, zone)
    except (OverflowError, ValueError) as error:
        msg = f"{period} ends beyond the calendar"
        raise ValueError(msg) from error


def longer(one: PeriodValue, other: PeriodValue) -> bool:
    """Tell whether `one` is the longer period, both counted from 1 January of a common year.

    A month so counts for more than four weeks and less than five, and a year for twelve months.
    """
    return end_of(_COMMON_YEAR, one, UTC) > end_of(_COMMON_YEAR, other, UTC)


def start_of(day: date, zone: tzinfo) -> datetime:
    """Return the first moment of a calendar day in `zone`, in UTC."""
    return datetime.combine(day, time(0), tzinfo=zone).astimezone(UTC)


def age_reached(born: date, years: int, zone: tzinfo) -> datetime:
    """Return the first moment at which somebody born on `born` has reached an age, in UTC.

    Somebody born on 29 February comes of age on 1 March of a year without that day; `choices.toml`
    says why.
    """
    year = born.year + years
    if born.day > monthrange(year, born.month)[1]:
        return start_of(date(year, 3, 1), zone)
    return start_of(born.replace(year=year), zone)


def _counted(anchor: datetime, length: _Length, zone: tzinfo) -> datetime:
    local = anchor.astimezone(zone)
    day = _months_later(local.date(), 12 * length.years + length.months)
    day += timedelta(weeks=length.weeks, days=length.days)
    moment = anchor.astimezone(UTC)
    if day != local.date():
        same_clock = datetime.combine(day, local.time().replace(fold=0), tzinfo=zone)
        moment = same_clock.astimezone(UTC)
    return moment + timedelta(hours=length.hours)


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
