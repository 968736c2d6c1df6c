"""Eight writer processes on PostgreSQL, two followers attached: ours against the stock recorder."""

from __future__ import annotations

import multiprocessing
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from eventsourcing.persistence import ApplicationRecorder, StoredEvent
from eventsourcing.postgres import PostgresApplicationRecorder, PostgresDatastore
from eventsourcing.utils import Environment

from orderflow.store import ProtectionOrders
from orderflow.store.address import settings_of
from orderflow.store.postgres.factory import PostgresLogFactory
from orderflow.store.postgres.recorder import PostgresLogRecorder
from orderflow.store.recorder import HandledCommand, LogMark
from tests.benchmarks.figures import Figure
from tests.contracts.cases import entry
from tests.servers.postgres import PostgresServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.queues import SimpleQueue
    from multiprocessing.synchronize import Barrier, Event

WRITERS = 8
FOLLOWERS = 2
SECONDS = 3.0
ROUNDS = 5
BATCH = 100
PER_STREAM = 20
"""Appends to one stream; then a writer begins another."""

_START = multiprocessing.get_context("fork")


@dataclass(frozen=True)
class Run:
    """What came of one run.

    Attributes:
        appends: Transactions a second.
        events: Events a second.
        missed: Events that a follower never saw, the two together.
    """

    appends: float
    events: float
    missed: int


def figures() -> Iterator[Figure]:
    """Compare, in turn, on one server that waits for the disk."""
    with PostgresServer() as server:
        port = server.port
        kinds: dict[str, Callable[[int], ApplicationRecorder]] = {"ours": _ours, "stock": _stock}
        runs: dict[tuple[str, int], list[Run]] = {}
        for batch, rounds in ((1, ROUNDS), (BATCH, 2)):
            for _ in range(rounds):
                for kind, make in kinds.items():
                    runs.setdefault((kind, batch), []).append(_run(make, port, batch))
    ours, stock = (median(run.appends for run in runs[kind, 1]) for kind in kinds)
    note = f"{ours:.0f} against {stock:.0f} commits a second, one event each"
    yield Figure(f"{WRITERS} writers, ordered", ours / stock, at_least=2.0, note=note)
    ours, stock = (median(run.events for run in runs[kind, BATCH]) for kind in kinds)
    note = f"{ours:.0f} against {stock:.0f} events a second"
    yield Figure(f"{WRITERS} writers, ordered, batches of {BATCH}", ours / stock, note=note)
    missed = sum(run.missed for key, some in runs.items() if key[0] == "ours" for run in some)
    seen = sum(
        run.events * SECONDS for key, some in runs.items() if key[0] == "ours" for run in some
    )
    note = f"of about {seen:.0f}, by {FOLLOWERS} followers"
    yield Figure("events that a follower never saw", missed, unit="", at_most=0, note=note)


def _run(make: Callable[[int], ApplicationRecorder], port: int, batch: int) -> Run:
    """Let all write at once for a while, and followers follow; count."""
    prepared = make(port)
    began_after = prepared.max_notification_id() or 0
    results: SimpleQueue[int] = _START.SimpleQueue()
    ready, done = _START.Barrier(WRITERS + FOLLOWERS), _START.Event()
    writers = [
        _START.Process(target=_write, args=(make, port, batch, ready, results))
        for _ in range(WRITERS)
    ]
    seen: SimpleQueue[int] = _START.SimpleQueue()
    followers = [
        _START.Process(target=_follow, args=(make, port, began_after, ready, done, seen))
        for _ in range(FOLLOWERS)
    ]
    for process in (*writers, *followers):
        process.start()
    appends = sum(results.get() for _ in writers)
    done.set()
    counts = [seen.get() for _ in followers]
    for process in (*writers, *followers):
        process.join()
    written = appends * batch
    missed = sum(written - count for count in counts)
    _close(prepared)
    return Run(appends / SECONDS, written / SECONDS, missed)


def _write(
    make: Callable[[int], ApplicationRecorder],
    port: int,
    batch: int,
    ready: Barrier,
    results: SimpleQueue[int],
) -> None:
    records = make(port)
    topic, state = _payload()
    ready.wait()
    count, ends_at = 0, time.monotonic() + SECONDS
    while time.monotonic() < ends_at:
        stream, last = uuid4(), 0
        for _ in range(PER_STREAM if batch == 1 else 1):
            events = [StoredEvent(stream, last + n, topic, state) for n in range(1, batch + 1)]
            _append(records, events)
            last += batch
            count += 1
            if time.monotonic() >= ends_at:
                break
    results.put(count)
    _close(records)


def _append(records: ApplicationRecorder, events: Sequence[StoredEvent]) -> None:
    """Append, with what ours keeps of the command besides."""
    if isinstance(records, PostgresApplicationRecorder):
        records.insert_events(events)
        return
    first, last = events[0], events[-1]
    stream = first.originator_id
    assert isinstance(stream, UUID)
    command = HandledCommand(
        str(uuid4()), bytes(32), stream, first.originator_version, last.originator_version
    )
    records.insert_events(events, command=command)


def _follow(
    make: Callable[[int], ApplicationRecorder],
    port: int,
    after: int,
    ready: Barrier,
    done: Event,
    seen: SimpleQueue[int],
) -> None:
    records = make(port)
    ready.wait()
    count, position = 0, after
    while True:
        finished = done.is_set()  # Asked before we look, so that we look once more after it.
        page = records.select_notifications(position, 500, inclusive_of_start=False)
        if page:
            count, position = count + len(page), page[-1].id
        elif finished:
            break
        else:
            time.sleep(0.02)
    seen.put(count)
    _close(records)


def _payload() -> tuple[str, bytes]:
    with ProtectionOrders.open(":memory:") as orders:
        stored = orders.mapper.to_stored_event(entry(uuid4(), 1))
    return stored.topic, stored.state


def _ours(port: int) -> ApplicationRecorder:
    address = f"postgresql://owner@127.0.0.1:{port}/postgres"
    env = Environment("Bench", settings_of(address))
    mark = LogMark(simulated=False, created_at=datetime.now(UTC))
    return PostgresLogFactory(env, mark).application_recorder()


def _stock(port: int) -> ApplicationRecorder:
    datastore = PostgresDatastore("postgres", "127.0.0.1", port, "owner", "", pool_size=1)
    records = PostgresApplicationRecorder(datastore)
    with datastore.transaction() as cursor:
        cursor.execute("SELECT to_regclass('stored_events') IS NOT NULL AS there")
        row = cursor.fetchone()
    if row is not None and not row["there"]:
        records.create_table()  # Several who do so at once are in each other's way.
    datastore.register_type_adapters()
    return records


def _close(records: ApplicationRecorder) -> None:
    if isinstance(records, PostgresApplicationRecorder):
        records.datastore.close()
    elif isinstance(records, PostgresLogRecorder):
        records._connections.close()
