"""The verifier on a copy of a whole log: it finds what was done to it, and says where."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from orderflow.audit.interchange import LogHead, write
from orderflow.audit.interchange import source_at as stored_in
from orderflow.audit.ledger.source import StoredEvent
from tests.outsider.verifier import LOG, Answer, ask, outsider
from tests.unit.audit.bundle.making import RU, Place, lived
from tests.unit.audit.ledger.making import NOON, log_file, tampered

SEVENTH = f"position 7, stream {RU}, version 7"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return a log of two cases, with the checkpoint of both."""
    found = lived(tmp_path_factory.mktemp("log"))
    found.log.with_name("first").write_bytes(found.checkpoints[0])
    found.log.with_name("now").write_bytes(found.checkpoints[1])
    return found


def looked_at(place: Place, file: Path, *words: object, checkpoint: str = "now") -> Answer:
    """Return what the verifier says of a copy."""
    return ask("log", file, "--key", LOG, "--checkpoint", place.log.with_name(checkpoint), *words)


def interchanged(file: Path) -> Path:
    """Write a log as lines, whatever stands in it; return the new file."""
    lines = file.with_suffix(".jsonl")
    with closing(stored_in(file)) as log, lines.open("wb") as out:
        out.writelines(write(log.events_from(0), LogHead(simulated=True, created_at=NOON)))
    return lines


def test_a_copy_is_as_it_was_signed(place: Place) -> None:
    """In SQLite and as lines; with the ledger, and by an older checkpoint."""
    for file in (place.log, interchanged(place.log)):
        for words in ((), ("--ledger", place.ledger)):
            found = looked_at(place, file, *words)
            assert found.code == 0
            assert "the first 17 events of this copy are those" in found.said
            assert "unsigned    0 came after" in found.said
        found = looked_at(place, file, checkpoint="first")
        assert (found.code, "unsigned    10 came after" in found.said) == (0, True)


def test_looking_leaves_no_trace(place: Place, tmp_path: Path) -> None:
    """A copy in a folder that cannot be written is read, and nothing is put beside it."""
    copy = tmp_path / "copy.db"
    shutil.copy(place.log, copy)
    before = copy.read_bytes()
    assert looked_at(place, copy).code == 0

    assert [one.name for one in tmp_path.iterdir()] == ["copy.db"]
    assert copy.read_bytes() == before


def test_a_log_that_is_being_written_is_read(place: Place, tmp_path: Path) -> None:
    """What lies in its write-ahead log belongs to it."""
    shutil.copytree(place.log.parent, tmp_path / "copy")
    copy = tmp_path / "copy" / place.log.name
    with closing(sqlite3.connect(copy)) as writer:
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("UPDATE sqlite_sequence SET seq = seq")
        writer.commit()
        assert copy.with_name(f"{copy.name}-wal").exists()
        assert looked_at(place, copy).code == 0


