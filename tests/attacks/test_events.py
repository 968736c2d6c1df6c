"""Following what is published over HTTP: real sockets, on each kind of log."""

from __future__ import annotations

import http.client
import json
import socket
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from orderflow.api import Limits, Settings, Tokens
from orderflow.api.issuer import AUDIENCE, ISSUER
from orderflow.api.logging import LOGGER
from orderflow.api.serving import listening
from orderflow.publication import Channel
from orderflow.store import ProtectionOrders
from tests.serving import REQUEST, SERVE, World, filed, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2025, 3, 17, 12, tzinfo=UTC)
LIMITS = Limits(
    requests_per_second=1e6,
    burst=1_000_000,
    followers_each=2,
    heartbeat_seconds=0.2,
    send_seconds=0.5,
)
SETTINGS = Settings(limits=LIMITS, absent_after=0.0)
KIN = {"role": "police", "office": "police-1", "linked_to": ["rob"]}
TOLD = {**REQUEST, "without_notice": False}
STRANGERS = {
    **TOLD,
    "protected_persons": [{"id": "bea", "age": "16_17"}],
    "respondents": [{"id": "ric", "age": "adult"}],
}
JUDGE = {"role": "court", "office": "court-1", "user": "judge-7"}


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a log is, of each kind."""
    if request.param == "postgres":
        address: str = request.getfixturevalue("postgres_address")
        return address
    return ":memory:" if request.param == "memory" else str(tmp_path / "orders.db")


@pytest.fixture
def served(place: str) -> Iterator[tuple[World, int]]:
    """A service of an empty log on a socket."""
    with opened(place) as orders:
        world = World(orders, settings=SETTINGS)
        with running(world) as port:
            yield world, port


def opened(place: str) -> ProtectionOrders:
    """Open a log at a moment that stands still."""
    return ProtectionOrders.open(place, clock=lambda: NOW)


class Stream:
    """One follower."""

    def __init__(
        self,
        world: World,
        port: int,
        who: str | dict[str, Any] = "police",
        path: str = "/v1/events",
        last: str | None = None,
    ) -> None:
        """Begin to follow."""
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        headers = {"Authorization": f"Bearer {world.token(who)}"}
        if last is not None:
            headers["Last-Event-ID"] = last
        self.connection.request("GET", path, headers=headers)
        self.answer = self.connection.getresponse()
        self.raw: list[bytes] = []

    def take(self, count: int) -> list[tuple[str, dict[str, Any]]]:
        """Return the next events, each with its id."""
        assert self.answer.status == 200, self.answer.read()
        found: list[tuple[str, dict[str, Any]]] = []
        mark = ""
        while len(found) < count:
            line = self.line()
            assert line, "the stream ended"
            if line.startswith(b"id: "):
                mark = line[4:].strip().decode()
            elif line.startswith(b"data: "):
                found.append((mark, json.loads(line[6:])))
        return found

    def line(self) -> bytes:
        """Return the next line."""
        line = self.answer.readline()
        self.raw.append(line)
        return line

    def close(self) -> None:
        """Hang up."""
        self.answer.close()
        self.connection.close()


def code_of(stream: Stream) -> tuple[int, str]:
    """Return status and code of a refusal."""
    with closing(stream):
        return stream.answer.status, json.loads(stream.answer.read())["code"]


def left(world: World, most: int = 0) -> int:
    """Return how many follow, once so few do, or after five seconds."""
    deadline = time.monotonic() + 5
    while world.service.followers.count > most and time.monotonic() < deadline:
        time.sleep(0.02)
    return world.service.followers.count


def test_what_happens_is_heard_while_it_happens(served: tuple[World, int]) -> None:
    """A follower hears each event as the CloudEvent that is published, byte for byte."""
    world, port = served
    with closing(Stream(world, port)) as stream:
        assert stream.answer.headers["Content-Type"] == "text/event-stream; charset=utf-8"
        assert world.post("/v1/orders", "council", TOLD).status_code == 201
        ((mark, event),) = stream.take(1)
        page = world.service.followers.publication().page(Channel.OPEN)

    assert event["type"] == "nl.protection-order.OrderRequested.v1"
    assert mark == f"open:1:{event['id']}"
    assert [f"data: {one.document}\n".encode() for one in page] == [
        line for line in stream.raw if line.startswith(b"data: ")
    ]


def test_a_follower_goes_on_exactly_after_the_last_id(served: tuple[World, int]) -> None:
    """Whoever comes back with the id of an event hears the one behind it first, once."""
    world, port = served
    filed(world, served=True)
    with closing(Stream(world, port)) as stream:
        events = stream.take(3)
    for count, (mark, _) in enumerate(events[:2], start=1):
        # Whoever hung up is counted out a moment later.
        assert left(world) == 0
        with closing(Stream(world, port, last=mark)) as again:
            assert again.take(3 - count) == events[count:]
        with closing(Stream(world, port, path=f"/v1/events?after={mark}")) as again:
            assert again.take(3 - count) == events[count:]


def test_a_follower_goes_on_across_a_restart(tmp_path: Path) -> None:
    """Another process on the same log knows the ids that the first gave, and misses nothing."""
    place = str(tmp_path / "orders.db")
    with opened(place) as orders:
        world = World(orders, settings=SETTINGS)
        with running(world) as port:
            order_id = filed(world)
            world.post("/v1/orders", "council", TOLD)
            with closing(Stream(world, port)) as stream:
                ((last, _),) = stream.take(1)
    with opened(place) as orders:
        world = World(orders, settings=SETTINGS)
        with running(world) as port, closing(Stream(world, port, last=last)) as stream:
            assert world.act(order_id, "server", SERVE).status_code == 200
            events = stream.take(3)

    assert [event["streamversion"] for _, event in events] == ["1", "2", "3"]
    assert {event["subject"] for _, event in events} == {order_id.hex}
    assert [mark.split(":")[1] for mark, _ in events] == ["2", "3", "4"]


def test_nothing_secret_is_heard_before_the_respondent_was_told(
    served: tuple[World, int],
) -> None:
    """An application without notice is silent until it binds; `early` hears it once made."""
    world, port = served
    order_id = filed(world)
    with closing(Stream(world, port)) as stream:
        seen = world.post("/v1/orders", "council", TOLD).json()["order_id"]
        ((_, first),) = stream.take(1)
        assert first["data"]["order_id"] == seen
        with closing(Stream(world, port, path="/v1/events?channel=early")) as early:
            assert early.take(1)[0][1]["subject"] == order_id.hex
        assert world.act(order_id, "server", SERVE).status_code == 200
        assert [event["subject"] for _, event in stream.take(3)] == [order_id.hex] * 3


def test_two_services_that_differ_in_a_secret_say_the_same_bytes() -> None:
    """Nobody can tell from what is open that there is an application without notice."""
    said: list[list[bytes]] = []
    for secret in (False, True):
        with opened(":memory:") as orders:
            world = World(orders, settings=SETTINGS)
            if secret:
                filed(world)
            # Under one key of one caller, the order has the same id in both; an event's is random.
            world.post("/v1/orders", "council", STRANGERS, key="told")
            # So that on a slow machine no sign of life comes before the event.
            world.service.followers.publication().catch_up()
            with running(world) as port, closing(Stream(world, port, KIN)) as stream:
                ((_, event),) = stream.take(1)
                assert [stream.line(), stream.line()] == [b"\n", b": still here\n"]
                drawn = event["id"].encode()
                said.append([line.replace(drawn, b"ID") for line in stream.raw])

    assert said[0] == said[1]


def restrict(world: World, order_id: object, **whom: object) -> None:
    """Keep somebody from an order."""
    body = {"type": "RestrictAccess", "occurred_at": "2025-03-04T09:00:00Z", **whom}
    answer = world.act(str(order_id), "court", body)
    assert answer.status_code == 200, answer.text


def others(world: World) -> str:
    """File an order of strangers that is no secret, and return its id."""
    filed_id: str = world.post("/v1/orders", "council", STRANGERS).json()["order_id"]
    return filed_id


@pytest.mark.edge("EC27")
def test_whoever_is_close_to_a_case_hears_nothing_of_it(served: tuple[World, int]) -> None:
    """In an office they hear of the orders of others; whose case it is hears of it all the same."""
    world, port = served
    own = world.post("/v1/orders", "council", TOLD).json()["order_id"]
    other = others(world)
    ana = {"role": "police", "office": "police-1", "persons": ["ana"]}
    with closing(Stream(world, port, KIN)) as stream:
        assert [one["data"]["order_id"] for _, one in stream.take(1)] == [other]
    with closing(Stream(world, port, ana)) as stream:
        assert [one["data"]["order_id"] for _, one in stream.take(2)] == [own, other]


@pytest.mark.edge("EC27")
def test_an_exclusion_ends_what_somebody_hears_at_once(served: tuple[World, int]) -> None:
    """In a stream that runs, and of what was before when they begin anew; until it is lifted."""
    world, port = served
    own = world.post("/v1/orders", "council", TOLD).json()["order_id"]
    with closing(Stream(world, port, JUDGE)) as stream:
        ((mark, event),) = stream.take(1)
        assert event["data"]["order_id"] == own
        restrict(world, own, kind="excluded", users=["judge-7"])
        other = others(world)
        ((_, heard),) = stream.take(1)
        assert heard["data"]["order_id"] == other
    with closing(Stream(world, port, JUDGE)) as again:
        assert [one["data"]["order_id"] for _, one in again.take(1)] == [other]
    with closing(Stream(world, port, "police")) as everybody:
        assert len({one["data"]["order_id"] for _, one in everybody.take(3)}) == 2
    assert left(world) == 0
    lifted = {"type": "LiftRestriction", "occurred_at": "2025-03-05T09:00:00Z", "restriction": 1}
    assert world.act(own, "court", lifted).status_code == 200
    with closing(Stream(world, port, JUDGE, last=mark)) as again:
        heard_now = [one["data"]["order_id"] for _, one in again.take(3)]
        assert heard_now == [own, other, own]


@pytest.mark.edge("EC27")
def test_an_order_that_was_closed_is_not_heard_of_by_beginning_anew(
    served: tuple[World, int],
) -> None:
    """What was open once lies in the channel; it is shown to those alone who may read it now."""
    world, port = served
    own = world.post("/v1/orders", "council", TOLD).json()["order_id"]
    with closing(Stream(world, port)) as stream:
        assert stream.take(1)[0][1]["data"]["order_id"] == own
    assert left(world) == 0
    restrict(world, own, kind="restricted", users=["judge-7"])
    other = others(world)
    with closing(Stream(world, port)) as stream:
        assert [one["data"]["order_id"] for _, one in stream.take(1)] == [other]
    with closing(Stream(world, port, JUDGE)) as stream:
        assert [one["data"]["order_id"] for _, one in stream.take(2)] == [own, other]


@pytest.mark.parametrize("who", ["rob", "ana", "guard"])
def test_people_of_a_case_follow_nothing(world: World, who: str) -> None:
    """A stream of all orders is for nobody whom an order is about."""
    answer = world.get("/v1/events", who)
    assert (answer.status_code, answer.json()["code"]) == (403, "role_not_permitted")


@pytest.mark.parametrize(
    "who",
    [KIN, {**KIN, "linked_to": [], "persons": ["rob"]}, "council", "auditor", "server"],
    ids=["kin in office", "a person in office", "care", "auditor", "server"],
)
def test_early_is_for_nobody_from_whom_a_secret_is_kept(
    world: World, who: str | dict[str, Any]
) -> None:
    """Whoever is close to somebody of a case, or does not act at once, is refused `early`."""
    answer = world.get("/v1/events?channel=early", who)
    assert (answer.status_code, answer.json()["code"]) == (403, "role_not_permitted")


def test_an_id_that_was_never_given_is_refused(served: tuple[World, int]) -> None:
    """An id of another channel, event, or of no form at all never begins somewhere else."""
    world, port = served
    filed(world, served=True)
    with closing(Stream(world, port)) as stream:
        (mark, _), (other, _) = stream.take(2)
    event_id = other.split(":")[2]
    for wrong in (mark.replace("open", "early"), f"open:1:{event_id}", f"open:99:{event_id}", "7"):
        assert code_of(Stream(world, port, last=wrong)) == (400, "cursor_not_valid"), wrong


def test_a_caller_follows_a_bounded_number_of_times(served: tuple[World, int]) -> None:
    """One follower too many is told to wait, and may follow once another hung up."""
    world, port = served
    first, second = Stream(world, port), Stream(world, port)
    assert code_of(Stream(world, port)) == (429, "too_many_requests")
    first.close()
    assert left(world, most=1) == 1
    with closing(Stream(world, port)) as third:
        assert third.answer.status == 200
    second.close()


def test_an_event_that_cannot_be_read_is_named_to_whoever_runs_the_service(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its position is logged as an error; followers hear of everything else."""
    monkeypatch.setattr(LOGGER, "propagate", True)
    with opened(str(tmp_path / "orders.db")) as orders:
        world = World(orders, settings=SETTINGS)
        bad, good = filed(world, served=True), filed(world, served=True)
        with closing(sqlite3.connect(tmp_path / "orders.db")) as connection, connection:
            connection.execute("DROP TRIGGER events_are_never_edited")
            connection.execute(
                "UPDATE stored_events SET state = x'7b7d'"
                " WHERE originator_id = ? AND originator_version = 1",
                (bad.hex,),
            )
        with running(world) as port, closing(Stream(world, port)) as stream:
            heard = stream.take(4)

    assert {one["data"]["order_id"] for _, one in heard} == {str(good)}
    (parked,) = (one for one in caplog.records if one.getMessage() == "event_parked")
    assert (parked.levelname, parked.said["position"]) == ("ERROR", 1)  # type: ignore[attr-defined]


