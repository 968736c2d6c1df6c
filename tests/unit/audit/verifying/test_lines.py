"""Interchange files are verified as databases are."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from orderflow.audit import ExportFormat, NoteKind, Wanted, export_log, import_log, verify
from orderflow.audit.interchange import InterchangeLog
from orderflow.audit.interchange.lines import write
from orderflow.audit.ledger.source import StoredEvent
from orderflow.errors import EventLogError
from tests.faults.tampering import TRUST, Files, found_at, kinds, made, mixed


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """A log of eleven events as a file of lines, with the ledger of the log it was made of."""
    log, ledger = made(tmp_path, mixed())
    export_log(log, tmp_path / "orders.jsonl", ExportFormat.JSONL)
    return Files(tmp_path / "orders.jsonl", ledger)


def rewritten(files: Files, events: list[StoredEvent]) -> None:
    """Write the file anew, in its one form, with other events."""
    head = InterchangeLog(files.log).head
    files.log.write_bytes(b"".join(write(events, head)))


def events_of(files: Files) -> list[StoredEvent]:
    """Return the events of the file."""
    return list(InterchangeLog(files.log).events_from(0))


def test_a_file_is_sound_and_is_the_log_that_it_was_made_of(files: Files) -> None:
    """Its root is that of the log, and the ledger of the log holds for it."""
    told: list[tuple[int, int]] = []
    found = verify(
        files.log, ledger=files.ledger, trust=TRUST, jobs=2, progress=lambda *far: told.append(far)
    )
    of_the_log = verify(files.log.with_name("orders.db"), trust=TRUST)

    assert found.sound
    assert (found.events, found.orders, found.covered) == (11, 3, 11)
    assert found.root == of_the_log.root
    assert found.noted == {NoteKind.NO_COMMANDS: 1}
    assert told == [(11, 0)]


def test_a_log_made_of_a_file_is_sound(files: Files, tmp_path: Path) -> None:
    """Though it does not know what its commands said."""
    import_log(files.log, tmp_path / "again.db")
    found = verify(tmp_path / "again.db", ledger=files.ledger, trust=TRUST)

    assert found.sound
    assert found.covered == 11


def test_every_byte_of_every_line(files: Files) -> None:
    """Is found, though there is no ledger beside the file."""
    whole, refused = files.log.read_bytes(), 0
    for place in range(0, len(whole), 7):
        changed = bytearray(whole)
        changed[place] ^= 1
        files.log.write_bytes(changed)
        try:
            found = verify(files.log)
        except EventLogError:
            refused += 1
            continue
        assert "broken_line" in kinds(found), place
        assert all(one.line for one in found.findings if one.kind == "broken_line")

    # Only what says that it is such a file is needed to read it as one.
    assert refused < 100


def test_a_file_cut_short_or_with_a_line_gone(files: Files) -> None:
    """Is found, with the number of the line."""
    lines = files.log.read_bytes().splitlines(keepends=True)
    for kept in (lines[:-1], lines[:5], [*lines[:4], *lines[5:]]):
        files.log.write_bytes(b"".join(kept))
        found = verify(files.log)
        assert "broken_line" in kinds(found)


def test_events_changed_in_a_file_that_is_well_formed(files: Files) -> None:
    """Are found by the ledger of the log, at their positions; what is missing even without."""
    events = events_of(files)
    state = events[4].state.replace(b'"rob"', b'"bob"')
    rewritten(files, [*events[:4], events[4]._replace(state=state), *events[5:]])
    found = verify(files.log, ledger=files.ledger, trust=TRUST)
    assert found_at(found, kind="changed", position=5)
    assert verify(files.log).sound

    rewritten(files, [*events[:2], *events[3:]])
    found = verify(files.log, ledger=files.ledger, trust=TRUST)
    assert found_at(found, kind="removed", position=3)
    assert found_at(verify(files.log), kind="missing", stream=events[2].stream, version=2)


def test_a_part_of_a_log(files: Files, tmp_path: Path) -> None:
    """Is verified where its orders are whole, and refused where they begin in the middle."""
    log, part = tmp_path / "orders.db", tmp_path / "part.jsonl"
    known = datetime(2026, 1, 5, 9, 0, 5, tzinfo=UTC)
    export_log(log, part, ExportFormat.JSONL, wanted=Wanted(known_at=known))
    assert verify(part).sound
    late = tmp_path / "late.jsonl"
    export_log(log, late, ExportFormat.JSONL, wanted=Wanted(recorded_from=known))
    with pytest.raises(ValueError, match="begin in the middle"):
        verify(late)
