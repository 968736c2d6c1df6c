"""Hashes a stretch of the log into tiles, and lays each beside the one that the ledger keeps.

Also looks at what lies between events of different orders: positions, and the clock.
A stretch begins at a multiple of 256 places, so that stretches can be hashed apart and put
together again.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from orderflow.audit.ledger.leaf import TAG, hash_of
from orderflow.audit.ledger.merkle import HASH_SIZE, LEAF_PREFIX, NODE_PREFIX
from orderflow.audit.ledger.source import StoredEvent
from orderflow.audit.ledger.store import Span
from orderflow.audit.ledger.tiles import WIDTH
from orderflow.audit.verifying.clock import Clock
from orderflow.audit.verifying.finding import FindingKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from orderflow.audit.verifying.collected import Findings

    ReadTile = Callable[[int], "KeptTile | None"]
    """Returns a tile of level 0 as the ledger keeps it; None beyond what it has hashed."""

_LENGTH: Final = 4
_HEAD: Final = LEAF_PREFIX + TAG
_VERSION_LENGTH: Final = (8).to_bytes(_LENGTH, "big")
_ESCAPED: Final = "surrogateescape"
_COUNTED: Final = 4096
"""Versions and lengths whose bytes are made once; larger ones are left to the ledger's own hash."""
_NO_LEAF: Final = bytes(32)
"""In place of the hash of a row that is no event; no ledger has it."""


class KeptTile(NamedTuple):
    """A tile of level 0 as the ledger keeps it.

    Attributes:
        hashes: Its hashes; empty if it is missing, or not as long as it must be.
        span: Of which positions it speaks; None if it does not say.
    """

    hashes: bytes
    span: Span | None


class Stretch(NamedTuple):
    """A stretch of the log, hashed.

    Attributes:
        number: Number of its first tile.
        events: How many events it has.
        roots: Root of each whole tile.
        rest: Hashes of the leaves after the last whole tile.
        partial: For each size of a tree that was asked for, the leaves of its last, partial tile.
        unlike: Numbers of the tiles that the ledger keeps otherwise.
        spans: Tiles of which the ledger names other positions: their number and first position.
        last: Position of the last event; None of an empty stretch.
        recorded: The last event's payload, to go on from when the next stretch is looked at.
        first: Position, stream, version and payload of the first event, whatever they are.
    """

    number: int
    events: int
    roots: list[bytes]
    rest: list[bytes]
    partial: dict[int, list[bytes]]
    unlike: list[int]
    spans: list[tuple[int, int]]
    last: int | None
    recorded: bytes
    first: tuple[int, Any, Any, Any] | None


