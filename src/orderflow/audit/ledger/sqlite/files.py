"""Opens the files that lie beside a log: never making one in passing, nor altering another's."""

from __future__ import annotations

import os
from pathlib import Path

from orderflow.store.sqlite.faults import unavailable
from orderflow.store.sqlite.logfile import LOCK_TIMEOUT, LogFile
from orderflow.store.sqlite.ownership import mark_of


def resolved(path: Path) -> Path:
    """Return where a file is, wherever the process goes."""
    return Path(os.path.realpath(path))


def is_marked(path: Path, mark: int | None) -> bool:
    """Tell whose file it is, without altering a byte of it.

    Args:
        path: A file that is there.
        mark: The application id that it ought to have; None asks whether it is still empty.

    Raises:
        NotAnEventLog: It is no database.
        StoreUnavailable: It cannot be read.
        EventLogError: It is damaged.
    """
    return mark_of(resolved(path), LOCK_TIMEOUT) == mark


def existing(path: Path) -> LogFile:
    """Return a file that is there."""
    return LogFile(resolved(path))


def made(path: Path) -> LogFile:
    """Return a file that only we can read, empty if there was none yet.

    Raises:
        StoreUnavailable: It cannot be made.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        why = f"it cannot be made: {error.strerror}"
        raise unavailable(path.name, why) from error
    return existing(path)
