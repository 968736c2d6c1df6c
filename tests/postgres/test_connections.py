"""Lost connections, crowded pools, locks and standbys: what is told is so, and nothing hangs."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from orderflow.errors import OutcomeUnknown, StoreUnavailable
from orderflow.store import LogReader, ProtectionOrders
from orderflow.store.postgres.connections import Limits
from tests.contracts.cases import entry, grant, notify, request
from tests.faults.children import order_named
from tests.postgres.conftest import ORDER, Log
from tests.servers.postgres import PostgresServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SESSIONS = "FROM pg_stat_activity WHERE application_name = 'orderflow'"


@pytest.fixture
def server() -> Iterator[PostgresServer]:
    """A server of the test's own, that it may stop."""
    with PostgresServer() as started:
        yield started


def after(act: Callable[[], object], orders: ProtectionOrders) -> None:
    """Run `act` once, right after the next append has returned and before its answer is seen."""
    append = orders._records.insert_events

    def appending(*events: Any, **more: Any) -> Any:  # noqa: ANN401
        orders._records.insert_events = append  # type: ignore[method-assign]
        append(*events, **more)
        act()
        msg = "lost"
        raise OutcomeUnknown(msg, command_id="c-9")

    orders._records.insert_events = appending  # type: ignore[method-assign]


def test_an_answer_that_was_lost_is_found_again(log: Log) -> None:
    """What was recorded before the connection was lost is this call's own result, not a repeat."""
    with log.open() as orders:
        after(lambda: None, orders)
        result = orders.handle(notify(ORDER, 5), command_id="c-9")

        assert (result.version, result.repeated) == (5, False)
        assert orders.get(ORDER).version == 5
        assert orders.handle(notify(ORDER, 5), command_id="c-9").repeated


def test_a_doubt_that_cannot_be_resolved_is_told_as_a_doubt(server: PostgresServer) -> None:
    """With the server gone for good, the error names the command to hand in again."""
    with ProtectionOrders.open(f"{server.address()}?connect_timeout=1") as orders:
        orders._records._connections._limits = Limits(patience=0.2)  # type: ignore[attr-defined]
        orders.handle(request(ORDER))
        orders.handle(grant(ORDER))
        after(lambda: server.stop("immediate"), orders)
        with pytest.raises(OutcomeUnknown) as unknown:
            orders.handle(notify(ORDER, 5), command_id="c-9")
        assert unknown.value.command_id == "c-9"

        server.start()
        assert orders.handle(notify(ORDER, 5), command_id="c-9").repeated
        assert orders.get(ORDER).version == 4


def test_a_server_that_was_restarted_is_gone_on_with(server: PostgresServer) -> None:
    """Idle connections that died meanwhile are replaced; nobody is told of it."""
    with ProtectionOrders.open(server.address()) as orders:
        orders.handle(request(ORDER))
        for mode in ("fast", "immediate"):
            server.stop(mode)
            server.start()
            orders.handle(request(), command_id=mode)

        assert len(list(orders.order_ids())) == 3


def test_who_waits_for_a_server_does_so_for_a_bounded_time(server: PostgresServer) -> None:
    """A server that is gone is StoreUnavailable once patience is over; then it may come back."""
    with ProtectionOrders.open(server.address()) as orders:
        orders._records._connections._limits = Limits(patience=0.3)  # type: ignore[attr-defined]
        server.stop("fast")
        began = time.monotonic()
        for act in (lambda: orders.handle(request(ORDER)), lambda: list(orders.order_ids())):
            with pytest.raises(StoreUnavailable):
                act()
        assert time.monotonic() - began < 5
        server.start()
        assert orders.handle(request(ORDER)).version == 1


def test_a_server_that_comes_back_in_time_was_never_gone(server: PostgresServer) -> None:
    """A restart is waited for."""
    with ProtectionOrders.open(server.address()) as orders:
        server.stop("immediate")
        with ThreadPoolExecutor(1) as pool:
            call = pool.submit(orders.handle, request(ORDER))
            time.sleep(0.3)
            server.start()
            assert call.result().version == 1


def test_a_lock_that_others_keep_is_waited_for_a_bounded_time(log: Log) -> None:
    """Nothing was recorded, and the next attempt succeeds once the lock is free."""
    with log.open() as orders, psycopg.connect(log.server.address()) as holder:
        orders._records._wait = "100ms"  # type: ignore[attr-defined]
        holder.execute(f"LOCK TABLE {log.schema}.log_mark IN EXCLUSIVE MODE".encode())
        with pytest.raises(StoreUnavailable, match="keeps it locked") as locked:
            orders.handle(notify(ORDER, 5), command_id="c-9")
        assert not isinstance(locked.value, OutcomeUnknown)
        holder.rollback()
        assert orders.handle(notify(ORDER, 5), command_id="c-9").repeated is False


