"""The grammar of the feature files: sentences in two languages, with typed gaps.

A sentence is declared once per language above the function that carries it out:

    @act.en("{actor} sealed the order on {at:moment}")
    @act.nl("{actor} waarmerkte het bevel op {at:moment}")

`{name:kind}` is a gap; `[…]` may be left out. Every act may end in `, recorded on …`. What may
stand in a gap is closed: a word that no table holds makes the sentence undefined.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple, TypeVar

Language = Literal["en", "nl"]
Mood = Literal["given", "act", "then"]
Table = Sequence[Sequence[str]]


class Kind(NamedTuple):
    """What may stand in a gap, in one language: a pattern without groups, and what it means."""

    pattern: str
    read: Callable[[str], Any]


KINDS: Final[dict[tuple[Language, str], Kind]] = {}


class Phrase(NamedTuple):
    """A sentence of the vocabulary in one language."""

    mood: Mood
    language: Language
    text: str
    function: Callable[..., None]


PHRASES: Final[list[Phrase]] = []
F = TypeVar("F", bound=Callable[..., None])


class Sentence:
    """Declares sentences of one mood."""

    def __init__(self, mood: Mood) -> None:
        """Take the mood: a circumstance, an act, or an outcome."""
        self.mood = mood

    def en(self, text: str) -> Callable[[F], F]:
        """Declare an English sentence."""
        return self._declare("en", text)

    def nl(self, text: str) -> Callable[[F], F]:
        """Declare a Dutch sentence."""
        return self._declare("nl", text)

    def _declare(self, language: Language, text: str) -> Callable[[F], F]:
        def register(function: F) -> F:
            PHRASES.append(Phrase(self.mood, language, text, function))
            return function

        return register


given: Final = Sentence("given")
act: Final = Sentence("act")
then: Final = Sentence("then")


def words(kind: str, table: Mapping[Any, tuple[str, str]]) -> None:
    """Declare the words of a kind: for each value the English and the Dutch one."""
    columns: tuple[tuple[Language, int], ...] = (("en", 0), ("nl", 1))
    for language, column in columns:
        spoken = {both[column]: value for value, both in table.items()}
        longest = sorted(spoken, key=len, reverse=True)
        KINDS[language, kind] = Kind("|".join(map(re.escape, longest)), spoken.__getitem__)


def table_of(text: str) -> dict[str, tuple[str, str]]:
    """Return the rows `value | English | Dutch` of a text."""
    rows = (line.split(" | ") for line in text.strip().splitlines())
    return {value.strip(): (en.strip(), nl.strip()) for value, en, nl in rows}


def lists(kind: str, one: str, joint: Mapping[Language, str]) -> None:
    """Declare that a gap holds one or more of another kind, joined by commas and a last word."""
    for language, last in joint.items():
        pattern, read = KINDS[language, one]
        split = re.compile(f"(?:{last}|, )(?={pattern})")
        KINDS[language, kind] = Kind(
            f"(?:{pattern})(?:(?:, (?:{pattern}))*{last}(?:{pattern}))?",
            lambda text, split=split, read=read: tuple(read(part) for part in split.split(text)),  # type: ignore[misc]
        )
