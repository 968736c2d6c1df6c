"""Views survive what befalls the log and the processes that keep them up."""

from __future__ import annotations

import random
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from orderflow.errors import NewerLog, NotAnEventLog, StoreUnavailable
from orderflow.store import ProtectionOrders
from orderflow.views import DueWanted, OrdersWanted, Views
from orderflow.views.schema import FORMAT
from tests.contracts.cases import grant, notify, request, whole_case

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.conftest import Nursery

LIMIT = 500


def edit(path: Path, statement: str, *values: object) -> None:
    """Change the log behind our back, as somebody with the file in hands can."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(statement, values)


def recorded(orders: ProtectionOrders, number: int) -> list[UUID]:
    """Record so many cases one after the other."""
    ids = [uuid4() for _ in range(number)]
    for order_id in ids:
        for command in whole_case(order_id):
            orders.handle(command)
    return ids


@pytest.mark.parametrize(
    "column, garbage, error",
    [
        ("state", b"{}", "UnreadableEvent"),
        ("topic", "orderflow/FromTheFuture/1", "UnknownEventType"),
    ],
)
def test_a_bad_event_is_parked_and_the_rest_goes_on(
    path: Path, column: str, garbage: object, error: str
) -> None:
    """It is named with its place and class; its order is marked; all other orders are there."""
    with ProtectionOrders.open(path) as orders:
        ids = recorded(orders, 3)
        edit(path, f"UPDATE stored_events SET {column} = ? WHERE position = 13", garbage)  # noqa: S608
        with Views(orders) as views:
            faults = views.catch_up(page=5)

            assert {(name, fault.position, fault.error) for name, fault in faults} == {
                (view.name, 13, error) for view in views.views
            }
            assert {
                (one.position, one.order_id, one.version, one.error) for one in views.parked()
            } == {(13, ids[1], 5, error)}
            rows = {row.order_id: row for row in views.search().rows}
            assert [rows[one].reliable for one in ids] == [True, False, True]
            assert rows[ids[1]].version == 4
            assert [r.order_id for r in views.search(OrdersWanted(reliable=False)).rows] == [ids[1]]
            assert len(views.history(order_id=ids[1]).rows) == 4
            assert views.position() == 24
            orders.handle(notify(ids[2], 60))
            views.catch_up()
            assert rows[ids[2]].version + 1 == views.order(ids[2]).version  # type: ignore[union-attr]


def test_what_can_be_read_again_is_taken_in(path: Path) -> None:
    """An update that reads what was parked, or a repair, makes the order whole again."""
    with ProtectionOrders.open(path) as orders, Views(orders) as views:
        (order_id,) = recorded(orders, 1)
        state = "SELECT state FROM stored_events WHERE position = 5"
        with closing(sqlite3.connect(path)) as connection:
            (kept,) = connection.execute(state).fetchone()
        edit(path, "UPDATE stored_events SET state = ? WHERE position = 5", b"garbage")
        views.catch_up()
        assert len(views.retry_parked()) == len(views.views)
        edit(path, "UPDATE stored_events SET state = ? WHERE position = 5", kept)

        assert views.retry_parked() == ()
        assert views.parked() == ()
        row = views.order(order_id)
        assert row is not None
        assert (row.reliable, row.version) == (True, 8)
        assert len(views.history(order_id=order_id).rows) == 8


def test_an_order_that_is_not_whole_is_marked(path: Path) -> None:
    """An event that was taken out leaves the row of what comes before, marked as not reliable."""
    with ProtectionOrders.open(path) as orders:
        ids = recorded(orders, 2)
        edit(path, "DELETE FROM stored_events WHERE position = 3")
        with Views(orders) as views:
            views.catch_up()

            row, whole = (views.order(order_id) for order_id in ids)
            assert row is not None
            assert whole is not None
            assert (row.reliable, row.version, whole.reliable) == (False, 2, True)


def test_an_order_of_which_nothing_can_be_read_is_in_the_register(path: Path) -> None:
    """That it is there, and not to be relied on, is all that is said of it."""
    with ProtectionOrders.open(path) as orders:
        ids = recorded(orders, 2)
        edit(path, "UPDATE stored_events SET state = ? WHERE position = 1", b"garbage")
        with Views(orders) as views:
            views.catch_up()

            row = views.search().rows[0]
            assert (row.order_id, row.reliable, row.state, row.version) == (ids[0], False, None, 0)


def test_views_of_a_newer_version_are_left_as_they_are(path: Path) -> None:
    """Whoever does not know their form neither reads nor writes them."""
    with ProtectionOrders.open(path) as orders:
        Views(orders).close()
        kept = path.with_name(f"{path.name}.views")
        with closing(sqlite3.connect(kept)) as connection:
            connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
        with pytest.raises(NewerLog, match="newer version"):
            Views(orders)


def test_an_event_of_no_order_is_parked(path: Path) -> None:
    """A row whose stream is no id of an order hides nothing that stands behind it."""
    with ProtectionOrders.open(path) as orders:
        recorded(orders, 1)
        edit(
            path,
            "INSERT INTO stored_events (originator_id, originator_version, topic, state)"
            " VALUES ('nobody', 1, 'orderflow/OrderRequested/1', x'7b7d')",
        )
        (order_id,) = recorded(orders, 1)
        with Views(orders) as views:
            views.catch_up()

            assert {(one.position, one.order_id, one.error) for one in views.parked()} == {
                (9, None, "UnreadableEvent")
            }
            assert views.order(order_id) is not None
            assert views.catch_up() == ()


def test_an_order_that_a_view_cannot_compute_does_not_stop_the_others(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A defect of ours that shows in one order is parked like a bad event."""
    with ProtectionOrders.open(path) as orders, Views(orders) as views:
        ids = recorded(orders, 2)
        register = type(views.views[0])
        computed = register.computed

        def broken(self: object, seen: object, upto: int) -> object:
            if seen.history and seen.order_id == ids[0]:  # type: ignore[attr-defined]
                raise ZeroDivisionError
            return computed(self, seen, upto)  # type: ignore[arg-type]

        monkeypatch.setattr(register, "computed", broken)
        views.catch_up()

        assert [one.error for one in views.parked()] == ["ZeroDivisionError"]
        assert [row.reliable for row in views.search().rows] == [False, True]
        monkeypatch.undo()
        assert views.retry_parked() == ()
        assert [row.reliable for row in views.search().rows] == [True, True]


