"""What tests of the log on PostgreSQL share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from orderflow.store import ProtectionOrders
from tests.contracts.cases import grant, notify, request
from tests.faults.children import order_named

if TYPE_CHECKING:
    from tests.servers.postgres import PostgresServer

ORDER = order_named("damaged")
OTHER = order_named("other")


class Log:
    """A log of two orders, the first with four events, and a way behind its back."""

    def __init__(self, server: PostgresServer, address: str) -> None:
        """Record them."""
        self.server = server
        self.address = address
        self.schema = address.partition("schema=")[2]
        with self.open() as orders:
            orders.handle(request(ORDER), command_id="c-1")
            orders.handle(grant(ORDER), command_id="c-2")
            orders.handle(notify(ORDER, 4), command_id="c-3")
            orders.handle(request(OTHER))

    def open(self, **options: Any) -> ProtectionOrders:  # noqa: ANN401
        """Open it."""
        return ProtectionOrders.open(self.address, **options)

    def run(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Run a statement as the owner, `{}` being the schema; triggers are not asked."""
        with psycopg.connect(self.server.address(), autocommit=True) as connection:
            connection.execute("SET session_replication_role = replica")
            cursor = connection.execute(statement.replace("{}", self.schema).encode(), values)
            return cursor.fetchall() if cursor.description else []


@pytest.fixture
def log(postgres: PostgresServer, postgres_address: str) -> Log:
    """A log of two orders."""
    return Log(postgres, postgres_address)
