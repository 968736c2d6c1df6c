"""The interchange format: what is written comes back, and nothing else is read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from typing import Any

import pytest

from orderflow.audit.interchange import LONGEST, LogHead, Selection, lines_of, read, scan, write
from orderflow.audit.interchange.marks import read_head
from orderflow.audit.interchange.names import topic_of, type_of
from orderflow.audit.ledger.frontier import Frontier
from orderflow.audit.ledger.leaf import hash_of
from orderflow.audit.ledger.source import StoredEvent
from orderflow.errors import BrokenLine, EventLogError, NewerLog, NotAnEventLog, UnreadableEvent

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
HEAD = LogHead(simulated=False, created_at=NOON)
STREAM = "dac21514037051128b3950899bf317ef"
TOPIC = "orderflow/OrderGranted/1"
STATE = b'{"event_id":"e4bc022f-1397-48b6-a560-adc8430d58dc","recorded_at":"2026-11-23T16:08:12Z"}'


def one(position: int = 1, **parts: Any) -> StoredEvent:  # noqa: ANN401 - a part of any type
    """Return a stored event with some parts of its own."""
    return StoredEvent(position, STREAM, 1, TOPIC, STATE)._replace(**parts)


def lines(*events: StoredEvent, head: LogHead = HEAD) -> list[bytes]:
    """Return the lines of a file of these events."""
    return list(write(events or (one(),), head))


def fault(written: list[bytes]) -> BrokenLine:
    """Return what is wrong with the first broken line."""
    with pytest.raises(BrokenLine) as caught:
        list(read(written))
    return caught.value


ODD = (
    one(2**63 - 1, version=2**64 - 1),
    one(stream=""),
    one(stream="%"),
    one(stream='a "b" \\ \n é \udcff'),
    one(topic=""),
    one(topic="orderflow/OrderGranted/01"),
    one(topic="nl.protection-order.OrderGranted.v1"),
    one(topic='orderflow/"Ünknown"/1\udc80'),
    one(state=b""),
    one(state=b"\x00\xff not text"),
    one(state=b'{"a": 1}\n'),
    one(state=b'{"a":\r1}'),
    one(state=b'{"a":1,"a":2}'),
    one(state=b'{"a":NaN}'),
    one(state=b'{"a":"\\ud800"}'),
    one(state=b'{"a":"\\ud83d\\ude00"}'),
    one(state=b"[1]"),
    one(state=b'{"a":' + b"9" * 9999 + b"}"),
    one(state=b'{"a":' * 64 + b"1" + b"}" * 64),
    one(state=b'{"a":' * 63 + b"{}" + b"}" * 63),
    one(state=b'{"a":' * 65 + b"1" + b"}" * 65),
    one(state=b'{"a":' * 9999 + b"1" + b"}" * 9999),
    one(state=b'{"a":[' + b",".join([b"{}"] * 99) + b"]}"),
    one(state=b'{"event_id":1,"recorded_at":2}'),
    one(state=b'{"event_id":"E4BC022F","recorded_at":"2026-02-30T16:08:12Z"}'),
    one(state='{"a":"\u2028é"}'.encode()),
    one(state=b'{"x":"\xff"}'),
)


@pytest.mark.parametrize("event", [one(), *ODD], ids=lambda event: ascii(event[1:])[:60])
@pytest.mark.parametrize("simulated", [False, True])
def test_whatever_is_stored_comes_back(event: StoredEvent, simulated: bool) -> None:
    """Every part of an event is what it was, and so the root is."""
    head = LogHead(simulated=simulated, created_at=NOON)
    written = lines(event, head=head)
    tree = Frontier()
    tree.append(hash_of(event))

    assert list(read(written)) == [event]
    assert read_head(written[0]) == head
    assert all(line.endswith(b"\n") and line.count(b"\n") == 1 for line in written)


@pytest.mark.parametrize(
    "state", [STATE, b'{"a":"\\ud83d\\ude00"}', b'{"a":' * 63 + b"{}" + b"}" * 63, b'{"a":1e9999}']
)
def test_a_payload_that_every_reader_takes_alike_stands_as_it_is(state: bytes) -> None:
    """It is the last member of the line, byte for byte."""
    line = lines(one(state=state))[1]

    assert line.endswith(b'"data":' + state + b"}\n")


@pytest.mark.parametrize(
    "state",
    [
        b'{"a":1}\n',
        b'{"a":1,"a":2}',
        b'{"a":"\\ud800"}',
        b'{"a":NaN}',
        b"7",
        b'{"a":' * 65 + b"1" + b"}" * 65,
    ],
)
def test_any_other_payload_stands_as_base64(state: bytes) -> None:
    """What readers could take differently is no JSON of ours."""
    line = lines(one(state=state))[1]

    assert b'"datacontenttype":"application/octet-stream","data_base64":"' in line
    assert b'"id":"position-0000000000000000001"' in line


def test_a_type_is_named_without_loss() -> None:
    """Ours is reverse DNS; no other type can take its name."""
    assert type_of(TOPIC) == "nl.protection-order.OrderGranted.v1"
    assert topic_of(type_of(TOPIC)) == TOPIC
    assert type_of("orderflow/x/0") == "nl.protection-order.other-type.orderflow%2Fx%2F0"


def test_the_head_tells_what_log_it_is_and_what_was_left_out() -> None:
    """Moments come back as they are, whatever zone they were given in."""
    amsterdam = timezone(timedelta(hours=1))
    head = LogHead(
        simulated=True,
        created_at=NOON.astimezone(amsterdam),
        source="urn:nld:oin:00000001234567890000:systeem:orders",
        selection=Selection(order=STREAM, recorded_from=NOON, known_at=NOON),
    )

    assert read_head(lines(head=head)[0]) == head


def test_a_log_without_a_source_has_one_that_follows_from_it() -> None:
    """A simulated log and a real one never share it."""
    real, simulated = HEAD, LogHead(simulated=True, created_at=NOON)

    assert real.source.startswith("urn:uuid:")
    assert real.source == LogHead(simulated=False, created_at=NOON).source != simulated.source


@pytest.mark.parametrize("source", ["https://example.org", 'urn:x1:a"b', "urn:x1:" + "a" * 200])
def test_a_source_is_a_urn(source: str) -> None:
    """Anything else is refused."""
    with pytest.raises(ValueError, match="URN"):
        LogHead(simulated=False, created_at=NOON, source=source)


def test_a_head_has_a_moment_with_a_zone() -> None:
    """A naive one is refused."""
    with pytest.raises(ValueError, match="time zone"):
        LogHead(simulated=False, created_at=datetime(2026, 1, 1))  # noqa: DTZ001 - the point


@pytest.mark.parametrize(
    "event", [one(0), one(-1), one(2**63), one(version=-1), one(version=2**64)]
)
def test_what_no_log_numbers_is_not_written(event: StoredEvent) -> None:
    """A number that would not come back is an error."""
    with pytest.raises(UnreadableEvent, match="no number"):
        lines(event)


def test_a_line_that_could_not_be_read_is_not_written() -> None:
    """An event longer than a line may be is an error when it is written."""
    with pytest.raises(UnreadableEvent, match="longer than"):
        lines(one(state=b"x" * LONGEST))


def test_no_byte_can_be_changed_removed_or_added() -> None:
    """Whatever byte of a file is altered, the file is refused and a line is named."""
    whole = b"".join(lines(one(), one(3, stream="é", state=b"\xff")))
    for place in range(len(whole)):
        for changed in (
            whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :],
            whole[:place] + whole[place + 1 :],
            whole[:place] + b" " + whole[place:],
            whole[:place],
        ):
            with pytest.raises(EventLogError):
                list(read(lines_of(BytesIO(changed))))


def test_every_broken_line_is_named_and_the_others_are_read() -> None:
    """A scan goes on after a fault; the end tells nothing that is told already."""
    first, *events, end = lines(*(one(position) for position in range(1, 6)))
    events[1] = events[1].replace(b'"id"', b'"Id"')
    events[3] = events[3].replace(b'"streamversion":"1"', b'"streamversion":"01"')

    found = list(scan([first, *events, end]))

    assert [one.position for one in found if isinstance(one, StoredEvent)] == [1, 3, 5]
    assert [(one.line, one.fault) for one in found if isinstance(one, BrokenLine)] == [
        (3, "is not a line of an event"),
        (5, f"is not written as it must be, from byte {events[3].index(b'01') + 1} on"),
    ]


def test_lines_out_of_order_are_refused() -> None:
    """Positions only rise, so no line is doubled or moved."""
    first, one_line, other, end = lines(one(1), one(2))

    assert fault([first, other, one_line, end]).line == 3
    assert "order of the log" in str(fault([first, one_line, one_line, end]))


def test_a_file_that_was_cut_off_is_refused() -> None:
    """Every event that is there is given first, then the line that is missing is named."""
    first, one_line, _ = lines()

    assert next(scan([first, one_line])) == one()
    assert (fault([first, one_line]).line, fault([first]).line) == (3, 2)


def test_a_line_that_was_left_out_is_noticed() -> None:
    """The end speaks of other lines than there are."""
    first, _, other, end = lines(one(1), one(2))

    assert "not the end of the lines before it" in str(fault([first, other, end]))


def test_lines_of_another_log_are_refused() -> None:
    """A line of another source, or of a simulated log, does not pass for one of this."""
    first, _, end = lines()
    for other in (
        LogHead(simulated=True, created_at=NOON, source=HEAD.source),
        LogHead(simulated=False, created_at=NOON, source="urn:uuid:other"),
    ):
        assert fault([first, lines(head=other)[1], end]).line == 2


def test_a_long_line_is_refused_before_it_fills_memory() -> None:
    """Its beginning is held, and the lines after it are read."""
    first, one_line, end = lines()
    file = BytesIO(b"".join([first, b"x" * (3 * LONGEST) + b"\n", one_line, end]))

    found = list(scan(lines_of(file)))

    assert [type(one) for one in found] == [BrokenLine, StoredEvent]
    assert f"line 2 is longer than {LONGEST} bytes" in str(found[0])


@pytest.mark.parametrize(
    "first, kind",
    [
        (b"", NotAnEventLog),
        (b"SQLite format 3\0", NotAnEventLog),
        (b'{"specversion":"1.0"}\n', NotAnEventLog),
        (lines()[0].replace(b"interchange/1", b"interchange/2"), NewerLog),
        (lines()[0].replace(b"false", b"null"), BrokenLine),
        (lines()[0].replace(b'"selection":null', b'"selection":{}'), BrokenLine),
        (lines()[0].replace(b'"2026', b'"2O26'), BrokenLine),
        (lines()[0].replace(b',"data":', b',"d":'), BrokenLine),
    ],
)
def test_something_else_is_no_log(first: bytes, kind: type[EventLogError]) -> None:
    """A file that is something else, or newer, is called what it is."""
    with pytest.raises(kind):
        list(read([first]))


def test_a_scan_of_what_has_no_right_first_line_stops_there() -> None:
    """What that line was to say of the others is not known."""
    first, *rest = lines()

    found = list(scan([first.replace(b"false", b"null"), *rest]))

    assert [(type(one), getattr(one, "line", None)) for one in found] == [(BrokenLine, 1)]
