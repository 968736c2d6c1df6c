"""What was changed is found where it was changed: in the log, and in the tiles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from orderflow.audit.ledger.checkpoint import Checkpoint
from orderflow.audit.ledger.leaf import hash_of
from orderflow.audit.ledger.locating import Difference, Fault, differences
from orderflow.audit.ledger.source import StoredEvent
from orderflow.audit.ledger.stored_tree import StoredTree
from orderflow.audit.ledger.tile_faults import altered_tiles
from orderflow.audit.ledger.tiles import TileId
from tests.unit.audit.ledger.making import ORIGIN, some_events, tiles_of

Events = list[StoredEvent]
EVENTS = some_events(3000)
LEAVES = [hash_of(one) for one in EVENTS]
NEW = StoredEvent(99999, "new", 1, "new", b"new")


def found(events: Events) -> list[tuple[Fault, int]]:
    """Return what is found in a log that ought to be `EVENTS`."""
    return [(one.fault, one.place) for one in differences(lambda: iter(LEAVES), events)]


def without(at: int, count: int = 1) -> Events:
    """Return the events with some taken out."""
    return EVENTS[:at] + EVENTS[at + count :]


def with_new(at: int, *new: StoredEvent) -> Events:
    """Return the events with others put in."""
    return [*EVENTS[:at], *new, *EVENTS[at:]]


def replaced(at: int, **fields: object) -> Events:
    """Return the events with one altered."""
    altered = EVENTS[at]._replace(**fields)  # type: ignore[arg-type]
    return [*EVENTS[:at], altered, *EVENTS[at + 1 :]]


def swapped(one: int, other: int) -> Events:
    """Return the events with two in each other's place."""
    events = list(EVENTS)
    events[one], events[other] = events[other], events[one]
    return events


def test_an_unchanged_log_shows_no_difference() -> None:
    """Neither does an empty one."""
    assert found(EVENTS) == []
    assert differences(lambda: iter(()), []) == []


@pytest.mark.parametrize("at", [0, 1, 255, 256, 1500, 2998, 2999])
def test_one_fault_is_named_and_located(at: int) -> None:
    """Wherever it is, it is found there and nowhere else."""
    assert found(replaced(at, state=b"{}")) == [(Fault.CHANGED, at)]
    assert found(replaced(at, stream="another")) == [(Fault.CHANGED, at)]
    assert found(replaced(at, version=77)) == [(Fault.CHANGED, at)]
    assert found(replaced(at, topic="another")) == [(Fault.CHANGED, at)]
    assert found(without(at)) == [(Fault.REMOVED, at)]
    assert found(with_new(at, NEW)) == [(Fault.INSERTED, at)]


@pytest.mark.parametrize("byte", range(len(EVENTS[40].state)))
def test_each_changed_byte_of_a_payload_is_located(byte: int) -> None:
    """Any byte of what is stored counts."""
    state = EVENTS[40].state
    changed = state[:byte] + bytes((state[byte] ^ 1,)) + state[byte + 1 :]

    assert found(replaced(40, state=changed)) == [(Fault.CHANGED, 40)]


@pytest.mark.parametrize("one, other", [(5, 6), (5, 9), (0, 2999), (100, 2500)])
def test_swapped_events_are_named(one: int, other: int) -> None:
    """Both, or the one that passed the other, are told to have moved; none is told to be lost."""
    told = differences(lambda: iter(LEAVES), swapped(one, other))

    assert {each.fault for each in told} == {Fault.MOVED}
    assert {each.place for each in told} <= {one, other}
    assert all(LEAVES[each.place] == hash_of(each.event) for each in told if each.event)


def test_a_moved_event_is_told_once() -> None:
    """From far away: the place where it was hashed, and the event where it stands now."""
    moved = [*EVENTS[:10], *EVENTS[11:2000], EVENTS[10], *EVENTS[2000:]]

    assert differences(lambda: iter(LEAVES), moved) == [Difference(Fault.MOVED, 10, EVENTS[10])]


def test_an_event_moved_over_another_tells_both() -> None:
    """What stood at the place is told to be removed."""
    moved = [*EVENTS[:10], *EVENTS[11:20], EVENTS[10], *EVENTS[21:]]

    assert found(moved) == [(Fault.MOVED, 10), (Fault.REMOVED, 20)]


@pytest.mark.parametrize("at", [0, 8, 1500, 3000])
def test_duplicated_events_are_named(at: int) -> None:
    """The same event once more, near or far, also at the end."""
    assert found(with_new(at, EVENTS[7])) == [(Fault.DUPLICATED, at)]


