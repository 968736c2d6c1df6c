"""No room left: the command is not acknowledged, what was acknowledged stays, and it goes on."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from orderflow.errors import StoreUnavailable
from orderflow.store import ProtectionOrders
from tests.contracts.cases import grant, notify, request
from tests.faults.children import order_named
from tests.faults.conftest import must_be_sound

if TYPE_CHECKING:
    from pathlib import Path


def test_a_full_database_loses_nothing(path: Path) -> None:
    """At the limit a command fails as a whole; with room again it is recorded."""
    order_id = order_named("full")
    with ProtectionOrders.open(path) as orders:
        orders.handle(request(order_id))
        orders.handle(grant(order_id))
        (connection,) = orders.factory.file._connections  # type: ignore[attr-defined]
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 2}").close()
        done: list[str] = []
        with pytest.raises(StoreUnavailable, match="full"):
            done.extend(
                submitted
                for submitted in (f"c-{number}" for number in range(500))
                if orders.handle(notify(order_id, 4), command_id=submitted).version
            )
        assert orders.get(order_id).version == 3 + len(done)
        connection.execute(f"PRAGMA max_page_count = {pages + 100}").close()
        again = orders.handle(notify(order_id, 4), command_id=f"c-{len(done)}")

    assert again.repeated is False
    assert len(done) > 3
    assert set(must_be_sound(path, done).values()) == {1, 2}


FILL = """
import resource, signal, sys
from orderflow.errors import StoreUnavailable
from orderflow.store import ProtectionOrders
from tests.contracts.cases import grant, notify, request
from tests.faults.children import order_named

order_id = order_named("full")
with ProtectionOrders.open(sys.argv[1]) as orders:
    orders.handle(request(order_id))
    orders.handle(grant(order_id))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), limits[1]))
    try:
        for number in range(1000):
            orders.handle(notify(order_id, 4), command_id=f"c-{number}")
            print(f"c-{number}", flush=True)
    except StoreUnavailable:
        print("unavailable", orders.get(order_id).version)
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    print(orders.handle(notify(order_id, 4), command_id="after").version)
"""


@pytest.mark.kill
@pytest.mark.skipif(sys.platform == "win32", reason="limits of file size are of Unix")
@pytest.mark.parametrize("limit", [150_001, 204_800, 333_333])
def test_the_operating_system_refusing_to_write_loses_nothing(path: Path, limit: int) -> None:
    """A write that the system cuts short at any place is no write, and the log goes on after."""
    run = subprocess.run(
        [sys.executable, "-c", FILL, str(path), str(limit)],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    *done, unavailable, after = run.stdout.splitlines()

    assert unavailable == f"unavailable {3 + len(done)}"
    assert after == str(4 + len(done))
    assert len(done) > 3
    must_be_sound(path, [*done, "after"])
