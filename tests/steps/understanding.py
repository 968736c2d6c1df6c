"""Understanding a step: which sentence of the vocabulary it is, and what stands in its gaps."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final, NamedTuple, Protocol

from tests.steps.dialect import in_common_words
from tests.steps.grammar import KINDS, PHRASES, Language, Phrase, Table

_GAP: Final = re.compile(r"\{(\w+)(?::(\w+))?\}")
_RECORDED: Final = {
    "en": "[, recorded on {recorded:moment}]",
    "nl": "[, vastgelegd op {recorded:moment}]",
}


class World(Protocol):
    """What the grammar asks of the world that sentences act on."""

    mood: str

    def begin(self, mood: str, recorded: Any) -> None:  # noqa: ANN401 - as the gap was read
        """Be told that a sentence comes."""


class Spoken(NamedTuple):
    """A step that was recognised."""

    phrase: Phrase
    gaps: dict[str, Any]

    def happen(self, world: World, mood: str, table: Table | None) -> None:
        """Carry it out."""
        gaps = dict(self.gaps)
        world.begin(mood, gaps.pop("recorded", None))
        if table is not None:
            gaps["table"] = table
        self.phrase.function(world, **gaps)


def understand(text: str, mood: str) -> list[Spoken]:
    """Return every sentence that a step may be; exactly one in a sound vocabulary."""
    allowed = {"given": ("given", "act"), "when": ("act",), "then": ("then",)}[mood]
    common, found = in_common_words(text), []
    for phrase in PHRASES:
        match = _pattern(phrase).fullmatch(common) if phrase.mood in allowed else None
        if match is not None:
            found.append(Spoken(phrase, _read(match, phrase)))
    return found


def _read(match: re.Match[str], phrase: Phrase) -> dict[str, Any]:
    gaps = {}
    for group, said in match.groupdict().items():
        name, _, kind = group.partition("__")
        if said is not None:
            gaps[name] = KINDS[phrase.language, kind].read(said)
    return gaps


@cache
def _pattern(phrase: Phrase) -> re.Pattern[str]:
    whole = phrase.text + _RECORDED[phrase.language] if phrase.mood == "act" else phrase.text
    that = "(?:dat )?" if phrase.language == "nl" and phrase.mood != "then" else ""
    return re.compile(that + _regex(whole, phrase.language))


def _regex(text: str, language: Language) -> str:
    parts: list[str] = []
    rest = 0
    for gap in _GAP.finditer(text):
        parts.append(_literal(text[rest : gap.start()]))
        name, kind = gap[1], gap[2] or gap[1]
        parts.append(f"(?P<{name}__{kind}>{KINDS[language, kind].pattern})")
        rest = gap.end()
    return "".join((*parts, _literal(text[rest:])))


def _literal(text: str) -> str:
    return re.escape(text).replace(r"\[", "(?:").replace(r"\]", ")?")
