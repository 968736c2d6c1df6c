"""What a released version wrote is read for ever, and gives the same result."""

from __future__ import annotations

import json
import re

import pytest

from orderflow.order.events import TYPES
from orderflow.store.codec import EventCodec
from tests.golden import generate

AGAIN = "an event class is never edited once released: write a new version, and an upcaster"


def test_the_golden_log_replays_to_its_recorded_result() -> None:
    """Every order of the released log folds to what it folded to when it was released."""
    expected = json.loads(generate.SUMMARY.read_text())
    with generate.replayed() as orders:
        folded = {str(one): generate.summary_of(orders.get(one)) for one in orders.order_ids()}

        assert json.loads(json.dumps(folded)) == expected


def test_the_golden_log_keeps_its_law() -> None:
    """The regimes that the released orders pinned still ship, and are unchanged."""
    with generate.replayed() as orders:
        for order_id in orders.order_ids():
            assert orders.get(order_id).law is not None


def test_every_event_stands_in_a_golden_log() -> None:
    """No event that was released at version 1 is missing from all of them."""
    logs = generate.HERE.glob("*.jsonl")
    lines = (json.loads(line) for log in logs for line in log.read_text().splitlines())
    topics = {line["topic"] for line in lines if "topic" in line}

    assert topics == {name for name in TYPES if name.endswith("/1")}


def test_todays_code_writes_what_the_released_one_wrote() -> None:
    """Reading an event and writing it again gives the same bytes, if it has no newer version."""
    codec = EventCodec.packaged()
    with generate.replayed() as orders:
        for stored in orders.recorder.select_notifications(1, 10_000):
            envelope = codec.decode(stored, stored.state)

            assert codec.encode(envelope) == (stored.topic, stored.state)


def test_moments_are_stored_in_utc() -> None:
    """No stored moment depends on a zone that somebody must look up."""
    assert re.findall(r"T\d\d:\d\d[0-9:.]*[+-]\d\d", generate.LOG.read_text()) == []


@pytest.mark.parametrize("name", sorted(TYPES))
def test_no_event_changes_its_form(name: str) -> None:
    """The published form of an event is the one that is committed."""
    released = json.loads(generate.SCHEMAS.read_text())["events"]

    assert name in released, "a new event: python -m tests.golden.generate --schemas"
    assert generate.schemas()["events"][name] == released[name], AGAIN


def test_what_events_share_does_not_change_its_form() -> None:
    """The parts that events are made of are those that are committed, and no event is gone."""
    released = json.loads(generate.SCHEMAS.read_text())

    assert generate.schemas()["$defs"] == released["$defs"], AGAIN
    assert released["events"].keys() == TYPES.keys()
