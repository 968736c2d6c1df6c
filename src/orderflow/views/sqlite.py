"""Views in SQLite: in a file of their own beside the log, or in memory with it.

Beside and not within: what a view writes never keeps a command waiting, a lost or damaged file of
views costs nothing but the time to build them again, and the log stays a file that holds nothing
but the log (ADR 0022).
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Final, TypeVar
from weakref import finalize

from orderflow.errors import NewerLog, NotAnEventLog
from orderflow.store.sqlite.faults import unavailable
from orderflow.store.sqlite.logfile import LogFile, closed_on_failure
from orderflow.views.schema import FORMAT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from orderflow.views.database import Row, Transaction

T = TypeVar("T")

APPLICATION_ID: Final = int.from_bytes(b"ordv", "big")
"""In the header of every file of views, for us and for tools such as `file`."""

_PRAGMAS: Final = (
    "PRAGMA journal_mode = WAL",
    # What a power cut takes is built again from the log; what is there is whole.
    "PRAGMA synchronous = NORMAL",
    "PRAGMA trusted_schema = OFF",
)


class SQLiteRows:
    """See `Transaction`."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        """Take the cursor of a transaction."""
        self._cursor = cursor

    def execute(self, statement: str, *values: object) -> int:
        """See `Transaction.execute`."""
        return self._cursor.execute(statement, values).rowcount

    def many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """See `Transaction.many`."""
        self._cursor.executemany(statement, rows)

    def rows(self, statement: str, *values: object) -> list[Row]:
        """See `Transaction.rows`."""
        return self._cursor.execute(statement, values).fetchall()


class SQLiteViews:
    """Views in a file; satisfies `ViewDatabase`."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it, for nobody else to read.

        Raises:
            NotAnEventLog: There is something else.
            NewerLog: A newer version wrote it.
            StoreUnavailable: It cannot be opened or made, or is locked.
        """
        try:
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        except OSError as error:
            why = f"it cannot be opened: {error.strerror}"
            raise unavailable(path.name, why) from error
        self._file = LogFile(Path(os.path.realpath(path)), pragmas=_PRAGMAS)
        with closed_on_failure(self._file):
            self._file.write(lambda cursor: _made(cursor, path.name))

    def read(self, work: Callable[[Transaction], T]) -> T:
        """See `ViewDatabase.read`."""
        return self._file.read(lambda cursor: work(SQLiteRows(cursor)))

    def write(self, work: Callable[[Transaction], T]) -> T:
        """See `ViewDatabase.write`."""
        return self._file.write(lambda cursor: work(SQLiteRows(cursor)))

    def make(self, statements: Iterable[str]) -> None:
        """See `ViewDatabase.make`."""
        self.write(lambda rows: [rows.execute(one) for one in statements])

    def close(self) -> None:
        """See `ViewDatabase.close`."""
        self._file.close()


class MemoryViews:
    """Views of a log in memory; they end when it is forgotten. Satisfies `ViewDatabase`."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._lock = RLock()
        self._connection = sqlite3.connect(
            ":memory:", isolation_level=None, check_same_thread=False
        )
        finalize(self, self._connection.close)

    def read(self, work: Callable[[Transaction], T]) -> T:
        """See `ViewDatabase.read`."""
        return self._run(work)

    def write(self, work: Callable[[Transaction], T]) -> T:
        """See `ViewDatabase.write`."""
        return self._run(work)

    def make(self, statements: Iterable[str]) -> None:
        """See `ViewDatabase.make`."""
        self._run(lambda rows: [rows.execute(one) for one in statements])

    def close(self) -> None:
        """Do nothing: whoever else reads the log shares them."""

    def _run(self, work: Callable[[Transaction], T]) -> T:
        with self._lock:
            cursor = self._connection.cursor()
            cursor.execute("BEGIN")
            try:
                result = work(SQLiteRows(cursor))
            except BaseException:
                cursor.execute("ROLLBACK")
                raise
            cursor.execute("COMMIT")
            return result


def _made(cursor: sqlite3.Cursor, name: str) -> None:
    kind = cursor.execute("PRAGMA application_id").fetchone()[0]
    if kind == APPLICATION_ID:
        if cursor.execute("PRAGMA user_version").fetchone()[0] > FORMAT:
            msg = f"'{name}' was written by a newer version of orderflow; update to read it"
            raise NewerLog(msg)
        return
    if cursor.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]:
        msg = f"'{name}' is a database, but holds no views of orderflow"
        raise NotAnEventLog(msg)
    cursor.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    cursor.execute(f"PRAGMA user_version = {FORMAT}")
