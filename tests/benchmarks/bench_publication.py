"""Following a log: how fast views are built, and how soon others hear of what was recorded.

A real log in a file, a real server of NATS, and a publisher and a subscriber in threads of their
own, as they would be elsewhere.
"""

from __future__ import annotations

import asyncio
import json
import threading
import time
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import nats

from orderflow.publication import Channel, Publication
from orderflow.publication.nats import Target
from orderflow.publication.publisher import Publisher
from orderflow.store import ProtectionOrders
from orderflow.views import Views
from tests.benchmarks.figures import Figure, seconds
from tests.contracts.cases import grant, notify, request, serve, whole_case
from tests.servers.nats import NatsServer, free_ports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nats.aio.msg import Msg

ORDERS = 400
HEARD = 300


def figures() -> Iterator[Figure]:
    """Measure views and publication."""
    with TemporaryDirectory() as folder:
        yield from _views(Path(folder))
        yield from _publication(Path(folder))


def _views(folder: Path) -> Iterator[Figure]:
    with ProtectionOrders.open(folder / "views.db") as orders, Views(orders) as views:
        for _ in range(ORDERS):
            for command in whole_case(uuid4()):
                orders.handle(command)
        events = orders.recorder.max_notification_id() or 0
        bare = seconds(lambda: _bare(orders))
        for view in views.views:
            taken = seconds(lambda name=view.name: views.rebuild(name))  # type: ignore[misc]
            note = f"{events / taken:,.0f} events a second; {events:,} events"
            yield Figure(f"rate of building {view.name} by bare reading", bare / taken, note=note)


def _bare(orders: ProtectionOrders) -> None:
    for order_id in orders.order_ids():
        orders.history(order_id)


def _publication(folder: Path) -> Iterator[Figure]:
    (port,) = free_ports(1)
    server = NatsServer(folder / "nats", port)
    server.start()
    stop = threading.Event()
    heard: dict[str, float] = {}
    try:
        with (
            ProtectionOrders.open(folder / "published.db") as orders,
            Publication(orders) as publication,
        ):
            target = Target(Channel.OPEN)
            publisher = Publisher(publication, [server.url], [target])
            ids = [uuid4() for _ in range(30)]
            for order_id in ids:
                for command in (request(order_id), grant(order_id)):
                    orders.handle(command)
                for person in ("rob", "uncle"):
                    orders.handle(serve(order_id, 24, person))
            publisher.publish()
            running = [
                threading.Thread(target=publisher.run, args=(stop.is_set,)),
                threading.Thread(target=_follow, args=(server.url, target, heard, stop)),
            ]
            for one in running:
                one.start()
            time.sleep(1)
            acknowledged = _recorded(orders, ids)
            _wait(heard, acknowledged)
            stop.set()
            for one in running:
                one.join()
    finally:
        server.kill()
    lags = sorted((heard[one] - at) * 1000 for one, at in acknowledged.items())
    cuts = quantiles(lags, n=100)
    note = f"from acknowledged to received by a subscriber; {len(lags)} events"
    yield Figure("publication lag, p50", cuts[49], "ms", note=note)
    yield Figure("publication lag, p99", cuts[98], "ms", note=note)


def _recorded(orders: ProtectionOrders, ids: list[UUID]) -> dict[str, float]:
    acknowledged = {}
    for number in range(HEARD):
        order_id = ids[number % len(ids)]
        orders.handle(notify(order_id, 30 + number / 60))
        at = time.monotonic()
        event_id = orders.history(order_id)[-1].event_id
        acknowledged[str(event_id)] = at
        time.sleep(0.01)
    return acknowledged


def _wait(heard: dict[str, float], wanted: dict[str, float]) -> None:
    give_up_at = time.monotonic() + 30
    while not wanted.keys() <= heard.keys():
        assert time.monotonic() < give_up_at, "not all that was recorded was heard of"
        time.sleep(0.01)


def _follow(url: str, target: Target, heard: dict[str, float], stop: threading.Event) -> None:
    async def follow() -> None:
        connection = await nats.connect(url)

        async def take(message: Msg) -> None:
            heard[json.loads(message.data)["id"]] = time.monotonic()

        await connection.jetstream().subscribe(target.subjects, cb=take)
        await asyncio.to_thread(stop.wait)
        await connection.close()

    asyncio.run(follow())
