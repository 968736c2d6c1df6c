"""What the clock must do is done once, in order, when it falls due, on every store."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from orderflow.audit import LogReader, conformance
from orderflow.law.vocabulary import TermKind, TermSubject
from orderflow.order import State
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.values import DeadlineKind, Term, Until
from orderflow.views import DueWanted
from orderflow.worker import Failure
from orderflow.worker.simulation import live
from tests.contracts.cases import COURT, notify
from tests.contracts.year import (
    AMSTERDAM,
    BEGIN,
    LONDON,
    Year,
    fmpo,
    huisverbod,
    said,
    told,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

DAY, MOMENT = timedelta(days=1), timedelta(microseconds=1)
PASSPORT = Term(
    id="passport",
    kind=TermKind.REQUIREMENT,
    subject=TermSubject.PASSPORT_SURRENDER,
    binds=("rob",),
    review_at=datetime(2025, 6, 3, 12, tzinfo=LONDON),
)


@pytest.fixture
def year(address: str) -> Iterator[Year]:
    """A log whose clock stands at the beginning of a year."""
    begun = Year(address)
    yield begun
    begun.close()


def lived(year: Year, until: datetime) -> list[tuple[UUID, str, datetime]]:
    """Let the clock go on, and return what was put on record."""
    return said(live(year.worker, year.clock, until))


def events(year: Year, order_id: UUID) -> list[str]:
    """Return the names of the events of an order."""
    return [type(one.event).__name__ for one in year.orders.history(order_id)]


@pytest.mark.boundary
def test_an_order_that_ends_is_recorded_as_ended_at_that_moment(year: Year) -> None:
    """Not a moment before its end; at its end, as of its end; and once."""
    until = BEGIN + 30 * DAY
    order_id = fmpo(year, "ends", until)
    told(year, order_id)

    year.clock.set(until - MOMENT)
    assert year.worker.turn().effects == []
    year.clock.set(until)
    (one,) = year.worker.turn().effects
    assert (one.order_id, one.kind, one.due_at, one.late_by) == (
        order_id,
        "expiry",
        until,
        timedelta(0),
    )
    assert year.worker.turn().effects == []
    ended = year.orders.history(order_id)[-1]
    assert isinstance(ended.event, e.OrderExpired)
    assert (ended.event.ended_at, ended.event.occurred_at) == (until, until)
    assert year.orders.get(order_id).recorded_state is State.LAPSED


@pytest.mark.edge("EC31")
@pytest.mark.parametrize(
    "imposed_on, ends_on", [("2025-03-25", "2025-04-04"), ("2025-10-20", "2025-10-30")]
)
def test_an_end_beyond_a_change_of_the_clocks_comes_at_the_same_hour(
    year: Year, imposed_on: str, ends_on: str
) -> None:
    """Ten days after two in the afternoon it is two in the afternoon, in summer and in winter."""
    imposed_at, ends_at = (
        datetime.fromisoformat(f"{day}T14:00").replace(tzinfo=AMSTERDAM)
        for day in (imposed_on, ends_on)
    )
    order_id = huisverbod(year, "ten days", imposed_at)

    assert lived(year, imposed_at + 60 * DAY) == [(order_id, "expiry", ends_at)]


@pytest.mark.boundary
def test_police_who_were_not_told_are_on_record_when_the_day_is_over(year: Year) -> None:
    """The last moment of the business day is in time; from the next on it is exceeded."""
    order_id = fmpo(year, "not told")
    due_at = year.orders.get(order_id).seals[0].police_notice_due_at
    assert due_at is not None

    year.clock.set(due_at)
    assert year.worker.turn().effects == []
    year.clock.set(due_at + MOMENT)
    assert said(year.worker.turn().effects) == [(order_id, "police_notice", due_at)]
    exceeded = year.orders.history(order_id)[-1].event
    assert isinstance(exceeded, e.TermExceeded)
    assert (exceeded.kind, exceeded.event_version) == (DeadlineKind.POLICE_NOTICE, 3)
    assert "gb-eaw/pd-11a/para-1" in exceeded.law


def test_police_who_were_told_are_not(year: Year) -> None:
    """A term that is kept leaves nothing but its row, as met."""
    order_id = fmpo(year, "told", BEGIN + 400 * DAY)
    told(year, order_id)

    assert lived(year, BEGIN + 90 * DAY) == []
    (row,) = year.views.due(DueWanted(status="met", order_id=order_id)).rows
    assert row.kind == "police_notice"


def test_a_year_passes_in_seconds(year: Year) -> None:
    """Everything that falls due in a year comes on record, in order, and the log conforms."""
    kept = fmpo(year, "kept", BEGIN + 90 * DAY, PASSPORT)
    told(year, kept)
    left = fmpo(year, "left alone", BEGIN + 200 * DAY)
    extended = fmpo(year, "extended", BEGIN + 60 * DAY)
    told(year, extended)
    before = lived(year, BEGIN + 50 * DAY)
    year.orders.handle(
        c.ExtendOrder(
            occurred_at=year.clock(),
            actor=COURT,
            order_id=extended,
            duration=Until(at=BEGIN + 300 * DAY),
        )
    )
    dutch = huisverbod(year, "dutch", BEGIN + 51 * DAY)
    rest = lived(year, BEGIN + 365 * DAY)

    police_due = year.orders.get(left).seals[0].police_notice_due_at
    assert before == [(left, "police_notice", police_due)]
    assert [(order_id, kind) for order_id, kind, _ in rest] == [
        (dutch, "expiry"),
        (kept, "expiry"),
        (left, "expiry"),
        (extended, "expiry"),
    ]
    assert sorted(at for _, _, at in rest) == [at for _, _, at in rest]
    assert year.views.due(DueWanted(for_the_clock=True, status=None)).rows == ()
    assert list(conformance(LogReader.of(year.orders)).deviations) == []


def test_a_passport_that_is_held_longer_than_the_court_looked_is_on_record(year: Year) -> None:
    """The day on which a term was to be looked at again goes by, and the clock says which term."""
    order_id = fmpo(year, "passport", BEGIN + 300 * DAY, PASSPORT)
    told(year, order_id)

    ((_, kind, due_at),) = lived(year, BEGIN + 120 * DAY)
    assert (kind, due_at) == ("term_review", datetime(2025, 6, 4, tzinfo=LONDON))
    exceeded = year.orders.history(order_id)[-1].event
    assert isinstance(exceeded, e.TermExceeded)
    assert exceeded.term == "passport"


@pytest.mark.edge("EC37")
def test_after_a_week_of_standstill_all_is_caught_up_in_order(year: Year) -> None:
    """What fell due meanwhile is recorded in the order in which it did, and says how late it is."""
    ids = [fmpo(year, f"order {n}", BEGIN + (30 + n) * DAY) for n in range(5)]
    for order_id in ids:
        told(year, order_id)
    year.worker.turn()
    year.clock.set(BEGIN + 37 * DAY)

    effects = year.worker.turn().effects
    assert said(effects) == [(one, "expiry", BEGIN + (30 + n) * DAY) for n, one in enumerate(ids)]
    assert [one.late_by for one in effects] == [(7 - n) * DAY for n in range(5)]
    positions = [year.orders.history(order_id)[-1].position for order_id in ids]
    assert positions == sorted(positions)
    for n, order_id in enumerate(ids):
        order = year.orders.get(order_id)
        assert order.state_at(BEGIN + (30 + n) * DAY - MOMENT) is State.GRANTED
        assert order.state_at(BEGIN + (30 + n) * DAY) is State.LAPSED


def test_two_workers_do_each_thing_once(year: Year) -> None:
    """A worker with a view from before finds that another was there, and does nothing."""
    order_id = fmpo(year, "both", BEGIN + 30 * DAY)
    told(year, order_id)
    year.views.catch_up()
    year.clock.set(BEGIN + 31 * DAY)
    other, _ = year.another()

    first = list(year.duties.perform())
    second = list(other.perform())  # The views say still that it is due.
    assert (len(first), second) == (1, [])
    assert events(year, order_id).count("OrderExpired") == 1


def test_facts_that_are_being_entered_late_are_waited_for(year: Year) -> None:
    """Whoever enters a sealing of last week has ten minutes to enter the notice that followed."""
    year.clock.set(BEGIN + 7 * DAY)
    slow, quick = fmpo(year, "slow"), fmpo(year, "quick")

    assert year.worker.turn().effects == []
    told(year, quick)
    year.clock.set(BEGIN + 7 * DAY + timedelta(minutes=10) - MOMENT)
    assert year.worker.turn().effects == []
    year.clock.set(BEGIN + 7 * DAY + timedelta(minutes=10))
    (one,) = year.worker.turn().effects
    assert (one.order_id, one.kind) == (slow, "police_notice")


def test_an_act_that_came_too_late_is_on_record_too(year: Year) -> None:
    """The police were told a day late while no worker ran; that the term was over is recorded."""
    order_id = fmpo(year, "late", BEGIN + 400 * DAY)
    year.clock.set(BEGIN + 3 * DAY)
    told(year, order_id, 70)

    assert year.worker.turn().effects == []
    year.clock.set(BEGIN + 4 * DAY)
    assert [one.kind for one in year.worker.turn().effects] == ["police_notice"]


def test_an_order_that_ends_before_a_term_does_not_exceed_it(year: Year) -> None:
    """A duty falls away with the order."""
    order_id = fmpo(year, "short", BEGIN + timedelta(hours=2))

    assert [kind for _, kind, _ in lived(year, BEGIN + 60 * DAY)] == ["expiry"]
    (row,) = year.views.due(DueWanted(status=None, order_id=order_id)).rows
    assert (row.kind, row.status) == ("police_notice", "falls_away")


def test_a_view_that_is_behind_raises_nothing_that_the_log_refutes(year: Year) -> None:
    """What is due by the view is asked of the log again before it is recorded."""
    order_id = fmpo(year, "told after all", BEGIN + 400 * DAY)
    year.views.catch_up()
    told(year, order_id)
    year.clock.set(BEGIN + 10 * DAY)

    assert list(year.duties.perform()) == []


def test_what_cannot_be_recorded_is_said_once_and_tried_again_later(year: Year) -> None:
    """A refusal is no reason to stop, nor to ask again every second."""
    order_id = fmpo(year, "extended meanwhile", BEGIN + 30 * DAY)
    told(year, order_id)
    year.views.catch_up()
    year.clock.set(BEGIN + 29 * DAY)
    longer = Until(at=BEGIN + 90 * DAY)
    year.orders.handle(
        c.ExtendOrder(occurred_at=year.clock(), actor=COURT, order_id=order_id, duration=longer)
    )
    year.clock.set(BEGIN + 31 * DAY)

    (failure,) = year.duties.perform()
    assert isinstance(failure, Failure)
    assert (failure.order_id, failure.error) == (order_id, "CommandRejected")
    assert failure.code == "not_yet_ended"
    assert list(year.duties.perform()) == []
    year.clock.set(BEGIN + 31 * DAY + timedelta(seconds=30))
    assert len(list(year.duties.perform())) == 1
    assert [kind for _, kind, _ in lived(year, BEGIN + 100 * DAY)] == ["expiry"]


def test_the_next_moment_is_known(year: Year) -> None:
    """A worker sleeps until something falls due, and no longer."""
    assert year.duties.next_at() is None
    order_id = fmpo(year, "next", BEGIN + 30 * DAY)
    year.views.catch_up()
    due_at = year.orders.get(order_id).seals[0].police_notice_due_at
    assert due_at is not None

    assert year.duties.next_at() == due_at + MOMENT
    year.orders.handle(notify(order_id, 3))
    year.views.catch_up()
    assert year.duties.next_at() == BEGIN + 30 * DAY
