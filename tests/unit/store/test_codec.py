"""Events as they are stored: under stable names, faithfully, and nothing else."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from eventsourcing.persistence import JSONTranscoder, Notification, StoredEvent

from orderflow.errors import EventLogError, UnknownEventType, UnreadableEvent
from orderflow.order import events as e
from orderflow.order.events import TYPES
from orderflow.store import LogEntry, ProtectionOrders
from orderflow.store.codec import EventCodec
from orderflow.store.envelope import Envelope, envelope_of
from orderflow.store.mapper import OrderMapper
from tests.contracts.cases import COUNCIL, START, whole_case

if TYPE_CHECKING:
    from collections.abc import Callable

    from orderflow.order.events import Event

ORDER = UUID(int=7)


def enveloped(event: Event) -> Envelope[Any]:
    """Return the event in an envelope of its own type."""
    return envelope_of(type(event))(
        event_id=uuid4(),
        recorded_at=START,
        command_id="c-1",
        actor=COUNCIL,
        correlation_id='tricky "],"event":{ text',
        event=event,
    )


def stored(topic: str, state: bytes) -> Notification:
    """Return an event as the log holds it."""
    return Notification(ORDER, 3, topic, state, 17)


def transferred() -> e.CaseTransferred:
    """Return some event."""
    return e.CaseTransferred(occurred_at=START, to_office="court-2")


def ways(codec: EventCodec) -> tuple[Callable[[StoredEvent], object], ...]:
    """Return the ways to read a stored event: with its envelope, and alone."""
    return (
        lambda one: codec.decode(one, one.state),
        lambda one: list(codec.events([one])),
    )


@pytest.fixture
def codec() -> EventCodec:
    """The codec of the events that ship."""
    return EventCodec.packaged()


def test_every_event_of_a_case_comes_back_equal(codec: EventCodec) -> None:
    """Both ways of reading give the very event that was written, of its very type."""
    with ProtectionOrders.open() as orders:
        for command in whole_case(ORDER):
            orders.handle(command)
        for item in orders.history(ORDER):
            envelope = enveloped(item.event)
            topic, state = codec.encode(envelope)
            assert codec.decode(stored(topic, state), state) == envelope
            (alone,) = codec.events([stored(topic, state)])
            assert alone == item.event
            assert type(alone) is type(item.event)


def test_names_are_stable_and_say_nothing_of_the_code(codec: EventCodec) -> None:
    """A stored name has no Python path in it."""
    topic, _ = codec.encode(enveloped(transferred()))

    assert topic == "orderflow/CaseTransferred/1"
    assert all(name.split("/")[1] == event_type.__name__ for name, event_type in TYPES.items())


def test_an_envelope_of_any_event_writes_all_of_this_one(codec: EventCodec) -> None:
    """The fields of an event are kept although the envelope was declared for its base."""
    envelope = enveloped(transferred())
    general: Envelope[Event] = Envelope[e.Event](**dict(envelope))

    assert codec.encode(general) == codec.encode(envelope)


def test_an_event_that_is_not_in_the_list_is_not_written(codec: EventCodec) -> None:
    """Only events of the allow-list get into the log."""

    class Invented(e.Event):
        """Nobody's event."""

    with pytest.raises(TypeError, match="Invented"):
        codec.encode(enveloped(Invented(occurred_at=START)))


@pytest.mark.parametrize(
    "topic",
    [
        "orderflow/OrderCursed/1",
        "orderflow/OrderGranted/2",
        "orderflow/OrderGranted",
        "antigravity:fly",
        "orderflow.order.events:OrderGranted",
        "",
    ],
)
def test_an_unknown_name_imports_nothing(codec: EventCodec, topic: str) -> None:
    """A name that is not in the list is an error with its place, and never an import."""
    for read in ways(codec):
        with pytest.raises(UnknownEventType) as unknown:
            read(stored(topic, b"{}"))
        place = (unknown.value.stream, unknown.value.version, unknown.value.position)
        assert place == (str(ORDER), 3, 17)

    assert "antigravity" not in sys.modules


