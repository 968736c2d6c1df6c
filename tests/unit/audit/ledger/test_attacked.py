"""A ledger in the hands of somebody who may write it, but not sign: it gives out nothing false."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from orderflow.audit.ledger.checkpoint import Checkpoint, signed
from orderflow.audit.ledger.leaf import hash_of
from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.sqlite.memory import SQLiteMemory
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.audit.ledger.trust import Trust
from orderflow.audit.ledger.witness import Witness
from orderflow.errors import (
    LedgerDamaged,
    LogContradicted,
    NotTrusted,
    OrderflowError,
)
from orderflow.store.sqlite.faults import SQLiteDamaged
from tests.unit.audit.ledger.making import (
    LOG_KEY,
    NOON,
    ORIGIN,
    OTHER_KEY,
    WITNESS_KEY,
    begun,
    some_events,
    tampered,
)

TRUST = Trust(LOG_KEY.verifier)
SWAPPED = (
    "CREATE TEMP TABLE kept AS SELECT number, hashes FROM tiles WHERE level = 0 AND number < 2",
    """UPDATE tiles SET hashes = (SELECT hashes FROM kept WHERE kept.number = 1 - tiles.number)
    WHERE level = 0 AND number < 2""",
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return where the ledger is to be."""
    return tmp_path / "orders.ledger"


@pytest.mark.parametrize(
    "changes",
    [
        ("UPDATE tiles SET hashes = zeroblob(length(hashes)) WHERE level = 1",),
        ("UPDATE tiles SET hashes = zeroblob(length(hashes)) WHERE level = 0 AND number = 2",),
        SWAPPED,
    ],
    ids=["inner", "leaves", "swapped"],
)
def test_hashes_that_were_altered_give_no_proof(place: Path, changes: tuple[str, ...]) -> None:
    """A proof that nobody could check later is not handed out: the ledger says so today."""
    ledger, _, log = begun(place, some_events(600))
    ledger.checkpoint(LOG_KEY)
    tampered(place, *changes)
    refused = 0
    for one in (log.events[0], log.events[300], log.events[512]):
        try:
            proof = ledger.prove(one.stream, one.version)
        except (LedgerDamaged, LogContradicted):
            refused += 1
        else:
            assert proof.check(TRUST).checkpoint.size == 600

    assert refused > 0


def test_an_event_and_its_hash_that_were_altered_alike_give_no_proof(place: Path) -> None:
    """The hash in the ledger may be made to fit the event; the root cannot."""
    ledger, _, log = begun(place, some_events(3))
    ledger.checkpoint(LOG_KEY)
    log.events[1] = log.events[1]._replace(state=b"{}")
    hashes = b"".join(map(hash_of, log.events)).hex()
    tampered(place, f"UPDATE tiles SET hashes = x'{hashes}'")  # noqa: S608 - our own hashes

    with pytest.raises(LedgerDamaged):
        ledger.prove(log.events[1].stream, log.events[1].version)
    with pytest.raises(LogContradicted):
        ledger.checkpoint(LOG_KEY)


def test_a_checkpoint_that_another_key_signed_is_not_handed_on(place: Path) -> None:
    """Neither as a proof of an event, nor of growth, nor as what a new one extends."""
    ledger, _, log = begun(place, some_events(3))
    made = ledger.checkpoint(LOG_KEY).checkpoint
    forged = signed(Checkpoint(ORIGIN, made.size, made.root), OTHER_KEY).encode()
    tampered(place, f"UPDATE checkpoints SET note = x'{forged.hex()}'")  # noqa: S608 - our own note

    for act in (
        lambda: ledger.prove(log.events[0].stream, 1),
        lambda: ledger.prove_extension(None),
        lambda: ledger.checkpoint(LOG_KEY),
    ):
        with pytest.raises(NotTrusted):
            act()


