"""Writes the bundle of this version: `python -m tests.golden.generate_bundle`.

It is written once, before the release, and never again: a bundle must be readable in ten years. It
is kept compressed; a bundle itself never is. `--again` writes it anew before a release.
"""

from __future__ import annotations

import gzip
import sys
from contextlib import closing
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch
from uuid import UUID

from orderflow.audit.bundle import Beside
from orderflow.audit.interchange import source_at
from orderflow.audit.ledger.checkpoint import cosignature
from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.note import Note
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.audit.ledger.trust import Trust
from orderflow.store import submission
from tests.unit.audit.bundle.making import Place, bundled, lived
from tests.unit.audit.ledger.making import LOG_KEY, NOON, WITNESS_KEY

HERE = Path(__file__).parent / "bundle"
BUNDLE = HERE / "v0.1.0.tar.gz"
EARLIER = HERE / "earlier.checkpoint"

TRUST = Trust(LOG_KEY.verifier, (WITNESS_KEY.verifier,), 1)
"""What the bundle asks for; the keys are those of the vectors of the ledger."""


def write(folder: Path) -> None:
    """Write the bundle, and an older checkpoint that its log extends."""
    numbers = count(1)
    with patch.object(submission, "uuid4", lambda: UUID(int=next(numbers), version=4)):
        place = lived(folder)
    cosign(place)
    out = folder / "order.tar"
    bundled(place, out, beside=Beside(witnesses=TRUST.witnesses, since=place.earlier()))
    BUNDLE.write_bytes(gzip.compress(out.read_bytes(), mtime=0))
    EARLIER.write_bytes(place.checkpoints[0])


def cosign(place: Place) -> None:
    """Let the witness cosign the last checkpoint."""
    with closing(source_at(place.log)) as log, closing(SQLiteLedger(place.ledger)) as store:
        note = Note.parse(place.checkpoints[-1])
        signed = note.joined((cosignature(note.text, WITNESS_KEY, NOON),))
        Ledger(store, log).add_cosignatures(signed.encode(), TRUST)


def main(arguments: list[str]) -> int:
    """Write both files, unless they are there."""
    if BUNDLE.exists() and "--again" not in arguments:
        sys.stderr.write(f"{BUNDLE.name} is released: it is never written again\n")
        return 1
    with TemporaryDirectory() as folder:
        write(Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
