"""Reading what is sealed: with the key, in its place, by who may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from orderflow.errors import DataErased, NoKey, NotUnsealed, OrderNotFound
from orderflow.law.vocabulary import DetailKind
from orderflow.order import commands as c
from orderflow.privacy import MemoryKeys, Vault, whole_file
from orderflow.store import LogReader, ProtectionOrders, RecordedEvent
from tests.contracts.cases import OFFICER, after, request
from tests.unit.privacy.making import NAMED, ORDER, SAFE, SAID, Keys, confide, detail, erasure

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from tests.contracts.conftest import Clock


def correct(order_id: UUID, version: int) -> c.CorrectRecord:
    """Mark an entry as wrong."""
    return c.CorrectRecord(
        occurred_at=after(5),
        actor=OFFICER,
        order_id=order_id,
        event_version=version,
        ground="clerical_error",
    )


def test_the_whole_file_is_read_in_the_order_of_recording(
    orders: ProtectionOrders, keys: Keys
) -> None:
    """By who may read all of it: each value with all that is known of it."""
    made = confide(orders)

    read = Vault(orders, keys, may_read=whole_file).read(made)
    assert [(one.version, one.person, one.kind, one.text) for one in read] == [
        (2, "ana", "safe_contact", SAFE),
        (3, "ana", "account", SAID),
        (4, "rob", "name", NAMED),
    ]
    assert [one.occurred_at for one in read] == [after(1), after(2), after(1)]
    assert not any(one.corrected or one.unreadable or one.incident for one in read)
    assert not any(text in repr(read) for text in (SAFE, SAID, NAMED))


def test_what_may_not_be_read_is_not_there(orders: ProtectionOrders, keys: Keys) -> None:
    """Default deny: not its text, and not that it was said."""
    made = confide(orders)

    def of_rob(recorded: RecordedEvent, field: str) -> bool:
        assert field in {"value", "text"}
        return getattr(recorded.event, "person", None) == "rob"

    vault = Vault(orders, keys, may_read=of_rob)
    assert [one.text for one in vault.read(made)] == [NAMED]
    assert vault.read(made, person="ana") == ()
    assert vault.details(made, "ana") == {}
    assert vault.reveal(made, 4) == NAMED
    told = []
    for version in (2, 1, 9):
        with pytest.raises(LookupError) as raised:
            vault.reveal(made, version)
        told.append(str(raised.value).replace(str(version), "n"))
    assert len(set(told)) == 1


def test_the_last_detail_of_a_kind_stands(orders: ProtectionOrders, keys: Keys) -> None:
    """Unless it was marked as wrong: then the one before it stands again."""
    made = confide(orders)
    orders.handle(detail(made, value="through the library"))
    vault = Vault(orders, keys, may_read=whole_file)

    assert vault.details(made, "ana") == {"safe_contact": "through the library"}
    orders.handle(correct(made, 5))
    assert vault.details(made, "ana") == {"safe_contact": SAFE}
    assert [one.corrected for one in vault.read(made, person="ana")] == [False, False, True]
    orders.handle(detail(made, kind=DetailKind.BIRTH_DATE, value="2009-03-31"))
    assert vault.details(made, "ana") == {"safe_contact": SAFE, "birth_date": "2009-03-31"}


def test_what_was_known_is_read_as_it_was_known(
    orders: ProtectionOrders, keys: Keys, clock: Clock
) -> None:
    """Nothing that was recorded later, and nothing before there was an order."""
    made = orders.handle(request()).order_id
    known = clock.now
    clock.move(hours=1)
    orders.handle(detail(made))
    vault = Vault(orders, keys, may_read=whole_file)

    assert vault.read(made, known_at=known) == ()
    assert len(vault.read(made, known_at=clock.now)) == 1
    with pytest.raises(OrderNotFound):
        vault.read(ORDER)


def test_what_was_erased_says_so(orders: ProtectionOrders, keys: Keys) -> None:
    """Value by value; what is about others is read as before."""
    made = confide(orders)
    keys.mark(erasure())
    keys.destroy("ana", after(41))
    vault = Vault(orders, keys, may_read=whole_file)

    assert [(one.text, one.unreadable) for one in vault.read(made)] == [
        (None, "erased"),
        (None, "erased"),
        (NAMED, None),
    ]
    assert vault.details(made, "ana") == {}
    with pytest.raises(DataErased):
        vault.reveal(made, 2)


def test_another_key_store_reads_nothing(orders: ProtectionOrders) -> None:
    """An old backup, or somebody else's keys: it says that it has no such key."""
    made = confide(orders)
    vault = Vault(orders, MemoryKeys(), may_read=whole_file)

    assert {(one.text, one.unreadable) for one in vault.read(made)} == {(None, "no_key")}
    with pytest.raises(NoKey):
        vault.reveal(made, 2)


def test_an_open_log_and_a_reader_of_it_say_the_same(
    orders: ProtectionOrders, keys: Keys, tmp_path: Path
) -> None:
    """Whoever reads need not be able to write."""
    made = confide(orders)

    with LogReader.open(tmp_path / "orders.db") as reader:
        read = Vault(reader, keys, may_read=whole_file).read(made)
    assert read == Vault(orders, keys, may_read=whole_file).read(made)


def test_a_value_that_was_moved_is_an_error(orders: ProtectionOrders, keys: Keys) -> None:
    """No value of one event stands for that of another, though both are about the same person."""
    made = confide(orders)
    orders.handle(detail(made, value="through the library"))

    class Swapping(MemoryKeys):
        """Opens each value in the place of the one before it."""

        def open(self, sealed, place):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            return keys.open(sealed, place._replace(version=place.version - 1))

    with pytest.raises(NotUnsealed):
        Vault(orders, Swapping(), may_read=whole_file).read(made)
