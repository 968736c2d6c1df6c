"""The way past the framework gives the answers that the way through it gives."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from orderflow.api.mounting import app_of, router_of
from tests.serving import World, filed

# Always the same: it stands in the names of tests, which must not differ between processes.
ABSENT = "5f0c0de5-0000-4000-8000-000000000001"


@pytest.mark.parametrize(
    "method, path, status",
    [
        ("GET", "/v1/regimes", 200),
        ("HEAD", "/v1/regimes", 200),
        ("DELETE", "/v1/regimes", 405),
        ("GET", "/v1/regimes/", 404),
        ("GET", "/v1/regimes/uk-ew-fmpo@2014", 200),
        ("GET", "//v1/regimes", 404),
        ("GET", "/V1/regimes", 404),
        ("GET", "/v1/orders", 200),
        ("GET", "/v1/orders/", 404),
        ("GET", "/v1/orders//history", 404),
        ("GET", f"/v1/orders/{ABSENT}", 404),
        ("GET", f"/v1/orders/{ABSENT}/commands", 405),
        ("GET", "/v1/orders/%7Border_id%7D/history", 404),
        ("GET", "/v1/orders/a%2Fhistory", 404),
        ("GET", "/v1", 404),
        ("GET", "/", 404),
    ],
)
def test_a_path_is_answered_the_same_either_way(
    world: World, method: str, path: str, status: int
) -> None:
    """Whether a route is found straight or by a router, status and words are the same."""
    through = FastAPI(redirect_slashes=False, openapi_url=None)
    through.include_router(router_of(world.service))
    headers = {"Authorization": f"Bearer {world.token('court')}"}
    straight = world.client.request(method, path, headers=headers)
    routed = TestClient(through).request(method, path, headers=headers)

    assert straight.status_code == routed.status_code == status
    if straight.headers["content-type"] != routed.headers["content-type"]:
        # What no route of ours answers is a problem in an application of our own alone.
        assert (status, routed.json()["detail"]) in {
            (404, "Not Found"),
            (405, "Method Not Allowed"),
        }
        assert straight.headers.get("allow") == routed.headers.get("allow")
    else:
        assert straight.content == routed.content


def test_an_application_below_a_prefix_goes_the_long_way(world: World) -> None:
    """Mounted whole in another one it answers there, and says where it is."""
    order_id = filed(world)
    outer = FastAPI()
    outer.mount("/justice", app_of(world.service))
    headers = {"Authorization": f"Bearer {world.token('court')}"}

    answer = TestClient(outer).get(f"/justice/v1/orders/{order_id}", headers=headers)
    assert (answer.status_code, answer.json()["order_id"]) == (200, str(order_id))
