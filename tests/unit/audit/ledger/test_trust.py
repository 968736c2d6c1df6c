"""Whom an auditor believes, and that nothing else passes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from orderflow.audit.ledger.checkpoint import Checkpoint, cosignature, signed
from orderflow.audit.ledger.keys import Kind, SigningKey
from orderflow.audit.ledger.merkle import leaf_hash
from orderflow.audit.ledger.note import Note, Signature
from orderflow.audit.ledger.trust import Trust
from orderflow.errors import LedgerError, NotTrusted
from tests.unit.audit.ledger.making import (
    LOG_KEY,
    NOON,
    ORIGIN,
    OTHER_KEY,
    SECOND_WITNESS,
    WITNESS_KEY,
)

CHECKPOINT = Checkpoint(ORIGIN, 3, leaf_hash(b"root"))
SIGNED = signed(CHECKPOINT, LOG_KEY)
COSIGNED = SIGNED.joined((cosignature(SIGNED.text, WITNESS_KEY, NOON),))
LOG = LOG_KEY.verifier
WITNESSES = (WITNESS_KEY.verifier, SECOND_WITNESS.verifier)


def wrong(signature: Signature) -> Signature:
    """Return a signature that somebody altered."""
    return Signature(
        signature.name, signature.key_id, signature.value[:-1] + bytes((signature.value[-1] ^ 1,))
    )


def test_the_signature_of_the_log_is_enough_if_no_more_is_asked() -> None:
    """The checkpoint comes back as it was signed."""
    opened = Trust(LOG).open(SIGNED.encode())

    assert opened.checkpoint == CHECKPOINT
    assert opened.cosigned_at == {}


def test_a_known_witness_is_told_with_its_moment() -> None:
    """The earliest of its cosignatures counts."""
    later = cosignature(SIGNED.text, WITNESS_KEY, NOON + timedelta(days=1))
    opened = Trust(LOG, WITNESSES, 1).open(COSIGNED.joined((later,)).encode())

    assert opened.cosigned_at == {str(WITNESS_KEY.verifier): NOON}


def test_too_few_witnesses_are_refused() -> None:
    """A quorum counts different witnesses, not signatures."""
    again = cosignature(SIGNED.text, WITNESS_KEY, NOON + timedelta(days=1))

    with pytest.raises(NotTrusted, match="1 witnesses"):
        Trust(LOG, WITNESSES, 2).open(COSIGNED.joined((again,)).encode())


@pytest.mark.parametrize(
    "note",
    [
        Note(SIGNED.text, COSIGNED.signatures[1:]),
        Note(SIGNED.text, signed(CHECKPOINT, OTHER_KEY).signatures),
        Note(SIGNED.text.replace("\n3\n", "\n4\n"), SIGNED.signatures),
        SIGNED.joined((wrong(SIGNED.signatures[0]),)),
        SIGNED.joined((wrong(COSIGNED.signatures[1]),)),
        SIGNED.joined((cosignature(SIGNED.text + "more\n", WITNESS_KEY, NOON),)),
        SIGNED.joined((Signature(WITNESS_KEY.name, WITNESS_KEY.verifier.key_id, b"\xff" * 72),)),
        SIGNED.joined((Signature(WITNESS_KEY.name, WITNESS_KEY.verifier.key_id, b"short"),)),
    ],
    ids=[
        "no log",
        "other key",
        "other text",
        "one wrong",
        "wrong witness",
        "moved",
        "time",
        "short",
    ],
)
def test_a_wrong_or_missing_signature_refuses_the_note(note: Note) -> None:
    """Not signed by the log, or a wrong signature in the name of a known key."""
    with pytest.raises(NotTrusted):
        Trust(LOG, WITNESSES).open(note.encode())


def test_signatures_of_unknown_keys_are_ignored() -> None:
    """Also if they bear a known name."""
    stranger = Signature(LOG.name, b"\x00\x00\x00\x00", b"anything")

    assert Trust(LOG).open(SIGNED.joined((stranger,)).encode()).checkpoint == CHECKPOINT


def test_the_checkpoint_of_another_log_is_refused() -> None:
    """A key that signed a checkpoint under another origin is not believed for it."""
    text = CHECKPOINT.text.replace(ORIGIN, "log.example/others")
    note = Note(text, (Signature(LOG.name, LOG.key_id, LOG_KEY.sign(text.encode())),))

    with pytest.raises(NotTrusted, match="another log"):
        Trust(LOG).open(note.encode())


def test_trust_takes_each_key_for_what_it_is() -> None:
    """A witness's key is not a log's, nor twice itself, nor the log's; quorums can be reached."""
    itself = SigningKey("independent.example", Kind.COSIGNATURE, LOG_KEY.secret).verifier
    twin = SigningKey("other.example", Kind.COSIGNATURE, WITNESS_KEY.secret).verifier
    for log, witnesses, quorum in (
        (WITNESS_KEY.verifier, (), 0),
        (LOG, (LOG,), 0),
        (LOG, (WITNESS_KEY.verifier, twin), 1),
        (LOG, (itself,), 1),
        (LOG, WITNESSES, 3),
        (LOG, WITNESSES, -1),
    ):
        with pytest.raises(ValueError, match="witness"):
            Trust(log, witnesses, quorum)


def test_every_changed_byte_of_a_checkpoint_is_refused() -> None:
    """Each byte, in some sixty other values, when log and witness are asked for."""
    content, trust = COSIGNED.encode(), Trust(LOG, WITNESSES[:1], 1)
    accepted = []
    for at, byte in enumerate(content):
        for value in {*range(0, 256, 5), byte ^ 1, byte ^ 0x20, byte ^ 0x80} - {byte}:
            changed = content[:at] + bytes((value,)) + content[at + 1 :]
            try:
                trust.open(changed)
            except LedgerError:
                continue
            accepted.append((at, value))

    assert accepted == []


def test_every_cut_and_every_addition_is_refused() -> None:
    """A checkpoint cut short anywhere, or with a byte more at either end."""
    content, trust = COSIGNED.encode(), Trust(LOG, WITNESSES[:1], 1)
    others = [content[:at] for at in range(len(content))]
    others += [content[at:] for at in range(1, len(content))]
    others += [content + b"\n", content + b"x", b"\n" + content]

    for other in others:
        with pytest.raises(LedgerError):
            trust.open(other)
