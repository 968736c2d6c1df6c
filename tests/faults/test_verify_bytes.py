"""Every byte of what is stored, changed one at a time: found, and located."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from orderflow.audit.ledger.checkpoint import cosignature
from orderflow.audit.ledger.note import Note
from tests.faults.fault_table import must_say
from tests.faults.tampering import (
    TRUST,
    WITNESSED,
    Connection,
    Files,
    flips,
    found_at,
    kinds,
    made,
    many,
    mixed,
    opened,
    rewritten,
    update,
)
from tests.unit.audit.ledger.making import NOON, WITNESS_KEY

pytestmark = pytest.mark.slow


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """A log of eleven events of three orders, with a ledger of two checkpoints."""
    return made(tmp_path, mixed())


@pytest.fixture
def larger(tmp_path: Path) -> Files:
    """A log with more events than fit in a tile, with a ledger of two checkpoints."""
    return made(tmp_path, many())


def test_an_untouched_log_is_sound(files: Files) -> None:
    """With and without a key, and after its protection was taken away and put back."""
    for path in files:
        with opened(path):
            pass

    for trust in (TRUST, None):
        assert files.verified(trust).findings == ()


def test_every_byte_of_every_event(files: Files) -> None:
    """Is found at the position of the event, whatever column it stands in."""
    times = 0
    with opened(files.log) as log:
        rows = log.execute(
            "SELECT position, CAST(originator_id AS BLOB), CAST(topic AS BLOB), state"
            " FROM stored_events"
        ).fetchall()
    for position, stream, topic, state in rows:
        for column, content in (("originator_id", stream), ("topic", topic), ("state", state)):
            for changed in flips(content):
                with rewritten(files.log, column, content, changed, position):
                    found = files.verified()
                times += 1
                assert found_at(found, position=position), (position, column, changed)
                assert "changed" in kinds(found), (position, column, changed)

    assert files.verified().sound
    must_say("a byte of a stored event", times, "all found, at its position")


def test_every_byte_of_every_event_without_a_ledger(files: Files) -> None:
    """Is found as far as the event then no longer reads as one that could have been recorded."""
    files.ledger.unlink()
    times = unseen = 0
    with opened(files.log) as log:
        rows = log.execute("SELECT position, originator_id, state FROM stored_events").fetchall()
    for position, stream, state in rows:
        for changed in flips(state):
            with rewritten(files.log, "state", state, changed, position):
                found = files.verified(None)
            times += 1
            unseen += found.sound
            # A later time of recording is found at the next event of the order.
            assert found.sound or found_at(found, stream=stream)

    must_say(
        "a byte of a payload, without a ledger",
        times,
        f"{times - unseen:,} found, in its order; {unseen:,} read as another event that may have"
        " been recorded",
    )


def test_every_bit_of_every_number(files: Files) -> None:
    """A changed version or position is found at one of the two places, or SQLite refuses it."""
    times = refused = 0
    with opened(files.log) as log:
        rows = log.execute("SELECT position, originator_version FROM stored_events").fetchall()
    for column, which in (("position", 0), ("originator_version", 1)):
        for row in rows:
            for bit in range(63):
                changed = row[which] ^ (1 << bit)
                times += 1
                with opened(files.log) as log:
                    try:
                        update(log, column, changed, row[0])
                    except sqlite3.IntegrityError:
                        refused += 1
                        continue
                where = changed if column == "position" else row[0]
                found = files.verified()
                # Of two neighbours that changed places, either may be the one that moved.
                first, last = sorted((row[0], where))
                positions = [one.position for one in found.findings if one.position is not None]
                assert any(first <= at <= last for at in positions), (column, row, bit)
                with opened(files.log) as log:
                    update(log, column, row[which], where)

    assert files.verified().sound
    must_say(
        "a bit of a version or a position",
        times,
        f"{times - refused:,} found, from the old place to the new; {refused} refused by SQLite",
    )


def test_every_byte_of_every_checkpoint_of_the_ledger(files: Files) -> None:
    """Is found, with the size under which the checkpoint is kept."""
    times = 0
    with opened(files.ledger) as ledger:
        notes = ledger.execute("SELECT size, note FROM checkpoints").fetchall()
        for size, note in notes:
            for changed in flips(note):
                ledger.execute("UPDATE checkpoints SET note = ? WHERE size = ?", (changed, size))
                found = files.verified()
                times += 1
                assert any(
                    one.kind.value.startswith("checkpoint_") and one.file == files.ledger.name
                    for one in found.findings
                ), (size, changed)
                assert not kinds(found) & {"changed", "removed", "moved", "inserted"}
            ledger.execute("UPDATE checkpoints SET note = ? WHERE size = ?", (note, size))
    assert files.verified().sound
    must_say("a byte of a checkpoint in the ledger", times, "all found, with its size")


def test_every_byte_of_a_checkpoint_kept_elsewhere(files: Files) -> None:
    """Is found, under the name of its file; a cosignature that is asked for included."""
    times = 0
    with opened(files.ledger) as ledger:
        (content,) = ledger.execute("SELECT note FROM checkpoints ORDER BY size").fetchone()
    note = Note.parse(content)
    cosigned = note.joined((cosignature(note.text, WITNESS_KEY, NOON),)).encode()
    sound = files.verified(WITNESSED, checkpoints={"mine": cosigned})
    assert sound.sound
    assert [one.cosigned for one in sound.checkpoints] == [(), ("witness.example/1",)]
    for changed in flips(cosigned):
        found = files.verified(WITNESSED, checkpoints={"mine": changed})
        times += 1
        assert found_at(found, file="mine"), changed

    must_say("a byte of a checkpoint kept elsewhere", times, "all found, with its file")


@pytest.mark.parametrize("which", [0, 1, 2])
def test_every_byte_of_every_tile(larger: Files, which: int) -> None:
    """Is found as the tile's fault and not the log's, with the place that the tile begins at."""
    tiles = _tiles(larger)
    level, number, hashes = tiles[which]
    for changed in flips(hashes):
        with opened(larger.ledger) as ledger:
            _set_tile(ledger, changed, level, number)
        found = larger.verified()
        assert kinds(found) == {"tile_altered"}, (level, number)
        assert found_at(found, place=number * 256 ** (level + 1), file=larger.ledger.name)
    with opened(larger.ledger) as ledger:
        _set_tile(ledger, hashes, level, number)
    assert larger.verified().sound
    assert len(tiles) == 3
    times = sum(len(one) for _, _, one in tiles)
    must_say("a byte of a tile", times, "all found, with its place; no event is blamed")


def test_what_a_tile_says_of_positions(larger: Files) -> None:
    """Is compared with the positions that the events have."""
    for column in ("first_position", "last_position"):
        with opened(larger.ledger) as ledger:
            ledger.execute(f"UPDATE tiles SET {column} = {column} + 1000 WHERE level = 0")  # noqa: S608
        found = larger.verified()
        assert kinds(found) == {"span_altered"}
        assert [one.position for one in found.findings] == [1, 257]
        with opened(larger.ledger) as ledger:
            ledger.execute(f"UPDATE tiles SET {column} = {column} - 1000 WHERE level = 0")  # noqa: S608


def _tiles(files: Files) -> list[tuple[int, int, bytes]]:
    with opened(files.ledger) as ledger:
        return ledger.execute("SELECT level, number, hashes FROM tiles").fetchall()


def _set_tile(ledger: Connection, hashes: bytes, level: int, number: int) -> None:
    statement = "UPDATE tiles SET hashes = ? WHERE level = ? AND number = ?"
    ledger.execute(statement, (hashes, level, number))
