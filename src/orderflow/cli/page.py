"""Plain, well-set text on a terminal: 80 columns at most, colour only where somebody looks.

What a terminal cannot show is written in what it can: a tick becomes `ok`, an accent is dropped.
What would steer a terminal is written out, wherever it came from: only this page sets styles.
"""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from typing import TYPE_CHECKING, Final, TextIO

from orderflow.cli.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDEST: Final = 80
_NARROWEST: Final = 40

FIXED: Final = "\xa0"
"""A space at which no line is broken; printed as a space."""

_HELD: Final = "\x1f"

_PLAIN: Final = {
    "✓": "ok",
    "✗": "NO",
    "≠": "!=",
    "→": "->",
    "–": "-",
    "·": "-",
    "…": "...",
    "═": "=",
    "─": "-",
    "│": "|",
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "×": "x",
    "€": "EUR",
}
_STYLES: Final = {
    "bold": "1",
    "faint": "2",
    "good": "32",
    "bad": "31",
    "warn": "33",
    "title": "1;36",
}


class Page:
    """Text on its way to somebody who reads it."""

    def __init__(self, stream: TextIO | None = None, *, colour: bool | None = None) -> None:
        """Take the stream; colour is used on a terminal unless `NO_COLOR` is set."""
        self._stream = stream or sys.stdout
        self._encoding = getattr(self._stream, "encoding", None) or "utf-8"
        self._colour = _wants_colour(self._stream) if colour is None else colour
        self.width = _width(self._stream)

    def styled(self, text: str, style: str) -> str:
        """Return text in a style, where the terminal shows styles."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self._colour and text else text

    def fitted(self, text: str) -> str:
        """Return text in characters that the terminal has."""
        return fitting(text, self._encoding)

    def line(self, text: str = "", style: str | None = None) -> None:
        """Print one line; a line feed in it is written out."""
        self.spans((text, style))

    def spans(self, *parts: tuple[str, str | None]) -> None:
        """Print one line of several parts, each in a style of its own or in none."""
        shown = ((fitting(visible(text), self._encoding), style) for text, style in parts)
        said = (self.styled(text, style) if style else text for text, style in shown)
        self._stream.write("".join(said) + "\n")

    def title(self, text: str) -> None:
        """Print a heading with a double line under it."""
        self.line(text, "title")
        self.line("═" * min(self.width, max(len(text), 24)), "faint")

    def heading(self, text: str) -> None:
        """Print a blank line and a smaller heading."""
        self.line()
        self.line(text, "bold")

    def text(
        self, text: str, indent: int = 0, hang: int | None = None, style: str | None = None
    ) -> None:
        """Print a paragraph, wrapped; later lines are indented by `hang` (default: `indent`)."""
        first, later = " " * indent, " " * (indent if hang is None else hang)
        for line in wrapped(text, self.width, first, later, self._encoding):
            self.line(line, style)

    def field(
        self, label: str, text: str, indent: int = 2, column: int = 22, style: str | None = None
    ) -> None:
        """Print `label` and, from `column` on, its text; wrapped within that column."""
        lead = f"{' ' * indent}{label}"
        if len(lead) >= column:
            self.line(lead, "faint")
            lead = ""
        lines = wrapped(text, self.width, " " * column, " " * column, self._encoding)
        first, *rest = lines or [""]
        shown_lead = fitting(visible(lead), self._encoding).ljust(column)
        body = fitting(visible(first[column:]), self._encoding)
        body = self.styled(body, style) if style else body
        self._stream.write(f"{self.styled(shown_lead, 'faint')}{body}".rstrip() + "\n")
        for line in rest:
            self.line(line, style)

    def fields(self, rows: Iterable[tuple[str, str]], indent: int = 2, column: int = 22) -> None:
        """Print rows of a label and its text; rows without text are left out."""
        for label, text in rows:
            if text:
                self.field(label, text, indent, column)


def fitting(text: str, encoding: str) -> str:
    """Return the text in characters that the encoding has."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_fitting_character(one, encoding) for one in text)
    return text


def wrapped(text: str, width: int, first: str, later: str, encoding: str = "utf-8") -> list[str]:
    """Return the text in lines of at most `width`; a word that is longer is left whole."""
    from textwrap import TextWrapper

    wrapper = TextWrapper(
        width=width,
        initial_indent=first,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    )
    kept = fitting(visible(text, keep="\n\t").replace(FIXED, _HELD), encoding)
    return [line.replace(_HELD, " ") for line in wrapper.wrap(kept)]


def _fitting_character(character: str, encoding: str) -> str:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        plain = _PLAIN.get(character)
        if plain is not None:
            return plain
        bare = unicodedata.normalize("NFKD", character)
        return bare.encode("ascii", "ignore").decode() or "?"
    return character


def _wants_colour(stream: TextIO) -> bool:
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def _width(stream: TextIO) -> int:
    if not stream.isatty():
        return WIDEST
    return max(_NARROWEST, min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns))
