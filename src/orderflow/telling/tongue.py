"""Everything that is said is said in English or in Dutch; both stand side by side in the code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime, tzinfo

Both = tuple[str, str]
"""One text in English and in Dutch."""

_MONTHS: Final[tuple[Both, ...]] = (
    ("January", "januari"),
    ("February", "februari"),
    ("March", "maart"),
    ("April", "april"),
    ("May", "mei"),
    ("June", "juni"),
    ("July", "juli"),
    ("August", "augustus"),
    ("September", "september"),
    ("October", "oktober"),
    ("November", "november"),
    ("December", "december"),
)
_UNITS: Final = {
    "Y": (("year", "years"), ("jaar", "jaar")),
    "M": (("month", "months"), ("maand", "maanden")),
    "W": (("week", "weeks"), ("week", "weken")),
    "D": (("day", "days"), ("dag", "dagen")),
    "H": (("hour", "hours"), ("uur", "uur")),
}
_PART: Final = re.compile(r"([0-9]+)([YMWDH])")


class Tongue:
    """One of the two languages."""

    def __init__(self, lang: str = "en") -> None:
        """Take `en` or `nl`."""
        self.lang = lang
        self._index = 1 if lang == "nl" else 0

    def __call__(self, en: str, nl: str) -> str:
        """Return the text of this language."""
        return (en, nl)[self._index]

    def of(self, both: Both) -> str:
        """Return the text of this language of a pair."""
        return both[self._index]

    def day(self, day: date) -> str:
        """Return a date in words: 20 May 2013."""
        return f"{day.day} {_MONTHS[day.month - 1][self._index]} {day.year}"

    def moment(self, moment: datetime, zone: tzinfo) -> str:
        """Return a moment in words, on the clock of a zone: 20 May 2013, 10:00."""
        local = moment.astimezone(zone)
        clock = f"{local:%H:%M:%S}" if local.second else f"{local:%H:%M}"
        return f"{self.day(local.date())}, {clock}"

    def period(self, iso: str) -> str:
        """Return a period in words: `P1M2D` is 1 month and 2 days."""
        parts = []
        for number, unit in _PART.findall(iso):
            one, several = _UNITS[unit][self._index]
            parts.append(f"{number} {one if number == '1' else several}")
        return self.list(parts)

    def list(self, parts: Iterable[str], last: Both = ("and", "en")) -> str:
        """Return an enumeration: a, b and c."""
        every = list(parts)
        if len(every) <= 1:
            return "".join(every)
        return f"{', '.join(every[:-1])} {self.of(last)} {every[-1]}"

    def either(self, parts: Iterable[str]) -> str:
        """Return a choice: a, b or c."""
        return self.list(parts, ("or", "of"))
