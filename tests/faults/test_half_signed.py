"""Checkpoints, cosignatures and keys on a full disk, cut off, and several at once.

The ledger, the memory of a witness and the key store hold what they held or what they were to hold,
what went wrong is said in a sentence, and once there is room the same act gives the same.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from orderflow.audit import verify
from orderflow.audit.ledger.sqlite.memory import SQLiteMemory
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.privacy import SQLiteKeys, Vault, whole_file
from orderflow.store import ProtectionOrders
from tests.faults.conftest import must_be_sound
from tests.faults.typist import KEY, LEDGER, TRUST, Typist, checkpoint, is_told
from tests.unit.privacy.making import ORDER, SAFE

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.kill


def last_checkpoint(folder: Path) -> bytes:
    """Return the last checkpoint of the ledger, which must hold as far as it goes."""
    with closing(SQLiteLedger(folder / "orders.ledger")) as store:
        note: bytes | None = store.read(lambda pages: pages.checkpoint())
    assert note is not None
    verified = verify(str(folder / "orders.db"), ledger=folder / "orders.ledger", trust=TRUST)
    assert verified.sound
    return note


CHECKPOINT = ("audit", "checkpoint", *LEDGER, *KEY, "--out", "now")


@pytest.mark.parametrize("cut", [False, True], ids=["full", "cut off"])
def test_a_checkpoint_is_made_or_not(folder: Path, typist: Typist, cut: bool) -> None:
    """The ledger holds the last one or the next, with all its hashes, and goes on from there."""
    first = last_checkpoint(folder)
    kept = (folder / "orders.ledger").read_bytes()
    assert typist.type(*CHECKPOINT).code == 0
    whole = last_checkpoint(folder)
    assert whole != first
    failed = 0
    for limit in (0, 100, 4096, 8192, 20_000, 32_768, 36_000, 40_000, 100_000):
        for one in folder.glob("orders.ledger*"):
            one.unlink()
        (folder / "orders.ledger").write_bytes(kept)
        (folder / "now").unlink(missing_ok=True)
        said = typist.type(*CHECKPOINT, limit=limit, cut=cut)

        assert said.code in ({None, 0} if cut else {0, 1}), said
        assert said.code != 1 or is_told(said)
        failed += said.code != 0
        assert last_checkpoint(folder) in ((whole,) if said.code == 0 else (first, whole))
        assert typist.type(*CHECKPOINT).code == 0
        assert (folder / "now").read_bytes() == whole
    assert 2 < failed < 9


@pytest.mark.parametrize("cut", [False, True], ids=["full", "cut off"])
def test_a_ledger_is_begun_or_not(folder: Path, typist: Typist, cut: bool) -> None:
    """What is left of a beginning is taken up again, with or without `--begin`."""
    assert typist.type(*CHECKPOINT).code == 0
    whole = (folder / "now").read_bytes()
    outcomes = set()
    for limit in (0, 100, 4096, 5000, 9000, 20_000, 30_000, 50_000):
        for one in folder.glob("orders.ledger*"):
            one.unlink()
        said = typist.type(*CHECKPOINT, "--begin", limit=limit, cut=cut)
        assert said.code in ({None, 0} if cut else {0, 1}), said
        assert said.code != 1 or is_told(said)
        again = typist.type(*CHECKPOINT, "--begin")
        if again.code:
            assert "already" in again.err
            again = typist.type(*CHECKPOINT)

        assert again.code == 0
        assert last_checkpoint(folder) == (folder / "now").read_bytes() == whole
        outcomes.add(said.code)
    assert len(outcomes) == 2


def test_a_checkpoint_that_cannot_be_given_is_kept(folder: Path, typist: Typist) -> None:
    """It is signed and in the ledger; with room it is given, byte for byte the same."""
    said = typist.type(*CHECKPOINT[:-1], "/dev/full")
    kept = last_checkpoint(folder)

    assert is_told(said)
    assert typist.type(*CHECKPOINT).code == 0
    assert (folder / "now").read_bytes() == kept


def test_several_checkpoints_at_once_are_one(folder: Path, typist: Typist) -> None:
    """Each process gives the same, and a ledger that all would begin is begun once."""
    words = CHECKPOINT[:-1]
    for begin, codes in (((), [0, 0, 0, 0]), (("--begin",), [0, 1, 1, 1])):
        running = [typist.start(*words, f"now-{n}", *begin) for n in range(4)]
        said = [one() for one in running]
        notes = {one.read_bytes() for one in folder.glob("now-*")}

        assert sorted(one.code or 0 for one in said) == codes, said
        assert all("already" in one.err for one in said if one.code)
        assert notes == {last_checkpoint(folder)}
        for one in (*folder.glob("orders.ledger*"), *folder.glob("now-*")):
            one.unlink()


@pytest.mark.parametrize("cut", [False, True], ids=["full", "cut off"])
def test_a_witness_remembers_or_does_not_cosign(folder: Path, typist: Typist, cut: bool) -> None:
    """No cosignature is given away of what was not put on disk before."""
    checkpoint(folder)
    assert typist.type("audit", "prove", "--from-nothing", *LEDGER, "--out", "growth").code == 0
    words = ("audit", "witness", "growth", "--log", "log.pub", "--key", "witness.key")
    given = 0
    # What SQLite keeps beside a log in use has 32,768 bytes from the first moment on.
    for limit in (0, 100, 4096, 8192, 12_288, 32_768, 100_000):
        for one in (*folder.glob("seen*"), *folder.glob("cosigned")):
            one.unlink()
        SQLiteMemory.begin(folder / "seen").close()
        said = typist.type(*words, "--memory", "seen", "--out", "cosigned", limit=limit, cut=cut)
        with closing(sqlite3.connect(folder / "seen")) as connection:
            (remembered,) = connection.execute("SELECT COUNT(*) FROM cosigned").fetchone()

        assert said.code != 1 or is_told(said)
        assert (folder / "cosigned").exists() <= (remembered == 1)
        given += (folder / "cosigned").exists()
    assert 0 < given < 7


@pytest.mark.parametrize("cut", [False, True], ids=["full", "cut off"])
def test_a_new_key_is_kept_or_nothing_is_sealed(folder: Path, typist: Typist, cut: bool) -> None:
    """No event is on record that the key store cannot open; every older key is still there."""
    kept = {name: (folder / name).read_bytes() for name in ("orders.db", "orders.db.keys")}
    codes = set()
    for limit in (0, 1, 512, 4096, 9000, 20_480, 24_000, 40_000, 100_000):
        for name, content in kept.items():
            for suffix in ("", "-wal", "-shm", "-journal"):
                (folder / f"{name}{suffix}").unlink(missing_ok=True)
            (folder / name).write_bytes(content)
            (folder / name).chmod(0o600)
        said = typist.type(limit=limit, cut=cut, act="sealed")
        codes.add(said.code)
        with (
            SQLiteKeys(folder / "orders.db.keys") as keys,
            ProtectionOrders.open(folder / "orders.db", keys=keys) as orders,
        ):
            values = Vault(orders, keys, may_read=whole_file).read(ORDER)

            assert all(value.text for value in values)
            assert values[0].text == SAFE
            assert len(values) in ({3} if said.code == 4 else {2, 3} if cut else {2}), said
        assert typist.type(act="sealed").code == 4
        must_be_sound(folder / "orders.db", ["rob"])
    assert 4 in codes
    assert len(codes) == 2


def test_checkpoints_are_whole_whenever_their_maker_is_killed(folder: Path, typist: Typist) -> None:
    """The ledger verifies after each of twenty kills, and gives the next checkpoint."""
    first, kept = last_checkpoint(folder), (folder / "orders.ledger").read_bytes()
    begin = time.monotonic()
    assert typist.type(*CHECKPOINT).code == 0
    took, whole = time.monotonic() - begin, last_checkpoint(folder)
    for moment in range(20):
        for one in folder.glob("orders.ledger*"):
            one.unlink()
        (folder / "orders.ledger").write_bytes(kept)
        typist.kill(*CHECKPOINT, after=took * moment / 20)

        assert last_checkpoint(folder) in {first, whole}
        assert typist.type(*CHECKPOINT).code == 0
        assert (folder / "now").read_bytes() == whole
