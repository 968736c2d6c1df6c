"""The features as Gherkin's own compiler reads them, and a way to live one through.

Keeps the suite honest: what is compared with what pytest ran does not come from pytest.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler
from gherkin.token_matcher import TokenMatcher

from tests.steps.vocabulary import Spoken, understand
from tests.steps.world import World

FEATURES = Path(__file__).resolve().parents[2] / "features"
_MOODS = {"Context": "given", "Action": "when", "Outcome": "then"}


class Said(NamedTuple):
    """One step: its mood, its words, and its table if it has one."""

    mood: str
    text: str
    table: tuple[tuple[str, ...], ...] | None

    def spoken(self) -> list[Spoken]:
        """Return what it may mean; one meaning in a sound vocabulary."""
        return understand(self.text, self.mood)


class Example(NamedTuple):
    """One scenario as it runs: an outline gives as many as it has rows.

    Attributes:
        file: Its file, relative to `features/`.
        tags: Its own tags and those it inherits, without the at sign, in the order written.
    """

    file: str
    name: str
    tags: tuple[str, ...]
    steps: tuple[Said, ...]

    def live(self) -> World:
        """Live it through and return the world after it; an assertion that fails is raised."""
        world = World()
        for step in self.steps:
            (spoken,) = step.spoken()
            spoken.happen(world, step.mood, step.table)
        world.settle()
        return world


@cache
def documents() -> dict[str, dict[str, Any]]:
    """Return every feature as Gherkin parses it, by its file relative to `features/`."""
    found: dict[str, Any] = {}
    for path in sorted(FEATURES.rglob("*.feature")):
        text = path.read_text(encoding="utf-8")
        found[path.relative_to(FEATURES).as_posix()] = Parser().parse(text, TokenMatcher("en"))
    return found


@cache
def examples() -> tuple[Example, ...]:
    """Return every example of every feature."""
    return tuple(
        Example(
            file,
            pickle["name"],
            tuple(tag["name"].removeprefix("@") for tag in pickle["tags"]),
            tuple(_said(step) for step in pickle["steps"]),
        )
        for file, document in documents().items()
        for pickle in _pickles(document, file)
    )


def _pickles(document: Any, file: str) -> list[Any]:  # noqa: ANN401 - as the parser gives it
    return list(Compiler().compile(document | {"uri": file}))


def _said(step: Any) -> Said:  # noqa: ANN401 - as the compiler gives it
    table = step.get("argument", {}).get("dataTable")
    rows = table and tuple(tuple(c["value"] for c in row["cells"]) for row in table["rows"])
    return Said(_MOODS[step["type"]], step["text"], rows)
