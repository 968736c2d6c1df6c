"""The page on PostgreSQL runs as it reads, and its roles can do what it says and no more."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg
import pytest

from orderflow.errors import NotAnEventLog, StoreUnavailable
from orderflow.publication import Channel, Publication
from orderflow.store import LogReader, ProtectionOrders
from orderflow.views import Views
from tests.contracts.cases import grant, request, whole_case
from tests.docs.pages import DOCS, Block, blocks
from tests.docs.running import run_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.servers.postgres import PostgresServer

PAGE = DOCS / "embedding" / "postgresql.md"
ROLES = {
    "OWNER": ("orders_owner", 1),
    "WRITER": ("orders_writer", 2),
    "READER": ("orders_reader", 3),
}


def address_of(server: PostgresServer, role: str) -> str:
    """Return the address by which a role comes in."""
    user, number = ROLES[role]
    return server.address("orders", user=user, password=f"change-me-{number}")


def run_block(server: PostgresServer, block: Block) -> None:
    """Run the SQL of the page as the role that it names; nobody is there to be waited for."""
    who = re.search(r"as=(\w+) database=(\w+)", block.info)
    assert who is not None, block.info
    if "synchronous_standby_names" in block.text:
        return
    user, database = who.groups()
    passwords = dict(re.findall(r"CREATE ROLE (\w+) LOGIN PASSWORD '([\w-]+)'", PAGE.read_text()))
    address = server.address(database)
    if user in passwords:
        address = server.address(database, user=user, password=passwords[user])
    with psycopg.connect(address, autocommit=True) as connection:
        for statement in filter(str.strip, block.text.split(";\n")):
            connection.execute(statement.encode())


@pytest.fixture
def server(postgres: PostgresServer) -> Iterator[PostgresServer]:
    """A server without the database and the roles of the page."""
    yield postgres
    postgres.run("DROP DATABASE IF EXISTS orders WITH (FORCE)")
    for user, _ in ROLES.values():
        with suppress(psycopg.Error):
            postgres.run(f"DROP ROLE {user}")


@pytest.fixture
def made(server: PostgresServer) -> PostgresServer:
    """The log of the page, made and granted by its own SQL."""
    administrator, roles, views, *_ = (block for block in blocks(PAGE) if block.language == "sql")
    run_block(server, administrator)
    ProtectionOrders.open(address_of(server, "OWNER")).close()
    run_block(server, roles)
    run_block(server, views)
    return server


def test_the_page_runs_as_it_reads(
    server: PostgresServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever types what the page shows, from top to bottom, sees what it shows."""
    monkeypatch.chdir(tmp_path)
    for role in ROLES:
        monkeypatch.setenv(role, address_of(server, role))

    run_page(PAGE, tmp_path, run_sql=lambda block: run_block(server, block))


def test_a_writer_lives_a_whole_case(made: PostgresServer) -> None:
    """Appending, repeating, reading and following take no more than the page grants."""
    order_id = uuid4()
    with ProtectionOrders.open(address_of(made, "WRITER")) as orders:
        for command in whole_case(order_id):
            orders.handle(command, command_id=type(command).__name__)
        again = orders.handle(grant(order_id), command_id="GrantOrder")

        assert again.repeated
        assert len(orders.history(order_id)) == 8
        assert len(orders.notification_log.select(start=1, limit=10)) == 8


def test_a_writer_keeps_up_views_and_publishes(made: PostgresServer) -> None:
    """What a worker and a service need besides is the one schema that the page gives them."""
    with ProtectionOrders.open(address_of(made, "WRITER")) as orders:
        for command in whole_case(uuid4()):
            orders.handle(command)
        with Views(orders) as views, Publication(orders) as publication:
            views.catch_up()
            publication.catch_up()
            assert len(views.search().rows) == 1
            assert publication.last(Channel.EARLY) == 8


@pytest.mark.parametrize("role", ["WRITER", "READER"])
@pytest.mark.parametrize(
    "change",
    [
        "INSERT INTO {} DEFAULT VALUES",
        "UPDATE {} SET {column} = {column}",
        "DELETE FROM {}",
        "TRUNCATE {}",
        "ALTER TABLE {} DISABLE TRIGGER ALL",
        "DROP TABLE {}",
    ],
)
@pytest.mark.parametrize("table", ["stored_events", "commands", "log_mark", "log_formats"])
def test_no_role_but_the_owner_changes_a_table(
    made: PostgresServer, role: str, change: str, table: str
) -> None:
    """Neither writer nor reader inserts, edits or deletes, or gets at the triggers."""
    columns = {"log_mark": "clock", "log_formats": "format"}
    statement = change.replace("{column}", columns.get(table, "originator_id"))
    with (
        psycopg.connect(address_of(made, role)) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(statement.replace("{}", f"orderflow.{table}").encode())


def test_a_reader_appends_nothing(made: PostgresServer) -> None:
    """What a reader hands in is refused and leaves no trace."""
    with ProtectionOrders.open(address_of(made, "READER"), create=False) as orders:
        with pytest.raises(StoreUnavailable, match="not permitted"):
            orders.handle(request())
        assert orders.recorder.max_notification_id() is None
    with LogReader.open(address_of(made, "READER")) as reader:
        assert list(reader.order_ids()) == []


def test_what_appends_cannot_be_led_elsewhere(made: PostgresServer) -> None:
    """A writer's own objects and search path do not run with the owner's rights."""
    with psycopg.connect(address_of(made, "WRITER"), autocommit=True) as connection:
        connection.execute(
            "CREATE FUNCTION pg_temp.set_config(text, text, boolean) RETURNS text LANGUAGE sql"
            " AS $$DELETE FROM orderflow.stored_events RETURNING 'x'$$"
        )
        connection.execute("CREATE TEMPORARY TABLE stored_events (a integer)")
        connection.execute("SET search_path = pg_temp, pg_catalog")
        connection.execute(
            "CALL orderflow.append('1s', NULL, NULL, NULL, NULL, NULL,"
            " '{x}', '{1}', '{t}', '{a}', NULL)"
        )
        assert connection.execute("SELECT count(*) FROM orderflow.stored_events").fetchone() == (1,)


@pytest.mark.parametrize("role", ["WRITER", "READER"])
def test_nobody_but_an_append_holds_up_writers(made: PostgresServer, role: str) -> None:
    """The lock of the log is not for whoever likes to take it."""
    with (
        psycopg.connect(address_of(made, role)) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute("LOCK TABLE orderflow.log_mark IN ROW EXCLUSIVE MODE")


def test_without_grants_nothing_can_be_read(made: PostgresServer) -> None:
    """Whoever was granted nothing is told that access is not permitted."""
    made.run("CREATE ROLE stranger LOGIN PASSWORD 'x'")
    try:
        address = made.address("orders", user="stranger", password="x")
        with pytest.raises(StoreUnavailable, match="not permitted"):
            LogReader.open(address)
        with pytest.raises(NotAnEventLog):
            LogReader.open(f"{address}?schema=elsewhere")
        with pytest.raises(StoreUnavailable, match="not permitted"):
            ProtectionOrders.open(f"{address}?schema=elsewhere")
    finally:
        made.run("DROP ROLE stranger")
