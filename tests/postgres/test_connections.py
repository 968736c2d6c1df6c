"""Lost connections, crowded pools, locks and standbys: what is told is so, and nothing hangs."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from orderflow.errors import OutcomeUnknown, StoreUnavailable
from orderflow.store import LogReader, ProtectionOrders
from orderflow.store.postgres.connections import Limits
from orderflow.store.postgres.migrating import lock_of
from tests.contracts.cases import entry, grant, notify, request
from tests.faults.children import order_named
from tests.postgres.conftest import ORDER, Log
from tests.servers.postgres import PostgresServer, Standby

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
        holder.execute("SELECT pg_advisory_xact_lock(%s)", (lock_of(log.schema),))
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
            holder.execute("SELECT pg_advisory_xact_lock(%s)", (lock_of(log.schema),))
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


def test_an_append_waits_for_the_disk_whatever_the_settings_say() -> None:
    """`synchronous_commit = off` is for others: a crash right after the answer takes nothing."""
    settings = {"synchronous_commit": "off", "wal_writer_delay": "10s"}
    with PostgresServer(settings) as careless:
        careless.run("CREATE TABLE careless (a integer)")
        with ProtectionOrders.open(careless.address()) as orders:
            orders.handle(request(ORDER), command_id="c-1")
            orders.handle(grant(ORDER), command_id="c-2")
            careless.run("INSERT INTO careless VALUES (1)")
            careless.stop("immediate")
            careless.start()
            assert orders.get(ORDER).version == 3
        # So did they not, without our asking.
        assert careless.run("SELECT count(*) FROM careless") == [(0,)]


@pytest.mark.parametrize("first", ["pg_terminate_backend", "pg_cancel_backend"])
def test_what_nobody_has_on_a_second_disk_is_shown_to_nobody(
    server: PostgresServer, first: str
) -> None:
    """A wait for the standby that was cut short acknowledges nothing, and no follower sees it.

    Neither does a reader, nor who hands in the same command again. All is told once it is safe.
    """
    with ProtectionOrders.open(server.address()) as orders, ThreadPoolExecutor(4) as pool:
        orders.handle(request(ORDER))
        server.run(
            "ALTER SYSTEM SET synchronous_standby_names = 'nobody'", "SELECT pg_reload_conf()"
        )
        writer = pool.submit(orders.handle, grant(ORDER), command_id="c-2")
        for how in (first, "pg_terminate_backend", "pg_cancel_backend"):
            cut_short(server, how)
        again = pool.submit(orders.handle, grant(ORDER), command_id="c-2")
        reader = pool.submit(orders.history, ORDER)
        follower = pool.submit(orders.recorder.select_notifications, 2, 10)
        time.sleep(0.5)
        shown_too_early = [call for call in (writer, again, reader, follower) if call.done()]
        server.run("ALTER SYSTEM RESET synchronous_standby_names", "SELECT pg_reload_conf()")

        assert shown_too_early == []
        assert writer.result(30).version == 3
        assert again.result(30).version == 3
        assert len(reader.result(30)) == 3
        assert [one.id for one in follower.result(30)] == [2, 3]


def cut_short(server: PostgresServer, how: str) -> None:
    """End a wait for the standby, once somebody waits."""
    give_up_at = time.monotonic() + 20
    waiting = "FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
    while not any(ended for (ended,) in server.run(f"SELECT {how}(pid) {waiting}")):
        assert time.monotonic() < give_up_at, "nobody waits for the standby"
        time.sleep(0.02)


def test_a_standby_reads_and_does_not_write(server: PostgresServer) -> None:
    """Replay, history and following work on a replica; recording is refused."""
    with ExitStack() as stack:
        orders = stack.enter_context(ProtectionOrders.open(server.address()))
        orders.handle(request(ORDER))
        standby = stack.enter_context(Standby(server))
        standby.be_waited_for()
        orders.handle(grant(ORDER))
        with LogReader.open(standby.address()) as reader:
            assert len(reader.history(ORDER)) == 3
        with ProtectionOrders.open(standby.address(), create=False) as copy:
            assert copy.get(ORDER).version == 3
            assert len(copy.recorder.select_notifications(1, 10)) == 3
            with pytest.raises(StoreUnavailable, match="only be read"):
                copy.handle(notify(ORDER, 5))
        with pytest.raises(StoreUnavailable):
            ProtectionOrders.open(f"{standby.address()}?target_session_attrs=read-write")


def test_a_writer_goes_on_at_the_standby_that_was_promoted(server: PostgresServer) -> None:
    """With both in the address, a failover is a pause, also where the old one became a replica."""
    with ExitStack() as stack:
        standby = stack.enter_context(Standby(server))
        standby.be_waited_for()
        ports = f"127.0.0.1:{server.port},127.0.0.1:{standby.port}"
        orders = stack.enter_context(ProtectionOrders.open(f"postgresql://owner@{ports}/postgres"))
        orders.handle(request(ORDER), command_id="c-1")
        server.run("ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()")
        time.sleep(0.1)
        promotion = threading.Timer(0.3, standby.promote)
        promotion.start()
        assert orders.handle(grant(ORDER), command_id="c-2").version == 3
        promotion.join()
        assert standby.run("SELECT count(*) FROM orderflow.stored_events") == [(3,)]


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
            records.insert_events([])
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
