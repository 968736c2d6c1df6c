"""Files that are gone, or should not be there: nothing is made in their place."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from orderflow.errors import EventLogError, NotAnEventLog, StoreUnavailable
from orderflow.store import ProtectionOrders
from orderflow.store.sqlite import ownership
from orderflow.store.sqlite.walfile import lost_a_commit
from tests.contracts.cases import grant, notify, request
from tests.faults.children import order_named
from tests.faults.conftest import must_be_sound
from tests.faults.test_foreign_files import make_log, snapshot

if TYPE_CHECKING:
    from pathlib import Path

ORDER = order_named("lost")

_ON_UNIX = pytest.mark.skipif(sys.platform == "win32", reason="files of Unix")


@pytest.fixture
def crashed(path: Path, tmp_path: Path) -> Path:
    """A log whose events are all in its write-ahead log, as after a crash."""
    copy = tmp_path / "crashed" / "orders.db"
    copy.parent.mkdir()
    with ProtectionOrders.open(path) as orders:
        orders.handle(request(ORDER), command_id="c-1")
        orders.handle(grant(ORDER), command_id="c-2")
        orders.handle(notify(ORDER, 4), command_id="c-3")
        for suffix in ("", "-wal"):
            shutil.copy(f"{path}{suffix}", f"{copy}{suffix}")
    return copy


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("left", [None, b"", bytes(4096)], ids=["gone", "empty", "zeros"])
def test_a_write_ahead_log_without_its_database_is_left_alone(
    crashed: Path, create: bool, left: bytes | None
) -> None:
    """What was acknowledged may still be saved from it, so that no new log is made over it."""
    whole = crashed.read_bytes()
    crashed.unlink()
    if left is not None:
        crashed.write_bytes(left)
    before = snapshot(crashed.parent)
    with pytest.raises(NotAnEventLog, match="lies beside it"):
        ProtectionOrders.open(crashed, create=create)

    assert snapshot(crashed.parent) == before
    crashed.write_bytes(whole)
    must_be_sound(crashed, ["c-1", "c-2", "c-3"])


@pytest.mark.parametrize("left", [None, b""], ids=["gone", "empty"])
def test_a_journal_without_its_database_is_left_alone(path: Path, left: bytes | None) -> None:
    """The same for a journal that has pages to take back."""
    journal = bytes.fromhex("d9d505f920a163d7") + bytes(8) + (3).to_bytes(4, "big") + bytes(492)
    path.with_name("orders.db-journal").write_bytes(journal)
    if left is not None:
        path.write_bytes(left)
    before = snapshot(path.parent)
    with pytest.raises(NotAnEventLog, match="lies beside it"):
        ProtectionOrders.open(path)

    assert snapshot(path.parent) == before


def test_a_log_whose_making_was_cut_short_is_made_again(path: Path) -> None:
    """The journal of an empty database has nothing to take back."""
    journal = bytes.fromhex("d9d505f920a163d7") + bytes(504)
    path.touch()
    path.with_name("orders.db-journal").write_bytes(journal)
    with ProtectionOrders.open(path) as orders:
        assert orders.handle(request()).version == 1


def test_a_log_that_is_made_while_we_look_is_taken(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process may make it, and write, between our looks at the two files."""
    with ProtectionOrders.open(path) as other:
        other.handle(request(ORDER))
        read = ownership._header
        looks: list[bytes] = []

        def late(where: Path) -> bytes:
            looks.append(b"" if not looks else read(where))
            return looks[-1]

        monkeypatch.setattr(ownership, "_header", late)
        with ProtectionOrders.open(path) as orders:
            assert orders.get(ORDER).version == 1


@_ON_UNIX
def test_a_log_deleted_while_open_is_unavailable(path: Path) -> None:
    """No connection makes a new file in its place, old or new, and a restart starts clean."""
    with ProtectionOrders.open(path) as orders:
        orders.handle(request(ORDER))
        for file in path.parent.iterdir():
            file.unlink()
        with pytest.raises(StoreUnavailable, match="deleted"):
            orders.handle(grant(ORDER))
        file_of_ours = orders.factory.file  # type: ignore[attr-defined]
        while file_of_ours._idle:
            file_of_ours._forget(file_of_ours._idle.pop())
        for act in (lambda: orders.handle(grant(ORDER)), lambda: orders.get(ORDER)):
            with pytest.raises(StoreUnavailable, match="cannot be opened"):
                act()
        assert list(path.parent.iterdir()) == []

    with ProtectionOrders.open(path) as orders:
        assert orders.handle(request(ORDER)).version == 1


