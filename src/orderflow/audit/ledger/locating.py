"""Where a log is not what was hashed: changed, removed, inserted, moved, duplicated, appended.

Compares the hashes of leaves that the ledger keeps with those of the log, in one pass and constant
memory, and finds its way again after each difference. The tiles themselves are judged apart, by
`tile_faults`.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from orderflow.audit.ledger.leaf import hash_of
from orderflow.audit.ledger.tiles import WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from orderflow.audit.ledger.source import StoredEvent

T = TypeVar("T")

_AHEAD: Final = 2 * WIDTH
"""How far ahead the two are compared after a difference, at the least."""

_WINDOW: Final = 2 * _AHEAD


class Fault(StrEnum):
    """In what way the log is not what was hashed."""

    CHANGED = "changed"
    """Another event stands at the place of the one that was hashed."""

    REMOVED = "removed"
    """The event that was hashed is gone."""

    INSERTED = "inserted"
    """An event stands between two that were hashed one after the other."""

    MOVED = "moved"
    """The event that was hashed stands elsewhere in the log."""

    DUPLICATED = "duplicated"
    """An event that was hashed once stands in the log once more."""

    APPENDED = "appended"
    """The event stands after all that were hashed. Every new event does, until it is hashed."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One event that is not what was hashed.

    Attributes:
        fault: In what way.
        place: Place in the tree, from 0, of what was hashed; for an event that was not, the place
            that it pushes away.
        event: What the log has; None if the event is gone.
    """

    fault: Fault
    place: int
    event: StoredEvent | None

    @property
    def tile(self) -> int:
        """Number of the tile of level 0 that `place` lies in."""
        return self.place // WIDTH


def differences(
    leaves: Callable[[], Iterator[bytes]], events: Iterable[StoredEvent], *, at_most: int = 1000
) -> list[Difference]:
    """Return where the log is not what was hashed, in the order of the tree.

    Args:
        leaves: Iterates over the hashes of leaves that the ledger keeps. Called again to tell
            inserted events from duplicated ones, if there are any.
        events: The log, in the order of its positions.
        at_most: How many differences are looked for.
    """
    found = list(islice(_compared(leaves(), iter(events)), at_most))
    lost = {one.hashed: one.place for one in found if one.hashed is not None}
    new = {hash_of(one.event) for one in found if one.event is not None}
    known = {leaf for leaf in leaves() if leaf in new} if new else set()
    told = (_told(one, lost, new, known) for one in found)
    return sorted((one for each in told for one in each), key=lambda one: one.place)


class _Found(NamedTuple):
    """What was hashed at a place, and what the log has there; either may be nothing."""

    place: int
    hashed: bytes | None
    event: StoredEvent | None
    appended: bool = False


def _told(
    found: _Found, lost: dict[bytes, int], new: set[bytes], known: set[bytes]
) -> Iterator[Difference]:
    """Iterate over what is to be said of a difference, once all of them are known."""
    gone = found.hashed is not None and found.hashed not in new
    if found.event is None:
        if gone:
            yield Difference(Fault.REMOVED, found.place, None)
        return
    leaf = hash_of(found.event)
    if leaf in known:
        fault = Fault.MOVED if leaf in lost else Fault.DUPLICATED
        yield Difference(fault, lost.get(leaf, found.place), found.event)
        if gone:
            yield Difference(Fault.REMOVED, found.place, None)
    elif found.appended:
        yield Difference(Fault.APPENDED, found.place, found.event)
    else:
        fault = Fault.CHANGED if gone else Fault.INSERTED
        yield Difference(fault, found.place, found.event)


def _compared(leaves: Iterator[bytes], events: Iterator[StoredEvent]) -> Iterator[_Found]:
    hashed: deque[bytes] = deque()
    logged: deque[tuple[bytes, StoredEvent]] = deque()
    read = ((hash_of(event), event) for event in events)
    place = 0
    while True:
        if len(hashed) < _AHEAD or len(logged) < _AHEAD:
            _fill(hashed, leaves)
            _fill(logged, read)
        if not hashed:
            break
        if logged and hashed[0] == logged[0][0]:
            hashed.popleft()
            logged.popleft()
            place += 1
            continue
        lost, new = _agreement(hashed, logged)
        for at in range(max(lost, new)):
            one = hashed.popleft() if at < lost else None
            event = logged.popleft()[1] if at < new else None
            yield _Found(place, one, event)
            place += at < lost
    for _, event in chain(logged, read):
        yield _Found(place, None, event, appended=True)


def _agreement(hashed: deque[bytes], logged: deque[tuple[bytes, StoredEvent]]) -> tuple[int, int]:
    """Return after how many leaves, and how many events, the two agree again."""
    places = {leaf: at for at, leaf in reversed(list(enumerate(hashed)))}
    agreed = [(places[leaf], at) for at, (leaf, _) in enumerate(logged) if leaf in places]
    # The least that must have happened.
    return min(agreed, key=lambda one: (max(one), sum(one)), default=(len(hashed), len(logged)))


def _fill(window: deque[T], rest: Iterator[T]) -> None:
    window.extend(islice(rest, _WINDOW - len(window)))
