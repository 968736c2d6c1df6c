"""Many writers on one file, and files that others keep locked."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from orderflow.errors import StoreUnavailable
from orderflow.store import ProtectionOrders
from tests.contracts.cases import grant, notify, request
from tests.faults.children import order_named
from tests.faults.conftest import Nursery, must_be_sound

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID


@pytest.fixture
def hurried(path: Path) -> Iterator[ProtectionOrders]:
    """A log with one order, whose users wait for a lock for a fifth of a second only."""
    with ProtectionOrders.open(path) as orders:
        orders.factory.file._lock_timeout = 0.2  # type: ignore[attr-defined]
        orders.handle(request(order_named("held")))
        orders.handle(grant(order_named("held")))
        yield orders


@pytest.fixture
def held() -> UUID:
    """The order of `hurried`."""
    return order_named("held")


@pytest.mark.kill
def test_two_processes_of_eight_threads_lose_nothing(
    path: Path, tmp_path: Path, nursery: Nursery
) -> None:
    """Sixteen writers on one file, half of the time on one order: all is there, once."""
    with ProtectionOrders.open(path) as orders:
        orders.handle(request(order_named("shared")))
        orders.handle(grant(order_named("shared")))
    acks = [tmp_path / "acks-a", tmp_path / "acks-b"]
    children = [
        nursery.start("write_from_threads", str(path), name, str(noted), 8, 12)
        for name, noted in zip("ab", acks, strict=True)
    ]
    for child in children:
        nursery.wait(child, 120)
    acknowledged = [line for noted in acks for line in noted.read_text().splitlines()]

    assert len(acknowledged) == 2 * 8 * 12
    assert set(must_be_sound(path, acknowledged).values()) <= {1, 2}


@pytest.mark.kill
def test_an_application_outlives_a_fork(path: Path) -> None:
    """Parent and child go on with the same application object, each on its own connections."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.faults.forking", str(path)],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        env={"PYTHONPATH": ":".join(sys.path)},
    )

    assert (run.returncode, run.stderr) == (0, "")
    assert len(must_be_sound(path, ["parent-0", "child-0", "parent-1"])) == 42


def test_a_writer_waits_for_a_lock_that_is_released(path: Path, held: UUID) -> None:
    """Another connection's short transaction delays a command, and does not fail it."""
    with ProtectionOrders.open(path) as orders:
        orders.handle(request(held))
        orders.handle(grant(held))
        with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
            other.execute("BEGIN IMMEDIATE")
            release = threading.Timer(0.3, other.execute, ["ROLLBACK"])
            release.start()
            began = time.monotonic()
            orders.handle(notify(held, 4))
            waited = time.monotonic() - began
            release.join()

    assert 0.2 < waited < 2


def test_a_lock_that_is_not_released_makes_the_store_unavailable(
    path: Path, hurried: ProtectionOrders, held: UUID
) -> None:
    """Waiting is bounded; readers go on meanwhile, and the command may be handed in again."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        with pytest.raises(StoreUnavailable, match="locked"):
            hurried.handle(notify(held, 4), command_id="c-1")
        waited = time.monotonic() - began

        assert hurried.get(held).version == 3
        other.execute("ROLLBACK")

    assert 0.2 <= waited < 1
    assert hurried.handle(notify(held, 4), command_id="c-1").repeated is False


def test_a_file_that_is_kept_to_oneself_is_unavailable(path: Path, held: UUID) -> None:
    """Where even readers are locked out, opening fails in bounded time with the same error."""
    ProtectionOrders.open(path).close()
    env = {
        "PERSISTENCE_MODULE": "eventsourcing.sqlite",
        "SQLITE_DBNAME": str(path),
        "SQLITE_LOCK_TIMEOUT": "1",
    }
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM commands")
        other.execute("COMMIT")
        with pytest.raises(StoreUnavailable, match="locked"):
            ProtectionOrders(env)

    with ProtectionOrders(env) as orders:
        assert orders.handle(request(held)).version == 1


def test_threads_that_cannot_write_in_time_say_so(hurried: ProtectionOrders, held: UUID) -> None:
    """A thread that waits for other threads of its own process waits a bounded time too."""
    file = hurried.factory.file  # type: ignore[attr-defined]
    with file._writing, pytest.raises(StoreUnavailable, match="threads"):
        hurried.handle(notify(held, 4))

    assert hurried.handle(notify(held, 4)).version == 4


def test_a_closed_log_says_so(path: Path, held: UUID) -> None:
    """After `close` nothing is read or written, and closing again does no harm."""
    orders = ProtectionOrders.open(path)
    orders.handle(request(held))
    orders.close()
    orders.close()
    with pytest.raises(StoreUnavailable, match="closed"):
        orders.get(held)


def test_a_file_that_is_replaced_acknowledges_nothing(
    path: Path, hurried: ProtectionOrders, held: UUID
) -> None:
    """What would go into a file that nobody finds again is not acknowledged."""
    path.rename(path.with_name("moved.db"))
    with pytest.raises(StoreUnavailable, match="moved"):
        hurried.handle(notify(held, 4))
    path.write_bytes(b"")
    with pytest.raises(StoreUnavailable, match="replaced"):
        hurried.handle(notify(held, 4))
