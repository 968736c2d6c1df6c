"""`orderflow worker` and `orderflow publish`, as typed and as processes that are stopped."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from orderflow.order import commands as c
from orderflow.order.values import Until
from orderflow.privacy import MemoryKeys
from orderflow.publication import Channel, Publication
from orderflow.store import ProtectionOrders
from orderflow.views import Views
from tests.contracts.cases import COURT, NO_CONTACT, request
from tests.unit.cli.support import SOURCES, Log, Type
from tests.unit.privacy.making import detail

if TYPE_CHECKING:
    from tests.servers.nats import NatsServer

NOW = datetime.now(UTC)


def begun(place: Path, ends_at: datetime) -> UUID:
    """Make an order in a new real log that ends at a moment; the police are told."""
    with ProtectionOrders.open(place, simulated=False) as orders:
        return ending(orders, ends_at)


def ending(orders: ProtectionOrders, ends_at: datetime) -> UUID:
    """Make an order that ends at a moment, entered some days after it was made."""
    made_at = NOW - timedelta(days=30)
    order_id = orders.handle(
        request().model_copy(update={"occurred_at": made_at, "without_notice": False})
    ).order_id
    orders.handle(
        c.GrantOrder(
            occurred_at=made_at,
            actor=COURT,
            order_id=order_id,
            terms=(NO_CONTACT,),
            duration=Until(at=ends_at),
        )
    )
    return order_id


def worker(place: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start a worker as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "orderflow", "worker", "--db", str(place), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": SOURCES},
    )


def wait_for(place: Path, order_id: UUID, number: int) -> None:
    """Wait until an order has so many events."""
    give_up_at = time.monotonic() + 20
    with ProtectionOrders.open(place, create=False) as orders:
        while len(orders.history(order_id)) < number:
            assert time.monotonic() < give_up_at, "the worker does nothing"
            time.sleep(0.02)


def ended(place: Path, order_id: UUID) -> int:
    """Return how often the end of an order is on record."""
    with ProtectionOrders.open(place, create=False) as orders:
        return sum(type(o.event).__name__ == "OrderExpired" for o in orders.history(order_id))


def test_one_turn_says_what_it_recorded_and_how_late(typed: Type, tmp_path: Path) -> None:
    """A line for each, and what a machine reads on standard error; the second turn has nothing."""
    place = tmp_path / "orders.db"
    order_id = begun(place, NOW - timedelta(days=7))

    done = typed("worker", "--db", str(place), "--once", "--grace", "0")
    assert done.code == 0
    assert done.out.startswith(
        f"{order_id} expiry due {NOW - timedelta(days=7):%Y-%m-%dT%H:%M:%SZ}"
    )
    assert "7 d" in done.out
    note = json.loads(done.err.splitlines()[0])
    assert (note["event"], note["level"], note["order"]) == ("recorded", "warning", str(order_id))
    assert note["late_by_seconds"] >= 7 * 86400
    again = typed("worker", "--db", str(place), "--once", "--grace", "0")
    assert (again.code, again.out, again.err) == (0, "", "")


def test_a_simulated_log_lives_on_to_a_moment(typed: Type, tmp_path: Path) -> None:
    """A year of a case file passes at once, and a real worker leaves such a log alone."""
    place = tmp_path / "trial.db"
    assert typed("run", "rbmid-2011-bp2167", "--db", str(place)).code == 0

    refused = typed("worker", "--db", str(place), "--once")
    assert (refused.code, "--simulated-until" in refused.err) == (2, True)
    lived = typed("worker", "--db", str(place), "--simulated-until", "2020-01-01T00:00+00:00")
    assert lived.code == 0
    assert typed("worker", "--db", "none.db", "--simulated-until", "2020-01-01T00:00Z").code == 2


def test_a_worker_signs_what_is_new(typed: Type, tmp_path: Path) -> None:
    """With a key; and without a ledger that was begun it says so and stops."""
    place, key = tmp_path / "orders.db", tmp_path / "log.key"
    begun(place, NOW - timedelta(days=7))
    typed("audit", "keygen", "example.org/orders", "--out", str(key))
    once = ("worker", "--db", str(place), "--once", "--grace", "0", "--key", str(key))

    assert "begin one" in typed(*once).err
    typed("audit", "checkpoint", "--db", str(place), "--key", str(key), "--begin")
    done = typed(*once)
    assert [json.loads(line)["event"] for line in done.err.splitlines()] == [
        "recorded",
        "checkpoint",
    ]
    assert json.loads(done.err.splitlines()[1])["new"] == 1


PERIODS = """
[[rule]]
name = "our-archive"
title = { en = "Our archive", nl = "Ons archief" }
holder = ["court"]
regimes = ["uk-ew-fmpo"]
counted_from = { value = "end", source = "gb-eaw/uk-gdpr/art-5" }
period = { value = "P10D", source = "gb-eaw/uk-gdpr/art-5" }
until_age = { value = 0, source = "gb-eaw/uk-gdpr/art-5" }
open_matters = { value = true, source = "gb-eaw/uk-gdpr/art-5" }
"""


def test_a_worker_says_whose_data_are_to_be_erased(typed: Type, tmp_path: Path) -> None:
    """Once, by the order, and by our own periods; the person is not named."""
    place, periods = tmp_path / "orders.db", tmp_path / "periods.toml"
    periods.write_text(PERIODS, encoding="utf-8")
    keys = MemoryKeys()
    with ProtectionOrders.open(place, simulated=False, keys=keys) as orders:
        order_id = ending(orders, NOW - timedelta(days=17))
        told = detail(order_id).model_copy(update={"occurred_at": NOW - timedelta(days=29)})
        orders.handle(told)
    once = ("worker", "--db", str(place), "--once", "--grace", "0", "--holder", "court")

    assert "retention" not in typed(*once).out
    done = typed(*once, "--retention", str(periods))
    assert done.out.startswith(f"{order_id} retention due {NOW - timedelta(days=7):%Y-%m-%dT%H:%M}")
    (note,) = [json.loads(line) for line in done.err.splitlines()]
    assert (note["event"], note["order"], "ana" in done.err) == (
        "erasure_due",
        str(order_id),
        False,
    )
    assert typed(*once, "--retention", str(periods)).out == ""
    for wrong in (("--holder", "emperor"), ("--retention", str(periods))):
        refused = typed("worker", "--db", str(place), "--once", *wrong)
        assert (refused.code, "--holder" in refused.err) == (2, True)


@pytest.mark.parametrize(
    "wrong", [("--every", "0"), ("--grace", "-1"), ("--checkpoint-events", "0")]
)
def test_numbers_that_make_no_sense_are_wrong_use(
    typed: Type, tmp_path: Path, wrong: tuple[str, str]
) -> None:
    """Nothing is begun; the option is named."""
    place = tmp_path / "orders.db"
    begun(place, NOW + timedelta(days=7))

    refused = typed("worker", "--db", str(place), "--once", *wrong)
    assert (refused.code, wrong[0] in refused.err) == (2, True)


def test_something_that_cannot_be_read_makes_a_turn_fail(typed: Type, tmp_path: Path) -> None:
    """The event is named by position and class, and nothing of what stands in it."""
    place = tmp_path / "orders.db"
    begun(place, NOW + timedelta(days=7))
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("DROP TRIGGER events_are_never_edited")
        connection.execute("UPDATE stored_events SET state = x'00' WHERE position = 2")

    done = typed("worker", "--db", str(place), "--once")
    assert done.code == 1
    notes = [json.loads(line) for line in done.err.splitlines()]
    assert {(one["event"], one["position"], one["error"]) for one in notes} == {
        ("event_parked", 2, "UnreadableEvent")
    }
    assert {one["view"] for one in notes} == {"register", "due", "history", "outbox"}


@pytest.mark.kill
def test_a_worker_that_is_told_to_stop_ends_with_0(tmp_path: Path) -> None:
    """What it has begun is on record; it prints nothing but its notes."""
    place = tmp_path / "orders.db"
    order_id = begun(place, NOW - timedelta(days=7))
    running = worker(place, "--every", "0.05", "--grace", "0")
    wait_for(place, order_id, 3)
    running.send_signal(signal.SIGTERM)
    out, err = running.communicate(timeout=20)

    assert (running.returncode, out) == (0, "")
    assert [json.loads(line)["event"] for line in err.splitlines()] == ["recorded"]


@pytest.mark.kill
def test_workers_that_are_killed_over_and_over_do_each_thing_once(tmp_path: Path) -> None:
    """Three at a time, killed at any moment, until all is done; and a view that equals the log."""
    place = tmp_path / "orders.db"
    with ProtectionOrders.open(place, simulated=False) as orders:
        ids = [ending(orders, NOW - timedelta(days=n % 20 + 1)) for n in range(40)]
    for pause in (0.5, 0.6, 0.7):
        running = [worker(place, "--every", "0.01", "--grace", "0") for _ in range(3)]
        time.sleep(pause)
        for one in running:
            one.kill()
            one.communicate(timeout=20)
    last = worker(place, "--once", "--grace", "0")
    last.communicate(timeout=30)

    assert last.returncode == 0
    assert [ended(place, order_id) for order_id in ids] == [1] * 40
    with ProtectionOrders.open(place) as orders, Views(orders) as views:
        assert views.catch_up() == ()
        rows = views.search(limit=500).rows
        assert {row.state for row in rows} == {"lapsed"}
        assert len(views.history(limit=500).rows) == 120
        with Publication(orders) as publication:
            publication.catch_up()
            assert publication.last(Channel.OPEN) == 120


@pytest.mark.kill
def test_a_worker_outlives_a_locked_database(tmp_path: Path) -> None:
    """It says so once, waits, and does what fell due when the lock is gone."""
    place = tmp_path / "orders.db"
    order_id = begun(place, NOW - timedelta(days=7))
    with closing(sqlite3.connect(place, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        running = worker(place, "--every", "0.05", "--grace", "0")
        assert running.stderr is not None
        first = json.loads(running.stderr.readline())
        holder.execute("ROLLBACK")
    wait_for(place, order_id, 3)
    running.send_signal(signal.SIGTERM)
    _, err = running.communicate(timeout=20)

    assert first["event"] == "store_unavailable"
    said = [json.loads(line)["event"] for line in err.splitlines()]
    assert sorted(said) == ["recorded", "store_available"]


def test_publishing_needs_a_server(typed: Type, log: Log) -> None:
    """Without an address it is wrong use; with one that does not answer, a failure without it."""
    nobody = typed("publish", "--db", log.place, "--once")
    assert (nobody.code, "--nats" in nobody.err) == (2, True)
    url = "nats://user:secret@127.0.0.1:1"
    gone = typed("publish", "--db", log.place, "--once", "--nats", url)
    assert gone.code == 1
    assert "no server of NATS" in gone.err
    assert "secret" not in gone.err
    wrong = typed("publish", "--db", log.place, "--once", "--nats", url, "--prefix", "A.b")
    assert wrong.code == 2
    assert typed("publish", "--db", log.place, "--nats", url, "--replicas", "2").code == 2


def test_what_there_is_is_published(typed: Type, tmp_path: Path, nats_server: NatsServer) -> None:
    """Once, and the number of events is told."""
    place = tmp_path / "orders.db"
    begun(place, NOW + timedelta(days=7))
    once = ("publish", "--db", str(place), "--nats", nats_server.url, "--once")

    assert typed(*once).out == "2 published\n"
    assert typed(*once).out == "0 published\n"
