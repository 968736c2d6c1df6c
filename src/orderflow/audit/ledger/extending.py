"""Extends the tree by the events that were never hashed.

Looks back at the last tile and no further: a log that was put back to an older copy, and went on
differently, is found out here and not only when all of it is verified.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from orderflow.audit.ledger.leaf import hash_of
from orderflow.audit.ledger.store import Span
from orderflow.audit.ledger.stored_tree import StoredTree
from orderflow.audit.ledger.tiles import WIDTH, TileBuilder, TileId
from orderflow.errors import LedgerDamaged, LogContradicted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orderflow.audit.ledger.source import LogSource, StoredEvent
    from orderflow.audit.ledger.store import LedgerPages


def extended(pages: LedgerPages, log: LogSource) -> tuple[int, bytes]:
    """Hash what is new in the log, and return the size and the root of the tree.

    Raises:
        LogContradicted: The last tile is not what the log holds at its positions.
        LedgerDamaged: Hashes or positions of the last tile are missing.
    """
    size = pages.size()
    events, span = _new_events(pages, log, size)
    growing = _Growing(pages, size, span)
    for event in events:
        growing.append(event)
    growing.builder.flush()
    return growing.builder.size, growing.builder.root()


def _new_events(
    pages: LedgerPages, log: LogSource, size: int
) -> tuple[Iterator[StoredEvent], Span | None]:
    """Return the events that were never hashed, and the span of the tile that they go on from."""
    if size == 0:
        return log.events_from(0), None
    number = (size - 1) // WIDTH
    span = pages.span(number)
    tile = pages.tile(TileId(0, number)) or b""
    if span is None:
        msg = "the ledger does not say of which events its last tile speaks"
        raise LedgerDamaged(msg)
    events = log.events_from(span.first)
    hashed = list(islice(events, size - number * WIDTH))
    last = hashed[-1].position if hashed else None
    if b"".join(map(hash_of, hashed)) != tile or last != span.last:
        msg = "the log has lost or changed events that were hashed; nothing was signed"
        raise LogContradicted(msg)
    return events, None if size % WIDTH == 0 else span


class _Growing:
    """Grows the tree and knows of which events each tile of level 0 speaks."""

    def __init__(self, pages: LedgerPages, size: int, span: Span | None) -> None:
        self._pages = pages
        self._first = None if span is None else span.first
        self._last = 0
        self.builder = TileBuilder(self._put, size, StoredTree(pages.tile).edge(size))

    def append(self, event: StoredEvent) -> None:
        if self._first is None:
            self._first = event.position
        self._last = event.position
        self.builder.append(hash_of(event))

    def _put(self, tile: TileId, hashes: bytes) -> None:
        span = None
        if tile.level == 0 and self._first is not None:
            span, self._first = Span(self._first, self._last), None
        self._pages.put_tile(tile, hashes, span)
