"""Rows removed, swapped, doubled, put in, appended; clocks, types and versions: all located."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, suppress
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from orderflow.audit import NoteKind, Verified
from orderflow.errors import EventLogError, NotAnEventLog, OrderflowError
from tests.faults.fault_table import must_say
from tests.faults.tampering import (
    Connection,
    Files,
    found_at,
    kinds,
    made,
    mixed,
    opened,
    update,
)

Row = tuple[int, str, int, str, bytes]
GONE = "acknowledged_missing"
COLUMNS = "position, originator_id, originator_version, topic, state"
LEDGER = pytest.mark.parametrize("ledger", [True, False], ids=["ledger", "no ledger"])


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """A log of eleven events of three orders, with a ledger of two checkpoints."""
    return made(tmp_path, mixed())


def rows_of(files: Files) -> list[Row]:
    """Return all events as stored."""
    with opened(files.log) as log:
        return log.execute(f"SELECT {COLUMNS} FROM stored_events ORDER BY position").fetchall()  # noqa: S608


def command_of(row: Row) -> str:
    """Return the command that an event names."""
    return str(json.loads(row[4])["command_id"])


def put_back(files: Files, rows: list[Row]) -> None:
    """Put the events back as they were."""
    with opened(files.log) as log:
        log.execute("DELETE FROM stored_events")
        log.executemany("INSERT INTO stored_events VALUES (?, ?, ?, ?, ?)", rows)
    assert files.verified().sound


def insert(log: Connection, *row: object) -> None:
    """Put in an event."""
    log.execute("INSERT INTO stored_events VALUES (?, ?, ?, ?, ?)", row)


def verified(files: Files, *, ledger: bool) -> Verified:
    """Return what comes of verifying, with the ledger or without."""
    if ledger:
        return files.verified()
    aside = files.ledger.rename(files.ledger.with_suffix(".aside"))
    try:
        return files.verified(None)
    finally:
        aside.rename(files.ledger)


@LEDGER
def test_every_event_removed(files: Files, ledger: bool) -> None:
    """One by one: the order and the number of the event that is gone are named."""
    rows = rows_of(files)
    for position, stream, version, _, _ in rows:
        with opened(files.log) as log:
            log.execute("DELETE FROM stored_events WHERE position = ?", (position,))
        found = verified(files, ledger=ledger)
        gone = found_at(found, stream=stream, version=version)
        assert {"acknowledged_missing"} <= {one.kind.value for one in gone}
        if ledger:
            assert found_at(found, kind="removed", position=position)
        put_back(files, rows)

    if ledger:
        must_say("an event removed", len(rows), "all found, with order and number")


def test_the_end_of_the_log_removed(files: Files) -> None:
    """However much of it: each event that is gone is named, with and without the ledger."""
    rows = rows_of(files)
    for kept in range(len(rows)):
        with opened(files.log) as log:
            log.execute("DELETE FROM stored_events WHERE position > ?", (kept,))
        found = files.verified()
        for position, stream, version, _, _ in rows[kept:]:
            assert found_at(found, kind="removed", position=position)
            assert found_at(found, kind="acknowledged_missing", stream=stream, version=version)
        assert "checkpoint_ahead" in kinds(found)
        put_back(files, rows)

    must_say("the end of the log removed", len(rows), "all found, each event named")


@LEDGER
def test_every_two_events_of_an_order_swapped(files: Files, ledger: bool) -> None:
    """What stands at either position is named, whether numbers go along or stay."""
    rows, times = rows_of(files), 0
    for one, other in combinations(rows, 2):
        if one[1] != other[1]:
            continue
        for columns in (("topic", "state"), ("originator_version", "topic", "state")):
            _swapped(files, one, other, columns)
            found = verified(files, ledger=ledger)
            times += 1
            # Without a ledger, events of one command may change places unseen.
            if ledger or command_of(one) != command_of(other):
                assert found_at(found, stream=one[1])
            if ledger:
                assert found_at(found, position=one[0])
                assert found_at(found, position=other[0])
            put_back(files, rows)

    if ledger:
        must_say("two events of an order swapped", times, "all found, at both positions")


@LEDGER
def test_every_two_events_of_two_orders_swapped(files: Files, ledger: bool) -> None:
    """What stands at either position is named."""
    rows, times = rows_of(files), 0
    for one, other in combinations(rows, 2):
        if one[1] == other[1] or one[3:] == other[3:]:
            continue
        _swapped(files, one, other, ("topic", "state"))
        found = verified(files, ledger=ledger)
        times += 1
        # Without a ledger it is the commands that tell.
        assert found_at(found, position=one[0]), (one, other, found)
        assert found_at(found, position=other[0])
        put_back(files, rows)

    if ledger:
        must_say("two events of two orders swapped", times, "all found, at both positions")


@LEDGER
def test_every_event_doubled(files: Files, ledger: bool) -> None:
    """As the next of its order, at the end: SQLite refuses the same number twice."""
    rows = rows_of(files)
    count = {stream: sum(row[1] == stream for row in rows) for _, stream, *_ in rows}
    for _, stream, _, topic, state in rows:
        with opened(files.log) as log:
            insert(log, 12, stream, count[stream] + 1, topic, state)
        found = verified(files, ledger=ledger)
        assert found_at(found, position=12, stream=stream, version=count[stream] + 1)
        assert "without_command" in kinds(found)
        put_back(files, rows)

    if ledger:
        must_say("an event doubled", len(rows), "all found, at the position of the copy")


@LEDGER
def test_an_event_put_in_between(files: Files, ledger: bool) -> None:
    """Those behind it make room, in the log or in the order; what was put in is named."""
    rows, times = rows_of(files), 0
    for place in range(len(rows)):
        _, stream, version, _, _ = rows[place]
        with opened(files.log) as log:
            log.execute("DELETE FROM stored_events")
            before, after = rows[:place], rows[place:]
            moved = [(p + 1, s, v + (s == stream), t, state) for p, s, v, t, state in after]
            payload = _with(rows[place][4], event_id="00000000-0000-4000-8000-00000000ffff")
            new = (place + 1, stream, version, rows[place][3], payload)
            log.executemany(
                "INSERT INTO stored_events VALUES (?, ?, ?, ?, ?)", [*before, new, *moved]
            )
        found = verified(files, ledger=ledger)
        times += 1
        assert not found.sound
        if ledger:
            assert found_at(found, position=place + 1)
        put_back(files, rows)

    if ledger:
        must_say("an event put in between", times, "all found, at its position")


@LEDGER
def test_an_event_appended_without_a_command(files: Files, ledger: bool) -> None:
    """To each order, of every kind that is on record: named at its position."""
    rows, times = rows_of(files), 0
    for stream in sorted({row[1] for row in rows}):
        for topic, state in {(row[3], row[4]) for row in rows}:
            version = sum(row[1] == stream for row in rows) + 1
            with opened(files.log) as log:
                insert(log, 12, stream, version, topic, state)
            found = verified(files, ledger=ledger)
            times += 1
            assert found_at(
                found, kind="without_command", position=12, stream=stream, version=version
            )
            put_back(files, rows)

    if ledger:
        must_say("an event appended without a command", times, "all found, at its position")


def test_events_of_an_unknown_type_or_a_newer_version(files: Files) -> None:
    """Each is named for what it is, and the rest of the log is still verified."""
    rows = rows_of(files)
    for number, (position, stream, version, topic, _) in enumerate(rows):
        for kind, other in (
            ("newer_version", topic.replace("/1", "/2")),
            ("unknown_type", "orderflow/OrderCursed/1"),
            ("unknown_type", ("os:system", "", "orderflow/OrderGranted/01")[number % 3]),
        ):
            with opened(files.log) as log:
                update(log, "topic", other, position)
            found = verified(files, ledger=False)
            assert found_at(found, kind=kind, position=position, stream=stream, version=version)
            assert found.events == len(rows)
        put_back(files, rows)

    must_say("an unknown type or a newer version", 3 * len(rows), "all found, each as what it is")


def _with(state: bytes, **changes: Any) -> bytes:  # noqa: ANN401
    return json.dumps(json.loads(state) | changes, separators=(",", ":")).encode()


def test_a_clock_that_jumped_back(files: Files) -> None:
    """Within an order it is a fault; between orders it is told, and is none."""
    rows, times = rows_of(files), 0
    for position, stream, version, _, state in rows:
        if version == 1:
            continue
        with opened(files.log) as log:
            update(log, "state", _with(state, recorded_at="2025-12-31T09:00:00Z"), position)
        found = verified(files, ledger=False)
        times += 1
        assert found_at(found, kind="recorded_earlier", position=position, stream=stream)
        put_back(files, rows)
    with opened(files.log) as log:
        update(log, "state", _with(rows[-1][4], recorded_at="2025-12-31T09:00:00Z"), rows[-1][0])
    found = verified(files, ledger=False)

    assert found.sound
    assert [one.position for one in found.notes if one.kind is NoteKind.CLOCK_WENT_BACK] == [11]
    assert found.noted[NoteKind.CLOCK_WENT_BACK] == 1
    must_say("a clock that jumped back within an order", times, "all found, at its position")


def test_an_event_recorded_before_it_happened(files: Files) -> None:
    """Is named at its position."""
    rows = rows_of(files)
    position, stream, version, _, state = rows[3]
    event = json.loads(state)["event"] | {"occurred_at": "2031-01-01T00:00:00Z"}
    with opened(files.log) as log:
        update(log, "state", _with(state, event=event), position)

    found = verified(files, ledger=False)
    assert found_at(found, kind="in_the_future", position=position, stream=stream, version=version)


@pytest.mark.parametrize(
    "statement, kind",
    [
        ("DELETE FROM commands WHERE command_id = 'c-4'", "without_command"),
        ("UPDATE commands SET command_id = 'other' WHERE command_id = 'c-4'", "other_command"),
        ("UPDATE commands SET last_version = 40 WHERE command_id = 'c-4'", "acknowledged_missing"),
        ("UPDATE commands SET first_version = 1 WHERE command_id = 'c-5'", "commands_overlap"),
        ("UPDATE commands SET digest = x'00' WHERE command_id = 'c-4'", "command_malformed"),
        ("UPDATE commands SET digest = 'text' WHERE command_id = 'c-4'", "command_malformed"),
        ("UPDATE commands SET originator_id = 'x' WHERE command_id = 'c-4'", "command_malformed"),
        (
            "UPDATE commands SET command_id = CAST(x'ff' AS TEXT) WHERE command_id = 'c-4'",
            "command_malformed",
        ),
        ("UPDATE commands SET command_id = '' WHERE command_id = 'c-4'", "command_malformed"),
        ("UPDATE commands SET first_version = 0 WHERE command_id = 'c-0'", "command_malformed"),
        ("UPDATE commands SET last_version = 'x' WHERE command_id = 'c-4'", "command_malformed"),
        (
            "INSERT INTO commands VALUES ('n', x'', printf('%032x', 7), 1, 1)",
            "acknowledged_missing",
        ),
    ],
)
def test_handled_commands_that_do_not_fit(files: Files, statement: str, kind: str) -> None:
    """Are named with the order, and with the number of the event where there is one."""
    with opened(files.log) as log:
        log.execute(statement)

    found = files.verified()
    assert kind in kinds(found)
    assert all(one.stream for one in found.findings)


@pytest.mark.parametrize(
    "column, value",
    [
        ("originator_id", b"\xff\xfe"),
        ("originator_id", b"not an id"),
        ("originator_version", "two"),
        ("originator_version", -3),
        ("originator_version", 2.5),
        ("topic", b"\xff"),
        ("state", "text"),
        ("state", 7),
        ("state", b""),
        ("state", b"{}"),
        ("state", b"[" * 100_000),
    ],
)
@LEDGER
def test_a_column_of_another_kind(files: Files, column: str, value: object, ledger: bool) -> None:
    """Is named at its position, and the rest of the log is still verified."""
    with opened(files.log) as log:
        update(log, column, value, 5)

    found = verified(files, ledger=ledger)
    assert found_at(found, position=5)
    assert (found.events, found.complete) == (11, True)


def test_a_column_of_bytes_where_text_belongs(files: Files) -> None:
    """The same bytes stored as another kind are no event of ours."""
    with opened(files.log) as log:
        log.execute("UPDATE stored_events SET topic = CAST(topic AS BLOB) WHERE position = 4")
        log.execute("UPDATE stored_events SET topic = CAST(x'fe' AS TEXT) WHERE position = 9")
        log.execute(
            "UPDATE stored_events SET originator_id = CAST(originator_id AS BLOB)"
            " WHERE position = 7"
        )

    found = files.verified()
    assert found_at(found, kind="malformed", position=4)
    assert found_at(found, kind="malformed", position=7)
    assert found_at(found, kind="malformed", position=9)


def test_protection_taken_away(files: Files) -> None:
    """Each trigger, index and table that is gone or new is named."""
    for name in ("events_are_never_edited", "versions_have_no_gaps"):
        with closing(sqlite3.connect(files.log)) as log, log:
            log.execute(f"DROP TRIGGER {name}")
    with closing(sqlite3.connect(files.log)) as log, log:
        log.execute("DROP INDEX first_events")
        log.execute("CREATE TRIGGER sly AFTER INSERT ON commands BEGIN SELECT 1; END")
        log.execute("CREATE TABLE tracking (application_name TEXT)")
        log.execute("PRAGMA user_version = 0")

    found = files.verified()
    assert found.found == {"schema_changed": 5}
    assert kinds(found) == {"schema_changed"}


def test_positions_that_would_be_given_again(files: Files) -> None:
    """A log that forgot how far it was is found; one that lost its end is noted."""
    with opened(files.log) as log:
        log.execute("UPDATE sqlite_sequence SET seq = 4")
    assert found_at(files.verified(), kind="position_given_again", position=11)
    with opened(files.log) as log:
        log.execute("UPDATE sqlite_sequence SET seq = 40")
    found = files.verified()
    assert found.sound
    assert found.noted[NoteKind.POSITIONS_UNUSED] == 1


@pytest.mark.parametrize(
    "content", [b"", b"garbage", b"\0" * 5000, b"SQLite format 3\0" + b"x" * 200]
)
def test_something_that_is_no_log(tmp_path: Path, content: bytes) -> None:
    """Is refused in one sentence."""
    place = tmp_path / "orders.db"
    place.write_bytes(content)
    files = Files(place, tmp_path / "none")
    with pytest.raises(NotAnEventLog):
        files.verified()


def test_a_file_cut_short(files: Files) -> None:
    """At any length it is refused, or what is gone is found."""
    whole = files.log.read_bytes()
    times = 0
    for size in range(0, len(whole), 64):
        files.log.write_bytes(whole[:size])
        times += 1
        with suppress(EventLogError):
            assert not files.verified().sound
    files.log.write_bytes(whole)

    assert files.verified().sound
    must_say("the file cut short", times, "all found or refused")


def test_a_ledger_that_is_none(files: Files) -> None:
    """Is found, and the log is verified for all the rest."""
    files.ledger.write_bytes(b"garbage, and more of it" * 100)
    found = files.verified()
    assert kinds(found) == {"ledger_unreadable"}
    assert found.events == 11
    with pytest.raises(OrderflowError, match="no ledger"):
        files.verified(ledger="nowhere.ledger")


def _swapped(files: Files, one: Row, other: Row, columns: tuple[str, ...]) -> None:
    names = COLUMNS.split(", ")
    with opened(files.log) as log:
        update(log, "originator_version", 99, one[0])
        for column in reversed(columns):
            at = names.index(column)
            update(log, column, one[at], other[0])
            update(log, column, other[at], one[0])
        if "originator_version" not in columns:
            update(log, "originator_version", one[2], one[0])
