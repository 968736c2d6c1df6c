"""What holds of every log that is written as lines."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from io import BytesIO
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orderflow.audit.interchange import LogHead, lines_of, read, scan, write
from orderflow.audit.ledger.source import StoredEvent
from orderflow.errors import BrokenLine, EventLogError
from tests.properties.life import live
from tests.properties.test_audit import BEGINNINGS, EVERY_WORLD, LIVES, NUMBERS
from tests.properties.worlds import World
from tests.unit.audit.interchange.logs import stored_of


def _dumped(found: object) -> bytes:
    return json.dumps({"event_id": found}, ensure_ascii=False).encode()


def _placed(rows: list[tuple[int, str, int, str, bytes]]) -> list[StoredEvent]:
    positions = accumulate(row[0] for row in rows)
    return [StoredEvent(at, *row[1:]) for at, row in zip(positions, rows, strict=True)]


MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2999, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
HEADS = st.builds(LogHead, simulated=st.booleans(), created_at=MOMENTS)
TEXTS = st.one_of(
    st.text(max_size=20),
    st.binary(max_size=20).map(lambda found: found.decode("utf-8", "surrogateescape")),
    st.from_regex(r"orderflow/[A-Za-z]{1,8}/[0-9]{1,2}", fullmatch=True),
    st.uuids().map(lambda found: found.hex),
)
STATES = st.one_of(
    st.binary(max_size=60),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
        max_leaves=6,
    ).map(_dumped),
    st.text(max_size=60).map(lambda found: f'{{"a":"{found}"}}'.encode("utf-8", "replace")),
)
ANY_EVENTS = st.lists(
    st.tuples(st.integers(1, 10**12), TEXTS, st.integers(0, 2**64 - 1), TEXTS, STATES), max_size=8
).map(_placed)


@settings(deadline=None)
@given(HEADS, ANY_EVENTS)
def test_any_events_come_back(head: LogHead, events: list[StoredEvent]) -> None:
    """Whatever a log may hold, damaged or not; and again, the same lines."""
    lines = list(write(events, head))

    assert list(read(lines)) == events
    assert list(read(lines_of(BytesIO(b"".join(lines))))) == events
    assert list(write(read(lines), head)) == lines


@settings(deadline=None)
@given(HEADS, ANY_EVENTS, st.data())
def test_any_change_is_refused(
    head: LogHead, events: list[StoredEvent], data: st.DataObject
) -> None:
    """Whatever byte becomes whatever other, and wherever bytes are taken out or put in."""
    whole = b"".join(write(events, head))
    place = data.draw(st.integers(0, len(whole) - 1))
    upto = data.draw(st.integers(place, min(len(whole), place + 40)))
    put = data.draw(st.binary(max_size=4))
    changed = whole[:place] + put + whole[upto:]
    if changed == whole:
        return

    with pytest.raises(EventLogError):
        list(read(lines_of(BytesIO(changed))))


@settings(deadline=None)
@given(st.binary(max_size=300), HEADS, ANY_EVENTS)
def test_garbage_never_breaks_a_scan(
    garbage: bytes, head: LogHead, events: list[StoredEvent]
) -> None:
    """A scan names what it cannot read and goes on; nothing else comes out of it."""
    first, *rest = write(events, head)

    for found in scan(lines_of(BytesIO(b"".join([first, garbage, *rest])))):
        assert isinstance(found, StoredEvent | BrokenLine)


@EVERY_WORLD
@LIVES
@given(BEGINNINGS, NUMBERS)
def test_every_history_comes_back(world: World, beginning: int, numbers: list[int]) -> None:
    """Whatever is lived, as the store writes it, stands in its line byte for byte."""
    events = list(stored_of(live(world, beginning, numbers).steps))
    head = LogHead(simulated=True, created_at=datetime(2026, 1, 1, tzinfo=UTC))
    lines = list(write(events, head))

    assert list(read(lines)) == events
    assert all(
        line.endswith(b'"data":' + event.state + b"}\n")
        for line, event in zip(lines[1:], events, strict=False)
    )
