"""A bundle that a released version made is read and believed for ever, by both readers."""

from __future__ import annotations

import gzip
import json
import tarfile
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest

from orderflow.audit import explain
from orderflow.audit.bundle import Bundle, BundleLog, check
from orderflow.audit.ledger.trust import Trust
from orderflow.errors import EventLogError, LedgerError
from orderflow.store import LogReader
from tests.docs.pages import DOCS, blocks
from tests.golden import generate_bundle as golden
from tests.outsider.verifier import LOG, WITNESS, ask, outsider

CONTENT = gzip.decompress(golden.BUNDLE.read_bytes())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the bundle, as it was made."""
    (tmp_path / "golden.tar").write_bytes(CONTENT)
    return tmp_path / "golden.tar"


def test_our_own_reader_believes_it() -> None:
    """With its witness, its law and its growth."""
    earlier = Trust(golden.TRUST.log).open(golden.EARLIER.read_bytes()).checkpoint
    found = check(Bundle(BytesIO(CONTENT)), golden.TRUST, since=earlier)

    assert (found.manifest.made_by, found.manifest.events) == ("orderflow 0.1.0", 7)
    assert found.places == ((0, 7),)
    assert found.since == earlier


def test_the_verifier_for_outsiders_believes_it(file: Path) -> None:
    """With the same keys."""
    words = ("--key", LOG, "--witness", WITNESS, "--since", golden.EARLIER)
    found = ask("bundle", file, *words)

    assert found.code == 0
    assert "2026-11-23T12:00:00Z by witness.example/1" in found.said
    assert "only extends the checkpoint of 7 events" in found.said


def test_it_can_still_be_replayed(file: Path) -> None:
    """The history of its order is told by today's code."""
    with closing(BundleLog(file)) as log:
        reader = LogReader.over(log)
        (order_id,) = reader.order_ids()

        assert sum(len(act.events) for act in explain(reader, order_id).acts) == 7


def test_any_tar_reads_it() -> None:
    """And finds in it what a reader needs."""
    with tarfile.open(fileobj=BytesIO(CONTENT)) as opened:
        names = set(opened.getnames())
        events = opened.extractfile("events.jsonl")
        assert events is not None
        lines = [json.loads(line) for line in events]

    assert len(lines) == 9
    assert {"README.txt", "verify_bundle.py", "docs/bundle.md", "schemas/events.json"} <= names
    assert {"law/regimes/uk-ew-fmpo@2008.toml", "features/breach/awareness.feature"} <= names


def test_the_samples_of_the_page_are_of_this_bundle() -> None:
    """What the page on bundles shows first stands in it to the letter."""
    manifest, proof = (b.text for b in blocks(DOCS / "auditing/bundle.md") if b.language == "text")
    with tarfile.open(fileobj=BytesIO(CONTENT)) as opened:
        for name, shown in (("MANIFEST", manifest), ("proof.txt", proof)):
            found = opened.extractfile(name)
            assert found is not None
            text = found.read().decode()
            assert all(part.strip() in text for part in shown.split("…")), name


@pytest.mark.parametrize("at", range(0, len(CONTENT), len(CONTENT) // 200))
def test_a_changed_byte_is_refused(at: int) -> None:
    """Here and there in it; `tests/faults` tries every byte of a small one."""
    other = CONTENT[:at] + bytes([CONTENT[at] ^ 1]) + CONTENT[at + 1 :]
    with pytest.raises((LedgerError, EventLogError)):
        check(Bundle(BytesIO(other)), golden.TRUST)
    with pytest.raises(outsider.Refused):
        outsider.Bundle(BytesIO(other), outsider.read_key(LOG, outsider.LOG))
