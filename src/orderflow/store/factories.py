"""Which store a log is kept in, by the settings of the `eventsourcing` library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orderflow.store.memory import MemoryFactory
from orderflow.store.sqlite.factory import LogFactory, ReadOnlyLogFactory

if TYPE_CHECKING:
    from eventsourcing.utils import Environment

    from orderflow.store.postgres.factory import PostgresLogFactory
    from orderflow.store.recorder import LogMark

_IN_MEMORY: Final = ":memory:"
_MEMORY: Final = frozenset({"", "eventsourcing.popo", "eventsourcing.popo:Factory"})
_POSTGRES: Final = frozenset(
    {
        "eventsourcing.postgres",
        "eventsourcing.postgres:Factory",
        "eventsourcing.postgres:PostgresFactory",
    }
)
_SQLITE: Final = frozenset({"eventsourcing.sqlite", "eventsourcing.sqlite:Factory"})


def factory_for(env: Environment, mark: LogMark) -> MemoryFactory | LogFactory | PostgresLogFactory:
    """Return the factory for the library's settings.

    The settings name the library's own modules; the log that they lead to is ours. The SQLite
    database `:memory:` is kept as the log in memory is: to the caller they are the same. Every
    other name is a file; the library would look for `mode=memory` anywhere in it.

    Args:
        env: The settings; `PERSISTENCE_MODULE` says which store.
        mark: What a new log is to say of itself.

    Raises:
        ValueError: They name a store that there is no log for.
        ModuleNotFoundError: They name PostgreSQL, and its extra is not installed.
    """
    module = env.get("PERSISTENCE_MODULE") or ""
    if module in _MEMORY:
        return MemoryFactory(env, mark)
    if module in _POSTGRES:
        return _postgres_factory(env, mark)
    if module not in _SQLITE:
        msg = f"PERSISTENCE_MODULE is '{module}'; orders are kept in SQLite, PostgreSQL or memory"
        raise ValueError(msg)
    name = env.get("SQLITE_DBNAME") or ""
    if name == _IN_MEMORY:
        return MemoryFactory(env, mark)
    if not name or name.startswith("file:") or "\0" in name:
        msg = "SQLITE_DBNAME must be a path"
        raise ValueError(msg)
    return LogFactory(env, mark)


def read_only_factory(env: Environment) -> ReadOnlyLogFactory | PostgresLogFactory:
    """Return the factory of a log that is to be read and not written.

    Args:
        env: The settings; they name a file or a database.

    Raises:
        ValueError: They name a log in memory, which only its own process can read.
        ModuleNotFoundError: They name PostgreSQL, and its extra is not installed.
    """
    if env.get("PERSISTENCE_MODULE") in _POSTGRES:
        return _postgres_factory(env, None)
    if env.get("PERSISTENCE_MODULE") not in _SQLITE:
        msg = "a log in memory has no address; read it through the program that holds it"
        raise ValueError(msg)
    return ReadOnlyLogFactory(env)


def _postgres_factory(env: Environment, mark: LogMark | None) -> PostgresLogFactory:
    # The driver is an extra, and slow to import: only whoever names it needs it.
    from orderflow.store.postgres.factory import PostgresLogFactory  # noqa: PLC0415

    return PostgresLogFactory(env, mark)
