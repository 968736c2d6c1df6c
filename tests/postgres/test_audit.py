"""The audit of a log on PostgreSQL: the same answers, the same leaves, the same root."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from orderflow.audit.ledger.leaf import leaf_of
from orderflow.audit.ledger.postgres.log import PostgresLog
from orderflow.audit.ledger.sqlite.log import SQLiteLog
from orderflow.cli import main
from orderflow.errors import NotAnEventLog
from orderflow.store import ProtectionOrders
from orderflow.store.recorder import HandledCommand
from tests.contracts.cases import notify, whole_case
from tests.postgres.conftest import ORDER, Log

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def original(tmp_path: Path) -> Path:
    """A log of three orders in SQLite, with a ledger of its own."""
    path = tmp_path / "orders.db"
    with ProtectionOrders.open(path) as orders:
        for _ in range(3):
            for command in whole_case(uuid4()):
                orders.handle(command)
    return path


def copied(original: Path, address: str) -> None:
    """Copy a log in SQLite, event by event, command by command, as it is stored."""
    with ProtectionOrders.open(original) as source, ProtectionOrders.open(address) as target:
        with closing(sqlite3.connect(original)) as connection:
            commands = connection.execute(
                "SELECT command_id, digest, originator_id, first_version, last_version"
                " FROM commands AS c ORDER BY (SELECT position FROM stored_events AS e WHERE"
                " e.originator_id = c.originator_id AND e.originator_version = c.first_version)"
            ).fetchall()
        for command_id, digest, stream, first, last in commands:
            [order_id] = [one for one in source.order_ids() if one.hex == stream]
            events = source.recorder.select_events(order_id, gt=first - 1, lte=last)
            command = HandledCommand(command_id, digest, order_id, first, last)
            target.recorder.insert_events(events, command=command)


def lines(path: Path) -> list[str]:
    """Return the lines of a checkpoint: origin, size, root, and the signature."""
    return path.read_text(encoding="utf-8").splitlines()


def test_a_log_that_was_copied_has_the_same_root(
    original: Path, tmp_path: Path, postgres_address: str
) -> None:
    """Stream, version, type and payload are stored alike, to the byte; so is the checkpoint."""
    copied(original, postgres_address)
    with (
        closing(SQLiteLog(original)) as one,
        closing(PostgresLog(postgres_address)) as other,
    ):
        assert [leaf_of(e) for e in one.events_from(0)] == [
            leaf_of(e) for e in other.events_from(0)
        ]
        assert one.count(3, 9) == other.count(3, 9) == 6

    key, checkpoints = tmp_path / "log.key", [tmp_path / "a", tmp_path / "b"]
    assert main(["audit", "keygen", "example.org/orders", "--out", str(key)]) == 0
    for place, out in zip((str(original), postgres_address), checkpoints, strict=True):
        ledger = ["--ledger", f"{out}.ledger", "--key", str(key), "--begin", "--out", str(out)]
        assert main(["audit", "checkpoint", "--db", place, *ledger]) == 0
    assert lines(checkpoints[0]) == lines(checkpoints[1])


def test_an_event_is_proven_and_a_change_is_noticed(
    log: Log, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Checkpoint, proof and check by the command line; a row changed behind our back is refused."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ORDERFLOW_DB", log.address)
    assert main(["audit", "keygen", "example.org/orders", "--out", "log.key"]) == 0
    public = capsys.readouterr().out.strip()
    ledger = ["--ledger", "orders.ledger"]
    checkpoint = ["audit", "checkpoint", *ledger, "--key", "log.key"]
    assert main([*checkpoint, "--begin", "--out", "first"]) == 0
    assert main(["audit", "prove", ORDER.hex, "3", *ledger, "--out", "proof"]) == 0
    assert main(["audit", "check-proof", "proof", "--key", public]) == 0
    with log.open() as orders:
        orders.handle(notify(ORDER, 5))
    assert main([*checkpoint, "--out", "second"]) == 0
    assert main(["audit", "prove", "--since", "first", *ledger, "--out", "growth"]) == 0
    assert main(["audit", "check-proof", "growth", "--key", public, "--since", "first"]) == 0

    log.run("UPDATE {}.stored_events SET state = state || ' '::bytea WHERE position = 3")
    assert main(["audit", "prove", ORDER.hex, "3", *ledger]) == 1
    assert main(["audit", "prove", ORDER.hex, "9", *ledger]) == 1
    assert main(checkpoint) == 1


def test_a_ledger_of_a_log_on_a_server_must_be_named(
    log: Log, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """There is no file for it to lie beside."""
    monkeypatch.chdir(tmp_path)
    assert main(["audit", "keygen", "example.org/orders", "--out", "log.key"]) == 0

    assert main(["audit", "checkpoint", "--db", log.address, "--key", "log.key", "--begin"]) == 2
    assert "--ledger" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["show", ORDER.hex[:8]],
        ["history", ORDER.hex[:8]],
        ["audit", "replay"],
        ["audit", "digest"],
        ["audit", "conformance"],
        ["audit", "terms", "--at", "2025-04-01T12:00Z"],
    ],
)
def test_the_command_line_reads_a_log_on_a_server(
    log: Log, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """As it reads one in a file, and without a word of the address."""
    code = main([*words, "--db", log.address])
    printed = capsys.readouterr()

    assert code in (0, 1)
    assert printed.out
    assert "127.0.0.1" not in printed.out + printed.err


@pytest.mark.parametrize(
    "place, code, told",
    [
        ("postgresql://u:s3cr3t@127.0.0.1:1/orders", 1, "no connection"),
        ("postgresql://u:s3cr3t@h/orders?bogus=1", 2, "not the address"),
    ],
)
@pytest.mark.parametrize(
    "words", [["history", "3f2a"], ["audit", "replay"], ["audit", "prove", "3f2a", "1"]]
)
def test_what_cannot_be_opened_is_told_without_the_password(
    place: str, code: int, told: str, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, an exit code, and no secret."""
    assert main([*words, "--db", place, *(["--ledger", "x"] if "prove" in words else [])]) == code
    printed = capsys.readouterr()
    assert told in printed.err
    assert "s3cr3t" not in printed.out + printed.err


def test_an_order_that_is_not_there_is_told_without_the_address(
    log: Log, capsys: pytest.CaptureFixture[str]
) -> None:
    """The database is named, and nothing more."""
    assert main(["history", "ffff", "--db", log.address]) == 2
    assert "no order 'ffff' in postgresql://…/postgres" in capsys.readouterr().err


def test_a_case_is_run_on_a_server(
    postgres_address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """`orderflow run --db` keeps a simulated log there, and says where without the address."""
    words = ["run", "bedfordshire-police-v-ru-2013", "--db", postgres_address]
    assert main(words) == 0
    assert main([*words, "--json"]) == 0
    printed = capsys.readouterr().out
    assert "postgresql://…/postgres" in printed
    assert "127.0.0.1" not in printed


def test_no_log_is_told_as_no_log(postgres_address: str) -> None:
    """The ledger makes none."""
    with pytest.raises(NotAnEventLog):
        PostgresLog(postgres_address)
