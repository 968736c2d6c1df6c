"""A log on read-only media, or of somebody else: it is read, and not a byte is written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from orderflow.errors import StoreUnavailable
from orderflow.store import ProtectionOrders
from orderflow.store.sqlite.readonly import ReadOnlyLogFile
from tests.contracts.cases import grant, notify, request
from tests.faults.children import order_named
from tests.faults.test_foreign_files import snapshot

ORDER = order_named("read-only")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions of Unix")


@pytest.fixture
def log(path: Path) -> Path:
    """A log that nobody has open."""
    with ProtectionOrders.open(path) as orders:
        orders.handle(request(ORDER))
        orders.handle(grant(ORDER))
    return path


@pytest.fixture
def read_only(log: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, as somebody sees it who may only read."""
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    return log


def test_a_log_on_read_only_media_is_read(read_only: Path) -> None:
    """Order, history and list of orders are there; writing is refused; no file appears."""
    before = snapshot(read_only.parent)
    with ProtectionOrders.open(read_only, create=False) as orders:
        assert isinstance(orders.factory.file, ReadOnlyLogFile)  # type: ignore[attr-defined]
        assert orders.get(ORDER).version == len(orders.history(ORDER)) == 3
        assert list(orders.order_ids()) == [ORDER]
        with pytest.raises(StoreUnavailable, match="only be read"):
            orders.handle(notify(ORDER, 4))
        assert orders.factory.file._connections == set()  # type: ignore[attr-defined]

        assert snapshot(read_only.parent) == before


READ = """
import os, sys
from orderflow.store import ProtectionOrders
from tests.contracts.cases import request
from tests.faults.children import order_named
with ProtectionOrders.open() as orders:  # Everything is imported while it may be read.
    orders.get(orders.handle(request()).order_id)
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
os.chdir(sys.argv[1])
with ProtectionOrders.open("orders.db", create=False) as orders:
    print(orders.get(order_named("read-only")).version, sorted(os.listdir()))
"""


def test_an_auditor_without_any_right_to_write_reads(log: Path) -> None:
    """By the operating system's own word: another user, a read-only file and folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy = Path(shutil.copy(log, folder))
        copy.chmod(0o444)
        folder.chmod(0o555)
        run = subprocess.run(
            [sys.executable, "-c", READ, name],
            check=False,
            capture_output=True,
            text=True,
            timeout=60,
            env={"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"},
        )
        folder.chmod(0o755)

    assert (run.stdout, run.stderr) == ("3 ['orders.db']\n", "")


def test_what_another_process_writes_is_read(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a write-ahead log beside it the file is read by SQLite's own rules."""
    with ProtectionOrders.open(log) as writer:
        monkeypatch.setattr(os, "access", lambda *_, **__: False)
        with ProtectionOrders.open(log, create=False) as reader:
            assert reader.get(ORDER).version == 3
            writer.handle(notify(ORDER, 4))
            assert reader.get(ORDER).version == 4
    with ProtectionOrders.open(log, create=False) as reader:
        assert reader.get(ORDER).version == 4


def test_a_log_that_changes_while_it_is_read_is_unavailable(read_only: Path) -> None:
    """Without locks nobody can promise one view; it is asked for again."""
    with ProtectionOrders.open(read_only, create=False) as orders:
        file: ReadOnlyLogFile = orders.factory.file  # type: ignore[attr-defined]
        with pytest.raises(StoreUnavailable, match="while it was read"):
            file.read(lambda _: os.utime(read_only, (1, 1)))
        with pytest.raises(StoreUnavailable, match="deleted"):
            file.read(lambda _: read_only.unlink())
        with pytest.raises(StoreUnavailable, match="cannot be opened"):
            orders.get(ORDER)

    assert list(read_only.parent.iterdir()) == []
