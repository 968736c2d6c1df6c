"""Any single edit of a generated log is found, wherever it is."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.sqlite.log import SQLiteLog
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from tests.benchmarks.generated_log import write_log
from tests.faults.tampering import Connection, Files, opened
from tests.unit.audit.ledger.making import LOG_KEY

COLUMNS = ("originator_id", "originator_version", "topic", "state")
Row = tuple[int, str, int, str, bytes]


@pytest.fixture(scope="module", params=[1, 2])
def log(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Files:
    """A log of some three hundred events with a ledger."""
    place = tmp_path_factory.mktemp("generated") / "orders.db"
    write_log(place, 300, seed=request.param)
    ledger = place.with_name("orders.db.ledger")
    with (
        closing(SQLiteLog(place)) as source,
        closing(SQLiteLedger.begin(ledger, LOG_KEY.verifier)) as store,
    ):
        Ledger(store, source).checkpoint(LOG_KEY)
    files = Files(place, ledger)
    assert files.verified().sound
    return files


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_any_edit_is_found(log: Files, tmp_path: Path, data: st.DataObject) -> None:
    """A byte, a row, two rows, a row more: whatever it is, the log is no longer sound."""
    edited = log.copied(tmp_path / "edited")
    with opened(edited.log) as connection:
        said = _edit(connection, data)
    found = edited.verified()

    assert not found.sound, said
    assert any(one.position or one.stream for one in found.findings), said
    shutil.rmtree(tmp_path / "edited")


def _edit(connection: Connection, data: st.DataObject) -> str:
    rows: list[Row] = connection.execute("SELECT * FROM stored_events").fetchall()
    one = data.draw(st.sampled_from(rows), label="one")
    other = data.draw(st.sampled_from(rows).filter(lambda row: row[1:] != one[1:]), label="other")
    kind = data.draw(st.sampled_from(("byte", "remove", "swap", "copy", "append", "overwrite")))
    match kind:
        case "byte":
            state = bytearray(one[4])
            place = data.draw(st.integers(0, len(state) - 1))
            state[place] ^= 1 << data.draw(st.integers(0, 7))
            _set(connection, one[0], "state", bytes(state))
        case "remove":
            connection.execute("DELETE FROM stored_events WHERE position = ?", (one[0],))
        case "swap":
            connection.execute("DELETE FROM stored_events WHERE position = ?", (one[0],))
            connection.execute("DELETE FROM stored_events WHERE position = ?", (other[0],))
            for position, row in ((one[0], other), (other[0], one)):
                _insert(connection, (position, *row[1:]))
        case "copy":
            connection.execute("DELETE FROM stored_events WHERE position = ?", (other[0],))
            _insert(connection, (other[0], *other[1:3], *one[3:]))
        case "append":
            version = sum(row[1] == one[1] for row in rows) + 1
            _insert(connection, (len(rows) + 1, one[1], version, *other[3:]))
        case _:
            column = data.draw(st.sampled_from(COLUMNS[1:]))
            value = data.draw(st.integers(1000, 10**6) | st.text(max_size=9) | st.binary())
            _set(connection, one[0], column, value)
    return kind


def _set(connection: Connection, position: int, column: str, value: object) -> None:
    statement = f"UPDATE stored_events SET {column} = ? WHERE position = ?"  # noqa: S608
    connection.execute(statement, (value, position))


def _insert(connection: Connection, row: tuple[object, ...]) -> None:
    connection.execute("INSERT INTO stored_events VALUES (?, ?, ?, ?, ?)", row)
