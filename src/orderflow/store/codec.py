"""Events to bytes and back, under stable names.

The log names an event `orderflow/OrderGranted/1`: never by a Python path, so that code may move
and no stored string can import anything. Only names in the allow-list are read. The payload is
pydantic's own JSON, and is read back into the very type that was written.

An event class is never edited once released. When version 2 of an event appears, the allow-list
names version 2 only, and an upcaster turns the JSON of version 1 into that of version 2 each time
it is read; what is stored stays as it is.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from orderflow.errors import UnknownEventType, UnreadableEvent
from orderflow.order.confidential import confidential_fields
from orderflow.order.events import TYPES
from orderflow.store.envelope import envelope_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from eventsourcing.persistence import StoredEvent

    from orderflow.errors import EventLogError
    from orderflow.order.events import Event
    from orderflow.store.envelope import Envelope

    Fields = dict[str, Any]
    Upcaster = Callable[[Fields], Fields]
    """Takes the fields of an event of one version, returns those of the next. Pure."""

    Reader = Callable[[bytes], Envelope[Event]]

UPCASTERS: Mapping[tuple[str, int], Upcaster] = {}
"""By name and version of the event that it reads. Empty: every event is still at version 1."""

_LONGEST_TOPIC_SHOWN = 80

_EVENT = b',"event":{'
"""Where the event begins in a payload. No string before it can hold this: quotes are escaped."""


class EventCodec:
    """Writes and reads events of an allow-list."""

    def __init__(
        self,
        types: Mapping[str, type[Event]],
        upcasters: Mapping[tuple[str, int], Upcaster] | None = None,
    ) -> None:
        """Take the allow-list, and the upcasters for older versions.

        Args:
            types: Event class by stable name; exactly one version of each event.
            upcasters: By name and version that they read.

        Raises:
            ValueError: An upcaster leads to no event of the allow-list.
        """
        self._types = dict(types)
        self._topics = {event_type: topic for topic, event_type in types.items()}
        self._upcasters = {f"orderflow/{n}/{v}": up for (n, v), up in (upcasters or {}).items()}
        for topic in self._upcasters:
            if self._newest(topic) not in self._types:
                msg = f"the upcaster of {topic} leads to no known event"
                raise ValueError(msg)
        self._readers: dict[str, Reader] = {}
        self._event_readers: dict[str, Callable[[bytes], Event]] = {
            topic: event_type.__pydantic_validator__.validate_json
            for topic, event_type in types.items()
        }

    @staticmethod
    @cache
    def packaged() -> EventCodec:
        """Return the codec of the events that ship with the package; always the same one."""
        return EventCodec(TYPES, UPCASTERS)

    def encode(self, envelope: Envelope[Event]) -> tuple[str, bytes]:
        """Return the stable name and the payload of an event.

        Raises:
            TypeError: The event is of no type in the allow-list, or something in it is
                confidential and not sealed.
        """
        topic = self._topics.get(type(envelope.event))
        if topic is None:
            msg = f"{type(envelope.event).__name__} is no event of this log"
            raise TypeError(msg)
        model = envelope_of(type(envelope.event))
        if type(envelope) is not model:
            # An Envelope[Event] would write the fields of Event only, in silence.
            envelope = model(**dict(envelope))
        try:
            return topic, model.__pydantic_serializer__.to_json(envelope)
        except PydanticSerializationError:
            if not confidential_fields(type(envelope.event)):
                raise
            msg = f"what is confidential in {type(envelope.event).__name__} is not sealed"
            raise TypeError(msg) from None

    def decode(self, stored: StoredEvent, state: bytes) -> Envelope[Event]:
        """Return the event that `state`, the payload of `stored`, holds.

        Raises:
            UnknownEventType: The type is not in the allow-list, nor older than one that is.
            UnreadableEvent: The payload does not fit the published form of its type.
        """
        read = self._readers.get(stored.topic) or self._reader(stored)
        try:
            return read(state)
        except ValidationError as error:
            # Its text would show what the event holds.
            raise _unreadable(stored, _first_fault(error)) from None
        except (TypeError, UnicodeDecodeError):
            raise _unreadable(stored, "the payload is no text") from None

    def events(self, stored_events: Iterable[StoredEvent]) -> Iterator[Event]:
        """Iterate over the events alone, in the same order, in half the time of `decode`.

        Envelopes are left unread where the event can be cut out of its payload.

        Raises:
            UnknownEventType: As `decode`.
            UnreadableEvent: As `decode`, as far as the event goes.
        """
        readers, skipped = self._event_readers, len(_EVENT) - 1
        for stored in stored_events:
            state = stored.state
            try:
                event = readers[stored.topic](state[state.find(_EVENT) + skipped : -1])
            except (KeyError, ValidationError, TypeError, AttributeError):
                event = self.decode(
                    stored, state
                ).event  # Of an older form, or it says what is wrong.
            yield event

    def _reader(self, stored: StoredEvent) -> Reader:
        topic = stored.topic
        reader: Reader
        if topic in self._types:
            reader = envelope_of(self._types[topic]).__pydantic_validator__.validate_json
        elif topic in self._upcasters:
            reader = self._upcasting_reader(topic)
        else:
            msg = f"the log holds an event of unknown type {str(topic)[:_LONGEST_TOPIC_SHOWN]!r}"
            raise _located(UnknownEventType, msg, stored)
        self._readers[topic] = reader
        return reader

    def _upcasting_reader(self, topic: str) -> Reader:
        steps = []
        while topic in self._upcasters:
            steps.append(self._upcasters[topic])
            topic = _next(topic)
        validate = envelope_of(self._types[topic]).__pydantic_validator__.validate_json

        def read(state: bytes) -> Envelope[Event]:
            try:
                fields = json.loads(state)
                for step in steps:
                    fields = {**fields, "event": step(fields["event"])}
            except (ValueError, LookupError, AttributeError) as error:
                # Not an event of the version that its name says.
                raise TypeError from error
            envelope: Envelope[Event] = validate(json.dumps(fields))
            return envelope

        return read

    def _newest(self, topic: str) -> str:
        while topic in self._upcasters:
            topic = _next(topic)
        return topic


def _next(topic: str) -> str:
    name, _, version = topic.rpartition("/")
    return f"{name}/{int(version) + 1}"


def _first_fault(error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    where = ".".join(str(part) for part in first["loc"]) or "payload"
    return f"{where}: {first['type']}"


def _unreadable(stored: StoredEvent, fault: str) -> EventLogError:
    msg = f"an event does not fit the form of {stored.topic}: {fault}"
    return _located(UnreadableEvent, msg, stored)


def _located(kind: type[EventLogError], msg: str, stored: StoredEvent) -> EventLogError:
    return kind(
        msg,
        stream=str(stored.originator_id),
        version=stored.originator_version,
        # A notification of the library knows its position; a bare stored event does not.
        position=getattr(stored, "id", None),
    )
