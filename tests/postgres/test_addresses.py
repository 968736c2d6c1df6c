"""Addresses and settings lead to a log, and nothing that is told holds a password."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

import pytest
from eventsourcing.utils import Environment

from orderflow.cli import main
from orderflow.errors import StoreUnavailable
from orderflow.store import LogReader, ProtectionOrders
from orderflow.store.address import settings_of, shown
from orderflow.store.postgres.place import Place
from tests.contracts.cases import request
from tests.unit.cli.support import without

if TYPE_CHECKING:
    from tests.servers.postgres import PostgresServer

SECRET = "s3cr3t"


def place(address: str, *, to_write: bool = True) -> Place:
    """Return the place that an address names."""
    return Place.of(Environment("", {"POSTGRES_URL": address}), to_write=to_write)


def test_an_address_is_read_as_libpq_reads_it() -> None:
    """User, password, hosts, ports, database and options; the schema is ours."""
    found = place("postgresql://u:p%40ss@a:1,b:2/orders?sslmode=require&schema=mine")

    assert found.schema == "mine"
    assert found.name == "orders.mine"
    wanted = {
        "user": "u",
        "password": "p@ss",
        "host": "a,b",
        "port": "1,2",
        "dbname": "orders",
        "sslmode": "require",
        "target_session_attrs": "read-write",
        "client_encoding": "utf8",
    }
    assert wanted.items() <= found.parameters.items()
    assert "ss" not in repr(found)


def test_who_only_reads_takes_any_server() -> None:
    """With several servers a reader does not ask for the one that can be written."""
    assert "target_session_attrs" not in place("postgresql://a,b/orders", to_write=False).parameters


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://u:{SECRET}@h/orders?bogus=1",
        f"postgresql://u:{SECRET}@h/orders?sslmode",
        f"postgresql://u:{SECRET}@h/orders?schema=a;b",
        f"postgresql://u:{SECRET}@h/orders?schema=pg_mine",
        f"postgresql://u:{SECRET}%zz@h/orders",
        f"mysql://u:{SECRET}@h/orders",
    ],
)
def test_what_is_no_address_is_the_callers_mistake(address: str) -> None:
    """And is not repeated."""
    for opening in (ProtectionOrders.open, LogReader.open):
        with pytest.raises(ValueError, match=r"address|schema") as wrong:
            opening(address)
        assert SECRET not in "".join(traceback.format_exception(wrong.value))


@pytest.mark.parametrize(
    "address, why",
    [
        (f"postgresql://nobody_there:{SECRET}@127.0.0.1:{{port}}/postgres", "refuses the login"),
        (f"postgresql://u:{SECRET}@127.0.0.1:1/orders", "no connection"),
        (f"postgresql://u:p@{SECRET}@127.0.0.1:{{port}}/orders", "no connection"),
        (f"postgresql://u:p/{SECRET}@127.0.0.1:{{port}}/orders", "no connection|address"),
        (f"postgresql://owner:{SECRET}@127.0.0.1:{{port}}/nowhere", "no such database"),
    ],
)
def test_who_does_not_get_in_learns_why_and_nothing_else(
    postgres: PostgresServer, address: str, why: str
) -> None:
    """Not even a password that was written where a host should be appears in what is told."""
    with pytest.raises((StoreUnavailable, ValueError), match=why) as refused:
        ProtectionOrders.open(address.format(port=postgres.port))

    assert SECRET not in "".join(traceback.format_exception(refused.value))


def test_the_librarys_settings_lead_to_the_same_log(
    postgres: PostgresServer, postgres_address: str
) -> None:
    """`PERSISTENCE_MODULE` and `POSTGRES_…` open what the address opens."""
    env = {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": "postgres",
        "POSTGRES_HOST": "127.0.0.1",
        "POSTGRES_PORT": str(postgres.port),
        "POSTGRES_USER": "owner",
        "POSTGRES_PASSWORD": "",
        "POSTGRES_SCHEMA": postgres_address.partition("schema=")[2],
        "POSTGRES_POOL_SIZE": "1",
        "POSTGRES_MAX_OVERFLOW": "0",
        "POSTGRES_LOCK_TIMEOUT": "1",
    }
    with ProtectionOrders(env) as orders:
        order_id = orders.handle(request()).order_id
    with ProtectionOrders.open(postgres_address) as orders:
        assert orders.get(order_id).version == 1


def fresh_password() -> str:
    """Return the password of `test_a_password_may_be_fetched_for_each_connection`."""
    return SECRET


def test_a_password_may_be_fetched_for_each_connection(
    postgres: PostgresServer, postgres_address: str
) -> None:
    """The library's setting for tokens that do not last is honoured."""
    schema = postgres_address.partition("schema=")[2]
    postgres.run(
        f"CREATE ROLE {schema}_owner LOGIN PASSWORD '{SECRET}'",
        f"GRANT CREATE ON DATABASE postgres TO {schema}_owner",
    )
    env = {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": "postgres",
        "POSTGRES_HOST": "127.0.0.1",
        "POSTGRES_PORT": str(postgres.port),
        "POSTGRES_USER": f"{schema}_owner",
        "POSTGRES_GET_PASSWORD_TOPIC": f"{__name__}:fresh_password",
        "POSTGRES_SCHEMA": schema,
    }
    with ProtectionOrders(env) as orders:
        assert orders.handle(request()).version == 1


@pytest.mark.parametrize(
    "setting, value, what",
    [
        ("POSTGRES_DBNAME", "", "which database"),
        ("POSTGRES_LOCK_TIMEOUT", "soon", "POSTGRES_LOCK_TIMEOUT"),
        ("POSTGRES_MAX_WAITING", "many", "POSTGRES_MAX_WAITING"),
        ("POSTGRES_SCHEMA", "a b", "schema"),
    ],
)
def test_settings_that_cannot_be_meant_are_named(setting: str, value: str, what: str) -> None:
    """The name of the setting is in the error."""
    env = {"PERSISTENCE_MODULE": "eventsourcing.postgres", "POSTGRES_DBNAME": "x", setting: value}
    with pytest.raises(ValueError, match=what):
        ProtectionOrders(env)


@pytest.mark.parametrize(
    "address, what",
    [
        ("orders.db", "orders.db"),
        (f"postgresql://u:{SECRET}@h:5432/orders?sslmode=require", "postgresql://…/orders"),
        (f"postgres://h/orders?password={SECRET}", "postgresql://…/orders"),
        (f"postgresql://u:p@{SECRET}@h/orders", "postgresql://…"),
        (f"postgresql://u:p/{SECRET}", "postgresql://…"),
    ],
)
def test_an_address_is_shown_without_its_secrets(address: str, what: str) -> None:
    """Of a database on a server, its name at most."""
    assert shown(address) == what


def test_an_address_becomes_settings_of_the_library() -> None:
    """So that the environment of a process may say the same."""
    assert settings_of("postgresql://h/orders") == {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_URL": "postgresql://h/orders",
    }


def test_without_the_extra_it_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever has not installed the driver is told what to install, and sees no traceback."""
    with without("psycopg", "orderflow.store.postgres"):
        with pytest.raises(ModuleNotFoundError, match=r"orderflow\[postgres\]"):
            ProtectionOrders.open("postgresql://h/orders")
        code = main(["history", "3f2a", "--db", "postgresql://h/orders"])

    assert code == 2
    assert "orderflow[postgres]" in capsys.readouterr().err
