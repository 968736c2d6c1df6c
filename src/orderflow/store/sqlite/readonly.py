"""A log that may only be read: on read-only media, or a file of somebody else's."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NoReturn, TypeVar

from orderflow.store.sqlite.faults import unavailable
from orderflow.store.sqlite.logfile import LOCK_TIMEOUT, READ_ONLY, LogFile
from orderflow.store.sqlite.ownership import lies_beside

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")

_CAREFUL: Final = ("PRAGMA trusted_schema = OFF",)


def may_be_written(path: Path) -> bool:
    """Tell whether this process may write the log, and what SQLite keeps beside it."""
    if not os.access(path, os.W_OK):
        return False
    return os.access(path.parent, os.W_OK) or lies_beside(path, "-wal")


def file_to_read(path: Path, lock_timeout: float = LOCK_TIMEOUT) -> LogFile:
    """Return what reads the log at an absolute path and cannot write it."""
    if may_be_written(path):
        return LogFile(path, lock_timeout=lock_timeout, pragmas=READ_ONLY)
    return ReadOnlyLogFile(path, lock_timeout=lock_timeout)


class ReadOnlyLogFile(LogFile):
    """Reads a log without writing a byte, to it or beside it, and without a lock where it must.

    Where no write-ahead log lies beside the file, nobody is writing it, and SQLite is told so. As
    somebody may begin to, every read opens the file anew and looks afterwards whether it is still
    as it was.
    """

    def __init__(self, path: Path, *, lock_timeout: float = LOCK_TIMEOUT) -> None:
        """Take the file."""
        super().__init__(path, lock_timeout=lock_timeout, pragmas=_CAREFUL)

    def write(self, work: Callable[[sqlite3.Cursor], T]) -> NoReturn:  # noqa: ARG002
        """Refuse.

        Raises:
            StoreUnavailable: Always.
        """
        raise unavailable(self.path.name, "it may only be read")

    def _once(self, begin: str, work: Callable[[sqlite3.Cursor], T]) -> T:
        before = self._stamp()
        result = super()._once(begin, work)
        if before != self._stamp():
            raise unavailable(self.path.name, "it was written while it was read")
        return result

    def _give_back(self, connection: sqlite3.Connection) -> None:
        self._forget(connection)

    def _options(self) -> str:
        return "mode=ro&immutable=1" if self._alone() else "mode=ro"

    def _alone(self) -> bool:
        return not lies_beside(self.path, "-wal") and not lies_beside(self.path, "-journal")

    def _stamp(self) -> tuple[int, int] | None:
        """Return what changes when the file does; None where SQLite's own locks guard it."""
        if not self._alone():
            return None
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_size, found.st_mtime_ns
