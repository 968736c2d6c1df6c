"""Puts the stretches of a log together into one tree with its root at every size asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.audit.ledger.merkle import EMPTY_ROOT
from orderflow.audit.ledger.tiles import WIDTH, TileBuilder, TileId, edge_root
from orderflow.audit.verifying.clock import recorded_in, tell_of_clock
from orderflow.audit.verifying.tree import Stretch

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from orderflow.audit.verifying.collected import Findings


class WholeTree:
    """The tree over the whole log.

    Attributes:
        size: How many events it has so far.
        roots: The root at each size that was asked for and reached.
        unlike: The tiles that the ledger keeps otherwise, from level 0 up.
        spans: Tiles of level 0 of which the ledger names other positions, by number and first
            position.
        first_position: Position of the first event; None in an empty log.
        last_position: Position of the last event.
    """

    def __init__(
        self, findings: Findings, kept: Callable[[TileId], bytes | None] | None = None
    ) -> None:
        """Begin with an empty tree; `kept` reads the tiles of the ledger, if there is one."""
        self.size = 0
        self.roots: dict[int, bytes] = {0: EMPTY_ROOT}
        self.unlike: list[TileId] = []
        self.spans: list[tuple[int, int]] = []
        self.first_position: int | None = None
        self.last_position: int | None = None
        self._findings = findings
        self._kept = kept
        # Its leaves are the roots of whole tiles of level 0.
        self._above = TileBuilder(self._compare, 0, [])
        self._rest: list[bytes] = []
        self._last = b""

    def take(self, stretch: Stretch) -> None:
        """Take the next stretch, in the order of the log."""
        sizes = sorted(stretch.partial)
        for number, root in enumerate(stretch.roots, start=stretch.number):
            sizes = self._root_at(sizes, number, stretch)
            self._above.append(root)
        self._root_at(sizes, stretch.number + len(stretch.roots), stretch)
        self._rest = stretch.rest
        self.size += stretch.events
        self.unlike += [TileId(0, number) for number in stretch.unlike]
        self.spans += stretch.spans
        if self.first_position is None and stretch.first is not None:
            self.first_position = stretch.first[0]
        if stretch.last is not None:
            self.last_position = stretch.last
        if stretch.first is not None and self._last:
            position, stream, version, state = stretch.first
            tell_of_clock(self._findings, self._last, (position, stream, version, None, state))
        self._last = stretch.recorded or self._last

    @property
    def last_recorded_at(self) -> datetime | None:
        """When the last event was recorded; None where it cannot be told."""
        return recorded_in(self._last)

    def done(self) -> bytes:
        """Compare what is left, and return the root of the whole tree."""
        self._above.flush()
        self.unlike.sort()
        root = self._root(self._rest)
        self.roots[self.size] = root
        return root

    def _root_at(self, sizes: list[int], number: int, stretch: Stretch) -> list[int]:
        """Note the root at each size that ends in this tile; return the sizes that do not."""
        while sizes and sizes[0] // WIDTH == number:
            size = sizes.pop(0)
            self.roots[size] = self._root(stretch.partial[size])
        return sizes

    def _root(self, partial: list[bytes]) -> bytes:
        edge = self._above.edge
        return edge_root([partial, *edge])

    def _compare(self, tile: TileId, hashes: bytes) -> None:
        if self._kept is None:
            return
        above = TileId(tile.level + 1, tile.number)
        kept = self._kept(above)
        if kept is None or not hashes.startswith(kept):
            self.unlike.append(above)
