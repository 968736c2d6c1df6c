"""A process that is killed while it erases: whoever comes next finishes what it began."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from orderflow.order import events as e
from orderflow.privacy import Eraser, KeyState, SQLiteKeys, Vault, show, whole_file
from orderflow.privacy.sqlite import files
from orderflow.privacy.sqlite import keys as module
from orderflow.store import ProtectionOrders
from orderflow.store.sqlite.logfile import LogFile
from tests.contracts.cases import OFFICER, after
from tests.unit.privacy.making import ORDER, SAFE, Keys, confide, erasure
from tests.unit.privacy.test_key_file import key_of, lies_about

WRITES = 7
"""One more than an erasure in two orders has: mark, two events, destroy, wipe, wiped."""


def _killed(folder: Path, step: int, *, after_it: bool) -> None:
    """Erase, and be killed at a write: before it, or when it is on disk."""
    count = {"writes": 0}

    def killing(real: Any) -> Any:  # noqa: ANN401
        def write(*args: Any) -> Any:  # noqa: ANN401
            count["writes"] += 1
            if count["writes"] == step and not after_it:
                os.kill(os.getpid(), signal.SIGKILL)
            result = real(*args)
            if count["writes"] == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        return write

    with (
        SQLiteKeys(folder / "orders.db.keys") as keys,
        ProtectionOrders.open(folder / "orders.db", keys=keys) as orders,
    ):
        LogFile.write = killing(LogFile.write)  # type: ignore[method-assign]
        setattr(module, "wipe", killing(files.wipe))  # noqa: B010 - not exported
        Eraser(orders, keys).erase("ana", ground=erasure().ground, actor=OFFICER, at=after(24 * 14))


@pytest.mark.kill
@pytest.mark.parametrize("after_it", [False, True])
@pytest.mark.parametrize("step", range(1, WRITES))
def test_a_killed_erasure_is_finished(
    filed: ProtectionOrders, file_keys: SQLiteKeys, tmp_path: Path, step: int, after_it: bool
) -> None:
    """At every write that it makes: no copy of the key is left, and each order says so once."""
    made = (confide(filed), confide(filed))
    key = key_of(tmp_path / "orders.db.keys", "ana")
    filed.close()
    file_keys.close()
    child = multiprocessing.get_context("spawn").Process(
        target=_killed, args=(tmp_path, step), kwargs={"after_it": after_it}
    )
    child.start()
    child.join(60)
    assert child.exitcode == -signal.SIGKILL

    with (
        SQLiteKeys(tmp_path / "orders.db.keys") as keys,
        ProtectionOrders.open(tmp_path / "orders.db", keys=keys) as orders,
    ):
        _stands(orders, keys, step + after_it)
        (done,) = Eraser(orders, keys).erase(
            "ana", ground=erasure().ground, actor=OFFICER, at=after(24 * 14)
        )
        assert (done.status.state, done.orders) == (KeyState.ERASED, made)
        for order_id in made:
            events = [one.event for one in orders.history(order_id)]
            assert sum(isinstance(event, e.PersonalDataErased) for event in events) == 1
    assert lies_about(tmp_path, key) == []


def _stands(orders: ProtectionOrders, keys: Keys, reached: int) -> None:
    """Look at what the process left behind: nobody is half erased without being told."""
    (shown,) = show(orders, keys, person="ana")
    expected = {1: None, 2: "marked", 3: "marked", 4: "marked", 5: "not_wiped", 6: "not_wiped"}
    assert shown.unfinished == expected.get(reached)
    made = shown.sealed[0].order_id
    text = Vault(orders, keys, may_read=whole_file).read(made)[0].text
    assert text == (SAFE if reached <= 4 else None)
    assert made != ORDER
