"""Requests made to be more than they may: bodies, paths, headers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from tests.serving import GRANT, REPORT, REQUEST, SERVE, World, filed

if TYPE_CHECKING:
    import httpx2


def code(answer: httpx2.Response) -> tuple[int, str]:
    """Return status and code of a problem."""
    return answer.status_code, answer.json()["code"]


@pytest.mark.parametrize(
    "more",
    [
        {"actor": {"role": "court", "office": "court-1"}},
        {"actor": {"role": "police", "office": "police-2"}},
        {"actor": {"role": "police", "person": "ana"}},
        {"actor": {"role": "police", "on_behalf_of": "ana"}},
        {"actor": "police"},
        {"actor": {"role": "police", "admin": True}},
    ],
)
def test_nobody_acts_as_somebody_else(world: World, more: dict[str, Any]) -> None:
    """An actor in the body that is not the token's is refused, and nothing is recorded."""
    order_id = filed(world, served=True)

    assert code(world.act(order_id, "police", {**REPORT, **more})) == (403, "not_you")
    assert world.orders.get(order_id).incidents == ()


def test_the_actor_on_record_is_the_one_of_the_token(world: World) -> None:
    """Whoever repeats who they are is recorded as the token says."""
    order_id = filed(world, served=True)
    world.act(order_id, "police", {**REPORT, "actor": {"role": "police"}})
    actor = world.orders.history(order_id)[-1].actor

    assert (actor.role, actor.office) == ("police", "police-1")


@pytest.mark.parametrize(
    "more",
    [
        {"order_id": "11111111-1111-1111-1111-111111111111"},
        {"recorded_at": "2001-01-01T00:00:00Z"},
        {"command_id": "mine"},
        {"event_id": "mine"},
        {"version": 99},
        {"type": "GrantOrder"},
        {"law": ["gb-eaw/fla-1996/s-63ca"]},
    ],
)
def test_a_request_sets_no_field_that_is_not_its_own(world: World, more: dict[str, Any]) -> None:
    """A field that the form does not have is refused by name, and nothing is recorded."""
    assert code(world.post("/v1/orders", "council", {**REQUEST, **more})) == (422, "not_valid")
    assert list(world.orders.order_ids()) == []


def test_a_body_cannot_name_another_order_than_the_path(world: World) -> None:
    """What may be done to one order cannot be done to another by its body."""
    mine, other = filed(world), filed(world)
    answer = world.act(mine, "server", {**SERVE, "order_id": str(other)})

    assert code(answer) == (422, "not_valid")
    assert len(world.orders.history(other)) == 3


def test_a_case_is_not_lived_under_law_that_was_not_in_force(world: World) -> None:
    """`as_if_in_force` is for simulations, over HTTP too."""
    answer = world.post("/v1/orders", "council", {**REQUEST, "as_if_in_force": True})

    assert code(answer) == (409, "hypothetical_only")


BODIES = {
    "nothing": (b"", 400),
    "a list": (b"[]", 400),
    "cut short": (b'{"type": "GrantOrder"', 400),
    "a name twice": (b'{"type": "GrantOrder", "type": "SealOrder"}', 400),
    "not a number": (b'{"type": NaN}', 400),
    "deep lists": (b'{"a": ' + b"[" * 30_000, 400),
    "deep objects": (b'{"a":' * 10_000, 400),
    "a number of 60,000 digits": (b'{"a": ' + b"9" * 60_000 + b"}", 400),
    "not UTF-8": (b'{"type": "\xff"}', 400),
    "half a surrogate": (b'{"type": "\\ud800"}', 422),
    "too large": (b'{"a": "' + b"x" * 70_000 + b'"}', 413),
}