FAULTS = {
    "changed": (
        ("UPDATE stored_events SET state = CAST(replace(state, 'mother', 'father') AS BLOB)"
        " WHERE position = 7"),
        (f"{SEVENTH}: this, or one that stood before it", "first 17 events are not those"),
    ),
    "removed": (
        "DELETE FROM stored_events WHERE position = 6",
        (f"{SEVENTH}: versions 6 to 6 are missing", "and 16 are here"),
    ),
    "the last one removed": (
        "DELETE FROM stored_events WHERE position = 17",
        ("speaks of 17 events, and 16 are here",),
    ),
    "swapped": (
        ("UPDATE stored_events SET position = CASE position WHEN 6 THEN 99 ELSE position END;"
        "UPDATE stored_events SET position = 6 WHERE position = 7;"
        "UPDATE stored_events SET position = 7 WHERE position = 99"),
        (f"position 6, stream {RU}, version 7: versions 6 to 6 are missing",
         f"position 7, stream {RU}, version 6: version 7 of this order came before it"),
    ),
    "moved to another order": (
        ("UPDATE stored_events SET originator_id = (SELECT originator_id FROM stored_events"
        " WHERE position = 17), originator_version = 99 WHERE position = 7"),
        ("version 99: versions 1 to 98 are missing",),
    ),
    "put in": (
        ("INSERT INTO stored_events SELECT 99, originator_id, 8, topic, state FROM stored_events"
        " WHERE position = 1"),
        ("version 8: the first event of an order, and no other, is its request",
         "was recorded before the event it follows"),
    ),
    "of a type unknown": (
        "UPDATE stored_events SET topic = 'orderflow/OrderGranted/2' WHERE position = 7",
        ("does not know the type orderflow/OrderGranted/2",),
    ),
    "of no order": (
        "UPDATE stored_events SET originator_id = 'x' WHERE position = 1",
        ("the order's id is no 32 digits",),
    ),
    "unreadable": (
        "UPDATE stored_events SET state = x'7b00' WHERE position = 7",
        (f"{SEVENTH}: the payload is not the envelope",),
    ),
    "said twice": (
        ("UPDATE stored_events SET state = CAST(replace(state, '{\"event_id\"',"
        " '{\"event_id\":1,\"event_id\"') AS BLOB) WHERE position = 7"),
        (f"{SEVENTH}: the payload is not the envelope",),
    ),
    "of no time": (
        ("UPDATE stored_events SET state = CAST(replace(state, 'occurred_at', 'occurred_in')"
        " AS BLOB) WHERE position = 7"),
        (f"{SEVENTH}: does not say when",),
    ),
    "recorded too early": (
        ("UPDATE stored_events SET state = CAST(json_set(state, '$.recorded_at',"
        " '2001-01-01T00:00:00Z') AS BLOB) WHERE position = 7"),
        (f"{SEVENTH}: was recorded before it occurred",
         f"{SEVENTH}: was recorded before the event it follows"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("form", ["sqlite", "lines"])
def test_what_was_done_to_a_log_is_found_and_located(
    place: Place, tmp_path: Path, fault: str, form: str
) -> None:
    """Exit code 1, and each fault with its position, its stream and its version."""
    statements, expected = FAULTS[fault]
    copy = tmp_path / "copy.db"
    shutil.copy(place.log, copy)
    tampered(copy, *statements.split(";"))
    found = looked_at(
        place,
        copy if form == "sqlite" else interchanged(copy),
        "--ledger",
        place.ledger,
    )

    assert found.code == 1
    assert found.said.startswith("REFUSED: ")
    for one in expected:
        assert one in found.said, found.said


def test_a_clock_that_went_back_between_orders_is_told(tmp_path: Path, place: Place) -> None:
    """It is no fault: rule 14 of the event log allows it."""
    assert "clock       went back 0 times" in looked_at(place, place.log).said
    story = outsider.Story()
    with closing(stored_in(place.log)) as log:
        events = list(log.events_from(0))
    for event in (*events[7:], *(one._replace(position=one.position + 99) for one in events[:7])):
        story.tell(
            outsider.Event(
                event.position,
                event.stream.encode(),
                event.version,
                event.topic.encode(),
                event.state,
            )
        )

    assert (story.found, story.clock_went_back) == (0, 1)


def test_lines_that_stand_in_another_order_are_found() -> None:
    """A position that comes after a higher one is out of order."""
    story = outsider.Story()
    for position in (5, 5, 4):
        story.tell(outsider.Event(position, b"0" * 32, 1, b"x", b""))

    assert sum("out of order" in one for one in story.findings) == 2


def test_many_findings_are_counted_and_not_all_printed(tmp_path: Path, place: Place) -> None:
    """A hundred are told."""
    file = log_file(
        tmp_path / "odd.db",
        [StoredEvent(at, f"{at}", 1, "t", b"") for at in range(1, 150)],
    )
    found = looked_at(place, file)

    assert found.code == 1
    assert found.said.splitlines()[-1].startswith("  ... and ")
    assert len(found.said.splitlines()) == 102


@pytest.mark.parametrize(
    "make",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"garbage"),
        lambda file: file.write_bytes(b"SQLite format 3\0" + bytes(100)),
        lambda file: sqlite3.connect(file).execute("CREATE TABLE a (b)").connection.close(),
        lambda file: log_file(file, []),
    ],
)
def test_what_is_no_log_is_refused(
    tmp_path: Path, place: Place, make: Callable[[Path], object]
) -> None:
    """Exit code 1 and a sentence, for garbage as for an empty log."""
    make(tmp_path / "file")
    found = looked_at(place, tmp_path / "file")

    assert found.code == 1
    assert found.said.startswith("REFUSED: ")
    assert looked_at(place, tmp_path / "nothing").code == 2


def test_a_row_that_is_not_stored_as_events_are_is_named(tmp_path: Path, place: Place) -> None:
    """Text in place of a payload, or a version that is no number."""
    file = tmp_path / "odd.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(
            "CREATE TABLE stored_events (position, originator_id, originator_version, topic, state)"
        )
        connection.execute("INSERT INTO stored_events VALUES (4, 'a', 1, 'b', 'text')")
        connection.commit()
    found = looked_at(place, file)

    assert (found.code, "position 4 is not stored as an event is" in found.said) == (1, True)


