"""Whose file is it? Found out without changing a byte of it.

The header of an SQLite file is read as plain bytes. SQLite itself is only asked, and only to read,
where a write-ahead log lies beside the file and may hold a newer header.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from orderflow.errors import NotAnEventLog, StoreUnavailable
from orderflow.store.sqlite.faults import translated
from orderflow.store.sqlite.schema import require_ours

_HEADER_SIZE: Final = 100
_MAGIC: Final = b"SQLite format 3\0"
_USER_VERSION: Final = slice(60, 64)
_APPLICATION_ID: Final = slice(68, 72)


def is_a_log(path: Path, lock_timeout: float) -> bool:
    """Tell whether the file is a log of ours; False when there is nothing there yet.

    A file that holds nothing but the library's own table of projections counts as nothing yet: a
    projection that shares the file may have been opened before the log.

    Args:
        path: The file.
        lock_timeout: Seconds to wait for a lock, where SQLite has to be asked.

    Raises:
        NotAnEventLog: It is something else.
        NewerLog: A newer version of `orderflow` wrote it.
        StoreUnavailable: It cannot be read.
    """
    header = _header(path)
    if not header:
        return False
    if not header.startswith(_MAGIC) or len(header) < _HEADER_SIZE:
        if not any(header) and _beside(path, "-journal"):
            return False  # Power was lost while it was being made; SQLite takes the rest back.
        msg = f"'{path.name}' is not a database"
        raise NotAnEventLog(msg)
    application_id, version = _number(header[_APPLICATION_ID]), _number(header[_USER_VERSION])
    if _beside(path, "-wal"):
        application_id, version = _as_sqlite_reads_it(path, lock_timeout)
    if application_id == 0 and _tables(path, lock_timeout) == {"tracking"}:
        return False
    require_ours(application_id, version, path.name)
    return True


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_SIZE)
    except FileNotFoundError:
        return b""
    except IsADirectoryError:
        msg = f"'{path.name}' is a directory"
        raise NotAnEventLog(msg) from None
    except OSError as error:
        msg = f"'{path.name}' cannot be read: {error.strerror}"
        raise StoreUnavailable(msg) from error


def _beside(path: Path, suffix: str) -> bool:
    try:
        return path.with_name(path.name + suffix).stat().st_size > 0
    except OSError:
        return False


def _number(four_bytes: bytes) -> int:
    return int.from_bytes(four_bytes, "big")


def _as_sqlite_reads_it(path: Path, lock_timeout: float) -> tuple[int, int]:
    application_id = int(_asked(path, "PRAGMA application_id", lock_timeout)[0])
    return application_id, int(_asked(path, "PRAGMA user_version", lock_timeout)[0])


def _tables(path: Path, lock_timeout: float) -> set[str]:
    return set(_asked(path, "SELECT name FROM sqlite_master WHERE type = 'table'", lock_timeout))


def _asked(path: Path, question: str, lock_timeout: float) -> list[str]:
    try:
        # A connection that may only read rolls nothing back and moves no write-ahead log; where
        # there is none, SQLite must not begin one either.
        alone = "" if _beside(path, "-wal") else "&immutable=1"
        uri = f"{path.absolute().as_uri()}?mode=ro{alone}"
        with closing(sqlite3.connect(uri, uri=True, timeout=lock_timeout)) as connection:
            return [str(row[0]) for row in connection.execute(question)]
    except sqlite3.Error as error:
        raise translated(error, path.name) from error
