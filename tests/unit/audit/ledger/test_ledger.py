"""The ledger of a log: only new events are hashed, nothing contradictory is signed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from orderflow.audit.ledger.checkpoint import Checkpoint, cosignature
from orderflow.audit.ledger.leaf import hash_of, leaf_of
from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.merkle import EMPTY_ROOT
from orderflow.audit.ledger.note import Note
from orderflow.audit.ledger.source import StoredEvent
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.audit.ledger.stored_tree import StoredTree
from orderflow.audit.ledger.tiles import TileId
from orderflow.audit.ledger.trust import Trust
from orderflow.errors import (
    KeyFileError,
    LedgerDamaged,
    LogContradicted,
    NotCovered,
    NotTrusted,
)
from tests.unit.audit.ledger.making import (
    LOG_KEY,
    NOON,
    ORIGIN,
    OTHER_KEY,
    WITNESS_KEY,
    MemoryLog,
    begun,
    some_events,
    tampered,
    tiles_of,
)

TRUST = Trust(LOG_KEY.verifier)
WITNESSED = Trust(LOG_KEY.verifier, (WITNESS_KEY.verifier,), 1)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return where the ledger is to be."""
    return tmp_path / "orders.ledger"


def root_of(events: list[StoredEvent]) -> bytes:
    """Return the root over events."""
    return StoredTree(tiles_of(map(hash_of, events)).get).root(len(events))


@pytest.mark.parametrize("count", [0, 1, 255, 256, 257, 600])
def test_a_checkpoint_is_over_all_events(place: Path, count: int) -> None:
    """Its size is their number, its root that of their tree, its signature that of the log."""
    ledger, _, log = begun(place, some_events(count))
    made = ledger.checkpoint(LOG_KEY)

    assert TRUST.open(made.note).checkpoint == made.checkpoint
    assert made.checkpoint == Checkpoint(ORIGIN, count, root_of(log.events))
    assert made.hashed == count


def test_only_new_events_are_hashed(place: Path) -> None:
    """Each checkpoint goes on from the last tile; the tiles are those of one go."""
    ledger, store, log = begun(place, [])
    for count in (1, 200, 256, 512, 513, 900):
        log.events = some_events(count)
        made = ledger.checkpoint(LOG_KEY)
        assert made.checkpoint.root == root_of(log.events)

    wanted = tiles_of(map(hash_of, log.events))
    assert {tile: store.read(lambda pages, t=tile: pages.tile(t)) for tile in wanted} == wanted  # type: ignore[misc]


def test_hashed_events_are_not_read_again(place: Path) -> None:
    """Of what was hashed, at most the last tile is read again."""
    ledger, _, _ = begun(place, some_events(600))
    ledger.checkpoint(LOG_KEY)
    counting = Counting(some_events(610))
    again = Ledger(ledger._store, counting)
    made = again.checkpoint(LOG_KEY)

    assert made.hashed == 10
    assert counting.given == 610 - 512


class Counting(MemoryLog):
    """A log that counts what it gives."""

    given = 0

    def events_from(self, position: int) -> Iterator[StoredEvent]:
        """Count, and give."""
        for one in super().events_from(position):
            self.given += 1
            yield one


def test_nothing_new_gives_the_last_checkpoint_again(place: Path) -> None:
    """It is not signed anew, and keeps its cosignatures."""
    ledger, _, _ = begun(place, some_events(3))
    first = ledger.checkpoint(LOG_KEY)
    line = cosignature(first.checkpoint.text, WITNESS_KEY, NOON)
    joined = ledger.add_cosignatures(Note.parse(first.note).joined((line,)).encode(), WITNESSED)

    again = ledger.checkpoint(LOG_KEY)
    assert again == (joined, first.checkpoint, 0)
    assert WITNESSED.open(again.note).cosigned_at == {str(WITNESS_KEY.verifier): NOON}


