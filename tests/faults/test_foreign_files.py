"""A file that is not ours, or not ours yet to read, is left exactly as it is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from orderflow.errors import EventLogError, NewerLog, NotAnEventLog, StoreUnavailable
from orderflow.store import ProtectionOrders
from orderflow.store.sqlite.schema import APPLICATION_ID, FORMAT
from tests.contracts.cases import grant, notify, request

if TYPE_CHECKING:
    from pathlib import Path


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file beside the log, with its content."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def make_log(path: Path, commands: int = 3) -> None:
    """Make a log with something in it."""
    with ProtectionOrders.open(path) as orders:
        order_id = orders.handle(request()).order_id
        orders.handle(grant(order_id))
        for number in range(commands):
            orders.handle(notify(order_id, 4 + number))


def run(path: Path, *statements: str) -> None:
    """Change the file behind our back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize(
    "content",
    [
        b"x",
        b"just some text\n" * 100,
        b"\0" * 4096,
        b"SQLite format 3\0",
        b"%PDF-1.7" + b"\0" * 200,
    ],
    ids=["byte", "text", "zeros", "header only", "pdf"],
)
def test_a_file_that_is_no_database_is_left_alone(path: Path, content: bytes) -> None:
    """It is named for what it is, and neither it nor its folder changes."""
    path.write_bytes(content)
    with pytest.raises(NotAnEventLog, match=r"orders\.db"):
        ProtectionOrders.open(path)

    assert snapshot(path.parent) == {"orders.db": content}


def test_a_directory_is_no_log(tmp_path: Path) -> None:
    """A directory is named for what it is."""
    with pytest.raises(NotAnEventLog, match="directory"):
        ProtectionOrders.open(tmp_path)


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE customers (name TEXT)",
        "CREATE TABLE stored_events (originator_id TEXT, originator_version INTEGER)",
        "PRAGMA user_version = 1",
    ],
)
def test_somebody_elses_database_is_left_alone(path: Path, mode: str, statement: str) -> None:
    """A database without our mark is not ours, whatever its tables are called."""
    run(path, f"PRAGMA journal_mode = {mode}", statement)
    before = snapshot(path.parent)
    with pytest.raises(NotAnEventLog, match="not an event log"):
        ProtectionOrders.open(path)

    assert snapshot(path.parent) == before


def test_somebody_elses_database_in_use_is_left_alone(path: Path) -> None:
    """Nor is one touched whose latest changes are still in its write-ahead log."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE customers (name TEXT)")
        before = snapshot(path.parent)
        with pytest.raises(NotAnEventLog):
            ProtectionOrders.open(path)
        after = snapshot(path.parent)

    assert after.pop("orders.db-shm") is not None  # Shared memory: readers sign in there.
    del before["orders.db-shm"]
    assert after == before


def test_a_newer_log_is_left_alone(path: Path) -> None:
    """A log of a later format is told by its header, and not a byte of it changes."""
    make_log(path)
    run(path, f"PRAGMA user_version = {FORMAT + 1}")
    before = snapshot(path.parent)
    with pytest.raises(NewerLog, match="newer version"):
        ProtectionOrders.open(path)

    assert snapshot(path.parent) == before


def test_a_newer_log_in_use_is_left_alone(path: Path) -> None:
    """The same while its header is still in the write-ahead log of the newer version."""
    make_log(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as newer:
        newer.execute(f"PRAGMA user_version = {FORMAT + 1}")
        before = path.read_bytes()
        with pytest.raises(NewerLog):
            ProtectionOrders.open(path)

        assert path.read_bytes() == before


def test_a_newer_format_in_the_mark_alone_is_newer_too(path: Path) -> None:
    """The mark inside the log counts as much as the header of the file."""
    make_log(path)
    run(path, "UPDATE meta SET value = '2' WHERE name = 'format'")
    with pytest.raises(NewerLog):
        ProtectionOrders.open(path)


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM meta WHERE name = 'clock'", "UPDATE meta SET value = 'x' WHERE name = 'format'"],
)
def test_a_log_that_does_not_say_its_kind_is_refused(path: Path, statement: str) -> None:
    """A log without its mark is not guessed to be real."""
    make_log(path)
    run(path, statement)
    with pytest.raises(NotAnEventLog, match="what kind"):
        ProtectionOrders.open(path)


def test_nothing_is_created_when_told_so(path: Path) -> None:
    """A mistyped name makes no empty log."""
    with pytest.raises(NotAnEventLog, match="there is no event log"):
        ProtectionOrders.open(path, create=False)

    assert snapshot(path.parent) == {}


def test_a_log_cannot_be_made_where_there_is_no_folder(tmp_path: Path) -> None:
    """A path into nowhere is an unavailable store."""
    with pytest.raises(StoreUnavailable, match="cannot be opened"):
        ProtectionOrders.open(tmp_path / "no" / "orders.db")


def test_an_empty_file_becomes_a_log(path: Path) -> None:
    """A file made by `touch` or `mktemp` is nothing yet."""
    path.touch()
    with ProtectionOrders.open(path) as orders:
        assert orders.handle(request()).version == 1


def test_a_file_with_nothing_but_a_view_becomes_a_log(path: Path) -> None:
    """The library's own projection table may be there first, when view and log share a file."""
    run(path, "PRAGMA journal_mode = WAL", "CREATE TABLE tracking (application_name TEXT)")
    with ProtectionOrders.open(path) as orders:
        assert orders.handle(request()).version == 1
    with ProtectionOrders.open(path) as orders:
        assert len(list(orders.order_ids())) == 1


@pytest.mark.parametrize("keep", [100, 4096, 9000, 16384])
def test_a_truncated_log_is_a_damaged_log(path: Path, keep: int) -> None:
    """A log that lost its end says so when it is opened; nothing is written to it."""
    make_log(path, 60)
    whole = path.read_bytes()
    path.write_bytes(whole[:keep])
    with pytest.raises(EventLogError, match=r"damaged|not a database"):
        ProtectionOrders.open(path)

    assert path.read_bytes() == whole[:keep]


def test_a_log_that_lost_a_table_is_a_damaged_log(path: Path) -> None:
    """A log that lacks a part says so as soon as the part is needed."""
    make_log(path)
    run(path, "DROP TABLE commands")
    with ProtectionOrders.open(path) as orders, pytest.raises(EventLogError, match="damaged"):
        orders.handle(request())


def test_the_header_names_us(path: Path) -> None:
    """Tools that read headers can tell an event log from any other database."""
    make_log(path)
    header = path.read_bytes()[:100]

    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == FORMAT
