"""The access log is signed by the service that writes it, and by a worker beside it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from orderflow.api import AccessFile
from orderflow.api.accesses.log import STREAM
from orderflow.audit.ledger.keyfile import read_key
from orderflow.audit.ledger.keys import Kind
from orderflow.audit.ledger.leaf import leaf_of
from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.audit.ledger.trust import Trust
from orderflow.store import ProtectionOrders
from tests.unit.audit.ledger.rfc6962 import mth
from tests.unit.cli.support import SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from orderflow.audit.ledger.checkpoint import Checkpoint
    from tests.unit.cli.support import Type


@pytest.fixture
def key(typed: Type, tmp_path: Path) -> Path:
    """A key for the access log."""
    place = tmp_path / "access.key"
    assert typed("audit", "keygen", "access.example", "--out", str(place)).code == 0
    return place


@contextmanager
def served(folder: Path, *more: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Serve a log in a folder on a free port, until told to stop; yield where, and the process."""
    process = subprocess.Popen(
        [sys.executable, "-m", "orderflow", "serve", "--dev", "--port", "0", *more],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": SOURCES},
    )
    assert process.stderr is not None
    with process.stderr:
        try:
            where = ""
            while "orderflow serves" not in where:
                where = process.stderr.readline()
                assert where, "it does not serve"
            yield where.split()[2], process
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def asked(where: str, path: str, token: str, body: object = None) -> Any:  # noqa: ANN401 - JSON
    """Ask the service for something."""
    request = urllib.request.Request(  # noqa: S310 - this machine
        f"{where}{path}",
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
        return json.load(answer)


def looked(where: str, times: int) -> None:
    """Look at the list of orders so many times."""
    claim = {"sub": "ben", "role": "court", "office": "court-1", "purpose": "hearing"}
    token = asked(where.removesuffix("/v1"), "/dev/token", "", claim)["access_token"]
    for _ in range(times):
        asked(where, "/orders", token)


def last_signed(folder: Path, key: Path) -> Checkpoint:
    """Return the last checkpoint, once its signature and its root were found to be right."""
    verifier = read_key(key, Kind.NOTE).verifier
    with (
        closing(SQLiteLedger(folder / "access.db.ledger")) as store,
        closing(AccessFile.read_only(folder / "access.db")) as log,
    ):
        note = store.read(lambda pages: pages.checkpoint())
        assert note is not None
        checkpoint = Trust(verifier).open(note).checkpoint
        leaves = [leaf_of(one) for one in log.events_from(1)]
        assert mth(leaves[: checkpoint.size]) == checkpoint.root
        proof = Ledger(store, log).prove(STREAM, checkpoint.size)
        assert proof.leaf is not None
        assert proof.check(Trust(verifier), proof.leaf).checkpoint == checkpoint
    return checkpoint


def entries(folder: Path) -> int:
    """Return how many entries the access log has."""
    with closing(AccessFile.read_only(folder / "access.db")) as log:
        return log.last_position()


def test_the_service_signs_its_access_log_by_itself(tmp_path: Path, key: Path) -> None:
    """What it began with is covered while it runs, and everything when it has stopped."""
    options = ("--access-log", "access.db", "--access-key", str(key))
    soon = ("--access-checkpoint-seconds", "0.2")
    with served(tmp_path, *options, *soon) as (where, _):
        looked(where, 3)
        give_up_at = time.monotonic() + 20
        while not last_size(tmp_path):
            assert time.monotonic() < give_up_at, "nothing was signed"
            time.sleep(0.1)
        looked(where, 3)
    assert last_signed(tmp_path, key).size == entries(tmp_path) == 6

    with served(tmp_path, *options) as (where, _):
        looked(where, 1)
    assert last_signed(tmp_path, key).size == entries(tmp_path) == 7


def last_size(folder: Path) -> int:
    """Return how many entries are covered; 0 where nothing was signed yet."""
    if not (folder / "access.db.ledger").exists():
        return 0
    with closing(SQLiteLedger(folder / "access.db.ledger")) as store:
        return store.read(lambda pages: pages.size())


def test_a_worker_signs_an_access_log_beside_the_service(
    typed: Type, tmp_path: Path, key: Path
) -> None:
    """A log that was there before is begun by hand; then service and worker sign one history."""
    with served(tmp_path, "--access-log", "access.db") as (where, _):
        looked(where, 2)
    ProtectionOrders.open(tmp_path / "orders.db").close()
    log, orders = str(tmp_path / "access.db"), str(tmp_path / "orders.db")
    once = ("worker", "--db", orders, "--once", "--access-log", log, "--access-key", str(key))

    refused = typed(*once)
    assert (refused.code, "begin one" in refused.err) == (2, True)
    begun = typed("audit", "checkpoint", "--db", log, "--key", str(key), "--begin")
    assert begun.code == 0
    with served(tmp_path, "--access-log", "access.db", "--access-key", str(key)) as (where, _):
        looked(where, 2)
        done = typed(*once)
        assert done.code == 0, done.err
    assert last_signed(tmp_path, key).size == entries(tmp_path) == 4
    with closing(AccessFile.open(tmp_path / "access.db")) as written:
        written.record([b"{}"])
    (line,) = typed(*once).err.splitlines()
    assert json.loads(line) | {"at": ""} == {
        "at": "",
        "level": "info",
        "event": "accesses_checkpoint",
        "size": 5,
        "new": 1,
    }


def test_an_access_log_that_was_put_back_is_signed_by_nobody(
    typed: Type, tmp_path: Path, key: Path
) -> None:
    """Entries that were signed and are gone: it is said, and no second history is signed."""
    orders, log = str(tmp_path / "orders.db"), tmp_path / "access.db"
    ProtectionOrders.open(orders).close()
    with closing(AccessFile.open(log)) as written:
        written.record([b"{}", b'{"a":1}'])
    typed("audit", "checkpoint", "--db", str(log), "--key", str(key), "--begin")
    for one in tmp_path.glob("access.db*"):
        if "ledger" not in one.name:
            one.unlink()
    with closing(AccessFile.open(log)) as written:
        written.record([b"{}"])
    once = ("worker", "--db", orders, "--once", "--access-log", str(log), "--access-key", str(key))
    done = typed(*once)

    (said,) = [json.loads(line) for line in done.err.splitlines()]
    assert (said["event"], said["level"]) == ("accesses_not_signed", "error")
    assert last_size(tmp_path) == 2


def test_the_key_of_orders_signs_no_access_log(typed: Type, tmp_path: Path, key: Path) -> None:
    """One key, one history; and what does not go together is told."""
    orders, log = str(tmp_path / "orders.db"), str(tmp_path / "access.db")
    ProtectionOrders.open(orders).close()
    AccessFile.open(tmp_path / "access.db").close()
    typed("audit", "checkpoint", "--db", orders, "--key", str(key), "--begin")
    worker = ("worker", "--db", orders, "--once")
    both = ("--access-log", log, "--access-key", str(key))
    serve = ("serve", "--dev", "--db", orders)

    for words, said in (
        ((*worker, *both, "--key", str(key)), "another one"),
        ((*serve, *both), "another one"),
        ((*worker, "--access-log", log), "go together"),
        ((*worker, "--access-key", str(key)), "go together"),
        ((*serve, "--access-ledger", "x"), "--access-key"),
        ((*worker, *both, "--access-checkpoint-seconds", "0"), "above 0"),
        (("serve", "--dev", "--access-key", str(key)), "--access-log"),
    ):
        told = typed(*words)
        assert (told.code, said in told.err) == (2, True), told.err
