"""Limits, health, the description, mounting, and the ledger over HTTP."""

from __future__ import annotations

import io
import json
import logging
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING
from unittest.mock import patch
from uuid import uuid4

import jsonschema
import pytest
from fastapi import APIRouter, FastAPI
from starlette.testclient import TestClient

from orderflow import api
from orderflow.api import Limits, Settings
from orderflow.api.description import description
from orderflow.api.index import following
from orderflow.api.index.following import OrderIndex
from orderflow.api.issuer import AUDIENCE, ISSUER, LocalIssuer, issuer_router
from orderflow.api.logging import LOGGER, OTHERS, log_to
from orderflow.api.operations import OPERATIONS
from orderflow.api.problems import STATUSES, Kind
from orderflow.api.rates import Rates
from orderflow.api.wording import WORDING
from orderflow.audit.ledger.keys import Kind as KeyKind
from orderflow.audit.ledger.keys import SigningKey
from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.proof_file import InclusionProof
from orderflow.audit.ledger.sqlite.log import SQLiteLog
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.errors import OutcomeUnknown, StoreUnavailable
from orderflow.store import ProtectionOrders
from tests.serving import REQUEST, World, filed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_every_problem_has_a_status_and_words() -> None:
    """No problem is without status, or without its sentence in both languages."""
    assert set(STATUSES) == set(Kind)
    assert set(WORDING) == {kind.value for kind in Kind}
    assert all(en.endswith(".") and nl.endswith(".") for en, nl in WORDING.values())


def test_the_examples_of_the_description_are_valid() -> None:
    """Whoever copies an example sends a body that its own schema accepts."""
    whole = description()
    checked = 0
    for methods in whole["paths"].values():
        for operation in methods.values():
            for content in operation.get("requestBody", {}).get("content", {}).values():
                schema = {**content["schema"], "components": whole["components"]}
                for example in content.get("examples", {}).values():
                    jsonschema.validate(example["value"], schema)
                    checked += 1
    assert checked >= 7


def test_every_reference_of_the_description_leads_somewhere() -> None:
    """The description can be read by a tool: each `$ref` names a schema that is there."""
    whole = description()
    written = json.dumps(whole)
    names = {part.split('"')[0] for part in written.split("#/components/schemas/")[1:]}

    assert names <= set(whole["components"]["schemas"])
    assert len(whole["paths"]) == len({operation.path for operation in OPERATIONS})


def test_the_description_is_there_for_anybody(world: World) -> None:
    """Without a token, from any web page."""
    answer = world.client.get("/v1/openapi.json")

    assert answer.json()["openapi"] == "3.1.0"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_a_bucket_fills_at_its_rate() -> None:
    """A burst passes, then one for each share of a second; the longest silent is forgotten."""
    now = [0.0]
    rates = Rates(2.0, 3, clock=lambda: now[0], remembered=2)
    assert [rates.take("a") for _ in range(4)] == [0, 0, 0, 0.5]
    now[0] += 0.5
    assert rates.take("a") == 0
    rates.take("b")
    rates.take("c")
    assert rates.take("a") == 0


def test_who_asks_too_often_is_told_when_to_come_back() -> None:
    """429 with `Retry-After`; another caller is not held up."""
    with ProtectionOrders.open() as orders:
        limits = Limits(requests_per_second=0.1, burst=2)
        world = World(orders, settings=Settings(limits=limits, absent_after=0.0))
        statuses = [world.get("/v1/regimes", "court").status_code for _ in range(3)]
        late = world.get("/v1/regimes", "court")
        other = world.client.get(
            "/v1/regimes", headers={"Authorization": f"Bearer {world.token('court', 'other')}"}
        )

        assert statuses == [200, 200, 429]
        assert int(late.headers["Retry-After"]) >= 10
        assert other.status_code == 200


def test_guessing_at_tokens_is_slowed_down() -> None:
    """An address that sends bad tokens is told to wait; a good token from there is good."""
    with ProtectionOrders.open() as orders:
        limits = Limits(strangers_per_second=0.1, burst=3)
        world = World(orders, settings=Settings(limits=limits))
        bad = {"Authorization": "Bearer a.b.c"}
        statuses = [world.client.get("/v1/regimes", headers=bad).status_code for _ in range(4)]

        assert statuses == [401, 401, 401, 429]
        assert world.get("/v1/regimes", "court").status_code == 200


