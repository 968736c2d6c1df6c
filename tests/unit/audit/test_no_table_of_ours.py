"""A file with our header but no tables of ours is refused by whatever reads a log, and at once."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Final

import pytest

from orderflow.audit.ledger.keyfile import write_key
from orderflow.audit.ledger.sqlite.log import SQLiteLog
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.errors import NotAnEventLog
from tests.unit.audit.ledger.making import LOG_KEY, log_file, some_events, tampered

if TYPE_CHECKING:
    from pathlib import Path

_ENDLESS: Final = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
_SHOWN: Final = {
    "stored_events": "i AS position, 'x' AS originator_id, 1 AS originator_version, 'x' AS topic,"
    " x'00' AS state",
    "commands": "i AS command_id, x'00' AS digest, 'x' AS originator_id, 1 AS first_version,"
    " 1 AS last_version",
    "meta": "i AS name, '1' AS value",
}
_KEY: Final = ("--key", "log.key")
_COMMANDS: Final = {
    "replay": ("audit", "replay"),
    "digest": ("audit", "digest"),
    "explain": ("audit", "explain", "abcd"),
    "terms": ("audit", "terms"),
    "lines": ("audit", "export", "--to", "jsonl", "--out", "out"),
    "csv": ("audit", "export", "--to", "csv", "--out", "out"),
    "checkpoint": ("audit", "checkpoint", *_KEY),
    "prove": ("audit", "prove", "abcd", "1"),
    "bundle": ("audit", "bundle", "abcd", *_KEY, "--out", "o.tar"),
    "show": ("privacy", "show"),
}


def endless(folder: Path, table: str) -> Path:
    """Return a log in which a view that never ends stands in the place of a table."""
    log = log_file(folder / "orders.db", some_events(3))
    view = " ".join(("CREATE VIEW", table, "AS", _ENDLESS, "SELECT", _SHOWN[table], "FROM n"))
    tampered(log, f"DROP TABLE {table}", view)
    return log


def typed(folder: Path, *words: str) -> tuple[int, str]:
    """Type a command beside a log; one that takes half a minute fails the test."""
    line = [sys.executable, "-m", "orderflow", *words]
    done = subprocess.run(line, cwd=folder, capture_output=True, text=True, timeout=30, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("command", _COMMANDS)
def test_a_view_that_never_ends_is_refused(command: str, tmp_path: Path) -> None:
    """Every command that reads a log says which table it is, and writes nothing."""
    endless(tmp_path, "stored_events")
    write_key(tmp_path / "log.key", LOG_KEY)
    SQLiteLedger.begin(tmp_path / "orders.db.ledger", LOG_KEY.verifier).close()

    code, said = typed(tmp_path, *_COMMANDS[command])

    assert code not in {0, 1}, said
    assert "'stored_events' is not a table as orderflow makes it" in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("table", _SHOWN)
def test_verify_ends_whatever_is_a_view(table: str, tmp_path: Path) -> None:
    """It refuses the file, and names the table."""
    endless(tmp_path, table)

    code, said = typed(tmp_path, "audit", "verify")

    assert code not in {0, 1}, said
    assert f"'{table}' is not a table as orderflow makes it" in said


@pytest.mark.parametrize("table", _SHOWN)
def test_a_view_is_no_log_whichever_table_it_replaces(table: str, tmp_path: Path) -> None:
    """Also of commands, and of what the log says of itself."""
    with pytest.raises(NotAnEventLog, match=f"'{table}' is not a table"):
        SQLiteLog(endless(tmp_path, table))


@pytest.mark.parametrize(
    "made",
    [
        "CREATE TABLE meta (name TEXT, value AS ('real'))",
        "CREATE TABLE meta (name TEXT, value TEXT AS ('real') STORED)",
        "CREATE VIRTUAL TABLE meta USING rtree(id, low, high)",
    ],
)
def test_what_is_computed_is_no_table(made: str, tmp_path: Path) -> None:
    """A generated column and a virtual table show what was never recorded."""
    log = log_file(tmp_path / "orders.db", some_events(3))
    tampered(log, "DROP TABLE meta", made)
    with pytest.raises(NotAnEventLog, match="'meta' is not a table"):
        SQLiteLog(log)


def test_a_table_of_somebody_else_in_the_file_is_no_hindrance(tmp_path: Path) -> None:
    """A projection may keep tables and views of its own beside those of the log."""
    log = log_file(tmp_path / "orders.db", some_events(3))
    tampered(log, "CREATE VIEW mine AS SELECT 1", "CREATE TABLE yours (a, b AS (a + 1))")
    with closing(SQLiteLog(log)) as opened:
        assert opened.count(1, 99) == 3
