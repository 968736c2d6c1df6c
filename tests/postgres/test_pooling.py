"""Behind a pool that lends a session for one transaction at a time, all works alike."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg
import pytest

from orderflow.store import LogReader, ProtectionOrders
from tests.contracts.cases import grant, notify, request, whole_case
from tests.servers.pooler import Pooler

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.servers.postgres import PostgresServer

LEFT_BEHIND = (
    "SELECT name FROM pg_prepared_statements",
    "SELECT objid::text FROM pg_locks WHERE locktype = 'advisory'",
    "SELECT name FROM pg_settings WHERE source = 'session'",
    "SELECT pg_listening_channels()",
)


@pytest.fixture
def pooler(postgres: PostgresServer) -> Iterator[Pooler]:
    """A pool of two sessions."""
    with Pooler(postgres) as started:
        yield started


@pytest.fixture
def pooled(pooler: Pooler, postgres_address: str) -> str:
    """An address of a log by way of the pool."""
    schema = postgres_address.partition("?")[2]
    return f"postgresql://owner@127.0.0.1:{pooler.port}/postgres?{schema}"


def left_behind(pooler: Pooler) -> set[str]:
    """Return what sessions of the pool still have of transactions that are over."""
    found: set[str] = set()
    for question in LEFT_BEHIND * 4:
        address = f"postgresql://owner@127.0.0.1:{pooler.port}/postgres"
        with psycopg.connect(address, autocommit=True, prepare_threshold=None) as connection:
            found |= {row[0] for row in connection.execute(question.encode()).fetchall()}
    return found


def test_a_case_is_lived_and_read_and_nothing_is_left_behind(pooler: Pooler, pooled: str) -> None:
    """Each transaction may meet another session, and none of them keeps anything of ours."""
    order_id = uuid4()
    with ProtectionOrders.open(pooled) as orders:
        for command in whole_case(order_id):
            orders.handle(command, command_id=type(command).__name__)
        assert orders.handle(grant(order_id), command_id="GrantOrder").repeated
        with LogReader.open(pooled) as reader:
            assert len(reader.history(order_id)) == len(orders.history(order_id)) == 8
        with orders.recorder.subscribe(gt=6) as events:
            assert [next(events).id for _ in range(2)] == [7, 8]

    assert pooler.transactions > 20
    assert left_behind(pooler) == set()


def test_more_clients_than_sessions_lose_nothing(pooler: Pooler, pooled: str) -> None:
    """Eight threads on two sessions: every command is on record once."""
    with ProtectionOrders.open(pooled) as orders:
        order_id = orders.handle(request()).order_id
        orders.handle(grant(order_id))
        with ThreadPoolExecutor(8) as pool:
            calls = [
                pool.submit(
                    orders.handle, notify(order_id, 5), command_id=f"c-{n}", max_attempts=100
                )
                for n in range(40)
            ]
            for call in calls:
                call.result()
        history = orders.history(order_id)

    assert [item.version for item in history] == list(range(1, 44))
    assert left_behind(pooler) == set()


def test_the_pool_notices_who_relies_on_a_session(pooler: Pooler) -> None:
    """A prepared statement is not found again, so that this pool can fail a test."""
    address = f"postgresql://owner@127.0.0.1:{pooler.port}/postgres"
    with (
        psycopg.connect(address, autocommit=True) as connection,
        pytest.raises(psycopg.errors.InvalidSqlStatementName),
    ):
        connection.execute("SELECT 1", prepare=True)


def test_the_pool_takes_no_options(pooler: Pooler) -> None:
    """As PgBouncer, it refuses settings at the start, so that we cannot come to need them."""
    address = f"postgresql://owner@127.0.0.1:{pooler.port}/postgres?options=-cwork_mem%3D1MB"
    with pytest.raises(psycopg.OperationalError, match="options"):
        psycopg.connect(address)
