"""Who is at fault where log and ledger differ, and at which events or tiles.

A checkpoint that holds proves the log right as far as it goes: what the ledger keeps otherwise
below it is the ledger's fault. Beyond it, the tiles are first judged by the last checkpoint, and
the log is then laid beside the hashes of the events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from orderflow.audit.ledger.locating import Difference, Fault, differences
from orderflow.audit.ledger.merkle import HASH_SIZE
from orderflow.audit.ledger.tile_faults import altered_tiles
from orderflow.audit.ledger.tiles import WIDTH, TileId, hashes_in
from orderflow.audit.verifying.finding import FindingKind, NoteKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from orderflow.audit.ledger.source import StoredEvent
    from orderflow.audit.verifying.checkpoints import Checkpoints
    from orderflow.audit.verifying.collected import Findings
    from orderflow.audit.verifying.sqlite.kept import KeptLedger
    from orderflow.audit.verifying.whole_tree import WholeTree

_SENTENCES = {
    Fault.CHANGED: "Another event stands here than the one that was hashed.",
    Fault.REMOVED: "An event that was hashed is gone.",
    Fault.INSERTED: "An event stands between two that were hashed one after the other.",
    Fault.MOVED: "The event stands elsewhere than where it was hashed.",
    Fault.DUPLICATED: "An event that was hashed once stands in the log once more.",
}

_GONE = b"\xff" * HASH_SIZE
"""In place of a hash that the ledger no longer has."""


class Compared(NamedTuple):
    """What is needed to tell who is at fault.

    Attributes:
        ledger: The ledger.
        tree: The tree over the log.
        checkpoints: What came of comparing the checkpoints.
        events: Iterates over the log, from the first event on.
    """

    ledger: KeptLedger
    tree: WholeTree
    checkpoints: Checkpoints
    events: Callable[[], Iterable[StoredEvent]]


def compare_with_ledger(one: Compared, findings: Findings, at_most: int) -> None:
    """Find what differs between a log and what its ledger keeps, and at whose fault."""
    for tile in one.ledger.tiles_besides():
        _altered(one, tile, findings, "No checkpoint of the ledger speaks of")
    covered = one.checkpoints.covered or 0
    for number, position in one.tree.spans:
        if number * WIDTH < covered:
            findings.add(
                FindingKind.SPAN_ALTERED,
                f"The ledger names other positions for {TileId(0, number).path()} than its events"
                " have.",
                position=position,
                place=number * WIDTH,
                file=one.ledger.name,
            )
    if covered >= one.ledger.size:
        for tile in one.tree.unlike:
            _altered(one, tile, findings, "The log as it was signed does not make")
    else:
        _locate(one, findings, at_most)
    if covered < one.tree.size:
        findings.note(
            NoteKind.NOT_COVERED,
            f"No checkpoint that holds speaks of the last {one.tree.size - covered} events.",
        )


def _locate(one: Compared, findings: Findings, at_most: int) -> None:
    last = one.checkpoints.last
    altered: set[TileId] = set()
    if last is not None and last.size <= one.ledger.size:
        altered = set(altered_tiles(one.ledger.tile, last))
    for tile in sorted(altered):
        _altered(one, tile, findings, "The checkpoint does not agree with")
    found = differences(lambda: _leaves(one.ledger), one.events(), at_most=at_most)
    for difference in found:
        # Which event it was, nobody can tell from hashes that were altered themselves.
        if difference.fault is not Fault.APPENDED and TileId(0, difference.tile) not in altered:
            _differs(one, difference, findings)


def _leaves(ledger: KeptLedger) -> Iterator[bytes]:
    for number in range(-(-ledger.size // WIDTH)):
        kept = ledger.leaves(number)
        # A tile that is gone is told of; its places stay places.
        hashes = hashes_in(kept.hashes) if kept is not None else []
        yield from hashes or [_GONE] * ledger.width(number)


def _differs(one: Compared, difference: Difference, findings: Findings) -> None:
    event, place = difference.event, difference.place
    findings.add(
        FindingKind(difference.fault.value),
        _SENTENCES[difference.fault],
        position=_position_of(one.ledger, place) if event is None else event.position,
        stream=None if event is None else _plain(event.stream),
        version=None if event is None else event.version,
        place=place,
    )


def _position_of(ledger: KeptLedger, place: int) -> int | None:
    """Return the position that an event had that is gone, where its tile still tells."""
    kept = ledger.leaves(place // WIDTH)
    if kept is None or kept.span is None:
        return None
    first, last = kept.span
    whole = last - first + 1 == len(hashes_in(kept.hashes))
    return first + place % WIDTH if whole else None


def _altered(one: Compared, tile: TileId, findings: Findings, why: str) -> None:
    span = WIDTH ** (tile.level + 1)
    first = tile.number * span
    last = min(first + span, max(one.ledger.size, first + 1)) - 1
    findings.add(
        FindingKind.TILE_ALTERED,
        f"{why} {tile.path()}, the tile over the places {first} to {last}.",
        place=first,
        file=one.ledger.name,
    )


def _plain(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()
