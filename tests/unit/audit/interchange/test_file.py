"""An interchange file as a log: what a database answers, it answers alike."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from orderflow.audit import InterchangeLog, LogReader, is_interchange, open_log
from orderflow.audit.interchange import LONGEST, LogHead, source_at, write
from orderflow.audit.ledger.source import StoredEvent
from orderflow.audit.ledger.sqlite.log import SQLiteLog
from orderflow.errors import (
    BrokenLine,
    NotAnEventLog,
    OrderNotFound,
    StoreUnavailable,
    UnreadableEvent,
)
from tests.unit.audit.export.making import lived
from tests.unit.audit.ledger.making import NOON, log_file, some_events

HEAD = LogHead(simulated=True, created_at=NOON)


def file_of(path: Path, *events: StoredEvent) -> Path:
    """Write an interchange file."""
    path.write_bytes(b"".join(write(events, HEAD)))
    return path


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a log in a database."""
    return lived(tmp_path_factory.mktemp("lived") / "orders.db")


@pytest.fixture
def lines(database: Path, tmp_path: Path) -> Path:
    """Return the same log in a file whose name says nothing."""
    with closing(SQLiteLog(database)) as log:
        return file_of(tmp_path / "something", *log.events_from(0))


@pytest.fixture
def both(database: Path, lines: Path) -> Iterator[tuple[LogReader, LogReader]]:
    """Return the readers of the two."""
    with open_log(database) as one, open_log(lines) as other:
        yield one, other


def test_orders_read_alike(both: tuple[LogReader, LogReader]) -> None:
    """Every order, in the same order, with the same events and the same law."""
    one, other = both

    assert list(other.order_ids()) == list(one.order_ids())
    for order_id in one.order_ids():
        assert other.history(order_id) == one.history(order_id)
        assert other.get(order_id) == one.get(order_id)
        assert other.get(order_id).law == one.get(order_id).law
        known = one.history(order_id)[0].recorded_at
        assert other.get(order_id, known_at=known) == one.get(order_id, known_at=known)
    with pytest.raises(OrderNotFound):
        other.get(order_id, known_at=NOON.replace(year=2000))
    assert other.simulated


def test_events_are_found_alike(database: Path, lines: Path) -> None:
    """What the ledger asks of a log, a file answers as a database does."""
    with closing(source_at(database)) as one, closing(source_at(lines)) as other:
        events = list(one.events_from(0))
        assert list(other.events_from(0)) == events
        assert list(other.events_from(7)) == events[6:]
        assert other.find(events[5].stream, events[5].version) == events[5]
        assert other.find(events[5].stream, 99) is other.find("nothing", 1) is None
        for first, before in ((0, 9), (3, 3), (5, 2), (2, 10**6)):
            assert other.count(first, before) == one.count(first, before)


def test_positions_may_have_gaps(tmp_path: Path) -> None:
    """They are counted as they stand."""
    log = InterchangeLog(
        file_of(
            tmp_path / "log", *(one._replace(position=3 * one.position) for one in some_events(9))
        )
    )

    assert [log.count(first, first + 3) for first in (0, 1, 2, 27, 28)] == [0, 1, 1, 1, 0]


def test_many_orders_are_listed_page_by_page(tmp_path: Path) -> None:
    """In the order of their first events, none twice."""
    events = [
        one._replace(stream=f"{at:032x}", version=1) for at, one in enumerate(some_events(1200))
    ]
    with open_log(file_of(tmp_path / "log", *events)) as log:
        assert [one.int for one in log.order_ids()] == list(range(1200))


def test_what_a_file_is_shows_in_what_stands_in_it(
    database: Path, lines: Path, tmp_path: Path
) -> None:
    """Its name says nothing, and neither does a folder or nothing at all."""
    (tmp_path / "text.jsonl").write_text('{"specversion":"1.0"}\n')

    assert is_interchange(lines)
    assert not any(
        is_interchange(path)
        for path in (database, tmp_path, tmp_path / "none", tmp_path / "text.jsonl")
    )
    with pytest.raises(NotAnEventLog, match="no interchange file"):
        InterchangeLog(tmp_path / "text.jsonl")


