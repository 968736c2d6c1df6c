"""How often somebody may ask: a bucket per caller that fills at a steady rate."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_REMEMBERED: Final = 50_000


class Rates:
    """Buckets of one size, by whatever names who asks."""

    def __init__(
        self,
        per_second: float,
        burst: int,
        *,
        clock: Callable[[], float] = time.monotonic,
        remembered: int = _REMEMBERED,
    ) -> None:
        """Take how much a bucket gains a second, and how much it holds.

        Args:
            per_second: Requests on the long run.
            burst: Requests at once, after a silence.
            clock: Returns seconds that only grow.
            remembered: Buckets at most; who has been silent longest is forgotten first, and then
                has a full one.
        """
        self._per_second = per_second
        self._burst = float(burst)
        self._clock = clock
        self._remembered = remembered
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, name: str) -> float:
        """Return 0 and take one, or return the seconds until there is one again.

        Called from one thread alone.
        """
        now = self._clock()
        level, at = self._buckets.pop(name, (self._burst, now))
        level = min(self._burst, level + (now - at) * self._per_second)
        wait = 0.0 if level >= 1 else (1 - level) / self._per_second
        self._buckets[name] = (level if wait else level - 1, now)
        if len(self._buckets) > self._remembered:
            self._buckets.popitem(last=False)
        return wait
