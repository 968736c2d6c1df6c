"""Makes the recorders of an event log on PostgreSQL from the library's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

from eventsourcing.postgres import PostgresFactory

from orderflow.store.postgres.connections import Connections, Limits
from orderflow.store.postgres.migrating import Formats
from orderflow.store.postgres.place import Place
from orderflow.store.postgres.recorder import PostgresLogRecorder

if TYPE_CHECKING:
    from eventsourcing.utils import Environment

    from orderflow.store.recorder import LogMark

LOCK_TIMEOUT: Final = 5.0
"""Seconds to wait for other writers, unless the library's POSTGRES_LOCK_TIMEOUT says otherwise."""


class PostgresLogFactory(PostgresFactory):
    """The library's factory, with a log of ours; views may share the database through it.

    Reads `POSTGRES_URL`, or else the library's `POSTGRES_DBNAME`, `_HOST`, `_PORT`, `_USER`,
    `_PASSWORD` and `_GET_PASSWORD_TOPIC`; and its `POSTGRES_SCHEMA`, `_POOL_SIZE`,
    `_MAX_OVERFLOW`, `_CONN_MAX_AGE`, `_CONNECT_TIMEOUT` and `_LOCK_TIMEOUT` (seconds), and
    `CREATE_TABLE`.
    """

    def __init__(self, env: Environment, mark: LogMark | None) -> None:
        """Take the library's settings.

        Args:
            env: The settings.
            mark: What a new log is to say of itself; None for a log that is only to be read.

        Raises:
            ValueError: They name no database, or a number is none.
        """
        read_only = mark is None
        self.place = Place.of(env, to_write=not read_only)
        limits = _limits(env)
        self._lock_timeout = _number(env, "POSTGRES_LOCK_TIMEOUT") or LOCK_TIMEOUT
        try:
            super().__init__(self.place.library_settings(env))
        except OSError as error:
            raise ValueError(str(error)) from None
        self._mark = mark
        # Where views are kept: the same database, reached in the same way.
        settings = self.datastore.pool.kwargs
        assert isinstance(settings, dict)  # noqa: S101 - as the library makes it
        for name in ("dbname", "host", "port", "user", "password"):
            settings.pop(name)
        settings.update(self.place.parameters)
        self.connections = Connections(self.place, limits, read_only=read_only)

    def application_recorder(self) -> PostgresLogRecorder:
        """Return the recorder of the log; makes the log if there is nothing yet.

        Raises:
            NotAnEventLog: There is something else, or nothing and `CREATE_TABLE` is off.
            NewerLog: A newer version of `orderflow` wrote it.
            StoreUnavailable: It is locked or gone, or we may not do what has to be done.
        """
        try:
            formats = Formats(self.connections, self.place)
            mark = formats.opened(self._mark if self.env_create_table() else None)
        except BaseException:
            self.close()
            raise
        return PostgresLogRecorder(
            self.connections,
            self.place,
            mark,
            lock_timeout=self._lock_timeout,
            read_only=self._mark is None,
        )

    def __enter__(self) -> Self:
        # The library would open its own pool, of which only views make use; they open it then.
        return self

    def close(self) -> None:
        """Close every connection."""
        self.connections.close()
        super().close()


def _limits(env: Environment) -> Limits:
    usual = Limits()
    kept = round(_number(env, "POSTGRES_POOL_SIZE") or usual.kept)
    overflow = _number(env, "POSTGRES_MAX_OVERFLOW")
    return Limits(
        kept=kept,
        most=kept + round(usual.most - usual.kept if overflow is None else overflow),
        patience=_number(env, "POSTGRES_CONNECT_TIMEOUT") or usual.patience,
        max_age=_number(env, "POSTGRES_CONN_MAX_AGE") or usual.max_age,
    )


def _number(env: Environment, name: str) -> float | None:
    text = env.get(name)
    if not text:
        return None
    try:
        return float(text)
    except ValueError:
        msg = f"{name} must be a number"
        raise ValueError(msg) from None
