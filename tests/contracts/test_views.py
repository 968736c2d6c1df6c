"""Views follow from the log alone, each event counts once, and pages stay where they are."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from orderflow.errors import OrderNotFound, ViewBehind
from orderflow.order import State
from orderflow.store import ProtectionOrders
from orderflow.views import DueRow, DueWanted, OrdersWanted, Views
from orderflow.views.database import Transaction
from orderflow.views.projecting import Step
from tests.contracts.cases import after, grant, notify, request, whole_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.contracts.conftest import Clock

EVERYTHING = DueWanted(status=None)


@pytest.fixture
def views(orders: ProtectionOrders, clock: Clock) -> Iterator[Views]:
    """The views of a log, which nobody keeps up."""
    with Views(orders, clock=clock) as opened:
        yield opened


def lived(orders: ProtectionOrders, number: int = 1) -> list[UUID]:
    """Record so many whole cases, one command of each in turn, and return their orders."""
    ids = [uuid4() for _ in range(number)]
    for commands in zip(*(whole_case(one) for one in ids), strict=True):
        for command in commands:
            orders.handle(command)
    return ids


def content(views: Views) -> list[object]:
    """Return everything that is in the views."""
    found: list[object] = []
    for ask in (views.search, lambda **p: views.due(EVERYTHING, **p), views.history):
        after_: str | None = None
        while True:
            page = ask(after=after_, limit=500)
            found.extend(page.rows)
            after_ = page.after
            if after_ is None:
                break
    return found


def test_the_register_has_one_row_an_order(orders: ProtectionOrders, views: Views) -> None:
    """With state, regime, people, who is bound, and the end; by the record."""
    (order_id,) = lived(orders)
    views.catch_up()

    row = views.order(order_id)
    assert row is not None
    assert (row.state, row.regime, row.version) == (State.REFERRED, "uk-ew-fmpo@2014", 8)
    assert (row.case_reference, row.without_notice) == ("fam/2025/17", True)
    assert (row.bound, row.addressed, row.incidents_open) == (1, 1, 1)
    assert (row.in_force_since, row.in_force_until, row.end_cause) == (after(3), None, None)
    assert [(one.id, one.stands) for one in row.persons] == [
        ("ana", "protected_person"),
        ("rob", "respondent"),
        ("uncle", "respondent"),
    ]
    assert row.reliable
    assert views.order(uuid4()) is None


@pytest.mark.parametrize(
    "wanted, found",
    [
        (OrdersWanted(), 2),
        (OrdersWanted(state=State.REFERRED), 1),
        (OrdersWanted(state=State.LAPSED), 0),
        (OrdersWanted(regime="uk-ew-fmpo@2014", case_reference="fam/2025/17"), 2),
        (OrdersWanted(person="rob"), 2),
        (OrdersWanted(person="rob", state=State.REQUESTED), 1),
        (OrdersWanted(person="nobody"), 0),
        (OrdersWanted(office="court-9"), 0),
        (OrdersWanted(reliable=True), 2),
        (OrdersWanted(reliable=False), 0),
        (OrdersWanted(ending_before=after(10_000)), 0),
    ],
)
def test_orders_are_found(
    orders: ProtectionOrders, views: Views, wanted: OrdersWanted, found: int
) -> None:
    """By state, regime, case, person, office, reliability and end, all at once."""
    lived(orders)
    orders.handle(request())
    views.catch_up()

    assert len(views.search(wanted).rows) == found


def test_a_page_goes_on_where_the_last_one_ended(orders: ProtectionOrders, views: Views) -> None:
    """Rows that come or change while somebody turns pages are neither skipped nor shown twice."""
    ids = [orders.handle(request()).order_id for _ in range(5)]
    views.catch_up()
    first = views.search(limit=2)
    ids.append(orders.handle(request()).order_id)
    orders.handle(grant(ids[0]))
    views.catch_up()

    second = views.search(limit=2, after=first.after)
    third = views.search(limit=2, after=second.after)
    pages = (first, second, third)
    assert [row.order_id for page in pages for row in page.rows] == ids
    assert third.after is None


def test_what_is_due_is_paged_in_the_order_in_which_it_is(
    orders: ProtectionOrders, views: Views
) -> None:
    """Terms of several orders that fall due in the same moment each come once."""
    ids = lived(orders, 5)
    views.catch_up()

    found: list[DueRow] = []
    after_: str | None = None
    while True:
        page = views.due(EVERYTHING, after=after_, limit=2)
        found.extend(page.rows)
        after_ = page.after
        if after_ is None:
            break
    assert sorted(row.order_id for row in found) == sorted(ids)
    assert {row.status for row in found} == {"recorded_late"}


def test_a_history_is_a_line_an_event(orders: ProtectionOrders, views: Views) -> None:
    """In the order of recording, for all orders or for one."""
    ids = lived(orders, 2)
    views.catch_up()

    whole = views.history(limit=500).rows
    assert [line.position for line in whole] == sorted(line.position for line in whole)
    one = views.history(order_id=ids[1]).rows
    assert [line.event for line in one[:2]] == ["OrderRequested", "OrderGranted"]
    page = views.history(limit=3)
    assert views.history(limit=3, after=page.after).rows == whole[3:6]


@pytest.mark.parametrize("limit, after_", [(0, None), (501, None), (5, "x"), (5, "-1"), (5, "²")])
def test_a_page_is_of_some_size_and_begins_where_one_ended(
    views: Views, limit: int, after_: str | None
) -> None:
    """Anything else is the caller's mistake, and is told as such."""
    for ask in (views.search, views.history):
        with pytest.raises(ValueError, match=r"page"):
            ask(limit=limit, after=after_)
    with pytest.raises(ValueError, match=r"page"):
        views.due(limit=limit, after=after_)


