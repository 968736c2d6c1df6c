"""The JSON Schema of the form takes every sound case file and refuses what editors can see."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from orderflow.casefile import case_schema, find_case, published_cases
from orderflow.casefile.format import CaseFile
from orderflow.law.files import as_json, files_of
from orderflow.order.commands import BY_NAME
from tests.unit.casefile.conftest import WHOLE

PUBLISHED = files_of(files("orderflow.casefile") / "published")


def problems(text: str) -> list[str]:
    """Return what the schema finds wrong with a text."""
    validator = Draft202012Validator(case_schema())
    return [error.message for error in validator.iter_errors(as_plain(text))]


def as_plain(text: str) -> object:
    """Return what TOML parses to, with moments and days as text."""
    return json.loads(as_json(tomllib.loads(text)))


def test_the_schema_is_itself_sound() -> None:
    """It keeps the rules of its dialect, and every reference in it leads somewhere."""
    schema = case_schema()

    Draft202012Validator.check_schema(schema)
    for reference in _references(schema):
        assert reference.removeprefix("#/$defs/") in schema["$defs"]


@pytest.mark.parametrize("name", [case.name for case in published_cases()])
def test_the_schema_takes_every_published_case(name: str) -> None:
    """What ships keeps the form that editors are told."""
    assert problems(PUBLISHED[name].read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", [case.name for case in published_cases()])
def test_the_form_as_a_whole_agrees_with_its_parts(name: str) -> None:
    """The model that the schema is made of takes what the reader takes table by table."""
    tables = tomllib.loads(PUBLISHED[name].read_text(encoding="utf-8"))
    whole = CaseFile.model_validate_json(as_json(tables))

    assert whole.step == find_case(name).steps


def test_the_schema_knows_every_command() -> None:
    """Each command has its own form of `with`, without what the step says itself."""
    schema = case_schema()
    known = {rule["if"]["properties"]["do"]["const"] for rule in schema["$defs"]["Act"]["allOf"]}

    assert known == set(BY_NAME)
    for name in BY_NAME:
        assert not {"occurred_at", "actor", "order_id"} & schema["$defs"][name]["properties"].keys()


@pytest.mark.parametrize(
    "old,new",
    [
        ('do = "GrantOrder"', 'do = "GrandOrder"'),
        ("version = 1", 'version = "1"'),
        ("version = 1, ", ""),
        ('kind = "prohibition"', 'kind = "ban"'),
        ('role = "court"', 'role = "cout"'),
        ("format = 1", "format = 2"),
        ('name = "serve"', 'naam = "serve"'),
        ('stands = "outside"', 'stands = "beside"'),
        ("without_notice = true }", "protected_persons = [1] }"),
    ],
)
def test_the_schema_refuses_what_an_editor_can_see(old: str, new: str) -> None:
    """A misspelt word, a missing field and a wrong type are found without running anything."""
    assert problems(WHOLE) == []
    assert old in WHOLE
    assert problems(WHOLE.replace(old, new, 1))


def test_each_call_gives_a_copy_of_its_own() -> None:
    """Who changes the schema changes it for nobody else."""
    case_schema()["$defs"].clear()

    assert case_schema()["$defs"]


def _references(part: object) -> list[str]:
    if isinstance(part, dict):
        own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
        return own + [found for inner in part.values() for found in _references(inner)]
    if isinstance(part, list):
        return [found for inner in part for found in _references(inner)]
    return []
