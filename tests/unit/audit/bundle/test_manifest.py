"""The manifest: read in one way only, and signed by one key only."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from orderflow.audit.bundle.manifest import Listed, Manifest, about, require_signed, signed
from orderflow.audit.interchange import Selection
from orderflow.audit.ledger.checkpoint import Checkpoint
from orderflow.audit.ledger.note import Note, Signature
from orderflow.errors import NotTrusted, NotWellFormed
from tests.unit.audit.ledger.making import LOG_KEY, ORIGIN, OTHER_KEY, WITNESS_KEY

NOON = datetime(2025, 1, 1, 12, tzinfo=UTC)
OF_ORDER = Manifest(
    made_by="orderflow 0.1.0",
    origin=ORIGIN,
    events=3,
    size=17,
    selection=Selection(order="0" * 32),
    files=(Listed("a.txt", 5, "0" * 64), Listed("b/c.txt", 0, "1" * 64)),
)
OF_PERIOD = Manifest(
    made_by="orderflow 0.1.0",
    origin=ORIGIN,
    events=0,
    size=0,
    selection=Selection(recorded_from=NOON, recorded_before=NOON.replace(microsecond=5)),
    files=(),
)


@pytest.mark.parametrize("manifest", [OF_ORDER, OF_PERIOD])
def test_what_was_written_is_read(manifest: Manifest) -> None:
    """To the same values."""
    assert Manifest.parse(manifest.text) == manifest


@pytest.mark.parametrize(
    "old, new",
    [
        ("orderflow-bundle/1", "orderflow-bundle/2"),
        ("made by ", "Made by "),
        ("log ", "log: "),
        ("events 3 of 17", "events 3"),
        ("events 3 of 17", "events 03 of 17"),
        ("order " + "0" * 32, "order " + "0" * 31),
        ("order " + "0" * 32, "order " + "A" * 32),
        ("order " + "0" * 32, "period 2025-01-01T12:00:00Z"),
        ("order " + "0" * 32, "period 2025-01-01T12:00:00Z 2025-02-30T12:00:00Z"),
        ("order " + "0" * 32, "period 2025-01-01T12:00:00Z 2025-01-01T12:00:00.000Z"),
        ("file 00", "file 0A"),
        ("file ", "link "),
        (" 5 a.txt", " 05 a.txt"),
        (" 5 a.txt", " 99999999999 a.txt"),
        (" 5 a.txt", " 5 ../a.txt"),
        (" 5 a.txt", " 5 c.txt"),
        (" 5 a.txt", " 5 b/c.txt"),
        (" 5 a.txt", " 5 MANIFEST"),
    ],
)
def test_nothing_is_read_otherwise(old: str, new: str) -> None:
    """Other numbers, names, orders of lines and moments are refused."""
    text = OF_ORDER.text
    assert old in text
    with pytest.raises(NotWellFormed):
        Manifest.parse(text.replace(old, new, 1))


@pytest.mark.parametrize("text", ["", "\n", "orderflow-bundle/1\n", OF_ORDER.text[:-1]])
def test_half_a_manifest_is_none(text: str) -> None:
    """One that was cut off is refused."""
    with pytest.raises(NotWellFormed):
        Manifest.parse(text)


@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection(recorded_from=NOON),
        Selection(order="0" * 32, recorded_from=NOON, recorded_before=NOON),
    ],
)
def test_a_bundle_is_of_one_order_or_one_period(selection: Selection) -> None:
    """Neither of everything nor of half a period."""
    with pytest.raises(ValueError, match="one order"):
        about(selection)


def test_a_manifest_is_no_checkpoint() -> None:
    """What a log signs here can never be taken for one of its checkpoints."""
    for manifest in (OF_ORDER, OF_PERIOD):
        with pytest.raises(NotWellFormed):
            Checkpoint.parse(manifest.text)


def test_one_key_signs_and_no_other() -> None:
    """A wrong, a missing and a further signature are refused; a key of a witness signs none."""
    note = Note.parse(signed(OF_ORDER, LOG_KEY))
    require_signed(note, LOG_KEY.verifier)
    theirs = Signature(ORIGIN, OTHER_KEY.verifier.key_id, note.signatures[0].value)
    wrong = Signature(ORIGIN, LOG_KEY.verifier.key_id, bytes(64))

    for other in ((theirs,), (wrong,), (*note.signatures, theirs), note.signatures * 2):
        with pytest.raises(NotTrusted):
            require_signed(Note(note.text, other), LOG_KEY.verifier)
    with pytest.raises(ValueError, match="notes"):
        signed(OF_ORDER, WITNESS_KEY)
