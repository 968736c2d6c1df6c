"""Words and pages: both languages, any terminal."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from io import StringIO
from zoneinfo import ZoneInfo

import pytest

from orderflow.cli.page import FIXED, Page, fitting
from orderflow.law import vocabulary
from orderflow.order import assessment, values
from orderflow.telling.tongue import Tongue
from orderflow.telling.words import WORDS, both, yes_no

ENUMS = [
    one
    for module in (vocabulary, values, assessment)
    for one in vars(module).values()
    if isinstance(one, type) and issubclass(one, StrEnum) and one is not StrEnum
]
NOT_SHOWN = {"Code"}


class Terminal(StringIO):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        """Say that somebody looks."""
        return True


@pytest.mark.parametrize("kind", ENUMS, ids=lambda kind: kind.__name__)
def test_every_word_of_the_record_has_both_languages(kind: type[StrEnum]) -> None:
    """Every value of every vocabulary has a word in English and one in Dutch."""
    if kind.__name__ not in NOT_SHOWN:
        assert {one.value for one in kind} <= set(WORDS[kind.__name__])


def test_a_word_of_a_later_version_stands_as_it_is() -> None:
    """A value without a word is shown as it is, not left out."""
    assert both("Role", "ombudsman") == ("ombudsman", "ombudsman")
    assert yes_no(True) == ("yes", "ja")


@pytest.mark.parametrize(
    "iso, en, nl",
    [
        ("P1D", "1 day", "1 dag"),
        ("P4W", "4 weeks", "4 weken"),
        ("P1Y6M", "1 year and 6 months", "1 jaar en 6 maanden"),
        ("PT24H", "24 hours", "24 uur"),
    ],
)
def test_a_period_is_told_in_words(iso: str, en: str, nl: str) -> None:
    """An ISO 8601 period is told in years, months, weeks, days and hours."""
    assert (Tongue("en").period(iso), Tongue("nl").period(iso)) == (en, nl)


def test_a_moment_is_told_on_the_clock_of_its_zone() -> None:
    """A moment stands on the local clock, with seconds only where there are any."""
    moment = datetime(2010, 4, 6, 18, tzinfo=UTC)
    amsterdam = ZoneInfo("Europe/Amsterdam")

    assert Tongue("nl").moment(moment, amsterdam) == "6 april 2010, 20:00"
    assert Tongue().moment(moment.replace(second=5), UTC) == "6 April 2010, 18:00:05"
    assert Tongue().day(date(2012, 2, 29)) == "29 February 2012"


def test_lists_are_told_as_sentences_tell_them() -> None:
    """An enumeration has commas and a last 'and'; a choice has a last 'or'."""
    assert Tongue().list([]) == ""
    assert Tongue().list(["a", "b", "c"]) == "a, b and c"
    assert Tongue("nl").either(["a", "b"]) == "a of b"


def test_what_a_terminal_cannot_show_is_written_in_what_it_can() -> None:
    """Ticks become words, accents are dropped, and what is left becomes a question mark."""
    assert fitting("✓ geëindigd – €1 ≠ 漢", "ascii") == "ok geeindigd - EUR1 != ?"
    assert fitting("geëindigd ✓", "latin-1") == "geëindigd ok"


def test_colour_is_for_terminals_that_want_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Colour is used on a terminal, never in a pipe, and not where NO_COLOR or dumb says no."""
    monkeypatch.setenv("TERM", "xterm")
    assert Page(Terminal()).styled("x", "good") == "\x1b[32mx\x1b[0m"
    assert Page(StringIO()).styled("x", "good") == "x"
    monkeypatch.setenv("NO_COLOR", "1")
    assert Page(Terminal()).styled("x", "good") == "x"
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert Page(Terminal()).styled("x", "good") == "x"


def test_a_page_is_never_wider_than_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A narrow terminal narrows the page; a wide one leaves it at 80 columns."""
    monkeypatch.setenv("COLUMNS", "60")
    assert Page(Terminal()).width == 60
    monkeypatch.setenv("COLUMNS", "200")
    assert Page(Terminal()).width == 80


def test_a_fixed_space_is_never_broken() -> None:
    """What belongs together stays on one line, and is printed with ordinary spaces."""
    stream = StringIO()
    page = Page(stream)

    page.text(f"{'word ' * 15}[one,{FIXED}two]")

    assert "[one, two]" in stream.getvalue().splitlines()[1]


def test_a_field_with_a_long_label_takes_the_next_line() -> None:
    """A label that reaches its column stands on a line of its own."""
    stream = StringIO()

    Page(stream).fields([("a label beyond its column", "text"), ("left out", "")], column=10)

    assert stream.getvalue() == "  a label beyond its column\n          text\n"
