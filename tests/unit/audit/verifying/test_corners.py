"""What is rare: damage that SQLite stops at, forms without a twin, very many of one thing."""

from __future__ import annotations

import gc
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Annotated

import pytest
from annotated_types import Ge, Gt
from pydantic import BaseModel, ConfigDict, Field

from orderflow.audit import FindingKind, NoteKind
from orderflow.audit.ledger.tiles import TileId
from orderflow.audit.verifying import lean
from orderflow.audit.verifying.collected import Findings
from orderflow.audit.verifying.jobs import outcomes, pieces
from orderflow.audit.verifying.lean import lean_reader
from orderflow.audit.verifying.sqlite.kept import KeptLedger
from orderflow.audit.verifying.sqlite.rows import SQLiteRows
from orderflow.audit.verifying.streams import _nothing
from orderflow.audit.verifying.tree import Hasher, Stretch
from orderflow.audit.verifying.whole_tree import WholeTree
from orderflow.errors import EventLogError
from orderflow.law.periods import Period
from orderflow.order.values import Instant
from tests.faults.tampering import Files, found_at, kinds, made, mixed, opened

PAGE = 4096


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """A log of eleven events with a ledger of two checkpoints."""
    return made(tmp_path, mixed())


def spoil(path: Path, first: int, last: int) -> None:
    """Write garbage over pages of a file, counted from 0."""
    with path.open("r+b") as file:
        file.seek(first * PAGE)
        file.write(b"\xab" * (last - first) * PAGE)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_log_of_which_pages_are_garbage(generated: Files, jobs: int) -> None:
    """The first position that cannot be read is named, and the report is not complete."""
    spoil(generated.log, 900, 1400)
    found = generated.verified(jobs=jobs)

    assert not found.complete
    (stopped, *_) = found_at(found, kind="damaged", stream=None)
    assert any(one.position for one in found_at(found, kind="damaged"))
    assert stopped.sentence


def test_a_log_that_does_not_even_say_how_long_it_is(generated: Files) -> None:
    """Is read as far as it can be."""
    pages = generated.log.stat().st_size // PAGE
    spoil(generated.log, 40, pages)
    found = generated.verified()

    assert not found.complete
    assert "damaged" in kinds(found)


def test_a_log_that_does_not_say_of_itself_what_it_must(files: Files) -> None:
    """Is found, though it can be read."""
    with opened(files.log) as log:
        log.execute("UPDATE meta SET value = '0' WHERE name = 'format'")
    assert kinds(files.verified()) == {"schema_changed"}
    with opened(files.log) as log:
        log.execute("UPDATE meta SET value = '1' WHERE name = 'format'")
        log.execute("INSERT INTO meta VALUES ('more', 'x')")
    assert kinds(files.verified()) == {"schema_changed"}


