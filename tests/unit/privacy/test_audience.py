"""Every event, every field and every part has its row, and nothing else opens one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, get_args, get_type_hints

import pytest
from pydantic import BaseModel

from orderflow.law.vocabulary import Role
from orderflow.order import ProtectionOrder
from orderflow.order import events as e
from orderflow.order.values import Value
from orderflow.privacy.audience import Audience, AudienceTable, may
from orderflow.privacy.seen import _DERIVED, _ENVELOPE, _SHARED

TABLE = AudienceTable.packaged()


def parts(annotation: Any) -> Iterator[type]:  # noqa: ANN401 - of any field
    """Yield the composed types that stand in a field's type."""
    if isinstance(annotation, type) and (
        issubclass(annotation, BaseModel) or hasattr(annotation, "_fields")
    ):
        yield annotation
        return
    for argument in get_args(annotation):
        yield from parts(argument)


def names_of(composed: type) -> list[str]:
    """Return the fields of a composed type."""
    if issubclass(composed, BaseModel):
        return list(composed.model_fields)
    return list(composed._fields)  # type: ignore[attr-defined]


def types_of(composed: type) -> list[Any]:
    """Return the types of the fields of a composed type."""
    if issubclass(composed, BaseModel):
        return [field.annotation for field in composed.model_fields.values()]
    return list(get_type_hints(composed).values())


def composed() -> dict[str, type]:
    """Return everything that an order or an event is made of, however deep."""
    hints = get_type_hints(ProtectionOrder, localns={"Regime": Value})
    roots = [hints[field.name] for field in fields(ProtectionOrder) if field.name != "law"]
    roots += [get_type_hints(ProtectionOrder.periods.func)["return"]]  # type: ignore[attr-defined]
    for event in e.ALL:
        roots += types_of(event)
    found: dict[str, type] = {}
    ahead = [one for root in roots for one in parts(root)]
    while ahead:
        one = ahead.pop()
        if one.__name__ not in found:
            found[one.__name__] = one
            ahead += [part for annotation in types_of(one) for part in parts(annotation)]
    return found


@pytest.mark.parametrize("event", e.ALL, ids=lambda event: event.__name__)
def test_every_field_of_an_event_has_a_row(event: type[e.Event]) -> None:
    """The event as such, and each of its own fields, and no field that is not there."""
    own = set(event.model_fields) - set(_SHARED)

    assert set(TABLE.events[event.__name__]) == {"event", *own}


def test_there_is_no_row_for_an_event_that_is_not() -> None:
    """A name that is misspelt would be a row that guards nothing."""
    assert set(TABLE.events) == {event.__name__ for event in e.ALL}
    assert set(TABLE.every_event) == {*_SHARED, *_ENVELOPE}


def test_every_part_of_an_order_has_a_row() -> None:
    """Each field of the folded order, and what is worked out from it."""
    assert set(TABLE.order) == {*(field.name for field in fields(ProtectionOrder)), *_DERIVED}


def test_everything_composed_has_its_rows() -> None:
    """Whatever stands within a field is guarded field by field too."""
    found = composed()

    assert set(TABLE.values) == set(found)
    assert {name: set(rows) for name, rows in TABLE.values.items()} == {
        name: set(names_of(one)) for name, one in found.items()
    }


def test_every_role_has_a_row() -> None:
    """A role that the law gains reads nothing until somebody says as what."""
    assert TABLE.roles.keys() | TABLE.silent_roles == set(Role)


def test_no_field_is_for_more_than_its_event_is() -> None:
    """A row says no more than it does: whom it names can know of the event."""
    wider = [
        f"{name}.{field}"
        for name, rows in TABLE.events.items()
        for field, audiences in rows.items()
        if not audiences <= rows["event"]
    ]

    assert wider == []


def test_research_sees_no_single_order() -> None:
    """Research has no row at all: it sees counts, elsewhere."""
    everything = (TABLE.every_event, TABLE.order, *TABLE.events.values(), *TABLE.values.values())

    assert not any(Audience.RESEARCH in seen for rows in everything for seen in rows.values())


def test_a_respondent_has_no_view_of_the_order() -> None:
    """No part of the order as it stands is for them; they have what they were told."""
    assert not any(Audience.RESPONDENT in seen for seen in TABLE.order.values())
    assert not may(TABLE.every_event, "recorded_at", frozenset({Audience.RESPONDENT}))


@pytest.mark.edge("EC26")
def test_contact_details_are_no_matter_of_respondents() -> None:
    """Neither that they are withheld, nor the check of a copy, nor where somebody lives."""
    respondent = frozenset({Audience.RESPONDENT})

    for event in (e.ContactDetailsWithheld, e.ConfidentialityChecked, e.SupportArranged):
        assert not may(TABLE.events[event.__name__], "event", respondent)
    assert not may(TABLE.values["Person"], "residence", respondent)
    assert not may(TABLE.values["Person"], "age", respondent)


def test_what_has_no_row_nobody_sees() -> None:
    """Default deny: for every audience there is."""
    assert not may(TABLE.order, "a_field_of_tomorrow", frozenset(Audience))
    assert not may({}, "event", frozenset(Audience))


@pytest.mark.parametrize(
    "changed, says",
    [
        ({"wish": {}}, "unknown table 'wish'"),
        ({"order": {"id": "court everybody"}}, "order.id: no audience or set is called 'every"),
        ({"sets": {"all": "*"}}, "no audience or set is called"),
        ({"role": {"police": {"audience": "police", "from": "birth"}}}, "from 'birth' on"),
        ({"role": {"police": {"audience": "press", "from": "made"}}}, "press"),
        ({"role": {"press": {}}}, "press"),
    ],
)
def test_a_table_that_says_too_much_is_refused(changed: dict[str, Any], says: str) -> None:
    """There is no word for everybody, and a word that means nothing is named."""
    table: dict[str, Any] = {
        "sets": {},
        "role": {},
        "every_event": {},
        "event": {},
        "value": {},
        "order": {},
    }

    with pytest.raises(ValueError, match=says):
        AudienceTable({**table, **changed})
