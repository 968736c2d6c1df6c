"""What is due, over HTTP: the earliest first, as the record counts it, for those who read it."""

from __future__ import annotations

import base64
import json
import time
from datetime import datetime, timedelta
from threading import Thread
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from orderflow.api.problems import Problem
from orderflow.audit import LogReader, terms
from orderflow.audit.deadline import DeadlineStatus
from orderflow.order import commands as c
from orderflow.order.kinds_access import RestrictionKind
from orderflow.order.values import Until
from orderflow.views.due import INCLUSIVE
from tests.contracts.cases import COURT
from tests.contracts.year import BEGIN, Year, fmpo, huisverbod, order_named, told
from tests.serving import World

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = timedelta(days=1)
LISTED = frozenset({DeadlineStatus.RUNNING, DeadlineStatus.EXCEEDED})


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def year(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Year]:
    """A log on each kind of store, in which terms run, were kept, were exceeded and fell away."""
    place = ":memory:" if request.param == "memory" else str(tmp_path / "orders.db")
    if request.param == "postgres":
        place = request.getfixturevalue("postgres_address")
    begun = Year(place)
    told(begun, fmpo(begun, "told", BEGIN + 400 * DAY))
    fmpo(begun, "not told", BEGIN + 30 * DAY)
    fmpo(begun, "short", BEGIN + timedelta(hours=2))
    huisverbod(begun, "dutch", BEGIN + 2 * DAY)
    begun.clock.set(BEGIN + 3 * DAY)
    yield begun
    begun.close()


@pytest.fixture
def world(year: Year) -> Iterator[World]:
    """A service of that log."""
    served = World(year.orders)
    yield served
    served.service.views.close()


def due(world: World, query: str = "", who: str | dict[str, Any] = "court") -> list[dict[str, Any]]:
    """Return what is due on one page."""
    answer = world.get(f"/v1/due{query}", who)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["due"]
    return found


def moment(at: datetime) -> str:
    """Return a moment as it stands in a query."""
    return at.isoformat().replace("+00:00", "Z")


def counted(year: Year, at: datetime) -> list[tuple[object, ...]]:
    """Return the terms of the whole log that are due, counted without any view."""
    found = [
        (moment(one.due_at), str(one.order_id), one.kind, one.about, one.status)
        for one in terms(LogReader.of(year.orders), at=at, every=True)
        if one.status in LISTED and one.due_at is not None
    ]
    return sorted(found, key=str)


def same(rows: list[dict[str, Any]]) -> list[tuple[object, ...]]:
    """Return the terms of a page in the same form, without the ends of orders."""
    names = ("due_at", "order_id", "kind", "about", "status")
    return sorted(
        (tuple(row[name] for name in names) for row in rows if row["kind"] != "expiry"), key=str
    )


def test_at_every_moment_it_is_what_the_audit_counts(year: Year, world: World) -> None:
    """The view leaves nothing out that is running or exceeded at a moment, past or to come."""
    for hours in (0, 1, 2, 3, 23, 24, 36, 48, 60, 71, 72, 200, 24 * 30, 24 * 31, 24 * 500):
        at = BEGIN + timedelta(hours=hours)
        rows = due(world, f"?at={moment(at)}&limit=100")

        assert same(rows) == counted(year, at), hours
        assert all(row["inclusive"] is (row["kind"] in INCLUSIVE) for row in rows)


def test_the_earliest_comes_first_page_by_page(world: World) -> None:
    """Pages of any size give the same rows in the same order, each once."""
    whole = due(world, "?limit=100")
    moments = [row["due_at"] for row in whole]

    assert len(whole) > 3
    assert moments == sorted(moments)
    for size in (1, 2, 3):
        found: list[dict[str, Any]] = []
        cursor = ""
        while True:
            page = world.get(f"/v1/due?limit={size}{cursor}", "court").json()
            assert len(page["due"]) <= size
            found += page["due"]
            if page["next"] is None:
                break
            cursor = f"&cursor={page['next']}"
        assert found == whole


@pytest.mark.boundary
def test_the_end_of_an_order_is_due_until_it_ends(year: Year, world: World) -> None:
    """Until the moment itself somebody may extend it; from then on it is over, not due."""
    order_id, end = str(order_named("not told")), BEGIN + 30 * DAY
    before = due(world, f"?kind=expiry&at={moment(end - timedelta(microseconds=1))}")
    after = due(world, f"?kind=expiry&at={moment(end)}")

    (row,) = [one for one in before if one["order_id"] == order_id]
    assert (row["status"], row["due_at"], row["law"] != []) == ("running", moment(end), True)
    assert order_id not in {one["order_id"] for one in after}
    assert str(order_named("told")) in {one["order_id"] for one in after}


def test_it_is_narrowed_by_moment_kind_and_status(world: World) -> None:
    """Each filter leaves what fits, and what fits only."""
    whole = due(world, "?limit=100")
    by = whole[1]["due_at"]

    assert due(world, f"?by={by}") == [row for row in whole if row["due_at"] <= by]
    for status in ("running", "exceeded"):
        fitting = [row for row in whole if row["status"] == status]
        assert fitting
        assert due(world, f"?status={status}") == fitting
    kinds = {row["kind"] for row in whole}
    assert {"expiry", "police_notice"} <= kinds
    for kind in kinds:
        assert due(world, f"?kind={kind}") == [row for row in whole if row["kind"] == kind]


