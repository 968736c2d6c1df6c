"""A cluster of three servers of which the leader is killed, and killed again, loses nothing."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import uuid4

import nats
import pytest

from orderflow.publication import Channel, Publication
from orderflow.publication.nats import UNREACHABLE, Target
from orderflow.publication.progress import Progress
from orderflow.publication.publisher import Publisher
from orderflow.store import ProtectionOrders
from tests.contracts.cases import notify, serve, whole_case
from tests.publication.streams import messages
from tests.servers.nats import NatsServer, cluster

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TARGET = Target(Channel.OPEN, replicas=3)


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[list[NatsServer]]:
    """Three servers that form a cluster."""
    started = cluster(tmp_path / "cluster")
    for one in started:
        one.start()
    yield started
    for one in started:
        one.kill()


def leader(urls: list[str]) -> int:
    """Return which server leads the stream."""

    async def ask() -> int:
        connection = await nats.connect(urls)
        try:
            info = await connection.jetstream().stream_info(TARGET.stream)
            assert info.cluster is not None
            return int((info.cluster.leader or "n0")[1:])
        finally:
            await connection.close()

    give_up_at = time.monotonic() + 60
    while True:
        try:
            return asyncio.run(ask())
        except UNREACHABLE:
            assert time.monotonic() < give_up_at, "no server leads the stream"
            time.sleep(0.1)


def filled(publication: Publication, number: int) -> bool:
    """Wait until so many events are acknowledged by the cluster."""
    give_up_at = time.monotonic() + 90
    while time.monotonic() < give_up_at:
        if Progress(publication.database).reached(TARGET.stream) >= number:
            return True
        time.sleep(0.02)
    return False


class Subscriber(threading.Thread):
    """Somebody elsewhere who follows the stream with a durable consumer."""

    def __init__(self, urls: list[str]) -> None:
        """Take the servers."""
        super().__init__()
        self.urls, self.stopped = urls, False
        self.heard: list[int] = []

    def run(self) -> None:
        """Follow until stopped."""
        while not self.stopped:
            with suppress(*UNREACHABLE):
                asyncio.run(self._follow())

    async def _follow(self) -> None:
        connection = await nats.connect(
            self.urls, allow_reconnect=False, max_reconnect_attempts=1, error_cb=_silent
        )
        try:
            js = connection.jetstream()
            mine = await js.pull_subscribe(TARGET.subjects, "police", stream=TARGET.stream)
            while not self.stopped:
                with suppress(asyncio.TimeoutError):
                    for message in await mine.fetch(50, timeout=0.5):
                        self.heard.append(int(json.loads(message.data)["sequence"]))
                        await message.ack()
        finally:
            with suppress(*UNREACHABLE):
                await connection.close()


async def _silent(_error: Exception) -> None:
    """Say nothing."""


@pytest.mark.kill
def test_servers_of_a_cluster_are_killed_and_nothing_is_lost(
    tmp_path: Path, servers: list[NatsServer]
) -> None:
    """Every event stands in the stream once and in order, and the subscriber hears every one."""
    urls = [one.url for one in servers]
    with (
        ProtectionOrders.open(tmp_path / "orders.db") as orders,
        Publication(orders) as publication,
    ):
        order_id = uuid4()
        for command in whole_case(order_id):
            orders.handle(command)
        orders.handle(serve(order_id, 60, "uncle"))
        stop = threading.Event()
        running = threading.Thread(
            target=Publisher(publication, urls, [TARGET]).run, args=(stop.is_set,)
        )
        subscriber = Subscriber(urls)
        running.start()
        try:
            assert filled(publication, 9)
            subscriber.start()
            total = 9
            for _ in range(2):
                victim = leader(urls)
                for hour in range(10):
                    orders.handle(notify(order_id, 61 + total + hour))
                    if hour == 3:
                        servers[victim].kill()
                total += 10
                assert filled(publication, total), "what was recorded is not published"
                servers[victim].start()
            deadline = time.monotonic() + 90
            while len(set(subscriber.heard)) < total and time.monotonic() < deadline:
                time.sleep(0.05)
        finally:
            stop.set()
            subscriber.stopped = True
            running.join(20)
            if subscriber.ident is not None:
                subscriber.join(20)

        leader(urls)
        found = [int(one.event["sequence"]) for one in messages(urls)]
        assert found == list(range(1, total + 1))
        assert sorted(set(subscriber.heard)) == found
