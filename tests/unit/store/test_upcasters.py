"""Older forms of an event are read as the newest; what is stored stays as it is."""

from __future__ import annotations

import json
from typing import Any, Literal
from uuid import UUID, uuid4

import pytest
from eventsourcing.persistence import StoredEvent

from orderflow.errors import UnreadableEvent
from orderflow.order import events as e
from orderflow.order.events import TYPES
from orderflow.store.codec import UPCASTERS, EventCodec
from orderflow.store.envelope import envelope_of
from tests.contracts.cases import COUNCIL, START


def stored(topic: str, state: bytes) -> StoredEvent:
    """Return an event as the log holds it."""
    return StoredEvent(UUID(int=7), 3, topic, state)


class GrantedInVersion3(e.Event):
    """A later form of an event, as a later release might have it."""

    title: str
    kind: Literal["a", "b"]


def test_older_versions_are_turned_into_the_newest_when_read() -> None:
    """Two upcasters in a row lead from version 1 to 3; the newest is read directly."""
    steps: list[int] = []

    def from_1(fields: dict[str, Any]) -> dict[str, Any]:
        steps.append(1)
        return {"occurred_at": fields["occurred_at"], "title": fields["name"]}

    def from_2(fields: dict[str, Any]) -> dict[str, Any]:
        steps.append(2)
        return {**fields, "kind": "a"}

    codec = EventCodec(
        {"orderflow/Granted/3": GrantedInVersion3}, {("Granted", 1): from_1, ("Granted", 2): from_2}
    )
    newest = envelope_of(GrantedInVersion3)(
        event_id=uuid4(),
        recorded_at=START,
        command_id="c-1",
        actor=COUNCIL,
        event=GrantedInVersion3(occurred_at=START, title="x", kind="a"),
    )
    topic, state = codec.encode(newest)
    old = json.loads(state)
    old["event"] = {"occurred_at": old["event"]["occurred_at"], "name": "x"}
    version_1 = json.dumps(old).encode()

    assert topic == "orderflow/Granted/3"
    assert codec.decode(stored(topic, state), state) == newest
    assert steps == []
    assert codec.decode(stored("orderflow/Granted/1", version_1), version_1) == newest
    assert steps == [1, 2]
    assert list(codec.events([stored("orderflow/Granted/1", version_1)])) == [newest.event]


@pytest.mark.parametrize("state", [b"{", b"[]", b"{}", b'{"event":{}}', b'{"event":[]}'])
def test_what_an_upcaster_cannot_read_is_unreadable(state: bytes) -> None:
    """An old payload that is not what its name says is an error of ours."""
    codec = EventCodec(
        {"orderflow/Granted/2": GrantedInVersion3},
        {("Granted", 1): lambda fields: {"title": fields["name"]}},
    )
    with pytest.raises(UnreadableEvent):
        codec.decode(stored("orderflow/Granted/1", state), state)


def test_an_upcaster_must_lead_somewhere() -> None:
    """A registry with a gap is refused when it is made."""
    with pytest.raises(ValueError, match="orderflow/Granted/1"):
        EventCodec(
            {"orderflow/Granted/3": GrantedInVersion3}, {("Granted", 1): lambda fields: fields}
        )


def test_every_event_that_ships_is_at_its_first_version() -> None:
    """As long as this holds, no upcaster is needed; when it fails, one is, and a golden log."""
    assert {name.rpartition("/")[2] for name in TYPES} == {"1"}
    assert UPCASTERS == {}
