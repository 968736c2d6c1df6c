"""Somebody who types command lines in a folder, in processes that may not write large files."""

from __future__ import annotations

import json
import time
from contextlib import closing, suppress
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from orderflow.audit.interchange import source_at
from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.audit.ledger.trust import Trust
from tests.unit.audit.ledger.making import LOG_KEY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.conftest import Nursery

TRUST = Trust(LOG_KEY.verifier)
KEY = ("--key", "log.key")
LEDGER = ("--ledger", "orders.ledger")


class Said(NamedTuple):
    """What a command line came to; None in place of a code if it was cut off."""

    code: int | None
    out: str = ""
    err: str = ""


def checkpoint(folder: Path, *, begin: bool = False) -> bytes:
    """Make a checkpoint."""
    place = folder / "orders.ledger"
    store = SQLiteLedger.begin(place, LOG_KEY.verifier) if begin else SQLiteLedger(place)
    with closing(store), closing(source_at(folder / "orders.db")) as log:
        return Ledger(store, log).checkpoint(LOG_KEY).note


class Typist:
    """Types command lines in a folder, each in a process of its own."""

    def __init__(self, nursery: Nursery, folder: Path, notes: Path) -> None:
        """Take where."""
        self._nursery, self._folder, self._notes = nursery, folder, notes
        self._numbers = count()

    def start(self, *argv: str, limit: int = -1, cut: bool = False, act: str = "typed"):  # type: ignore[no-untyped-def]  # noqa: ANN201
        """Begin, and return what waits for the end and returns what was said."""
        said = self._notes / str(next(self._numbers))
        child = self._nursery.start(act, str(self._folder), str(said), limit, cut, *argv)

        def ended() -> Said:
            self._nursery.wait(child)
            return Said(*json.loads(said.read_text())) if said.exists() else Said(None)

        return ended

    def type(self, *argv: str, **how: object) -> Said:
        """Type one, and wait."""
        return self.start(*argv, **how)()  # type: ignore[no-any-return, arg-type]

    def kill(self, *argv: str, after: float) -> None:
        """Type one, and kill it after so many seconds, unless it is done by then."""
        said = self._notes / str(next(self._numbers))
        child = self._nursery.start("typed", str(self._folder), str(said), -1, False, *argv)
        time.sleep(after)
        with suppress(ProcessLookupError):
            self._nursery.kill(child)


def is_told(said: Said) -> bool:
    """Tell whether a failure was said in one sentence, and is not a defect of ours."""
    plain = "defect" not in said.err and "Traceback" not in said.err
    return said.code == 1 and plain and said.err.strip() != "" and said.err.count("\n") == 1
