"""Events changed behind our back: noticed when they no longer fit, with their place."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from orderflow.errors import EventLogError, UnknownEventType, UnreadableEvent
from orderflow.store import ProtectionOrders
from tests.contracts.cases import grant, notify, request
from tests.faults.children import order_named

if TYPE_CHECKING:
    from pathlib import Path

ORDER = order_named("damaged")


@pytest.fixture
def log(path: Path) -> Path:
    """A log of one order with three events."""
    with ProtectionOrders.open(path) as orders:
        orders.handle(request(ORDER))
        orders.handle(grant(ORDER))
    return path


def tamper(path: Path, statement: str, values: tuple[object, ...] = ()) -> None:
    """Change events as only somebody with the file in hands can."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER IF EXISTS events_are_never_edited")
        connection.execute("DROP TRIGGER IF EXISTS events_are_never_deleted")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement, values)


@pytest.mark.parametrize(
    "statement", ["UPDATE stored_events SET topic = 'x'", "DELETE FROM stored_events"]
)
def test_events_are_neither_edited_nor_deleted_by_accident(log: Path, statement: str) -> None:
    """The file itself refuses both."""
    with closing(sqlite3.connect(log)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)


def test_a_simulated_log_is_not_made_real_by_accident(log: Path) -> None:
    """The file itself refuses to change its mark."""
    with closing(sqlite3.connect(log)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("UPDATE meta SET value = 'simulated' WHERE name = 'clock'")


def test_a_gap_cannot_be_written_by_other_programs(log: Path) -> None:
    """The file itself refuses an event without its predecessor."""
    with closing(sqlite3.connect(log)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(
            "INSERT INTO stored_events (originator_id, originator_version, topic, state)"
            " VALUES (?, 5, 'x', x'00')",
            (ORDER.hex,),
        )


def test_positions_are_never_given_twice(log: Path) -> None:
    """Even after the last event was removed by force, its position is not used again."""
    tamper(log, "DELETE FROM stored_events WHERE position = 3")
    tamper(log, "UPDATE commands SET last_version = 2 WHERE last_version = 3")
    with ProtectionOrders.open(log) as orders:
        result = orders.handle(notify(ORDER, 4))

        assert result.version == 3
        assert [item.position for item in orders.history(ORDER)] == [1, 2, 4]


@pytest.mark.parametrize(
    "topic", ["orderflow/OrderCursed/1", "orderflow/OrderGranted/9", "os:system"]
)
def test_an_event_of_an_unknown_type_is_named_with_its_place(log: Path, topic: str) -> None:
    """Reading stops there; the other orders are still read."""
    tamper(log, "UPDATE stored_events SET topic = ? WHERE position = 2", (topic,))
    with ProtectionOrders.open(log) as orders:
        other = orders.handle(request()).order_id
        for read in (orders.get, orders.history):
            with pytest.raises(UnknownEventType) as unknown:
                read(ORDER)
            assert (unknown.value.stream, unknown.value.version) == (str(ORDER), 2)
            assert unknown.value.position == 2
        with pytest.raises(UnknownEventType):
            orders.handle(notify(ORDER, 4))

        assert orders.get(other).version == 1


@pytest.mark.parametrize("state", [b"", b"{}", b"\x00\xff", "text", None, 7])
def test_an_unreadable_event_is_named_with_its_place(log: Path, state: object) -> None:
    """Whatever stands in its place, reading stops with an error of ours."""
    if state is None:
        state = 0.5  # The column takes no NULL, even by force.
    tamper(log, "UPDATE stored_events SET state = ? WHERE position = 3", (state,))
    with ProtectionOrders.open(log) as orders:
        for read in (orders.get, orders.history):
            with pytest.raises(UnreadableEvent) as unreadable:
                read(ORDER)
            assert unreadable.value.position == 3


def test_a_flipped_bit_is_an_error_or_a_difference(log: Path) -> None:
    """No single changed bit of a stored event reads back as what was recorded."""
    with ProtectionOrders.open(log) as orders:
        before = orders.history(ORDER)
        (state,) = [s.state for s in orders.recorder.select_events(ORDER, gt=1, lte=2)]
        quiet = []
        tamper(log, "SELECT 1")
        for place in range(0, len(state), 3):
            changed = bytearray(state)
            changed[place] ^= 0x01
            tamper(log, "UPDATE stored_events SET state = ? WHERE position = 2", (bytes(changed),))
            try:
                if orders.history(ORDER) == before:
                    quiet.append(place)
            except EventLogError:
                continue

    assert quiet == []


def test_the_order_known_before_the_damage_is_still_read(log: Path) -> None:
    """What was on record well before a damaged event can still be asked for."""
    with ProtectionOrders.open(log) as orders:
        first = orders.history(ORDER)[0].recorded_at
        tamper(log, "UPDATE stored_events SET state = x'00' WHERE position = 3")

        assert orders.get(ORDER, known_at=first).version == 1
