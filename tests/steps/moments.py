"""Moments, days and durations in words.

A moment is read without a zone; the world reads it on the clock of the regime.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, tzinfo
from typing import Final

from orderflow.law.periods import PeriodValue
from orderflow.order.values import Duration, For, OpenEnded, Until, UntilAge
from tests.steps.grammar import KINDS, Kind, Language

MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
}
_AT: Final[dict[Language, str]] = {"en": " at ", "nl": " om "}
_UNITS: Final[dict[Language, dict[str, str]]] = {
    "en": {"hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y"},
    "nl": {"uur": "TH", "dag": "D", "week": "W", "maand": "M", "jaar": "Y"},
}
_PLURAL: Final[dict[Language, str]] = {"en": "s?", "nl": "(?:en)?"}
_IRREGULAR: Final = {"dagen": "dag", "weken": "week", "maanden": "maand"}

DurationIn = Callable[[tzinfo], Duration]
"""A duration, once the zone is known in which its clock times are read."""


def _day(text: str, language: Language) -> date:
    number, month, year = text.split(" ")
    return date(int(year), MONTHS[language].index(month) + 1, int(number))


def _moment(text: str, language: Language) -> datetime:
    day, hour = text.split(_AT[language])
    clock = datetime.strptime(hour, "%H:%M").time()  # noqa: DTZ007 - a clock time has no zone
    return datetime.combine(_day(day, language), clock)


def _period(text: str, language: Language) -> PeriodValue:
    number, unit = text.split(" ")
    singular = _IRREGULAR.get(unit, unit.rstrip("s") if language == "en" else unit)
    letter = _UNITS[language][singular]
    return PeriodValue(f"PT{number}H" if letter == "TH" else f"P{number}{letter}")


def _duration(text: str, language: Language) -> DurationIn:
    if text in {"until further order", "tot nadere beslissing"}:
        return lambda _zone: OpenEnded()
    preposition, rest = text.split(" ", 1)
    if preposition in {"for", "voor"}:
        return lambda _zone: For(period=_period(rest, language))
    if " turns " in rest or " wordt op " in rest:
        name, years, day = _age(rest)
        reached = _day(day, language)
        return lambda _zone: UntilAge(person=name.lower(), years=years, reached_on=reached)
    at = _moment(rest, language)
    return lambda zone: Until(at=at.replace(tzinfo=zone))


def _age(text: str) -> tuple[str, int, str]:
    found = re.fullmatch(r"(\w+)(?: turns)? (\d+)(?: wordt)? (?:on|op) (.*)", text)
    assert found is not None, text
    return found[1], int(found[2]), found[3]


_FURTHER: Final[dict[Language, tuple[str, str, str, str]]] = {
    "en": ("until further order", "until", r"\w+ turns \d+ on", "for"),
    "nl": ("tot nadere beslissing", "tot", r"\w+ \d+ wordt op", "voor"),
}


def _declare(language: Language) -> None:
    day = rf"\d{{1,2}} (?:{'|'.join(MONTHS[language])}) \d{{4}}"
    moment = rf"{day}{_AT[language]}\d{{2}}:\d{{2}}"
    units = "|".join((*_UNITS[language], *(f"{unit}s" for unit in _UNITS["en"]), *_IRREGULAR))
    period = rf"\d+ (?:{units})\b"
    forever, until, age, for_ = _FURTHER[language]
    duration = f"{forever}|{until} {age} {day}|{until} {moment}|{for_} {period}"
    KINDS[language, "day"] = Kind(day, lambda text: _day(text, language))
    KINDS[language, "moment"] = Kind(moment, lambda text: _moment(text, language))
    KINDS[language, "period"] = Kind(period, lambda text: _period(text, language))
    KINDS[language, "duration"] = Kind(duration, lambda text: _duration(text, language))
    KINDS[language, "number"] = Kind(r"\d+", int)


_declare("en")
_declare("nl")
