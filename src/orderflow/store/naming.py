"""A new file is on disk only once its name is, which lies in the folder and not in the file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def keep_name(path: Path) -> None:
    """Return once the name of a file that was made or renamed is on disk.

    Where a folder cannot be opened as a file, the system keeps names by itself.

    Raises:
        OSError: The disk refuses.
    """
    if os.name != "posix":
        return
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
