"""Where a log on PostgreSQL is: server, database, schema, and how to get in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

import psycopg
from eventsourcing.utils import Environment, resolve_topic
from psycopg.conninfo import conninfo_to_dict

if TYPE_CHECKING:
    from collections.abc import Callable

DEFAULT_SCHEMA: Final = "orderflow"
_SCHEMA: Final = re.compile(r"(?!pg_)[A-Za-z_][A-Za-z0-9_]{0,62}")
_SHOWABLE: Final = re.compile(r"[\w-]+")

_DEFAULTS: Final = {
    "application_name": "orderflow",
    "connect_timeout": 5,
    # A server that vanished without a word is noticed within half a minute.
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 25_000,
}
_FIXED: Final = {"client_encoding": "utf8"}

_NOT_AN_ADDRESS: Final = "not the address of a log on PostgreSQL; see docs/embedding/postgresql.md"


@dataclass(frozen=True)
class Place:
    """Where a log is.

    Attributes:
        schema: The schema that holds it.
        parameters: How to get in, as libpq understands it; may hold a password.
        password: Returns a fresh password for each connection, where there is such a thing.
    """

    schema: str
    parameters: dict[str, Any] = field(repr=False)
    password: Callable[[], str] | None = field(default=None, repr=False)

    @classmethod
    def of(cls, env: Environment, *, to_write: bool) -> Place:
        """Return the place that the settings name: `POSTGRES_URL`, or the library's own.

        Args:
            env: The settings.
            to_write: Whether only a server will do that can be written.

        Raises:
            ValueError: They name none.
        """
        address = env.get("POSTGRES_URL")
        schema = env.get("POSTGRES_SCHEMA")
        password = None
        if address:
            address, in_address = _without_schema(address)
            schema = in_address or schema
            given = _parsed(address)
        else:
            given, password = _from_library(env)
        chosen = {**_DEFAULTS, **given, **_FIXED}
        place = cls(_checked(schema or DEFAULT_SCHEMA), chosen, password)
        if to_write and place.several:
            chosen.setdefault("target_session_attrs", "read-write")
        return place

    @property
    def name(self) -> str:
        """What to call it; no secret, and no address."""
        database = str(self.parameters.get("dbname") or "")
        if not _SHOWABLE.fullmatch(database):
            # An address that was not written as it must be may have put anything there.
            database = "the database"
        return database if self.schema == DEFAULT_SCHEMA else f"{database}.{self.schema}"

    @property
    def quoted_schema(self) -> str:
        """The schema as SQL wants it."""
        return f'"{self.schema}"'

    @property
    def several(self) -> bool:
        """Whether it names several servers, of which one at a time can be written."""
        return "," in str(self.parameters.get("host", ""))

    def library_settings(self, env: Environment) -> Environment:
        """Return the settings with what the library's own factory insists on."""
        wanted = {
            "POSTGRES_DBNAME": self.parameters.get("dbname"),
            "POSTGRES_HOST": self.parameters.get("host"),
            "POSTGRES_PORT": self.parameters.get("port"),
            "POSTGRES_USER": self.parameters.get("user"),
            "POSTGRES_PASSWORD": self.parameters.get("password"),
            "POSTGRES_SCHEMA": self.schema,
        }
        prefix = f"{env.name.upper()}_" if env.name else ""
        filled = {f"{prefix}{name}": str(value or "") for name, value in wanted.items()}
        return Environment(env.name, {**env, **filled})


def _without_schema(address: str) -> tuple[str, str | None]:
    """Return the address without its `schema`, which libpq does not know, and the schema."""
    parts = urlsplit(address)
    options = parse_qsl(parts.query, keep_blank_values=True)
    schema = [value for name, value in options if name == "schema"]
    if not schema:
        return address, None
    rest = urlencode([pair for pair in options if pair[0] != "schema"], quote_via=quote)
    return urlunsplit(parts._replace(query=rest)), schema[-1]


def _parsed(address: str) -> dict[str, Any]:
    try:
        return dict(conninfo_to_dict(address))
    except psycopg.Error:
        # Neither the address nor what libpq says of it is repeated: it may hold a password.
        raise ValueError(_NOT_AN_ADDRESS) from None


def _from_library(env: Environment) -> tuple[dict[str, Any], Callable[[], str] | None]:
    names = ("dbname", "host", "port", "user", "password")
    given = {name: env.get(f"POSTGRES_{name.upper()}") for name in names}
    if not given["dbname"]:
        msg = "POSTGRES_DBNAME or POSTGRES_URL must say which database"
        raise ValueError(msg)
    topic = env.get("POSTGRES_GET_PASSWORD_TOPIC")
    password = None if not topic else resolve_topic(topic)
    return {name: value for name, value in given.items() if value}, password


def _checked(schema: str) -> str:
    if not _SCHEMA.fullmatch(schema):
        msg = "the schema of a log has a name of at most 63 letters, digits and underscores"
        raise ValueError(msg)
    return schema
