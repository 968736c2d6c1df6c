"""A worker under a real clock: it waits, survives what befalls the store, and stops when told."""

from __future__ import annotations

import json
import logging
import threading
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.sqlite.log import SQLiteLog
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.errors import LogContradicted, StoreUnavailable
from orderflow.store import ProtectionOrders
from orderflow.store.follower import LogFollower
from orderflow.store.handling import real_clock
from orderflow.views import Views
from orderflow.views.notes import LOGGER, Lines, Notes
from orderflow.worker import Duties, Worker
from orderflow.worker.checkpoints import Checkpoints, Often
from tests.contracts.cases import notify, request, whole_case
from tests.unit.audit.ledger.making import LOG_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def orders(tmp_path: Path) -> Iterator[ProtectionOrders]:
    """A log with one whole case."""
    with ProtectionOrders.open(tmp_path / "orders.db") as opened:
        for command in whole_case(uuid4()):
            opened.handle(command)
        yield opened


@pytest.fixture
def views(orders: ProtectionOrders) -> Iterator[Views]:
    """Its views."""
    with Views(orders) as opened:
        yield opened


@pytest.fixture
def signing(orders: ProtectionOrders, tmp_path: Path) -> Iterator[Ledger]:
    """A ledger of it that was begun."""
    store = SQLiteLedger.begin(tmp_path / "orders.ledger", LOG_KEY.verifier)
    with closing(SQLiteLog(tmp_path / "orders.db")) as log, closing(store):
        yield Ledger(store, log)


class Ticks:
    """A stop that is set after so many waits, without waiting."""

    def __init__(self, number: int) -> None:
        """Take after how many."""
        self.left, self.waits = number, list[float]()

    def is_set(self) -> bool:
        """Tell whether it is time."""
        return self.left <= 0

    def wait(self, seconds: float) -> None:
        """Note how long somebody would wait."""
        self.waits.append(seconds)
        self.left -= 1


def worker(
    orders: ProtectionOrders, views: Views, checkpoints: Checkpoints | None = None
) -> Worker:
    """Return a worker under a real clock."""
    return Worker(views, Duties(orders, views, real_clock), real_clock, checkpoints=checkpoints)


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return what was said, by the names of events."""
    return [json.loads(record.getMessage())["event"] for record in caplog.records]


def test_a_worker_with_nothing_to_do_waits(orders: ProtectionOrders, views: Views) -> None:
    """As long as it was told, and never in a busy loop."""
    ticks = Ticks(3)
    worker(orders, views).run(ticks, every=0.7)  # type: ignore[arg-type]

    assert ticks.waits == [0.7, 0.7, 0.7]
    assert views.position() == 8


def test_a_store_that_is_gone_is_said_once_and_waited_for_longer(
    orders: ProtectionOrders,
    views: Views,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It backs off, and says when the store is there again."""
    catch_up, failures = views.catch_up, [1, 2, 3]

    def failing() -> object:
        if failures:
            failures.pop()
            msg = "'orders.db' is not available: another process keeps it locked"
            raise StoreUnavailable(msg)
        return catch_up()

    monkeypatch.setattr(views, "catch_up", failing)
    ticks = Ticks(4)
    with caplog.at_level(logging.INFO, LOGGER.name):
        worker(orders, views).run(ticks, every=1)  # type: ignore[arg-type]

    assert ticks.waits == [0.5, 1.0, 2.0, 1]
    assert said(caplog) == ["store_unavailable", "store_available"]


def test_a_store_that_goes_right_after_a_turn_ends_no_worker(
    orders: ProtectionOrders, monkeypatch: pytest.MonkeyPatch, views: Views
) -> None:
    """What falls due next is asked of the views, too: they may be gone by then."""
    due, asked = views.due, [0]

    def failing(*wanted: object, **more: object) -> object:
        asked[0] += 1
        if asked[0] == 2:  # The first is asked by the turn itself.
            msg = "the views are not available"
            raise StoreUnavailable(msg)
        return due(*wanted, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(views, "due", failing)
    ticks = Ticks(2)
    worker(orders, views).run(ticks, every=0.7)  # type: ignore[arg-type]

    assert ticks.waits == [0.5, 0.7]


def test_checkpoints_are_made_after_so_many_events(
    orders: ProtectionOrders, signing: Ledger, views: Views
) -> None:
    """At once when a worker begins; then when enough is new, when it has waited, or at the end."""
    order_id = next(orders.order_ids())
    making = Checkpoints(signing, LOG_KEY, LogFollower.of(orders), Often(3, 3600))
    one = worker(orders, views, making)

    assert one.turn().signed == 8
    assert one.turn().signed == 0
    orders.handle(notify(order_id, 60))
    assert one.turn().signed == 0
    orders.handle(notify(order_id, 61))
    orders.handle(notify(order_id, 62))
    assert one.turn().signed == 3
    orders.handle(notify(order_id, 63))
    assert one.turn(last=True).signed == 1
    waiting = Checkpoints(signing, LOG_KEY, LogFollower.of(orders), Often(1000, 0.0))
    assert waiting.make_if_due() is None
    orders.handle(request())
    assert waiting.make_if_due() is not None


def test_a_ledger_that_refuses_is_said_once_and_stops_nothing_else(
    orders: ProtectionOrders,
    signing: Ledger,
    views: Views,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing is signed until somebody has looked; terms run on."""

    def refuses(*_: object, **__: object) -> None:
        raise LogContradicted

    monkeypatch.setattr(Ledger, "checkpoint", refuses)
    making = Checkpoints(signing, LOG_KEY, LogFollower.of(orders))
    one = worker(orders, views, making)
    with caplog.at_level(logging.INFO, LOGGER.name):
        one.turn()
        one.turn()

    assert said(caplog) == ["not_signed"]
    assert views.position() == 8


def test_a_task_is_done_each_turn(orders: ProtectionOrders, views: Views) -> None:
    """And a turn in which a task did something is followed by another at once."""

    class Once:
        done = 0

        def turn(self, stop: object) -> int:  # noqa: ARG002 - as every task has it
            self.done += 1
            return int(self.done == 1)

    task, ticks = Once(), Ticks(2)
    one = Worker(views, Duties(orders, views, real_clock), real_clock, tasks=(task,))
    one.run(ticks, every=1)  # type: ignore[arg-type]

    assert (task.done, ticks.waits) == (2, [0.0, 1])


def test_a_worker_stops_in_the_middle_of_a_turn(orders: ProtectionOrders, views: Views) -> None:
    """A real event that is set from another thread ends it soon."""
    stop = threading.Event()
    running = threading.Thread(target=worker(orders, views).run, args=(stop,), kwargs={"every": 60})
    running.start()
    stop.set()
    running.join(10)

    assert not running.is_alive()


def test_notes_are_lines_of_json() -> None:
    """With moment and level; whatever else is logged there is a line, too."""
    record = logging.LogRecord("x", logging.WARNING, "", 0, "by hand", None, None)
    line = json.loads(Lines().format(record))

    assert (line["level"], line["event"]) == ("warning", "by hand")
    notes = Notes()
    notes.no_longer("never said", 1, "gone")
    notes.say_once("said", 1, level=logging.INFO)
    notes.no_longer("said", 1)
    assert notes._said == set()
