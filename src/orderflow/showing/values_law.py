"""A value of a law in words, and as plain data."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from orderflow.law import PeriodValue
from orderflow.telling.words import both, word, yes_no

if TYPE_CHECKING:
    from orderflow.law import Provision
    from orderflow.telling.tongue import Tongue

_AGES: Final = frozenset({"scope.min_age", "scope.max_age", "respondents.min_age"})
_CURRENCY: Final = {"NL": "EUR", "GB-EAW": "GBP"}


def in_words(field: str, provision: Provision[Any], jurisdiction: str, t: Tongue) -> str:
    """Return what a law says on one point, in words."""
    value = provision.value
    if value is None:
        if provision.question is not None:
            return t("not decided", "niet beslist")
        return t("nothing on file", "niets vastgelegd")
    if field == "access.fee":
        return _fee(value, jurisdiction, t)
    if field in _AGES:
        return t(f"{value} years", f"{value} jaar") if value else t("none", "geen")
    if isinstance(value, tuple):
        return "; ".join(t.of(word(one)) for one in value) or t("none", "geen")
    return _single(value, t)


def _single(value: object, t: Tongue) -> str:
    match value:
        case bool():
            return t.of(yes_no(value))
        case PeriodValue():
            return t.period(value)
        case Enum():
            return t.of(both(type(value).__name__, str(value.value)))
        case date():
            return t.day(value)
        case "general_limit":
            return t("the general limit of those courts", "de algemene grens van die rechters")
        case "none":
            return t.of(both("Knowledge", "none"))
        case _:
            return str(value)


def _fee(cents: int, jurisdiction: str, t: Tongue) -> str:
    if not cents:
        return t("free of charge", "kosteloos")
    return f"{_CURRENCY.get(jurisdiction, '')} {cents // 100}.{cents % 100:02}".strip()


def plain(value: object) -> object:
    """Return a value as JSON has it."""
    match value:
        case tuple():
            return [plain(one) for one in value]
        case Enum():
            return value.value
        case PeriodValue():
            return str(value)
        case date():
            return value.isoformat()
        case _:
            return value
