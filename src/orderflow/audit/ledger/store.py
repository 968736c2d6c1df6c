"""What a store of ledgers can do. Keeps hashes and signed notes; no keys, no events."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol, TypeVar

from orderflow.audit.ledger.tiles import TileId

T = TypeVar("T")


class Span(NamedTuple):
    """Which events of the log a tile of level 0 speaks of.

    Attributes:
        first: Position of the first.
        last: Position of the last.
    """

    first: int
    last: int


class LedgerPages(Protocol):
    """What is read and written within one transaction."""

    def size(self) -> int:
        """Return how many events have been hashed."""

    def tile(self, tile: TileId) -> bytes | None:
        """Return the hashes of a tile, or None if there is none."""

    def span(self, number: int) -> Span | None:
        """Return which events a tile of level 0 speaks of, or None if there is none."""

    def tile_at(self, position: int) -> int | None:
        """Return the number of the tile of level 0 that would speak of a position.

        It is the last one that does not begin after it; None if all do.
        """

    def put_tile(self, tile: TileId, hashes: bytes, span: Span | None) -> None:
        """Keep a tile; a partial one may only be replaced by one that begins with it."""

    def checkpoint(self, size: int | None = None) -> bytes | None:
        """Return the signed checkpoint that is kept under a size, or the last; or None."""

    def last_size(self) -> int | None:
        """Return the size under which the last checkpoint is kept; None if there is none."""

    def put_checkpoint(self, size: int, note: bytes) -> None:
        """Keep a signed checkpoint, or one with more signatures in place of itself."""


class LedgerStore(Protocol):
    """A ledger, kept somewhere.

    Attributes:
        key: The public key of the log, as it was written down when the ledger was begun.
    """

    key: str

    def read(self, work: Callable[[LedgerPages], T]) -> T:
        """Return the result of `work`, run on one unchanging view of the ledger."""

    def write(self, work: Callable[[LedgerPages], T]) -> T:
        """Return the result of `work` once all that it wrote is on disk, or write nothing.

        Nobody else writes from before its first step until after its last.
        """
