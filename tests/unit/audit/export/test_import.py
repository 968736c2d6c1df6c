"""A log that was written as lines and made again is the same log."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from orderflow.audit import LogDigest, Wanted, digests, export_log, import_log, open_log
from orderflow.audit.export import ExportFormat, importing
from orderflow.audit.interchange import LogHead, write
from orderflow.audit.ledger.source import StoredEvent
from orderflow.audit.ledger.sqlite.log import SQLiteLog
from orderflow.errors import (
    BrokenLine,
    CommandIdReused,
    EventLogError,
    MixedClock,
    NotAnEventLog,
    UnreadableEvent,
)
from orderflow.store import LogReader, ProtectionOrders
from orderflow.store.sqlite.filling import fill
from tests.golden.cases import CASES, order_named
from tests.unit.audit.export.making import BEGIN, lived, names_in, root_of

Change = Callable[[StoredEvent], StoredEvent | None]


def digest(path: Path) -> str:
    """Return the digest of all states of a log, whatever it is kept in."""
    total = LogDigest()
    with open_log(path) as log:
        for state in digests(log):
            total.add(state)
    return total.digest


def rows(path: Path, statement: str) -> list[tuple[object, ...]]:
    """Return what a database holds."""
    with closing(sqlite3.connect(path)) as file:
        return file.execute(statement).fetchall()


@pytest.fixture
def lines(log: Path, tmp_path: Path) -> Path:
    """Return the lines of the log."""
    path = tmp_path / "orders.jsonl"
    export_log(log, path, ExportFormat.JSONL)
    return path


def changed(log: Path, path: Path, change: Change) -> Path:
    """Write the lines of other events than were recorded, all of them as they must be."""
    with closing(SQLiteLog(log)) as found, LogReader.open(log) as reader:
        events = (one for event in found.events_from(0) if (one := change(event)))
        path.write_bytes(b"".join(write(events, LogHead(True, reader.created_at))))
    return path


def test_what_is_imported_is_the_same_log(log: Path, lines: Path, tmp_path: Path) -> None:
    """Rows, positions, mark, root and every state are those of the log that was exported."""
    copy = tmp_path / "copy.db"
    found = import_log(lines, copy)

    assert (found.events, found.root) == root_of(log) == root_of(copy)
    assert found.simulated
    for statement in ("SELECT * FROM stored_events", "SELECT * FROM meta"):
        assert rows(copy, statement) == rows(log, statement)
    assert digest(log) == digest(copy) == digest(lines)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert names_in(tmp_path) == ["copy.db", "orders.jsonl"]


def test_commands_are_known_again_without_what_they_said(
    log: Path, lines: Path, tmp_path: Path
) -> None:
    """Their ids, orders and events are those that were recorded; the digest is empty."""
    copy = tmp_path / "copy.db"
    import_log(lines, copy)
    known = "SELECT command_id, originator_id, first_version, last_version FROM commands"

    assert rows(copy, known) == rows(log, known)
    assert rows(copy, "SELECT DISTINCT digest FROM commands") == [(b"",)]


def test_a_command_that_is_repeated_on_a_copy_is_refused(lines: Path, tmp_path: Path) -> None:
    """Nothing is recorded twice, and nobody is told that another command was theirs."""
    copy = tmp_path / "copy.db"
    import_log(lines, copy)
    case = CASES[0]
    name = case[0].__name__
    first = next(iter(case[0](order_named(name))))
    with ProtectionOrders.open(copy, clock=lambda: BEGIN, simulated=True) as orders:
        before = len(orders.history(order_named(name)))
        with pytest.raises(CommandIdReused, match="imported"):
            orders.handle(first, command_id=f"{name}-0")

        assert len(orders.history(order_named(name))) == before


def test_an_acknowledged_event_that_is_missing_from_a_copy_is_noticed(
    lines: Path, tmp_path: Path
) -> None:
    """The commands that were made again guard the end of every order."""
    copy = tmp_path / "copy.db"
    import_log(lines, copy)
    with closing(sqlite3.connect(copy, isolation_level=None)) as file:
        file.execute("DROP TRIGGER events_are_never_deleted")
        (stream,) = file.execute("SELECT originator_id FROM stored_events LIMIT 1").fetchone()
        file.execute(
            "DELETE FROM stored_events WHERE originator_id = ? AND originator_version ="
            " (SELECT MAX(originator_version) FROM stored_events WHERE originator_id = ?)",
            (stream, stream),
        )
    with pytest.raises(UnreadableEvent, match="acknowledged"):
        digest(copy)


def test_a_simulated_log_stays_simulated(lines: Path, tmp_path: Path) -> None:
    """A copy cannot be opened as a real log."""
    copy = tmp_path / "copy.db"
    import_log(lines, copy)

    with pytest.raises(MixedClock):
        ProtectionOrders.open(copy, simulated=False)


def test_an_empty_log_and_a_real_one_come_back(tmp_path: Path) -> None:
    """A log without events has a mark, too."""
    ProtectionOrders.open(tmp_path / "real.db", simulated=False).close()
    export_log(tmp_path / "real.db", tmp_path / "real.jsonl", ExportFormat.JSONL)
    found = import_log(tmp_path / "real.jsonl", tmp_path / "copy.db")

    assert (found.events, found.simulated) == (0, False)
    assert rows(tmp_path / "copy.db", "SELECT * FROM meta") == rows(
        tmp_path / "real.db", "SELECT * FROM meta"
    )


@pytest.mark.parametrize("beside", ["", "-wal", "-shm", "-journal"])
def test_nothing_that_is_there_is_touched(lines: Path, tmp_path: Path, beside: str) -> None:
    """Neither a log nor what belongs to one is written over."""
    there = tmp_path / f"copy.db{beside}"
    there.write_bytes(b"something")

    with pytest.raises(FileExistsError):
        import_log(lines, tmp_path / "copy.db")

    assert there.read_bytes() == b"something"


def test_part_of_a_log_is_not_imported(log: Path, tmp_path: Path) -> None:
    """What was left out could be taken for what never happened."""
    part = tmp_path / "part.jsonl"
    export_log(log, part, ExportFormat.JSONL, wanted=Wanted(known_at=BEGIN.replace(hour=10)))

    with pytest.raises(NotAnEventLog, match="part of a log"):
        import_log(part, tmp_path / "copy.db")


def test_a_broken_line_leaves_nothing_behind(lines: Path, tmp_path: Path) -> None:
    """However late in the file it stands."""
    content = lines.read_bytes()
    lines.write_bytes(content.replace(b'"events":"', b'"events":"1'))

    with pytest.raises(BrokenLine):
        import_log(lines, tmp_path / "copy.db")

    assert names_in(tmp_path) == ["orders.jsonl"]


def put(event: StoredEvent, old: bytes, new: bytes) -> StoredEvent:
    """Return the event with something else in its payload."""
    return event._replace(state=event.state.replace(old, new))


UNFAITHFUL: dict[str, tuple[Change, str]] = {
    "an event is missing": (
        lambda one: None if one.version == 2 else one,
        "an event is missing before",
    ),
    "an order begins in the middle": (
        lambda one: None if one.version == 1 else one,
        "an event is missing before",
    ),
    "another event comes first": (
        lambda one: one._replace(topic="orderflow/OrderSealed/1") if one.version == 1 else one,
        "does not fit the form",
    ),
    "the id of an order is none": (
        lambda one: one._replace(stream=f"x{one.stream[1:]}"),
        "no UUID",
    ),
    "the id of an order is written otherwise": (
        lambda one: one._replace(stream=one.stream.upper()),
        "no UUID",
    ),
    "a type is unknown": (
        lambda one: one._replace(topic="orderflow/Nothing/1"),
        "unknown type",
    ),
    "an event is encrypted": (
        lambda one: one._replace(state=b"\x00\x01"),
        "does not fit the form",
    ),
    "one command is said to have caused what others did": (
        lambda one: one._replace(
            state=one.state.replace(b'-0","actor"', b'","actor"').replace(
                b'-2","actor"', b'","actor"'
            )
        ),
        "do not follow each other",
    ),
    "an event was recorded too early": (
        lambda one: one._replace(
            state=one.state.replace(b'"2026-01-05T09:03', b'"2020-01-05T09:03')
        ),
        "before the one that it follows",
    ),
}


@pytest.mark.parametrize("fault", UNFAITHFUL)
def test_a_log_that_could_not_be_read_is_not_made(log: Path, tmp_path: Path, fault: str) -> None:
    """Lines may be written as they must be and still tell of no log; the place is named."""
    change, said = UNFAITHFUL[fault]
    lines = changed(log, tmp_path / "other.jsonl", change)

    with pytest.raises(EventLogError, match=said) as caught:
        import_log(lines, tmp_path / "copy.db")

    assert caught.value.position is not None or caught.value.stream is not None
    assert names_in(tmp_path) == ["other.jsonl"]


def test_an_order_that_is_requested_twice_is_not_made(log: Path, tmp_path: Path) -> None:
    """The first event of an order is its request, and no other is."""
    with closing(SQLiteLog(log)) as found:
        request = next(found.events_from(0))
    twice = changed(
        log,
        tmp_path / "other.jsonl",
        lambda one: one._replace(topic=request.topic, state=request.state),
    )

    with pytest.raises(UnreadableEvent, match="requested once"):
        import_log(twice, tmp_path / "copy.db")


def test_a_real_log_is_exported_as_real(tmp_path: Path) -> None:
    """No line of it says simulated, and neither does the copy."""
    real = lived(tmp_path / "real.db", simulated=False)
    export_log(real, tmp_path / "real.jsonl", ExportFormat.JSONL)

    assert b'"simulated":true' not in (tmp_path / "real.jsonl").read_bytes()
    assert not import_log(tmp_path / "real.jsonl", tmp_path / "copy.db").simulated


def test_what_is_on_disk_is_compared_before_it_is_a_log(
    lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A log that came out otherwise than the file is thrown away."""
    monkeypatch.setattr(importing, "fill", lambda path, mark, _: fill(path, mark, ()))

    with pytest.raises(UnreadableEvent, match="not those of the file"):
        import_log(lines, tmp_path / "copy.db")

    assert names_in(tmp_path) == ["orders.jsonl"]
