"""Whose data are to be erased is said once, in order, when it falls due; on every store."""

from __future__ import annotations

import json
import logging
from datetime import datetime, timedelta
from threading import Barrier, Thread
from typing import TYPE_CHECKING

import pytest

from orderflow.casefile import SimulatedClock
from orderflow.errors import StoreUnavailable, UnreadableEvent
from orderflow.law import AgeBand, Role
from orderflow.law.retention import RetentionSchedule
from orderflow.order import commands as c
from orderflow.order.values import Person, Until
from orderflow.privacy import Eraser, MemoryKeys, Retention, due
from orderflow.store import ProtectionOrders
from orderflow.views import Retained, Views
from orderflow.views.due import Due
from orderflow.views.histories import Histories
from orderflow.views.register import Register
from orderflow.worker import Duties, Erasures, Worker
from orderflow.worker.simulation import live
from tests.contracts.cases import COURT, NO_CONTACT, OFFICER, POLICE, START, notify, report, request
from tests.contracts.year import order_named, said
from tests.unit.privacy.making import detail, erasure
from tests.unit.privacy.test_erasing import ten_days

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from orderflow.worker import Effect

ALL = (Register(), Due(), Histories())
DAY, MOMENT = timedelta(days=1), timedelta(microseconds=1)
BEGIN = START + timedelta(hours=3)


class Record:
    """A simulated log with sealed data, and workers that look out for whom to erase."""

    def __init__(self, address: str) -> None:
        """Open the log."""
        self.clock = SimulatedClock(BEGIN)
        self.keys = MemoryKeys()
        self.orders = ProtectionOrders.open(
            address, clock=self.clock, simulated=True, keys=self.keys
        )
        self.retention = ten_days()
        self.views, self.worker = self.another(self.retention)

    def another(self, retention: Retention) -> tuple[Views, Worker]:
        """Return another worker on the same log, with views of its own."""
        views = Views(self.orders, views=(*ALL, Retained(retention)), clock=self.clock)
        duties = Duties(self.orders, views, self.clock)
        erasures = Erasures(self.orders, views, self.clock, retention)
        return views, Worker(views, duties, self.clock, erasures=erasures)

    def order(
        self, name: str, ends_at: datetime, *confided: str, people: tuple[str, str] = ("ana", "rob")
    ) -> UUID:
        """Make an order that ends at a moment, with something sealed of some people."""
        order_id = order_named(name)
        protected, respondent = people
        asked = request(order_id).model_copy(
            update={
                "protected_persons": (Person(id=protected, age=AgeBand.ADULT),),
                "respondents": (Person(id=respondent, age=AgeBand.ADULT),),
                "without_notice": False,
            }
        )
        self.orders.handle(asked)
        for person in confided:
            self.orders.handle(detail(order_id, person, f"about {person}"))
        self.orders.handle(
            c.GrantOrder(
                occurred_at=BEGIN,
                actor=COURT,
                order_id=order_id,
                terms=(NO_CONTACT.model_copy(update={"binds": (respondent,)}),),
                duration=Until(at=ends_at),
            )
        )
        self.orders.handle(notify(order_id, 3))
        return order_id

    def said(self) -> list[tuple[UUID, str, datetime]]:
        """Take a turn, and return what was said of whom to erase."""
        return erasures(self.worker.turn().effects)


def erasures(effects: list[Effect]) -> list[tuple[UUID, str, datetime]]:
    """Return of each effect about erasing whose, what, and since when."""
    return [one for one in said(effects) if one[1] == "retention"]


@pytest.fixture
def record(address: str) -> Iterator[Record]:
    """A log whose clock stands at the beginning."""
    begun = Record(address)
    yield begun
    begun.views.close()
    begun.orders.close()


