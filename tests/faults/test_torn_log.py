"""Power lost during a write: any part of what was last written may be gone."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from orderflow.store import ProtectionOrders
from tests.faults.children import command_number, order_named
from tests.faults.conftest import must_be_sound

if TYPE_CHECKING:
    from pathlib import Path

STRIDE = 256


def test_any_part_of_the_last_write_leaves_all_or_nothing(path: Path, tmp_path: Path) -> None:
    """However much of the last transaction reached the disk, the earlier ones are whole."""
    wal = path.with_name("orders.db-wal")
    order_id = order_named("torn")
    with ProtectionOrders.open(path) as orders:
        for number in range(4):
            orders.handle(command_number(order_id, number), command_id=f"torn-{number}")
        before = wal.stat().st_size
        orders.handle(command_number(order_id, 4), command_id="torn-4")
        whole, file = wal.read_bytes(), path.read_bytes()

    found = []
    for size in [*range(before, len(whole), STRIDE), len(whole)]:
        torn = tmp_path / f"torn-{size}.db"
        torn.write_bytes(file)
        torn.with_name(f"{torn.name}-wal").write_bytes(whole[:size])
        events = must_be_sound(torn, [f"torn-{number}" for number in range(4)])
        found.append(events["torn-4"])

    assert len(whole) - before > 4096
    assert found == [0] * (len(found) - 1) + [1]


def test_a_write_that_was_torn_may_be_handed_in_again(path: Path, tmp_path: Path) -> None:
    """After half a write was lost, the same command is recorded as if for the first time."""
    order_id = order_named("torn")
    with ProtectionOrders.open(path) as orders:
        orders.handle(command_number(order_id, 0), command_id="torn-0")
        orders.handle(command_number(order_id, 1), command_id="torn-1")
        torn = tmp_path / "torn.db"
        shutil.copy(path, torn)
        wal = path.with_name("orders.db-wal").read_bytes()
    torn.with_name("torn.db-wal").write_bytes(wal[:-100])
    with ProtectionOrders.open(torn) as orders:
        assert not orders.handle(command_number(order_id, 1), command_id="torn-1").repeated

    assert must_be_sound(torn, ["torn-0"])["torn-1"] == 2
