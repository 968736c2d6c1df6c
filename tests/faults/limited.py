"""Command lines in processes that may not write large files: as on a full disk, or cut off.

Where the system refuses a write at a limit, the process is told, as by a full disk; or it is killed
by the signal of that limit, at exactly that byte of a file.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

# Loaded once, before anybody is forked, and not in each child.
import orderflow.audit.bundle
import orderflow.audit.ledger.keyfile
import orderflow.audit.ledger.ledger
import orderflow.cli.audit.bundle
import orderflow.cli.audit.exporting
import orderflow.cli.audit.importing
import orderflow.cli.ledger  # noqa: F401
from orderflow.cli import main
from orderflow.order import commands as c
from orderflow.privacy import SQLiteKeys
from orderflow.store import ProtectionOrders
from tests.faults.children import nursery
from tests.unit.privacy.making import ORDER, detail

if TYPE_CHECKING:
    from collections.abc import Callable


def typed(folder: str, said: str, limit: int, cut: bool, *argv: str) -> None:
    """Type a command line in a folder, and note its exit code and what it said.

    Args:
        folder: Where.
        said: File for the note; a child that is cut off leaves none.
        limit: Bytes above which no file may grow; -1 for none.
        cut: Whether to be killed there, rather than told.
        *argv: What is typed.
    """
    os.chdir(folder)
    out, err = StringIO(), StringIO()
    _limit(limit, cut=cut)
    with redirect_stdout(out), redirect_stderr(err):
        code = main(argv)
    _limit(-1, cut=False)
    Path(said).write_text(json.dumps([code, out.getvalue(), err.getvalue()]))


def sealed(folder: str, said: str, limit: int, cut: bool) -> None:
    """Put a detail of a new person on record, under a key that is made for it."""
    os.chdir(folder)
    with (
        SQLiteKeys(Path("orders.db.keys")) as keys,
        ProtectionOrders.open("orders.db", keys=keys) as orders,
    ):
        orders.get(ORDER)
        command: c.RecordPersonDetails = detail(ORDER, "rob")
        _limit(limit, cut=cut)
        try:
            code, error = orders.handle(command, command_id="rob").version, ""
        except Exception as caught:  # noqa: BLE001 - told to the test
            code, error = -1, f"{type(caught).__name__}: {caught}"
        _limit(-1, cut=False)
    Path(said).write_text(json.dumps([code, "", error]))


def _limit(size: int, *, cut: bool) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL if cut else signal.SIG_IGN)
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY if size < 0 else size, hard))


ACTIONS: dict[str, Callable[..., None]] = {one.__name__: one for one in (typed, sealed)}

if __name__ == "__main__":
    sys.setswitchinterval(0.001)
    nursery(ACTIONS)
