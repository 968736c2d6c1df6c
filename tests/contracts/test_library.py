"""`ProtectionOrders` is an application of the `eventsourcing` library, as its users know them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from eventsourcing.application import AggregateNotFoundError, Application
from eventsourcing.domain import Aggregate, DomainEventProtocol
from eventsourcing.persistence import Tracking
from eventsourcing.popo import POPOTrackingRecorder
from eventsourcing.projection import Projection, ProjectionRunner

from orderflow.order import ProtectionOrder
from orderflow.store import LogEntry, ProtectionOrders, project
from tests.contracts.cases import grant, notify, request, whole_case

if TYPE_CHECKING:
    from eventsourcing.utils import EnvType


def test_it_is_an_application(orders: ProtectionOrders) -> None:
    """It is one by type, and so are its events."""
    order_id = orders.handle(request()).order_id
    (stored,) = orders.recorder.select_events(order_id)

    assert isinstance(orders, Application)
    assert isinstance(orders.mapper.to_domain_event(stored), DomainEventProtocol)


def test_the_notification_log_has_sections(orders: ProtectionOrders) -> None:
    """Followers page through the log under stable event names."""
    for command in whole_case(uuid4()):
        orders.handle(command)
    section = orders.notification_log["1,5"]

    assert section.id == "1,5"
    assert section.next_id == "6,10"
    assert [item.topic for item in section.items] == [
        "orderflow/OrderRequested/1",
        "orderflow/OrderGranted/1",
        "orderflow/ReturnHearingListed/1",
        "orderflow/OrderSealed/1",
        "orderflow/PoliceNotified/1",
    ]
    assert [item.id for item in orders.notification_log["6,10"].items] == [6, 7, 8]


def test_notifications_are_selected_as_the_library_does(orders: ProtectionOrders) -> None:
    """`start`, `stop`, `limit`, `topics` and `inclusive_of_start` mean what they mean there."""
    for command in whole_case(uuid4()):
        orders.handle(command)

    def ids(start: int | None = None, limit: int = 10, **more: Any) -> list[int]:  # noqa: ANN401
        return [n.id for n in orders.recorder.select_notifications(start, limit, **more)]

    assert ids() == [1, 2, 3, 4, 5, 6, 7, 8]
    assert ids(2, 3) == [2, 3, 4]
    assert ids(2, 3, inclusive_of_start=False) == [3, 4, 5]
    assert ids(2, stop=4) == [2, 3, 4]
    assert ids(topics=["orderflow/OrderSealed/1", "orderflow/OrderServed/1"]) == [4, 6]
    assert ids(0, inclusive_of_start=False, limit=1) == [1]
    assert ids(9) == []


def test_the_repository_takes_our_projector(orders: ProtectionOrders) -> None:
    """`repository.get` folds with `project`, at any version, and knows what is not there."""
    order_id = uuid4()
    for command in whole_case(order_id):
        orders.handle(command)
    order: ProtectionOrder = orders.repository.get(order_id, projector_func=project)
    third: ProtectionOrder = orders.repository.get(order_id, version=3, projector_func=project)

    assert order == orders.get(order_id)
    assert third.version == 3
    with pytest.raises(AggregateNotFoundError):
        orders.repository.get(uuid4(), projector_func=project)


def test_an_event_of_another_kind_is_not_taken(orders: ProtectionOrders) -> None:
    """The log keeps orders; a stock aggregate is the caller's mistake and leaves no trace."""
    with pytest.raises(TypeError, match="LogEntry"):
        orders.save(Aggregate())

    assert orders.recorder.max_notification_id() is None


