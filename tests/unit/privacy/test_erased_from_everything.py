"""One erasure, and everything that was ever made of the log: before it, after it, in every form."""

from __future__ import annotations

import shutil
import sqlite3
from base64 import b64encode
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

import pytest
from pyarrow import parquet

from orderflow.audit.bundle import Bundle, Source, check, make
from orderflow.audit.export.exporting import ExportFormat, export_log
from orderflow.audit.export.importing import import_log
from orderflow.audit.interchange import Selection, open_log, source_at
from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.proof_file import ConsistencyProof, InclusionProof
from orderflow.audit.ledger.sqlite.log import SQLiteLog
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.audit.ledger.trust import Trust
from orderflow.privacy import Eraser, Vault, whole_file
from tests.contracts.cases import OFFICER, after
from tests.unit.audit.ledger.making import LOG_KEY
from tests.unit.privacy.making import NAMED, confide, end, erasure
from tests.unit.privacy.test_plain_text_nowhere import everything_in, found_in

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from orderflow.privacy import SQLiteKeys
    from orderflow.store import ProtectionOrders

TRUST = Trust(LOG_KEY.verifier)


class Made(NamedTuple):
    """What was made of a log at one moment, all in one folder."""

    folder: Path
    note: bytes
    proofs: tuple[bytes, ...]


def made_of(log: Path, order: UUID, folder: Path) -> Made:
    """Make everything that can be made of a log."""
    folder.mkdir()
    with closing(sqlite3.connect(log)) as live, closing(sqlite3.connect(folder / "b.db")) as copy:
        live.backup(copy)
    for form in ExportFormat:
        export_log(log, folder / form.value, form)
    import_log(folder / "jsonl", folder / "imported.db")
    place = log.with_name("orders.db.ledger")
    if not place.exists():
        SQLiteLedger.begin(place, LOG_KEY.verifier).close()
    with (
        closing(SQLiteLedger(place)) as store,
        closing(SQLiteLog(log)) as stored,
        closing(open_log(log)) as reader,
        closing(source_at(log)) as source,
    ):
        ledger = Ledger(store, stored)
        note = ledger.checkpoint(LOG_KEY).note
        proofs = tuple(ledger.prove(order.hex, version).encode() for version in range(1, 5))
        selection = Selection(order=order.hex)
        make(folder / "bundle.tar", selection, Source(source, reader), store, LOG_KEY)
    for number, content in enumerate((note, *proofs)):
        (folder / f"{number}.proof").write_bytes(content)
    return Made(folder, note, proofs)


def keys_in(store: Path) -> dict[str, bytes]:
    """Return the key of every person."""
    with closing(sqlite3.connect(store)) as opened:
        return dict(opened.execute("SELECT person, key FROM keys WHERE key IS NOT NULL"))


def holds(folder: Path, secret: bytes) -> list[str]:
    """Return the files that hold some bytes, as they are or in hexadecimal."""
    return [
        file.name
        for file in folder.rglob("*")
        if file.is_file()
        and any(
            one in file.read_bytes()
            for one in (secret, secret.hex().encode(), b64encode(secret)[:-4])
        )
    ]


@pytest.fixture
def course(
    filed: ProtectionOrders, file_keys: SQLiteKeys, tmp_path: Path
) -> tuple[Made, Made, bytes, UUID]:
    """Live a case, make everything of it, erase Ana, and make everything again."""
    log, order = tmp_path / "orders.db", confide(filed)
    end(filed, order)
    shutil.copy(tmp_path / "orders.db-wal", tmp_path / "kept-wal")
    before = made_of(log, order, tmp_path / "before")
    key = keys_in(tmp_path / "orders.db.keys")["ana"]
    assert holds(tmp_path, key) == ["orders.db.keys"], "nothing but the key store ever has it"
    Eraser(filed, file_keys).erase("ana", ground=erasure().ground, actor=OFFICER, at=after(24 * 14))
    after_it = made_of(log, order, tmp_path / "after")
    return before, after_it, key, order


Course = tuple[Made, Made, bytes, "UUID"]


def test_neither_words_nor_key_are_left_anywhere(
    course: Course, filed: ProtectionOrders, file_keys: SQLiteKeys, tmp_path: Path
) -> None:
    """Not in the log, its write-ahead log, the key store, a backup, an export, or a bundle."""
    before, later, key, _ = course
    for made in (before, later):
        assert {one.value for one in ExportFormat} <= {one.name for one in made.folder.iterdir()}
        # Its columns are compressed: what lies in them cannot be seen from without.
        table = repr(parquet.read_table(made.folder / "parquet").to_pylist())
        assert "PersonDetailsRecorded" in table
        assert found_in(table.encode()) == []
    assert found_in(everything_in(tmp_path)) == []
    assert holds(tmp_path, key) == []
    assert keys_in(tmp_path / "orders.db.keys").keys() == {"rob"}
    filed.close()
    file_keys.close()
    assert found_in(everything_in(tmp_path)) == []
    assert holds(tmp_path, key) == []


def test_no_copy_of_the_log_can_be_read_with_the_keys_that_are_left(
    course: Course, file_keys: SQLiteKeys
) -> None:
    """A backup, what was imported and lines, from before and after, give up Rob alone."""
    before, later, _, order = course
    for made in (before, later):
        for name in ("b.db", "imported.db", "jsonl"):
            with closing(open_log(made.folder / name)) as reader:
                read = Vault(reader, file_keys, may_read=whole_file).read(order)
                texts = [(one.text, one.unreadable) for one in read]
                assert texts == [(None, "erased"), (None, "erased"), (NAMED, None)], name


def test_what_was_proven_before_is_proven_still(course: Course, tmp_path: Path) -> None:
    """Checkpoint, proofs and bundle from before the erasure hold, and the log only grew."""
    before, later, _, _ = course
    earlier = TRUST.open(before.note).checkpoint
    for made in (before, later):
        for content in made.proofs:
            proof = InclusionProof.parse(content)
            assert proof.leaf is not None
            assert proof.check(TRUST, proof.leaf).checkpoint == TRUST.open(made.note).checkpoint
        with Bundle.open(made.folder / "bundle.tar") as bundle:
            checked = check(bundle, TRUST)
        assert checked.opened.checkpoint == TRUST.open(made.note).checkpoint
    with (
        closing(SQLiteLedger(tmp_path / "orders.db.ledger")) as store,
        closing(SQLiteLog(tmp_path / "orders.db")) as log,
    ):
        growth = ConsistencyProof.parse(Ledger(store, log).prove_extension(earlier).encode())
    assert growth.check(TRUST, earlier).checkpoint == TRUST.open(later.note).checkpoint
    assert TRUST.open(later.note).checkpoint.size == earlier.size + 1
