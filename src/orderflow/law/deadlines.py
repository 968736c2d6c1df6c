"""Deadlines: the last moment at which something is done in time, and the first at which it may be.

Some rules count short periods in clear days: the day on which the period begins and the day of
the event are left out, and so are days on which no business is done. Others count by the calendar
from moment to moment.

Source:
    gb-eaw/fpr-2010/r-2-9.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

from orderflow.law.periods import end_of, start_of
from orderflow.law.vocabulary import Counting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orderflow.law.periods import PeriodValue
    from orderflow.law.regime import Regime

_SATURDAY: Final = 5
_CALENDARS: Final = {"GB-EAW": ("GB", "ENG"), "NL": ("NL", None)}
_DAY: Final = timedelta(days=1)


def last_moment(
    start: datetime, within: PeriodValue, counting: Counting | None, regime: Regime
) -> datetime:
    """Return the last moment, in UTC, at which something is done within a period.

    In clear business days that is the last second of the last day, otherwise the very moment.
    """
    if counting is not Counting.CLEAR_BUSINESS_DAYS:
        return end_of(start, within, regime.zone)
    day = start.astimezone(regime.zone).date()
    for _ in range(_days(within)):
        day = _next_business_day(day, regime.jurisdiction)
    return datetime.combine(day, time(23, 59, 59), tzinfo=regime.zone).astimezone(UTC)


def leaves_enough(
    done_at: datetime,
    event_at: datetime,
    least: PeriodValue,
    counting: Counting | None,
    regime: Regime,
) -> bool:
    """Tell whether at least a period lies between something done and an event."""
    return first_moment(done_at, least, counting, regime) <= event_at


def first_moment(
    done_at: datetime, least: PeriodValue, counting: Counting | None, regime: Regime
) -> datetime:
    """Return the first moment, in UTC, that leaves at least a period after something done.

    In clear business days that is the begin of the day after the last of them.
    """
    if counting is not Counting.CLEAR_BUSINESS_DAYS:
        return end_of(done_at, least, regime.zone)
    day = done_at.astimezone(regime.zone).date()
    for _ in range(_days(least)):
        day = _next_business_day(day, regime.jurisdiction)
    return start_of(day + _DAY, regime.zone)


def _days(period: PeriodValue) -> int:
    return period.length.weeks * 7 + period.length.days


def _next_business_day(day: date, jurisdiction: str) -> date:
    day += _DAY
    while day.weekday() >= _SATURDAY or day in _holidays(jurisdiction, day.year):
        day += _DAY
    return day


@cache
def _holidays(jurisdiction: str, year: int) -> Mapping[date, str]:
    # Imported late: only these rules need it, and it takes a tenth of a second.
    from holidays import country_holidays  # noqa: PLC0415 - see above

    country, part = _CALENDARS.get(jurisdiction, (jurisdiction[:2], None))
    return dict(country_holidays(country, subdiv=part, years=year))