def test_positions_may_have_gaps(place: Path) -> None:
    """The tree counts events, not positions; events are proven by their own positions."""
    events = [one._replace(position=one.position * 7) for one in some_events(600)]
    ledger, _, _ = begun(place, events)
    ledger.checkpoint(LOG_KEY)

    for at in (0, 1, 255, 256, 300, 599):
        proof = ledger.prove(events[at].stream, events[at].version)
        assert proof.index == at
        assert proof.check(TRUST, leaf_of(events[at])).checkpoint.size == 600


def test_a_ledger_signs_with_the_key_it_was_begun_with(place: Path) -> None:
    """Another key, even of the same name, signs nothing and writes nothing."""
    ledger, store, _ = begun(place, some_events(3))

    with pytest.raises(KeyFileError):
        ledger.checkpoint(OTHER_KEY)
    assert store.read(lambda pages: pages.size()) == 0


@pytest.mark.parametrize("count", [300, 256])
@pytest.mark.parametrize(
    "change",
    [
        lambda events: events[:-1],
        lambda _: [],
        lambda events: [*events[:-1], events[-1]._replace(state=b"{}")],
        lambda events: [*events[:-1], events[-1]._replace(position=9999)],
        lambda events: [*events[:-2], events[-1], events[-2]],
        lambda events: [*events[:-3], *some_events(5, start=400)],
    ],
    ids=["last removed", "all removed", "last changed", "last moved", "swapped", "another end"],
)
def test_a_log_that_lost_its_end_is_not_signed(place: Path, count: int, change: object) -> None:
    """Put back to an older copy, cut or altered within the last tile: nothing is signed."""
    ledger, store, log = begun(place, some_events(count))
    first = ledger.checkpoint(LOG_KEY)
    log.events = change(log.events)  # type: ignore[operator]

    with pytest.raises(LogContradicted):
        ledger.checkpoint(LOG_KEY)
    assert store.read(lambda pages: (pages.size(), pages.checkpoint())) == (count, first.note)


def test_a_tree_that_was_altered_is_not_signed(place: Path) -> None:
    """Whoever alters a stored hash that the last checkpoint covers stops the ledger."""
    ledger, _, log = begun(place, some_events(600))
    ledger.checkpoint(LOG_KEY)
    log.events = some_events(700)
    tampered(place, "UPDATE tiles SET hashes = zeroblob(length(hashes)) WHERE level = 1")

    with pytest.raises(LogContradicted):
        ledger.checkpoint(LOG_KEY)


def test_a_checkpoint_that_was_altered_stops_the_ledger(place: Path) -> None:
    """The last checkpoint must bear our own signature before a next one is signed."""
    ledger, _, log = begun(place, some_events(3))
    ledger.checkpoint(LOG_KEY)
    log.events = some_events(4)
    tampered(
        place,
        "UPDATE checkpoints SET note ="
        " CAST(replace(note, char(10) || '3', char(10) || '2') AS BLOB)",
    )

    with pytest.raises(NotTrusted):
        ledger.checkpoint(LOG_KEY)


def test_a_tile_without_its_place_stops_the_ledger(place: Path) -> None:
    """If it cannot be told of which events the last tile speaks, nothing is signed."""
    ledger, _, log = begun(place, some_events(3))
    ledger.checkpoint(LOG_KEY)
    log.events = some_events(4)
    tampered(place, "UPDATE tiles SET first_position = NULL")

    with pytest.raises(LedgerDamaged):
        ledger.checkpoint(LOG_KEY)


def test_a_new_ledger_can_be_held_to_an_old_checkpoint(tmp_path: Path) -> None:
    """After the ledger was lost, a checkpoint kept elsewhere keeps it from contradicting itself."""
    ledger, _, log = begun(tmp_path / "a", some_events(5))
    old = ledger.checkpoint(LOG_KEY).checkpoint
    same, _, _ = begun(tmp_path / "b", some_events(9))
    other, store, _ = begun(tmp_path / "c", [*some_events(4), *some_events(9)[5:]])

    assert same.checkpoint(LOG_KEY, extends=old).checkpoint.size == 9
    with pytest.raises(LogContradicted):
        other.checkpoint(LOG_KEY, extends=old)
    with pytest.raises(LogContradicted):
        other.checkpoint(LOG_KEY, extends=Checkpoint(ORIGIN, 99, old.root))
    with pytest.raises(LogContradicted):
        other.checkpoint(LOG_KEY, extends=Checkpoint("log.example/others", 0, EMPTY_ROOT))
    assert store.read(lambda pages: pages.checkpoint()) is None
    assert log.events