@pytest.mark.parametrize("page", [1, 2, 3, 7, 500])
def test_a_view_built_anew_equals_one_that_was_kept(
    orders: ProtectionOrders, clock: Clock, page: int
) -> None:
    """Whatever the pages that it was fed in, and while it serves."""
    with Views(orders, clock=clock) as views:
        for _ in range(2):
            lived(orders, 2)
            views.catch_up(page=3)
        kept = content(views)
        for view in views.views:
            views.rebuild(view.name, page=page)

        assert content(views) == kept
        assert views.catch_up() == ()


def test_the_old_rows_serve_until_the_new_ones_are_complete(
    orders: ProtectionOrders, clock: Clock
) -> None:
    """Somebody who reads while a view is rebuilt finds all orders at every moment."""
    lived(orders, 4)
    counts: list[int] = []
    with Views(orders, clock=clock) as views:
        views.catch_up()
        projector = views._projectors["register"]
        step = projector.step

        def watched(generation: int | None = None, page: int = 500) -> object:
            counts.append(len(views.search().rows))
            return step(generation, page)

        projector.step = watched  # type: ignore[method-assign, assignment]
        views.rebuild("register", page=2)
        counts.append(len(views.search().rows))

    assert len(counts) > 10
    assert set(counts) == {4}


def test_threads_that_keep_up_the_same_views_count_each_event_once(
    orders: ProtectionOrders, clock: Clock
) -> None:
    """Four at once, one event at a time, while somebody records."""
    done = threading.Event()
    failed: list[BaseException] = []
    with Views(orders, clock=clock) as views:

        def keep_up() -> None:
            try:
                while not done.is_set():
                    views.catch_up(page=1)
            except BaseException as error:  # noqa: BLE001 - shown by the test
                failed.append(error)

        running = [threading.Thread(target=keep_up) for _ in range(4)]
        for thread in running:
            thread.start()
        lived(orders, 3)
        done.set()
        for thread in running:
            thread.join()
        views.catch_up()
        kept = content(views)
        for view in views.views:
            views.rebuild(view.name)

        assert failed == []
        assert content(views) == kept


