"""Killed at any moment: what was acknowledged is there, once, and nothing is there by halves."""

from __future__ import annotations

import random
import shutil
import time
from itertools import count
from pathlib import Path

import pytest

from orderflow.store import ProtectionOrders
from tests.faults.children import command_number, order_named
from tests.faults.conftest import Nursery, alive, must_be_sound

pytestmark = pytest.mark.kill

ROUNDS = 30
WRITERS = 2


def acknowledged(acks: Path) -> list[str]:
    """Return the ids that a writer noted, each after `handle` had returned."""
    return acks.read_text().splitlines() if acks.exists() else []


def test_writers_killed_under_load_lose_nothing(
    path: Path, tmp_path: Path, nursery: Nursery
) -> None:
    """Whatever sixty killed writers had acknowledged is on record exactly once."""
    seed = random.SystemRandom().randrange(2**32)
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    known: list[str] = []
    kills = 0
    for round_number in range(ROUNDS):
        writers = []
        for writer in range(WRITERS):
            name = f"{round_number}-{writer}"
            acks = tmp_path / f"acks-{name}"
            writers.append(
                (nursery.start("write_for_ever", str(path), name, str(acks)), name, acks)
            )
        chance.shuffle(writers)
        for child, name, acks in writers:
            time.sleep(chance.uniform(0.01, 0.25))
            assert alive(child), f"writer {name} ended by itself (seed {seed})"
            nursery.kill(child)
            kills += 1
            known += acknowledged(acks)
        for _, name, acks in writers:
            number = len(acknowledged(acks))
            with ProtectionOrders.open(path) as orders:
                command = command_number(order_named(name), number)
                orders.handle(command, command_id=f"{name}-{number}")
            known.append(f"{name}-{number}")

    events = must_be_sound(path, known)
    assert sorted(events) == sorted(known), f"seed {seed}"
    assert all(events[i] == (2 if i.endswith("-1") and i.count("-") == 2 else 1) for i in events)
    assert kills == ROUNDS * WRITERS >= 50


@pytest.mark.parametrize("number", [0, 1, 2], ids=["one event", "two events", "one more"])
def test_a_writer_killed_at_any_step_leaves_all_or_nothing(
    path: Path, tmp_path: Path, nursery: Nursery, number: int
) -> None:
    """Whatever step of SQLite a writer dies at, its command is on record whole or not at all."""
    order_id = order_named("stepwise")
    with ProtectionOrders.open(path) as orders:
        for earlier in range(number):
            orders.handle(command_number(order_id, earlier), command_id=f"stepwise-{earlier}")
    outcomes = []
    for step in count(1):
        attempt = tmp_path / f"step-{step}.db"
        shutil.copy(path, attempt)
        nursery.wait(nursery.start("die_at_step", str(attempt), "stepwise", number, step))
        events = must_be_sound(attempt, [f"stepwise-{earlier}" for earlier in range(number)])
        outcomes.append(events[f"stepwise-{number}"])
        attempt.unlink()
        if Path(f"{attempt}.done").exists():
            break

    whole = 2 if number == 1 else 1
    assert set(outcomes) == {0, whole}
    assert outcomes == sorted(outcomes)
    assert outcomes.count(0) > 100


def test_a_log_killed_while_it_is_made_is_made_by_the_next(
    tmp_path: Path, nursery: Nursery
) -> None:
    """Whatever step the first process dies at, the next one finds nothing, or a whole log."""
    for step in count(1):
        attempt = tmp_path / f"new-{step}.db"
        nursery.wait(nursery.start("die_at_step", str(attempt), "new", -1, step))
        with ProtectionOrders.open(attempt) as orders:
            orders.handle(command_number(order_named("new"), 0), command_id="new-0")
        assert must_be_sound(attempt)["new-0"] == 1
        if Path(f"{attempt}.done").exists():
            break

    assert step > 100