def test_a_limit_of_the_server_on_time_is_told(postgres: PostgresServer, log: Log) -> None:
    """A statement time-out while others keep the lock leaves no trace, and no false certainty."""
    postgres.run("ALTER DATABASE postgres SET statement_timeout = '200ms'")
    try:
        with log.open() as orders, psycopg.connect(postgres.address()) as holder:
            holder.execute(f"LOCK TABLE {log.schema}.log_mark IN EXCLUSIVE MODE".encode())
            with pytest.raises(StoreUnavailable):
                orders.handle(notify(ORDER, 5), command_id="c-9", max_attempts=2)
            holder.rollback()
            assert orders.handle(notify(ORDER, 5), command_id="c-9").repeated is False
    finally:
        postgres.run("ALTER DATABASE postgres RESET statement_timeout")


def test_a_crowded_pool_says_so(log: Log) -> None:
    """Who gets no connection in time is told how many there are."""
    with log.open() as orders:
        connections = orders._records._connections  # type: ignore[attr-defined]
        connections._limits = Limits(most=1, patience=0.2)
        connections._free = threading.BoundedSemaphore(1)
        with (
            connections._borrowed(time.monotonic() + 1),
            pytest.raises(StoreUnavailable, match="all 1 connections"),
        ):
            orders.get(ORDER)
        assert orders.get(ORDER).version == 4


def test_connections_do_not_grow_old(log: Log) -> None:
    """Each is replaced after its time, so that a balancer in between can move us."""
    with log.open() as orders:
        connections = orders._records._connections  # type: ignore[attr-defined]
        connections._limits = Limits(max_age=0.0)
        seen = {connections.read(b"SELECT pg_backend_pid()")[0][0] for _ in range(3)}

        assert len(seen) >= 2


def test_a_closed_log_opens_no_connection(log: Log) -> None:
    """After `close`, nothing is read or written any more."""
    orders = log.open()
    orders.close()
    with pytest.raises(StoreUnavailable, match="closed"):
        orders.get(ORDER)


def test_nothing_is_left_open(postgres: PostgresServer, log: Log) -> None:
    """Whoever closes a log leaves no session behind."""
    with log.open() as orders, LogReader.open(log.address) as reader:
        orders.get(ORDER)
        reader.history(ORDER)
    give_up_at = time.monotonic() + 10
    while postgres.run(f"SELECT count(*) {SESSIONS}") != [(0,)]:
        assert time.monotonic() < give_up_at
        time.sleep(0.02)


def test_an_interrupted_read_leaves_no_connection_in_the_middle(log: Log) -> None:
    """Whatever stops the caller, the next one gets a sound connection."""
    with log.open() as orders:
        connections = orders._records._connections  # type: ignore[attr-defined]

        def interrupted() -> None:
            with connections._borrowed(time.monotonic() + 1) as link:
                link.connection.execute("BEGIN")
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            interrupted()
        assert orders.get(ORDER).version == 4


def test_a_process_that_forks_goes_on_on_both_sides(postgres_address: str) -> None:
    """Parent and child write after a fork, and neither says goodbye in the other's name."""
    command = [sys.executable, "-m", "tests.faults.forking", postgres_address]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, check=False, env=env, capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")
    with ProtectionOrders.open(postgres_address) as orders:
        history = orders.history(order_named("forked"))
    assert [item.version for item in history] == list(range(1, 44))


def test_a_reader_refuses_to_write_before_it_asks(log: Log) -> None:
    """`LogReader` has no way to append, and its transactions are of the kind that cannot."""
    with LogReader.open(log.address) as reader:
        records = reader._records
        with pytest.raises(StoreUnavailable, match="only be read"):
            records.insert_events([])  # type: ignore[attr-defined]
        with pytest.raises(StoreUnavailable, match="only be read"):
            records._connections.read(  # type: ignore[attr-defined]
                f"DELETE FROM {log.schema}.commands RETURNING 1".encode()
            )


def test_what_the_library_saves_needs_no_command(log: Log) -> None:
    """`save` without a command records events, also of several orders at once."""
    with log.open() as orders:
        orders.save(entry(ORDER, 5), entry(ORDER, 6))
        assert orders.recorder.max_notification_id() == 7
        assert orders.recorder.insert_events([]) == []
