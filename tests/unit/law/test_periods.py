"""Counting periods and ages."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from orderflow.law import Period, PeriodValue, age_reached, end_of, longer, start_of

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
LONDON = ZoneInfo("Europe/London")


def local(text: str, zone: ZoneInfo = AMSTERDAM) -> datetime:
    """Read a local moment."""
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def test_ten_days_across_summer_time_end_at_the_same_clock_time() -> None:
    """An order of 27 March 2010 20:00 ends on 6 April at 20:00, though a night had 23 hours."""
    imposed = local("2010-03-27T20:00")

    end = end_of(imposed, PeriodValue("P10D"), AMSTERDAM)

    assert end == local("2010-04-06T20:00")
    assert end - imposed == timedelta(days=10, hours=-1)


def test_four_weeks_from_imposition_end_with_the_published_extension() -> None:
    """Ten days and the published extension of eighteen are the four weeks to the minute."""
    imposed = local("2010-03-27T20:00")

    assert end_of(imposed, PeriodValue("P4W"), AMSTERDAM) == local("2010-04-24T20:00")


@pytest.mark.parametrize(
    "anchor, period, zone, end",
    [
        ("2024-10-20T09:00", "P10D", AMSTERDAM, "2024-10-30T09:00"),
        ("2024-10-20T09:00", "P1W", LONDON, "2024-10-27T09:00"),
        ("2014-03-29T17:40", "P1D", LONDON, "2014-03-30T17:40"),
        ("2024-01-31T10:00", "P1M", AMSTERDAM, "2024-02-29T10:00"),
        ("2023-01-31T10:00", "P1M", AMSTERDAM, "2023-02-28T10:00"),
        ("2023-01-28T10:00", "P1M", AMSTERDAM, "2023-02-28T10:00"),
        ("2023-03-31T10:00", "P1M", AMSTERDAM, "2023-04-30T10:00"),
        ("2023-11-30T10:00", "P3M", LONDON, "2024-02-29T10:00"),
        ("2024-02-29T10:00", "P1Y", LONDON, "2025-02-28T10:00"),
        ("2024-02-29T10:00", "P4Y", LONDON, "2028-02-29T10:00"),
        ("2024-12-31T23:30", "P1Y1M1W1D", LONDON, "2026-02-08T23:30"),
    ],
)
def test_calendar_units_keep_the_clock_and_the_month(
    anchor: str, period: str, zone: ZoneInfo, end: str
) -> None:
    """Days end at their hour, months on the same or the last day."""
    assert end_of(local(anchor, zone), PeriodValue(period), zone) == local(end, zone)


@pytest.mark.parametrize(
    "anchor, hours",
    [("2010-03-27T20:00+01:00", "2010-03-28T21:00+02:00"), ("2010-10-30T20:00+02:00", None)],
)
def test_hours_run_by_the_clock_of_physics(anchor: str, hours: str | None) -> None:
    """24 hours across a clock change end at another hour of the day."""
    start = datetime.fromisoformat(anchor)
    expected = hours or "2010-10-31T19:00+01:00"

    assert end_of(start, PeriodValue("PT24H"), AMSTERDAM) == datetime.fromisoformat(expected)


def test_hours_alone_keep_the_second_occurrence_of_a_clock_time() -> None:
    """An hour that starts in the second 02:30 of an autumn night ends an hour later."""
    second = datetime(2024, 10, 27, 1, 30, tzinfo=UTC)

    assert end_of(second, PeriodValue("PT1H"), AMSTERDAM) == second + timedelta(hours=1)


def test_an_end_in_the_gap_of_spring_is_read_before_the_change() -> None:
    """02:30 of the night that has none becomes 03:30 summer time."""
    end = end_of(local("2010-03-18T02:30"), PeriodValue("P10D"), AMSTERDAM)

    assert end == datetime(2010, 3, 28, 1, 30, tzinfo=UTC)
    assert end.astimezone(AMSTERDAM).hour == 3


def test_an_end_in_the_doubled_hour_of_autumn_is_the_first() -> None:
    """02:30 of the night that has two is the one in summer time, from either 02:30."""
    expected = datetime(2024, 10, 27, 0, 30, tzinfo=UTC)

    assert end_of(local("2024-10-17T02:30"), PeriodValue("P10D"), AMSTERDAM) == expected


def test_the_zone_of_the_regime_decides_not_that_of_the_moment() -> None:
    """A moment written in UTC is counted on the clock of the regime."""
    imposed = datetime(2010, 3, 27, 19, 0, tzinfo=UTC)

    assert end_of(imposed, PeriodValue("P10D"), AMSTERDAM) == local("2010-04-06T20:00")


def test_a_moment_without_a_time_zone_is_refused() -> None:
    """Nobody's clock is guessed."""
    with pytest.raises(ValueError, match="time zone"):
        end_of(datetime(2024, 1, 1), PeriodValue("P1D"), AMSTERDAM)  # noqa: DTZ001


