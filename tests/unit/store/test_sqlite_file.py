"""How an SQLite log is kept: durable, and laid out for those who read it without us."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from orderflow.errors import EventLogError, NotAnEventLog, StoreUnavailable
from orderflow.store import ProtectionOrders
from orderflow.store.sqlite import faults, ownership
from orderflow.store.sqlite.logfile import LogFile
from orderflow.store.sqlite.recorder import SQLiteLogRecorder
from tests.contracts.cases import grant, request

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the log is."""
    return tmp_path / "orders.db"


@pytest.fixture
def orders(path: Path) -> Iterator[ProtectionOrders]:
    """A log with one order."""
    with ProtectionOrders.open(path) as opened:
        opened.handle(grant(opened.handle(request()).order_id))
        yield opened


def test_every_connection_is_durable(orders: ProtectionOrders) -> None:
    """What is committed is on disk: a write-ahead log, flushed at every commit."""
    for connection in orders.factory.file._connections:  # type: ignore[attr-defined]
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)


def test_the_log_can_be_read_with_sqlite_alone(orders: ProtectionOrders, path: Path) -> None:
    """Events, commands and mark stand in three tables with plain columns."""
    assert orders.simulated is False
    with closing(sqlite3.connect(path)) as connection:
        events = connection.execute(
            "SELECT position, originator_version, topic, json_extract(state, '$.event.occurred_at')"
            " FROM stored_events ORDER BY position"
        ).fetchall()
        mark = dict(connection.execute("SELECT name, value FROM meta"))
        commands = connection.execute("SELECT first_version, last_version FROM commands")

        assert events[0] == (1, 1, "orderflow/OrderRequested/1", "2025-03-03T09:00:00Z")
        assert [event[:2] for event in events] == [(1, 1), (2, 2), (3, 3)]
        assert sorted(commands) == [(1, 1), (2, 3)]
        assert mark == {
            "format": "1",
            "clock": "real",
            "created_at": orders.created_at.isoformat(),
        }


def test_closing_leaves_one_file(path: Path) -> None:
    """After the last user is gone, the log is a single file that can be copied."""
    with ProtectionOrders.open(path) as orders:
        orders.handle(request())

    assert [file.name for file in path.parent.iterdir()] == ["orders.db"]


def test_a_log_is_written_by_the_application_that_another_one_made(path: Path) -> None:
    """Two applications on one file see what the other recorded."""
    with ProtectionOrders.open(path) as one, ProtectionOrders.open(path) as other:
        order_id = one.handle(request()).order_id
        other.handle(grant(order_id))

        assert one.get(order_id).version == other.get(order_id).version == 3
        assert one.created_at == other.created_at


def test_a_file_beside_the_log_may_hold_a_view(orders: ProtectionOrders, path: Path) -> None:
    """The library's own recorders for projections may share the file."""
    view = orders.factory.tracking_recorder()

    assert view.max_tracking_id("ProtectionOrders") is None
    with ProtectionOrders.open(path) as again:
        assert len(list(again.order_ids())) == 1


def test_a_recorder_takes_no_file_that_is_no_log(path: Path) -> None:
    """The mark is asked for again by SQLite itself, whoever looked at the header before."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE customers (name TEXT)")
    file = LogFile(path)
    with pytest.raises(NotAnEventLog):
        SQLiteLogRecorder(file)
    file.close()


def test_a_file_that_cannot_be_read_is_unavailable(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Missing permission is an unavailable store, not another kind of file."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path.touch()
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(StoreUnavailable, match="Permission denied"):
        ownership.is_a_log(path, 1)


def test_a_header_of_zeros_beside_a_journal_is_nothing_yet(path: Path) -> None:
    """Power was lost while the log was made: SQLite takes the rest back, and a log is made."""
    path.write_bytes(b"\0" * 4096)
    path.with_name("orders.db-journal").write_bytes(b"x")

    assert ownership.is_a_log(path, 1) is False


@pytest.mark.parametrize(
    "code,kind,word",
    [
        (sqlite3.SQLITE_FULL, StoreUnavailable, "full"),
        (sqlite3.SQLITE_IOERR | 3 << 8, StoreUnavailable, "disk"),
        (sqlite3.SQLITE_READONLY, StoreUnavailable, "only be read"),
        (sqlite3.SQLITE_NOMEM, StoreUnavailable, "what sqlite says"),
        (sqlite3.SQLITE_CORRUPT, EventLogError, "damaged"),
        (sqlite3.SQLITE_NOTADB, EventLogError, "damaged"),
    ],
)
def test_what_sqlite_reports_becomes_an_error_of_ours(
    code: int, kind: type[Exception], word: str
) -> None:
    """Every result code of SQLite says what it means for the log, without a path."""
    error = sqlite3.OperationalError("what sqlite says")
    error.sqlite_errorcode = code
    translated = faults.translated(error, "orders.db")

    assert isinstance(translated, kind)
    assert word in str(translated)


def test_a_mistake_of_ours_is_not_hidden() -> None:
    """An error of Python's own module is no fault of the file."""
    mistake = sqlite3.ProgrammingError("wrong number of bindings")

    assert faults.translated(mistake, "orders.db") is mistake


def test_a_connection_that_cannot_roll_back_is_given_up(
    orders: ProtectionOrders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A broken connection is closed, and the next transaction takes a new one."""
    file: LogFile = orders.factory.file  # type: ignore[attr-defined]
    (broken,) = file._connections

    def fail(_: sqlite3.Cursor) -> None:
        broken.close()
        raise KeyError

    with pytest.raises(KeyError):
        file.write(fail)

    assert broken not in file._connections
    assert orders.recorder.max_notification_id() == 3


def test_a_connection_in_use_is_closed_when_it_is_done(orders: ProtectionOrders) -> None:
    """Closing while somebody reads lets them finish, and leaves no connection open."""
    file: LogFile = orders.factory.file  # type: ignore[attr-defined]

    assert file.read(lambda _: file.close()) is None
    assert file._connections == set()