class Counter(POPOTrackingRecorder):
    """A view that counts events by type."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        super().__init__()
        self.counts: dict[str, int] = {}

    def count(self, name: str, tracking: Tracking) -> None:
        """Count one event, once."""
        with self._database_lock:
            self._assert_tracking_uniqueness(tracking)
            self._insert_tracking(tracking)
            self.counts[name] = self.counts.get(name, 0) + 1


class CountEvents(Projection[Counter]):
    """A stock projection of ours."""

    def process_event(self, domain_event: Any, tracking: Tracking) -> None:  # noqa: ANN401
        """Count it."""
        assert isinstance(domain_event, LogEntry)
        self.view.count(type(domain_event.event).__name__, tracking)


class CountService(CountEvents):
    """A projection that asks for two types only."""

    topics = ("orderflow/OrderServed/1", "orderflow/OrderGranted/1")


def settings(address: str) -> EnvType:
    """Return the library's settings, with the view kept in memory."""
    env = {"COUNTEVENTS_PERSISTENCE_MODULE": "eventsourcing.popo"}
    env["COUNTSERVICE_PERSISTENCE_MODULE"] = "eventsourcing.popo"
    if address.startswith("postgresql:"):
        env |= {"PERSISTENCE_MODULE": "eventsourcing.postgres", "POSTGRES_URL": address}
    elif address != ":memory:":
        env |= {"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": address}
    return env


@pytest.mark.parametrize("projection", [CountEvents, CountService])
def test_a_stock_projection_follows_the_log(address: str, projection: type[CountEvents]) -> None:
    """A `ProjectionRunner` sees every event once, those recorded before and those after."""
    order_id = uuid4()
    with ProjectionRunner(
        application_class=ProtectionOrders,
        projection_class=projection,
        view_class=Counter,
        env=settings(address),
    ) as runner:
        commands = list(whole_case(order_id))
        for command in commands:
            runner.app.handle(command)
        runner.wait(6, timeout=10)

        assert runner.view.counts["OrderGranted"] == 1
        assert runner.view.counts["OrderServed"] == 1
        assert ("OrderRequested" in runner.view.counts) is (projection is CountEvents)


def test_a_projection_follows_what_another_application_records(kept_address: str) -> None:
    """On a file or a server, a follower sees what others write, without being told."""
    with (
        ProtectionOrders.open(kept_address) as other,
        ProjectionRunner(
            application_class=ProtectionOrders,
            projection_class=CountEvents,
            view_class=Counter,
            env=settings(kept_address),
        ) as runner,
    ):
        order_id = other.handle(request()).order_id
        other.handle(grant(order_id))
        runner.wait(3, timeout=10)
        other.handle(notify(order_id, 5))
        runner.wait(4, timeout=10)

        assert sum(runner.view.counts.values()) == 4


def test_a_subscription_begins_where_it_is_asked_to(orders: ProtectionOrders) -> None:
    """`gt` leaves out what a follower has seen."""
    for command in whole_case(uuid4()):
        orders.handle(command)
    with orders.recorder.subscribe(gt=5) as subscription:
        assert [next(subscription).id for _ in range(3)] == [6, 7, 8]


def test_the_library_cache_may_be_switched_on(address: str) -> None:
    """The library's own settings are honoured."""
    env = {**settings(address), "AGGREGATE_CACHE_MAXSIZE": "10", "IS_SNAPSHOTTING_ENABLED": "y"}
    with ProtectionOrders(env) as orders:
        order_id = orders.handle(request()).order_id
        first: ProtectionOrder = orders.repository.get(order_id, projector_func=project)
        orders.handle(grant(order_id))
        second: ProtectionOrder = orders.repository.get(order_id, projector_func=project)

        assert (first.version, second.version) == (1, 3)


@pytest.mark.parametrize(
    "compressor", ["zlib", "eventsourcing.compressor:ZlibCompressor"], ids=["module", "class"]
)
def test_the_library_compressor_may_be_switched_on(address: str, compressor: str) -> None:
    """Payloads are compressed and read back."""
    with ProtectionOrders({**settings(address), "COMPRESSOR_TOPIC": compressor}) as orders:
        order_id = orders.handle(request()).order_id
        (stored,) = orders.recorder.select_events(order_id)

        assert not stored.state.startswith(b"{")
        assert orders.get(order_id).version == 1


def test_ids_come_back_as_they_went_in(orders: ProtectionOrders) -> None:
    """The library sees UUIDs, as it would from its own recorders."""
    order_id = orders.handle(request()).order_id
    (notification,) = orders.recorder.select_notifications(1, 1)
    (stored,) = orders.recorder.select_events(order_id)

    assert notification.originator_id == stored.originator_id == order_id
    assert isinstance(notification.originator_id, UUID)