def test_silence_is_broken_and_a_stop_ends_the_stream() -> None:
    """An idle follower hears that we are there, and a service that stops ends with them."""
    with opened(":memory:") as orders:
        world = World(orders, settings=SETTINGS)
        with running(world) as port:
            stream = Stream(world, port)
            while stream.line() != b": still here\n":
                pass
            began = time.monotonic()
        assert time.monotonic() - began < 3
        with closing(stream):
            rest = stream.answer.read()  # Raises if the body is cut off within a chunk.

    assert rest.strip(b"\n") in {b"", b": still here"}
    assert world.service.followers.count == 0


def test_a_follower_is_logged_like_every_other_reader(served: tuple[World, int]) -> None:
    """Who follows stands in the access log before the first event is sent."""
    world, port = served
    with closing(Stream(world, port)):
        entry = json.loads(world.looks[-1])

    assert (entry["operation"], entry["role"], entry["purpose"]) == (
        "follow_events",
        "police",
        "test",
    )


def test_a_follower_is_let_go_when_their_token_is_over() -> None:
    """A stream never outlives the token that it was asked for with."""
    moment = time.time()
    with opened(":memory:") as orders:
        world = World(orders, settings=SETTINGS)
        world.service.tokens = Tokens(
            world.issuer.keys, issuer=ISSUER, audience=AUDIENCE, now=lambda: moment
        )
        with running(world) as port, closing(Stream(world, port)) as stream:
            assert stream.line().startswith(b"retry: ")
            moment += 48 * 3600
            while stream.line():
                pass
            assert left(world) == 0


def test_who_does_not_read_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """A follower who takes nothing is not buffered for: the connection is cut, others go on."""

    def small(host: str, port: int) -> socket.socket:
        # What is accepted has it too, so that the kernel buffers little.
        found = listening(host, port)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        return found

    monkeypatch.setattr("tests.serving.listening", small)
    with opened(":memory:") as orders:
        world = World(orders, settings=SETTINGS)
        for _ in range(450):
            assert world.post("/v1/orders", "council", TOLD).status_code == 201
        world.service.followers.publication().catch_up()
        with running(world) as port, closing(socket.socket()) as slow:
            slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            slow.connect(("127.0.0.1", port))
            token = world.token("police").encode()
            slow.sendall(
                b"GET /v1/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                + token
                + b"\r\n\r\n"
            )
            deadline = time.monotonic() + 8
            seen = 0
            while time.monotonic() < deadline:
                seen = max(seen, world.service.followers.count)
                if seen and not world.service.followers.count:
                    break
                time.sleep(0.02)

            assert (seen, world.service.followers.count) == (1, 0)
