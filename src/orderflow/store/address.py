"""Where a log is, as the settings of the `eventsourcing` library."""

from __future__ import annotations

import os
from typing import Final
from urllib.parse import urlsplit

_MEMORY: Final = ":memory:"
_SQLITE: Final = "sqlite:///"
_POSTGRES: Final = ("postgresql://", "postgres://")


def settings_of(address: str | os.PathLike[str]) -> dict[str, str]:
    """Return the library's settings for an address.

    Args:
        address: `:memory:`, a path such as `orders.db`, or `sqlite:///orders.db` (relative) and
            `sqlite:////srv/orders.db` (absolute); or that of a database on PostgreSQL, as libpq
            reads it, with `schema=` for another schema than `orderflow`.

    Raises:
        ValueError: It is none of these.
    """
    text = os.fspath(address)
    if text.startswith(_POSTGRES):
        return {"PERSISTENCE_MODULE": "eventsourcing.postgres", "POSTGRES_URL": text}
    path = text.removeprefix(_SQLITE)
    if path == _MEMORY:
        return {"PERSISTENCE_MODULE": "eventsourcing.popo"}
    if not path or "://" in path or path.startswith("file:") or "\0" in path:
        # The address is not repeated: it may hold a password.
        msg = "not the address of an event log; give a path, postgresql://… or :memory:"
        raise ValueError(msg)
    return {"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": path}


def shown(address: str) -> str:
    """Return an address that may be shown: of a database on a server, its name alone."""
    if not address.startswith(_POSTGRES):
        return address
    database = urlsplit(address).path.strip("/")
    return f"the database '{database}'" if database else "the database"
