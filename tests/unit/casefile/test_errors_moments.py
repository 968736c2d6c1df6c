"""A moment has its offset, and what is recorded runs on."""

from __future__ import annotations

import pytest

from tests.unit.casefile.conftest import GRANT, HEAD, REPORT, REQUEST, SERVE, WHOLE, Read, Refused

CHECK = """
[[step]]
name = "check"
check = "state"
at = 2024-03-05T09:00:00+00:00
expect = { state = "granted" }
"""


@pytest.mark.parametrize(
    "moment,reason",
    [
        (
            "2024-07-04",
            "is a date without an offset; in Europe/London it is 2024-07-04T00:00:00+01",
        ),
        (
            "2024-07-04T14:00:00",
            "is a date-time without an offset; in Europe/London it is 2024-07-0",
        ),
        ('"2024-07-04T14:00:00Z"', "without quotation marks"),
        ("14:00:00", "is no date-time with an offset"),
        ("20240704", "is a"),
    ],
)
def test_a_moment_needs_its_offset(refused: Refused, moment: str, reason: str) -> None:
    """What is no moment is refused with the moment it would be in the regime's zone."""
    step, field, why = refused(WHOLE.replace("2024-03-04T14:00:00+00:00", moment))

    assert (step, field) == ("grant", "at")
    assert reason in why


@pytest.mark.parametrize("moment", ["2024-03-10", "2024-03-10T12:00:00"])
def test_a_moment_of_a_command_needs_its_offset_too(refused: Refused, moment: str) -> None:
    """A moment within `with` is refused in the same way."""
    step, field, why = refused(WHOLE.replace("2024-03-10T12:00:00+00:00", moment))

    assert (step, field) == ("report", "with.conduct_at")
    assert "in Europe/London it is 2024-03-10T" in why


def test_a_day_of_a_command_is_a_date(refused: Refused, read: Read) -> None:
    """Where a command means a day, a date is right and a moment is not."""
    until = '{ kind = "until_age", person = "daughter", years = 18, reached_on = 2026-01-01 }'
    sound = WHOLE.replace('{ kind = "for", period = "P1Y" }', until)
    read(sound)

    _, field, why = refused(sound.replace("2026-01-01", "2026-01-01T00:00:00Z"))

    assert field == "with.duration.reached_on"
    assert "valid date" in why


def test_recorded_times_do_not_go_back(refused: Refused, read: Read) -> None:
    """A step recorded before the one above it is refused; a late fact says when it came in."""
    late = SERVE.replace("2024-03-05", "2024-03-01")

    step, field, why = refused(HEAD + REQUEST + GRANT + late)
    assert (step, field) == ("serve", "at")
    assert "'grant'" in why
    assert "say when with 'recorded_at'" in why

    earlier = late.replace("+00:00\n", "+00:00\nrecorded_at = 2024-03-02T09:00:00+00:00\n", 1)
    assert refused(HEAD + REQUEST + GRANT + earlier)[1] == "recorded_at"
    read(HEAD + REQUEST + GRANT + earlier.replace("2024-03-02", "2024-03-20"))


def test_a_check_knows_nothing_that_stands_below_it(refused: Refused) -> None:
    """A `known_at` after a later step of the file is refused."""
    check = CHECK.replace("expect", "known_at = 2024-03-12T09:00:00+00:00\nexpect")
    step, field, why = refused(HEAD + REQUEST + GRANT + check + REPORT)

    assert (step, field) == ("check", "known_at")
    assert "'report'" in why