class Hasher:
    """Hashes one stretch."""

    def __init__(
        self,
        findings: Findings,
        number: int = 0,
        *,
        kept: ReadTile | None = None,
        sizes: Iterable[int] = (),
    ) -> None:
        """Begin at the tile `number`.

        Args:
            findings: Told what is wrong, and where the clock went back.
            number: Number of the first tile.
            kept: Reads the tiles that the ledger keeps; None without one.
            sizes: Sizes of trees whose last, partial tile is asked for.
        """
        self._findings = findings
        self._first_number = self._number = number
        self._kept = kept
        self._sizes: dict[int, list[int]] = {}
        for size in sizes:
            self._sizes.setdefault(size // WIDTH, []).append(size)
        self._leaves: list[bytes] = []
        self._positions: list[int] = []
        self._roots: list[bytes] = []
        self._partial: dict[int, list[bytes]] = {}
        self._unlike: list[int] = []
        self._spans: list[tuple[int, int]] = []
        self._events = 0
        self._topics: dict[object, bytes] = {}
        self._last: int | None = None
        self._clock = Clock(findings)
        self._first: tuple[int, Any, Any, Any] | None = None

    def take(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Take the next events, at least one, in the order of the log."""
        if self._first is None:
            position, stream, version, _, state = rows[0]
            self._first = (position, stream, version, state)
        self._check_positions(rows)
        leaves, at = self._hashed(rows), 0
        self._clock.take(rows)
        self._events += len(rows)
        while at < len(leaves):
            room = WIDTH - len(self._leaves)
            self._leaves += leaves[at : at + room]
            self._positions += [row[0] for row in rows[at : at + room]]
            at += room
            if len(self._leaves) == WIDTH:
                self._roots.append(root_of_tile(self._leaves))
                self._close_tile()
                self._leaves, self._positions = [], []

    def done(self) -> Stretch:
        """Return the stretch."""
        rest = self._leaves
        if rest or self._sizes.get(self._number):
            self._close_tile()
        return Stretch(
            self._first_number,
            self._events,
            self._roots,
            rest,
            self._partial,
            self._unlike,
            self._spans,
            self._last,
            self._clock.last,
            self._first,
        )

    def _close_tile(self) -> None:
        for size in self._sizes.get(self._number, ()):
            if size % WIDTH <= len(self._leaves):
                self._partial[size] = self._leaves[: size % WIDTH]
        kept = None if self._kept is None else self._kept(self._number)
        if kept is not None:
            own = b"".join(self._leaves)
            if not kept.hashes or kept.hashes != own[: len(kept.hashes)]:
                self._unlike.append(self._number)
            elif kept.span != self._span_of(len(kept.hashes) // HASH_SIZE):
                self._spans.append((self._number, self._positions[0]))
        self._number += 1

    def _span_of(self, hashed: int) -> Span:
        """Return the positions of the first events of the tile, as many as were hashed."""
        return Span(self._positions[0], self._positions[hashed - 1])

    def _check_positions(self, rows: Sequence[tuple[Any, ...]]) -> None:
        last = self._last
        for row in rows:
            position = row[0]
            if last is not None and position <= last:
                self._findings.add(
                    FindingKind.POSITION_OUT_OF_ORDER,
                    f"Position {position} stands after position {last}.",
                    position=position,
                )
            last = position
        self._last = last

    def _hashed(self, rows: Sequence[tuple[Any, ...]]) -> list[bytes]:
        topics = self._topics
        found: list[bytes] = []
        append, join = found.append, b"".join
        for row in rows:
            _, stream, version, topic, state = row
            try:
                name = stream.encode("utf-8", _ESCAPED)
                parts = (
                    _HEAD,
                    _LENGTHS[len(name)],
                    name,
                    _VERSIONS[version if version >= 0 else _COUNTED],
                    topics.get(topic) or self._measured(topic),
                    _LENGTHS[len(state)],
                    state,
                )
                append(sha256(join(parts)).digest())
            except (AttributeError, TypeError, IndexError):
                append(_leaf_of(row))
        return found

    def _measured(self, topic: str) -> bytes:
        if len(self._topics) >= _COUNTED:
            self._topics.clear()
        part = topic.encode("utf-8", _ESCAPED)
        measured = self._topics[topic] = len(part).to_bytes(_LENGTH, "big") + part
        return measured


def root_of_tile(leaves: list[bytes]) -> bytes:
    """Return the root over the hashes of a whole tile."""
    node, level = sha256, leaves
    while len(level) > 1:
        halves = iter(level)
        level = [
            node(NODE_PREFIX + left + right).digest()
            for left, right in zip(halves, halves, strict=True)
        ]
    return level[0]


def _leaf_of(row: tuple[Any, ...]) -> bytes:
    """Return the hash of an unusual leaf; of a row that is no event, that of none."""
    try:
        return hash_of(StoredEvent(*row))
    except (AttributeError, TypeError, OverflowError):
        return _NO_LEAF


_LENGTHS: Final = tuple(n.to_bytes(_LENGTH, "big") for n in range(_COUNTED))
_VERSIONS: Final = tuple(_VERSION_LENGTH + n.to_bytes(8, "big") for n in range(_COUNTED))
