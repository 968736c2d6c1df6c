"""Where a log is, as the settings of the `eventsourcing` library."""

from __future__ import annotations

import os
from typing import Final

_MEMORY: Final = ":memory:"
_SQLITE: Final = "sqlite:///"
_POSTGRES: Final = ("postgres:", "postgresql:", "postgresql+")


def settings_of(address: str | os.PathLike[str]) -> dict[str, str]:
    """Return the library's settings for an address.

    Args:
        address: `:memory:`, a path such as `orders.db`, or `sqlite:///orders.db` (relative) and
            `sqlite:////srv/orders.db` (absolute).

    Raises:
        ValueError: It is none of these.
    """
    text = os.fspath(address)
    if text.startswith(_POSTGRES):
        msg = "PostgreSQL comes with a later version of orderflow; this one keeps orders in SQLite"
        raise ValueError(msg)
    path = text.removeprefix(_SQLITE)
    if path == _MEMORY:
        return {"PERSISTENCE_MODULE": "eventsourcing.popo"}
    if not path or "://" in path or path.startswith("file:") or "\0" in path:
        # The address is not repeated: it may hold a password.
        msg = "not the address of an event log; give a path, sqlite:///path or :memory:"
        raise ValueError(msg)
    return {"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": path}