@pytest.mark.boundary
def test_who_is_to_be_erased_is_said_at_that_moment_and_once(record: Record) -> None:
    """Ten days after the end to the moment, not before, and never again; nothing is erased."""
    order_id = record.order("one", BEGIN + 30 * DAY, "ana")
    since = BEGIN + 40 * DAY
    record.clock.set(since - MOMENT)
    assert record.said() == []
    record.clock.set(since)
    before = len(record.orders.history(order_id))
    (effect,) = record.worker.turn().effects

    assert (effect.order_id, effect.kind, effect.due_at, effect.late_by) == (
        order_id,
        "retention",
        since,
        timedelta(0),
    )
    assert record.said() == []
    assert len(record.orders.history(order_id)) == before
    (row,) = record.views.erasable.due(since)
    assert (row.person, row.since, row.noticed_at) == ("ana", since, since)
    assert row.orders == row.sealed_in == (order_id,)
    key = record.keys.status("ana")
    assert key is not None
    assert key.state == "live"


def test_the_whole_record_and_the_view_name_the_same_people(record: Record) -> None:
    """At any moment the view says what `privacy due` says, read from the whole log."""
    record.order("one", BEGIN + 30 * DAY, "ana", "rob")
    record.order("two", BEGIN + 60 * DAY, "rob")
    asked_for = record.orders.handle(request(order_named("three"))).order_id
    record.orders.handle(detail(asked_for, "uncle", "a name"))
    record.worker.turn()
    for days in (0, 39, 40, 41, 69, 70, 71, 1000):
        at = BEGIN + days * DAY
        whole = [
            (one.person, one.since)
            for one in due(record.orders, record.retention, at)
            if one.status == "due"
        ]
        assert sorted((row.person, row.since) for row in record.views.erasable.due(at)) == whole


def test_another_order_keeps_the_data_until_it_lets_go(record: Record) -> None:
    """One person has one key: they are due when the last order lets go, sealed there or not."""
    first = record.order("first", BEGIN + 10 * DAY, "ana")
    record.order("second", BEGIN + 50 * DAY)

    assert erasures(live(record.worker, record.clock, BEGIN + 59 * DAY)) == []
    assert erasures(live(record.worker, record.clock, BEGIN + 365 * DAY)) == [
        (first, "retention", BEGIN + 60 * DAY)
    ]


@pytest.mark.edge("EC37")
def test_after_a_week_of_standstill_it_is_said_in_order_and_how_late(
    record: Record, caplog: pytest.LogCaptureFixture
) -> None:
    """Who has been due longest comes first; each says by how much it is late, and names nobody."""
    ids = [
        record.order(f"order {n}", BEGIN + (30 - n) * DAY, f"p{n}", people=(f"p{n}", f"r{n}"))
        for n in range(3)
    ]
    record.worker.turn()
    record.clock.set(BEGIN + 47 * DAY)
    with caplog.at_level(logging.INFO):
        found = erasures(record.worker.turn().effects)

    assert found == [(ids[n], "retention", BEGIN + (40 - n) * DAY) for n in (2, 1, 0)]
    lines = [
        json.loads(one.getMessage())
        for one in caplog.records
        if one.getMessage().startswith('{"event": "erasure_due"')
    ]
    assert [line["late_by_seconds"] for line in lines] == [n * 86400.0 for n in (9, 8, 7)]
    assert [set(line) for line in lines] == [
        {"event", "order", "kind", "due_at", "late_by_seconds"}
    ] * 3