def test_events_after_the_last_hash_are_told_apart() -> None:
    """They are new, or were appended behind our back; the ledger does not know yet."""
    events = [*EVENTS, NEW, NEW._replace(version=2)]

    assert found(events) == [(Fault.APPENDED, 3000), (Fault.APPENDED, 3000)]


@pytest.mark.parametrize("count", [300, 1000, 2999])
def test_a_run_of_removed_events_is_located(count: int) -> None:
    """Each is named by its place, also if more are gone than the comparison looks ahead."""
    told = differences(lambda: iter(LEAVES), without(1, count), at_most=5000)
    removed = [one.place for one in told if one.fault is Fault.REMOVED]

    assert set(removed) <= set(range(1, count + 1))
    assert told[0].place == 1
    assert {one.fault for one in told} <= {Fault.REMOVED, Fault.MOVED}


def test_a_log_of_something_else_is_told_within_bounds() -> None:
    """Not more differences are listed than were asked for."""
    other = [one._replace(state=b"other") for one in EVENTS]

    assert len(differences(lambda: iter(LEAVES), other, at_most=10)) == 10


def test_a_difference_names_its_tile() -> None:
    """The tile of level 0 is that of the place."""
    assert Difference(Fault.REMOVED, 256, None).tile == 1


SIZE = 700
TILES = tiles_of(LEAVES[:SIZE])
CHECKPOINT = Checkpoint(ORIGIN, SIZE, StoredTree(TILES.get).root(SIZE))


def altered(changes: dict[TileId, bytes]) -> list[TileId]:
    """Return the tiles that are found to be altered."""
    return altered_tiles({**TILES, **changes}.get, CHECKPOINT)


def flipped(content: bytes, at: int) -> bytes:
    """Return the content with one bit changed."""
    return content[:at] + bytes((content[at] ^ 1,)) + content[at + 1 :]


@pytest.mark.parametrize("size", [0, 1, 255, 256, 257, 700, 3000])
def test_unaltered_tiles_are_right(size: int) -> None:
    """Of any size, also if the tiles have grown since the checkpoint."""
    tiles = tiles_of(LEAVES)
    checkpoint = Checkpoint(ORIGIN, size, StoredTree(tiles.get).root(size))

    assert altered_tiles(tiles.get, checkpoint) == []


@pytest.mark.parametrize("tile", sorted(TILES))
def test_every_changed_byte_of_a_tile_is_located(tile: TileId) -> None:
    """Each byte of each tile: that tile is named, and no other."""
    content = TILES[tile]
    step = 1 if len(content) < 1000 else 41

    for at in {*range(0, len(content), step), len(content) - 1}:
        assert altered({tile: flipped(content, at)}) == [tile]


@pytest.mark.parametrize("tile", sorted(TILES))
@pytest.mark.parametrize("change", [lambda _: b"", lambda c: c[:-1], lambda c: c[32:]])
def test_a_missing_or_short_tile_is_located(tile: TileId, change: Callable[[bytes], bytes]) -> None:
    """Gone, cut short, or without its first hash."""
    assert altered({tile: change(TILES[tile])}) == [tile]


def test_several_altered_tiles_are_all_named() -> None:
    """Two whole tiles; or one and the level above, where that one is in doubt with it."""
    first, second, edge = TileId(0, 0), TileId(0, 1), TileId(1, 0)
    changes = {first: flipped(TILES[first], 0), second: flipped(TILES[second], 9)}

    assert altered(changes) == [first, second]
    assert edge in altered({**changes, edge: flipped(TILES[edge], 0)})


def test_a_tile_below_an_altered_one_is_still_judged() -> None:
    """Three levels: what lies below a whole altered tile is judged as that tile must have been."""
    size = 65_536 + 10
    hashes = [at.to_bytes(32, "big") for at in range(size)]
    tiles = tiles_of(hashes)
    checkpoint = Checkpoint(ORIGIN, size, StoredTree(tiles.get).root(size))
    whole, below, edge = TileId(1, 0), TileId(0, 7), TileId(2, 0)

    def altered_in(*changed: TileId) -> list[TileId]:
        changes = {one: flipped(tiles[one], 3) for one in changed}
        return altered_tiles({**tiles, **changes}.get, checkpoint)

    assert altered_in() == []
    assert altered_in(whole) == [whole]
    assert altered_in(below) == [below]
    assert altered_in(edge) == [edge]
    # With both altered nothing below can be vouched for; the tile that ought to do so is named.
    assert altered_in(whole, below) == [whole]


def test_a_checkpoint_of_something_else_puts_the_edge_in_doubt() -> None:
    """If nothing that is kept makes the root, the partial tile of leaves cannot be right."""
    other = Checkpoint(ORIGIN, SIZE, bytes(32))

    assert altered_tiles(TILES.get, other) == [TileId(0, 2)]
