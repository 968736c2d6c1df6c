"""Where a log is, as the settings of the `eventsourcing` library."""

from __future__ import annotations

import os
import re
from typing import Final

_MEMORY: Final = ":memory:"
_SQLITE: Final = "sqlite:///"
_POSTGRES: Final = ("postgresql://", "postgres://")
_WELL_FORMED: Final = re.compile(
    r"postgres(?:ql)?://(?:[^:/@?]*(?::[^:/@?]*)?@)?[\w.,-]*(?::\d[\w.,-]*)*/(?P<name>[\w-]+)(?:\?.*)?"
)


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


def is_server(address: str) -> bool:
    """Tell whether an address is that of a database on a server."""
    return address.startswith(_POSTGRES)


def shown(address: str) -> str:
    """Return an address that may be shown: of a database on a server, its name at most."""
    if not is_server(address):
        return address
    whole = _WELL_FORMED.fullmatch(address)
    # A password that was not written as it must be may end up anywhere.
    return f"postgresql://…/{whole['name']}" if whole else "postgresql://…"
