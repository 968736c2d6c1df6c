"""Appending and reading back, the same on every store."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from eventsourcing.persistence import IntegrityError

from orderflow.errors import CommandRejected, OrderNotFound
from orderflow.order import State
from tests.contracts.cases import (
    COUNCIL,
    START,
    entry,
    grant,
    notify,
    report,
    request,
    serve,
    whole_case,
)

if TYPE_CHECKING:
    from orderflow.store import ProtectionOrders
    from tests.contracts.conftest import Clock


def test_a_case_is_read_back_as_it_was_recorded(orders: ProtectionOrders) -> None:
    """What `handle` returned is what the log holds, event by event, and folds to its state."""
    order_id = uuid4()
    results = [orders.handle(command) for command in whole_case(order_id)]

    recorded = tuple(event for result in results for event in result.events)
    assert tuple(item.event for item in orders.history(order_id)) == recorded
    order = orders.get(order_id)
    assert order.version == len(recorded) == results[-1].version
    assert order.recorded_state == results[-1].state == State.REFERRED
    assert order.law is not None


def test_positions_rise_in_order_of_recording(orders: ProtectionOrders) -> None:
    """Each event has a higher position than those recorded before it, whatever their order."""
    first, second = uuid4(), uuid4()
    for command in (request(first), request(second), grant(first), grant(second)):
        orders.handle(command)

    log = orders.notification_log.select(start=1, limit=10)
    assert [item.id for item in log] == sorted({item.id for item in log})
    assert [UUID(str(item.originator_id)) for item in log] == [
        *(first, second),
        *(first, first),
        *(second, second),
    ]
    assert [item.version for item in orders.history(first)] == [1, 2, 3]


def test_the_envelope_says_who_when_and_why(orders: ProtectionOrders, clock: Clock) -> None:
    """Every event carries its recording time, command, actor, cause and correlation."""
    result = orders.handle(request(), command_id="c-1", causation_id="why", correlation_id="what")

    (item,) = orders.history(result.order_id)
    assert item.recorded_at == clock.now == result.recorded_at
    assert item.recorded_at.utcoffset() == timedelta(0)
    assert (item.command_id, item.causation_id, item.correlation_id) == ("c-1", "why", "what")
    assert item.actor == COUNCIL
    assert item.event_id.version == 4


def test_orders_come_in_order_of_their_first_event(orders: ProtectionOrders) -> None:
    """All orders are iterated over once, the earliest first, beyond one page of them."""
    made = [orders.handle(request()).order_id for _ in range(7)]
    orders.handle(grant(made[0]))

    assert list(orders.order_ids()) == made
    assert [i for _, i in orders._records.select_order_ids(0, 3)] == made[:3]


def test_a_refused_command_leaves_no_trace(orders: ProtectionOrders) -> None:
    """After a refusal the log is as before, and the same id may be used again."""
    order_id = orders.handle(request()).order_id
    before = orders.recorder.max_notification_id()
    with pytest.raises(CommandRejected) as refused:
        orders.handle(report(order_id, 5), command_id="again")

    assert refused.value.code == "not_in_this_state"
    assert orders.recorder.max_notification_id() == before
    assert orders.handle(grant(order_id), command_id="again").repeated is False


def test_an_unknown_order_is_not_found(orders: ProtectionOrders) -> None:
    """Asking for, or acting on, an order that is not on record says so."""
    unknown = uuid4()
    with pytest.raises(OrderNotFound, match=str(unknown)):
        orders.get(unknown)
    with pytest.raises(OrderNotFound, match=str(unknown)):
        orders.history(unknown)
    with pytest.raises(OrderNotFound, match=str(unknown)):
        orders.handle(grant(unknown))


def test_a_requested_order_id_is_kept_or_follows_from_the_command(
    orders: ProtectionOrders,
) -> None:
    """The id is the one asked for, or the same one for the same command id in every log."""
    chosen = uuid4()

    assert orders.handle(request(chosen)).order_id == chosen
    followed = orders.handle(request(), command_id="c-1").order_id
    assert followed == UUID("0b1ac8a6-9199-5dc6-babc-ad6250ce018f")


def test_a_second_request_for_an_order_is_refused(orders: ProtectionOrders) -> None:
    """An order id names one order for ever."""
    order_id = orders.handle(request()).order_id
    with pytest.raises(CommandRejected) as refused:
        orders.handle(request(order_id))

    assert refused.value.code == "not_in_this_state"


@pytest.mark.parametrize("versions", [[2], [1, 3], [2, 1], [1, 1], [0]])
def test_versions_have_no_gaps(orders: ProtectionOrders, versions: list[int]) -> None:
    """No store keeps an event whose predecessor is missing, nor a part of what it was given."""
    order_id = uuid4()
    with pytest.raises(IntegrityError):
        orders.save(*(entry(order_id, version) for version in versions))

    assert orders.recorder.select_events(order_id) == []
    assert orders.recorder.max_notification_id() is None


def test_recorded_events_of_several_orders_are_kept_together(orders: ProtectionOrders) -> None:
    """The library's `save` keeps entries of several orders, all or nothing."""
    first, second = uuid4(), uuid4()
    recordings = orders.save(entry(first, 1), entry(second, 1), entry(first, 2))

    assert [recording.notification.id for recording in recordings] == [1, 2, 3]
    assert [stored.id for stored in orders._records.select_events(first)] == [1, 3]


