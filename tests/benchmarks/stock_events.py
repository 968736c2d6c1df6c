"""The same events as stock events of the `eventsourcing` library, for comparing how they decode.

Two forms. With plain parts, what has parts becomes a dictionary when read back, without a type.
With typed parts, each of them is a value object with a transcoding of its own, as the library's
manual has it: then both sides give back the same types.
"""

from __future__ import annotations

from dataclasses import make_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from eventsourcing.domain import Aggregate
from eventsourcing.persistence import (
    DatetimeAsISO,
    DecimalAsStr,
    JSONTranscoder,
    Mapper,
    Transcoding,
    UUIDAsHex,
)
from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from eventsourcing.persistence import StoredEvent

    from orderflow.store import RecordedEvent


class Events:
    """Where the stock event classes live, so that their topics can be resolved."""


class StockEvents:
    """Writes and reads events as the stock library does."""

    def __init__(self, *, typed: bool) -> None:
        """Take whether parts of events are value objects, or plain dictionaries."""
        self._typed = typed
        self._values: dict[type, type] = {}
        transcoder = JSONTranscoder()
        for transcoding in (UUIDAsHex(), DecimalAsStr(), DatetimeAsISO()):
            transcoder.register(transcoding)
        self.mapper = Mapper[UUID](transcoder)

    def stored(self, order_id: UUID, history: Iterable[RecordedEvent]) -> list[StoredEvent]:
        """Return the events of an order as the stock library stores them."""
        return [self._stored(order_id, item) for item in history]

    def _stored(self, order_id: UUID, item: RecordedEvent) -> StoredEvent:
        event = object.__new__(_event_class(type(item.event).__name__))
        event.__dict__.update(
            originator_id=order_id,
            originator_version=item.version,
            timestamp=item.recorded_at,
            event_id=item.event_id,
            command_id=item.command_id,
            actor=self._part(item.actor),
            causation_id=item.causation_id,
            correlation_id=item.correlation_id,
            **{name: self._part(value) for name, value in item.event},
        )
        return self.mapper.to_stored_event(event)

    def _part(self, value: Any) -> Any:  # noqa: ANN401
        match value:
            case BaseModel():
                parts = {name: self._part(part) for name, part in value}
                return self._value_class(type(value))(**parts) if self._typed else parts
            case Enum():
                return value.value
            case list() | tuple():
                return [self._part(part) for part in value]
            case _:
                return value

    def _value_class(self, model: type[BaseModel]) -> type:
        if model not in self._values:
            made = make_dataclass(model.__name__, list(model.model_fields))
            self._values[model] = made

            class AsParts(Transcoding):
                type = made
                name = model.__name__

                def encode(self, obj: Any) -> Any:  # noqa: ANN401
                    return obj.__dict__

                def decode(self, data: Any) -> Any:  # noqa: ANN401
                    return made(**data)

            transcoder = self.mapper.transcoder
            assert isinstance(transcoder, JSONTranscoder)
            transcoder.register(AsParts())
        return self._values[model]


def _event_class(name: str) -> type[Aggregate.Event]:
    if not hasattr(Events, name):
        place = {"__module__": __name__, "__qualname__": f"Events.{name}"}
        setattr(Events, name, type(name, (Aggregate.Event,), place))
    found: type[Aggregate.Event] = getattr(Events, name)
    return found
