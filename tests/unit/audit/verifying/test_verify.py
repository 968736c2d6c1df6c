"""Verifying as a whole: by several processes, with little memory, with and without a ledger."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from orderflow.audit import NoteKind, verify
from orderflow.audit.ledger.checkpoint import Checkpoint, signed
from orderflow.audit.ledger.merkle import EMPTY_ROOT
from orderflow.audit.ledger.trust import Trust
from orderflow.store import ProtectionOrders
from tests.faults.tampering import TRUST, Files, found_at, kinds, made, mixed, opened, update
from tests.unit.audit.ledger.making import LOG_KEY, ORIGIN, OTHER_KEY, WITNESS_KEY

ROOT = bytes(range(32))


def note(size: int, root: bytes = ROOT, *, key: object = LOG_KEY) -> bytes:
    """Return a signed checkpoint."""
    return signed(Checkpoint(ORIGIN, size, root), key).encode()  # type: ignore[arg-type]


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """A log of eleven events with a ledger of two checkpoints."""
    return made(tmp_path, mixed())


def test_a_generated_log_is_sound(generated: Files) -> None:
    """Every event of it, by one process and by several, with the same report."""
    told: list[tuple[int, int]] = []
    found = generated.verified(progress=lambda *far: told.append(far))

    assert found.sound, found.findings[:3]
    assert found.covered == found.events > 16384
    assert told == sorted(told)
    assert told[-1] == (found.events, found.events)
    for jobs in (2, 3):
        told.clear()
        again = generated.verified(jobs=jobs, progress=lambda *far: told.append(far))
        assert again == found
        assert told[-1] == (found.events, found.events)


def test_several_processes_find_what_one_finds(generated: Files) -> None:
    """Faults in the first stretch and the second, and between them."""
    with opened(generated.log) as log:
        for position in (5, 16384, 16385, 17000):
            update(log, "topic", "orderflow/OrderCursed/1", position)
        log.execute("DELETE FROM stored_events WHERE position = 9000")
        log.execute("UPDATE stored_events SET position = 90000 WHERE position = 12000")
    one, several = generated.verified(), generated.verified(jobs=3)

    assert one == several
    assert {"unknown_type", "removed", "moved", "changed", "missing"} <= kinds(one)


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_empty_log_is_sound(tmp_path: Path, jobs: int) -> None:
    """It has no positions, and the root of a tree without leaves."""
    with ProtectionOrders.open(tmp_path / "orders.db"):
        pass
    found = verify(tmp_path / "orders.db", jobs=jobs)

    assert found.sound
    assert (found.events, found.orders, found.first_position) == (0, 0, None)
    assert found.last_recorded_at is None


def test_a_log_in_use_is_verified_as_it_was_at_the_start(tmp_path: Path) -> None:
    """What its writer has not moved out of the write-ahead log yet counts."""
    with ProtectionOrders.open(tmp_path / "orders.db") as orders:
        for command in mixed():
            orders.handle(command)
        found = verify(tmp_path / "orders.db")

    assert found.sound
    assert found.events == 11


def test_what_is_asked_for_wrongly(files: Files) -> None:
    """Is the caller's mistake."""
    with pytest.raises(ValueError, match="at least"):
        files.verified(jobs=0)
    with pytest.raises(ValueError, match="at least"):
        files.verified(at_most=0)


def test_findings_are_counted_and_only_some_listed(files: Files) -> None:
    """Of every kind at least one, in order of position."""
    with opened(files.log) as log:
        for position in range(1, 10):
            update(log, "state", b"{}", position)
        update(log, "topic", "orderflow/OrderGranted/7", 10)
    found = files.verified(at_most=4)

    assert len(found.findings) == 4
    assert found.unlisted == sum(found.found.values()) - 4 > 0
    assert [one.position or -1 for one in found.findings] == sorted(
        one.position or -1 for one in found.findings
    )
    assert {"unreadable", "newer_version"} <= {one.kind.value for one in found.findings}
    assert all(one.sentence.endswith(".") and one.sentence_nl for one in found.findings)


def test_notes_have_a_sentence_in_dutch(files: Files) -> None:
    """As every finding has."""
    found = files.verified(None)

    assert [one.kind for one in found.notes] == [NoteKind.NO_KEY]
    assert all(one.sentence_nl for one in found.notes)


@pytest.mark.parametrize(
    "content, kind",
    [
        (note(11), "checkpoint_contradicted"),
        (note(12), "checkpoint_ahead"),
        (note(10**9), "checkpoint_ahead"),
        (note(4, key=OTHER_KEY), "checkpoint_not_trusted"),
        (note(11)[:-9], "checkpoint_unreadable"),
        (b"", "checkpoint_unreadable"),
    ],
)
def test_a_checkpoint_kept_elsewhere_that_does_not_fit(
    files: Files, content: bytes, kind: str
) -> None:
    """Is named by its file, and no event is blamed for it."""
    found = files.verified(checkpoints={"kept": content})

    assert found_at(found, kind=kind, file="kept")
    assert not kinds(found) & {"changed", "removed", "tile_altered"}


def test_a_checkpoint_kept_elsewhere_is_enough(files: Files) -> None:
    """Without a ledger too, with a key and without one."""
    with opened(files.ledger) as ledger:
        (first,), (second,) = ledger.execute("SELECT note FROM checkpoints ORDER BY size")
    files.ledger.unlink()
    kept = {"first": first, "second": second, "empty": note(0, EMPTY_ROOT)}
    for trust in (TRUST, None):
        found = files.verified(trust, checkpoints=kept)
        assert found.sound
        assert found.covered == 11
        assert found.checkpoints_compared == 3
        assert [one.signed for one in found.checkpoints] == [True if trust else None] * 3

    with opened(files.log) as log:
        update(log, "state", b"{}", 7)
    found = files.verified(checkpoints=kept)
    assert found_at(found, kind="checkpoint_contradicted", file="second")
    assert not found_at(found, kind="checkpoint_contradicted", file="first")


