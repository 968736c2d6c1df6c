"""The service keeps its promises on every store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.serving import GRANT, REFER, REPORT, REQUEST, SERVE, World, filed

if TYPE_CHECKING:
    from orderflow.store import ProtectionOrders


@pytest.fixture
def world(orders: ProtectionOrders) -> World:
    """A service of the log."""
    return World(orders)


def test_an_order_lives_over_http_alone(world: World) -> None:
    """Filed, made, served, breached and referred, each by whoever is competent."""
    order_id = filed(world, served=True)

    assert world.act(order_id, "police", REPORT).json()["state"] == "breached"
    assert world.act(order_id, "police", REFER).json()["state"] == "referred"

    shown = world.get(f"/v1/orders/{order_id}", "court").json()
    assert (shown["state"], shown["order"]["version"]) == ("referred", 6)


def test_a_repeated_request_is_recorded_once(world: World) -> None:
    """The same key with the same content gives the first result, and records nothing."""
    first = world.post("/v1/orders", "council", REQUEST, key="k1")
    again = world.post("/v1/orders", "council", REQUEST, key="k1")

    assert again.json() == {**first.json(), "repeated": True}
    assert len(list(world.orders.order_ids())) == 1


def test_a_respondent_who_repeats_a_request_gets_its_first_result(world: World) -> None:
    """Although what they were told by now would refuse it, were it a new one."""
    order_id = filed(world, served=True)
    body = {
        "type": "SurrenderDocument",
        "occurred_at": "2025-03-06T09:00:00Z",
        "person": "rob",
        "document": "passport",
    }
    first = world.act(order_id, "rob", body, key="k1")
    again = world.act(order_id, "rob", body, key="k1")
    anew = world.act(order_id, "rob", body, key="k2")

    assert (first.status_code, again.status_code) == (200, 200), again.text
    assert again.json() == {**first.json(), "repeated": True}
    assert (anew.status_code, anew.json()["code"]) == (409, "already_on_record")


def test_a_key_is_not_used_for_two_requests(world: World) -> None:
    """The same key with other content is refused, and records nothing."""
    world.post("/v1/orders", "council", REQUEST, key="k1")
    other = world.post("/v1/orders", "council", {**REQUEST, "case_reference": "x/1"}, key="k1")

    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    assert len(list(world.orders.order_ids())) == 1


def test_the_same_key_of_another_caller_is_another_key(world: World) -> None:
    """Nobody learns from a key whether somebody else has used it."""
    world.post("/v1/orders", "council", REQUEST, key="k1")
    other = {"Authorization": f"Bearer {world.token('council', 'another')}"}
    answer = world.client.post(
        "/v1/orders", json=REQUEST, headers={**other, "Idempotency-Key": "k1"}
    )

    assert (answer.status_code, answer.json()["repeated"]) == (201, False)


def test_who_decided_on_an_older_version_is_told(world: World) -> None:
    """Of two clerks who saw the same version, one records and the other is told to look again."""
    order_id = filed(world)
    tag = world.get(f"/v1/orders/{order_id}", "court").headers["ETag"]

    first = world.act(order_id, "server", SERVE)
    late = world.act(
        order_id, "court", {**GRANT, "type": "VaryOrder", "asked_by": "authority"}, match=tag
    )

    assert first.status_code == 200
    assert (late.status_code, late.json()["code"]) == (412, "order_changed")


def test_a_retry_is_answered_although_the_order_has_gone_on(world: World) -> None:
    """A retry after a lost answer names the version from before its own effect."""
    order_id = filed(world, granted=False)
    first = world.act(order_id, "court", GRANT, key="k", match='"1"')
    again = world.act(order_id, "court", GRANT, key="k", match='"1"')

    assert (first.status_code, again.status_code) == (200, 200)
    assert again.json() == {**first.json(), "repeated": True}


@pytest.mark.parametrize(
    "header, status, code",
    [("If-Match", 428, "if_match_needed"), ("Idempotency-Key", 400, "idempotency_key_missing")],
)
def test_what_makes_writing_safe_cannot_be_left_out(
    world: World, header: str, status: int, code: str
) -> None:
    """A command names the version it was decided on, and carries a key of its own."""
    order_id = filed(world, granted=False)
    headers = {
        "Authorization": f"Bearer {world.token('court')}",
        "If-Match": "*",
        "Idempotency-Key": "k",
    }
    del headers[header]
    answer = world.client.post(f"/v1/orders/{order_id}/commands", json=GRANT, headers=headers)

    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_pages_follow_one_another_without_gap(world: World) -> None:
    """Every order stands on exactly one page, whatever the size of the pages."""
    mine = [str(filed(world)) for _ in range(5)]
    found, path = [], "/v1/orders?limit=2"
    while True:
        page = world.get(path, "court").json()
        found += [one["order_id"] for one in page["orders"]]
        if page["next"] is None:
            break
        path = f"/v1/orders?limit=2&cursor={page['next']}"

    assert found == mine


def test_orders_are_found_by_person_and_by_state(world: World) -> None:
    """A search matches what the caller sees: a person, a reference, a state."""
    order_id = str(filed(world))
    filed(world, granted=False)

    for body, count in (
        ({"person": "rob"}, 2),
        ({"person": "nobody"}, 0),
        ({"person": "rob", "state": "granted"}, 1),
        ({"case_reference": "fam/2025/17"}, 2),
    ):
        answer = world.post("/v1/order-searches", "court", body).json()
        assert len(answer["orders"]) == count, body
    listed = world.get("/v1/orders?state=granted", "court").json()
    assert [one["order_id"] for one in listed["orders"]] == [order_id]


def test_the_gate_answers_at_once_what_was_recorded_elsewhere(world: World) -> None:
    """The index is current at every answer, also for what did not pass this service."""
    order_id = filed(world)
    before = world.post("/v1/enforceability", "guard", {"person": "rob"}).json()
    assert world.act(order_id, "server", SERVE).status_code == 200
    after = world.post("/v1/enforceability", "guard", {"person": "rob"}).json()

    (then,), (now,) = before["orders"], after["orders"]
    assert (then["bound"], now["bound"]) == (False, True)
    assert then["terms"][0]["criminal"]["reasons"][0]["code"] == "not_aware"
    assert now["terms"][0]["criminal"]["status"] == "open"
    assert now["terms"][0]["criminal"]["may_act"] != []


def test_a_moment_asked_for_is_the_moment_answered(world: World) -> None:
    """The position before the order was made is not the position now."""
    order_id = filed(world)
    then = world.get(f"/v1/orders/{order_id}?at=2025-03-03T10:00:00Z", "court").json()
    never = world.get(f"/v1/orders/{order_id}?known_at=2020-01-01T00:00:00Z", "court")

    assert then["state"] == "requested"
    assert (never.status_code, never.json()["code"]) == (404, "order_not_found")


def test_a_refusal_keeps_its_code_sentence_and_sources(world: World) -> None:
    """What the law refuses is a problem with the library's own words, in the reader's language."""
    order_id = filed(world)
    answer = world.act(order_id, "police", {**REPORT, "term": "t9"}, **{"Accept-Language": "nl"})
    twice = world.act(order_id, "court", GRANT, **{"Accept-Language": "nl;q=0.9, en;q=0.1"})

    assert answer.status_code == 200  # A report is always recorded.
    assert (twice.status_code, twice.json()["code"]) == (409, "not_in_this_state")
    assert twice.headers["Content-Language"] == "nl"
    assert twice.headers["Content-Type"] == "application/problem+json"
