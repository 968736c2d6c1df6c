"""Rows removed, moved or put in behind our back: no other order than the one that was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from orderflow.errors import EventLogError, UnreadableEvent
from orderflow.store import ProtectionOrders, project
from tests.contracts.cases import grant, notify, request
from tests.faults.children import order_named
from tests.faults.test_damaged_events import tamper

if TYPE_CHECKING:
    from pathlib import Path

ORDER = order_named("damaged")
OTHER = order_named("other")


@pytest.fixture
def log(path: Path) -> Path:
    """A log of two orders, the first with four events."""
    with ProtectionOrders.open(path) as orders:
        orders.handle(request(ORDER), command_id="c-1")
        orders.handle(grant(ORDER), command_id="c-2")
        orders.handle(notify(ORDER, 4), command_id="c-3")
        orders.handle(request(OTHER))
    return path


def must_be_refused(log: Path, version: int, position: int | None, repeated: str = "c-2") -> None:
    """Require an error with its place, however the order is asked for, and others unharmed."""
    with ProtectionOrders.open(log) as orders:
        before = orders.recorder.max_notification_id()
        for act in (
            lambda: orders.get(ORDER),
            lambda: orders.history(ORDER),
            lambda: orders.handle(notify(ORDER, 5)),
            lambda: orders.handle(grant(ORDER), command_id=repeated),
        ):
            with pytest.raises(UnreadableEvent) as unreadable:
                act()
            assert unreadable.value.stream == str(ORDER)
            assert (unreadable.value.version, unreadable.value.position) == (version, position)

        assert orders.recorder.max_notification_id() == before
        assert orders.get(OTHER).version == 1


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_a_row_removed_is_missed(log: Path, version: int) -> None:
    """The first, one in the middle, or the last: the version that is gone is named."""
    tamper(
        log,
        "DELETE FROM stored_events WHERE originator_id = ? AND originator_version = ?",
        (ORDER.hex, version),
    )
    must_be_refused(log, version, None)


def test_a_tail_removed_is_missed(log: Path) -> None:
    """What the handled commands led to must be there, and is not recorded a second time."""
    tamper(
        log,
        "DELETE FROM stored_events WHERE originator_id = ? AND originator_version > 1",
        (ORDER.hex,),
    )
    must_be_refused(log, 2, None)


def test_a_whole_order_removed_is_missed(log: Path) -> None:
    """An order with acknowledged commands is not merely unknown."""
    tamper(log, "DELETE FROM stored_events WHERE originator_id = ?", (ORDER.hex,))
    must_be_refused(log, 1, None)


def test_rows_swapped_are_noticed(log: Path) -> None:
    """Versions grow with positions; where they do not, the place is named."""
    swap = "UPDATE stored_events SET originator_version = ? WHERE position = ?"
    tamper(log, swap, (99, 2))
    tamper(log, swap, (2, 3))
    tamper(log, swap, (3, 2))
    must_be_refused(log, 3, 2)


def test_another_first_event_is_noticed(log: Path) -> None:
    """An order begins with a request."""
    tamper(
        log,
        "UPDATE stored_events SET (topic, state) ="
        " (SELECT topic, state FROM stored_events WHERE position = 3) WHERE position = 1",
    )
    must_be_refused(log, 1, 1)


def test_a_second_request_is_noticed(log: Path) -> None:
    """And with one only."""
    tamper(
        log,
        "UPDATE stored_events SET (topic, state) ="
        " (SELECT topic, state FROM stored_events WHERE position = 1) WHERE position = 3",
    )
    must_be_refused(log, 3, 3)


def test_a_time_of_recording_that_goes_back_is_noticed(log: Path) -> None:
    """`known_at` is not answered from a stream in which time runs back."""
    tamper(
        log,
        "UPDATE stored_events SET state = CAST(json_set(CAST(state AS TEXT), '$.recorded_at',"
        " '2001-01-01T00:00:00Z') AS BLOB) WHERE position = 3",
    )
    with ProtectionOrders.open(log) as orders, pytest.raises(UnreadableEvent) as unreadable:
        orders.history(ORDER)

    assert (unreadable.value.version, unreadable.value.position) == (3, 3)


def test_the_librarys_repository_misses_a_row_too(log: Path) -> None:
    """Our projector takes no entry out of turn."""
    tamper(log, "DELETE FROM stored_events WHERE position = 3")
    with ProtectionOrders.open(log) as orders, pytest.raises(UnreadableEvent) as unreadable:
        orders.repository.get(ORDER, projector_func=project)

    assert (unreadable.value.stream, unreadable.value.version) == (str(ORDER), 3)


@pytest.mark.parametrize("name", ["../../etc", "", b"\x00", 7])
def test_an_id_that_is_no_uuid_is_named_with_its_position(log: Path, name: object) -> None:
    """Whoever goes through the log learns where it is."""
    tamper(log, "UPDATE stored_events SET originator_id = ? WHERE position = 5", (name,))
    with ProtectionOrders.open(log) as orders:
        for act in (
            lambda: list(orders.order_ids()),
            lambda: orders.notification_log.select(start=1, limit=10),
        ):
            with pytest.raises(UnreadableEvent, match="no UUID") as unreadable:
                act()
            assert unreadable.value.position == 5


def test_a_handled_command_of_no_order_is_an_error_of_ours(log: Path) -> None:
    """The same in what is kept of commands."""
    tamper(log, "UPDATE commands SET originator_id = 'x' WHERE command_id = 'c-2'")
    with ProtectionOrders.open(log) as orders, pytest.raises(EventLogError, match="no UUID"):
        orders.handle(grant(ORDER), command_id="c-2")