def test_a_quorum_is_asked_of_what_was_kept_elsewhere(files: Files) -> None:
    """Cosignatures come later than checkpoints, so the ledger's own need none."""
    with opened(files.ledger) as ledger:
        (kept,) = ledger.execute("SELECT note FROM checkpoints ORDER BY size").fetchone()
    trust = Trust(LOG_KEY.verifier, (WITNESS_KEY.verifier,), 1)

    assert files.verified(trust).sound
    assert kinds(files.verified(trust, checkpoints={"kept": kept})) == {"checkpoint_not_trusted"}


def test_events_after_the_last_checkpoint_are_noted(files: Files) -> None:
    """And are no fault."""
    with ProtectionOrders.open(files.log, simulated=True, clock=_later) as orders:
        orders.handle(next(mixed()).model_copy(update={"order_id": None}))
    found = files.verified()

    assert found.sound
    assert found.noted == {NoteKind.NOT_COVERED: 1}
    assert (found.events, found.covered) == (12, 11)


def test_a_ledger_of_another_key(files: Files) -> None:
    """Is found, and its checkpoints are not believed."""
    found = files.verified(Trust(OTHER_KEY.verifier))

    assert {"ledger_inconsistent", "checkpoint_not_trusted"} <= kinds(found)
    assert found.covered is None


@pytest.mark.parametrize(
    "statement, kind",
    [
        ("UPDATE meta SET value = 'no key'", "ledger_unreadable"),
        (f"UPDATE meta SET value = '{WITNESS_KEY.verifier}'", "ledger_unreadable"),  # noqa: S608
        ("DELETE FROM meta", "ledger_unreadable"),
        ("PRAGMA application_id = 7", "ledger_unreadable"),
        ("PRAGMA user_version = 9", "ledger_unreadable"),
        ("PRAGMA user_version = 0", "schema_changed"),
        ("DELETE FROM checkpoints WHERE size = 11", "ledger_inconsistent"),
        ("DELETE FROM checkpoints", "ledger_inconsistent"),
        ("UPDATE checkpoints SET size = 7 WHERE size = 6", "ledger_inconsistent"),
        ("UPDATE checkpoints SET size = 1000000000000 WHERE size = 11", "ledger_inconsistent"),
        ("UPDATE checkpoints SET note = 'text' WHERE size = 11", "checkpoint_unreadable"),
        ("DELETE FROM tiles", "tile_altered"),
        ("UPDATE tiles SET hashes = substr(hashes, 1, 320)", "tile_altered"),
        ("UPDATE tiles SET hashes = 'text'", "tile_altered"),
        ("UPDATE tiles SET first_position = NULL", "span_altered"),
        ("UPDATE tiles SET number = 40", "tile_altered"),
        ("INSERT INTO tiles VALUES (3, 0, zeroblob(32), NULL, NULL)", "tile_altered"),
    ],
)
def test_a_ledger_that_was_altered(files: Files, statement: str, kind: str) -> None:
    """Is found, and no event of the log is blamed."""
    with opened(files.ledger) as ledger:
        ledger.execute(statement)
    found = files.verified()

    assert kind in kinds(found), found.findings
    assert all(one.file == files.ledger.name for one in found.findings)


def test_a_log_and_a_ledger_that_were_both_altered(files: Files) -> None:
    """The tile is named, and of its places no event is blamed; beyond them they are."""
    with opened(files.ledger) as ledger:
        ledger.execute("UPDATE tiles SET hashes = zeroblob(length(hashes))")
    with opened(files.log) as log:
        update(log, "state", b"{}", 3)
    found = files.verified()

    assert {"tile_altered", "checkpoint_contradicted", "unreadable"} <= kinds(found)
    assert "changed" not in kinds(found)


def test_the_end_of_the_ledger_gone_with_that_of_the_log(files: Files) -> None:
    """An older copy of both is sound in itself, and is found by a checkpoint kept elsewhere."""
    with opened(files.ledger) as ledger:
        (kept,) = ledger.execute("SELECT note FROM checkpoints WHERE size = 11").fetchone()
        ledger.execute("DELETE FROM checkpoints WHERE size = 11")
        ledger.execute("DELETE FROM tiles")
    found = files.verified(checkpoints={"kept": kept})

    assert found.covered == 11
    assert {one.file for one in found.findings} == {files.ledger.name}


SCRIPT = """
import sys
for name in {missing!r}:
    sys.modules[name] = None
from orderflow.audit import verify
found = verify({place!r}, **{more!r})
print(found.sound, found.events, sorted(kind.value for kind in found.found))
"""


def verdict_without(place: Path, *missing: str) -> str:
    """Return what a process says of a log, in which libraries are missing."""
    script = SCRIPT.format(missing=missing, place=str(place), more={})
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    return ran.stdout.strip() or ran.stderr.strip().splitlines()[-1]


def test_without_the_extra_a_log_is_verified_the_same(files: Files) -> None:
    """Slower, without the twins; only what is signed asks for the extra."""
    with opened(files.log) as log:
        update(log, "state", b"{}", 4)
    aside = files.log.with_name("aside.db")
    files.log.rename(aside)

    assert verdict_without(aside, "msgspec", "cryptography") == "False 11 ['unreadable']"
    assert verdict_without(aside) == "False 11 ['unreadable']"
    aside.rename(files.log)
    assert "pip install 'orderflow[audit]'" in verdict_without(files.log, "cryptography")


def _later() -> datetime:
    return datetime(2026, 2, 1, tzinfo=UTC)
