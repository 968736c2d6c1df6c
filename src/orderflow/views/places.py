"""Where the views of a log are: beside a file, within a database server, or in memory with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from orderflow.store.memory import MemoryFactory
from orderflow.views.sqlite import MemoryViews, SQLiteViews

if TYPE_CHECKING:
    from orderflow.store.application import ProtectionOrders
    from orderflow.views.database import ViewDatabase

_in_memory: WeakKeyDictionary[object, MemoryViews] = WeakKeyDictionary()


def database_of(orders: ProtectionOrders) -> ViewDatabase:
    """Return where the views of a log are kept; made if there are none yet.

    For `orders.db` that is `orders.db.views`, beside it.

    Raises:
        NotAnEventLog: There is something else at that place.
        StoreUnavailable: It cannot be opened or made.
    """
    factory = orders.factory
    if isinstance(factory, MemoryFactory):
        return _in_memory.setdefault(orders.recorder, MemoryViews())
    log: Path = factory.file.path  # type: ignore[attr-defined]  # A factory of ours.
    return SQLiteViews(log.with_name(f"{log.name}.views"))
