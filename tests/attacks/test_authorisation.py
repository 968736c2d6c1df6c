"""Every role, every route, an order of one's own and one of strangers."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

import pytest

from orderflow.api.competence import PERMITTED
from orderflow.api.operations import OPERATIONS
from orderflow.law.vocabulary import Role
from orderflow.privacy import Audience
from orderflow.store import ProtectionOrders
from tests.serving import REFER, REPORT, REQUEST, World, filed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    import httpx2

REVIEWED: Final[dict[str, dict[str, str]]] = tomllib.loads(
    Path(__file__).with_name("authorisation.toml").read_text(encoding="utf-8")
)["role"]

NAMES: Final = tuple(operation.name for operation in OPERATIONS)
OF_ONE_ORDER: Final = tuple(one.name for one in OPERATIONS if "{order_id}" in one.path)
PATHS: Final = {one.name: (one.method, f"/v1{one.path}") for one in OPERATIONS}
BODIES: Final[dict[str, dict[str, Any]]] = {
    "file_order": REQUEST,
    "command_order": {
        "type": "NotifyPolice",
        "occurred_at": "2025-03-06T09:00:00Z",
        "of": "made",
        "version": 1,
    },
    "search_orders": {"person": "rob"},
    "assess_conduct": {"person": "rob", "term": "t1", "conduct_at": "2025-03-05T09:00:00Z"},
    "ask_enforceability": {"person": "rob"},
}
OFFICES: Final = {
    "court": "court-1",
    "court_officer": "court-1",
    "police": "police-1",
    "local_authority": "council-1",
}
PERSONS: Final = {"respondent": "rob", "protected_person": "ana"}
STRANGERS: Final[dict[str, Any]] = {
    **REQUEST,
    "protected_persons": [{"id": "bea", "age": "16_17"}],
    "respondents": [{"id": "ric", "age": "adult"}],
}
PERMITTED_PAIRS: Final = [
    (role, operation)
    for role, rows in sorted(REVIEWED.items())
    for operation in OF_ONE_ORDER
    if operation in rows["routes"].split()
]


class Scene:
    """Two orders: one in which the roles have a part, and one of strangers."""

    def __init__(self, world: World) -> None:
        """Live both cases."""
        self.world = world
        self.own = filed(world, served=True)
        for body in (REPORT, REFER):
            assert world.act(self.own, "police", body).status_code == 200
        seal = {"type": "SealOrder", "occurred_at": "2025-03-04T10:00:00Z", "version": 1}
        assert world.act(self.own, "officer", seal).status_code == 200
        other = world.post(
            "/v1/orders", {"role": "local_authority", "office": "council-2"}, STRANGERS
        )
        self.other: UUID = other.json()["order_id"]
        # A stream of events ends at once when the service is about to stop.
        world.service.draining = True

    def ask(self, role: str, operation: str, order_id: object) -> httpx2.Response:
        """Make a request in a role."""
        method, path = PATHS[operation]
        address = path.format(order_id=order_id, version=1, size=0, regime_id="uk-ew-fmpo@2014")
        if method == "GET":
            return self.world.get(address, claim(role))
        return self.world.post(address, claim(role), BODIES[operation], key=str(uuid4()))


@pytest.fixture(scope="module")
def scene() -> Iterator[Scene]:
    """Both cases, lived once: what is asked here changes nothing that another question sees."""
    now = datetime(2025, 3, 17, 12, tzinfo=UTC)
    with ProtectionOrders.open(clock=lambda: now) as orders:
        yield Scene(World(orders))


def claim(role: str) -> dict[str, Any]:
    """Return what the token of a role says."""
    if role in {"auditor", "research"}:
        return {"vouched": [role]}
    if role == "legal_representative":
        return {"role": role, "on_behalf_of": "ana"}
    if role in PERSONS:
        return {"role": role, "persons": [PERSONS[role]]}
    return {"role": role, "office": OFFICES.get(role, f"{role.replace('_', '-')}-9")}


def test_every_role_and_every_route_is_reviewed() -> None:
    """The reviewed table names every role that may call, and no route that is not there."""
    callers = (set(Role) - {Role.CLOCK}) | {Audience.AUDITOR, Audience.RESEARCH}
    assert set(REVIEWED) == {one.value for one in callers}
    for role, rows in REVIEWED.items():
        assert set(rows["routes"].split()) <= set(NAMES), role
        for row in ("own", "other"):
            assert set(rows[row].split()) <= set(rows["routes"].split()) & set(OF_ONE_ORDER), role
    assert set(PERMITTED) == set(NAMES)


@pytest.mark.parametrize("operation", NAMES)
@pytest.mark.parametrize("role", sorted(REVIEWED))
def test_a_role_may_use_its_routes_and_no_others(scene: Scene, role: str, operation: str) -> None:
    """Whether a role may make a request at all is what the reviewed table says."""
    answer = scene.ask(role, operation, uuid4())
    refused = answer.status_code == 403 and answer.json()["code"] == "role_not_permitted"

    assert refused is (operation not in REVIEWED[role]["routes"].split()), answer.text


@pytest.mark.parametrize("row", ["own", "other"])
@pytest.mark.parametrize("role, operation", PERMITTED_PAIRS)
def test_a_role_reaches_the_orders_that_are_for_it(
    scene: Scene, role: str, operation: str, row: str
) -> None:
    """An order is reached as the reviewed table says, and is otherwise as one that is not there."""
    answer = scene.ask(role, operation, scene.own if row == "own" else scene.other)
    absent = scene.ask(role, operation, uuid4())
    reached = answer.status_code != 404 or answer.json()["code"] != "order_not_found"

    assert reached is (operation in REVIEWED[role][row].split()), answer.text
    if not reached:
        assert (answer.content, dict(shown(answer))) == (absent.content, dict(shown(absent)))


@pytest.mark.parametrize(
    "role", sorted(one for one, rows in REVIEWED.items() if "list_due" in rows["routes"].split())
)
def test_what_is_due_names_only_orders_that_a_role_reads(scene: Scene, role: str) -> None:
    """Of an order that a role does not reach, nothing is due for it; a court sees its own."""
    answer = scene.ask(role, "list_due", uuid4())
    named = {one["order_id"] for one in answer.json()["due"]}
    both = {"own": str(scene.own), "other": str(scene.other)}
    reached = {both[row] for row in both if "read_order" in REVIEWED[role][row].split()}

    assert named <= reached
    if role in {"court", "auditor"}:
        assert str(scene.own) in named


def shown(answer: httpx2.Response) -> list[tuple[str, str]]:
    """Return the headers of an answer but the id of the request, which is drawn at random."""
    return [(name, value) for name, value in answer.headers.items() if name != "request-id"]
