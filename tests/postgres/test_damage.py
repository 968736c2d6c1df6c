"""Rows changed, removed, moved or put in behind our back are errors with a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from eventsourcing.persistence import IntegrityError

from orderflow.errors import EventLogError, UnknownEventType, UnreadableEvent
from orderflow.store import LogReader
from orderflow.store.submission import content_digest
from tests.contracts.cases import entry, grant, notify
from tests.postgres.conftest import ORDER, OTHER, Log

if TYPE_CHECKING:
    from uuid import UUID

    from orderflow.store import ProtectionOrders

EVENTS = "{}.stored_events"


def must_be_refused(log: Log, version: int, position: int | None) -> None:
    """Require an error with its place, however the order is asked for, and others unharmed."""
    with log.open() as orders, LogReader.open(log.address) as reader:
        for act in (
            lambda: orders.get(ORDER),
            lambda: orders.history(ORDER),
            lambda: orders.handle(notify(ORDER, 5)),
            lambda: orders.handle(grant(ORDER), command_id="c-2"),
            lambda: reader.history(ORDER),
        ):
            with pytest.raises(UnreadableEvent) as unreadable:
                act()
            assert unreadable.value.stream == str(ORDER)
            assert (unreadable.value.version, unreadable.value.position) == (version, position)
        assert orders.get(OTHER).version == 1


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_a_row_removed_is_missed(log: Log, version: int) -> None:
    """The first, one in the middle, or the last: the version that is gone is named."""
    log.run(
        f"DELETE FROM {EVENTS} WHERE originator_id = %s AND originator_version = %s",
        (ORDER.hex, version),
    )
    must_be_refused(log, version, None)


def test_a_whole_order_removed_is_missed(log: Log) -> None:
    """An order with acknowledged commands is not merely unknown."""
    log.run(f"DELETE FROM {EVENTS} WHERE originator_id = %s", (ORDER.hex,))
    must_be_refused(log, 1, None)


def test_rows_swapped_are_noticed(log: Log) -> None:
    """Versions grow with positions; where they do not, the place is named."""
    swap = f"UPDATE {EVENTS} SET originator_version = %s WHERE position = %s"
    for values in ((99, 2), (2, 3), (3, 2)):
        log.run(swap, values)
    must_be_refused(log, 3, 2)


@pytest.mark.parametrize(
    "order, first, last",
    [(ORDER, 1, 1), (ORDER, 2, 3), (ORDER, 5, 5), (ORDER, 3, 2), (OTHER, 1, 1), (ORDER, 0, 0)],
)
def test_a_forged_row_makes_no_command_look_handled(
    log: Log, order: UUID, first: int, last: int
) -> None:
    """Whatever events it names, a new command is not answered with those of another."""
    new = notify(ORDER, 5)
    log.run(
        "INSERT INTO {}.commands VALUES (%s, %s, %s, %s, %s)",
        ("new", content_digest(new), order.hex, first, last),
    )
    with log.open() as orders, pytest.raises(EventLogError):
        orders.handle(new, command_id="new")


def test_a_payload_that_is_no_event_is_named(log: Log) -> None:
    """With position, stream and version; and nothing of what it holds."""
    log.run(f"UPDATE {EVENTS} SET state = 'secret'::bytea WHERE position = 3")
    with log.open() as orders, pytest.raises(UnreadableEvent) as unreadable:
        orders.get(ORDER)

    assert (unreadable.value.version, unreadable.value.position) == (3, 3)
    assert "secret" not in str(unreadable.value)


def test_an_unknown_type_stops_the_reader(log: Log) -> None:
    """An event of a later version is not skipped."""
    log.run(f"UPDATE {EVENTS} SET topic = 'orderflow/OrderSung/1' WHERE position = 3")
    with log.open() as orders, pytest.raises(UnknownEventType):
        orders.get(ORDER)


def test_an_id_that_is_no_uuid_is_named_with_its_position(log: Log) -> None:
    """Whoever goes through the log learns where it is."""
    log.run(f"UPDATE {EVENTS} SET originator_id = '../../etc' WHERE position = 5")
    with log.open() as orders:
        for act in (
            lambda: list(orders.order_ids()),
            lambda: orders.notification_log.select(start=1, limit=10),
        ):
            with pytest.raises(UnreadableEvent, match="no UUID") as unreadable:
                act()
            assert unreadable.value.position == 5


@pytest.mark.parametrize(
    "gone",
    [
        "DROP TABLE {}.stored_events CASCADE",
        "DROP FUNCTION {}.load",
        "DROP SCHEMA {} CASCADE",
    ],
)
def test_what_is_gone_while_we_use_it_is_an_error_of_the_record(log: Log, gone: str) -> None:
    """Tables and functions that vanish are told as damage, not as an unknown order."""
    with log.open() as orders:
        log.run(gone)
        with pytest.raises(EventLogError, match="is damaged"):
            orders.get(ORDER)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE {} SET state = ''::bytea",
        "DELETE FROM {}",
        "TRUNCATE {}",
    ],
)
def test_an_event_on_record_is_never_edited_or_deleted(log: Log, change: str) -> None:
    """Not even by the owner, as long as nobody takes the triggers away."""
    from psycopg.errors import IntegrityConstraintViolation  # noqa: PLC0415

    with pytest.raises(IntegrityConstraintViolation):
        log.server.run(change.replace("{}", f"{log.schema}.stored_events"))
    for table in ("commands", "log_mark", "log_formats"):
        with pytest.raises(IntegrityConstraintViolation):
            log.server.run(f"DELETE FROM {log.schema}.{table}")


def test_a_gap_is_refused_by_the_database(log: Log) -> None:
    """Whoever inserts, and in whatever way: a version follows the one before it."""
    from psycopg.errors import IntegrityConstraintViolation  # noqa: PLC0415

    with log.open() as orders, pytest.raises(IntegrityError):
        orders.save(entry(ORDER, 6))
    with pytest.raises(IntegrityConstraintViolation):
        log.server.run(
            f"INSERT INTO {log.schema}.stored_events"
            " (originator_id, originator_version, topic, state) VALUES ('x', 2, 't', '')"
        )


def test_what_postgresql_cannot_keep_is_refused_without_a_trace(log: Log) -> None:
    """Text with a zero byte is the caller's mistake, and no reason to lose the connection."""
    from eventsourcing.persistence import DataError, StoredEvent  # noqa: PLC0415

    def save(orders: ProtectionOrders) -> None:
        orders.recorder.insert_events([StoredEvent(ORDER, 5, "a\0b", b"")])

    with log.open() as orders:
        with pytest.raises(DataError):
            save(orders)
        assert orders.get(ORDER).version == 4
