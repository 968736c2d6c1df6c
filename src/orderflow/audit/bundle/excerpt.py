"""The proof of a bundle: the tree of a whole log, of which only some events are known.

It says of every place of the log what is known of it. `events 3 9` are the events of places 3 to
8, counted from 0, which the bundle holds; `hash 0 2 …` is the root over the events of places 0 and
1, which it does not. Whoever computes the root by the definition of RFC 6962, and takes the hash
where there is one, comes to the root of the checkpoint, or the events are not those of the log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from orderflow.audit.ledger.encoding import decoded_hash, encoded, number
from orderflow.audit.ledger.merkle import node_hash
from orderflow.audit.ledger.proving import split
from orderflow.errors import NotProven, NotWellFormed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

HEAD: Final = b"orderflow-bundle-proof/1\n"
LONGEST: Final = 128
"""Bytes of a line with its line feed; a longer one is not read."""


class Piece(NamedTuple):
    """What is known of places of the log that follow each other.

    Attributes:
        first: The first place, from 0.
        end: The place behind the last.
        root: Root over the events there; None where the events themselves are known.
    """

    first: int
    end: int
    root: bytes | None


def pieces(known: Sequence[int], size: int, root: Callable[[int, int], bytes]) -> Iterator[Piece]:
    """Iterate over what is known of every place, in order.

    Args:
        known: Places of which the events are known, ascending.
        size: Number of events of the log.
        root: Returns the root over a range of places.
    """
    begin, end = 0, 0
    for piece in _single(known, 0, size, root):
        if piece.root is None and begin < end == piece.first:
            end = piece.end
            continue
        if begin < end:
            yield Piece(begin, end, None)
        begin, end = piece[:2] if piece.root is None else (0, 0)
        if piece.root is not None:
            yield piece
    if begin < end:
        yield Piece(begin, end, None)


def _single(
    known: Sequence[int], first: int, size: int, root: Callable[[int, int], bytes]
) -> Iterator[Piece]:
    """Iterate over the largest subtrees without a known event, and over each known event."""
    at = 0
    ranges = [(first, first + size)]
    while ranges:
        low, high = ranges.pop()
        if at == len(known) or known[at] >= high:
            yield Piece(low, high, root(low, high))
        elif high - low == 1:
            yield Piece(low, high, None)
            at += 1
        else:
            middle = low + split(high - low)
            ranges += [(middle, high), (low, middle)]


def encode(found: Iterable[Piece]) -> Iterator[bytes]:
    """Iterate over the lines of a proof."""
    yield HEAD
    for first, end, root in found:
        what = "events" if root is None else "hash"
        tail = "" if root is None else f" {encoded(root)}"
        yield f"{what} {first} {end}{tail}\n".encode()


def decode(lines: Iterator[bytes]) -> Iterator[Piece]:
    """Iterate over what the lines of a proof say; places follow each other without a gap.

    Raises:
        NotWellFormed: A line is none.
    """
    if next(lines, b"") != HEAD:
        msg = "not the proof of a bundle, or of a newer one"
        raise NotWellFormed(msg)
    at = 0
    for line in lines:
        piece = _piece(line)
        if piece.first != at or piece.end <= at:
            msg = "the proof of a bundle does not speak of one place after the other"
            raise NotWellFormed(msg)
        at = piece.end
        yield piece


def _piece(line: bytes) -> Piece:
    words = line[:-1].decode("ascii", "replace").split(" ") if line.endswith(b"\n") else []
    match words:
        case ["events", first, end]:
            return Piece(number(first), number(end), None)
        case ["hash", first, end, root]:
            return Piece(number(first), number(end), decoded_hash(root))
        case _:
            msg = "the proof of a bundle has a line that is none"
            raise NotWellFormed(msg)


class Excerpt:
    """Computes the root of a log from what is known of it, in one pass over events and hashes."""

    def __init__(self, found: Iterator[Piece], leaves: Iterator[bytes]) -> None:
        """Take what is known of each place, and the hashes of the events that are, in order."""
        self._pieces, self._leaves = found, leaves
        self._piece = next(found, None)
        self.runs: list[tuple[int, int]] = []

    def root(self, size: int) -> bytes:
        """Return the root over `size` events, all of which must be spoken of, and no more.

        Raises:
            NotProven: An event or a hash is missing, or one is left over.
            NotWellFormed: A line of the proof is none.
        """
        found = self._root(0, size)
        if self._piece is not None or next(self._leaves, None) is not None:
            msg = "the bundle has more events or hashes than its checkpoint speaks of"
            raise NotProven(msg)
        return found

    def _root(self, low: int, high: int) -> bytes:
        piece = self._piece
        if piece is None or not piece.first <= low < piece.end:
            msg = f"the proof of the bundle does not say what stands at place {low + 1} of the log"
            raise NotProven(msg)
        if piece.root is not None and piece[:2] == (low, high):
            self._next()
            return piece.root
        if high - low > 1:
            middle = low + split(high - low)
            left = self._root(low, middle)
            return node_hash(left, self._root(middle, high))
        return self._event(piece, low)

    def _event(self, piece: Piece, place: int) -> bytes:
        leaf = next(self._leaves, None) if piece.root is None else None
        if leaf is None:
            msg = f"the bundle lacks the event of place {place + 1} of the log"
            raise NotProven(msg)
        if place == piece.first:
            self.runs.append(piece[:2])
        if place + 1 == piece.end:
            self._next()
        return leaf

    def _next(self) -> None:
        self._piece = next(self._pieces, None)
