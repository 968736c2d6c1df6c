"""A witness cosigns only what extends everything it cosigned before."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from orderflow.audit.ledger.proof_file import ConsistencyProof
from orderflow.audit.ledger.sqlite.memory import SQLiteMemory
from orderflow.audit.ledger.trust import Trust
from orderflow.audit.ledger.witness import Witness
from orderflow.errors import LedgerError, NotProven, NotTrusted
from tests.unit.audit.ledger.making import (
    LOG_KEY,
    NOON,
    OTHER_KEY,
    WITNESS_KEY,
    begun,
    some_events,
)

TRUST = Trust(LOG_KEY.verifier, (WITNESS_KEY.verifier,), 1)


def test_growth_is_cosigned(tmp_path: Path) -> None:
    """First from nothing, then from what was cosigned last; each cosignature holds."""
    ledger, _, log = begun(tmp_path / "ledger", some_events(3))
    with closing(SQLiteMemory.begin(tmp_path / "seen")) as memory:
        witness = Witness(WITNESS_KEY, memory)
        earlier = None
        for count in (3, 5, 5, 600):
            log.events = some_events(count)
            ledger.checkpoint(LOG_KEY)
            proof = ledger.prove_extension(earlier)
            opened = TRUST.open(witness.cosign(proof, LOG_KEY.verifier, at=NOON))
            assert opened.checkpoint.size == count
            earlier = opened.checkpoint


def test_another_history_is_not_cosigned(tmp_path: Path) -> None:
    """A log that shows others something else gets no cosignature, whatever proof it brings."""
    ledger, _, _ = begun(tmp_path / "a", some_events(3))
    other, _, _ = begun(tmp_path / "b", some_events(5, start=7)[1:])
    first = ledger.checkpoint(LOG_KEY)
    other.checkpoint(LOG_KEY)
    honest, split = ledger.prove_extension(None), other.prove_extension(None)
    with closing(SQLiteMemory.begin(tmp_path / "seen")) as memory:
        witness = Witness(WITNESS_KEY, memory)
        witness.cosign(honest, LOG_KEY.verifier, at=NOON)
        for proof in (split, ConsistencyProof(3, (), split.checkpoint)):
            with pytest.raises(NotProven):
                witness.cosign(proof, LOG_KEY.verifier, at=NOON)

        again = ledger.prove_extension(first.checkpoint)
        note = witness.cosign(again, LOG_KEY.verifier, at=NOON)
        assert TRUST.open(note).checkpoint == first.checkpoint


def test_a_checkpoint_of_another_key_is_not_cosigned(tmp_path: Path) -> None:
    """What the log did not sign is nothing to a witness."""
    ledger, _, _ = begun(tmp_path / "ledger", some_events(3))
    ledger.checkpoint(LOG_KEY)
    with closing(SQLiteMemory.begin(tmp_path / "seen")) as memory:
        witness = Witness(WITNESS_KEY, memory)
        with pytest.raises(NotTrusted):
            witness.cosign(ledger.prove_extension(None), OTHER_KEY.verifier, at=NOON)


def test_a_witness_without_its_memory_does_not_go_on(tmp_path: Path) -> None:
    """A lost memory is an error and not a new beginning; a beginning replaces nothing."""
    with pytest.raises(LedgerError, match="no memory"):
        SQLiteMemory(tmp_path / "seen")
    SQLiteMemory.begin(tmp_path / "seen").close()
    with pytest.raises(LedgerError, match="already"):
        SQLiteMemory.begin(tmp_path / "seen")
    begun(tmp_path / "ledger", [])[1].close()
    with pytest.raises(LedgerError, match="not the memory"):
        SQLiteMemory(tmp_path / "ledger")
