"""The pages about the command line: every example is run, and prints what the page says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import NamedTuple

import pytest

from orderflow.cli.arguments import SCHEMAS
from tests.unit.cli.support import Type, Typed

DOCS = Path(__file__).parents[3] / "docs" / "embedding"
PAGES = ("command-line.md", "json-output.md")
ANYTHING = "…"


class Example(NamedTuple):
    """A command of a page, and what the page says that it prints."""

    line: int
    command: str
    printed: str


def examples(page: str) -> list[Example]:
    """Return every `$ orderflow …` of the console blocks of a page, in order."""
    text = (DOCS / page).read_text(encoding="utf-8")
    found = []
    for block in re.finditer(r"^```console\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        first = text.count("\n", 0, block.start(1)) + 1
        for one in re.finditer(
            r"^\$ (?P<command>.*)\n(?P<printed>(?:(?!\$ ).*\n)*)",
            block.group(1),
            re.MULTILINE,
        ):
            line = first + block.group(1).count("\n", 0, one.start())
            found.append(Example(line, one["command"], one["printed"]))
    return found


def same(said: str, printed: str) -> bool:
    """Tell whether text is what a page says, where a line of `…` stands for any lines."""
    parts = [re.escape(part) for part in re.split(rf"(?m)^ *{ANYTHING}\n", said)]
    return re.fullmatch("(?:.*\n)*".join(parts), printed) is not None


@pytest.mark.parametrize("page", PAGES)
def test_every_example_prints_what_the_page_says(typed: Type, page: str) -> None:
    """The examples of a page, run one after another, print what stands below them."""
    ran = Typed(0, "", "")
    for example in examples(page):
        if example.command == "echo $?":
            assert example.printed == f"{ran.code}\n", f"{page}:{example.line}"
            continue
        program, *argv = shlex.split(example.command)
        assert program == "orderflow", f"{page}:{example.line}"

        ran = typed(*argv)

        assert same(example.printed, ran.out + ran.err), (
            f"{page}:{example.line}: {example.command} printed\n{ran.out}{ran.err}"
        )


def test_every_command_has_an_example() -> None:
    """Each command, and each part of `regimes`, is shown at work."""
    shown = " ".join(example.command for example in examples("command-line.md"))

    for command in (
        "demo",
        "run",
        "show",
        "history",
        "assess",
        "regimes list",
        "regimes show",
        "regimes compare",
        "diagram",
        "schema",
        "audit",
        "privacy",
        "--version",
        "--help",
    ):
        assert f"orderflow {command}" in shown


def test_every_form_of_json_is_described() -> None:
    """The page about JSON names every schema."""
    text = (DOCS / "json-output.md").read_text(encoding="utf-8")

    assert all(f"`orderflow schema {kind}`" in text for kind in SCHEMAS)
