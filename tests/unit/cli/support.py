"""What the tests of the command line share: a case lived twice, and commands as they are typed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orderflow
from orderflow.casefile import find_case, open_simulated, run_case
from orderflow.store import ProtectionOrders

if TYPE_CHECKING:
    from orderflow.casefile import CaseReport

CASE = "bedfordshire-police-v-ru-2013"
OWN, LATER = "uk-ew-fmpo@2008", "uk-ew-fmpo@2014"
CONDUCT = "2013-03-01T12:00+00:00"
QUESTION = ("--person", "mother", "--term", "no-ceremony", "--conduct-at", CONDUCT)
SOURCES = str(Path(orderflow.__file__).parents[1])


@dataclass(frozen=True)
class Typed:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:  # noqa: ANN401 - any JSON
        """Return standard output as one JSON document."""
        return json.loads(self.out)

    @property
    def flat(self) -> str:
        """Return standard output as one line, so that a wrapped sentence is found."""
        return " ".join(self.out.split())


Type = Callable[..., Typed]
"""Types a command line."""


@dataclass(frozen=True)
class Log:
    """A simulated log with two orders: the case under its own law, and under later law."""

    place: str
    first: str
    second: str


def lived_twice(place: Path) -> Log:
    """Live the case under both laws on a new log."""
    orders, clock = open_simulated(place)
    with orders:
        own = run_case(find_case(CASE), orders, clock=clock)
        later = run_case(find_case(CASE), orders, clock=clock, regime=LATER, as_if=True)
    return Log(str(place), _order_id(own), _order_id(later))


def real_log(place: Path) -> None:
    """Make an empty log with a real clock."""
    ProtectionOrders.open(place, simulated=False).close()


def started(
    *argv: str, code: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command line, or some code, in a process of its own."""
    program = ["-c", code] if code is not None else ["-m", "orderflow"]
    return subprocess.run(
        [sys.executable, *program, *argv],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": SOURCES, "PYTHONUTF8": "1", **environment},
    )


@contextmanager
def without(library: str, *ours: str) -> Iterator[None]:
    """Take a library away, with those modules of ours that are to ask for it again; undo all.

    A module that is loaded a second time also takes the first one's place in its package: left so,
    a later test would alter one of them and call the other.
    """
    gone = (library, *ours)
    before = {name: module for name, module in sys.modules.items() if name.startswith(gone)}
    for name in before:
        del sys.modules[name]
    sys.modules[library] = None  # type: ignore[assignment] # as the import system marks it
    try:
        yield
    finally:
        for name in [name for name in sys.modules if name.startswith(gone)]:
            del sys.modules[name]
        sys.modules.update(before)
        for name, module in before.items():
            package, _, own = name.rpartition(".")
            if package:
                setattr(sys.modules[package], own, module)


def _order_id(report: CaseReport) -> str:
    (only,) = report.orders.values()
    return str(only)
