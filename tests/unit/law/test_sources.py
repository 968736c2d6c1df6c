"""The registers of sources, readings and open questions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from orderflow.errors import RegimeFileError
from orderflow.law import RegimeRegister, references
from orderflow.law.sources import read_references

SOURCE = """
[[source]]
key = "nl/own-act/art-1"
title = { en = "Own Act, art. 1", nl = "Eigen wet, art. 1" }
uri = "https://example.org/own-act"
checked_on = 2026-11-23
"""
CHOICE = """
[[choice]]
number = "INT-901"
status = "taken"
question = "What?"
question_nl = "Wat?"
answer = "That."
answer_nl = "Dat."
why = "Because."
alternatives = ["This."]
sources = ["nl/own-act/art-1"]
"""
QUESTION = """
[[question]]
key = "how-long"
title = { en = "How long?", nl = "Hoe lang?" }
source = "nl/own-act/art-1"
fields = ["duration.max_total"]
"""

Refused = Callable[[Path], tuple[str, str, str]]


@pytest.fixture
def registers(tmp_path: Path) -> Callable[..., Path]:
    """Write registers of a team's own; return their folder."""

    def written(sources: str = SOURCE, choices: str = CHOICE + QUESTION) -> Path:
        (tmp_path / "sources.toml").write_text(sources, encoding="utf-8")
        (tmp_path / "choices.toml").write_text(choices, encoding="utf-8")
        return tmp_path

    return written


def test_the_packaged_registers_are_read_once() -> None:
    """Asking twice gives the same registers, and nobody can write in them."""
    assert references() is references()
    with pytest.raises(TypeError):
        references().sources["nl/x/y"] = None  # type: ignore[index]


def test_every_reading_and_question_cites_a_registered_source() -> None:
    """No choice and no question hangs in the air."""
    known = references()

    for choice in known.choices.values():
        assert set(choice.sources) <= known.sources.keys()
    assert {question.source for question in known.questions.values()} <= known.sources.keys()


def test_every_source_is_used() -> None:
    """A source is registered only when a regime value or a reading rests on it."""
    known, register = references(), RegimeRegister.packaged()
    used = {key for choice in known.choices.values() for key in choice.sources}
    for regime in map(register.get, register.ids()):
        used |= {key for _, provision in regime.provisions() for key in provision.source}

    assert known.sources.keys() - used == set()


def test_choices_are_numbered_without_a_gap() -> None:
    """A reader who looks for INT-017 finds it."""
    numbers = list(references().choices)

    assert numbers == [f"INT-{n:03}" for n in range(1, len(numbers) + 1)]


def test_the_letter_asks_ten_questions() -> None:
    """The ten subjects that the letter lists are the ten open questions."""
    assert list(references().questions) == [
        "scope",
        "applicants",
        "authority",
        "access",
        "support",
        "persons",
        "tailoring",
        "sanction",
        "enforceability",
        "legal-form",
    ]


def test_no_field_waits_for_two_questions() -> None:
    """`NotDecided` can name one question for each field."""
    fields = [field for one in references().questions.values() for field in one.fields]

    assert len(fields) == len(set(fields))


def test_a_team_adds_its_own_sources(registers: Callable[..., Path]) -> None:
    """A folder's registers add to those of the package."""
    known = RegimeRegister.from_folder(registers()).references

    assert known.sources["nl/own-act/art-1"].title.nl == "Eigen wet, art. 1"
    assert known.choices["INT-901"].alternatives == ("This.",)
    assert known.questions["how-long"].fields == ("duration.max_total",)
    assert references().sources.keys() < known.sources.keys()


def test_a_folder_without_registers_has_none(tmp_path: Path) -> None:
    """Either file may be absent."""
    known = read_references(tmp_path)

    assert known == ({}, {}, {})


@pytest.mark.parametrize(
    "sources, choices, file, field, reason",
    [
        (SOURCE + SOURCE, "", "sources.toml", "nl/own-act/art-1", "stands twice"),
        (
            SOURCE.replace("nl/own-act/art-1", "nl/wth/art-11"),
            "",
            "sources.toml",
            "nl/wth/art-11",
            "is already registered",
        ),
        (SOURCE + "[[sauce]]\nx = 1", "", "sources.toml", "sauce", "unknown table"),
        ("source = 1", "", "sources.toml", "source", "must be written as [[source]]"),
        ("[source]\nkey = 1", "", "sources.toml", "source", "must be written as [[source]]"),
        ("source = [1]", "", "sources.toml", "source", "must be written as [[source]]"),
        (SOURCE, CHOICE + "[other]\nx = 1", "choices.toml", "other", "unknown table"),
        (
            SOURCE.replace("https:", "http:"),
            "",
            "sources.toml",
            "nl/own-act/art-1.uri",
            "String should match pattern '^https://'",
        ),
        ('[[source]]\nuri = "https://x"', "", "sources.toml", "#1.key", "is missing"),
        (
            SOURCE + "in_force_form = 2020-01-01",
            "",
            "sources.toml",
            "nl/own-act/art-1.in_force_form",
            "unknown field; did you mean 'in_force_from'?",
        ),
        (
            SOURCE.replace("en =", "eng ="),
            "",
            "sources.toml",
            "nl/own-act/art-1.title.en",
            "is missing",
        ),
        (
            SOURCE,
            CHOICE.replace('"taken"', '"takn"'),
            "choices.toml",
            "INT-901.status",
            "unknown word 'takn', not one of taken, open; did you mean 'taken'?",
        ),
        (
            SOURCE,
            CHOICE.replace("nl/own-act/art-1", "nl/own-act/art-2"),
            "choices.toml",
            "INT-901.sources",
            "source 'nl/own-act/art-2' is not registered; did you mean 'nl/own-act/art-1'?",
        ),
        (
            SOURCE,
            QUESTION.replace("duration.max_total", "duration.max_totl"),
            "choices.toml",
            "how-long.fields",
            "no such field: 'duration.max_totl'; did you mean 'duration.max_total'?",
        ),
    ],
)
def test_a_faulty_register_is_refused(
    registers: Callable[..., Path],
    refused: Refused,
    sources: str,
    choices: str,
    file: str,
    field: str,
    reason: str,
) -> None:
    """The error names the file, the entry with its field, and what is wrong."""
    assert refused(registers(sources, choices)) == (file, field, reason)


def test_a_register_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    """The parser's own words tell the line."""
    (tmp_path / "sources.toml").write_text("[[source", encoding="utf-8")

    with pytest.raises(RegimeFileError, match=r"sources\.toml: not readable as TOML"):
        read_references(tmp_path)