@pytest.mark.parametrize("period", ["P9000Y", "P99999999999D", "PT99999999999999H"])
def test_an_end_beyond_the_calendar_is_a_value_error(period: str) -> None:
    """A period that no calendar can hold is refused in words, not by an overflow."""
    with pytest.raises(ValueError, match="beyond the calendar"):
        end_of(local("2024-01-01T00:00"), PeriodValue(period), AMSTERDAM)


@pytest.mark.parametrize(
    "text", ["", "P", "PT", "P0D", "P1.5Y", "-P1D", "P1D ", "10D", "p10d", "P1W1M", "P\u0661D"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    """Only whole units in their order, of plain digits, and longer than nothing."""
    with pytest.raises(ValueError, match="period"):
        PeriodValue(text)


def test_a_period_survives_json_copying_and_pickling() -> None:
    """A period is its text, and comes back with its length."""
    adapter: TypeAdapter[PeriodValue] = TypeAdapter(Period)
    period = adapter.validate_json(b'"P10D"')

    assert adapter.dump_json(period) == b'"P10D"'
    assert adapter.dump_python(period) == "P10D"
    for copied in (copy.deepcopy(period), pickle.loads(pickle.dumps(period))):  # noqa: S301
        assert copied == "P10D"
        assert copied.length.days == 10


def test_a_model_refuses_what_is_no_period() -> None:
    """The error of a bad period is pydantic's own."""
    with pytest.raises(ValidationError):
        TypeAdapter(Period).validate_python("ten days")


@pytest.mark.parametrize(
    "one, other, longest",
    [
        ("P4W", "P10D", True),
        ("P28D", "P4W", False),
        ("P4W", "P28D", False),
        ("P1M", "P4W", True),
        ("P5W", "P1M", True),
        ("P2Y", "P24M", False),
        ("P13M", "P1Y", True),
        ("PT25H", "P1D", True),
    ],
)
def test_longer_compares_different_units(one: str, other: str, longest: bool) -> None:
    """A month is more than four weeks and less than five; two years are 24 months."""
    assert longer(PeriodValue(one), PeriodValue(other)) is longest


def test_a_day_starts_at_local_midnight() -> None:
    """16 June 2014 in London begins at 23:00 UTC the evening before."""
    assert start_of(date(2014, 6, 16), LONDON) == datetime(2014, 6, 15, 23, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "born, years, day",
    [
        (date(2006, 5, 1), 18, date(2024, 5, 1)),
        (date(2008, 2, 29), 18, date(2026, 3, 1)),
        (date(2008, 2, 29), 16, date(2024, 2, 29)),
        (date(2007, 3, 1), 18, date(2025, 3, 1)),
        (date(2006, 12, 31), 18, date(2024, 12, 31)),
    ],
)
def test_an_age_is_reached_at_the_start_of_the_birthday(born: date, years: int, day: date) -> None:
    """Born on 29 February, somebody comes of age on 1 March of a common year (INT-003)."""
    assert age_reached(born, years, LONDON) == start_of(day, LONDON)


MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
ZONES = st.sampled_from([AMSTERDAM, LONDON])
DAYS = st.integers(1, 800)


@given(MOMENTS, DAYS, ZONES)
def test_days_end_at_the_same_local_clock(anchor: datetime, days: int, zone: ZoneInfo) -> None:
    """However many days, the clock shows the same time, except where that time does not exist."""
    end = end_of(anchor, PeriodValue(f"P{days}D"), zone).astimezone(zone)
    start = anchor.astimezone(zone)

    skipped = end.replace(fold=0).utcoffset() != (end - timedelta(hours=2)).utcoffset()
    assert end.time() == start.time() or skipped
    assert (end.date() - start.date()).days == days


@given(MOMENTS, DAYS, DAYS, ZONES)
def test_more_days_never_end_earlier(
    anchor: datetime, some: int, more: int, zone: ZoneInfo
) -> None:
    """A longer period ends later, and every period ends after it began."""
    one = end_of(anchor, PeriodValue(f"P{some}D"), zone)
    other = end_of(anchor, PeriodValue(f"P{some + more}D"), zone)

    assert anchor < one < other


@given(MOMENTS, st.integers(1, 200), ZONES)
def test_months_end_on_the_same_or_the_last_day(
    anchor: datetime, months: int, zone: ZoneInfo
) -> None:
    """A period of months keeps the day where the month has it, else takes the last one."""
    start = anchor.astimezone(zone)
    end = end_of(anchor, PeriodValue(f"P{months}M"), zone).astimezone(zone)

    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or (end + timedelta(days=1)).month != end.month


@given(MOMENTS, MOMENTS, DAYS, ZONES)
def test_who_starts_later_ends_no_earlier(
    one: datetime, other: datetime, days: int, zone: ZoneInfo
) -> None:
    """Counting keeps the order of moments, up to the hour that a clock change doubles."""
    first, second = sorted((one, other))
    period = PeriodValue(f"P{days}D")

    assert end_of(first, period, zone) <= end_of(second, period, zone) + timedelta(hours=1)
