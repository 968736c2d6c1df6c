"""Makes the recorders of an event log in SQLite from the library's settings."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from eventsourcing.sqlite import SQLiteFactory

from orderflow.errors import NotAnEventLog
from orderflow.store.sqlite.faults import unavailable
from orderflow.store.sqlite.logfile import DURABLE, LOCK_TIMEOUT, LogFile
from orderflow.store.sqlite.ownership import is_a_log, uri_of
from orderflow.store.sqlite.readonly import ReadOnlyLogFile, file_to_read, may_be_written
from orderflow.store.sqlite.recorder import SQLiteLogRecorder
from orderflow.store.sqlite.schema import create, require_tables

if TYPE_CHECKING:
    from eventsourcing.utils import Environment

    from orderflow.store.recorder import LogMark


class LogFactory(SQLiteFactory):
    """The library's factory, with a log of ours; views may share the file through it.

    Reads `SQLITE_DBNAME`, `SQLITE_LOCK_TIMEOUT` (seconds) and `CREATE_TABLE`.
    """

    def __init__(self, env: Environment, mark: LogMark) -> None:
        """Take the library's settings, and what a new log is to say of itself."""
        super().__init__(env)
        self._mark = mark
        pool = self.datastore.pool
        # Resolved once: so that whoever looks for the file, and for what lies beside it, looks
        # where SQLite does, however the path is written and wherever the process goes.
        path = Path(os.path.realpath(pool.db_name))
        # Views may share the file, and no more than we may they make one. Nor is it in memory,
        # whatever the library reads in its name.
        pool.db_name = uri_of(path, "mode=rw")
        pool.is_sqlite_memory_mode = False
        self._lock_timeout = pool.lock_timeout or LOCK_TIMEOUT
        self.file = LogFile(path, lock_timeout=self._lock_timeout)

    def application_recorder(self) -> SQLiteLogRecorder:
        """Return the recorder of the log; makes the log if there is nothing yet.

        Raises:
            NotAnEventLog: There is something else, or nothing and `CREATE_TABLE` is off.
            NewerLog: A newer version of `orderflow` wrote it.
            StoreUnavailable: It is locked, full or gone.
        """
        try:
            if not is_a_log(self.file.path, self._lock_timeout):
                self._create()
            elif not self.env_create_table() and not may_be_written(self.file.path):
                self.file = ReadOnlyLogFile(self.file.path, lock_timeout=self._lock_timeout)
            return SQLiteLogRecorder(self.file)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close every connection."""
        self.file.close()
        super().close()

    def _create(self) -> None:
        if not self.env_create_table():
            msg = f"there is no event log '{self.file.path.name}'"
            raise NotAnEventLog(msg)
        try:
            # For nobody else to read; SQLite gives what lies beside it the same mode.
            os.close(os.open(self.file.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError:
            pass  # Empty as yet, or somebody else is making the same log.
        except OSError as error:
            why = f"it cannot be opened: {error.strerror}"
            raise unavailable(self.file.path.name, why) from error
        # Not yet with a write-ahead log: so the header is in the file itself when this returns.
        new = LogFile(self.file.path, lock_timeout=self._lock_timeout, pragmas=DURABLE)
        try:
            new.write(lambda cursor: create(cursor, self._mark))
        finally:
            new.close()


class ReadOnlyLogFactory(SQLiteFactory):
    """The library's factory, with a log that none of its connections can write."""

    def __init__(self, env: Environment) -> None:
        """Take the library's settings."""
        super().__init__(env)
        pool = self.datastore.pool
        path = Path(os.path.realpath(pool.db_name))
        pool.db_name = uri_of(path, "mode=ro")
        pool.is_sqlite_memory_mode = False
        self._lock_timeout = pool.lock_timeout or LOCK_TIMEOUT
        self.file = file_to_read(path, self._lock_timeout)

    def application_recorder(self) -> SQLiteLogRecorder:
        """Return the recorder of the log.

        Raises:
            NotAnEventLog: There is nothing, or something else.
            NewerLog: A newer version of `orderflow` wrote it.
            StoreUnavailable: It is locked or gone.
        """
        try:
            return self._recorder()
        except BaseException:
            self.close()
            raise

    def _recorder(self) -> SQLiteLogRecorder:
        if not is_a_log(self.file.path, self._lock_timeout):
            msg = f"there is no event log '{self.file.path.name}'"
            raise NotAnEventLog(msg)
        self.file.read(lambda cursor: require_tables(cursor, self.file.path.name))
        return SQLiteLogRecorder(self.file)

    def close(self) -> None:
        """Close every connection."""
        self.file.close()
        super().close()
