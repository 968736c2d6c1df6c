"""The question at the gate never says 'nothing in force' to somebody who may not be told of it."""

from __future__ import annotations

from typing import Any

import pytest

from orderflow.law import RegimeRegister
from tests.serving import World, filed

QUESTION = {"person": "rob"}


def asked(world: World, who: dict[str, Any]) -> tuple[int, bool]:
    """Return how many orders somebody is told of, and whether that is said to be all."""
    answer = world.post("/v1/enforceability", who, QUESTION).json()
    return len(answer["orders"]), answer["complete"]


@pytest.mark.parametrize("role", ["court", "court_officer", "police", "border_guard"])
def test_who_is_told_of_every_order_is_told_that_it_is_all(world: World, role: str) -> None:
    """Their role reads an order from when it is made on, so that nothing in force is missing."""
    filed(world, served=True)

    assert asked(world, {"role": role, "office": "office-1"}) == (1, True)


def test_an_open_route_names_the_law_that_opens_it(world: World) -> None:
    """Who is told that they may act is told by which provision, and what a lawyer must check."""
    filed(world, served=True)
    answer = world.post("/v1/enforceability", "guard", QUESTION).json()
    (order,) = answer["orders"]
    grounds = order["grounds"]

    assert order["terms"][0]["criminal"]["status"] == "open"
    assert "gb-eaw/fla-1996/s-63ca" in {one["key"] for one in grounds["criminal"]}
    assert all(one["title"] and one["title_nl"] for one in grounds["criminal"] + grounds["civil"])
    law = RegimeRegister.packaged().get("uk-ew-fmpo@2014")
    assert "breach.referral_by" in grounds["unverified"]
    assert not law.breach.referral_by.verified
    assert "breach.criminal" not in grounds["unverified"]


@pytest.mark.parametrize(
    "role",
    ["prosecutor", "criminal_court", "attorney_general", "mayor", "assistant_prosecutor"],
)
def test_who_is_not_yet_told_of_an_order_is_not_told_that_there_is_none(
    world: World, role: str
) -> None:
    """An order is opened to their role later than it is in force; the answer says it is not all."""
    filed(world, served=True)

    assert asked(world, {"role": role, "office": "office-1"}) == (0, False)


@pytest.mark.parametrize(
    "close", [{"linked_to": ["ana"]}, {"persons": ["rob"]}, {"persons": ["stranger"]}]
)
def test_who_is_close_to_somebody_is_not_told_that_it_is_all(
    world: World, close: dict[str, Any]
) -> None:
    """By the token alone, whatever is on record: so it tells nothing of what is kept from them."""
    who = {"role": "police", "office": "police-1", **close}
    before = asked(world, who)
    filed(world, served=True)

    assert before == (0, False)
    assert asked(world, who)[1] is False
