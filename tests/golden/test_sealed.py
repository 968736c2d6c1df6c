"""What was sealed once is read with its key for ever, and never without; the log needs no key."""

from __future__ import annotations

import json
from typing import Any

from orderflow.audit import LogReader, digests, kept_lines
from orderflow.order.confidential import Sealed
from orderflow.order.events import StatementRecorded
from orderflow.privacy import crypto
from orderflow.privacy.people import SealedValue, sealed_values
from orderflow.store.codec import EventCodec
from tests.golden import generate_sealed as golden


def values() -> list[SealedValue]:
    """Return what is sealed in the golden log."""
    with golden.replayed() as orders:
        return list(sealed_values(golden.ORDER, orders.history(golden.ORDER)))


def keys() -> dict[str, bytes]:
    """Return the keys that are left."""
    kept: dict[str, Any] = json.loads(golden.KEYS.read_text())
    return {name: bytes.fromhex(key) for name, key in kept.items()}


def test_the_log_replays_without_keys() -> None:
    """To the states that it had when it was written."""
    with golden.replayed() as orders:
        found = list(kept_lines(digests(LogReader.of(orders))))
        order = orders.get(golden.ORDER)

    assert found == golden.STATES.read_text().splitlines()
    assert order.confided == {"ana", "rob"}
    assert order.erased == {"ana"}


def test_todays_code_writes_what_was_written() -> None:
    """Reading an event and writing it again gives the same bytes."""
    codec = EventCodec.packaged()
    with golden.replayed() as orders:
        for stored in orders.recorder.select_notifications(1, 100):
            assert codec.encode(codec.decode(stored, stored.state)) == (stored.topic, stored.state)


def test_what_is_sealed_opens_with_its_key() -> None:
    """Every kind of detail, and words, say what they said."""
    opened = {
        value.kind: crypto.unseal(
            value.sealed, value.place, keys()[value.sealed.key], value.sealed.key
        )
        for value in values()
        if value.place.person == "rob"
    }

    expected = {str(kind): text for kind, text in golden.DETAILS.items()}
    assert opened == {**expected, "account": golden.WORDS}


def test_what_was_erased_has_no_key() -> None:
    """Nobody kept it."""
    erased = [value for value in values() if value.place.person == "ana"]

    assert len(erased) == 2
    assert all(isinstance(value.sealed, Sealed) for value in erased)
    assert {value.sealed.key for value in erased} & keys().keys() == set()
    assert isinstance(erased[1].recorded.event, StatementRecorded)


def test_the_files_hold_nothing_in_the_clear() -> None:
    """Only who has the key reads what is published with the tests."""
    content = golden.LOG.read_text() + golden.STATES.read_text() + golden.KEYS.read_text()

    for text in (*golden.DETAILS.values(), golden.WORDS):
        assert text == "never" or text not in content
