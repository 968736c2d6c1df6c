"""Verifying a log of a million events beside a bare loop, and beside the stock decoding.

`ORDERFLOW_BENCH_EVENTS` sets another number of events; by hand:
`python -m tests.benchmarks.bench_verify [EVENTS]`.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections import deque
from contextlib import closing
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID

import orjson
import psutil
from eventsourcing.persistence import Notification, StoredEvent

from orderflow.audit import Verified, verify
from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.sqlite.log import SQLiteLog
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.audit.ledger.trust import Trust
from orderflow.audit.verifying.collected import Findings
from orderflow.audit.verifying.sqlite.health import check_file
from orderflow.audit.verifying.sqlite.rows import SQLiteRows
from orderflow.store.codec import EventCodec
from orderflow.store.envelope import LogEntry, RecordedEvent
from tests.benchmarks.figures import Figure, interleaved
from tests.benchmarks.generated_log import write_log
from tests.benchmarks.stock_events import StockEvents
from tests.unit.audit.ledger.making import LOG_KEY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from eventsourcing.persistence import StoredEvent

EVENTS = int(os.environ.get("ORDERFLOW_BENCH_EVENTS", "1000000"))
ROUNDS = 3
STOCK = 20_000
"""Events that the stock library decodes; it needs no more to be measured."""

TRUST = Trust(LOG_KEY.verifier)

_VERIFY = """
import sys
from orderflow.audit import verify
from orderflow.audit.ledger.trust import Trust
from tests.unit.audit.ledger.making import LOG_KEY
if __name__ == "__main__":
    assert verify(sys.argv[1], trust=Trust(LOG_KEY.verifier), jobs=int(sys.argv[2])).sound
"""
_LOOK_EVERY = 0.01


def figures(events: int = EVENTS) -> Iterator[Figure]:
    """Measure the verification of a generated log with a ledger."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / "orders.db"
        count = write_log(place, events)
        with (
            closing(SQLiteLog(place)) as log,
            closing(
                SQLiteLedger.begin(place.with_name("orders.db.ledger"), LOG_KEY.verifier)
            ) as store,
        ):
            Ledger(store, log).checkpoint(LOG_KEY)
        yield from _rates(place, count)
        for jobs in (1, 2):
            yield _peak(place, jobs)


def _rates(place: Path, count: int) -> Iterator[Figure]:
    stock = _stock(place)
    bare, one, two, file, plain = interleaved(
        ROUNDS,
        partial(_bare, place),
        partial(_sound, place, 1),
        partial(_sound, place, 2),
        partial(_file, place),
        stock,
    )
    bare, one, two, file = (1e6 * taken / count for taken in (bare, one, two, file))
    plain = 1e6 * plain / STOCK
    note = f"{one:.2f} µs an event against {plain:.2f} µs; {count:,} events"
    yield Figure("rate of the stock decoding, on one core", plain / one, at_least=2, note=note)
    note = f"{one:.2f} µs an event against {bare:.2f} µs"
    yield Figure("rate of the bare loop, on one core", bare / one, at_least=0.6, note=note)
    note = f"of it {file:.2f} µs an event are SQLite's own check of the file"
    yield Figure("the same, without that check", bare / (one - file), note=note)
    note = f"{two:.2f} µs an event"
    yield Figure("rate of the bare loop, by two processes", bare / two, at_least=1, note=note)


def _bare(place: Path) -> None:
    loads = orjson.loads
    with closing(sqlite3.connect(place)) as connection:
        for row in connection.execute("SELECT * FROM stored_events ORDER BY position"):
            state = row[4]
            loads(state)
            sha256(state).digest()


def _sound(place: Path, jobs: int) -> Verified:
    found = verify(place, trust=TRUST, jobs=jobs)
    if not found.sound:
        sys.exit(f"a finding in a log that nobody changed: {found.findings[:3]}")
    return found


def _file(place: Path) -> None:
    with closing(SQLiteRows(place)) as rows:
        check_file(rows.file, Findings())


def _stock(place: Path) -> Callable[[], object]:
    """Return what decodes the same events as the stock library does, parts typed as ours are."""
    typed, codec = StockEvents(typed=True), EventCodec.packaged()
    stored: list[StoredEvent] = []
    with closing(SQLiteRows(place)) as rows:
        batches = rows.batches(None, 0, 10 * STOCK)
        for position, stream, version, topic, state in islice(
            (row for batch in batches for row in batch), STOCK
        ):
            order_id = UUID(stream)
            placed = Notification(order_id, version, topic, state, position)
            entry = LogEntry(order_id, version, codec.decode(placed, state))
            stored += typed.stored(order_id, [RecordedEvent.of(entry, position)])
    return partial(_decoded, typed, stored)


def _decoded(typed: StockEvents, stored: list[StoredEvent]) -> None:
    deque(map(typed.mapper.to_domain_event, stored), maxlen=0)


def _peak(place: Path, jobs: int) -> Figure:
    """Return the most memory that verifying takes, in a process of its own with its children.

    Looked at from outside: what a process says of its own most counts that of its parent as well.
    """
    root = str(Path(__file__).parents[2])
    script = place.with_name("verifying.py")
    script.write_text(_VERIFY)
    with subprocess.Popen(
        [sys.executable, str(script), str(place), str(jobs)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([root, *sys.path])},
    ) as running:
        watched, most = psutil.Process(running.pid), 0
        while running.poll() is None:
            most = max(most, _memory_of(watched))
            time.sleep(_LOOK_EVERY)
    if running.returncode:
        sys.exit("the log was not verified")
    name = f"of memory at the most, by {jobs} process{'es' if jobs > 1 else ''}"
    return Figure(name, most / 1024**2, "MB", at_most=200)


def _memory_of(process: psutil.Process) -> int:
    try:
        every = [process, *process.children(recursive=True)]
        return sum(one.memory_info().rss for one in every)
    except psutil.Error:
        return 0


if __name__ == "__main__":
    for figure in figures(int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS):
        print(figure, flush=True)
