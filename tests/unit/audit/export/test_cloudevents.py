"""CloudEvents as the official package reads them, which we did not write."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from cloudevents.core.formats.json import JSONFormat
from cloudevents.core.v1.event import CloudEvent

from orderflow.audit.export import ExportFormat, Wanted, export_log
from orderflow.audit.export.chosen import ChosenLog
from orderflow.store import ProtectionOrders
from tests.unit.audit.export.conftest import Made

OURS = "urn:nld:oin:00000001234567890000:systeem:orders"
NAME = re.compile(r"[a-z0-9]{1,20}")


def read(event: object) -> CloudEvent:
    """Return an event as the package makes it, which checks every attribute."""
    found = JSONFormat().read(CloudEvent, json.dumps(event))
    assert isinstance(found, CloudEvent)
    return found


@pytest.fixture(scope="session")
def batch(made: Made) -> Any:  # noqa: ANN401 - any JSON
    """Return the batch as JSON."""
    return json.loads(made(ExportFormat.CLOUDEVENTS).read_bytes())


def test_every_event_is_a_cloudevent(chosen: ChosenLog, batch: list[dict[str, Any]]) -> None:
    """With id, type, subject and time of the log, and the payload as its data."""
    stored = list(chosen.stored())
    events = [read(one) for one in batch]

    assert len(events) == len(stored)
    for event, one in zip(events, stored, strict=True):
        data = json.loads(one.state)
        name = one.topic.split("/")[1]
        assert event.get_id() == data["event_id"]
        assert event.get_type() == f"nl.protection-order.{name}.v1"
        assert event.get_source() == chosen.head.source
        assert event.get_subject() == one.stream
        assert event.get_time() == datetime.fromisoformat(data["recorded_at"])
        assert event.get_data() == data
        assert event.get_extension("sequence") == f"{one.position:019}"
        assert event.get_extension("streamversion") == str(one.version)
        assert event.get_extension("simulated") is True


def test_ids_are_unique(batch: list[dict[str, Any]]) -> None:
    """Within one source."""
    assert len({(one["source"], one["id"]) for one in batch}) == len(batch)


def test_attributes_are_named_as_the_profile_asks(batch: list[dict[str, Any]]) -> None:
    """Lower case, digits, at most 20; no person, office or command is among them."""
    for one in batch:
        context = {name: value for name, value in one.items() if name != "data"}
        assert all(NAME.fullmatch(name) for name in context)
        actor = one["data"]["actor"]
        for secret in (actor["person"], actor["office"], one["data"]["command_id"]):
            assert secret is None or secret not in context.values()


def test_every_line_of_a_log_is_a_cloudevent(made: Made) -> None:
    """The first and the last one too."""
    lines = made(ExportFormat.JSONL).read_bytes().splitlines()
    events = [read(json.loads(line)) for line in lines]

    assert [events[0].get_type(), events[-1].get_type()] == [
        "nl.protection-order.log-begin.v1",
        "nl.protection-order.log-end.v1",
    ]


def test_the_batch_holds_what_the_lines_hold(made: Made) -> None:
    """Byte for byte."""
    lines = made(ExportFormat.JSONL).read_bytes().splitlines()[1:-1]

    assert made(ExportFormat.CLOUDEVENTS).read_bytes() == b"[\n" + b",\n".join(lines) + b"\n]\n"


def test_an_office_names_itself(log: Path, tmp_path: Path) -> None:
    """The source is what whoever publishes says; only a URN will do."""
    found = export_log(log, tmp_path / "out", ExportFormat.CLOUDEVENTS, source=OURS)

    assert found.source == OURS
    assert {one["source"] for one in json.loads((tmp_path / "out").read_bytes())} == {OURS}
    with pytest.raises(ValueError, match="URN"):
        export_log(log, tmp_path / "other", ExportFormat.CLOUDEVENTS, source="orders")


def test_a_batch_of_nothing_is_empty(tmp_path: Path) -> None:
    """And is JSON; so is every other document of nothing."""
    ProtectionOrders.open(tmp_path / "log.db").close()
    for to in (ExportFormat.CLOUDEVENTS, ExportFormat.OCEL_JSON, ExportFormat.PROV_JSON):
        found = export_log(tmp_path / "log.db", tmp_path / to, to, wanted=Wanted())
        assert found.events == 0
        json.loads((tmp_path / to).read_bytes())
    assert json.loads((tmp_path / "cloudevents").read_bytes()) == []
