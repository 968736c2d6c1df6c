"""The nouns of an order: closed, frozen, and with moments that a calendar can hold."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from orderflow.order.values import Until, UntilAge
from tests.spec import at
from tests.unit.order.acts import CONTACT, DAUGHTER, MADE, MOTHER, grant, person, serve


def test_a_moment_has_a_time_zone_and_is_kept_in_utc() -> None:
    """The same moment on another clock is the same moment."""
    with pytest.raises(ValueError, match="timezone"):
        Until.model_validate({"at": datetime(2025, 1, 6, 10, 0)})  # noqa: DTZ001
    kept = Until(at=at("2025-07-01 12:00", "Europe/Amsterdam")).at
    assert kept.tzinfo is UTC
    assert kept.hour == 10


@pytest.mark.parametrize(
    "moment",
    [
        datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-5))),
        datetime(1, 1, 1, 0, tzinfo=timezone(timedelta(hours=5))),
        datetime(9999, 12, 31, 23, 30, tzinfo=UTC),
    ],
)
def test_a_moment_fits_on_every_calendar(moment: datetime) -> None:
    """One that no clock of another zone can show is a mistake of form, and no crash."""
    with pytest.raises(ValueError, match="at"):
        Until.model_validate({"at": moment})


def test_a_birthday_fits_on_every_calendar() -> None:
    """So is a day before all time zones."""
    with pytest.raises(ValueError, match="reached_on"):
        UntilAge(person=DAUGHTER, years=18, reached_on=date(1, 1, 1))


@pytest.mark.parametrize("name", ["123456782", "Amina", "a person", "", "x" * 65])
def test_a_pseudonym_is_no_number_and_no_name(name: str) -> None:
    """It starts with a small letter and holds no blank."""
    with pytest.raises(ValueError, match="id"):
        person(name)


def test_a_value_is_frozen_and_knows_its_fields() -> None:
    """A misspelt field is refused, and nothing changes afterwards."""
    with pytest.raises(ValueError, match="naam"):
        person(MOTHER, naam="M.")
    with pytest.raises(ValueError, match="frozen"):
        CONTACT.abroad = True  # type: ignore[misc]


def test_the_words_of_a_command_are_checked_when_it_is_built() -> None:
    """A form that cannot be is a mistake, not a refusal."""
    with pytest.raises(ValueError, match="terms"):
        grant(terms=())
    with pytest.raises(ValueError, match="version"):
        serve(MADE, version=0)