def test_a_ledger_of_which_pages_are_garbage(generated: Files) -> None:
    """Is found, and no event is blamed for it."""
    pages = generated.ledger.stat().st_size // PAGE
    spoil(generated.ledger, pages // 2, pages)
    found = generated.verified()

    assert {"damaged", "tile_altered"} <= kinds(found) | {"tile_altered"}
    assert all(one.file == generated.ledger.name for one in found.findings)
    assert found.complete


def test_tiles_gone_from_under_a_log_that_was_changed(files: Files) -> None:
    """The tile is named, and where an event was, if nobody can tell, nobody tells."""
    with opened(files.log) as log:
        log.execute("DELETE FROM stored_events WHERE position = 5")
    with opened(files.ledger) as ledger:
        ledger.execute("UPDATE tiles SET first_position = NULL")
    found = files.verified()
    assert [one.position for one in found_at(found, kind="removed")] == [None]

    with opened(files.ledger) as ledger:
        ledger.execute("DELETE FROM tiles")
    found = files.verified()
    assert {"tile_altered", "checkpoint_ahead", "acknowledged_missing"} <= kinds(found)
    assert "removed" not in kinds(found)


def test_positions_are_not_compared_where_the_log_is_not_proven(files: Files) -> None:
    """A tile whose hashes are right for a log that no checkpoint vouches for proves nothing."""
    with opened(files.ledger) as ledger:
        ledger.execute("UPDATE tiles SET last_position = 400")
        ledger.execute("UPDATE checkpoints SET note = x'00'")
    found = files.verified()

    assert kinds(found) == {"checkpoint_unreadable"}


def test_tiles_that_are_asked_for_and_not_there(files: Files) -> None:
    """Beyond the last checkpoint there is nothing to have; below it something is missing."""
    with opened(files.ledger) as ledger:
        (key,) = ledger.execute("SELECT value FROM meta").fetchone()
        ledger.execute("DELETE FROM tiles")
    with closing(KeptLedger(files.ledger, key=key, size=300)) as kept:
        assert kept.tile(TileId(0, 1)) is None
        assert kept.tile(TileId(0, 2)) == b""
        assert kept.tile(TileId(5, 0)) == b""
        assert (kept.width(0), kept.width(1), kept.width(2)) == (256, 44, 0)
        assert kept.leaves(2) is None


def test_higher_tiles_without_a_ledger() -> None:
    """Are made and compared with nothing."""
    tree = WholeTree(Findings())
    roots = [bytes([number]) * 32 for number in range(256)]
    tree.take(Stretch(0, 65536, roots, [], {}, [], [], 65536, b"", (1, "", 1, b"")))

    assert len(tree.done()) == 32
    assert tree.unlike == []


def test_a_log_of_very_many_types() -> None:
    """What is remembered of types has a bound."""
    findings = Findings()
    hasher = Hasher(findings)
    hasher.take([(n, "a" * 32, 1, f"type {n}", b"{}") for n in range(5000)])

    assert len(hasher._topics) < 4098
    assert hasher.done().events == 5000


def test_very_many_findings_and_notes() -> None:
    """Are counted, and only some of them held."""
    findings = Findings(3)
    for number in range(50):
        findings.add(FindingKind.CHANGED, "Changed.", position=number)
        findings.note(NoteKind.CLOCK_WENT_BACK, "Back.", position=number)
    other = Findings(3)
    other.join(findings)

    assert other.found[FindingKind.CHANGED] == other.noted[NoteKind.CLOCK_WENT_BACK] == 50
    assert [one.position for one in other.findings()] == [0, 1, 2]
    assert len(other.notes()) == 20


def test_more_processes_than_there_is_work(files: Files) -> None:
    """Do what there is."""
    assert files.verified(jobs=9) == files.verified()


def test_whoever_looks_for_no_cycles_goes_on_so(files: Files) -> None:
    """The setting of the process is left as it was found."""
    assert gc.isenabled()
    files.verified()
    assert gc.isenabled()
    gc.disable()
    try:
        files.verified()
        assert not gc.isenabled()
    finally:
        gc.enable()


class Strict(BaseModel):
    """Base of models that might have a twin."""

    model_config = ConfigDict(strict=True, extra="forbid")


class Real(Strict):
    """A type that no twin has."""

    value: float


class Made(Strict):
    """A default that is made each time."""

    value: tuple[int, ...] = Field(default_factory=tuple)


class Below(Strict):
    """A bound that no twin has."""

    value: Annotated[int, Gt(3)]


class After(Strict):
    """A bound of another kind than numbers."""

    value: Annotated[int, Ge(5.0)]


class Perhaps(Strict):
    """A type that no twin has, which may be left out."""

    value: float | None = None


class Numbered(Strict):
    """A model without texts, and with one."""

    value: Annotated[int, Ge(3)]


class Named(Strict):
    """A model with one text that has a pattern."""

    name: Annotated[str, Field(pattern="^[a-z][a-z0-9-]{0,63}$")]


LASTING = b'{"lasts":"P1Y","at":"2026-01-05T09:00:00+01:00"}'


class Lasting(Strict):
    """A model with a period and a moment, which functions of ours check."""

    lasts: Period
    at: Instant


@pytest.mark.parametrize("model", [Real, Made, Below, After])
def test_forms_without_a_twin(model: type[BaseModel]) -> None:
    """Are read by their models."""
    lean_reader.cache_clear()
    assert lean_reader(model) is None


def test_a_twin_may_take_less_than_its_model() -> None:
    """What it does not take says nothing."""
    for model, taken, not_taken in (
        (Perhaps, b'{"value":null}', b'{"value":1.5}'),
        (Numbered, b'{"value":3}', b'{"value":2}'),
        (Named, b'{"name":"rob"}', b'{"name":"Rob"}'),
        (Lasting, LASTING, LASTING.replace(b'"P1Y"', b"1")),
        (Lasting, LASTING, LASTING.replace(b"P1Y", b"P0Y")),
        (Lasting, LASTING, LASTING.replace(b"2026", b"1826")),
        (Lasting, LASTING, LASTING.replace(b"+01:00", b"")),
    ):
        read = lean_reader(model)
        assert read is not None
        assert read(taken) is not None
        assert read(not_taken) is None


def test_without_the_library_nothing_has_a_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    """And everything is read by its model."""
    monkeypatch.setattr(lean, "msgspec", None)
    lean_reader.cache_clear()
    assert lean_reader(Numbered) is None
    lean_reader.cache_clear()


def test_a_log_may_have_fewer_pieces_than_there_are_processes(files: Files) -> None:
    """Then the others do all of the work, and every piece is done."""
    with closing(SQLiteRows(files.log)) as rows:
        work = pieces(rows, rows.bounds(), jobs=2, sizes=[], kept=None, at_most=9)
    done = list(outcomes(work, len(work) + 1, None))

    assert len(done) == len(work)
    assert sum(one.events for one in done) == 11
    assert files.verified(jobs=6) == files.verified(jobs=1)


def test_a_tile_that_cannot_be_read_is_missing(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That the file is damaged is told once, and not of each tile again."""

    def damaged(_work: object) -> object:
        msg = "damaged"
        raise EventLogError(msg)

    with closing(KeptLedger(files.ledger, key="", size=11)) as kept:
        assert kept.tile(TileId(0, 0)) is not None
        monkeypatch.setattr(kept.file, "read", damaged)
        assert kept.tile(TileId(0, 0)) is None


def test_a_table_that_goes_while_it_is_read_is_an_error(files: Files) -> None:
    """It is not taken for text that is no UTF-8."""
    with closing(SQLiteRows(files.log)) as rows:
        with closing(sqlite3.connect(files.log)) as log:
            log.execute("DROP TABLE stored_events")
        with pytest.raises(EventLogError):
            rows.earlier("ab", 100)


def test_an_order_that_is_read_again_has_nothing_before_it() -> None:
    """It is read from its first event on."""
    assert _nothing("ab", 3) == []