def test_whoever_is_overtaken_writes_nothing(orders: ProtectionOrders, views: Views) -> None:
    """A page that another process wrote meanwhile is left as it is."""
    lived(orders)
    projector = views._projectors["history"]
    write = projector._database.write

    def late(work: object) -> object:
        projector._database.write = write  # type: ignore[method-assign]
        assert projector.step()[0] is Step.MOVED
        return write(work)  # type: ignore[arg-type]

    projector._database.write = late  # type: ignore[method-assign, assignment]
    assert projector.step()[0] is Step.OVERTAKEN
    assert projector.step()[0] is Step.UP_TO_DATE
    assert len(views.history().rows) == 8


def test_rows_and_checkpoint_are_kept_together_or_not_at_all(
    orders: ProtectionOrders, views: Views, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure after the rows were written takes back the rows and the checkpoint."""
    lived(orders)
    view = views.views[2]
    put = type(view).put

    def failing(*args: object) -> None:
        put(*args)  # type: ignore[arg-type]
        raise RuntimeError

    monkeypatch.setattr(type(view), "put", failing)
    with pytest.raises(RuntimeError):
        views.catch_up()
    assert views.history().rows == ()
    assert views.position() == 0
    monkeypatch.undo()
    views.catch_up()
    assert len(views.history().rows) == 8


def test_one_reads_what_one_has_written(orders: ProtectionOrders, views: Views) -> None:
    """Waiting for an event returns once every view has it, and says so if that takes too long."""
    done = orders.handle(request())
    with pytest.raises(ViewBehind, match="position 1"):
        views.wait_for(done.order_id, done.version, seconds=0.01)
    with pytest.raises(OrderNotFound):
        views.wait_for(done.order_id, 99)

    keeping = threading.Timer(0.05, views.catch_up)
    keeping.start()
    views.wait_for(done.order_id, done.version)
    assert views.order(done.order_id) is not None
    keeping.join()


def test_the_lag_is_known(orders: ProtectionOrders, views: Views, clock: Clock) -> None:
    """In positions, and in seconds since the first event that a view has not taken in."""
    order_id = orders.handle(request()).order_id
    clock.move(seconds=60)
    orders.handle(grant(order_id))
    clock.move(seconds=5)

    assert {(one.position, one.behind, one.seconds) for one in views.lag()} == {(0, 3, 65.0)}
    views.catch_up()
    assert {(one.position, one.behind, one.seconds) for one in views.lag()} == {(3, 0, 0.0)}


def test_a_view_kept_in_another_form_is_built_anew(
    orders: ProtectionOrders, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An update of the program that changes a view goes on serving the old one until it is done."""
    lived(orders)
    with Views(orders, clock=clock) as views:
        views.catch_up()
        before = content(views)

        def older(rows: Transaction) -> None:
            rows.execute("UPDATE view_generations SET form = 0 WHERE view = ?", "register")

        views._database.write(older)
        assert views.position() == 0
        views.catch_up()

        assert content(views) == before
        assert views.position() == 8


def test_another_log_is_noticed_and_followed_from_its_beginning(
    address: str, orders: ProtectionOrders, clock: Clock
) -> None:
    """A log that was put back to an older copy, and went on differently, gets views of its own."""
    lived(orders)
    with Views(orders, clock=clock) as views, ProtectionOrders.open(clock=clock) as other:
        views.catch_up()
        order_id = other.handle(request()).order_id
        other.handle(grant(order_id))
        with Views(other, database=views._database, clock=clock) as again:
            again.catch_up()

            assert [row.order_id for row in again.search().rows] == [order_id]
            assert len(again.history().rows) == 3


def test_a_row_is_replaced_as_events_come(orders: ProtectionOrders, views: Views) -> None:
    """One row an order and one line an event, however they are fed in."""
    order_id = orders.handle(request()).order_id
    for command in (grant(order_id), notify(order_id, 4), notify(order_id, 5)):
        orders.handle(command)
        views.catch_up()

    (row,) = views.search().rows
    assert row.version == 5
    assert len(views.history(order_id=order_id).rows) == 5