def test_what_is_not_covered_is_not_proven(place: Path) -> None:
    """No such event, none hashed yet, or none signed yet: each is said."""
    ledger, _, log = begun(place, some_events(3))
    one = log.events[0]
    with pytest.raises(NotCovered, match="yet"):
        ledger.prove(one.stream, one.version)
    with pytest.raises(NotCovered, match="no checkpoint yet"):
        ledger.prove_extension(None)
    ledger.checkpoint(LOG_KEY)
    log.events = some_events(4, start=0)
    with pytest.raises(NotCovered, match="yet"):
        ledger.prove(log.events[0].stream, 1)
    log.events = some_events(4)
    with pytest.raises(NotCovered, match="yet"):
        ledger.prove(log.events[3].stream, log.events[3].version)
    with pytest.raises(NotCovered, match="no event"):
        ledger.prove("nobody", 1)


def test_hashes_that_nobody_signed_prove_nothing(place: Path) -> None:
    """An event beyond the last checkpoint is not covered, even if its hash is kept."""
    ledger, store, log = begun(place, some_events(3))
    ledger.checkpoint(LOG_KEY)
    log.events = some_events(4)
    hashes = b"".join(map(hash_of, log.events))
    store.write(lambda pages: pages.put_tile(TileId(0, 0), hashes, (1, 4)))  # type: ignore[arg-type]

    with pytest.raises(NotCovered):
        ledger.prove(log.events[3].stream, log.events[3].version)


def test_a_changed_event_gets_no_proof(place: Path) -> None:
    """The log contradicts what was hashed, and that is said rather than a proof made."""
    ledger, _, log = begun(place, some_events(3))
    ledger.checkpoint(LOG_KEY)
    log.events[1] = log.events[1]._replace(state=b"{}")

    with pytest.raises(LogContradicted):
        ledger.prove(log.events[1].stream, log.events[1].version)


def test_growth_is_proven_from_any_checkpoint(place: Path) -> None:
    """From each that was made, and from nothing; not from one of another history."""
    ledger, _, log = begun(place, some_events(3))
    old = ledger.checkpoint(LOG_KEY).checkpoint
    log.events = some_events(700)
    new = ledger.checkpoint(LOG_KEY).checkpoint

    for earlier in (None, old, new):
        assert ledger.prove_extension(earlier).check(TRUST, earlier).checkpoint == new
    with pytest.raises(LogContradicted):
        ledger.prove_extension(Checkpoint(ORIGIN, 3, new.root))


def test_only_cosignatures_of_our_own_checkpoints_are_kept(place: Path) -> None:
    """A checkpoint that this ledger did not make gains nothing."""
    ledger, _, _ = begun(place, some_events(3))
    other, _, _ = begun(place.with_name("other"), some_events(4))
    foreign = Note.parse(other.checkpoint(LOG_KEY).note)
    line = cosignature(foreign.text, WITNESS_KEY, NOON)
    content = foreign.joined((line,)).encode()

    with pytest.raises(NotCovered):
        ledger.add_cosignatures(content, WITNESSED)
    with pytest.raises(NotTrusted):
        ledger.add_cosignatures(foreign.encode(), WITNESSED)


def test_two_ledgers_of_one_file_go_on_from_each_other(place: Path) -> None:
    """Another process may have signed meanwhile; its checkpoint counts."""
    ledger, _, log = begun(place, some_events(3))
    with closing(SQLiteLedger(place)) as store:
        ledger.checkpoint(LOG_KEY)
        log.events = some_events(5)
        made = Ledger(store, log).checkpoint(LOG_KEY)

    assert made.hashed == 2
    assert ledger.checkpoint(LOG_KEY).checkpoint == made.checkpoint