@_ON_UNIX
def test_a_log_replaced_while_open_is_not_written(path: Path) -> None:
    """A new connection to another file at the same path does no work on it."""
    with ProtectionOrders.open(path) as orders:
        orders.handle(request(ORDER))
        for file in path.parent.iterdir():
            file.unlink()
        make_log(path)
        before = snapshot(path.parent)
        file_of_ours = orders.factory.file  # type: ignore[attr-defined]
        while file_of_ours._idle:
            file_of_ours._forget(file_of_ours._idle.pop())
        with pytest.raises(StoreUnavailable, match="replaced"):
            orders.handle(request())

        assert snapshot(path.parent) == before


@_ON_UNIX
def test_nobody_else_may_read_a_new_log(path: Path) -> None:
    """Neither the file nor what lies beside it; a file that was there keeps its mode."""
    old = os.umask(0o022)
    try:
        with ProtectionOrders.open(path) as orders:
            orders.handle(request())
            modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    finally:
        os.umask(old)

    assert modes == {"orders.db": 0o600, "orders.db-wal": 0o600, "orders.db-shm": 0o600}


@_ON_UNIX
def test_a_pipe_is_no_log(path: Path) -> None:
    """It is not opened: that would wait for ever."""
    os.mkfifo(path)
    with pytest.raises(NotAnEventLog, match="no ordinary file"):
        ProtectionOrders.open(path)


def test_this_directory_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However it is written."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotAnEventLog, match=f"'{tmp_path.name}' is a directory"):
        ProtectionOrders.open(".")
    with pytest.raises(NotAnEventLog, match="'/' is a directory"):
        ProtectionOrders.open("/")


def test_a_path_is_resolved_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Through folders that are not there, and wherever the process goes."""
    monkeypatch.chdir(tmp_path)
    with ProtectionOrders.open("./missing/../orders.db") as orders:
        order_id = orders.handle(request()).order_id
        monkeypatch.chdir("/")
        file_of_ours = orders.factory.file  # type: ignore[attr-defined]
        while file_of_ours._idle:
            file_of_ours._forget(file_of_ours._idle.pop())
        assert orders.get(order_id).version == 1

    assert (tmp_path / "orders.db").exists()


def test_a_log_behind_a_link_is_the_log(crashed: Path, tmp_path: Path) -> None:
    """What lies beside it is looked for where SQLite does."""
    link = tmp_path / "link.db"
    link.symlink_to(crashed)
    with ProtectionOrders.open(link, create=False) as orders:
        assert orders.get(ORDER).version == 4


@pytest.mark.parametrize("frame", [0, 1, 4])
def test_a_write_ahead_log_damaged_inside_is_damaged(crashed: Path, frame: int) -> None:
    """SQLite would forget every later commit without a word; nothing is touched."""
    wal = crashed.with_name("orders.db-wal")
    content = bytearray(wal.read_bytes())
    content[32 + frame * (24 + 4096) + 1000] ^= 1
    wal.write_bytes(bytes(content))
    before = snapshot(crashed.parent)
    with pytest.raises(EventLogError, match="damaged"):
        ProtectionOrders.open(crashed)
    after = snapshot(crashed.parent)
    after.pop("orders.db-shm", None)

    assert after == before


@pytest.mark.parametrize("content", [b"x", bytes(32), bytes(9000)], ids=["short", "zeros", "more"])
def test_what_is_no_write_ahead_log_proves_nothing(tmp_path: Path, content: bytes) -> None:
    """Only a commit that once was on disk is taken for a loss."""
    wal = tmp_path / "orders.db-wal"
    assert lost_a_commit(wal) is False
    wal.write_bytes(content)
    assert lost_a_commit(wal) is False


def test_a_write_ahead_log_begun_anew_proves_nothing(path: Path) -> None:
    """What is left of its earlier rounds bears another mark."""
    with ProtectionOrders.open(path) as orders:
        orders.handle(request(ORDER))
        orders.handle(grant(ORDER))
        (connection,) = orders.factory.file._connections  # type: ignore[attr-defined]
        connection.execute("PRAGMA wal_checkpoint(RESTART)").close()
        orders.handle(notify(ORDER, 4))
        wal = path.with_name("orders.db-wal")

        assert lost_a_commit(wal) is False
        with ProtectionOrders.open(path) as again:
            assert again.get(ORDER).version == 4
