"""OCEL 2.0 as pm4py reads it, which we did not write."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pm4py import read_ocel2_json, read_ocel2_sqlite
from pm4py.objects.ocel.validation import ocel20_rel_validation

from orderflow.audit.export import ExportFormat
from orderflow.audit.export.chosen import ChosenLog, Wanted
from orderflow.audit.export.ocel_attributes import OBJECT_TYPES
from orderflow.audit.export.ocel_events import (
    INCIDENTS,
    PERSONS,
    TERMS,
    attribute_types,
    relations_of,
)
from orderflow.audit.export.ocel_objects import objects_of
from orderflow.casefile import SimulatedClock
from orderflow.order.events import ALL
from orderflow.order.values import IncidentId, PersonId, TermId
from orderflow.store import ProtectionOrders
from tests.unit.audit.export.conftest import Made
from tests.unit.order import acts

Document = Any
Ocel = Any
"""What pm4py makes of a file; it has no types."""
Moment = Any


@pytest.fixture(scope="session")
def document(made: Made) -> Document:
    """Return the JSON document, as the standard has it."""
    return json.loads(made(ExportFormat.OCEL_JSON).read_text("utf-8"))


@pytest.fixture(scope="session")
def by_json(made: Made) -> Ocel:
    """Return what pm4py makes of the JSON file."""
    return read_ocel2_json(str(made(ExportFormat.OCEL_JSON)))


@pytest.fixture(scope="session")
def by_sqlite(made: Made) -> Ocel:
    """Return what pm4py makes of the SQLite file."""
    return read_ocel2_sqlite(str(made(ExportFormat.OCEL_SQLITE)))


def expected_relations(log: ChosenLog) -> Iterator[tuple[str, str, str]]:
    """Return event, object and qualifier of every relation, from the log itself."""
    for order_id, steps in log.histories():
        for step in steps:
            for one in relations_of(order_id, step):
                yield str(step.recorded.event_id), one.object_id, one.qualifier


def test_every_event_is_there_with_its_times(
    chosen: ChosenLog, by_json: Ocel, by_sqlite: Ocel
) -> None:
    """Activity, moment of the record and moment in the world, in both files."""
    expected = {
        str(step.recorded.event_id): (
            type(step.recorded.event).__name__,
            step.recorded.recorded_at,
            step.recorded.event.occurred_at,
        )
        for _, steps in chosen.histories()
        for step in steps
    }
    for found in (by_json, by_sqlite):
        rows = found.events.to_dict("records")
        read = {
            row["ocel:eid"]: (
                row["ocel:activity"],
                row["ocel:timestamp"].to_pydatetime(),
                _moment(row["occurred_at"]),
            )
            for row in rows
        }
        assert len(rows) == len(expected)
        assert read == expected


def _moment(value: Moment) -> datetime:
    found: datetime = (
        datetime.fromisoformat(value) if isinstance(value, str) else value.to_pydatetime()
    )
    return found


def test_every_object_is_there(chosen: ChosenLog, by_json: Ocel, by_sqlite: Ocel) -> None:
    """Orders, persons, terms and incidents as the log tells of them, and offices once each."""
    expected = Counter(
        one.type
        for order_id, steps in chosen.histories()
        for one in objects_of(order_id, steps, simulated=True)
    )
    offices = {one for _, one, _ in expected_relations(chosen) if one.startswith("office:")}
    expected["office"] = len(offices)

    assert set(expected) == set(OBJECT_TYPES)
    for found in (by_json, by_sqlite):
        assert Counter(found.objects["ocel:type"]) == expected
        assert found.objects["ocel:oid"].is_unique


def test_every_relation_is_there(chosen: ChosenLog, by_json: Ocel, by_sqlite: Ocel) -> None:
    """With its qualifier; of several between the same two, pm4py keeps one when it reads JSON."""
    expected = Counter(expected_relations(chosen))
    columns = ["ocel:eid", "ocel:oid", "ocel:qualifier"]

    assert Counter(by_sqlite.relations[columns].itertuples(index=False, name=None)) == expected
    pairs = {(event, one) for event, one, _ in expected}
    assert set(by_json.relations[columns[:2]].itertuples(index=False, name=None)) == pairs


def test_the_document_has_every_relation(chosen: ChosenLog, document: Document) -> None:
    """Also those that a reader may not keep."""
    found = Counter(
        (event["id"], one["objectId"], one["qualifier"])
        for event in document["events"]
        for one in event["relationships"]
    )

    assert found == Counter(expected_relations(chosen))


def test_objects_are_related_alike_in_both(by_json: Ocel, by_sqlite: Ocel) -> None:
    """Terms to their order and whom they bind, incidents to person and term, and so on."""
    columns = ["ocel:oid", "ocel:oid_2", "ocel:qualifier"]
    one, other = (
        Counter(found.o2o[columns].itertuples(index=False, name=None))
        for found in (by_json, by_sqlite)
    )

    assert one == other
    assert {qualifier for *_, qualifier in one} == {
        "binds",
        "conduct against",
        "conduct of",
        "other person of",
        "protected person of",
        "reported under",
        "respondent of",
        "same person as",
        "term of",
    }


def test_what_changes_has_the_time_of_its_change(chosen: ChosenLog, by_sqlite: Ocel) -> None:
    """The states of an order are those of its events, each from when it was recorded."""
    order_id, steps = max(chosen.histories(), key=lambda one: len(one[1]))
    expected: dict[Any, str] = {}
    for step in steps:
        expected[step.recorded.recorded_at] = str(step.order.recorded_state)
    states = list(expected.items())
    changes = [
        (at, state)
        for (at, state), (_, before) in zip(states[1:], states, strict=False)
        if state != before
    ]
    found = by_sqlite.object_changes
    own = found[(found["ocel:oid"] == f"order:{order_id}") & (found["ocel:field"] == "state")]

    assert len(changes) > 3
    assert [
        (at.to_pydatetime(), state)
        for at, state in zip(own["ocel:timestamp"], own["state"], strict=True)
    ] == changes


def test_the_document_is_whole_in_itself(document: Document) -> None:
    """Ids are unique, what is related exists, attributes are declared, values have their type."""
    kinds = {"string": str, "time": str, "integer": int, "boolean": bool}
    ids = [one["id"] for one in document["objects"]]
    assert len(ids) == len(set(ids))
    for what in ("event", "object"):
        types = {
            one["name"]: {attribute["name"]: attribute["type"] for attribute in one["attributes"]}
            for one in document[f"{what}Types"]
        }
        for one in document[f"{what}s"]:
            assert {related["objectId"] for related in one["relationships"]} <= set(ids)
            for attribute in one["attributes"]:
                kind = types[one["type"]][attribute["name"]]
                assert type(attribute["value"]) is kinds[kind], attribute


def test_no_object_has_two_values_at_one_time(document: Document) -> None:
    """Of what was recorded at one moment the last holds."""
    for one in document["objects"]:
        known = [(value["name"], value["time"]) for value in one["attributes"]]
        assert len(known) == len(set(known))


def test_the_tables_satisfy_the_standard(made: Made) -> None:
    """Every constraint that pm4py checks holds, and so do the foreign keys."""
    path = made(ExportFormat.OCEL_SQLITE)
    satisfied, unsatisfied = ocel20_rel_validation.apply(str(path))
    with closing(sqlite3.connect(path)) as file:
        broken = file.execute("PRAGMA foreign_key_check").fetchall()

    assert (len(satisfied), unsatisfied, broken) == (24, [], [])


def test_every_name_in_an_event_is_a_relation() -> None:
    """A field that names a person, a term or an incident is known as such."""
    patterns = {
        one.__metadata__[0].metadata[0].pattern  # type: ignore[attr-defined]
        for one in (PersonId, TermId, IncidentId)
    }
    known = {*PERSONS, *INCIDENTS, *TERMS}
    for event in ALL:
        for name, field in event.model_fields.items():
            if any(f"'{pattern}'" in repr(field) for pattern in patterns):
                assert name in known, f"{event.__name__}.{name}"


def test_attributes_have_the_types_of_their_fields() -> None:
    """Moments, numbers and truth are typed; what is composed is text."""
    granted = attribute_types(next(one for one in ALL if one.__name__ == "OrderGranted"))

    assert {name: granted[f"event.{name}"] for name in ("ends_at", "without_notice", "terms")} == {
        "ends_at": "time",
        "without_notice": "boolean",
        "terms": "string",
    }
    assert attribute_types(ALL[0])["event.case_reference"] == "string"


def test_whoever_is_bound_is_an_object(tmp_path: Path) -> None:
    """Also who is no party to the order; and two reports of one piece of conduct are related."""
    with ProtectionOrders.open(
        tmp_path / "log.db", clock=SimulatedClock(acts.day(9)), simulated=True
    ) as orders:
        everybody = acts.CONTACT.model_copy(update={"binds_others": True})
        for command in (
            acts.request(),
            acts.grant(terms=(everybody,)),
            acts.inform(acts.day(2), acts.COUSIN),
            acts.report(acts.day(3), "first", acts.COUSIN, term=everybody.id),
            acts.report(
                acts.day(4),
                "second",
                acts.COUSIN,
                acts.POLICE,
                term=everybody.id,
                same_conduct_as=("first",),
            ),
        ):
            orders.handle(command)
        (order_id,) = orders.order_ids()
    with closing(ChosenLog(tmp_path / "log.db", Wanted())) as log:
        ((_, steps),) = log.histories()
        found = {one.id: one for one in objects_of(order_id, steps, simulated=True)}

    person = found[f"person:{order_id}/{acts.COUSIN}"]
    assert [(one.name, one.value) for one in person.values] == [("bound", True)]
    assert {
        (one.object_id, one.qualifier) for one in found[f"incident:{order_id}/second"].relations
    } >= {(f"incident:{order_id}/first", "same conduct as"), (person.id, "conduct of")}
