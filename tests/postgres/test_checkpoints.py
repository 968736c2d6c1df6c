"""Workers sign a log on PostgreSQL: each checkpoint extends the one before, whoever made it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from orderflow.audit.ledger.checkpoint import Checkpoint
from orderflow.audit.ledger.keyfile import read_key
from orderflow.audit.ledger.keys import Kind
from orderflow.audit.ledger.leaf import leaf_of
from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.note import Note
from orderflow.audit.ledger.postgres.log import PostgresLog
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.audit.ledger.trust import Trust
from orderflow.cli import main
from orderflow.errors import StoreUnavailable
from orderflow.store import ProtectionOrders
from tests.contracts.cases import whole_case
from tests.servers.postgres import PostgresServer
from tests.unit.audit.ledger.rfc6962 import mth
from tests.unit.cli.support import SOURCES
from tests.unit.cli.test_signing import asked, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from orderflow.audit.ledger.keys import SigningKey


@pytest.fixture
def own() -> Iterator[PostgresServer]:
    """A server that only this test stops."""
    with PostgresServer() as server:
        yield server


class Signing:
    """A log on a server, a ledger that was begun for it, and workers that sign."""

    def __init__(self, address: str, folder: Path) -> None:
        """Begin the ledger of an empty log."""
        self.address, self.folder = address, folder
        self.key_file, self.ledger = folder / "log.key", folder / "orders.ledger"
        ProtectionOrders.open(address).close()
        assert main(["audit", "keygen", "example.org/orders", "--out", str(self.key_file)]) == 0
        begin = ["--ledger", str(self.ledger), "--key", str(self.key_file), "--begin"]
        out = ["--out", str(folder / "first")]
        assert main(["audit", "checkpoint", "--db", address, *begin, *out]) == 0

    @property
    def key(self) -> SigningKey:
        """The key of the log."""
        return read_key(self.key_file, Kind.NOTE)

    def worker(self, *more: str) -> subprocess.Popen[str]:
        """Start a worker as a process of its own, which signs after every event."""
        options = ["--ledger", str(self.ledger), "--key", str(self.key_file), "--every", "0.05"]
        return subprocess.Popen(
            [
                *(sys.executable, "-m", "orderflow", "worker", "--db", self.address),
                *(*options, "--checkpoint-events", "1", *more),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": SOURCES},
        )

    def live(self, orders: int) -> None:
        """Record so many cases, through whatever befalls the server."""
        with ProtectionOrders.open(self.address) as log:
            for _ in range(orders):
                for command in whole_case(uuid4()):
                    patiently(log, command)

    def sizes(self) -> list[int]:
        """Return how many events each checkpoint covers, in the order of size."""
        with closing(SQLiteLedger(self.ledger)) as store:
            last = store.read(lambda pages: pages.checkpoint())
            assert last is not None
            size = Checkpoint.parse(Note.parse(last).text).size
            return [one for one in range(size + 1) if note_of(store, one) is not None]

    def covered(self) -> int:
        """Wait until everything on record is covered, and return how many events that are."""
        give_up_at = time.monotonic() + 30
        with closing(PostgresLog(self.address)) as log:
            # The workers put on record what fell due, too. A crash leaves gaps between positions.
            while self.sizes()[-1] < (events := log.count(0, 2**62)):
                assert time.monotonic() < give_up_at, f"{self.sizes()[-1]} of {events} are covered"
                time.sleep(0.05)
        return events


def note_of(store: SQLiteLedger, size: int) -> bytes | None:
    """Return the checkpoint of a size, if one was signed."""
    return store.read(lambda pages: pages.checkpoint(size))


def patiently(log: ProtectionOrders, command: object) -> None:
    """Hand in a command until it is on record."""
    command_id = str(uuid4())
    give_up_at = time.monotonic() + 60
    while True:
        try:
            log.handle(command, command_id=command_id)  # type: ignore[arg-type]  # One of a case.
        except StoreUnavailable:
            assert time.monotonic() < give_up_at
            time.sleep(0.1)
        else:
            return


def test_two_workers_sign_one_history_through_a_crash_of_the_server(
    own: PostgresServer, tmp_path: Path
) -> None:
    """Each size is signed once, by one of both, and its root is that of the first so many events.

    The server crashes and comes back between. The last checkpoint extends every other.
    """
    signing = Signing(own.address(), tmp_path)
    workers = [signing.worker(), signing.worker()]
    try:
        for _ in range(4):
            signing.live(1)
            signing.covered()
        signing.live(3)
        own.stop("immediate")
        own.start()
        for _ in range(4):
            signing.live(1)
            signing.covered()
        events = signing.covered()
    finally:
        for worker in workers:
            worker.send_signal(signal.SIGTERM)
        ended = [worker.communicate(timeout=30)[1] for worker in workers]
    assert [worker.returncode for worker in workers] == [0, 0], ended
    said = [[json.loads(line) for line in lines.splitlines()] for lines in ended]

    signed = [[one["size"] for one in lines if one["event"] == "checkpoint"] for lines in said]
    sizes = signing.sizes()
    assert sorted(signed[0] + signed[1]) == [one for one in sizes if one]
    assert len(sizes) > 8
    assert not [one for lines in said for one in lines if one["event"] == "not_signed"]
    trust = Trust(signing.key.verifier)
    with (
        closing(SQLiteLedger(signing.ledger)) as store,
        closing(PostgresLog(signing.address)) as log,
    ):
        notes = [note_of(store, one) for one in sizes]
        opened = [trust.open(one).checkpoint for one in notes if one is not None]
        assert [one.size for one in opened] == sizes
        for earlier in opened:
            proof = Ledger(store, log).prove_extension(earlier)
            assert proof.check(trust, earlier).checkpoint.size == events
        leaves = [leaf_of(one) for one in log.events_from(0)]
    assert [one.root for one in opened] == [mth(leaves[: one.size]) for one in opened]


def test_a_worker_refuses_to_sign_a_log_on_a_server_that_was_put_back(
    postgres_address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A ledger that has seen more than the log holds signs nothing, and somebody is told."""
    signing = Signing(postgres_address, tmp_path)
    signing.live(1)
    once = ["worker", "--db", signing.address, "--once", "--key", str(signing.key_file)]
    assert main([*once, "--ledger", str(signing.ledger)]) == 0
    capsys.readouterr()
    other = f"{postgres_address}_other"
    ProtectionOrders.open(other).close()
    main(["worker", "--db", other, *once[3:], "--ledger", str(signing.ledger)])
    with ProtectionOrders.open(other) as log:
        for command in list(whole_case(uuid4()))[:2]:
            log.handle(command)
    main(["worker", "--db", other, *once[3:], "--ledger", str(signing.ledger)])
    said = [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    assert {one["event"] for one in said if one["level"] == "error"} == {"not_signed"}
    assert signing.sizes()[-1] == len(list(whole_case(uuid4()))) + 1


def test_the_service_shows_the_checkpoint_of_a_log_on_a_server(
    postgres_address: str, tmp_path: Path
) -> None:
    """With its ledger named, an auditor reads the last checkpoint byte for byte."""
    signing = Signing(postgres_address, tmp_path)
    options = ("--db", postgres_address, "--ledger", str(signing.ledger))
    with served(tmp_path, *options, "--access-log", "access.db") as (where, _):
        claim = {"sub": "aud", "vouched": ["auditor"], "purpose": "audit"}
        token = asked(where.removesuffix("/v1"), "/dev/token", "", claim)["access_token"]
        state = asked(where, "/audit/state", token)

    assert (state["covered"], state["origin"]) == (0, "example.org/orders")
