"""The formats of a log on PostgreSQL: how one is made, brought up to date, and recognised."""

from __future__ import annotations

import hashlib
from datetime import datetime
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from orderflow.errors import NewerLog, NotAnEventLog
from orderflow.store.postgres.faults import unavailable
from orderflow.store.recorder import LogMark

if TYPE_CHECKING:
    from collections.abc import Sequence

    import psycopg

    from orderflow.store.postgres.connections import Connections
    from orderflow.store.postgres.place import Place

    Connection = psycopg.Connection[tuple[Any, ...]]

FORMATS: Final = ("0001.sql",)
"""What leads from each format to the next, from nothing on. A log of a higher format is left
alone; never edited once released."""

TABLES: Final = ("commands", "log_formats", "log_mark", "stored_events")

_FOUND: Final = b"""
    SELECT c.relname::text FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = %t AND c.relname = ANY (%t)
"""
_FACTS: Final = """
    SELECT (SELECT max(format)::bigint FROM {schema}.log_formats), clock, created_at
    FROM {schema}.log_mark
"""


class Formats:
    """The log in one schema, and the formats that this version knows."""

    def __init__(
        self, connections: Connections, place: Place, formats: Sequence[str] | None = None
    ) -> None:
        """Take where it is.

        Args:
            connections: To its server.
            place: Where.
            formats: SQL that leads from each format to the next; by default what ships.
        """
        self._connections = connections
        self._place = place
        self._formats = packaged_formats() if formats is None else formats

    def opened(self, mark: LogMark | None) -> LogMark:
        """Return what the log says of itself; makes it, or brings it up to date, where it may.

        An older log that is only to be read is read as it is.

        Args:
            mark: What a new log is to say of itself; None to change nothing.

        Raises:
            NotAnEventLog: There is none and none is to be made, or there is something else.
            NewerLog: A newer version of `orderflow` wrote it.
            StoreUnavailable: It is gone, or we may not read, make or update it.
        """
        found = self._format_there()
        if mark is not None and found < len(self._formats):
            self._connections.change(lambda connection: self._bring_up(connection, mark))
            found = self._format_there()
        if not found:
            msg = f"there is no event log in '{self._place.name}'"
            raise NotAnEventLog(msg)
        return self._facts()[1]

    def _format_there(self) -> int:
        """Return the format of the log that is there; 0 for none."""
        rows = self._connections.read(_FOUND, (self._place.schema, list(TABLES)))
        names = sorted(row[0] for row in rows)
        if not names:
            return 0
        if names != list(TABLES):
            msg = f"'{self._place.name}' holds tables of something else, and no event log"
            raise NotAnEventLog(msg)
        return self._facts()[0]

    def _facts(self) -> tuple[int, LogMark]:
        rows = self._connections.read(self._filled(_FACTS))
        try:
            ((found, clock, created_at),) = rows
            mark = LogMark(
                simulated={"simulated": True, "real": False}[clock],
                created_at=datetime.fromisoformat(created_at),
            )
            known = int(found) <= len(self._formats)
        except (KeyError, TypeError, ValueError):
            msg = f"'{self._place.name}' does not say what kind of log it is"
            raise NotAnEventLog(msg) from None
        if not known:
            written_by = "was written by a newer version of orderflow; update to read it"
            msg = f"'{self._place.name}' {written_by}"
            raise NewerLog(msg)
        return int(found), mark

    def _bring_up(self, connection: Connection, mark: LogMark) -> None:
        """Apply what is missing; of several who begin at once, one does and the others wait."""
        connection.execute(b"SELECT pg_advisory_xact_lock(%s)", (_lock_of(self._place.schema),))
        found = connection.execute(_FOUND, (self._place.schema, list(TABLES))).fetchall()
        last = 0
        if found:
            last = _one(connection, self._filled("SELECT max(format) FROM {schema}.log_formats"))
        else:
            self._require_fit(connection)
        for number, statements in enumerate(self._formats[last:], start=last + 1):
            connection.execute(self._filled(statements))
            connection.execute(
                self._filled("INSERT INTO {schema}.log_formats VALUES (%s)"), (number,)
            )
        if not found:
            connection.execute(
                self._filled("INSERT INTO {schema}.log_mark VALUES (true, %s, %s)"),
                ("simulated" if mark.simulated else "real", mark.created_at.isoformat()),
            )

    def _require_fit(self, connection: Connection) -> None:
        """Make the schema, in a database that a log can live in."""
        if _one(connection, b"SHOW server_encoding") != "UTF8":
            raise unavailable(self._place.name, "the database does not keep text as UTF8")
        there = b"SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = %s"
        if connection.execute(there, (self._place.schema,)).fetchone() is None:
            connection.execute(self._filled("CREATE SCHEMA {schema}"))

    def _filled(self, statement: str) -> bytes:
        return filled(statement, self._place)


def packaged_formats() -> tuple[str, ...]:
    """Return the SQL that leads from each format to the next."""
    folder = files("orderflow.store.postgres") / "formats"
    return tuple((folder / name).read_text(encoding="utf-8") for name in FORMATS)


def filled(statement: str, place: Place) -> bytes:
    """Return a statement about the log in one schema."""
    return statement.replace("{schema}", place.quoted_schema).encode()


def _lock_of(schema: str) -> int:
    """Return the number that those who make or update a log in one schema wait for."""
    digest = hashlib.sha256(f"orderflow log in {schema}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


def _one(connection: Connection, statement: bytes) -> Any:  # noqa: ANN401 - a value
    row = connection.execute(statement).fetchone()
    assert row is not None  # noqa: S101 - each asks for one value
    return row[0]