def test_what_was_just_recorded_is_in_the_next_answer(year: Year, world: World) -> None:
    """Nobody has to wait for a worker to see what they have just done."""
    order_id = order_named("not told")
    late = due(world, "?kind=police_notice&status=exceeded")
    assert str(order_id) in {row["order_id"] for row in late}
    year.orders.handle(
        c.ExtendOrder(
            occurred_at=year.clock(),
            actor=COURT,
            order_id=order_id,
            duration=Until(at=BEGIN + 60 * DAY),
        )
    )
    ends = {row["order_id"]: row["due_at"] for row in due(world, "?kind=expiry")}

    assert ends[str(order_id)] == moment(BEGIN + 60 * DAY)


@pytest.mark.edge("EC27")
def test_who_is_kept_from_an_order_hears_nothing_of_its_terms(year: Year, world: World) -> None:
    """Not by a row, and not by a cursor that names the order; lifted, it is as before."""
    order_id = order_named("not told")
    kept_out = {"role": "court", "office": "court-1", "user": "judge-7"}
    kin = {"role": "court", "office": "court-1", "linked_to": ["rob"]}
    whole = due(world, "?limit=100", kept_out)
    assert [row for row in whole if row["order_id"] == str(order_id)]
    cursors = [
        world.get(f"/v1/due?limit={size}", kept_out).json()["next"] for size in range(1, len(whole))
    ]
    year.orders.handle(
        c.RestrictAccess(
            occurred_at=year.clock(),
            actor=COURT,
            order_id=order_id,
            kind=RestrictionKind.EXCLUDED,
            users=("judge-7",),
        )
    )

    assert due(world, "?limit=100", kept_out) == [
        row for row in whole if row["order_id"] != str(order_id)
    ]
    assert due(world, "?limit=100") == whole
    assert due(world, who=kin) == []
    for row, cursor in zip(whole, cursors, strict=False):
        answer = world.get(f"/v1/due?cursor={cursor}", kept_out)
        refused = row["order_id"] == str(order_id)
        assert answer.status_code == (400 if refused else 200)


def test_a_cursor_that_was_made_up_tells_nothing(year: Year, world: World) -> None:
    """That of an order one may not see is as that of none; no cursor is an error of ours."""
    told_of = {"role": "school", "office": "school-9"}
    place = bytes(8)
    for order_id in (uuid4(), order_named("told")):
        cursor = base64.urlsafe_b64encode(place + order_id.bytes + bytes(4)).decode().rstrip("=")
        answer = world.get(f"/v1/due?cursor={cursor}", told_of)
        assert (answer.status_code, answer.json()["code"]) == (400, "cursor_not_valid")
    for raw in (b"\xff" * 28, b"\x7f" + b"\xff" * 27, b"\x80" + bytes(27)):
        cursor = base64.urlsafe_b64encode(raw).decode().rstrip("=")
        assert world.get(f"/v1/due?cursor={cursor}", "court").status_code == 400
    far = (2**62).to_bytes(8, "big") + order_named("told").bytes + bytes(4)
    cursor = base64.urlsafe_b64encode(far).decode().rstrip("=")
    assert world.get(f"/v1/due?cursor={cursor}", "court").status_code == 400
    assert world.get("/v1/due?cursor=short", "court").status_code == 422


def test_each_order_that_was_shown_is_in_the_access_log(world: World) -> None:
    """One entry for the question, and one for each order of which something was shown."""
    before = len(world.looks)
    rows = due(world, "?limit=2")
    entries = [json.loads(one) for one in world.looks[before:]]

    assert [one["operation"] for one in entries] == ["list_due"] * len(entries)
    assert "order_id" not in entries[0]
    shown = {UUID(row["order_id"]) for row in rows}
    assert {UUID(one["order_id"]) for one in entries[1:]} == shown
    assert len(entries) == 1 + len(shown)


def test_nothing_is_shown_that_the_record_does_not_say(world: World) -> None:
    """A row of the view that is not found in the record, as it stands there, is left out."""
    rows = due(world, "?limit=100")
    victim = next(row for row in rows if row["kind"] == "police_notice")
    database = world.service.views.caught_up()._database
    moved = database.write(
        lambda view: view.execute(
            "UPDATE due_1 SET content = replace(content, ?, ?)"
            " WHERE order_id = ? AND kind = 'police_notice'",
            victim["due_at"],
            "2025-03-01T00:00:00Z",
            victim["order_id"],
        )
    )

    assert moved == 1
    assert due(world, "?limit=100") == [row for row in rows if row is not victim]


def test_those_who_wait_for_a_view_leave_threads_for_the_gate(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While one builds the view, half of the threads wait at most; others are told to return."""
    monkeypatch.setattr("orderflow.api.current._PATIENCE", 60.0)
    views = world.service.views
    most = world.service.settings.limits.threads // 2
    refused: list[object] = []

    def ask() -> None:
        try:
            views.caught_up()
        except Problem as problem:
            refused.append(problem.code)

    threads = [Thread(target=ask) for _ in range(most + 5)]
    with views._catching_up:  # As if it were being built.
        for thread in threads:
            thread.start()
        give_up_at = time.monotonic() + 30
        while len(refused) < 5 and time.monotonic() < give_up_at:
            time.sleep(0.01)
        assert refused == ["busy"] * 5
        assert world.post("/v1/enforceability", "guard", {"person": "rob"}).status_code == 200
    for thread in threads:
        thread.join()

    assert len(refused) == 5


def test_who_waits_too_long_for_a_view_is_told_to_return(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for the view of a large log to be built."""
    monkeypatch.setattr("orderflow.api.current._PATIENCE", 0.05)
    with world.service.views._catching_up:
        answer = world.get("/v1/due", "court")
    assert (answer.status_code, answer.json()["code"]) == (503, "busy")
    assert answer.headers["Retry-After"] == "1"
    assert world.get("/v1/due", "court").status_code == 200
