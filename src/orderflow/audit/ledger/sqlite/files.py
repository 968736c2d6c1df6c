"""Opens the files that lie beside a log: never making one in passing."""

from __future__ import annotations

import os
from pathlib import Path

from orderflow.store.sqlite.faults import unavailable
from orderflow.store.sqlite.logfile import LogFile


def resolved(path: Path) -> Path:
    """Return where a file is, wherever the process goes."""
    return Path(os.path.realpath(path))


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