def test_any_number_of_workers_says_it_once(record: Record) -> None:
    """Two who look at the same moment: one of them says it."""
    record.order("one", BEGIN + 5 * DAY, "ana", "rob")
    record.worker.turn()
    views, other = record.another(record.retention)
    other.turn()
    record.clock.set(BEGIN + 15 * DAY)
    found: list[tuple[UUID, str, datetime]] = []
    both = Barrier(2)

    def turn(worker: Worker) -> None:
        both.wait()
        found.extend(erasures(worker.turn().effects))

    threads = [Thread(target=turn, args=(one,)) for one in (record.worker, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    views.close()

    assert len(found) == 2
    assert len(record.views.erasable.due(record.clock())) == 2


def test_who_was_erased_is_no_longer_due(record: Record) -> None:
    """Once it was decided and done nobody is told again; somebody else in the order still is."""
    record.order("one", BEGIN + 5 * DAY, "ana", "rob")
    record.clock.set(BEGIN + 20 * DAY)
    assert len(record.said()) == 2
    Eraser(record.orders, record.keys).erase(
        "ana", ground=erasure().ground, actor=OFFICER, at=record.clock()
    )
    record.worker.turn()

    assert [row.person for row in record.views.erasable.due(record.clock())] == ["rob"]


def test_a_matter_that_opens_late_puts_it_off_and_is_said_anew(record: Record) -> None:
    """While it is open nobody is due; once it is closed they are from a new day, and told of."""
    order_id = record.order("one", BEGIN + 30 * DAY, "ana")
    assert len(erasures(live(record.worker, record.clock, BEGIN + 41 * DAY))) == 1
    reported = report(order_id, 20).model_copy(update={"occurred_at": record.clock()})
    record.orders.handle(reported)
    record.worker.turn()
    assert record.views.erasable.due(record.clock()) == ()
    closed_at = record.clock() + DAY
    record.clock.set(closed_at)
    record.orders.handle(
        c.DismissIncident(
            occurred_at=closed_at,
            actor=POLICE,
            order_id=order_id,
            incident="i1",
            ground="no_evidence",
        )
    )

    assert erasures(live(record.worker, record.clock, BEGIN + 365 * DAY)) == [
        (order_id, "retention", closed_at + 10 * DAY)
    ]


def test_a_view_that_is_behind_says_nothing_that_the_log_refutes(record: Record) -> None:
    """Whoever was erased, or in whose order a matter is open by now, is passed over."""
    order_id = record.order("one", BEGIN + 5 * DAY, "ana")
    other = record.order("two", BEGIN + 5 * DAY, "p2", people=("p2", "r2"))
    record.worker.turn()
    record.clock.set(BEGIN + 15 * DAY)
    Eraser(record.orders, record.keys).erase(
        "ana", ground=erasure().ground, actor=OFFICER, at=record.clock()
    )
    reported = report(other, 20).model_copy(
        update={"occurred_at": record.clock(), "person": "r2", "conduct_at": BEGIN + DAY}
    )
    record.orders.handle(reported)
    looking = Erasures(record.orders, record.views, record.clock, record.retention)

    assert len(record.views.erasable.due(record.clock())) == 2
    assert list(looking.perform()) == []
    assert order_id in record.views.erasable.due(record.clock())[0].sealed_in


def test_an_order_that_cannot_be_read_keeps_what_it_holds(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of somebody in it nothing is said; a store that is out of reach is told as such."""
    record.order("one", BEGIN + 5 * DAY, "ana")
    record.worker.turn()
    record.clock.set(BEGIN + 15 * DAY)
    looking = Erasures(record.orders, record.views, record.clock, record.retention)
    for error in (UnreadableEvent("no"), StoreUnavailable("away")):

        def failing(_order_id: UUID, error: Exception = error) -> None:
            raise error

        monkeypatch.setattr(record.orders, "get", failing)
        if isinstance(error, StoreUnavailable):
            with pytest.raises(StoreUnavailable):
                list(looking.perform())
        else:
            assert list(looking.perform()) == []
    monkeypatch.undo()
    assert len(list(looking.perform())) == 1


def test_what_no_law_decides_is_never_said(record: Record) -> None:
    """The packaged schedule has no period for a court: nobody is due by a guess (N9)."""
    open_question = Retention(RetentionSchedule.packaged(), Role.COURT)
    views, worker = record.another(open_question)
    record.order("one", BEGIN + 5 * DAY, "ana")
    record.clock.set(BEGIN + 4000 * DAY)

    assert erasures(worker.turn().effects) == []
    assert views.erasable.due(record.clock()) == ()
    # Another schedule is another view: this one is built anew, and says it.
    assert len(record.said()) == 1
    views.close()


def test_views_that_do_not_keep_it_say_so(record: Record) -> None:
    """Whoever did not say in which role the record is kept is not told that nobody is due."""
    with Views(record.orders) as views, pytest.raises(KeyError):
        _ = views.erasable
