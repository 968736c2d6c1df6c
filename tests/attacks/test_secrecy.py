"""What a respondent learns over HTTP of an application that they were not told of: nothing (N5).

Two services whose logs differ in nothing but that application answer every request of theirs, and
of whoever is close to them, with the same bytes.
"""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from orderflow.api import Settings
from orderflow.errors import StoreUnavailable
from orderflow.store import ProtectionOrders
from tests.serving import GRANT, PLENTY, REPORT, REQUEST, World, filed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import httpx2

NOW = datetime(2025, 3, 17, 12, tzinfo=UTC)

READERS: dict[str, dict[str, Any]] = {
    "respondent": {"role": "respondent", "persons": ["rob"]},
    "their lawyer": {"role": "legal_representative", "on_behalf_of": "rob"},
    "kin with an office": {
        "role": "police",
        "office": "police-1",
        "linked_to": ["rob"],
    },
    "kin in court": {"role": "court", "office": "court-9", "linked_to": ["rob"]},
    "the respondent as police": {"role": "police", "office": "police-1", "persons": ["rob"]},
    "kin": {"role": "relative", "persons": ["mother"], "linked_to": ["rob"]},
}


class Pair:
    """Two services, one of which holds the secret."""

    def __init__(self, plain: ProtectionOrders, holding: ProtectionOrders) -> None:
        """Live a told case in both, and a secret one in the second only."""
        self.plain, self.holding = World(plain), World(holding)
        # What is told and what is secret are asked for by the same council, at the same moment.
        for world in (self.plain, self.holding):
            self.told = self._lived(world, served=True, key="told")
        self.secret = self._lived(self.holding, served=False, key="secret")
        self.unserved = self._requested(self.holding, "asked")

    @staticmethod
    def _lived(world: World, *, served: bool, key: str) -> UUID:
        order_id = Pair._requested(world, key)
        assert world.act(order_id, "court", GRANT).status_code == 200
        if served:
            body = {
                "type": "ServeOrder",
                "occurred_at": "2025-03-04T09:00:00Z",
                "person": "rob",
                "version": 1,
                "method": "personal",
            }
            assert world.act(order_id, "server", body).status_code == 200
        return order_id

    @staticmethod
    def _requested(world: World, key: str) -> UUID:
        answer = world.post("/v1/orders", "council", REQUEST, key=key)
        return UUID(answer.json()["order_id"])

    def asked(
        self,
        method: str,
        path: str,
        reader: dict[str, Any],
        body: object = None,
        match: str = "*",
    ) -> tuple[tuple[object, ...], tuple[object, ...]]:
        """Return what each of the two answers."""
        key = str(uuid4())
        answers = []
        for world in (self.plain, self.holding):
            if method == "GET":
                answers.append(comparable(world.get(path, reader)))
            else:
                answers.append(comparable(world.post(path, reader, body, key=key, match=match)))
        return answers[0], answers[1]


def comparable(answer: httpx2.Response) -> tuple[object, ...]:
    """Return status, headers and body of an answer, but the id of the request, drawn at random."""
    headers = tuple((name, value) for name, value in answer.headers.items() if name != "request-id")
    return answer.status_code, headers, answer.content


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Pair]:
    """The two services, on each kind of log."""
    first, second = ":memory:", ":memory:"
    if request.param == "sqlite":
        first, second = str(tmp_path / "plain.db"), str(tmp_path / "holding.db")
    if request.param == "postgres":
        first = request.getfixturevalue("postgres_address")
        second = f"{first}_holding"
    with (
        ProtectionOrders.open(first, clock=lambda: NOW) as plain,
        ProtectionOrders.open(second, clock=lambda: NOW) as holding,
    ):
        yield Pair(plain, holding)


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS.keys())
def test_a_secret_application_changes_no_answer(pair: Pair, reader: dict[str, Any]) -> None:
    """Lists, searches, orders, histories, assessments, the gate, due: the same bytes."""
    question = {"person": "rob"}
    conduct = {"person": "rob", "term": "t1", "conduct_at": "2025-03-05T09:00:00Z"}
    requests: list[tuple[Any, ...]] = [
        ("GET", "/v1/orders"),
        ("GET", "/v1/orders?limit=1"),
        ("GET", "/v1/orders?state=granted"),
        ("GET", "/v1/due"),
        ("GET", "/v1/due?limit=1"),
        ("GET", "/v1/due?kind=expiry&at=2025-03-10T12:00:00Z"),
        ("GET", "/v1/audit/state"),
        ("GET", "/v1/ledger/checkpoint"),
        ("POST", "/v1/order-searches", question),
        ("POST", "/v1/order-searches", {"case_reference": "fam/2025/17"}),
        ("POST", "/v1/enforceability", question),
    ]
    for order_id in (pair.told, pair.secret, pair.unserved, uuid4()):
        requests += [
            ("GET", f"/v1/orders/{order_id}"),
            ("GET", f"/v1/orders/{order_id}/history"),
            ("GET", f"/v1/orders/{order_id}?known_at=2025-03-17T12:00:00Z"),
            ("GET", f"/v1/ledger/proofs/events/{order_id}/1"),
            ("POST", f"/v1/orders/{order_id}/assessments", conduct),
            ("POST", f"/v1/orders/{order_id}/commands", REPORT, '"3"'),
            (
                "POST",
                f"/v1/orders/{order_id}/commands",
                {"type": "LodgeAppeal", "occurred_at": "2025-03-06T09:00:00Z", "against": "order"},
                '"9"',
            ),
        ]
    for method, path, *more in requests:
        body, *match = more or [None]
        sent = {**reader}
        plain, holding = pair.asked(method, path, sent, body, *(match or ["*"]))
        assert plain == holding, (method, path)


