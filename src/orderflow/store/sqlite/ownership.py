"""Whose file is it? Found out without changing a byte of it.

The header of an SQLite file is read as plain bytes. SQLite itself is only asked, and only to read,
where a write-ahead log lies beside the file and may hold a newer header.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import Final
from urllib.parse import quote

from orderflow.errors import NotAnEventLog, StoreUnavailable
from orderflow.store.sqlite.faults import SQLiteDamaged, translated
from orderflow.store.sqlite.schema import require_ours
from orderflow.store.sqlite.walfile import lost_a_commit

_HEADER_SIZE: Final = 100
_MAGIC: Final = b"SQLite format 3\0"
_USER_VERSION: Final = slice(60, 64)
_APPLICATION_ID: Final = slice(68, 72)

_JOURNAL_MAGIC: Final = bytes.fromhex("d9d505f920a163d7")
_JOURNAL_PAGES: Final = slice(16, 20)
"""Where a journal says how many pages the database had."""


def uri_of(path: Path, options: str) -> str:
    """Return the address by which SQLite opens a file, whatever its name holds."""
    return f"file://{quote(os.fsencode(path.absolute()))}?{options}"


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
    if not any(header):
        header = _unless_something_lies_beside(path, header)
    if not any(header) and (not header or lies_beside(path, "-journal")):
        return False  # Power may have been lost while it was made; SQLite takes that back.
    if not header.startswith(_MAGIC) or len(header) < _HEADER_SIZE:
        msg = f"'{path.name}' is not a database"
        raise NotAnEventLog(msg)
    application_id, version = _number(header[_APPLICATION_ID]), _number(header[_USER_VERSION])
    if lies_beside(path, "-wal"):
        application_id, version = _as_sqlite_reads_it(path, lock_timeout)
    if application_id == 0 and _tables(path, lock_timeout) == {"tracking"}:
        return False
    require_ours(application_id, version, path.name)
    _require_every_commit(path)
    return True


def mark_of(path: Path, lock_timeout: float) -> int | None:
    """Return the application id of an SQLite file; None for one that holds nothing yet.

    A file of somebody else's is told apart before it is opened to be written: opening alone would
    give it a write-ahead log, in which what its owner deletes stays readable.

    Args:
        path: The file.
        lock_timeout: Seconds to wait for a lock, where SQLite has to be asked.

    Raises:
        NotAnEventLog: It is no database.
        StoreUnavailable: It cannot be read.
        EventLogError: Its write-ahead log lost what was acknowledged.
    """
    header = _header(path)
    if not any(header):
        header = _unless_something_lies_beside(path, header)
    if not any(header):
        return None
    if not header.startswith(_MAGIC) or len(header) < _HEADER_SIZE:
        msg = f"'{path.name}' is not a database"
        raise NotAnEventLog(msg)
    found = _number(header[_APPLICATION_ID])
    if lies_beside(path, "-wal"):
        found, _ = _as_sqlite_reads_it(path, lock_timeout)
    _require_every_commit(path)
    return None if found == 0 and not _tables(path, lock_timeout) else found


def lies_beside(path: Path, suffix: str) -> bool:
    """Tell whether SQLite left a file with something in it beside the database."""
    try:
        return _beside(path, suffix).stat().st_size > 0
    except OSError:
        return False


def _header(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode):
            with path.open("rb") as file:
                return file.read(_HEADER_SIZE)
    except FileNotFoundError:
        return b""
    except OSError as error:
        msg = f"'{path.name}' cannot be read: {error.strerror}"
        raise StoreUnavailable(msg) from error
    kind = "a directory" if stat.S_ISDIR(mode) else "no ordinary file"
    msg = f"'{path.name or path}' is {kind}"
    raise NotAnEventLog(msg)


def _require_every_commit(path: Path) -> None:
    if lost_a_commit(_beside(path, "-wal")):
        # SQLite would not notice, and write over what may still be saved.
        msg = f"'{path.name}' is damaged: its write-ahead log lost what was acknowledged"
        raise SQLiteDamaged(msg)


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _unless_something_lies_beside(path: Path, header: bytes) -> bytes:
    """Return the header of an empty file, or none, that has nothing of a log beside it.

    SQLite would throw away, for a new log, what an old one may be saved from.
    """
    if not lies_beside(path, "-wal") and not _holds_pages(path):
        return header
    header = _header(path)
    if any(header):
        return header  # Somebody has made the log since we looked.
    msg = f"'{path.name}' is empty or gone, but what belongs to a log lies beside it"
    raise NotAnEventLog(msg)


def _holds_pages(path: Path) -> bool:
    """Tell whether a journal has more to take back than the making of a log."""
    try:
        with _beside(path, "-journal").open("rb") as file:
            head = file.read(_JOURNAL_PAGES.stop)
    except OSError:
        return False
    if not path.exists():
        return bool(head)
    return head.startswith(_JOURNAL_MAGIC) and any(head[_JOURNAL_PAGES])


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
        alone = "" if lies_beside(path, "-wal") else "&immutable=1"
        uri = uri_of(path, f"mode=ro{alone}")
        with closing(sqlite3.connect(uri, uri=True, timeout=lock_timeout)) as connection:
            return [str(row[0]) for row in connection.execute(question)]
    except sqlite3.Error as error:
        raise translated(error, path.name) from error
