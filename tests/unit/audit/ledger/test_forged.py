"""Signatures too many or in other forms, and a second history: what is refused, and by whom."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from orderflow.audit.ledger.checkpoint import Checkpoint, cosignature, signed
from orderflow.audit.ledger.keys import VerifierKey
from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.note import MOST_SIGNATURES, Note, Signature
from orderflow.audit.ledger.proof_file import ConsistencyProof
from orderflow.audit.ledger.sqlite.memory import SQLiteMemory
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.audit.ledger.trust import Trust
from orderflow.audit.ledger.witness import Witness
from orderflow.errors import (
    LogContradicted,
    NotProven,
    NotTrusted,
    NotWellFormed,
)
from tests.unit.audit.ledger.making import (
    LOG_KEY,
    NOON,
    ORIGIN,
    OTHER_KEY,
    SECOND_WITNESS,
    WITNESS_KEY,
    MemoryLog,
    begun,
    log_file,
    opened,
    record,
    some_events,
)

TRUST = Trust(LOG_KEY.verifier)
WITNESSES = (WITNESS_KEY.verifier, SECOND_WITNESS.verifier)
ORDER_OF_THE_GROUP = 2**252 + 27742317777372353535851937790883648493


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return where the ledger is to be."""
    return tmp_path / "orders.ledger"


def test_a_witness_may_cosign_one_checkpoint_every_day(place: Path) -> None:
    """Its first cosignature is kept, and the ledger goes on however often it comes back."""
    ledger, _, log = begun(place, some_events(3))
    made = ledger.checkpoint(LOG_KEY)
    trust = Trust(LOG_KEY.verifier, WITNESSES, 0)
    for day in range(MOST_SIGNATURES + 5):
        for key in (WITNESS_KEY, SECOND_WITNESS):
            line = cosignature(made.checkpoint.text, key, NOON + timedelta(days=day))
            ledger.add_cosignatures(Note.parse(made.note).joined((line,)).encode(), trust)
    log.events = some_events(4)
    kept = trust.open(ledger.prove_extension(None).checkpoint)

    assert len(kept.note.signatures) == 3
    assert set(kept.cosigned_at.values()) == {NOON}
    assert ledger.checkpoint(LOG_KEY).checkpoint.size == 4


def test_no_note_gets_more_signatures_than_anybody_reads(place: Path) -> None:
    """Neither by us nor by a witness: what could not be read again is not made."""
    ledger, _, _ = begun(place, some_events(3))
    note = Note.parse(ledger.checkpoint(LOG_KEY).note)
    junk = tuple(Signature("junk", n.to_bytes(4, "big"), b"x") for n in range(99))
    full = note.joined(junk)
    with closing(SQLiteMemory.begin(place.with_name("seen"))) as memory:
        proof = ConsistencyProof(0, (), full.encode())
        with pytest.raises(NotWellFormed, match="100"):
            Witness(WITNESS_KEY, memory).cosign(proof, LOG_KEY.verifier, at=NOON)

    assert Note.parse(full.encode()) == full


def test_a_proof_that_could_not_be_read_is_not_made(place: Path) -> None:
    """An event too large to travel is proven without being carried along."""
    large = some_events(1)[0]._replace(state=b"x" * 800_000)
    ledger, _, _ = begun(place, [large])
    ledger.checkpoint(LOG_KEY)

    with pytest.raises(NotWellFormed, match="800097 bytes"):
        ledger.prove(large.stream, 1)
    assert ledger.prove(large.stream, 1, with_event=False).leaf is None


def test_a_signature_cannot_be_written_in_another_way(place: Path) -> None:
    """One that is as good to a careless reader (S plus the order of the group) is refused."""
    ledger, _, _ = begun(place, some_events(3))
    note = Note.parse(ledger.checkpoint(LOG_KEY).note)
    (line,) = note.signatures
    other = int.from_bytes(line.value[32:], "little") + ORDER_OF_THE_GROUP
    twin = Signature(line.name, line.key_id, line.value[:32] + other.to_bytes(32, "little"))

    with pytest.raises(NotTrusted):
        TRUST.open(Note(note.text, (twin,)).encode())
    Ed25519PublicKey.from_public_bytes(LOG_KEY.verifier.public).verify(
        line.value, note.text.encode()
    )


def test_another_key_under_the_same_name_and_id_is_refused(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The id of four bytes is no fingerprint: whoever finds a second key for it signs nothing."""
    ledger, _, _ = begun(place, some_events(3))
    made = ledger.checkpoint(LOG_KEY)
    key_id = LOG_KEY.verifier.key_id
    with monkeypatch.context() as patch:
        patch.setattr(VerifierKey, "key_id", property(lambda _: key_id))
        forged = signed(made.checkpoint, OTHER_KEY)
    (line,) = forged.signatures

    assert (line.name, line.key_id) == (ORIGIN, key_id)
    with pytest.raises(NotTrusted, match="is wrong"):
        TRUST.open(forged.encode())
    with pytest.raises(NotTrusted, match="is wrong"):
        TRUST.open(Note.parse(made.note).joined((line,)).encode())


def fork(folder: Path) -> tuple[Ledger, bytes, Checkpoint]:
    """Put a log and its ledger both back to a copy, and let the log go on differently.

    Returns:
        The ledger as it stands then, the checkpoint that was signed before, and what that says.
    """
    log, place = log_file(folder / "orders.db", some_events(10)), folder / "ledger"
    begin = SQLiteLedger.begin(place, LOG_KEY.verifier)
    Ledger(begin, MemoryLog(some_events(10))).checkpoint(LOG_KEY)
    begin.close()
    for one in (log, place):
        shutil.copy(one, f"{one}.copy")
    with closing(sqlite3.connect(log)) as connection:
        record(connection.cursor(), some_events(12)[10:])
        connection.commit()
    before = opened(log, place)
    kept = before.checkpoint(LOG_KEY)
    before._store.close()  # type: ignore[attr-defined]
    before._log.close()  # type: ignore[attr-defined]
    for one in (log, place):
        shutil.copy(f"{one}.copy", one)
        Path(f"{one}-wal").unlink(missing_ok=True)
    other = [one._replace(state=b"{}") for one in some_events(13)[10:]]
    with closing(sqlite3.connect(log)) as connection:
        record(connection.cursor(), other)
        connection.commit()
    return opened(log, place), kept.note, kept.checkpoint


def test_both_put_back_are_found_by_what_lies_elsewhere(tmp_path: Path) -> None:
    """A kept checkpoint and a witness each find it; the ledger by itself cannot."""
    forked, note, kept = fork(tmp_path)
    with closing(SQLiteMemory.begin(tmp_path / "seen")) as memory:
        witness = Witness(WITNESS_KEY, memory)
        witness.cosign(ConsistencyProof(0, (), note), LOG_KEY.verifier, at=NOON)
        with pytest.raises(LogContradicted):
            forked.checkpoint(LOG_KEY, extends=kept)
        signed_again = forked.checkpoint(LOG_KEY)
        proofs = [forked.prove_extension(None)]
        with pytest.raises(LogContradicted):
            forked.prove_extension(kept)
        proofs.append(ConsistencyProof(kept.size, proofs[0].path, signed_again.note))
        for proof in proofs:
            with pytest.raises(NotProven):
                witness.cosign(proof, LOG_KEY.verifier, at=NOON)

    assert signed_again.checkpoint.size == 13
