"""How figures are measured and shown: ratios of two things in one run, never bare seconds."""

from __future__ import annotations

import gc
import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Figure:
    """One measured figure beside the bar it must reach.

    Attributes:
        name: What was measured.
        value: The figure.
        unit: Its unit; `×` for a ratio.
        at_most: Upper bar, if any.
        at_least: Lower bar, if any.
        note: What else a reader must know.
    """

    name: str
    value: float
    unit: str = "×"
    at_most: float | None = None
    at_least: float | None = None
    note: str = ""

    @property
    def reached(self) -> bool:
        """Whether the figure reaches its bar; true without one."""
        return (self.at_most is None or self.value <= self.at_most) and (
            self.at_least is None or self.value >= self.at_least
        )

    def __str__(self) -> str:
        """Return the figure as a line."""
        bars = (("at most", self.at_most), ("at least", self.at_least))
        bar = ", ".join(f"{word} {limit:g}" for word, limit in bars if limit is not None)
        verdict = f"  ({bar}: {'yes' if self.reached else 'NO'})" if bar else ""
        note = f"\n      {self.note}" if self.note else ""
        return f"  {self.value:8.2f} {self.unit:<3} {self.name}{verdict}{note}"


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def interleaved(rounds: int, *works: Callable[[], object]) -> list[float]:
    """Return the median of each work's seconds, taken in turn.

    A B A B, so that a machine that is slow for a while is slow for all of them. What lives before
    is kept out of the garbage collector's way: it would be charged to whichever work comes first.
    """
    taken: list[list[float]] = [[] for _ in works]
    gc.collect()
    gc.freeze()
    try:
        for _ in range(rounds):
            for work, times in zip(works, taken, strict=True):
                times.append(seconds(work))
    finally:
        gc.unfreeze()
    return [median(times) for times in taken]
