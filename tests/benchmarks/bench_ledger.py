"""The ledger of a million events: the first checkpoint, the next one, and proofs.

A real log and a real ledger in files; events as large as those of a published case.
"""

from __future__ import annotations

import random
import sqlite3
import sys
from contextlib import closing
from functools import partial
from hashlib import sha256
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from orderflow.audit.ledger.leaf import leaf_of
from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.locating import differences
from orderflow.audit.ledger.merkle import verify_inclusion
from orderflow.audit.ledger.source import StoredEvent
from orderflow.audit.ledger.sqlite.log import SQLiteLog
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.audit.ledger.tiles import TileId, hashes_in
from orderflow.audit.ledger.trust import Trust
from tests.benchmarks.figures import Figure, seconds
from tests.unit.audit.ledger.making import LOG_KEY, log_file, record

if TYPE_CHECKING:
    from collections.abc import Iterator

EVENTS = 1_000_000
PER_ORDER = 20
PROOFS = 300
STATE = b'{"event_id":"%032x","recorded_at":"2026-11-23T16:08:12.756042Z",' + b"x" * 320 + b'"}'
TRUST = Trust(LOG_KEY.verifier)


def figures() -> Iterator[Figure]:
    """Measure the ledger of a log of a million events."""
    with TemporaryDirectory() as folder:
        place = log_file(Path(folder) / "orders.db", _events(0, EVENTS))
        store = SQLiteLedger.begin(Path(folder) / "orders.ledger", LOG_KEY.verifier)
        with closing(SQLiteLog(place)) as log, closing(store):
            ledger = Ledger(store, log)
            yield from _hashing(ledger, place)
            yield from _proving(ledger)
            yield _comparing(store, log, place)
            yield from _going_on(ledger, place)


def _hashing(ledger: Ledger, place: Path) -> Iterator[Figure]:
    bare = seconds(lambda: _bare(place))
    first = seconds(lambda: ledger.checkpoint(LOG_KEY))
    rate = EVENTS / first
    note = f"{rate:,.0f} events a second; bare {EVENTS / bare:,.0f}; {EVENTS:,} events"
    yield Figure("rate of the first checkpoint by SELECT + sha256 alone", bare / first, note=note)
    yield Figure("microseconds to hash one event into the tree", first / EVENTS * 1e6, "µs")


def _bare(place: Path) -> None:
    with closing(sqlite3.connect(place)) as connection:
        rows = connection.execute("SELECT * FROM stored_events ORDER BY position")
        for row in rows:
            sha256(row[4]).digest()


def _proving(ledger: Ledger) -> Iterator[Figure]:
    chosen = random.Random(6962).sample(range(EVENTS), PROOFS)  # noqa: S311 - a sample, no secret
    times, checks, sizes, bare_sizes = [], [], [], []
    for at in chosen:
        event = next(_events(at, at + 1))
        times.append(seconds(partial(ledger.prove, event.stream, event.version)))
        proof = ledger.prove(event.stream, event.version)
        checks.append(seconds(partial(proof.check, TRUST)))
        sizes.append(len(proof.encode()))
        bare = ledger.prove(event.stream, event.version, with_event=False)
        bare_sizes.append(len(bare.encode()))
        leaf = sha256(b"\x00" + leaf_of(event)).digest()
        root = TRUST.open(proof.checkpoint).checkpoint.root
        if not verify_inclusion(at, EVENTS, leaf, proof.path, root):
            sys.exit("a proof does not hold")
    note = f"worst of {PROOFS}: {max(times) * 1e3:.2f} ms; checked in {median(checks) * 1e3:.2f} ms"
    yield Figure("to prove one event", median(times) * 1e3, "ms", at_most=5, note=note)
    note = f"{max(bare_sizes)} bytes without the event itself"
    yield Figure(
        "largest proof file, with the event", max(sizes) / 1024, "KB", at_most=2, note=note
    )


def _comparing(store: SQLiteLedger, log: SQLiteLog, place: Path) -> Figure:
    def leaves() -> Iterator[bytes]:
        for number in range(EVENTS // 256 + 1):
            tile = store.read(lambda pages, n=number: pages.tile(TileId(0, n)))  # type: ignore[misc]
            yield from hashes_in(tile or b"")

    found: list[object] = []
    taken = seconds(lambda: found.extend(differences(leaves, log.events_from(0))))
    if found:
        sys.exit("a difference in a log that nobody changed")
    bare = seconds(lambda: _bare(place))
    note = f"{EVENTS / taken:,.0f} events a second"
    return Figure("rate of looking for differences by SELECT + sha256", bare / taken, note=note)


def _going_on(ledger: Ledger, place: Path) -> Iterator[Figure]:
    with closing(sqlite3.connect(place)) as connection:
        record(connection.cursor(), _events(EVENTS, EVENTS + PER_ORDER))
        connection.commit()
    taken = seconds(lambda: ledger.checkpoint(LOG_KEY))
    yield Figure(f"for a checkpoint over {PER_ORDER} new events", taken * 1e3, "ms")


def _events(start: int, end: int) -> Iterator[StoredEvent]:
    """Iterate over events of orders that run one after the other."""
    for at in range(start, end):
        order, version = divmod(at, PER_ORDER)
        stream = f"{order * 0x9E3779B97F4A7C15F39CC0605CEDC835 % 2**128:032x}"
        yield StoredEvent(at + 1, stream, version + 1, "orderflow/PersonInformed/1", STATE % at)
