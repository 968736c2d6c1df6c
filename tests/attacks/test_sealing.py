"""What is confidential, over HTTP: sealed with keys, refused without, and echoed by nothing."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from orderflow.privacy import MemoryKeys
from orderflow.store import ProtectionOrders
from tests.attacks.conftest import NOW
from tests.serving import World, filed

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = "Blossom Lane 12"
DETAIL: dict[str, Any] = {
    "type": "RecordPersonDetails",
    "occurred_at": "2025-03-05T09:00:00Z",
    "person": "ana",
    "kind": "address",
    "value": PLAIN,
}
STATEMENT: dict[str, Any] = {
    "type": "RecordStatement",
    "occurred_at": "2025-03-05T09:00:00Z",
    "person": "ana",
    "kind": "account",
    "text": PLAIN,
}
ERASURE: dict[str, Any] = {
    "type": "ErasePersonalData",
    "occurred_at": "2025-03-05T09:00:00Z",
    "person": "ana",
    "ground": "granted_request",
}


@pytest.mark.parametrize("body", [DETAIL, STATEMENT, ERASURE], ids=lambda body: body["type"])
@pytest.mark.parametrize("who", ["court", "rob"])
def test_without_keys_nothing_confidential_is_taken(
    world: World, caplog: pytest.LogCaptureFixture, body: dict[str, Any], who: str
) -> None:
    """It is refused alike for every order, there or not, and no answer or log repeats it."""
    caplog.set_level(logging.DEBUG)
    order_id = filed(world)
    before = world.orders.history(order_id)
    answer = world.act(order_id, who, body)
    absent = world.act(uuid4(), who, body)

    assert (answer.status_code, answer.json()["code"]) == (409, "keys_needed")
    assert answer.content == absent.content
    assert PLAIN not in answer.text + caplog.text
    assert world.orders.history(order_id) == before


def test_with_keys_it_is_sealed_and_nowhere_in_the_clear(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A detail is recorded, and no answer, log line or file of the log holds it in the clear."""
    caplog.set_level(logging.DEBUG)
    place = tmp_path / "orders.db"
    with ProtectionOrders.open(str(place), clock=lambda: NOW, keys=MemoryKeys()) as orders:
        world = World(orders, access_log=tmp_path / "access.db")
        order_id = filed(world, served=True)
        answers = [world.act(order_id, "court", body) for body in (DETAIL, STATEMENT)]
        answers.append(world.act(order_id, "court", {**DETAIL, "value": [PLAIN]}))
        answers += [
            world.get(f"/v1/orders/{order_id}{path}", who)
            for path in ("", "/history")
            for who in ("court", "rob", "auditor")
        ]
        world.service.close()

    assert [answer.status_code for answer in answers[:3]] == [200, 200, 422], answers[0].text
    said = caplog.text + "".join(answer.text for answer in answers)
    assert PLAIN not in said
    for file in tmp_path.iterdir():
        assert PLAIN.encode() not in file.read_bytes(), file.name