def test_the_tag_of_what_somebody_was_told_moves_with_nothing_else(world: World) -> None:
    """A change that a respondent was not told of leaves their entity tag as it is."""
    order_id = filed(world, served=True)
    before = world.get(f"/v1/orders/{order_id}", "rob").headers["ETag"]
    assert world.act(order_id, "police", REPORT).status_code == 200
    after = world.get(f"/v1/orders/{order_id}", "rob").headers["ETag"]

    assert before == after
    assert world.get(f"/v1/orders/{order_id}", "court").headers["ETag"] == '"5"'


@pytest.mark.parametrize("path", ["", "/history"])
def test_whom_an_order_is_against_does_not_learn_when_it_was_recorded(
    world: World, path: str
) -> None:
    """They see no times of recording, and cannot find them by asking what was known when."""
    secret, told = filed(world), filed(world, served=True)
    moment = "2025-03-17T12:00:00Z"
    answers = [
        world.get(f"/v1/orders/{order_id}{path}?known_at={moment}", who)
        for order_id, who in ((told, "rob"), (secret, "rob"), (told, "court"))
    ]

    assert [one.status_code for one in answers] == [422, 404, 200]
    assert answers[0].json()["faults"][0]["where"] == "known_at"


def test_what_is_denied_and_what_is_absent_are_answered_at_the_same_moment() -> None:
    """Both wait for the same moment after the request began, however soon either is known."""
    with ProtectionOrders.open(clock=lambda: NOW) as orders:
        world = World(orders, settings=Settings(limits=PLENTY, absent_after=0.1))
        secret = filed(world)
        for order_id in (secret, uuid4()):
            began = time.monotonic()
            assert world.get(f"/v1/orders/{order_id}", "rob").status_code == 404
            assert time.monotonic() - began >= 0.1


@pytest.mark.parametrize("seconds", [0.0, 0.07])
def test_a_denial_that_took_longer_waits_for_the_next_such_moment(
    monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    """However long a look takes, its answer comes at one of few moments, so it tells little."""
    with ProtectionOrders.open(clock=lambda: NOW) as orders:
        world = World(orders, settings=Settings(limits=PLENTY, absent_after=0.05))
        world.get(f"/v1/orders/{uuid4()}", "rob")  # Whatever is done once only is done.
        history = orders.history

        def slow(order_id: UUID) -> object:
            time.sleep(seconds)
            return history(order_id)

        monkeypatch.setattr(orders, "history", slow)
        began = time.monotonic()
        assert world.get(f"/v1/orders/{uuid4()}", "rob").status_code == 404
        took = time.monotonic() - began

        assert took >= (0.1 if seconds else 0.05)


def test_who_is_close_waits_at_the_gate_as_long_as_at_a_closed_one() -> None:
    """Orders that are kept from them cost no time that they could see; others do not wait."""
    kin = {"role": "police", "office": "police-1", "linked_to": ["rob"]}
    with ProtectionOrders.open(clock=lambda: NOW) as orders:
        world = World(orders, settings=Settings(limits=PLENTY, absent_after=0.2))
        filed(world)
        took = []
        for who, person in ((kin, "rob"), (kin, "nobody"), ("police", "rob")):
            began = time.monotonic()
            world.post("/v1/enforceability", who, {"person": person})
            took.append(time.monotonic() - began)

        assert min(took[:2]) >= 0.2
        assert took[2] < 0.2


@pytest.mark.parametrize("wrong", [{"person": "nobody"}, {"term": "none"}, {}])
def test_a_question_without_an_answer_is_a_look_all_the_same(
    world: World, wrong: dict[str, str]
) -> None:
    """Who guesses at the people and terms of an order leaves a trace, whatever they are told."""
    order_id = filed(world)
    before = len(world.looks)
    question = {"person": "rob", "term": "t1", "conduct_at": "2025-03-05T09:00:00Z", **wrong}
    answer = world.post(f"/v1/orders/{order_id}/assessments", "police", question)

    assert answer.status_code == (422 if wrong else 200)
    (entry,) = map(json.loads, world.looks[before:])
    assert (entry["order_id"], entry["person"]) == (str(order_id), question["person"])


def test_a_refusal_that_cannot_be_logged_is_not_told(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the law, or the record, says to a question is shown to nobody unseen."""
    order_id = filed(world)

    def full(_entries: object) -> None:
        msg = "full"
        raise StoreUnavailable(msg)

    monkeypatch.setattr(world.service.accesses, "record", full)
    question = {"person": "nobody", "term": "t1", "conduct_at": "2025-03-05T09:00:00Z"}
    answer = world.post(f"/v1/orders/{order_id}/assessments", "police", question)

    assert (answer.status_code, answer.json()["code"]) == (503, "access_not_logged")


def test_every_look_is_on_record_with_its_true_reason(world: World) -> None:
    """The access log tells denied from absent, which the caller is never told."""
    secret, absent = filed(world), uuid4()
    for order_id in (secret, absent):
        world.get(f"/v1/orders/{order_id}", "rob")
    first, second = (json.loads(entry) for entry in world.looks[-2:])

    assert (first["code"], second["code"]) == ("not_told", "no_such_order")
    assert (first["order_id"], second["order_id"]) == (str(secret), str(absent))
    assert {first["allowed"], second["allowed"]} == {False}
    assert first["purpose"] == "test"