def test_select_events_bounds_are_those_of_the_library(orders: ProtectionOrders) -> None:
    """`gt` leaves out its own version, `lte` keeps it; `desc` and `limit` work together."""
    order_id = uuid4()
    orders.save(*(entry(order_id, version) for version in (1, 2, 3, 4)))

    def versions(**bounds: int) -> list[int]:
        found = orders.recorder.select_events(order_id, **bounds)  # type: ignore[arg-type]
        return [stored.originator_version for stored in found]

    assert versions() == [1, 2, 3, 4]
    assert versions(gt=1, lte=3) == [2, 3]
    assert versions(desc=True, limit=2) == [4, 3]
    assert versions(limit=1) == [1]
    assert versions(gt=4) == []


def test_the_clock_of_an_order_never_runs_back(orders: ProtectionOrders, clock: Clock) -> None:
    """A clock that was set back does not make a later event look like an earlier one."""
    order_id = orders.handle(request()).order_id
    noon = clock.now
    clock.move(hours=-1)
    orders.handle(grant(order_id))
    clock.move(hours=3)
    orders.handle(notify(order_id, 5))

    times = [item.recorded_at for item in orders.history(order_id)]
    assert times == [noon, noon, noon, noon + timedelta(hours=2)]


def test_one_leap_of_the_clock_lets_no_future_in(orders: ProtectionOrders, clock: Clock) -> None:
    """Whether something has happened yet is told by the clock, not by what it once said."""
    order_id = orders.handle(request()).order_id
    right = clock.now
    leapt = clock.move(days=365 * 70)
    orders.handle(grant(order_id))
    clock.now = right
    with pytest.raises(CommandRejected) as refused:
        orders.handle(serve(order_id, 24 * 365))

    assert refused.value.code == "in_the_future"
    assert orders.handle(serve(order_id, 24)).recorded_at == leapt


def test_a_fact_of_the_future_is_refused_by_the_clock_of_the_log(
    orders: ProtectionOrders, clock: Clock
) -> None:
    """What has not happened yet by the clock of the log is not recorded."""
    clock.now = START - timedelta(seconds=1)
    with pytest.raises(CommandRejected) as refused:
        orders.handle(request())

    assert refused.value.code == "in_the_future"


def test_a_clock_without_a_time_zone_is_the_callers_mistake(
    orders: ProtectionOrders, clock: Clock
) -> None:
    """A moment without a time zone is recorded nowhere."""
    clock.now = clock.now.replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"):
        orders.handle(request())


def test_a_clock_in_another_zone_is_recorded_in_utc(orders: ProtectionOrders, clock: Clock) -> None:
    """The log keeps one zone, so that its times can be compared by eye."""
    clock.now = clock.now.astimezone(ZoneInfo("Europe/Amsterdam"))

    assert orders.handle(request()).recorded_at.tzinfo is UTC
