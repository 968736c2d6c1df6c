"""Files whose tree leads back to what was read before: reading them ends, and says so."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from orderflow.api import AccessFile
from orderflow.audit.ledger.sqlite.log import SQLiteLog
from orderflow.audit.verifying.collected import Findings
from orderflow.audit.verifying.finding import FindingKind
from orderflow.audit.verifying.sqlite.kept import KeptLedger
from orderflow.audit.verifying.sqlite.rows import SQLiteRows
from orderflow.errors import EventLogError
from tests.faults.tampering import Files, kinds, made, mixed

INTERIOR, LEAF = 5, 13


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """A log of eleven events of three orders, with a ledger of two checkpoints."""
    return made(tmp_path, mixed())


def lead_back(path: Path, table: str) -> None:
    """Give the last row of a table a number below all others, where it stands."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
    content = bytearray(path.read_bytes())

    def number(place: int, length: int) -> int:
        return int.from_bytes(content[place : place + length], "big")

    while content[(page - 1) * size] == INTERIOR:
        page = number((page - 1) * size + 8, 4)
    start = (page - 1) * size
    assert content[start] == LEAF
    cell = start + number(start + 8 + 2 * (number(start + 3, 2) - 1), 2)
    while content[cell] & 0x80:  # The length of the row, in seven bits a byte.
        cell += 1
    assert 0 < content[cell + 1] < 0x80
    content[cell + 1] = 0
    path.write_bytes(content)


@pytest.mark.parametrize("jobs", [1, 2])
def test_verifying_a_log_comes_to_an_end(files: Files, jobs: int) -> None:
    """And finds the damage."""
    lead_back(files.log, "stored_events")

    found = files.verified(jobs=jobs)

    assert "damaged" in kinds(found)
    assert not found.complete


@pytest.mark.parametrize("told", [True, False])
def test_rows_come_to_an_end(files: Files, told: bool) -> None:
    """And say that they stopped; whoever wants to know is told where."""
    lead_back(files.log, "stored_events")
    findings = Findings()

    with closing(SQLiteRows(files.log)) as rows:
        batches = list(rows.batches(findings if told else None, 1, 100))
        assert rows.stopped
    assert 0 < len(batches) < 5
    assert findings.found[FindingKind.DAMAGED] == told


def test_a_log_is_not_hashed_without_end(files: Files) -> None:
    """It is said to be damaged."""
    lead_back(files.log, "stored_events")

    with closing(SQLiteLog(files.log)) as log, pytest.raises(EventLogError, match="leads back"):
        list(log.events_from(1))


def test_verifying_beside_a_ledger_comes_to_an_end(files: Files) -> None:
    """The checkpoints that can be read are compared, and the damage is found."""
    lead_back(files.ledger, "checkpoints")

    with closing(KeptLedger(files.ledger, key="", size=11)) as kept:
        sizes = [size for size, _ in kept.notes()]
        assert 0 < len(sizes) < 5
    assert "damaged" in kinds(files.verified())


def test_an_access_log_is_not_read_without_end(tmp_path: Path) -> None:
    """It is said to be damaged."""
    path = tmp_path / "access.db"
    with closing(AccessFile.open(path)) as log:
        log.record([b"one", b"two", b"three"])
    lead_back(path, "accesses")

    with closing(AccessFile.read_only(path)) as log:
        with pytest.raises(EventLogError, match="leads back"):
            list(log.events_from(1))
        assert log.broken_at() == 0