def test_views_never_touch_the_log(path: Path) -> None:
    """The log holds the tables of a log, and nothing else."""
    with ProtectionOrders.open(path) as orders:
        recorded(orders, 1)
        with closing(sqlite3.connect(path)) as connection:
            before = connection.execute("SELECT sql FROM sqlite_master").fetchall()
        with Views(orders) as views:
            views.catch_up()
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("SELECT sql FROM sqlite_master").fetchall() == before


def test_something_else_in_the_place_of_the_views_is_left_alone(path: Path) -> None:
    """A file that holds no views of ours is an error, and stays as it is."""
    with ProtectionOrders.open(path) as orders:
        place = path.with_name(f"{path.name}.views")
        with closing(sqlite3.connect(place)) as connection:
            connection.execute("CREATE TABLE theirs (x)")
        with pytest.raises(NotAnEventLog, match="no views"):
            Views(orders)
        place.unlink()
        place.mkdir()
        with pytest.raises(StoreUnavailable, match="cannot be opened"):
            Views(orders)


@pytest.mark.kill
def test_builders_that_are_killed_leave_whole_views(path: Path, nursery: Nursery) -> None:
    """Killed at random over and over, two at once, they leave what nobody killed would have."""
    with ProtectionOrders.open(path) as orders:
        ids = [orders.handle(request()).order_id for _ in range(30)]
        for order_id in ids:
            orders.handle(grant(order_id))
        for hour in range(4, 8):
            for order_id in ids:
                orders.handle(notify(order_id, hour))
        chance = random.Random(7)  # noqa: S311 - a schedule, no secret
        with Views(orders) as views:
            last = orders.recorder.max_notification_id()
            kills = 0
            while views.position() < (last or 0) or kills < 20:
                children = [nursery.start("build_views", str(path)) for _ in range(2)]
                # Longer each time, so that a slow machine comes to an end too.
                time.sleep(chance.uniform(0.0, 0.02 + 0.004 * kills))
                for child in children:
                    nursery.kill(child)
                    kills += 1
                assert kills < 2000, "the views do not come to an end"
            kept = (views.search(limit=LIMIT), views.due(DueWanted(status=None), limit=LIMIT))
            lines = views.history(limit=LIMIT)
            for view in views.views:
                views.rebuild(view.name)

            assert views.parked() == ()
            assert (
                views.search(limit=LIMIT),
                views.due(DueWanted(status=None), limit=LIMIT),
            ) == kept
            assert views.history(limit=LIMIT) == lines
            assert len(kept[0].rows) == 30
            assert len(lines.rows) == last