@pytest.mark.parametrize(
    "change",
    [
        {"event": None},
        {"event": {"occurred_at": "2025-03-03T09:00:00Z"}},
        {"event": {"occurred_at": "2025-03-03T09:00:00", "to_office": "court-2"}},
        {"event": {"occurred_at": "2025-03-03T09:00:00Z", "to_office": "c", "name": "Ana"}},
        {"recorded_at": "yesterday"},
        {"surplus": 1},
    ],
    ids=["no event", "field missing", "no zone", "field unknown", "no moment", "unknown"],
)
def test_a_payload_that_does_not_fit_is_unreadable(
    codec: EventCodec, change: dict[str, Any]
) -> None:
    """What does not fit the published form is an error that names its place."""
    topic, state = codec.encode(enveloped(transferred()))
    broken = json.dumps({**json.loads(state), **change}).encode()
    with pytest.raises(UnreadableEvent) as unreadable:
        codec.decode(stored(topic, broken), broken)

    assert unreadable.value.position == 17


@pytest.mark.parametrize("state", [b"", b"{", b"\xff\xfe", b"null", b"[]", b'{"event":{}}'])
def test_garbage_is_unreadable(codec: EventCodec, state: bytes) -> None:
    """Whatever the bytes are, reading ends in an error of ours."""
    for read in ways(codec):
        with pytest.raises(UnreadableEvent):
            read(stored("orderflow/CaseTransferred/1", state))


@pytest.mark.parametrize("state", [None, 7])
def test_a_payload_that_is_no_text_is_unreadable(codec: EventCodec, state: Any) -> None:  # noqa: ANN401
    """A column of another type is no event."""
    for read in ways(codec):
        with pytest.raises(UnreadableEvent):
            read(stored("orderflow/CaseTransferred/1", state))


def test_the_error_shows_nothing_of_what_the_event_holds(codec: EventCodec) -> None:
    """Field and fault are named, the value is not, nor in the chain of errors."""
    topic, state = codec.encode(enveloped(transferred()))
    broken = state.replace(b"court-2", b"not an office! Ana Jansen")
    for read in ways(codec):
        with pytest.raises(UnreadableEvent, match=r"event\.to_office") as unreadable:
            read(stored(topic, broken))
        assert "Ana" not in str(unreadable.value)
        assert unreadable.value.__suppress_context__


def test_any_single_changed_byte_is_an_error_or_a_difference(codec: EventCodec) -> None:
    """No change of one byte reads back as the same payload, and none escapes as a stray error."""
    envelope = enveloped(transferred())
    topic, state = codec.encode(envelope)
    same = 0
    for place in range(len(state)):
        changed = bytearray(state)
        changed[place] ^= 0x01
        try:
            same += codec.decode(stored(topic, bytes(changed)), bytes(changed)) == envelope
        except EventLogError:
            continue

    assert same == 0


def test_a_mapper_with_a_cipher_says_when_it_cannot_decrypt() -> None:
    """A payload that its cipher does not open is an error of ours with its place."""

    class Backwards:
        """A compressor that refuses what it did not make."""

        def compress(self, data: bytes) -> bytes:
            return data[::-1]

        def decompress(self, data: bytes) -> bytes:
            if data == b"{}":
                raise ArithmeticError
            return data[::-1]

        encrypt, decrypt = compress, decompress

    backwards: Any = Backwards()
    mapper = OrderMapper(JSONTranscoder(), compressor=backwards, cipher=backwards)
    kept = mapper.to_stored_event(LogEntry(ORDER, 1, enveloped(transferred())))

    assert mapper.to_domain_event(kept).event == transferred()
    assert list(mapper.events([kept])) == [transferred()]
    with pytest.raises(UnreadableEvent) as unreadable:
        mapper.to_domain_event(StoredEvent(ORDER, 1, kept.topic, b"{}"))
    assert unreadable.value.version == 1