def test_health_says_whether_the_log_is_reached(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ready while the log answers; not when it does not, and not when the service is stopping."""
    assert world.client.get("/health/live").status_code == 200
    assert world.client.get("/health/ready").json() == {"status": "ready"}
    world.service.draining = True
    assert world.client.get("/health/ready").status_code == 503
    world.service.draining = False

    def away() -> None:
        msg = "gone"
        raise StoreUnavailable(msg)

    monkeypatch.setattr(world.service.index, "catch_up", away)
    assert world.client.get("/health/ready").json() == {"status": "log not reached"}
    assert world.client.get("/v1/orders", headers={}).status_code == 401
    answer = world.get("/v1/orders", "court")
    assert (answer.status_code, answer.json()["code"]) == (503, "store_unavailable")


def _mounted(router: APIRouter) -> FastAPI:
    application, mounted = FastAPI(), FastAPI()
    mounted.include_router(router)
    application.mount("/justice", mounted)
    return application


def _included(router: APIRouter) -> FastAPI:
    application = FastAPI()
    application.include_router(router, prefix="/justice")
    return application


@pytest.mark.parametrize("put", [_mounted, _included])
def test_the_routes_mount_in_another_application(put: Callable[[APIRouter], FastAPI]) -> None:
    """Below a prefix, beside other routes, with problems and limits of their own."""
    issuer = LocalIssuer()
    tokens = api.Tokens(issuer.keys, issuer=ISSUER, audience=AUDIENCE)
    with ProtectionOrders.open() as orders:
        client = TestClient(put(api.router(orders, tokens=tokens)))
        token = issuer.token("a", {"role": "local_authority", "office": "c-1", "purpose": "x"})
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": "k"}
        answer = client.post("/justice/v1/orders", json=REQUEST, headers=headers)

        assert answer.status_code == 201
        assert answer.headers["Location"].startswith("/justice/v1/orders/")
        assert client.get(answer.headers["Location"], headers=headers).status_code == 200


def test_an_application_behind_a_proxy_says_where_it_stands_there() -> None:
    """Where a proxy takes a prefix off, `root_path` names it, and it leads back."""
    issuer = LocalIssuer()
    tokens = api.Tokens(issuer.keys, issuer=ISSUER, audience=AUDIENCE)
    with ProtectionOrders.open() as orders:
        application = FastAPI()
        application.include_router(api.router(orders, tokens=tokens))
        token = issuer.token("a", {"role": "local_authority", "office": "c-1", "purpose": "x"})
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": "k"}
        client = TestClient(application, root_path="/justice")
        answer = client.post("/v1/orders", json=REQUEST, headers=headers)

        assert answer.headers["Location"].startswith("/justice/v1/orders/")


@pytest.mark.parametrize("whose", ["ours", "another"])
def test_the_end_of_the_application_closes_what_the_service_opened(
    tmp_path: Path, whose: str
) -> None:
    """Access log and outbox are let go with it, in an application of ours and in any other."""
    with ProtectionOrders.open(tmp_path / "orders.db") as orders:
        world = World(orders, access_log=tmp_path / "access.db")
        application = api.app_of(world.service) if whose == "ours" else FastAPI()
        if whose == "another":
            application.include_router(api.router_of(world.service))
        with TestClient(application):
            filed(world)
            outbox = world.service.followers.publication()
            assert outbox.last() == 0
        with pytest.raises(StoreUnavailable, match="closed"):
            outbox.last()
        with pytest.raises(StoreUnavailable, match="closed"):
            world.service.accesses.record([b"x"])
        assert len(list(orders.order_ids())) == 1


def test_a_web_page_may_call_where_it_was_named() -> None:
    """A named origin passes the browser's check, another does not."""
    with ProtectionOrders.open() as orders:
        settings = Settings(origins=("https://desk.example",), hosts=("testserver",))
        world = World(orders, settings=settings)
        asked = {
            "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "Authorization",
        }
        for origin, status in (("https://desk.example", 200), ("https://evil.example", 400)):
            answer = world.client.options("/v1/orders", headers={"Origin": origin, **asked})
            assert answer.status_code == status
        assert world.get("/v1/regimes", "court").status_code == 200
        answer = world.get("/v1/regimes", "court", Host="evil.example")
        assert (answer.status_code, answer.json()["code"]) == (421, "host_not_served")


def test_what_the_server_says_names_nobody_either(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that reaches the server or the event loop is one line, without its words."""
    written = io.StringIO()
    loggers = [LOGGER, *map(logging.getLogger, OTHERS)]
    for logger in loggers:
        for name in ("handlers", "level", "propagate"):
            monkeypatch.setattr(logger, name, getattr(logger, name))
        monkeypatch.setattr(logger, "handlers", [])
    log_to(written)
    try:
        raise ValueError("Ana Jansen")  # noqa: EM101, TRY003, TRY301 - what must not be logged
    except ValueError:
        for name in OTHERS:
            logging.getLogger(name).exception("It failed\nfuture: KeyError('Ana Jansen')")

    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    assert [one["event"] for one in lines] == ["It failed"] * len(OTHERS)
    assert "Ana" not in written.getvalue()


def test_logs_name_nobody(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """A line holds route, status and time; no order, person, path or query."""
    log_to()
    try:
        order_id = filed(world)
        world.get(f"/v1/orders/{order_id}?at=2025-03-03T10:00:00Z", "court")
        world.post("/v1/enforceability", "guard", {"person": "rob"})
    finally:
        for logger in (LOGGER, *map(logging.getLogger, OTHERS)):
            logger.handlers.clear()
            logger.setLevel(logging.NOTSET)
            logger.propagate = True
    printed = capsys.readouterr().out

    lines = [json.loads(line) for line in printed.splitlines()]
    assert lines[-1]["operation"] == "ask_enforceability"
    for secret in (str(order_id), "rob", "2025-03-03", "court-1"):
        assert secret not in printed


def test_whoever_cannot_know_what_became_of_a_command_is_told_to_repeat_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not that nothing was recorded: with a new key it could come on record twice."""

    def lost(*_: object, **__: object) -> None:
        msg = "lost"
        raise OutcomeUnknown(msg, command_id="x")

    with monkeypatch.context() as broken:
        broken.setattr(world.orders, "handle", lost)
        answer = world.post("/v1/orders", "council", REQUEST, key="k")
    assert (answer.status_code, answer.json()["code"]) == (503, "outcome_unknown")
    assert "same Idempotency-Key" in answer.json()["title"]
    assert answer.headers["Retry-After"] == "1"
    assert world.post("/v1/orders", "council", REQUEST, key="k").status_code == 201


def test_a_defect_is_a_problem_that_says_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The caller sees no words of what went wrong inside, and the log no more than a place."""

    def broken(_: object) -> None:
        msg = "Ana Jansen"
        raise KeyError(msg)

    monkeypatch.setattr(world.orders, "history", broken)
    with caplog.at_level(logging.INFO, "orderflow.api"):
        answer = world.get(f"/v1/orders/{uuid4()}", "court")

    assert (answer.status_code, answer.json()["code"]) == (500, "defect")
    assert "Ana" not in answer.text + caplog.text
    assert caplog.records[-1].said["failure"] == "KeyError"  # type: ignore[attr-defined]


def test_figures_name_nobody(world: World) -> None:
    """What Prometheus reads counts operations and statuses."""
    filed(world)
    text = world.service.metrics.text().decode()

    assert 'orderflow_http_requests_total{operation="file_order",status="201"} 1.0' in text
    assert "rob" not in text


def test_the_ledger_is_read_over_http(tmp_path: Path) -> None:
    """Checkpoint, state and proofs are those of the ledger, for an auditor."""
    place, key = tmp_path / "orders.db", SigningKey.generate("log.example", KeyKind.NOTE)
    with ProtectionOrders.open(place) as orders:
        store = SQLiteLedger.begin(tmp_path / "orders.db.ledger", key.verifier)
        source = SQLiteLog(place)
        world = World(orders, ledger=api.LedgerOfLog(store, source))
        order_id = filed(world)
        empty = world.get("/v1/ledger/checkpoint", "auditor")
        before = world.get("/v1/audit/state", "auditor").json()
        note = Ledger(store, source).checkpoint(key).note
        proof = world.get(f"/v1/ledger/proofs/events/{order_id}/2", "auditor")

        assert (empty.status_code, before["covered"], before["events"]) == (404, None, 3)
        assert world.get("/v1/ledger/checkpoint", "auditor").content == note
        assert world.get("/v1/audit/state", "auditor").json()["covered"] == 3
        assert InclusionProof.parse(proof.content).index == 1
        for size, status in (("0", 200), ("3", 200), ("2", 404), ("x", 404)):
            answer = world.get(f"/v1/ledger/proofs/extensions/{size}", "auditor")
            assert answer.status_code == status, size
        for version in ("9", "0", "x"):
            path = f"/v1/ledger/proofs/events/{order_id}/{version}"
            assert world.get(path, "auditor").json()["code"] == "proof_not_found"
            assert json.loads(world.looks[-1])["order_id"] == str(order_id)
        store.close()
        source.close()


def test_what_is_due_is_listed_for_those_who_read_it(world: World) -> None:
    """A hearing that was listed and not held is due; whom the order is against hears nothing."""
    order_id = filed(world, granted=False)
    body = {
        "type": "ListHearing",
        "occurred_at": "2025-03-03T10:00:00Z",
        "hearing_at": "2025-03-10T10:00:00Z",
    }
    assert world.act(order_id, "court", body).status_code == 200
    seal = filed(world)
    assert (
        world.act(
            seal,
            "officer",
            {"type": "SealOrder", "occurred_at": "2025-03-04T10:00:00Z", "version": 1},
        ).status_code
        == 200
    )
    due = world.get("/v1/due", "court").json()["due"]
    page = world.get("/v1/due?limit=1", "court").json()

    assert {one["order_id"] for one in due} >= {str(seal)}
    assert all(one["status"] in {"running", "exceeded"} for one in due)
    assert page["due"]
    assert world.get("/v1/due", "rob").status_code == 403


def test_a_token_for_development_is_what_was_asked_for() -> None:
    """Anybody gets a token that is well formed, and no other."""
    application, issuer = FastAPI(), LocalIssuer()
    application.include_router(issuer_router(issuer, Settings(development=True)))
    client = TestClient(application)
    good = client.post("/dev/token", json={"sub": "a", "role": "bailiff", "purpose": "x"})
    bad = client.post("/dev/token", json={"sub": "a", "role": "emperor", "purpose": "x"})
    none = client.post("/dev/token", json={"sub": "", "role": "bailiff", "purpose": "x"})

    assert good.headers["Orderflow-Development"]
    assert good.json()["expires_in"] == 3600
    assert (bad.status_code, none.status_code) == (422, 422)


def test_two_names_of_one_human_being_are_asked_about_as_one(world: World) -> None:
    """A link on record in one order counts at the gate for every order."""
    first, second = filed(world), filed(world)
    link = {
        "type": "LinkPersons",
        "occurred_at": "2025-03-05T10:00:00Z",
        "person": "rob",
        "same_as": "robert",
    }
    answer = world.act(first, "court", link)
    assert answer.status_code == 200, answer.text
    found = world.post("/v1/enforceability", "guard", {"person": "robert"}).json()["orders"]

    assert {one["order_id"] for one in found} == {str(first), str(second)}


def test_an_order_that_cannot_be_read_stops_nobody_else(world: World) -> None:
    """The others are answered for, and the answer says that something is missing."""
    bad, good = filed(world), filed(world)
    recorder = world.orders.recorder
    stored = recorder.select_notifications(start=1, limit=20)
    broken = [replace(one, state=b"{}") if one.originator_id == bad else one for one in stored]
    world.service.index = OrderIndex(world.orders)
    with patch.object(recorder, "select_notifications", lambda **_: broken):
        world.service.index.catch_up()
    answer = world.post("/v1/enforceability", "guard", {"person": "rob"}).json()

    assert [one["order_id"] for one in answer["orders"]] == [str(good)]
    assert answer["complete"] is False
    assert world.service.index.get(bad) is None


def test_a_log_that_was_put_back_is_answered_from_no_more(tmp_path: Path) -> None:
    """Positions are used a second time there: what was read of it may never have happened."""
    path, backup = tmp_path / "orders.db", tmp_path / "backup.db"
    with ProtectionOrders.open(path) as orders:
        world = World(orders)
        filed(world)
        with closing(sqlite3.connect(path)) as log, closing(sqlite3.connect(backup)) as copy:
            log.backup(copy)
        filed(world)
        assert world.client.get("/health/ready").status_code == 200
        with closing(sqlite3.connect(path)) as log, closing(sqlite3.connect(backup)) as copy:
            copy.backup(log)
        filed_again = world.post("/v1/orders", "council", REQUEST)
        answer = world.post("/v1/enforceability", "guard", {"person": "rob"})

        assert filed_again.status_code == 201
        assert (answer.status_code, answer.json()["code"]) == (500, "record_not_readable")
        assert world.client.get("/health/ready").status_code == 503


def test_an_event_of_no_order_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands before and behind it is answered for, and the answer says it is not all."""
    monkeypatch.setattr(following, "_PAGE", 1)
    path = tmp_path / "orders.db"
    with ProtectionOrders.open(path) as orders:
        world = World(orders)
        filed(world)
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(
                "INSERT INTO stored_events (originator_id, originator_version, topic, state)"
                " VALUES ('nobody', 1, 'orderflow/OrderRequested/1', x'7b7d')"
            )
        filed(world)
        answer = world.post("/v1/enforceability", "guard", {"person": "rob"}).json()

        assert (len(answer["orders"]), answer["complete"]) == (2, False)
        assert world.client.get("/health/ready").status_code == 200
        figures = world.service.metrics.text().decode()
        assert f"orderflow_index_position {world.service.index.position}.0\n" in figures
        assert "orderflow_index_unreadable_orders 1.0\n" in figures


@pytest.mark.parametrize(
    "moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2025-03-03T10:00:00"]
)
def test_a_moment_that_no_order_knows_is_not_valid(world: World, moment: str) -> None:
    """Outside the years 1900 to 2999, or without a time zone, is the caller's mistake."""
    order_id = filed(world)
    asked = {"person": "rob", "at": moment}

    for answer in (
        world.get(f"/v1/orders/{order_id}?at={moment.replace('+', '%2B')}", "court"),
        world.get(f"/v1/due?at={moment.replace('+', '%2B')}", "court"),
        world.post("/v1/enforceability", "guard", asked),
    ):
        assert (answer.status_code, answer.json()["code"]) == (422, "not_valid")
