"""The access log: append-only, chained, and covered by checkpoints."""

from __future__ import annotations

import json
import sqlite3
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from orderflow.api import AccessFile, Settings
from orderflow.api.accesses.log import STREAM
from orderflow.audit.ledger.keys import Kind, SigningKey
from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.audit.ledger.trust import Trust
from orderflow.errors import LogContradicted, NotAnEventLog, StoreUnavailable
from orderflow.store import ProtectionOrders
from tests.serving import PLENTY, World, filed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def log(tmp_path: Path) -> Iterator[AccessFile]:
    """An access log."""
    found = AccessFile.open(tmp_path / "access.db")
    yield found
    found.close()


def test_many_threads_write_one_chain(log: AccessFile) -> None:
    """Whatever is recorded at once is all there, in one order, unbroken."""

    def write(n: int) -> None:
        for m in range(20):
            log.record([f"{n}-{m}".encode()])

    threads = [Thread(target=write, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    kept = {event.state.decode() for event in log.events_from(1)}
    assert kept == {f"{n}-{m}" for n in range(8) for m in range(20)}
    assert log.broken_at() is None


def test_it_goes_on_where_it_was(log: AccessFile, tmp_path: Path) -> None:
    """Another process takes the same file, and the chain goes on."""
    log.record([b"one"])
    again = AccessFile.open(tmp_path / "access.db")
    again.record([b"two"])
    read = AccessFile.read_only(tmp_path / "access.db")

    assert read.broken_at() is None
    assert [event.state for event in read.events_from(1)] == [b"one", b"two"]
    assert read.count(1, 2) == 1
    assert read.find(STREAM, 2) is not None
    assert read.find("other", 1) is None
    again.close()
    read.close()


@pytest.mark.parametrize(
    "statement, broken",
    [
        ("UPDATE accesses SET entry = x'00' WHERE position = 2", 2),
        ("DELETE FROM accesses WHERE position = 2", 3),
    ],
)
def test_a_change_is_refused_and_found(
    log: AccessFile, tmp_path: Path, statement: str, broken: int
) -> None:
    """The file refuses it; whoever takes the triggers away is found by the chain."""
    log.record([b"one", b"two", b"three"])
    with sqlite3.connect(tmp_path / "access.db") as db:
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            db.execute(statement)
        db.execute("DROP TRIGGER accesses_are_never_edited")
        db.execute("DROP TRIGGER accesses_are_never_deleted")
        db.execute(statement)
    db.close()

    assert log.broken_at() == broken


def test_a_checkpoint_covers_it(log: AccessFile, tmp_path: Path) -> None:
    """The ledger of orders covers accesses too: proofs hold, and a changed entry is found."""
    log.record([b"one", b"two"])
    key = SigningKey.generate("access.example", Kind.NOTE)
    store = SQLiteLedger.begin(tmp_path / "access.ledger", key.verifier)
    ledger = Ledger(store, log)
    signed = ledger.checkpoint(key)
    proof = ledger.prove(STREAM, 1)

    assert signed.checkpoint.size == 2
    assert proof.leaf is not None
    assert proof.check(Trust(key.verifier), proof.leaf).checkpoint.size == 2
    with sqlite3.connect(tmp_path / "access.db") as db:
        db.execute("DROP TRIGGER accesses_are_never_edited")
        db.execute("UPDATE accesses SET entry = x'00' WHERE position = 1")
    db.close()
    with pytest.raises(LogContradicted):
        ledger.prove(STREAM, 1)
    store.close()


def test_something_else_is_no_access_log(tmp_path: Path) -> None:
    """A log of orders, or nothing, is told from an access log and left as it is."""
    ProtectionOrders.open(tmp_path / "orders.db").close()

    for open_it, name in ((AccessFile.open, "orders.db"), (AccessFile.read_only, "none.db")):
        with pytest.raises(NotAnEventLog):
            open_it(tmp_path / name)
    assert not (tmp_path / "none.db").exists()


def test_nothing_is_shown_that_is_not_logged(tmp_path: Path) -> None:
    """Without its access log the service shows no order, and says why."""
    with ProtectionOrders.open() as orders:
        world = World(
            orders,
            settings=Settings(limits=PLENTY, absent_after=0.0),
            access_log=tmp_path / "access.db",
        )
        order_id = filed(world)
        (tmp_path / "access.db").unlink()
        answer = world.get(f"/v1/orders/{order_id}", "court")

        assert (answer.status_code, answer.json()["code"]) == (503, "access_not_logged")
        assert str(order_id) not in answer.text
        with pytest.raises(StoreUnavailable):
            world.service.accesses.record([b"x"])
        world.service.close()


def test_a_service_that_cannot_log_is_not_ready_until_it_can(tmp_path: Path) -> None:
    """An access log that is gone takes readiness away; once it is back, both are as they were."""
    with ProtectionOrders.open() as orders:
        world = World(
            orders,
            settings=Settings(limits=PLENTY, absent_after=0.0),
            access_log=tmp_path / "access.db",
        )
        order_id = filed(world)
        log = world.service.accesses
        assert isinstance(log, AccessFile)
        place = tmp_path / "access.db"
        away = place.rename(tmp_path / "away.db")
        assert world.get(f"/v1/orders/{order_id}", "court").status_code == 503
        answer = world.client.get("/health/ready")
        assert (answer.status_code, answer.json()) == (503, {"status": "access log not written"})

        away.rename(place)
        assert world.client.get("/health/ready").json() == {"status": "ready"}
        assert json.loads([*log.events_from(1)][-1].state)["operation"] == "access_log_resumed"
        assert world.get(f"/v1/orders/{order_id}", "court").status_code == 200
        assert log.broken_at() is None
        world.service.close()
