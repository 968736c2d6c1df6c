"""What the tests of bundles share: a log in a file with its ledger, and small bundles of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Final, NamedTuple
from unittest.mock import patch

from orderflow.audit.bundle import Beside, Manifest, Source, archive, make, making, readme
from orderflow.audit.bundle.manifest import NAME, Listed, signed
from orderflow.audit.interchange import Selection, open_log, source_at
from orderflow.audit.ledger.checkpoint import Checkpoint
from orderflow.audit.ledger.keys import SigningKey
from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.note import Note
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.casefile import find_case, open_simulated, run_case
from tests.unit.audit.ledger.making import LOG_KEY

RU: Final = "adca0241a22b55bc9138471af83c6f12"
"""The order of the first case."""

CASES: Final = ("bedfordshire-police-v-ru-2013", "re-k-2020")


class Place(NamedTuple):
    """A log in a file, its ledger beside it, and a checkpoint for each case.

    Attributes:
        log: The log.
        ledger: The ledger.
        checkpoints: The signed checkpoints, after each case.
    """

    log: Path
    ledger: Path
    checkpoints: tuple[bytes, ...]

    def earlier(self) -> Checkpoint:
        """Return what the first checkpoint says."""
        return Checkpoint.parse(Note.parse(self.checkpoints[0]).text)


def lived(folder: Path, *names: str) -> Place:
    """Live published cases on a new log, with a checkpoint after each."""
    log, ledger = folder / "orders.db", folder / "orders.db.ledger"
    notes = []
    for name in names or CASES:
        orders, clock = open_simulated(str(log))
        with orders:
            run_case(find_case(name), orders, clock=clock)
        notes.append(checkpoint(log, ledger))
    return Place(log, ledger, tuple(notes))


def checkpoint(log: Path, ledger: Path, key: SigningKey = LOG_KEY) -> bytes:
    """Make a checkpoint; begins the ledger where there is none."""
    begin = SQLiteLedger if ledger.exists() else lambda path: SQLiteLedger.begin(path, key.verifier)
    with closing(source_at(log)) as source, closing(begin(ledger)) as store:
        return Ledger(store, source).checkpoint(key).note


def bundled(
    place: Place,
    out: Path,
    selection: Selection | None = None,
    key: SigningKey = LOG_KEY,
    beside: Beside | None = None,
) -> Manifest:
    """Make a bundle; by default of the order of the first case."""
    with (
        closing(open_log(place.log)) as reader,
        closing(source_at(place.log)) as stored,
        closing(SQLiteLedger(place.ledger)) as ledger,
    ):
        chosen = selection or Selection(order=RU)
        return make(out, chosen, Source(stored, reader), ledger, key, beside)


@contextmanager
def nothing_beside() -> Iterator[None]:
    """Let bundles be made without law, features and pages, so that they are small."""
    with (
        patch.object(making, "contents", lambda *_: {}),
        patch.object(readme, "readme", lambda *_, **__: b"small\n"),
    ):
        yield


def files_in(bundle: Path) -> dict[str, bytes]:
    """Return the files of a bundle, the manifest without its signature among them."""
    with bundle.open("rb") as file:
        note = Note.parse(archive.first(file, NAME, 10**6))
        found = {NAME: note.text.encode()}
        for one in Manifest.parse(note.text).files:
            found[one.name] = b"".join(archive.following(file, one.name, one.size))
    return found


def resigned(
    files: Mapping[str, bytes],
    key: SigningKey = LOG_KEY,
    *,
    said: Mapping[str, object] | None = None,
) -> bytes:
    """Return a bundle of these files, signed anew, whatever stands in them."""
    manifest = Manifest.parse(files[NAME].decode())
    listed = tuple(
        Listed(name, len(content), sha256(content).hexdigest())
        for name, content in sorted(files.items())
        if name != NAME
    )
    parts = {name: getattr(manifest, name) for name in Manifest.__dataclass_fields__}
    note = signed(Manifest(**{**parts, "files": listed, **(said or {})}), key)
    whole = BytesIO()
    archive.add(whole, NAME, note, len(note))
    for one in listed:
        archive.add(whole, one.name, files[one.name], one.size)
    archive.finish(whole)
    return whole.getvalue()


def events_of(bundle: Path) -> list[dict[str, object]]:
    """Return the lines of the events of a bundle."""
    return [json.loads(line) for line in files_in(bundle)["events.jsonl"].splitlines()[1:-1]]
