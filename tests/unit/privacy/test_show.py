"""What was erased, on what ground, and what can be read no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.law.vocabulary import ErasureGround
from orderflow.order import commands as c
from orderflow.privacy import Eraser, KeyState, MemoryKeys, show
from orderflow.store import LogReader, ProtectionOrders
from tests.contracts.cases import OFFICER, after
from tests.unit.privacy.making import NAMED, SAFE, SAID, Keys, confide, erasure

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_sealed_is_shown_without_what_it_says(orders: ProtectionOrders, keys: Keys) -> None:
    """Person by person, with the place and the kind of each value."""
    made = confide(orders)

    ana, rob = show(orders, keys)
    assert [(one.version, one.event, one.field, one.kind, one.readable) for one in ana.sealed] == [
        (2, "PersonDetailsRecorded", "value", "safe_contact", "readable"),
        (3, "StatementRecorded", "text", "account", "readable"),
    ]
    assert (ana.key, ana.erasures, ana.unfinished, ana.linked) == (KeyState.LIVE, (), None, ())
    assert {one.order_id for one in rob.sealed} == {made}
    assert not any(text in f"{ana!r}{rob!r}" for text in (SAFE, SAID, NAMED))
    assert show(orders, keys, person="rob") == (rob,)
    assert show(orders, keys, person="nobody") == ()


def test_an_erasure_is_shown_with_its_ground(orders: ProtectionOrders, keys: Keys) -> None:
    """Who decided it when, on which source, in which event; and that nobody reads it."""
    made = confide(orders)
    decided = after(24 * 14)
    Eraser(orders, keys).erase("ana", ground=ErasureGround.UNLAWFUL, actor=OFFICER, at=decided)

    ana, rob = show(orders, keys)
    (one,) = ana.erasures
    assert (one.order_id, one.version, one.ground, one.law, one.decided_at, one.actor) == (
        made,
        5,
        ErasureGround.UNLAWFUL,
        ("gb-eaw/uk-gdpr/art-17",),
        decided,
        OFFICER,
    )
    assert (ana.key, ana.destroyed_at, ana.unfinished) == (KeyState.ERASED, decided, None)
    assert {value.readable for value in ana.sealed} == {"erased"}
    assert {value.readable for value in rob.sealed} == {"readable"}


def test_without_the_keys_the_record_is_shown(
    orders: ProtectionOrders, keys: Keys, tmp_path: Path
) -> None:
    """What can be read is unknown then; that it was erased is on record."""
    confide(orders)
    Eraser(orders, keys).erase("ana", ground=erasure().ground, actor=OFFICER, at=after(24 * 14))

    with LogReader.open(tmp_path / "orders.db") as reader:
        ana, rob = show(reader)
    assert {value.readable for one in (ana, rob) for value in one.sealed} == {"unknown"}
    assert (ana.key, ana.unfinished, len(ana.erasures)) == (None, None, 1)


def test_another_key_store_has_no_key(orders: ProtectionOrders, keys: Keys) -> None:
    """Whether it knows nobody, or somebody of that name."""
    confide(orders)
    other = MemoryKeys()
    other.mark(erasure("rob"))

    ana, rob = show(orders, other)
    assert {value.readable for one in (ana, rob) for value in one.sealed} == {"no_key"}
    assert (ana.key, rob.key) == (None, KeyState.MARKED)


def test_linked_pseudonyms_are_shown(orders: ProtectionOrders, keys: Keys) -> None:
    """So that whoever erases one sees the others."""
    made = confide(orders)
    orders.handle(
        c.LinkPersons(
            occurred_at=after(3), actor=OFFICER, order_id=made, person="ana", same_as="ann"
        )
    )

    assert [one.linked for one in show(orders, keys)] == [("ann",), ()]


def test_a_key_that_is_gone_without_a_word_is_shown(orders: ProtectionOrders, keys: Keys) -> None:
    """Somebody destroyed it and recorded nothing."""
    confide(orders)
    keys.mark(erasure())
    keys.destroy("ana", after(41))

    assert [one.unfinished for one in show(orders, keys)] == ["not_recorded", None]
    Eraser(orders, keys).erase("ana", ground=erasure().ground, actor=OFFICER)
    assert [one.unfinished for one in show(orders, keys)] == [None, None]


def test_a_key_destroyed_and_not_wiped_is_shown(orders: ProtectionOrders) -> None:
    """As unfinished, and as unreadable already."""

    class Halfway(MemoryKeys):
        """Was cut short after the key was destroyed."""

        def statuses(self):  # type: ignore[no-untyped-def]  # noqa: ANN202
            for status in super().statuses():
                yield status._replace(state=KeyState.DESTROYED)

    keys = Halfway()
    with ProtectionOrders.open(keys=keys) as log:
        confide(log)
        shown = show(log, keys)
    assert [one.unfinished for one in shown] == ["not_wiped"] * 2
    assert {value.readable for one in shown for value in one.sealed} == {"erased"}
    assert show(orders, keys, person="nobody") == ()
