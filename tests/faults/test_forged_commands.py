"""Rows put among the handled commands: no command looks handled that was never recorded.

Whoever can write the file, and knows or guesses what will be handed in, could let a report be
answered as on record already, and so be lost without a word.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from orderflow.audit import verify
from orderflow.errors import CommandIdReused, EventLogError, OrderflowError, UnreadableEvent
from orderflow.store import ProtectionOrders
from orderflow.store.recorder import CONTENT_UNKNOWN
from orderflow.store.submission import content_digest
from tests.contracts.cases import grant, notify, request
from tests.faults.children import order_named
from tests.faults.test_damaged_events import tamper

if TYPE_CHECKING:
    from pathlib import Path

ORDER, OTHER = order_named("damaged"), order_named("other")
NEW = notify(ORDER, 5)
"""The command that is to be lost."""


@pytest.fixture
def log(path: Path) -> Path:
    """A log of two orders, the first with four events."""
    with ProtectionOrders.open(path) as orders:
        orders.handle(request(ORDER), command_id="c-1")
        orders.handle(grant(ORDER), command_id="c-2")
        orders.handle(notify(ORDER, 4), command_id="c-3")
        orders.handle(request(OTHER), command_id="c-4")
    return path


def forge(log: Path, *values: object) -> None:
    """Put a row among the handled commands, as somebody with the file in hands can."""
    with closing(sqlite3.connect(log)) as connection, connection:
        connection.execute("INSERT INTO commands VALUES (?, ?, ?, ?, ?)", values)


@pytest.mark.parametrize(
    "stream, first, last",
    [
        (ORDER.hex, 1, 1),
        (ORDER.hex, 3, 3),
        (ORDER.hex, 2, 3),
        (ORDER.hex, 4, 4),
        (ORDER.hex, 5, 5),
        (ORDER.hex, 4, 3),
        (ORDER.hex, 0, 0),
        (ORDER.hex, 0, 3),
        (ORDER.hex, -5, 3),
        (ORDER.hex, 99, 1),
        (OTHER.hex, 1, 1),
        ("f" * 32, 1, 0),
        ("f" * 32, 1, 1),
        ("nobody", 1, 1),
        (ORDER.hex, "one", 3),
        (ORDER.hex, 1, "three"),
        (ORDER.hex, 1.5, 2.5),
        (ORDER.hex, b"1", b"3"),
    ],
)
def test_a_new_command_is_not_taken_for_one_on_record(
    log: Path, stream: str, first: object, last: object
) -> None:
    """Whatever events the row names, the caller is told that the log cannot be believed."""
    forge(log, "new", content_digest(NEW), stream, first, last)
    with ProtectionOrders.open(log) as orders:
        before = orders.recorder.max_notification_id()
        with pytest.raises(EventLogError):
            orders.handle(NEW, command_id="new")

        assert orders.recorder.max_notification_id() == before
    assert not verify(str(log)).sound


def test_it_is_named_where_it_points_to(log: Path) -> None:
    """The order, and the event that another command led to."""
    forge(log, "new", content_digest(NEW), ORDER.hex, 3, 3)
    with ProtectionOrders.open(log) as orders, pytest.raises(UnreadableEvent) as unreadable:
        orders.handle(NEW, command_id="new")

    assert (unreadable.value.stream, unreadable.value.version) == (str(ORDER), 3)


@pytest.mark.parametrize("digest", [CONTENT_UNKNOWN, b"\0" * 32, "text", 7])
def test_a_row_of_other_content_is_refused(log: Path, digest: object) -> None:
    """Also where it claims that nobody knows what the command said."""
    forge(log, "new", digest, ORDER.hex, 3, 3)
    with (
        ProtectionOrders.open(log) as orders,
        pytest.raises((CommandIdReused, EventLogError)),
    ):
        orders.handle(NEW, command_id="new")


@pytest.mark.parametrize(
    "change",
    [
        "first_version = 2, last_version = 2 WHERE command_id = 'c-3'",
        "first_version = 1 WHERE command_id = 'c-3'",
        f"originator_id = '{OTHER.hex}', last_version = 1 WHERE last_version = 4",
        "last_version = 'x' WHERE command_id = 'c-2'",
    ],
)
def test_a_row_that_was_changed_gives_no_other_result(log: Path, change: str) -> None:
    """A command that is repeated gets its own events, or an error; never those of another."""
    tamper(log, f"UPDATE commands SET {change}")  # noqa: S608 - our own
    with ProtectionOrders.open(log) as orders, pytest.raises(OrderflowError):
        orders.handle(notify(ORDER, 4), command_id="c-3")


def test_what_was_not_touched_is_repeated_as_before(log: Path) -> None:
    """So that it is the forgery that is refused."""
    with ProtectionOrders.open(log) as orders:
        again = orders.handle(notify(ORDER, 4), command_id="c-3")

        assert (again.repeated, again.version) == (True, 4)
        assert orders.handle(NEW, command_id="new").version == 5
