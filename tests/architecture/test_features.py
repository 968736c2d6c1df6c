"""Keeps the features honest: each is found, understood, registered, run, and mirrored."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest

from orderflow.law.register import RegimeRegister
from orderflow.law.sources import references
from orderflow.order.lifecycle import TRIGGERS
from orderflow.order.reasons import Code
from tests.steps.facts import FACTS
from tests.steps.pickles import FEATURES, Example, documents, examples
from tests.steps.reasons import REASONS
from tests.steps.terms import terms_in
from tests.steps.vocabulary import PHRASES

ROOT = FEATURES.parent
RUNNING = [example for example in examples() if not example.file.startswith("vocabulary/")]
MIRRORS = [file for file in documents() if file.endswith(".nl.feature")]
PLAIN_TAGS = {"boundary", "draft"}
EDGES = {f"EC{number:02}" for number in range(1, 49)}


def _of_file(file: str) -> list[Example]:
    return [example for example in examples() if example.file == file]


def _outlines(file: str) -> Iterator[dict[str, Any]]:
    """Yield every scenario of a file as written, before outlines are filled in."""

    def within(children: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for child in children:
            if "rule" in child:
                yield from within(child["rule"]["children"])
            elif "scenario" in child:
                yield child["scenario"]

    return within(documents()[file]["feature"]["children"])


@pytest.mark.parametrize("file", documents())
def test_no_two_examples_of_a_file_share_a_title(file: str) -> None:
    """Every example runs: of two with one title pytest-bdd would run the last, in silence."""
    titles = Counter(outline["name"] for outline in _outlines(file))

    assert {title for title, times in titles.items() if times > 1} == set()


def test_every_step_means_one_thing() -> None:
    """Every step of every feature is one sentence of the vocabulary, and only one."""
    said = {(step.mood, step.text): step for example in examples() for step in example.steps}

    assert {text: len(s.spoken()) for (_, text), s in said.items() if len(s.spoken()) != 1} == {}


def test_every_example_ends_in_an_outcome() -> None:
    """Every example tells an act or a circumstance, and then looks."""
    assert [e.name for e in examples() if e.steps[-1].mood != "then"] == []


def test_no_step_is_asynchronous() -> None:
    """Every step function runs when it is called; pytest-bdd would never await it."""
    assert [p.text for p in PHRASES if inspect.iscoroutinefunction(p.function)] == []


def test_everything_written_is_collected() -> None:
    """Pytest collects exactly the examples that Gherkin's own compiler finds."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    ran = subprocess.run(
        [*command, "tests/features"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    collected = [line for line in ran.stdout.splitlines() if "::" in line]

    assert len(collected) == len(examples())


def test_every_folder_has_one_test_file() -> None:
    """Each capability is run by the test file of its name, and by no other."""
    folders = {file.partition("/")[0] for file in documents()}
    files = {path.stem.removeprefix("test_") for path in (ROOT / "tests/features").glob("test_*")}

    assert files == folders


@pytest.mark.parametrize("file", documents())
def test_a_feature_is_one_page(file: str) -> None:
    """A feature has a description, at most seven rules, and examples of at most six steps."""
    feature = documents()[file]["feature"]
    rules = [child["rule"]["name"] for child in feature["children"] if "rule" in child]
    long = [outline["name"] for outline in _outlines(file) if len(outline["steps"]) > 6]

    lines = (FEATURES / file).read_text(encoding="utf-8").splitlines()

    assert feature["description"].strip()
    assert len(lines) <= 125
    assert len(rules) <= 7
    assert long == []


def test_every_boundary_is_shown_from_both_sides() -> None:
    """A rule that shows the last moment before also shows the first moment after."""
    sides = Counter(
        (file, child["rule"]["name"])
        for file in documents()
        for child in documents()[file]["feature"]["children"]
        if "rule" in child
        for inner in child["rule"]["children"]
        if "@boundary" in [tag["name"] for tag in inner.get("scenario", {}).get("tags", [])]
        for _ in range(max(1, sum(len(t["tableBody"]) for t in inner["scenario"]["examples"])))
    )

    assert [rule for rule, shown in sides.items() if shown < 2] == []


def test_no_step_speaks_of_the_machine() -> None:
    """Steps are sentences for a lawyer: no codes, no identifiers, no markup."""
    code = re.compile(r"[_{}<>$]|\b[a-z]+[A-Z]\w*|\b(?:true|false|null|none)\b")
    steps = {step.text for example in examples() for step in example.steps}

    assert sorted(text for text in steps if code.search(text)) == []


@pytest.mark.parametrize("example", examples(), ids=lambda e: f"{e.file}:{e.name}")
def test_every_example_rests_on_registered_law(example: Example) -> None:
    """Every example inherits a registered source or choice, and no tag is unknown."""
    known = references()
    regimes = {regime.partition("@")[0] for regime in RegimeRegister.packaged().ids()}
    registered = {
        "law": set(known.sources),
        "choice": set(known.choices),
        "edge": EDGES,
        "regime": regimes | set(RegimeRegister.packaged().ids()),
    }
    kinds = [tag.partition(":") for tag in example.tags if tag not in PLAIN_TAGS]

    assert [kind + ":" + key for kind, _, key in kinds if key not in registered[kind]] == []
    assert {kind for kind, _, _ in kinds} & {"law", "choice"}


def test_no_table_of_examples_carries_a_tag() -> None:
    """No `Examples:` table is tagged: pytest-bdd would not turn its tags into markers."""
    tagged = [
        outline["name"]
        for file in documents()
        for outline in _outlines(file)
        if any(table["tags"] for table in outline["examples"])
    ]

    assert tagged == []


def test_every_source_is_illustrated() -> None:
    """Every registered source has an example, or says why it has none."""
    shown = {t.removeprefix("law:") for e in RUNNING for t in e.tags if t.startswith("law:")}
    sources = references().sources
    silent = {key for key, source in sources.items() if key not in shown and not source.no_scenario}

    assert silent == set()


def test_every_source_that_code_cites_is_registered() -> None:
    """Every source key in the code, in `law=` or in a docstring, stands in the register."""
    key = re.compile(r"\b(?:gb-eaw|nl|eu)/[a-z0-9-]+/[a-z0-9/-]*[a-z0-9]")
    cited = {
        (found, path.name)
        for path in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for found in key.findall(node.value)
    }
    registered = references().sources
    under = {"/".join(key.split("/")[:depth]) for key in registered for depth in (2, 3, 4)}

    assert {(key, file) for key, file in cited if key not in {*registered, *under}} == set()


def test_every_trigger_is_accepted_once_and_refused_once() -> None:
    """Every act of the lifecycle has an example in which it is recorded, and one refused."""
    pulled: set[tuple[str, bool]] = set()
    for example in RUNNING:
        # One that fails is red by itself, and counts for nothing here.
        with suppress(AssertionError):
            pulled |= example.live().pulled
    wanted = {(trigger, accepted) for trigger in TRIGGERS.values() for accepted in (True, False)}
    # Nobody asks for it: it follows from a service or a notice, so nobody can be refused it.
    wanted -= {("recount_end", False)}

    assert sorted(wanted - pulled) == []


@pytest.mark.parametrize("mirror", MIRRORS)
def test_a_mirror_says_the_same(mirror: str) -> None:
    """Both languages have the same examples, tags, sentences and values in the same order."""
    other = mirror.replace(".nl.feature", ".feature")

    def shape(file: str) -> list[Any]:
        return [
            (
                example.tags,
                [
                    (step.mood, _meaning(spoken), step.table and terms_in(step.table, UTC))
                    for step in example.steps
                    for spoken in step.spoken()
                ],
            )
            for example in _of_file(file)
        ]

    assert other in documents()
    assert shape(mirror) == shape(other)


def _meaning(spoken: Any) -> tuple[object, ...]:  # noqa: ANN401 - a sentence understood
    plain = {name: value for name, value in spoken.gaps.items() if not callable(value)}
    return spoken.phrase.function, plain


def test_no_file_mixes_languages() -> None:
    """Every step of a file is in the language of the file."""
    mixed = {
        example.file
        for example in examples()
        for step in example.steps
        if {spoken.phrase.language for spoken in step.spoken()}
        != {"nl" if example.file.endswith(".nl.feature") else "en"}
    }

    assert mixed == set()


def test_every_sentence_has_both_languages() -> None:
    """Every function of the vocabulary speaks English and Dutch."""
    languages = defaultdict(set)
    for phrase in PHRASES:
        languages[phrase.function].add(phrase.language)

    assert [f.__name__ for f, spoken in languages.items() if spoken != {"en", "nl"}] == []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_vocabulary_shows_every_sentence(language: str) -> None:
    """Every sentence has an example in the catalogue, in each language."""
    shown = {
        spoken.phrase
        for example in examples()
        if example.file.startswith("vocabulary/")
        for step in example.steps
        for spoken in step.spoken()
    }
    wanted = {phrase for phrase in PHRASES if phrase.language == language}

    assert sorted(phrase.text for phrase in wanted - shown) == []


def test_few_sentences_are_used_once() -> None:
    """At most one sentence in ten is used only once outside the vocabulary."""
    used = Counter(
        spoken.phrase.function.__name__
        for example in RUNNING
        for step in example.steps
        for spoken in step.spoken()
    )
    once = [name for name, times in used.items() if times == 1]

    assert len(once) <= len(used) / 10, once


def test_every_event_and_every_reason_has_words() -> None:
    """A feature can name whatever the record and the rules can say."""
    assert set(TRIGGERS) - set(FACTS) == set()
    flags = {"age_unknown", "capacity_check", "served_by_applicant", "short_notice"}
    flags |= {"manual_police_notice", "protected_person_opposes"}
    assert {code.value for code in Code} - {code.value for code in REASONS} - flags == set()


@pytest.mark.parametrize("path", sorted((ROOT / "tests/steps").glob("*.py")), ids=lambda p: p.name)
def test_no_step_file_is_long(path: Path) -> None:
    """A step file has at most 150 lines, so that a noun can be read at once."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 150
