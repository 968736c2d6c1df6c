"""A log that is read by an auditor stays as it is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import cast
from uuid import UUID

import pytest

from orderflow.casefile import find_case, open_simulated, run_case
from orderflow.errors import (
    NotAnEventLog,
    OrderNotFound,
    StoreUnavailable,
    UnknownEventType,
    UnreadableEvent,
)
from orderflow.store import LogReader, ProtectionOrders
from orderflow.store.recorder import OrderRecorder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A log of one published case."""
    place = tmp_path / "orders.db"
    orders, clock = open_simulated(place)
    with orders:
        run_case(find_case("re-k-2020"), orders, clock=clock)
    return place


def test_a_reader_gives_what_the_log_gives(place: Path) -> None:
    """Orders and histories are those of the log, in its order, known at any moment."""
    with ProtectionOrders.open(place) as orders, LogReader.open(place) as log:
        (order_id,) = orders.order_ids()
        assert list(log.order_ids()) == [order_id]
        assert log.history(order_id) == orders.history(order_id)
        first = log.history(order_id)[0].recorded_at
        assert log.history(order_id, known_at=first) == orders.history(order_id, known_at=first)
        assert (log.simulated, log.created_at) == (orders.simulated, orders.created_at)
        assert tuple(LogReader.of(orders).read(order_id)) == log.history(order_id)


def test_closing_a_reader_of_an_open_log_leaves_it_open(place: Path) -> None:
    """A reader closes what it opened and nothing else."""
    with ProtectionOrders.open(place) as orders:
        LogReader.of(orders).close()
        assert list(orders.order_ids())


def test_a_reader_cannot_write(place: Path) -> None:
    """Every connection of a reader refuses to write, and the file stays as it is."""
    before = place.read_bytes()
    with LogReader.open(place) as log:
        recorder = cast("OrderRecorder", log._records)
        stored = recorder.select_events(next(log.order_ids()))
        with pytest.raises(StoreUnavailable, match="read"):
            recorder.insert_events(stored[:1])

    assert place.read_bytes() == before


def test_a_reader_stops_at_what_it_cannot_read(place: Path) -> None:
    """What was recorded before an unknown event is read; the event is named by its place."""
    with closing(sqlite3.connect(place)) as file, file:
        file.execute("DROP TRIGGER events_are_never_edited")
        file.execute("UPDATE stored_events SET topic = 'orderflow/X/1' WHERE position = 3")
    with LogReader.open(place) as log:
        events = log.read(next(log.order_ids()))
        assert [next(events).version, next(events).version] == [1, 2]
        with pytest.raises(UnknownEventType) as caught:
            next(events)

    assert (caught.value.position, caught.value.version) == (3, 3)


def test_a_reader_refuses_an_order_that_lost_an_event(place: Path) -> None:
    """What is left is another history than the one that was recorded; none of it is read."""
    with closing(sqlite3.connect(place)) as file, file:
        file.execute("DROP TRIGGER events_are_never_deleted")
        file.execute("DELETE FROM stored_events WHERE position = 3")
    with LogReader.open(place) as log, pytest.raises(UnreadableEvent) as caught:
        next(log.read(next(log.order_ids())))

    assert caught.value.version == 3


def test_a_reader_makes_no_log(tmp_path: Path) -> None:
    """Where there is nothing, or no log, there is nothing to read, and nothing is made."""
    with pytest.raises(NotAnEventLog):
        LogReader.open(tmp_path / "nothing.db")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ValueError, match="has no address"):
        LogReader.open(":memory:")


def test_an_order_that_is_not_there_has_no_history(place: Path) -> None:
    """An unknown order is an error; a moment without a time zone is the caller's mistake."""
    with LogReader.open(place) as log:
        with pytest.raises(OrderNotFound):
            log.history(UUID(int=1))
        with pytest.raises(ValueError, match="known_at must have a time zone"):
            log.history(next(log.order_ids()), known_at=datetime(2025, 1, 6))  # noqa: DTZ001
