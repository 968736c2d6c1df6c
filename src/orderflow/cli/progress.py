"""How far long work has come: on a terminal one line that is wiped again, in a pipe nothing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

from orderflow.cli.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")

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
