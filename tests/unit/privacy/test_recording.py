"""What is confidential on its way into the log: sealed, once, or refused with nothing recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from orderflow.errors import (
    CommandIdReused,
    CommandRejected,
    KeysNeeded,
    KeyStoreError,
    UnreadableEvent,
)
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.confidential import Plain, Sealed
from orderflow.privacy import MemoryKeys, SealedPlace, Vault, whole_file
from orderflow.store import LogEntry, ProtectionOrders
from orderflow.store.codec import EventCodec
from orderflow.store.envelope import envelope_of
from orderflow.store.submission import content_digest
from tests.contracts.cases import COUNCIL, START, after, grant, request
from tests.unit.privacy.making import LOG, SAFE, SAID, Keys, confide, detail, erasure, statement

if TYPE_CHECKING:
    from pathlib import Path

    from tests.contracts.conftest import Clock


def test_what_is_recorded_is_sealed(orders: ProtectionOrders, keys: Keys) -> None:
    """In what is returned, in the history, and in the bytes that are stored; the key opens it."""
    made = orders.handle(request()).order_id
    done = orders.handle(detail(made))

    (event,) = done.events
    assert isinstance(event, e.PersonDetailsRecorded)
    assert isinstance(event.value, Sealed)
    assert orders.history(made)[1].event == event
    stored = orders.recorder.select_notifications(1, 10)[1].state
    assert SAFE.encode() not in stored
    place = SealedPlace(made, 2, "PersonDetailsRecorded", "value", "ana")
    assert keys.open(event.value, place) == SAFE


def test_rules_go_on_around_what_is_sealed(orders: ProtectionOrders) -> None:
    """An order with sealed values is decided on like any other."""
    made = confide(orders)

    assert orders.handle(grant(made)).version == 6
    assert orders.get(made).confided == {"ana", "rob"}


def test_without_keys_nothing_confidential_is_recorded(tmp_path: Path, clock: Clock) -> None:
    """The error says so; everything else is recorded as before."""
    with ProtectionOrders.open(tmp_path / "orders.db", clock=clock) as orders:
        made = orders.handle(request()).order_id
        for command in (detail(made), statement(made)):
            with pytest.raises(KeysNeeded) as raised:
                orders.handle(command)
            assert SAFE not in str(raised.value)
        assert orders.handle(grant(made)).version == 3
        assert len(orders.history(made)) == 3


def test_a_repeated_command_returns_the_first_result(orders: ProtectionOrders) -> None:
    """With the same content, sealed once; with other content it is refused."""
    made = orders.handle(request()).order_id

    first = orders.handle(detail(made), command_id="one")
    again = orders.handle(detail(made), command_id="one")
    assert again.repeated
    assert again.events == first.events
    others: tuple[c.Command, ...] = (
        detail(made, value="else"),
        detail(made, "rob"),
        statement(made),
        grant(made),
    )
    for other in others:
        with pytest.raises(CommandIdReused) as raised:
            orders.handle(other, command_id="one")
        assert SAFE not in str(raised.value)
    orders.handle(grant(made), command_id="two")
    with pytest.raises(CommandIdReused):
        orders.handle(detail(made), command_id="two")
    assert orders.get(made).version == 4


def test_a_repeated_command_says_when_nobody_can_tell_any_more(
    orders: ProtectionOrders, keys: Keys
) -> None:
    """Whether it is the same command is known with the key only; without it nothing is said."""
    made = orders.handle(request()).order_id
    orders.handle(detail(made), command_id="one")
    keys.mark(erasure())
    keys.destroy("ana", after(41))

    for value in (SAFE, "else"):
        with pytest.raises(CommandRejected) as raised:
            orders.handle(detail(made, value=value), command_id="one")
        assert raised.value.code == "person_erased"


def test_the_key_store_knows_of_an_erasure_before_the_order_does(
    orders: ProtectionOrders, keys: Keys
) -> None:
    """Somebody marked elsewhere has nothing recorded, though no order says so yet."""
    made = orders.handle(request()).order_id
    keys.mark(erasure())

    with pytest.raises(CommandRejected) as raised:
        orders.handle(detail(made))
    assert raised.value.code == "person_erased"
    assert orders.get(made).version == 1


def test_digests_of_other_commands_are_what_they_were() -> None:
    """A log written before there were keys knows its commands again."""
    assert content_digest(request()).hex() == (
        "24710d7a6cc2af93e7d3c7bde0cd03f30d3c7b37f37baf9b2ea04388efff4b6f"
    )
    assert content_digest(grant(UUID(int=5))).hex() == (
        "cd1a80633c98b3959c314de236d8658a1ac9332aa953268473b2f4ff683d3327"
    )


def test_the_stored_digest_cannot_be_tried_out(
    orders: ProtectionOrders, keys: Keys, tmp_path: Path
) -> None:
    """It is no hash of anything that somebody without the key could compute."""
    made = orders.handle(request()).order_id
    command = detail(made)
    orders.handle(command, command_id="one")
    kept = orders.recorder.load("one", made)[0].digest  # type: ignore[attr-defined]

    assert len(kept) == 32
    with pytest.raises(Exception, match="clear"):
        content_digest(command)
    other = MemoryKeys()
    with ProtectionOrders.open(tmp_path / "other.db", keys=other) as elsewhere:
        elsewhere.handle(request(made))
        elsewhere.handle(command, command_id="one")
        # The same order, the same command, another key.
        assert elsewhere.recorder.load("one", made)[0].digest != kept  # type: ignore[attr-defined]


def test_a_command_that_is_sealed_already_is_no_command(orders: ProtectionOrders) -> None:
    """A ciphertext of elsewhere would open nowhere."""
    made = orders.handle(request()).order_id
    sealed = detail(made).model_copy(update={"value": Sealed(key="0" * 32, box="AAAA")})

    with pytest.raises(ValueError, match="in the clear"):
        orders.handle(sealed)


def test_no_event_is_written_in_the_clear(orders: ProtectionOrders) -> None:
    """Not even by who hands the library an event of their own; nothing is recorded."""
    made = orders.handle(request()).order_id
    event = e.PersonDetailsRecorded(
        occurred_at=START, person="ana", kind=detail(made).kind, value=Plain(SAFE)
    )
    envelope = envelope_of(type(event))(
        event_id=uuid4(), recorded_at=START, command_id="by-hand", actor=COUNCIL, event=event
    )

    with pytest.raises(TypeError, match="not sealed") as raised:
        orders.save(LogEntry(made, 2, envelope))
    assert SAFE not in f"{raised.value} {raised.value.__cause__}"
    assert len(orders.history(made)) == 1


def test_an_event_that_cannot_be_written_for_another_reason_says_so() -> None:
    """The codec blames what is confidential for nothing else."""
    event = e.CaseTransferred(occurred_at=START, to_office="court-2")
    envelope = envelope_of(type(event))(
        event_id=uuid4(), recorded_at=START, command_id="by-hand", actor=COUNCIL, event=event
    ).model_copy(update={"command_id": object()})

    with pytest.raises(Exception, match="serialize"):
        EventCodec.packaged().encode(envelope)


def test_a_log_with_something_in_the_clear_cannot_be_read(
    orders: ProtectionOrders, tmp_path: Path
) -> None:
    """Whoever put it there; and the error does not repeat it."""
    made = orders.handle(request()).order_id
    orders.handle(detail(made))
    stored = orders.recorder.select_notifications(1, 10)[1]
    event = orders.history(made)[1].event
    assert isinstance(event, e.PersonDetailsRecorded)
    sealed = event.value.model_dump_json().encode()  # type: ignore[union-attr]
    forged = stored.state.replace(sealed, b'"hushed"')
    assert forged != stored.state

    with pytest.raises(UnreadableEvent) as raised:
        EventCodec.packaged().decode(stored, forged)
    assert "hushed" not in str(raised.value)


def test_somebody_else_records_first(
    orders: ProtectionOrders, keys: Keys, tmp_path: Path, clock: Clock
) -> None:
    """The value is sealed anew in its new place, and opens there."""
    made = orders.handle(request()).order_id
    handler, record = orders._handler, orders._handler._record
    with ProtectionOrders.open(tmp_path / "orders.db", clock=clock, keys=keys) as other:

        def interrupted(*given: Any) -> Any:  # noqa: ANN401
            handler._record = record  # type: ignore[method-assign]
            other.handle(statement(made))
            return record(*given)

        handler._record = interrupted  # type: ignore[assignment, method-assign]
        assert orders.handle(detail(made)).version == 3
    vault = Vault(orders, keys, may_read=whole_file)
    assert [one.text for one in vault.read(made)] == [SAID, SAFE]


def test_keys_of_another_log_are_refused(tmp_path: Path, clock: Clock, keys: Keys) -> None:
    """When the log is opened, and it is closed again."""
    keys.serve(LOG, lambda: False)

    with pytest.raises(KeyStoreError, match="another log"):
        ProtectionOrders.open(tmp_path / "orders.db", clock=clock, keys=keys)


def test_new_keys_for_a_log_with_sealed_values_are_refused(
    orders: ProtectionOrders, tmp_path: Path, clock: Clock
) -> None:
    """Whoever lost the keys is told so before anything is sealed under others."""
    confide(orders)

    with pytest.raises(KeyStoreError, match="new"):
        ProtectionOrders.open(tmp_path / "orders.db", clock=clock, keys=MemoryKeys())


def test_a_log_with_sealed_values_is_read_without_keys(
    orders: ProtectionOrders, tmp_path: Path, clock: Clock
) -> None:
    """Everything but what is sealed."""
    made = confide(orders)

    with ProtectionOrders.open(tmp_path / "orders.db", clock=clock) as without:
        assert without.get(made) == orders.get(made)
        assert without.handle(grant(made)).version == 6