def test_an_address_that_is_no_path_is_none_of_a_file(lines: Path) -> None:
    """`sqlite:///` asks for a database, and gets one or an error."""
    with pytest.raises(NotAnEventLog):
        open_log(f"sqlite:///{lines}")


def test_a_damaged_file_is_read_line_by_line_and_not_looked_up_in(lines: Path) -> None:
    """A scan gives every event it can; questions that need the whole file are refused."""
    content = lines.read_bytes()
    lines.write_bytes(content.replace(b'"streamversion":"2"', b'"streamversion":"3"', 1))
    log = InterchangeLog(lines)
    whole = content.count(b"\n") - 2

    found = list(log.scan())
    assert sum(isinstance(one, StoredEvent) for one in found) == whole
    assert [one.line for one in found if isinstance(one, BrokenLine)] == [whole + 2]
    with pytest.raises(BrokenLine):
        log.count(0, 9)


@pytest.mark.parametrize("again", [1, 2])
def test_a_file_that_changes_under_our_hands_is_not_mixed_up(lines: Path, again: int) -> None:
    """What was looked up before it changed does not answer for what is there now."""
    log = InterchangeLog(lines)
    stream = next(log.events_from(0)).stream
    assert log.find(stream, 1)
    lines.write_bytes(lines.read_bytes() * again + b"\n")

    with pytest.raises(StoreUnavailable, match="changed while it was read"):
        log.find(stream, 1)


def test_a_line_that_moved_unseen_is_noticed(lines: Path) -> None:
    """Even where size and time are those of before."""
    log = InterchangeLog(lines)
    events = list(log.events_from(0))
    index = log._index()
    stream, other = (one.stream for one in (events[0], events[-1]))
    assert stream != other
    index.streams[stream][0] = index.streams[other][0]
    with pytest.raises(StoreUnavailable):
        log.find(stream, 1)
    index.streams[stream][0] = 1
    with pytest.raises(StoreUnavailable):
        log.find(stream, 1)


def test_a_stream_that_is_no_order_is_an_error_with_a_place(tmp_path: Path) -> None:
    """As in a database."""
    events = some_events(4)
    events[2] = events[2]._replace(stream="not an order")
    log = open_log(file_of(tmp_path / "log", *events))
    with log, pytest.raises(UnreadableEvent, match="no UUID") as caught:
        list(log.order_ids())
    assert caught.value.position == 3


def test_an_order_of_which_an_event_is_missing_is_not_read(lines: Path, database: Path) -> None:
    """A file may hold part of an order; then the order is refused, and the place named."""
    with closing(SQLiteLog(database)) as log:
        events = [one for one in log.events_from(0) if one.version != 2]
    part = open_log(file_of(lines, *events))
    with part, pytest.raises(UnreadableEvent, match="missing") as caught:
        list(part.read(next(part.order_ids())))
    assert caught.value.version == 2


def test_a_first_line_that_never_ends_is_refused(tmp_path: Path) -> None:
    """No more of it is read than a line may have."""
    path = tmp_path / "log"
    path.write_bytes(next(write((), HEAD))[:-2] + b" " * (2 * LONGEST))

    with pytest.raises(BrokenLine, match="line 1"):
        InterchangeLog(path)


def test_a_closed_file_can_be_moved_and_read_anew(lines: Path, tmp_path: Path) -> None:
    """Nothing of it stays open."""
    log = InterchangeLog(lines)
    assert log.count(0, 3) == 2
    log.close()
    shutil.move(lines, tmp_path / "elsewhere")
    with pytest.raises(FileNotFoundError):
        log.count(0, 3)


def test_a_database_that_lies_is_read_as_the_ledger_reads_it(tmp_path: Path) -> None:
    """A database is told from a file also where its events are made up."""
    path = log_file(tmp_path / "log", some_events(3))
    with closing(source_at(path)) as log:
        assert list(log.events_from(0)) == some_events(3)
