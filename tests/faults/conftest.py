"""What tests of faults share: children to kill, and what must hold after whatever happened."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing, suppress
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from orderflow.audit.ledger.keyfile import write_key
from orderflow.privacy import SQLiteKeys
from orderflow.store import ProtectionOrders
from tests.contracts.cases import request, whole_case
from tests.faults.typist import Typist, checkpoint
from tests.unit.audit.ledger.making import LOG_KEY, WITNESS_KEY
from tests.unit.privacy.making import ORDER, detail, statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


class Nursery:
    """Starts children of which nothing is expected but that they write, and die."""

    def __init__(self, module: str = "tests.faults.children") -> None:
        """Start the process that forks them.

        Args:
            module: Says what they can do.
        """
        self._process = subprocess.Popen(
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        self._children: list[int] = []

    def start(self, action: str, *arguments: object) -> int:
        """Fork a child that does this, and return its process id."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([action, *arguments]) + "\n")
        self._process.stdin.flush()
        child = int(self._process.stdout.readline())
        self._children.append(child)
        return child

    def kill(self, child: int) -> None:
        """Kill a child, as a power cut would end its process, and wait until it is gone."""
        os.kill(child, signal.SIGKILL)
        self.wait(child)

    def wait(self, child: int, seconds: float = 30) -> None:
        """Wait until a child is gone."""
        give_up_at = time.monotonic() + seconds
        while alive(child):
            assert time.monotonic() < give_up_at, "the child does not end"
            time.sleep(0.001)

    def close(self) -> None:
        """End all that is left."""
        for child in self._children:
            if alive(child):
                with suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()


def alive(child: int) -> bool:
    """Tell whether a child still runs."""
    try:
        os.kill(child, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    """A process that forks children."""
    started = Nursery()
    yield started
    started.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the log is."""
    return tmp_path / "orders.db"


def must_be_sound(path: Path, acknowledged: Iterable[str] = ()) -> Counter[str]:
    """Require a whole log with every acknowledged command in it exactly once.

    Returns:
        How many events each command has.
    """
    with ProtectionOrders.open(path, create=False) as orders:
        events: Counter[str] = Counter()
        for order_id in orders.order_ids():
            history = orders.history(order_id)
            assert [item.version for item in history] == list(range(1, len(history) + 1))
            assert orders.get(order_id).version == len(history)
            events.update(item.command_id for item in history)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        kept = connection.execute("SELECT command_id FROM commands").fetchall()
        assert sorted(row[0] for row in kept) == sorted(events)
    assert set(acknowledged) <= events.keys()
    return events


@pytest.fixture(scope="module")
def limited() -> Iterator[Nursery]:
    """A process that forks children under a limit."""
    started = Nursery("tests.faults.limited")
    yield started
    started.close()


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log with keys beside it, a ledger of its first half, and what was made of it."""
    folder = tmp_path_factory.mktemp("made")
    write_key(folder / "log.key", LOG_KEY)
    write_key(folder / "witness.key", WITNESS_KEY)
    (folder / "log.pub").write_text(f"{LOG_KEY.verifier}\n")
    log = folder / "orders.db"
    with (
        SQLiteKeys.begin(folder / "orders.db.keys") as keys,
        ProtectionOrders.open(log, keys=keys) as orders,
    ):
        for command in (request(ORDER), detail(ORDER), statement(ORDER)):
            orders.handle(command)
        checkpoint(folder, begin=True)
        for _ in range(60):
            for step in whole_case(uuid4()):
                orders.handle(step)
    return folder


@pytest.fixture
def folder(furnished: Path, tmp_path: Path) -> Path:
    """A copy of it, to be worked in."""
    for one in furnished.iterdir():
        shutil.copy(one, tmp_path)
    return tmp_path


@pytest.fixture
def typist(limited: Nursery, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Typist:
    """Somebody who types in the folder."""
    return Typist(limited, folder, tmp_path_factory.mktemp("notes"))