@pytest.mark.parametrize("body, status", BODIES.values(), ids=BODIES.keys())
@pytest.mark.parametrize(
    "path", ["/v1/orders", "/v1/orders/{id}/commands", "/v1/order-searches", "/v1/enforceability"]
)
def test_a_monstrous_body_is_a_problem_and_no_defect(
    world: World, path: str, body: bytes, status: int
) -> None:
    """Whatever is sent as a body, the answer is a problem that names the sender's mistake."""
    who = "council" if path == "/v1/orders" else "police"
    headers = {
        "Authorization": f"Bearer {world.token(who)}",
        "Content-Type": "application/json",
        "Idempotency-Key": "k",
        "If-Match": "*",
    }
    answer = world.client.post(path.format(id=uuid4()), content=body, headers=headers)

    # What one form calls not well formed, another calls not valid.
    alike = {400, 422} if status in {400, 422} else {status}
    assert answer.status_code in alike, answer.text
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "application/json; charset=utf-16"},
        {"Content-Type": "application/json", "Content-Encoding": "gzip"},
    ],
)
def test_a_body_of_another_kind_is_not_read(world: World, headers: dict[str, str]) -> None:
    """A body is JSON in UTF-8 as it stands; nothing else is taken for it."""
    sent = {"Authorization": f"Bearer {world.token('police')}", **headers}
    answer = world.client.post("/v1/enforceability", content=b'{"person":"rob"}', headers=sent)

    assert code(answer) == (415, "media_type_not_supported")


@pytest.mark.parametrize(
    "path",
    [
        "/v1/orders/",
        "/v1/orders/{id}/",
        "/v1//orders",
        "/v1/orders/{id}%2Fhistory",
        "/v1/orders/{id}%2fhistory",
        "/v1/orders%2F{id}",
        "/v1/orders/%2e%2e/orders",
        "/v1/orders/{id};a=b",
        "/v1/orders/{id}\\history",
        "/V1/orders",
        "/v2/orders",
        "/v1/orders.json",
        "/docs",
        "/openapi.json",
        "/metrics",
    ],
)
def test_a_path_that_is_written_oddly_leads_nowhere(world: World, path: str) -> None:
    """One address, one spelling: others are 404, so that nobody in between reads another one."""
    order_id = filed(world)
    answer = world.get(path.format(id=order_id), "court")

    assert code(answer) == (404, "not_found")


@pytest.mark.parametrize("written", ["{0:X}", "{{{0}}}", "urn:uuid:{0}", "{0.hex}", "1", "%00"])
def test_an_order_has_one_spelling(world: World, written: str) -> None:
    """An id that is written in another way is no order, and is answered like one that is absent."""
    order_id = filed(world)
    text = f"{order_id}".upper() if "X" in written else written.format(order_id)
    answer = world.get(f"/v1/orders/{text}", "court")

    assert answer.status_code == 404


@pytest.mark.parametrize("header", ["X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method"])
def test_a_header_does_not_change_the_method(world: World, header: str) -> None:
    """A reading stays a reading whatever a header says."""
    order_id = filed(world)
    answer = world.get(f"/v1/orders/{order_id}", "court", **{header: "DELETE"})

    assert answer.status_code == 200


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "OPTIONS"])
def test_another_method_is_told_which_there_are(world: World, method: str) -> None:
    """405 with `Allow`, as a problem."""
    answer = world.client.request(method, "/v1/orders")

    assert code(answer) == (405, "method_not_allowed")
    assert "GET" in answer.headers["Allow"] or "POST" in answer.headers["Allow"]


@pytest.mark.parametrize("name", ["Idempotency-Key", "If-Match"])
def test_a_header_that_counts_is_sent_once(world: World, name: str) -> None:
    """Two values of which each could be meant are refused."""
    order_id = filed(world, granted=False)
    headers = [
        ("Authorization", f"Bearer {world.token('court')}"),
        ("Idempotency-Key", "a"),
        ("If-Match", "*"),
        (name, '"1"'),
    ]
    answer = world.client.post(f"/v1/orders/{order_id}/commands", json=GRANT, headers=headers)

    assert code(answer) == (400, "not_well_formed")


@pytest.mark.parametrize(
    "query, status",
    [
        ("?person=rob", 422),
        ("?limit=0", 422),
        ("?limit=1&limit=2", 400),
        ("?cursor=AAAAAAAAAAAAAAAAAAAAAA", 400),
        ("?cursor=short", 422),
        ("?state=granted'--", 422),
        ("?" + "a=b&" * 1000, 400),
        ("?limit=%ff", 400),
    ],
)
def test_a_query_says_what_it_may_once(world: World, query: str, status: int) -> None:
    """Names that are not known, twice said or out of bounds are refused; so is a made-up cursor."""
    filed(world)

    assert world.get(f"/v1/orders{query}", "court").status_code == status
