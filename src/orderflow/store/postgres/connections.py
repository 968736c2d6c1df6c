"""Connections and transactions of one log on PostgreSQL.

Keeps four promises. What is acknowledged is on disk, and on the standby where there is one to wait
for. A connection keeps nothing of a session: behind a pool that lends a server connection for one
transaction at a time all works alike. Whoever waits, waits a bounded time. A connection never
crosses a fork.
"""

from __future__ import annotations

import ctypes
import time
from collections import deque
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Final, TypeVar

import psycopg

from orderflow.store.forking import watch
from orderflow.store.postgres.faults import (
    is_certain,
    is_no_primary,
    is_passing,
    no_connection,
    outcome_unknown,
    translated,
    unavailable,
)
from orderflow.store.postgres.links import Link, Row, ShownTooEarly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from orderflow.store.postgres.place import Place

T = TypeVar("T")

_PAUSE: Final = 0.05


@dataclass(frozen=True)
class Limits:
    """How many connections, and how long to wait.

    Attributes:
        kept: Connections that stay open while nobody uses them.
        most: Connections at most.
        patience: Seconds to wait for a connection, a server that comes back included.
        max_age: Seconds after which a connection is replaced.
    """

    kept: int = 5
    most: int = 15
    patience: float = 5.0
    max_age: float = 3600.0


class Connections:
    """Runs statements on a server, each a transaction of its own."""

    def __init__(
        self, place: Place, limits: Limits | None = None, *, read_only: bool = False
    ) -> None:
        """Take where it is; a connection is opened when it is first needed.

        Args:
            place: Where.
            limits: How many, how long.
            read_only: Whether every transaction is to be one that cannot write.
        """
        self.name = place.name
        self._place = place
        self._limits = limits or Limits()
        self._read_only = read_only
        self._reached = False
        self._begin_anew()
        watch(self)

    def read(self, statement: bytes, values: Sequence[object] = ()) -> list[Row]:
        """Return the rows of a statement that changes nothing; tried again while it may help.

        Raises:
            StoreUnavailable: Locked, or gone for longer than our patience.
            EventLogError: The database is damaged.
        """

        def work(link: Link) -> list[Row]:
            rows = self._rows(link, statement, values)
            if link.warned:
                raise ShownTooEarly
            return rows

        return self._repeated(work, is_passing)

    def append(
        self, statement: bytes, values: Sequence[object], command_id: str | None
    ) -> list[Row]:
        """Return the rows of a statement once all that it wrote is durable, or write nothing.

        Raises:
            OutcomeUnknown: The connection was lost before the answer came.
            StoreUnavailable: Locked, full or gone; nothing was recorded.
            IntegrityError: The library's: what it wrote contradicts the log.
        """

        def work(link: Link) -> list[Row]:
            try:
                rows = self._rows(link, statement, values)
            except psycopg.Error as error:
                if is_certain(error):
                    raise
                raise outcome_unknown(self.name, command_id, error) from None
            if link.warned:
                link.connection.close()
                raise outcome_unknown(self.name, command_id)
            return rows

        return self._repeated(work, self._is_elsewhere)

    def change(self, work: Callable[[psycopg.Connection[Row]], T]) -> T:
        """Return the result of `work`, in one transaction; it must be fit to be run again.

        Raises:
            StoreUnavailable: Locked, full or gone.
        """

        def within(link: Link) -> T:
            with link.connection.transaction():
                return work(link.connection)

        return self._repeated(within, is_passing)

    def close(self) -> None:
        """Close every connection; one that is in use is closed when it is done."""
        self._closed = True
        while self._idle:
            self._forget(self._idle.pop())

    def leave_to_parent(self) -> None:
        """Begin anew in a child process.

        Closing a connection says goodbye to the server in the parent's name, so those inherited
        are kept alive until this process is gone.
        """
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(self._links))
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._links: set[Link] = set()
        self._idle: deque[Link] = deque()
        self._free = BoundedSemaphore(self._limits.most)
        self._closed = False

    def _is_elsewhere(self, error: psycopg.Error) -> bool:
        return self._place.several and is_no_primary(error)

    def _repeated(self, work: Callable[[Link], T], again: Callable[[psycopg.Error], bool]) -> T:
        give_up_at = time.monotonic() + self._limits.patience
        while True:
            try:
                with self._borrowed(give_up_at) as link:
                    return work(link)
            except psycopg.Error as error:
                if not again(error) or time.monotonic() >= give_up_at:
                    # Without what the driver says: see `faults`.
                    raise translated(error, self.name) from None
            time.sleep(_PAUSE)

    def _rows(self, link: Link, statement: bytes, values: Sequence[object]) -> list[Row]:
        connection = link.connection
        link.warned = False
        if self._read_only:
            with connection.transaction(), connection.cursor(binary=True) as cursor:
                return cursor.execute(statement, values).fetchall()
        with connection.cursor(binary=True) as cursor:
            return cursor.execute(statement, values).fetchall()

    @contextmanager
    def _borrowed(self, give_up_at: float) -> Iterator[Link]:
        if not self._free.acquire(timeout=self._limits.patience):
            raise unavailable(self.name, f"all {self._limits.most} connections are in use")
        try:
            link = self._quiet_one() or self._opened(give_up_at)
            try:
                yield link
            except psycopg.Error as error:
                if is_no_primary(error) or isinstance(error, ShownTooEarly):
                    link.connection.close()  # Another of its servers may be the primary now.
                raise
            except BaseException:
                link.connection.close()  # Nobody knows what it is in the middle of.
                raise
            finally:
                self._give_back(link)
        finally:
            self._free.release()

    def _quiet_one(self) -> Link | None:
        with suppress(IndexError):
            while True:
                link = self._idle.pop()
                if link.is_quiet():
                    return link
                self._forget(link)
        return None

    def _give_back(self, link: Link) -> None:
        spent = time.monotonic() - link.opened_at > self._limits.max_age
        busy = link.connection.info.transaction_status is not psycopg.pq.TransactionStatus.IDLE
        full = len(self._idle) >= self._limits.kept
        if self._closed or spent or busy or full:
            self._forget(link)
        else:
            self._idle.append(link)

    def _opened(self, give_up_at: float) -> Link:
        while True:
            if self._closed:
                raise unavailable(self.name, "it was closed")
            try:
                link = Link(self._connected())
            except psycopg.Error as error:
                # Who was never let in is told so at once; a server that was there may come back.
                if not self._reached or time.monotonic() >= give_up_at:
                    raise no_connection(self.name, error) from None
                time.sleep(_PAUSE)
            else:
                self._reached = True
                self._links.add(link)
                return link

    def _connected(self) -> psycopg.Connection[Row]:
        parameters = self._place.parameters
        if self._place.password is not None:
            parameters = {**parameters, "password": self._place.password()}
        # Statements are not prepared: behind a pool the next one may come to another session.
        connection = psycopg.connect(**parameters, autocommit=True, prepare_threshold=None)
        if self._read_only:
            connection.read_only = True
        return connection

    def _forget(self, link: Link) -> None:
        self._links.discard(link)
        link.connection.close()
