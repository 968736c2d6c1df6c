"""Histories as a store keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from orderflow.audit.ledger.source import StoredEvent
from orderflow.order.commands import Command
from orderflow.order.events import Event
from orderflow.store.codec import EventCodec
from orderflow.store.submission import Submission
from tests.spec import ORDER

Steps = Iterable[tuple[Command, tuple[Event, ...], datetime]]


def stored_of(steps: Steps) -> Iterator[StoredEvent]:
    """Iterate over the events of accepted commands, with the payloads of the store."""
    codec, position = EventCodec.packaged(), 0
    for command, events, now in steps:
        submission = Submission.of(command)
        for entry in submission.entries(events, after=position, recorded_at=now):
            position += 1
            topic, state = codec.encode(entry.envelope)
            yield StoredEvent(position, ORDER.hex, position, topic, state)
