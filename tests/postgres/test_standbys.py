"""What is told is on disk, and on the standby that is waited for; which reads, and takes over."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from orderflow.errors import StoreUnavailable
from orderflow.store import LogReader, ProtectionOrders
from tests.contracts.cases import grant, notify, request
from tests.postgres.conftest import ORDER
from tests.servers.postgres import PostgresServer, Standby

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def server() -> Iterator[PostgresServer]:
    """A server of the test's own, that it may stop."""
    with PostgresServer() as started:
        yield started


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
