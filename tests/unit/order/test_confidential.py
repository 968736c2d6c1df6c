"""What is confidential is seen by nobody who does not ask for it by name."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from orderflow.law.vocabulary import DetailKind
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.confidential import LONGEST, Plain, Sealed, confidential_fields
from orderflow.order.values import Value
from tests.unit.order.acts import ASKED, detail, statement

HUSHED = "behind the green door"
SEALED = Sealed(key="0" * 32, box="AAAA")
ASKED_FOR: dict[str, Any] = json.loads(
    json.dumps(
        {
            "occurred_at": ASKED.isoformat(),
            "actor": {"role": "court_officer"},
            "order_id": "00000000-0000-4000-8000-000000000001",
            "person": "daughter",
            "kind": "name",
            "value": HUSHED,
        }
    )
)


def test_a_plain_value_shows_nothing_of_itself() -> None:
    """Not in any form that Python prints, and not in that of the command around it."""
    command = detail(ASKED, value=HUSHED)

    for one in (Plain(HUSHED), command):
        assert HUSHED not in f"{one} {one!r} {one!s:>40} {vars(command)}"


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_a_copy_is_the_same_value(copied: Any) -> None:  # noqa: ANN401
    """Copying a command neither loses nor shows what it says."""
    command = detail(ASKED, value=HUSHED)

    assert copied(command) == command
    assert copied(Plain(HUSHED)).reveal() == HUSHED


def test_plain_values_compare_by_what_they_say() -> None:
    """Two are equal when they say the same, and never equal the bare text."""
    assert Plain(HUSHED) == Plain(HUSHED)
    assert hash(Plain(HUSHED)) == hash(Plain(HUSHED))
    assert Plain(HUSHED) != Plain("else")
    assert Plain(HUSHED) != HUSHED


@pytest.mark.parametrize("command", [detail(ASKED, value=HUSHED), statement(ASKED, text=HUSHED)])
def test_a_command_is_not_written_in_the_clear(command: c.Command) -> None:
    """Neither pydantic nor pickle writes what is not sealed; their errors do not show it."""
    for write in (command.model_dump, command.model_dump_json, lambda: pickle.dumps(command)):
        with pytest.raises((PydanticSerializationError, TypeError)) as raised:
            write()
        assert HUSHED not in str(raised.value)


def test_an_event_is_not_written_in_the_clear() -> None:
    """An event that was decided and not yet sealed cannot be serialised."""
    event = e.PersonDetailsRecorded(
        occurred_at=ASKED, person="daughter", kind=DetailKind.NAME, value=Plain(HUSHED)
    )

    with pytest.raises(PydanticSerializationError):
        event.model_dump_json()
    sealed = event.model_copy(update={"value": SEALED})
    assert e.PersonDetailsRecorded.model_validate_json(sealed.model_dump_json()) == sealed


def test_an_event_is_not_read_in_the_clear() -> None:
    """JSON with a bare text where something sealed must stand is no event."""
    fields = {"occurred_at": ASKED.isoformat(), "person": "daughter", "kind": "name"}

    with pytest.raises(ValidationError):
        e.PersonDetailsRecorded.model_validate_json(json.dumps({**fields, "value": HUSHED}))


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": None},
        {"kind": HUSHED},
        {"person": HUSHED},
        {"occurred_at": HUSHED},
        {"more": HUSHED},
        {"value": HUSHED * LONGEST},
        {"value": {"text": HUSHED}},
        {"order_id": HUSHED},
        {"actor": {"role": HUSHED}},
    ],
)
def test_an_error_shows_none_of_the_input(changes: dict[str, Any]) -> None:
    """Wherever somebody put a secret, no form of the error repeats it; JSON and Python alike."""
    given = {name: value for name, value in {**ASKED_FOR, **changes}.items() if value is not None}
    read: tuple[Any, ...] = (
        lambda: c.RecordPersonDetails.model_validate_json(json.dumps(given)),
        lambda: TypeAdapter(c.RecordPersonDetails).validate_json(json.dumps(given)),
        lambda: c.RecordPersonDetails.model_validate(given),
        lambda: c.RecordPersonDetails(**given),
    )
    for attempt in read:
        with pytest.raises(ValidationError) as raised:
            attempt()
        error = raised.value
        told = f"{error} {error!r} {error.errors()} {error.json()} {error.__context__}"
        assert HUSHED not in told


def test_an_error_names_the_field_and_the_reason() -> None:
    """What is wrong is told by the names that pydantic has for it."""
    attempts: tuple[Callable[[], object], ...] = (
        lambda: c.RecordPersonDetails.model_validate_json("{}"),
        lambda: c.RecordPersonDetails.model_validate({}),
    )
    for attempt in attempts:
        with pytest.raises(ValidationError) as raised:
            attempt()
        found = {error["loc"]: error["type"] for error in raised.value.errors()}
        assert found["value",] == "missing"


def test_json_gives_the_same_command_as_python() -> None:
    """What was left out stays left out, so that the digest is the same."""
    read = c.RecordPersonDetails.model_validate_json(json.dumps(ASKED_FOR))

    assert read.value == Plain(HUSHED)
    built = c.RecordPersonDetails(
        occurred_at=read.occurred_at,
        actor=read.actor,
        order_id=read.order_id,
        person="daughter",
        kind=read.kind,
        value=HUSHED,  # type: ignore[arg-type]  # A text is taken too.
    )
    assert built == read
    assert built.model_fields_set == read.model_fields_set


@pytest.mark.boundary
@pytest.mark.parametrize("text", ["", "x" * (LONGEST + 1), "half \ud83d", 7, None, b"bytes"])
def test_a_text_that_cannot_be_kept_is_refused(text: Any) -> None:  # noqa: ANN401
    """Empty, too long, half a character, or no text."""
    with pytest.raises(ValidationError):
        detail(ASKED, value=text)
    if isinstance(text, str):
        with pytest.raises(ValueError, match="1 to 20000 characters"):
            Plain(text)


@pytest.mark.boundary
def test_the_longest_text_is_kept() -> None:
    """At the bound itself it is taken."""
    assert detail(ASKED, value="x" * LONGEST).value == Plain("x" * LONGEST)


@pytest.mark.parametrize("box", ["", "AAA", "AA=A", "A A=", "AAAA\n", "AAAAA===", "ä"])
def test_a_box_is_base64(box: str) -> None:
    """Whatever is no base64 is no sealed value."""
    with pytest.raises(ValidationError):
        Sealed(key="0" * 32, box=box)


def test_the_confidential_fields_are_found() -> None:
    """By their type: a new event or command needs no list."""
    found: dict[type[Value], tuple[str, ...]] = {
        kind: confidential_fields(kind) for kind in (*c.ALL, *e.ALL) if confidential_fields(kind)
    }

    assert found == {
        c.RecordPersonDetails: ("value",),
        c.RecordStatement: ("text",),
        e.PersonDetailsRecorded: ("value",),
        e.StatementRecorded: ("text",),
    }


def test_the_schema_of_a_command_asks_for_a_text_and_that_of_an_event_does_not() -> None:
    """Who sends a command sees a string; who reads a log sees what is sealed."""
    assert c.RecordPersonDetails.model_json_schema()["properties"]["value"]["type"] == "string"
    event = e.PersonDetailsRecorded.model_json_schema()
    assert event["properties"]["value"]["$ref"].endswith("/Sealed")
