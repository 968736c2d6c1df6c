"""What a released version wrote is read for ever, and gives the same result."""

from __future__ import annotations

import json
import re

import pytest

from orderflow.audit import LogReader, digests, kept_lines
from orderflow.order.events import TYPES
from orderflow.store.codec import EventCodec
from tests.golden import generate
from tests.golden.generate import Golden

EVERY_LOG = pytest.mark.parametrize("golden", generate.LOGS, ids=lambda golden: golden.name)
AGAIN = "an event class is never edited once released: write a new version, and an upcaster"


@EVERY_LOG
def test_a_golden_log_replays_to_its_recorded_result(golden: Golden) -> None:
    """Every order of a golden log folds to what it folded to when it was released."""
    expected = json.loads(golden.summary.read_text())
    with generate.replayed(golden.log) as orders:
        folded = {str(one): generate.summary_of(orders.get(one)) for one in orders.order_ids()}

        assert json.loads(json.dumps(folded)) == expected


@EVERY_LOG
def test_a_golden_log_folds_to_the_digests_that_were_kept(golden: Golden) -> None:
    """Part by part, today's code reads what was read then."""
    with generate.replayed(golden.log) as orders:
        states = list(kept_lines(digests(LogReader.of(orders))))

    assert states == golden.states.read_text().splitlines()


@EVERY_LOG
def test_a_golden_log_keeps_its_law(golden: Golden) -> None:
    """The regimes that the released orders pinned still ship, and are unchanged."""
    with generate.replayed(golden.log) as orders:
        for order_id in orders.order_ids():
            assert orders.get(order_id).law is not None


def test_the_golden_logs_have_every_event() -> None:
    """No event at version 1 is missing from all of them."""
    told = {topic for golden in generate.LOGS for topic in generate.topics(golden)}

    assert told == {name for name in TYPES if name.endswith("/1")}


@EVERY_LOG
def test_todays_code_writes_what_the_released_one_wrote(golden: Golden) -> None:
    """Reading an event and writing it again gives the same bytes, if it has no newer version."""
    codec = EventCodec.packaged()
    with generate.replayed(golden.log) as orders:
        for stored in orders.recorder.select_notifications(1, 10_000):
            envelope = codec.decode(stored, stored.state)

            assert codec.encode(envelope) == (stored.topic, stored.state)


@EVERY_LOG
def test_moments_are_stored_in_utc(golden: Golden) -> None:
    """No stored moment depends on a zone that somebody must look up."""
    assert re.findall(r"T\d\d:\d\d[0-9:.]*[+-]\d\d", golden.log.read_text()) == []


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
