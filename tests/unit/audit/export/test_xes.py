"""XES as pm4py reads it, which we did not write."""

from __future__ import annotations

import warnings
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from pm4py import read_xes

from orderflow.audit.export import ExportFormat
from orderflow.audit.export.chosen import ChosenLog
from orderflow.audit.export.tables import rows
from tests.unit.audit.export.conftest import Made
from tests.unit.audit.export.making import BOUGHT

Rows = list[dict[str, Any]]


@pytest.fixture(scope="session")
def read(made: Made) -> Rows:
    """Return what pm4py makes of the file, as rows."""
    with warnings.catch_warnings():
        # It advertises a quicker reader.
        warnings.simplefilter("ignore", UserWarning)
        found: Rows = read_xes(str(made(ExportFormat.XES))).to_dict("records")
    return found


def test_every_event_is_there_with_both_times(chosen: ChosenLog, read: Rows) -> None:
    """In its trace, in the order of the record, with who and what."""
    expected = [
        (
            row.order_id,
            row.event_id,
            row.type,
            row.recorded_at,
            row.occurred_at,
            row.role,
            row.version,
            row.trigger,
            row.state,
        )
        for row in rows(chosen)
    ]
    keys = (
        "case:concept:name",
        "concept:instance",
        "concept:name",
        "time:timestamp",
        "occurred_at",
        "org:role",
        "version",
        "trigger",
        "state",
    )

    assert [tuple(map(_plain, map(one.get, keys))) for one in read] == expected


def _plain(value: Any) -> Any:  # noqa: ANN401 - a value of pandas, which has no types
    return value.to_pydatetime() if hasattr(value, "to_pydatetime") else value


def test_every_order_is_a_trace(chosen: ChosenLog, read: Rows) -> None:
    """Of its own law, and of a simulated log."""
    traces = [name for name, _ in groupby(read, key=lambda one: one["case:concept:name"])]

    assert traces == [str(order_id) for order_id, _ in chosen.histories()]
    assert all(one["case:simulated"] is True for one in read)
    assert {one["case:regime"] for one in read} == {
        steps[-1].order.regime.id for _, steps in chosen.histories() if steps[-1].order.regime
    }


def test_text_of_any_kind_stands_as_it_is(read: Rows) -> None:
    """Quotes and signs that XML takes for its own come back."""
    assert BOUGHT in {one["correlation_id"] for one in read}


def test_what_stands_in_an_event_stands_beside_it(chosen: ChosenLog, read: Rows) -> None:
    """Moments as moments, what is composed as JSON."""
    by_id = {one["concept:instance"]: one for one in read}
    incidents = [row for row in rows(chosen) if row.type == "IncidentReported"]
    assert incidents
    for row in incidents:
        found = by_id[row.event_id]
        assert isinstance(found["event.conduct_at"], datetime)
        assert f'"incident":"{found["event.incident"]}"' in row.event
        assert found["event.assessment"] in row.event


def test_the_file_is_plain_xml(made: Made) -> None:
    """With the extensions, globals and classifiers of the standard."""
    root = ET.fromstring(_text(made(ExportFormat.XES)))  # noqa: S314 - we wrote it
    space = "{http://www.xes-standard.org/}"

    assert root.tag == f"{space}log"
    assert [one.get("prefix") for one in root.iter(f"{space}extension")] == [
        "concept",
        "time",
        "lifecycle",
        "org",
    ]
    assert {
        one.get("value") for one in root.iter() if one.get("key") == "lifecycle:transition"
    } == {"complete"}


def _text(path: Path) -> str:
    return path.read_text("utf-8")
