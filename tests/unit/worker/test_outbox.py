"""The outbox that a worker fills."""

from __future__ import annotations

from uuid import uuid4

from orderflow.publication import Channel, Publication
from orderflow.store import ProtectionOrders
from orderflow.store.handling import real_clock
from orderflow.worker.outbox import OutboxTask
from tests.contracts.cases import grant, request


def test_a_stop_does_not_wait_for_the_outbox() -> None:
    """However much there is to publish, a worker that is told to stop reads no further page."""
    order_id = uuid4()
    with ProtectionOrders.open() as orders:
        for command in (request(order_id), grant(order_id)):
            orders.handle(command)
        with OutboxTask(orders, real_clock) as task, Publication(orders) as publication:
            task.turn(lambda: True)
            assert publication.position() == 0
            task.turn(lambda: False)
            assert publication.last(Channel.EARLY) == 3
