"""Divides the work among processes, this one included.

Others are started afresh (`spawn`), never forked: a fork would inherit connections and threads.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from itertools import pairwise
from multiprocessing import get_context
from queue import SimpleQueue
from typing import TYPE_CHECKING, Final

from orderflow.audit.ledger.tiles import WIDTH
from orderflow.audit.verifying.sqlite.rows import shares
from orderflow.audit.verifying.streams import HELD
from orderflow.audit.verifying.work import Outcome, Piece, done

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from orderflow.audit.verifying.sqlite.rows import SQLiteRows
    from orderflow.audit.verifying.work import Kept, Progress

_HELD_AT_LEAST: Final = 512

STRETCH: Final = 64
"""Tiles that are hashed as one piece, where several processes share the work."""


def pieces(
    rows: SQLiteRows,
    bounds: tuple[int, int, int],
    *,
    jobs: int,
    sizes: list[int],
    kept: Kept | None,
    at_most: int,
) -> list[Piece]:
    """Return the work on a log, for so many processes; `bounds` as `SQLiteRows.bounds` has it."""
    events, first, last = bounds
    basis = Piece(str(rows.path), last + 1, at_most, kept=kept)
    file = basis._replace(whole_file=True)
    # A file that does not even say how many events it has is read from end to end.
    if jobs == 1 or not events:
        whole = basis._replace(
            number=0, first=first, until=last + 1, sizes=tuple(sizes), share=(None, None)
        )
        return [whole, file]
    held = max(_HELD_AT_LEAST, HELD // jobs)
    checked = [
        basis._replace(first=first, share=(one.first, one.before), held=held)
        for one in shares(jobs)
    ]
    hashed = [
        basis._replace(
            number=number,
            first=begin,
            until=end,
            sizes=tuple(s for s in sizes if number <= s // WIDTH < number + STRETCH),
        )
        for number, begin, end in _stretches(rows, events, first, last)
    ]
    # The long ones first, so that the short ones fill up what is left of the time.
    return [*checked, file, *hashed]


def _stretches(
    rows: SQLiteRows, events: int, first: int, last: int
) -> Iterator[tuple[int, int, int]]:
    """Iterate over stretches: the first tile, the first position, the position after the last."""
    begins = [first]
    for _ in range(STRETCH * WIDTH, events, STRETCH * WIDTH):
        begins.append(rows.after(begins[-1], STRETCH * WIDTH))
    for number, (begin, end) in enumerate(pairwise([*begins, last + 1])):
        yield number * STRETCH, begin, end


def outcomes(work: list[Piece], jobs: int, progress: Progress | None) -> Iterator[Outcome]:
    """Iterate over what came of the pieces, in whatever order they are done."""
    if jobs == 1:
        yield from (done(piece, progress) for piece in work)
        return
    left, came = deque(work), SimpleQueue[tuple[Piece, Outcome]]()

    def fed(others: ProcessPoolExecutor) -> None:
        for piece in _taken(left):
            came.put((piece, others.submit(done, piece).result()))

    with (
        ProcessPoolExecutor(jobs - 1, mp_context=get_context("spawn")) as others,
        # One for each process, which takes the next piece for it: whoever is free takes one.
        ThreadPoolExecutor(jobs - 1) as feeders,
    ):
        feeding = [feeders.submit(fed, others) for _ in range(jobs - 1)]
        try:
            for piece in _taken(left):
                came.put((piece, done(piece)))
                yield from _come(came, progress)
            for one in feeding:
                one.result()
        finally:
            left.clear()
    yield from _come(came, progress)


def _taken(left: deque[Piece]) -> Iterator[Piece]:
    """Iterate over pieces until there are no more; several may take from the same ones."""
    while True:
        try:
            piece = left.popleft()
        except IndexError:
            return
        yield piece


def _come(came: SimpleQueue[tuple[Piece, Outcome]], progress: Progress | None) -> Iterator[Outcome]:
    while not came.empty():
        piece, outcome = came.get()
        yield outcome
        _tell(piece, progress)


def _tell(piece: Piece, progress: Callable[[int], None] | None) -> None:
    if progress is not None and piece.number is not None:
        progress(STRETCH * WIDTH)
