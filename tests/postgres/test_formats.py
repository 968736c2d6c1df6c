"""Formats: a log is made once, brought up to date once, and a newer one is left alone."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import psycopg
import pytest
from eventsourcing.utils import Environment

from orderflow.errors import NewerLog, NotAnEventLog, StoreUnavailable
from orderflow.store import LogReader, ProtectionOrders
from orderflow.store.postgres.connections import Connections
from orderflow.store.postgres.migrating import Formats, packaged_formats
from orderflow.store.postgres.place import Place
from orderflow.store.recorder import LogMark
from tests.contracts.cases import grant, notify, request
from tests.postgres.conftest import ORDER, Log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.servers.postgres import PostgresServer

MARK = LogMark(simulated=True, created_at=datetime(2025, 3, 3, tzinfo=UTC))
SECOND = "CREATE TABLE {schema}.second (a integer)"


@pytest.fixture
def formats(postgres_address: str) -> Iterator[Callable[..., Formats]]:
    """Returns the formats of a schema, with more of them than there are yet."""
    place = Place.of(Environment("", {"POSTGRES_URL": postgres_address}), to_write=True)
    connections = Connections(place)
    yield lambda *more: Formats(connections, place, (*packaged_formats(), *more))
    connections.close()


def test_many_who_open_at_once_make_one_log(postgres_address: str) -> None:
    """Of eight that find nothing one makes the log, and its mark is that of all."""

    def opened(_: int) -> datetime:
        with ProtectionOrders.open(postgres_address) as orders:
            return orders.created_at

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(opened, range(8)))) == 1


def test_many_who_open_at_once_bring_it_up_to_date_once(
    formats: Callable[..., Formats],
) -> None:
    """A format that would fail the second time is applied by one of eight; all go on."""
    formats().opened(MARK)
    with ThreadPoolExecutor(8) as pool:
        marks = list(pool.map(lambda _: formats(SECOND).opened(MARK), range(8)))

    assert marks == [MARK] * 8


def test_an_old_log_is_read_as_it_is(formats: Callable[..., Formats]) -> None:
    """Who only reads changes nothing, and reads."""
    formats().opened(MARK)

    assert formats(SECOND).opened(None) == MARK
    assert formats().opened(MARK) == MARK  # Still the first format: not newer to this version.


def test_a_format_that_fails_leaves_the_log_as_it_was(formats: Callable[..., Formats]) -> None:
    """All of a format is applied, or nothing of it."""
    formats().opened(MARK)
    with pytest.raises(StoreUnavailable):
        formats(SECOND, "THIS IS NO SQL").opened(MARK)

    assert formats(SECOND).opened(MARK) == MARK


def test_a_newer_log_is_left_alone(log: Log, formats: Callable[..., Formats]) -> None:
    """Whoever opens it, to write or to read, is told that it is newer."""
    log.run("INSERT INTO {}.log_formats VALUES (99)")
    for opening in (log.open, lambda: LogReader.open(log.address)):
        with pytest.raises(NewerLog):
            opening()


def test_an_owner_who_must_bring_it_up_to_date_is_asked_for(
    postgres: PostgresServer, log: Log
) -> None:
    """A writer that finds an old log cannot change it, and says so."""
    schema, name = log.schema, f"late_{log.schema}"
    postgres.run(
        f"CREATE ROLE {name} LOGIN PASSWORD 'x'",
        f"GRANT USAGE ON SCHEMA {schema} TO {name}",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {name}",
    )
    address = f"{postgres.address(user=name, password='x')}?schema={schema}"
    place = Place.of(Environment("", {"POSTGRES_URL": address}), to_write=True)
    connections = Connections(place)
    with pytest.raises(StoreUnavailable, match="not permitted"):
        Formats(connections, place, (*packaged_formats(), SECOND)).opened(MARK)
    connections.close()


@pytest.mark.parametrize(
    "own",
    [
        "CREATE TABLE {}.stored_events (id integer)",
        "CREATE TABLE {}.commands (id integer)",
    ],
)
def test_tables_of_something_else_are_left_alone(
    postgres: PostgresServer, postgres_address: str, own: str
) -> None:
    """A schema that holds tables of the same names is no log, and does not become one."""
    schema = postgres_address.partition("schema=")[2]
    postgres.run(f"CREATE SCHEMA {schema}", own.replace("{}", schema))
    for opening in (ProtectionOrders.open, LogReader.open):
        with pytest.raises(NotAnEventLog, match="something else"):
            opening(postgres_address)


def test_tables_beside_the_log_are_nobodys_concern(
    postgres: PostgresServer, postgres_address: str
) -> None:
    """A schema of yours may hold a log as well."""
    schema = postgres_address.partition("schema=")[2]
    postgres.run(f"CREATE SCHEMA {schema}", f"CREATE TABLE {schema}.views (id integer)")
    with ProtectionOrders.open(postgres_address) as orders:
        assert orders.handle(request()).version == 1


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE {}.log_mark SET created_at = 'yesterday'",
        "DELETE FROM {}.log_mark",
        "DELETE FROM {}.log_formats",
    ],
)
def test_a_log_that_does_not_say_what_it_is_is_not_opened(log: Log, damage: str) -> None:
    """Nothing is guessed about clock and format."""
    log.run(damage)
    with pytest.raises(NotAnEventLog, match="does not say"):
        log.open()


def test_nothing_is_made_where_nothing_is_to_be_made(postgres_address: str) -> None:
    """With `create=False`, and for a reader, an empty schema is an error and stays empty."""
    for opening in (
        lambda: ProtectionOrders.open(postgres_address, create=False),
        lambda: LogReader.open(postgres_address),
    ):
        with pytest.raises(NotAnEventLog, match="no event log"):
            opening()


def test_a_database_of_another_encoding_is_refused(postgres: PostgresServer) -> None:
    """Text that cannot be kept as it is makes no log."""
    postgres.run("CREATE DATABASE latin ENCODING 'SQL_ASCII' TEMPLATE template0 LOCALE 'C'")
    try:
        with pytest.raises(StoreUnavailable, match="UTF8"):
            ProtectionOrders.open(postgres.address("latin"))
    finally:
        postgres.run("DROP DATABASE latin WITH (FORCE)")


def test_a_dumped_log_goes_on_where_it_was(postgres: PostgresServer, log: Log) -> None:
    """`pg_dump` and a restore keep positions, versions, mark and protection."""
    binaries = postgres.binaries
    dumped = binaries.run("pg_dump", "-d", postgres.address(), "--schema", log.schema).stdout
    postgres.run("CREATE DATABASE restored")
    try:
        file = postgres.folder / "dump.sql"
        file.write_text(dumped)
        binaries.run("psql", "-v", "ON_ERROR_STOP=1", "-f", file, postgres.address("restored"))
        with ProtectionOrders.open(f"{postgres.address('restored')}?schema={log.schema}") as orders:
            assert orders.get(ORDER).version == 4
            assert orders.handle(grant(ORDER), command_id="c-2").repeated
            orders.handle(request())
            assert orders.recorder.max_notification_id() == 6
    finally:
        postgres.run("DROP DATABASE restored WITH (FORCE)")


def test_a_row_cannot_be_put_in_where_the_lock_is_not_kept(log: Log) -> None:
    """The owner's own INSERT waits for the lock of the log, as an append does."""
    insert = (
        f"INSERT INTO {log.schema}.stored_events"
        " (originator_id, originator_version, topic, state) VALUES ('x', 1, 't', '')"
    )
    with psycopg.connect(log.server.address()) as holder:
        holder.execute(f"LOCK TABLE {log.schema}.log_mark IN EXCLUSIVE MODE".encode())
        with (
            psycopg.connect(log.server.address(), options="-c lock_timeout=100") as connection,
            pytest.raises(psycopg.errors.LockNotAvailable),
        ):
            connection.execute(insert.encode())


def test_a_later_position_is_never_seen_before_an_earlier_one(log: Log) -> None:
    """While an append that has its position is not committed, nobody gets a later one."""
    begun = (
        f"SELECT {log.schema}.append_in_order('5s', NULL, NULL, NULL, NULL, NULL,"
        " ARRAY['x'], ARRAY[1]::bigint[], ARRAY['t'], ARRAY['a'::bytea])"
    )
    with (
        psycopg.connect(log.server.address()) as slow,
        log.open() as orders,
        ThreadPoolExecutor(1) as pool,
    ):
        row = slow.execute(begun.encode()).fetchone()
        quick = pool.submit(orders.handle, notify(ORDER, 5))
        time.sleep(0.3)
        seen_too_early = quick.done() or orders.recorder.max_notification_id() != 5
        slow.commit()
        quick.result(10)

        assert not seen_too_early
        assert row == ([6],)
        assert orders.history(ORDER)[-1].position == 7
