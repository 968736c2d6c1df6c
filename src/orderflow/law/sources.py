"""Where the law stands, how we read it where it leaves room, and what nobody has decided yet.

Two registers: `sources.toml` holds the legal sources, `choices.toml` our numbered readings and the
open questions. Keeps one rule: what is cited is registered.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from orderflow.errors import RegimeFileError
from orderflow.law.files import build, read_toml
from orderflow.law.problems import hint
from orderflow.law.provision import ChoiceNumber, SourceKey
from orderflow.law.regime import PROVISION_FIELDS
from orderflow.law.section import Title

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

SOURCES_FILE = "sources.toml"
CHOICES_FILE = "choices.toml"

Text = Annotated[str, Field(min_length=1)]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Source(_Entry):
    """One legal source, as small as a lawyer cites it.

    Attributes:
        key: Jurisdiction/act/article[/paragraph], lower case.
        title: What it is, in both languages.
        uri: Official place of the text.
        in_force_from: First day on which it applied, or day of the judgment; None where we do not
            know it.
        in_force_until: First day on which it no longer applied; None while it applies.
        checked_on: Day on which somebody last looked whether this entry still holds.
        no_scenario: Why no feature scenario shows it; None where one does.
    """

    key: SourceKey
    title: Title
    uri: Annotated[str, Field(pattern=r"^https://")]
    in_force_from: date | None = None
    in_force_until: date | None = None
    checked_on: date
    no_scenario: Text | None = None


class Choice(_Entry):
    """One reading of ours, where the source leaves room.

    Attributes:
        number: `INT-` and three digits; never used again for something else.
        status: `taken`, or `open` where we act on the answer but expect to be corrected.
        question: What the source leaves open; in Dutch in `question_nl`.
        answer: What we do; in Dutch in `answer_nl`.
        why: Why this answer.
        alternatives: Answers that others could defend.
        sources: Sources that it reads.
    """

    number: ChoiceNumber
    status: Literal["taken", "open"]
    question: Text
    question_nl: Text
    answer: Text
    answer_nl: Text
    why: Text
    alternatives: Annotated[tuple[Text, ...], Field(min_length=1)]
    sources: Annotated[tuple[SourceKey, ...], Field(min_length=1)]


class Question(_Entry):
    """One question that the lawgiver has not answered.

    Attributes:
        key: Short name, as `NotDecided` gives it.
        title: The question, in both languages.
        source: Where it is asked.
        fields: Dotted fields of a regime that wait for the answer.
    """

    key: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
    title: Title
    source: SourceKey
    fields: Annotated[tuple[str, ...], Field(min_length=1)]


class References(NamedTuple):
    """Both registers, by key, number and key; read-only."""

    sources: Mapping[str, Source] = MappingProxyType({})
    choices: Mapping[str, Choice] = MappingProxyType({})
    questions: Mapping[str, Question] = MappingProxyType({})


@cache
def references() -> References:
    """Return the registers that ship with the package; read once."""
    return read_references(files("orderflow.law"))


def read_references(folder: Path | Traversable, base: References | None = None) -> References:
    """Return the registers of a folder, added to those of `base`; either file may be absent.

    Raises:
        RegimeFileError: A file does not fit its form, registers something twice, or cites what is
            not registered.
    """
    known = base or References()
    source_table = _table(folder / SOURCES_FILE)
    choice_table = _table(folder / CHOICES_FILE)
    sources = _entries(Source, source_table, "source", "key", SOURCES_FILE)
    choices = _entries(Choice, choice_table, "choice", "number", CHOICES_FILE)
    questions = _entries(Question, choice_table, "question", "key", CHOICES_FILE)
    for file, table in ((SOURCES_FILE, source_table), (CHOICES_FILE, choice_table)):
        for name in table:
            raise RegimeFileError(file, name, "unknown table")
    read = References(
        _joined(known.sources, sources, SOURCES_FILE),
        _joined(known.choices, choices, CHOICES_FILE),
        _joined(known.questions, questions, CHOICES_FILE),
    )
    _check_citations(read)
    return read


E = TypeVar("E", bound=_Entry)


def _table(file: Path | Traversable) -> dict[str, Any]:
    return read_toml(file) if file.is_file() else {}


def _entries(
    model: type[E], register: dict[str, Any], kind: str, key: str, file: str
) -> dict[str, E]:
    tables = register.pop(kind, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise RegimeFileError(file, kind, f"must be written as [[{kind}]]")
    found: dict[str, E] = {}
    for table in tables:
        name = str(table.get(key, f"#{len(found) + 1}"))
        if name in found:
            raise RegimeFileError(file, name, "stands twice")
        found[name] = build(model, table, file=file, under=name)
    return found


def _joined(base: Mapping[str, E], own: dict[str, E], file: str) -> Mapping[str, E]:
    for name in own.keys() & base.keys():
        raise RegimeFileError(file, name, "is already registered")
    return MappingProxyType({**base, **own})


def _check_citations(read: References) -> None:
    cited = [(c.number, "sources", key) for c in read.choices.values() for key in c.sources]
    cited += [(q.key, "source", q.source) for q in read.questions.values()]
    for name, field, key in cited:
        if key not in read.sources:
            reason = f"source '{key}' is not registered{hint(key, read.sources)}"
            raise RegimeFileError(CHOICES_FILE, f"{name}.{field}", reason)
    for question in read.questions.values():
        for field in question.fields:
            if field not in PROVISION_FIELDS:
                reason = f"no such field: '{field}'{hint(field, PROVISION_FIELDS)}"
                raise RegimeFileError(CHOICES_FILE, f"{question.key}.fields", reason)
