"""Deadlines in clear business days, and by the calendar."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from orderflow.law import RegimeRegister
from orderflow.law.deadlines import last_moment, leaves_enough
from orderflow.law.periods import PeriodValue
from orderflow.law.vocabulary import Counting

FMPO = RegimeRegister.packaged().get("uk-ew-fmpo@2014")
CLEAR = Counting.CLEAR_BUSINESS_DAYS


def at(text: str) -> datetime:
    """Read a moment on the clock of London."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/London"))


@pytest.mark.parametrize(
    "start, end",
    [
        ("2025-03-04 10:00", "2025-03-05 23:59:59"),  # Tuesday to Wednesday
        ("2025-03-07 10:00", "2025-03-10 23:59:59"),  # Friday to Monday
        ("2025-04-17 10:00", "2025-04-22 23:59:59"),  # Maundy Thursday, over Easter
        ("2023-05-05 10:00", "2023-05-09 23:59:59"),  # over the coronation
    ],
)
def test_one_clear_business_day_ends_with_the_next_one(start: str, end: str) -> None:
    """Weekends and bank holidays do not count, and the day it begins does not either."""
    assert last_moment(at(start), PeriodValue("P1D"), CLEAR, FMPO) == at(end)


def test_a_calendar_day_ends_at_the_same_hour() -> None:
    """Without clear days the very moment is the last in time."""
    assert last_moment(at("2025-03-07 10:00"), PeriodValue("P1D"), Counting.CALENDAR, FMPO) == at(
        "2025-03-08 10:00"
    )


@pytest.mark.parametrize(
    "done, hearing, enough",
    [
        ("2025-03-03 23:59", "2025-03-06 10:00", True),  # Monday for Thursday
        ("2025-03-04 00:00", "2025-03-06 10:00", False),
        ("2025-03-06 10:00", "2025-03-11 10:00", True),  # Thursday for Tuesday
        ("2025-03-07 10:00", "2025-03-11 10:00", False),
    ],
)
def test_two_clear_business_days_lie_between(done: str, hearing: str, *, enough: bool) -> None:
    """Neither the day of service nor that of the hearing counts."""
    assert leaves_enough(at(done), at(hearing), PeriodValue("P2D"), CLEAR, FMPO) is enough


def test_two_calendar_days_are_forty_eight_hours_of_the_clock() -> None:
    """By the calendar the same hour two days before is enough."""
    done, hearing, least = at("2025-03-04 10:00"), at("2025-03-06 10:00"), PeriodValue("P2D")

    assert leaves_enough(done, hearing, least, None, FMPO)
    assert not leaves_enough(at("2025-03-04 10:01"), hearing, least, None, FMPO)
