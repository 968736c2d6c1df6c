"""`orderflow schema`, and that what `--json` prints keeps the form it promises."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from orderflow.cli.arguments import SCHEMAS
from orderflow.cli.schema import schema_of
from orderflow.order.commands import BY_NAME
from orderflow.order.events import ALL
from tests.unit.cli.support import CASE, LATER, OWN, QUESTION, Log, Type

PROMISED = Path(__file__).parent / "golden" / "json_fields.txt"
PRINTED = ("show", "history", "assess", "run", "demo", "regimes", "audit", "privacy")


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_schema_is_a_json_schema(typed: Type, kind: str) -> None:
    """Each kind prints one valid schema of the 2020-12 draft."""
    printed = typed("schema", kind)

    Draft202012Validator.check_schema(printed.document)
    assert printed.code == 0
    assert printed.document["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_one_command_or_event_has_a_schema_of_its_own(typed: Type) -> None:
    """A command and an event are found by their name, and all of them stand in the whole."""
    grant = typed("schema", "command", "GrantOrder").document
    granted = typed("schema", "event", "OrderGranted").document

    assert {"order_id", "terms", "duration"} <= set(grant["required"])
    assert {"terms", "ends_at"} <= set(granted["properties"])
    assert set(BY_NAME) <= set(typed("schema", "command").document["$defs"])
    assert {event.__name__ for event in ALL} <= set(typed("schema", "event").document["$defs"])


@pytest.mark.parametrize(
    "argv, says",
    [
        (("command", "GrantOrdre"), "no command 'GrantOrdre'; did you mean 'GrantOrder'?"),
        (("event", "Nothing"), "no event 'Nothing'"),
        (("case", "GrantOrder"), "'case' is one schema; leave out 'GrantOrder'"),
        (("show", "x"), "'show' is one schema; leave out 'x'"),
        (("poem",), "invalid choice: 'poem'"),
    ],
)
def test_a_schema_that_is_not_there_is_wrong_use(
    typed: Type, argv: tuple[str, ...], says: str
) -> None:
    """An unknown kind or name is told in one line."""
    asked = typed("schema", *argv)

    assert (asked.code, asked.out) == (2, "")
    assert says in asked.err


def test_json_keeps_the_form_it_promises(typed: Type, log: Log) -> None:
    """What each command prints with `--json` fits the schema of that name."""
    at = ("--db", log.place, "--json")
    for kind, argv in (
        ("show", ("show", log.first, *at)),
        ("show", ("show", log.second, "--at", "2012-01-01T00:00Z", *at)),
        ("history", ("history", log.second, *at)),
        ("assess", ("assess", log.first, *QUESTION, "--as", "police", *at)),
        ("run", ("run", CASE, "--json")),
        ("run", ("run", "--list", "--json")),
        ("demo", ("demo", "--db", "demo.db", "--json")),
        ("regimes", ("regimes", "list", "--json")),
        ("regimes", ("regimes", "show", LATER, "--json")),
        ("regimes", ("regimes", "compare", OWN, LATER, "--json")),
    ):
        printed = typed(*argv)

        assert (printed.code, printed.err) == (0, ""), argv
        Draft202012Validator(schema_of(kind)).validate(printed.document)
        assert printed.document["format"].startswith(f"orderflow/{kind}/")


def test_no_promised_field_is_lost_or_changed() -> None:
    """Every field of JSON that was ever promised is still there with its type.

    A field may be added: add its line to the file. A line is never changed or taken out.
    """
    promised = set(PROMISED.read_text(encoding="utf-8").splitlines())

    assert promised - set(fields()) == set()


def fields() -> Iterator[str]:
    """Yield every field of what `--json` prints, with its type, one per line."""
    for kind in PRINTED:
        schema = schema_of(kind)
        for path, words in _fields(schema, schema.get("$defs", {}), ""):
            yield f"{kind}: {path}: {words}"


def _fields(part: dict[str, Any], parts: dict[str, Any], path: str) -> Iterator[tuple[str, str]]:
    if "$ref" in part:
        part = parts[part["$ref"].rpartition("/")[2]]
    for choice in part.get("anyOf", ()):
        yield from _fields(choice, parts, path)
    if part.get("type") == "array" and "items" in part:
        yield from _fields(part["items"], parts, f"{path}[]")
    elif "properties" in part:
        for name, inner in part["properties"].items():
            yield from _fields(inner, parts, f"{path}.{name}")
    elif "anyOf" not in part:
        yield path, str(part.get("const", part.get("format", part.get("type", "any"))))
