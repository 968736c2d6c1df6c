"""Where the views of a log are: beside a file, within a database server, or in memory with it."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from orderflow.store.memory import MemoryFactory
from orderflow.store.sqlite.factory import LogFactory
from orderflow.views.sqlite import MemoryViews, SQLiteViews

if TYPE_CHECKING:
    from orderflow.store.application import ProtectionOrders
    from orderflow.views.database import ViewDatabase

_in_memory: WeakKeyDictionary[object, MemoryViews] = WeakKeyDictionary()
_making = Lock()


def database_of(orders: ProtectionOrders) -> ViewDatabase:
    """Return where the views of a log are kept; made if there are none yet.

    For `orders.db` that is `orders.db.views`, beside it; for a log on PostgreSQL, a schema beside
    that of the log.

    Raises:
        NotAnEventLog: There is something else at that place.
        StoreUnavailable: It cannot be opened or made.
    """
    factory = orders.factory
    if isinstance(factory, MemoryFactory):
        with _making:
            found = _in_memory.get(orders.recorder)
            if found is None:
                found = _in_memory[orders.recorder] = MemoryViews()
        return found
    if isinstance(factory, LogFactory):
        log = factory.file.path
        return SQLiteViews(log.with_name(f"{log.name}.views"))
    return _on_postgres(factory)


def _on_postgres(factory: object) -> ViewDatabase:
    # The driver is an extra: only whoever has such a log has it.
    from orderflow.store.postgres.factory import PostgresLogFactory  # noqa: PLC0415
    from orderflow.views.postgres import PostgresViews  # noqa: PLC0415

    assert isinstance(factory, PostgresLogFactory)  # noqa: S101 - there is no other
    return PostgresViews(factory.connections, factory.place.schema)
