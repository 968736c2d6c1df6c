"""A key store put back to a copy from before an erasure: it is told, and done again."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from orderflow.order import events as e
from orderflow.privacy import KeyState, SQLiteKeys, Vault, show, whole_file
from orderflow.store import ProtectionOrders
from tests.unit.privacy.making import ORDER, SAFE, confide, end
from tests.unit.privacy.test_key_file import key_of, lies_about

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from tests.unit.cli.support import Type

DB = ("--db", "orders.db")
ERASE = ("privacy", "erase", "ana", "--as", "court_officer/court-1", *DB)
COPIES = {"with the key": "full", "from before the key": "empty"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An ended order with its keys, and copies of the keys: from before any, and with all."""
    keys = tmp_path / "orders.db.keys"
    with SQLiteKeys.begin(keys) as store:
        with ProtectionOrders.open(tmp_path / "orders.db", keys=store):
            shutil.copy(keys, tmp_path / "empty")
        with ProtectionOrders.open(tmp_path / "orders.db", keys=store) as orders:
            end(orders, confide(orders, ORDER))
    shutil.copy(keys, tmp_path / "full")
    return tmp_path


def erasures(folder: Path, order_id: UUID = ORDER) -> int:
    """Return how often the order says that somebody was erased."""
    with ProtectionOrders.open(folder / "orders.db") as orders:
        events = [one.event for one in orders.history(order_id)]
    return sum(isinstance(event, e.PersonalDataErased) for event in events)


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_an_older_copy_is_told_and_the_erasure_done_again(
    typed: Type, folder: Path, copy: str
) -> None:
    """By `privacy show` with exit code 1, until erasing again has left no key; recorded once."""
    keys = folder / "orders.db.keys"
    key = key_of(keys, "ana")
    assert typed(*ERASE, "--ground", "request_granted").code == 0
    assert typed("privacy", "show", *DB).code == 0
    shutil.copy(folder / copy, keys)

    shown = typed("privacy", "show", "ana", *DB)
    assert shown.code == 1
    assert "UNFINISHED recorded, but" in shown.flat
    assert "perhaps an older copy" in shown.flat
    assert "ONAF" in typed("privacy", "show", *DB, "--lang", "nl").flat
    assert typed(*ERASE, "--ground", "request_granted").code == 0
    assert typed("privacy", "show", "ana", *DB).code == 0
    assert erasures(folder) == 1
    assert lies_about(folder, key) == ["full"]


def test_until_then_an_older_copy_opens_what_was_erased(typed: Type, folder: Path) -> None:
    """As the page says: whoever has a copy of the key reads, and no log can forbid it."""
    typed(*ERASE, "--ground", "request_granted")
    shutil.copy(folder / "full", folder / "orders.db.keys")

    with (
        SQLiteKeys(folder / "orders.db.keys") as keys,
        ProtectionOrders.open(folder / "orders.db", keys=keys) as orders,
    ):
        assert Vault(orders, keys, may_read=whole_file).read(ORDER)[0].text == SAFE
        (shown,) = show(orders, keys, person="ana")
        assert (shown.unfinished, shown.key) == ("not_destroyed", KeyState.LIVE)


def test_a_key_store_that_never_heard_of_it_may_make_a_new_key(typed: Type, folder: Path) -> None:
    """In another order; so it is told as unfinished, before and after, and erased again."""
    typed(*ERASE, "--ground", "request_granted")
    shutil.copy(folder / "empty", folder / "orders.db.keys")

    with (
        SQLiteKeys(
            folder / "orders.db.keys",
        ) as keys,
        ProtectionOrders.open(folder / "orders.db", keys=keys) as orders,
    ):
        (shown,) = show(orders, keys, person="ana")
        assert (shown.unfinished, shown.key) == ("not_known", None)
        assert {value.readable for value in shown.sealed} == {"no_key"}
        confide(orders, other := uuid4())
        (shown,) = show(orders, keys, person="ana")
        assert (shown.unfinished, shown.key) == ("not_destroyed", KeyState.LIVE)

    assert typed(*ERASE, "--ground", "ordered").code == 0
    assert (erasures(folder), erasures(folder, other)) == (1, 1)
