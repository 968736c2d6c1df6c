"""Logs, ledgers and keys for tests. Every key here is public: never use one for anything else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from orderflow.audit.ledger.keys import Kind, SigningKey
from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.source import StoredEvent
from orderflow.audit.ledger.sqlite.log import SQLiteLog
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.audit.ledger.tiles import TileBuilder, TileId
from orderflow.store.recorder import LogMark
from orderflow.store.sqlite.schema import create

ORIGIN: Final = "log.example/orders"
LOG_KEY: Final = SigningKey(ORIGIN, Kind.NOTE, bytes(range(32)))
OTHER_KEY: Final = SigningKey(ORIGIN, Kind.NOTE, bytes(range(1, 33)))
WITNESS_KEY: Final = SigningKey("witness.example/1", Kind.COSIGNATURE, bytes(range(32, 64)))
SECOND_WITNESS: Final = SigningKey("witness.example/2", Kind.COSIGNATURE, bytes(range(64, 96)))
NOON: Final = datetime(2026, 11, 23, 12, tzinfo=UTC)


class MemoryLog:
    """A log in memory; satisfies `LogSource`."""

    def __init__(self, events: Iterable[StoredEvent] = ()) -> None:
        """Take the events, in order of position."""
        self.events = list(events)

    def events_from(self, position: int) -> Iterator[StoredEvent]:
        """See `LogSource`."""
        return (one for one in self.events if one.position >= position)

    def count(self, first: int, before: int) -> int:
        """See `LogSource`."""
        return sum(first <= one.position < before for one in self.events)

    def find(self, stream: str, version: int) -> StoredEvent | None:
        """See `LogSource`."""
        wanted = (stream, version)
        return next((one for one in self.events if (one.stream, one.version) == wanted), None)


def some_events(count: int, *, start: int = 1) -> list[StoredEvent]:
    """Return events of three streams in turn, the positions from `start` on."""
    return [
        StoredEvent(
            position=start + at,
            stream=f"{at % 3:032x}",
            version=at // 3 + 1,
            topic="orderflow/OrderGranted/1",
            state=b'{"number":%d}' % at,
        )
        for at in range(count)
    ]


def tiles_of(leaves: Iterable[bytes]) -> dict[TileId, bytes]:
    """Return the tiles of the tree over these hashes of leaves."""
    tiles: dict[TileId, bytes] = {}
    builder = TileBuilder(tiles.__setitem__, 0, [])
    for leaf in leaves:
        builder.append(leaf)
    builder.flush()
    return tiles


def log_file(path: Path, events: Iterable[StoredEvent]) -> Path:
    """Make a log of ours and record events in it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        cursor = connection.cursor()
        cursor.execute("BEGIN")
        create(cursor, LogMark(simulated=True, created_at=NOON))
        record(cursor, events)
        cursor.execute("COMMIT")
    return path


def record(cursor: sqlite3.Cursor, events: Iterable[StoredEvent]) -> None:
    """Record events at their positions."""
    cursor.executemany("INSERT INTO stored_events VALUES (?, ?, ?, ?, ?)", events)


def tampered(path: Path, *statements: str) -> None:
    """Alter a database behind everybody's back, as one may who owns the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            connection.execute(statement)


def begun(path: Path, events: Iterable[StoredEvent]) -> tuple[Ledger, SQLiteLedger, MemoryLog]:
    """Begin a ledger in a file, of a log in memory."""
    store = SQLiteLedger.begin(path, LOG_KEY.verifier)
    log = MemoryLog(events)
    return Ledger(store, log), store, log


def opened(log: Path, ledger: Path) -> Ledger:
    """Open a ledger of a log, both in files."""
    return Ledger(SQLiteLedger(ledger), SQLiteLog(log))
