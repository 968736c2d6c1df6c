"""Searching by reference: from the register, as the record lets the caller see it."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from orderflow.api import Settings
from orderflow.api.examples import ANSWERS, EXAMPLES
from orderflow.api.logging import LOGGER
from orderflow.api.operations import OPERATIONS
from orderflow.order import commands as c
from orderflow.store import ProtectionOrders
from orderflow.views.register import Register
from tests.serving import PLENTY, REQUEST, World

if TYPE_CHECKING:
    from orderflow.views import RegisterRow
    from orderflow.views.view import Seen

CASE = {"case_reference": "fam/2025/17"}
KIN = {"role": "court", "office": "court-1", "linked_to": ["rob"]}


def filed(world: World, reference: str | None) -> str:
    """File a request that is no secret, and return its id."""
    body = {**REQUEST, "case_reference": reference, "without_notice": False}
    answer = world.post("/v1/orders", "council", body)
    assert answer.status_code == 201, answer.text
    order_id: str = answer.json()["order_id"]
    return order_id


def found(
    world: World, who: str | dict[str, Any] = "court", **more: object
) -> tuple[list[str], str | None]:
    """Return the orders on a page of the search, and the cursor of the next."""
    answer = world.post("/v1/order-searches", who, {**CASE, **more})
    assert answer.status_code == 200, answer.text
    page = answer.json()
    return [one["order_id"] for one in page["orders"]], page["next"]


def test_a_reference_finds_its_orders_in_their_order(world: World) -> None:
    """Page by page, each once, and none that bears another reference or none."""
    wanted = []
    for n in range(5):
        wanted.append(filed(world, "fam/2025/17"))
        filed(world, "fam/2025/18" if n % 2 else None)
    seen: list[str] = []
    page, cursor = found(world, limit=2)
    while cursor:
        seen += page
        page, cursor = found(world, limit=2, cursor=cursor)

    assert seen + page == wanted
    assert found(world, person="rob")[0] == wanted
    assert found(world, state="granted") == ([], None)


def test_a_reference_finds_what_was_just_filed(world: World) -> None:
    """The answer needs no worker and no second try."""
    assert found(world) == ([], None)
    order_id = filed(world, "fam/2025/17")
    assert found(world) == ([order_id], None)


def test_an_order_that_the_register_cannot_take_in_is_found(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault of the view hides no order: the record itself is asked, and the fault is logged."""
    first = filed(world, "fam/2025/17")
    computed = Register.computed
    failing = {"on": True}

    def sometimes(self: Register, seen: Seen, upto: int) -> RegisterRow:
        if failing["on"] and seen.history:
            msg = "no row"
            raise ArithmeticError(msg)
        return computed(self, seen, upto)

    monkeypatch.setattr(Register, "computed", sometimes)
    monkeypatch.setattr(LOGGER, "propagate", True)
    second = filed(world, "fam/2025/17")
    other = filed(world, "fam/2025/18")
    assert found(world) == ([first, second], None)
    failing["on"] = False
    third = filed(world, "fam/2025/17")

    page, cursor = found(world, limit=2)
    assert (page, found(world, limit=2, cursor=cursor)) == ([first, second], ([third], None))
    assert other not in page
    parked = [one for one in caplog.records if one.getMessage() == "event_parked"]
    assert {one.__dict__["said"]["error"] for one in parked} == {"ArithmeticError"}


@pytest.mark.edge("EC27")
def test_a_reference_finds_nothing_for_who_is_kept_out(world: World) -> None:
    """Neither for somebody close to the case nor for a user who was excluded."""
    first, second = filed(world, "fam/2025/17"), filed(world, "fam/2025/17")
    kept_out = {"type": "RestrictAccess", "kind": "excluded", "users": ["judge-7"]}
    body = {**kept_out, "occurred_at": "2025-03-04T09:00:00Z"}
    assert world.act(first, "court", body).status_code == 200
    judge = {"role": "court", "office": "court-1", "user": "judge-7"}

    assert found(world)[0] == [first, second]
    assert found(world, judge)[0] == [second]
    assert found(world, KIN)[0] == []


def test_a_search_waits_as_long_as_an_order_that_is_not_there() -> None:
    """What fits and may not be seen costs work; the moment of the answer does not tell it (N5)."""
    now = datetime(2025, 3, 17, 12, tzinfo=UTC)
    with ProtectionOrders.open(clock=lambda: now) as orders:
        world = World(orders, settings=Settings(limits=PLENTY, absent_after=0.2))
        filed(world, "fam/2025/17")
        found(world)  # Builds the views.
        for who in ("court", KIN):
            began = time.monotonic()
            found(world, who)
            assert time.monotonic() - began >= 0.2


def test_every_example_is_valid() -> None:
    """What the description shows is what the service takes and gives."""
    forms = {one.name: one for one in OPERATIONS}
    for name, examples in EXAMPLES.items():
        for example in examples.values():
            form = forms[name].body
            body = dict(example["value"])
            if isinstance(form, str):
                kind = c.BY_NAME[body.pop("type")]
                actor = {"role": "court", "office": "court-1"}
                form, body = kind, {**body, "actor": actor}
                if issubclass(kind, c.OrderCommand):
                    body["order_id"] = "3f2a1c9e-5d7b-4f60-812a-9c0e4b6d8f10"
            assert form is not None
            form.model_validate(body, strict=False)
    for name, examples in ANSWERS.items():
        form = forms[name].answer
        assert form is not None
        for example in examples.values():
            answer = form.model_validate(example["value"])
            assert answer.model_dump(mode="json") == example["value"]
