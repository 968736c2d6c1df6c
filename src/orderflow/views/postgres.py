"""Views on PostgreSQL: in the database of the log, in a schema of their own beside it.

In a schema of their own, so that whoever keeps views up needs no right to touch the log, and all
views can be dropped with one word. A log in the schema `orderflow` has its views in
`orderflow_views`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from psycopg import Connection

    from orderflow.store.postgres.connections import Connections
    from orderflow.views.database import Row, Transaction

T = TypeVar("T")

_SUFFIX: Final = "_views"
_LONGEST: Final = 63


class PostgresRows:
    """See `Transaction`."""

    def __init__(self, connection: Connection[Any]) -> None:
        """Take a connection in the middle of a transaction."""
        self._connection = connection

    def execute(self, statement: str, *values: object) -> int:
        """See `Transaction.execute`."""
        return self._connection.execute(_psycopg(statement), values).rowcount

    def many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """See `Transaction.many`."""
        with self._connection.cursor() as cursor:
            cursor.executemany(_psycopg(statement), list(rows))

    def rows(self, statement: str, *values: object) -> list[Row]:
        """See `Transaction.rows`."""
        return self._connection.execute(_psycopg(statement), values).fetchall()


class PostgresViews:
    """Views beside a log on PostgreSQL; satisfies `ViewDatabase`."""

    def __init__(self, connections: Connections, schema: str) -> None:
        """Take the way to the log, and its schema; makes the schema of the views.

        Raises:
            ValueError: The name of the schema leaves no room for that of the views.
            StoreUnavailable: The server cannot be reached, or we may not make the schema.
        """
        if len(schema) > _LONGEST - len(_SUFFIX):
            msg = f"views need a schema whose name is at most {_LONGEST - len(_SUFFIX)} long"
            raise ValueError(msg)
        self._connections = connections
        self._name = f"{schema}{_SUFFIX}"
        self._schema = f'"{self._name}"'
        self._lock = f"orderflow views of {schema}"
        self._made: set[str] = set()

    def read(self, work: Callable[[Transaction], T]) -> T:
        """See `ViewDatabase.read`."""
        return self._run(work)

    def write(self, work: Callable[[Transaction], T]) -> T:
        """See `ViewDatabase.write`; `work` is run again where the connection was lost."""
        return self._run(work)

    def make(self, statements: Iterable[str]) -> None:
        """See `ViewDatabase.make`."""
        new = [one for one in statements if one not in self._made]
        if not new:
            return

        def within(connection: Connection[Any]) -> None:
            # Two who make the same table at once would be in each other's way.
            connection.execute(
                "SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext(%s))", (self._lock,)
            )
            there = b"SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = %s"
            # Not IF NOT EXISTS: that asks for the right to make one even where there is one.
            if connection.execute(there, (self._name,)).fetchone() is None:
                connection.execute(f"CREATE SCHEMA {self._schema}".encode())
            connection.execute(f"SET LOCAL search_path TO {self._schema}".encode())
            for statement in new:
                connection.execute(statement.encode())

        self._connections.change(within)
        self._made.update(new)

    def close(self) -> None:
        """Do nothing: the connections are those of the log."""

    def _run(self, work: Callable[[Transaction], T]) -> T:
        def within(connection: Connection[Any]) -> T:
            # For this transaction only: behind a pool the next one belongs to somebody else.
            connection.execute(f"SET LOCAL search_path TO {self._schema}".encode())
            return work(PostgresRows(connection))

        return self._connections.change(within)


def _psycopg(statement: str) -> bytes:
    return statement.replace("?", "%s").encode()
