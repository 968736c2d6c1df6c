"""Connections and transactions of one log file.

Keeps three promises. What is acknowledged is on disk: write-ahead log, `synchronous=FULL`. Whoever
waits for another's lock waits a bounded time, and nobody waits much longer than the others. A
connection never crosses a fork.
"""

from __future__ import annotations

import ctypes
import random
import sqlite3
import time
from collections import deque
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Final, TypeVar

from orderflow.store.forking import watch
from orderflow.store.sqlite.faults import is_locked, translated, unavailable
from orderflow.store.sqlite.ownership import uri_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

T = TypeVar("T")

LOCK_TIMEOUT: Final = 5.0
"""Seconds to wait for a lock, unless the library's SQLITE_LOCK_TIMEOUT says otherwise."""

_SHORTEST_WAIT: Final = 0.0005
_LONGEST_WAIT: Final = 0.004

DURABLE: Final = (
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",  # On macOS, fsync alone does not reach the disk.
    "PRAGMA trusted_schema = OFF",
)
WRITE_AHEAD: Final = ("PRAGMA journal_mode = WAL", *DURABLE)
READ_ONLY: Final = ("PRAGMA query_only = ON", "PRAGMA trusted_schema = OFF")


class LogFile:
    """Runs work on the file, in transactions that are repeated while somebody holds a lock."""

    def __init__(
        self,
        path: Path,
        *,
        lock_timeout: float = LOCK_TIMEOUT,
        pragmas: tuple[str, ...] = WRITE_AHEAD,
    ) -> None:
        """Take the file; it is opened when it is first worked on.

        Args:
            path: The file, absolute; it must be there.
            lock_timeout: Seconds to wait for a lock.
            pragmas: Settings of every connection.
        """
        self.path = path
        self._lock_timeout = lock_timeout
        self._pragmas = pragmas
        self._begin_anew()
        watch(self)

    def read(self, work: Callable[[sqlite3.Cursor], T]) -> T:
        """Return the result of `work`, run on one unchanging view of the log.

        Raises:
            StoreUnavailable: Locked beyond the timeout, or gone.
            EventLogError: The file is damaged.
        """
        return self._repeated("BEGIN", work)

    def write(self, work: Callable[[sqlite3.Cursor], T]) -> T:
        """Return the result of `work` once everything it wrote is on disk, or write nothing.

        Nobody else writes from before its first step until after its last.

        Raises:
            StoreUnavailable: Locked beyond the timeout, full or gone; nothing was acknowledged.
            EventLogError: The file is damaged; nothing was acknowledged.
            IntegrityError: The library's: what it wrote contradicts the log.
        """
        # Threads of this process queue here, so that only one of them asks SQLite for its lock.
        if not self._writing.acquire(timeout=self._lock_timeout):
            raise unavailable(self.path.name, "too many threads wait to write")
        try:
            return self._repeated("BEGIN IMMEDIATE", work)
        finally:
            self._writing.release()

    def close(self) -> None:
        """Close every connection; one that is in use is closed when it is done."""
        self._closed = True
        while self._idle:
            self._forget(self._idle.pop())

    def leave_to_parent(self) -> None:
        """Begin anew in a child process.

        SQLite forbids even closing a connection that a parent process opened, so those inherited
        are kept alive until this process is gone.
        """
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(self._connections))
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._connections: set[sqlite3.Connection] = set()
        self._idle: deque[sqlite3.Connection] = deque()
        self._writing = Lock()
        self._closed = False
        self._file_id: tuple[int, int] | None = None

    def _repeated(self, begin: str, work: Callable[[sqlite3.Cursor], T]) -> T:
        give_up_at = time.monotonic() + self._lock_timeout
        while True:
            try:
                return self._once(begin, work)
            except sqlite3.Error as error:
                if not is_locked(error) or time.monotonic() >= give_up_at:
                    raise translated(error, self.path.name) from error
            # Everybody waits equally short and at random, however long they have waited:
            # SQLite's own handler, and waits that grow, favour whoever came last.
            time.sleep(random.uniform(_SHORTEST_WAIT, _LONGEST_WAIT))  # noqa: S311 - no secret

    def _once(self, begin: str, work: Callable[[sqlite3.Cursor], T]) -> T:
        connection = self._borrowed()
        cursor = connection.cursor()
        try:
            cursor.execute(begin)
            result = work(cursor)
            cursor.execute("COMMIT")
        except BaseException:
            self._undo(connection, cursor)
            raise
        cursor.close()
        self._give_back(connection)
        # What went into a file that was moved or replaced meanwhile would be found by nobody.
        self._require_the_same_file()
        return result

    def _undo(self, connection: sqlite3.Connection, cursor: sqlite3.Cursor) -> None:
        try:
            cursor.close()
            connection.rollback()
        except sqlite3.Error:
            self._forget(connection)  # SQLite undoes what is left when the file is next opened.
        else:
            self._give_back(connection)

    def _borrowed(self) -> sqlite3.Connection:
        if self._closed:
            raise unavailable(self.path.name, "it was closed")
        try:
            return self._idle.pop()
        except IndexError:
            return self._opened()

    def _give_back(self, connection: sqlite3.Connection) -> None:
        if self._closed:
            self._forget(connection)
        else:
            self._idle.append(connection)

    def _opened(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri_of(self.path, self._options()),
            uri=True,
            timeout=0,
            isolation_level=None,
            check_same_thread=False,
        )
        self._connections.add(connection)
        try:
            self._require_the_same_file()
            for pragma in self._pragmas:
                connection.execute(pragma).close()
        except BaseException:
            self._forget(connection)
            raise
        return connection

    def _options(self) -> str:
        return "mode=rw"  # Never making a file: that is for whoever creates a log.

    def _require_the_same_file(self) -> None:
        now = _file_id(self.path)
        self._file_id = self._file_id or now
        if now is None or now != self._file_id:
            raise unavailable(self.path.name, "the file was moved, replaced or deleted")

    def _forget(self, connection: sqlite3.Connection) -> None:
        self._connections.discard(connection)
        connection.close()


@contextmanager
def closed_on_failure(file: LogFile) -> Iterator[LogFile]:
    """Close a file if what is done with it fails; for whoever takes it for its own otherwise."""
    try:
        yield file
    except BaseException:
        file.close()
        raise


def _file_id(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
