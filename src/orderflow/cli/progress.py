"""How far long work has come: on a terminal one line that is wiped again, in a pipe nothing."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, TypeVar

from orderflow.cli.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")

_SHOWN_EVERY = 0.1
"""Seconds between two looks at how far the work has come."""

_BAR = 24

_WIPE = "\r\x1b[K"


def with_progress(items: Sequence[T], name: Callable[[T], str]) -> Iterator[T]:
    """Yield the items, and say on standard error which one is worked on."""
    shown = len(items) > 1 and sys.stderr.isatty()
    for number, item in enumerate(items, start=1):
        if shown:
            said = f"{number}/{len(items)} {visible(name(item))}"
            print(f"{_WIPE}{said}", end="", file=sys.stderr, flush=True)
        yield item
        if shown:
            print(_WIPE, end="", file=sys.stderr, flush=True)


class Bar:
    """How much of a known or unknown number has been done."""

    def __init__(self, word: str) -> None:
        """Begin; `word` says of what."""
        self._word = word
        self._shown = sys.stderr.isatty()
        self._next = 0.0

    def told(self, done: int, total: int) -> None:
        """Show how much is done; a total of 0 is not known."""
        now = time.monotonic()
        if not self._shown or now < self._next:
            return
        self._next = now + _SHOWN_EVERY
        said = f"{done:,} {self._word}"
        if total:
            full = _BAR * done // total
            said = f"[{'#' * full}{' ' * (_BAR - full)}] {100 * done // total}%  {said}"
        print(f"{_WIPE}{said}", end="", file=sys.stderr, flush=True)

    def wipe(self) -> None:
        """Leave nothing on the terminal."""
        if self._shown:
            print(_WIPE, end="", file=sys.stderr, flush=True)