@pytest.mark.parametrize("size", [4, 10**15])
def test_an_old_checkpoint_kept_as_a_larger_one_is_found(place: Path, size: int) -> None:
    """The last checkpoint is the one that says so itself, not the one that was put last."""
    ledger, _, log = begun(place, some_events(3))
    ledger.checkpoint(LOG_KEY)
    tampered(place, f"INSERT INTO checkpoints SELECT {size}, note FROM checkpoints")  # noqa: S608
    log.events = some_events(4)

    for act in (
        lambda: ledger.checkpoint(LOG_KEY),
        lambda: ledger.prove_extension(None),
        lambda: ledger.prove(log.events[0].stream, 1),
    ):
        with pytest.raises(LedgerDamaged):
            act()


def test_hashes_that_were_put_in_are_not_signed(place: Path) -> None:
    """A whole tile of events that never were, before one that fits the log, stops the ledger."""
    ledger, store, log = begun(place, some_events(256))
    ledger.checkpoint(LOG_KEY)
    log.events = some_events(300)
    fitting = b"".join(map(hash_of, log.events[256:])).hex()
    tampered(
        place,
        "INSERT INTO tiles VALUES (0, 1, randomblob(8192), NULL, NULL)",
        f"INSERT INTO tiles VALUES (0, 2, x'{fitting}', 257, 300)",  # noqa: S608 - our own hashes
    )

    with pytest.raises(LedgerDamaged, match="nothing was signed"):
        ledger.checkpoint(LOG_KEY)
    assert store.read(lambda pages: pages.checkpoint(556)) is None


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE tiles SET hashes = 9223372036854775807",
        "UPDATE tiles SET hashes = 'text that is as long as one hash of 32'",
        "UPDATE tiles SET last_position = 'three'",
        "UPDATE tiles SET number = 'none'",
        "UPDATE tiles SET number = number || '!'",
        "UPDATE checkpoints SET note = 9223372036854775807",
        "UPDATE checkpoints SET note = 'no note'",
        "UPDATE meta SET value = x'00'",
        "UPDATE meta SET value = 'no key'",
    ],
)
def test_what_is_not_stored_as_it_ought_to_be_is_an_error(place: Path, change: str) -> None:
    """A number in the place of bytes asks for no memory, and each act says what is wrong."""
    ledger, store, log = begun(place, some_events(3))
    ledger.checkpoint(LOG_KEY)
    store.close()
    tampered(place, "PRAGMA ignore_check_constraints = ON", change)
    log.events = some_events(4)
    with closing(SQLiteLedger(place)) as again:
        hurt = Ledger(again, log)
        with pytest.raises(OrderflowError):
            hurt.checkpoint(LOG_KEY)
        with pytest.raises(OrderflowError):
            hurt.prove(log.events[0].stream, 1)


def test_a_write_ahead_log_that_lost_a_checkpoint_is_damage(tmp_path: Path) -> None:
    """SQLite would go back to the older checkpoint, and a witness to what it saw before."""
    ledger, memory = tmp_path / "ledger", tmp_path / "seen"
    made, store, log = begun(ledger, some_events(1))
    with closing(SQLiteMemory.begin(memory)) as seen:
        witness, earlier = Witness(WITNESS_KEY, seen), None
        for count in range(1, 5):
            log.events = some_events(count)
            made.checkpoint(LOG_KEY)
            proof = made.prove_extension(earlier)
            note = witness.cosign(proof, LOG_KEY.verifier, at=NOON)
            earlier = TRUST.open(note).checkpoint
        for name in ("ledger", "seen"):
            for suffix in ("", "-wal"):
                shutil.copy(tmp_path / f"{name}{suffix}", tmp_path / f"torn-{name}{suffix}")
    store.close()
    for name, open_it in (("ledger", SQLiteLedger), ("seen", SQLiteMemory)):
        wal = tmp_path / f"torn-{name}-wal"
        content = bytearray(wal.read_bytes())
        content[len(content) // 2] ^= 1
        wal.write_bytes(content)
        with pytest.raises(SQLiteDamaged, match="lost what was acknowledged"):
            open_it(tmp_path / f"torn-{name}")
