"""CSV as Python's own reader has it, Parquet as pyarrow has it."""

from __future__ import annotations

import csv
import json
import sys
from datetime import UTC
from pathlib import Path

import pytest
from pyarrow import parquet

from orderflow.audit.export import ExportFormat, export_log
from orderflow.audit.export.chosen import ChosenLog
from orderflow.audit.export.row import Row
from orderflow.audit.export.tables import rows
from tests.unit.audit.export.conftest import Made
from tests.unit.audit.export.making import BOUGHT, names_in


def cells(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file, by column."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def unguarded(cell: str) -> str:
    """Return what was there before it was guarded."""
    return cell.removeprefix("'")


def test_a_csv_file_holds_every_event(made: Made, chosen: ChosenLog) -> None:
    """One row an event, and taking off the guard gives what the log has."""
    found = cells(made(ExportFormat.CSV))
    expected = list(rows(chosen))

    assert len(found) == len(expected) > 50
    for cell, row in zip(found, expected, strict=True):
        assert tuple(cell) == Row._fields
        for name in ("order_id", "type", "command_id", "correlation_id", "event", "state"):
            assert unguarded(cell[name]) == (getattr(row, name) or "")
        assert cell["recorded_at"].replace("Z", "+00:00") == row.recorded_at.isoformat()
        assert cell["occurred_at"].replace("Z", "+00:00") == row.occurred_at.isoformat()
        assert (cell["law"].split(), cell["simulated"]) == (list(row.law), "true")
        assert json.loads(cell["event"]) == json.loads(row.event)


def test_no_cell_is_a_formula(made: Made) -> None:
    """What a spreadsheet would run has an apostrophe before it."""
    content = made(ExportFormat.CSV).read_bytes()
    found = cells(made(ExportFormat.CSV))

    assert any(row["correlation_id"] == f"'{BOUGHT}" for row in found)
    assert not any(cell[:1] in "=+-@\t\r\n" for row in found for cell in row.values() if cell)
    assert content.count(b"\r\n") == content.count(b"\n") == len(found) + 1


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "'x", "＝1", "＠x"])  # noqa: RUF001
def test_a_guard_can_be_taken_off(cell: str) -> None:
    """Whatever begins like a formula, and what begins like a guard."""
    from orderflow.audit.export.tables import _guarded  # noqa: PLC0415

    assert _guarded(cell) == f"'{cell}"
    assert unguarded(_guarded(cell)) == cell
    assert _guarded("a=1") == "a=1"


def test_a_parquet_file_holds_every_event(made: Made, chosen: ChosenLog) -> None:
    """Typed: numbers are numbers, moments are moments in UTC, and nothing is guarded."""
    path = made(ExportFormat.PARQUET)
    found = [
        Row(**{**row, "law": tuple(row["law"])}) for row in parquet.read_table(path).to_pylist()
    ]
    schema = parquet.read_schema(path)

    assert found == list(rows(chosen))
    assert {one.recorded_at.tzinfo and one.recorded_at.utcoffset() for one in found} == {
        UTC.utcoffset(None)
    }
    assert schema.metadata[b"format"] == b"orderflow/events/1"
    assert [str(schema.field(name).type) for name in ("version", "occurred_at", "law")] == [
        "int64",
        "timestamp[us, tz=UTC]",
        "list<element: string>",
    ]


def test_without_pyarrow_the_message_says_what_to_install(
    log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing is left behind."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(ModuleNotFoundError, match=r"orderflow\[parquet\]"):
        export_log(log, tmp_path / "out", ExportFormat.PARQUET)

    assert names_in(tmp_path) == []
