"""What is published arrives once, in order, through restarts of every part."""

from __future__ import annotations

import asyncio
import json
import threading
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import nats
import pytest

from orderflow.errors import PublicationStopped
from orderflow.publication import Channel, Publication
from orderflow.publication.nats import UNREACHABLE, StreamFiller, Target, _Place
from orderflow.publication.progress import Progress
from orderflow.publication.publisher import Publisher
from tests.contracts.cases import notify, serve, whole_case
from tests.publication.streams import messages

if TYPE_CHECKING:
    from pathlib import Path

    from orderflow.store import ProtectionOrders
    from tests.servers.nats import NatsServer

OPEN, EARLY = Target(Channel.OPEN), Target(Channel.EARLY)


def told(orders: ProtectionOrders, number: int = 1) -> list[UUID]:
    """Record cases of which everybody was told."""
    ids = [uuid4() for _ in range(number)]
    for order_id in ids:
        for command in whole_case(order_id):
            orders.handle(command)
        orders.handle(serve(order_id, 60, "uncle"))
    return ids


def publisher(publication: Publication, server: NatsServer, *targets: Target) -> Publisher:
    """Return a publisher to one server."""
    return Publisher(publication, [server.url], targets or (OPEN,))


def test_events_arrive_once_and_in_order(
    orders: ProtectionOrders, publication: Publication, nats_server: NatsServer
) -> None:
    """With id, subject and number of each; what was published is not published again."""
    ids = told(orders, 2)
    assert publisher(publication, nats_server).publish() == 18
    assert publisher(publication, nats_server).publish() == 0
    orders.handle(notify(ids[0], 61))
    assert publisher(publication, nats_server).publish() == 1

    found = messages(nats_server.url)
    recorded = [one for order_id in ids for one in orders.history(order_id)]
    recorded.sort(key=lambda one: one.position)
    released = {one.event["id"] for one in found}
    assert released == {str(one.event_id) for one in recorded}
    assert [one.place for one in found] == list(range(1, 20))
    assert [int(one.event["sequence"]) for one in found] == list(range(1, 20))
    for order_id in ids:
        versions = [
            one.event["data"]["version"] for one in found if one.event["subject"] == order_id.hex
        ]
        assert versions == list(range(1, len(versions) + 1))
    assert found[0].subject == f"orderflow.open.{ids[0].hex}.OrderRequested"
    assert found[0].headers["Nats-Msg-Id"] == found[0].event["id"]


def test_each_channel_has_a_stream_of_its_own(
    orders: ProtectionOrders, publication: Publication, nats_server: NatsServer
) -> None:
    """Whoever may hear early hears of an order that all others hear nothing of."""
    order_id = uuid4()
    for command in list(whole_case(order_id))[:3]:
        orders.handle(command)
    publisher(publication, nats_server, OPEN, EARLY).publish()

    assert messages(nats_server.url) == []
    assert [one.event["data"]["state"] for one in messages(nats_server.url, EARLY.stream)] == [
        "requested",
        "granted",
        "granted",
        "granted",
    ]


def test_a_publisher_killed_before_its_checkpoint_publishes_nothing_twice(
    orders: ProtectionOrders,
    publication: Publication,
    nats_server: NatsServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where to go on stands in the stream itself."""
    told(orders)

    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Progress, "keep", dies)
    with pytest.raises(KeyboardInterrupt):
        publisher(publication, nats_server).publish()
    monkeypatch.undo()
    assert publisher(publication, nats_server).publish() == 0
    assert len(messages(nats_server.url)) == 9


def test_a_publisher_that_slept_puts_nothing_in_out_of_order(
    orders: ProtectionOrders, publication: Publication, nats_server: NatsServer
) -> None:
    """What it still holds is refused by the server; then it goes on from what stands there."""
    told(orders)
    publication.catch_up()

    async def raced() -> None:
        connection = await nats.connect(nats_server.url)
        js = connection.jetstream()
        slow, quick = StreamFiller(publication, OPEN), StreamFiller(publication, OPEN)
        try:
            assert await slow.fill(js) == 9
            told(orders)
            publication.catch_up()
            assert await quick.fill(js) == 9
            # It slept, and still believes that it comes next.
            await slow._sent(js, publication.page(after=9), _Place(9, 9))
        finally:
            await connection.close()

    with pytest.raises(UNREACHABLE):
        asyncio.run(raced())
    assert publisher(publication, nats_server).publish() == 0
    assert [int(m.event["sequence"]) for m in messages(nats_server.url)] == list(range(1, 19))


def test_a_server_that_restarts_gets_the_rest(
    orders: ProtectionOrders, publication: Publication, nats_server: NatsServer
) -> None:
    """Publishing goes on by itself when the server is there again, after a crash as well."""
    stop = threading.Event()
    running = threading.Thread(target=publisher(publication, nats_server).run, args=(stop.is_set,))
    running.start()
    try:
        for end in (nats_server.stop, nats_server.kill):
            told(orders, 2)
            end()
            told(orders, 1)
            nats_server.start()
    finally:
        for _ in range(200):
            if Progress(publication.database).reached(OPEN.stream) == 54:
                break
            stop.wait(0.05)
        stop.set()
        running.join(20)

    assert not running.is_alive()
    found = messages(nats_server.url)
    assert [int(one.event["sequence"]) for one in found] == list(range(1, 55))


def test_what_a_server_lost_is_published_again(
    orders: ProtectionOrders, publication: Publication, nats_server: NatsServer, tmp_path: Path
) -> None:
    """A server that comes back without its files gets everything, under the same ids."""
    told(orders)
    publisher(publication, nats_server).publish()
    before = [one.event["id"] for one in messages(nats_server.url)]
    nats_server.kill()
    (tmp_path / "nats" / "store").rename(tmp_path / "lost")
    nats_server.start()

    assert publisher(publication, nats_server).publish() == 9
    assert [one.event["id"] for one in messages(nats_server.url)] == before


def test_a_stream_of_another_log_is_left_alone(
    orders: ProtectionOrders, publication: Publication, nats_server: NatsServer, tmp_path: Path
) -> None:
    """Two logs never share a stream by mistake; nothing is published to what is not ours."""
    told(orders)
    publisher(publication, nats_server).publish()
    with type(orders).open(tmp_path / "other.db") as other, Publication(other) as theirs:
        told(other, 2)
        with pytest.raises(PublicationStopped, match="ORDERFLOW_OPEN"):
            publisher(theirs, nats_server).publish()

    assert len(messages(nats_server.url)) == 9


def test_a_stream_that_was_emptied_goes_on(
    orders: ProtectionOrders, publication: Publication, nats_server: NatsServer
) -> None:
    """Old messages that were purged are not published again; what is new is."""
    order_id = told(orders)[0]
    publisher(publication, nats_server).publish()

    async def purge() -> None:
        connection = await nats.connect(nats_server.url)
        await connection.jetstream().purge_stream(OPEN.stream)
        await connection.close()

    asyncio.run(purge())
    orders.handle(notify(order_id, 70))
    assert publisher(publication, nats_server).publish() == 1
    (only,) = messages(nats_server.url)
    assert (only.place, int(only.event["sequence"])) == (10, 10)


def test_a_server_that_is_not_there_is_named_without_its_address(
    orders: ProtectionOrders, publication: Publication, nats_server: NatsServer
) -> None:
    """An address may hold a password; no error repeats it."""
    told(orders)
    nats_server.kill()
    with pytest.raises(ConnectionError, match="no server of NATS takes") as raised:
        publisher(publication, nats_server).publish()
    assert "127.0.0.1" not in str(raised.value)
    assert json.dumps(str(raised.value))