def test_a_ledger_of_another_log_is_not_believed(tmp_path: Path, place: Place) -> None:
    """Its hashes must be those of the checkpoint."""
    with closing(sqlite3.connect(tmp_path / "ledger")) as connection:
        connection.execute("CREATE TABLE tiles (level, number, hashes)")
        connection.execute("INSERT INTO tiles VALUES (0, 0, x'00')")
        connection.commit()
    found = looked_at(place, place.log, "--ledger", tmp_path / "ledger")

    assert (found.code, "other hashes" in found.said) == (1, True)


@pytest.mark.parametrize(
    "state",
    [
        b"",
        b"\x00\xff",
        b'{"a":NaN}',
        b'{"a":1,"a":2}',
        b"[" * 9999,
        b"[1]",
        b'{"a":' + b"9" * 9999 + b"}",
    ],
)
def test_a_payload_that_cannot_stand_in_a_line_as_it_is(tmp_path: Path, state: bytes) -> None:
    """What goes into a line as Base64 comes out of it byte for byte, and is no event to read."""
    event = StoredEvent(1, "0" * 32, 1, "orderflow/OrderRequested/1", state)
    lines = tmp_path / "lines"
    lines.write_bytes(b"".join(write([event], LogHead(simulated=False, created_at=NOON))))
    (found,) = outsider.events_in(str(lines))
    story = outsider.Story()
    story.tell(found)

    assert found.state == state
    assert "not the envelope" in story.findings[0]
    # Base 64 in another than its one form is refused, and no traceback.
    if b'"data_base64":"' in lines.read_bytes():
        content = lines.read_bytes().replace(b'"data_base64":"', b'"data_base64":"=')
        lines.write_bytes(content)
        with pytest.raises(outsider.Refused):
            list(outsider.events_in(str(lines)))


def test_every_byte_of_the_lines_counts(place: Place, tmp_path: Path) -> None:
    """Flipped, in a file of few events, none passes; nor does one that is left out."""
    with closing(stored_in(place.log)) as log:
        events = list(log.events_from(0))[:2]
    good = b"".join(write(events, LogHead(simulated=True, created_at=NOON)))
    for at in range(len(good)):
        for other in (good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :], good[:at]):
            (tmp_path / "l").write_bytes(other)
            with pytest.raises(outsider.Refused):
                for _ in outsider.events_in(str(tmp_path / "l")):
                    pass
    (tmp_path / "l").write_bytes(good + b"\n")
    with pytest.raises(outsider.Refused, match="follows"):
        list(outsider.events_in(str(tmp_path / "l")))
    (tmp_path / "l").write_bytes(good)
    assert len(list(outsider.events_in(str(tmp_path / "l")))) == 2


def test_a_view_is_no_log(tmp_path: Path) -> None:
    """One that goes on for ever is refused before a row of it is asked for."""
    file = tmp_path / "endless.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(
            "CREATE VIEW stored_events AS WITH RECURSIVE n(position) AS"
            " (SELECT 1 UNION ALL SELECT position + 1 FROM n)"
            " SELECT position, '' AS originator_id, 1 AS originator_version, '' AS topic,"
            " x'00' AS state FROM n"
        )
    with pytest.raises(outsider.Refused, match="in the place of a table"):
        list(outsider.events_in(str(file)))
