"""What is known of each type of event: how it is read, applied, and where it may lead."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from orderflow.audit.verifying.lean import lean_reader
from orderflow.order.events import TYPES, OrderRequested
from orderflow.order.evolving.registry import APPLIERS
from orderflow.order.lifecycle import TRIGGERS, permitted
from orderflow.order.tracking import LEAVE_THE_STATE
from orderflow.order.values import State
from orderflow.store.codec import EventCodec
from orderflow.store.envelope import envelope_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from orderflow.order.events import Event

_REQUEST: Final = "request"


class Row(NamedTuple):
    """An event as it is stored, as the codec takes it; anything may stand anywhere.

    Attributes:
        id: Position within the log; the library's word.
    """

    id: Any
    originator_id: Any
    originator_version: Any
    topic: Any
    state: Any


class Topic:
    """One type of event under its stable name.

    Attributes:
        lean: Reads a payload, or returns None where the model must be asked; None if it always
            must be.
        apply: Applies the event to an order; None where it leaves the state alone.
        begins: Whether it is the request, with which an order begins.
        name: Name of the event.
        trigger: What it pulls in the lifecycle.
        arrows: Every step it may make, as the identities of the states before and after.
    """

    __slots__ = ("apply", "arrows", "begins", "lean", "name", "trigger")

    def __init__(self, event_type: type[Event], lean: Callable[[bytes], Any] | None) -> None:
        """Take the type that its payload is read into."""
        self.lean = lean
        self.apply = None if event_type in LEAVE_THE_STATE else APPLIERS[event_type]
        self.begins = event_type is OrderRequested
        self.name = event_type.__name__
        self.trigger = TRIGGERS[event_type]
        # States are one object each; their own hashes cost more than all the rest of a step.
        self.arrows = {
            (id(before), id(after))
            for before in (None, *State)
            for after in permitted_from(self.trigger, before)
        }


def permitted_from(trigger: str, before: State | None) -> frozenset[State]:
    """Return where a trigger may lead from a state; from nothing, only a request leads."""
    if before is None:
        return frozenset({State.REQUESTED} if trigger == _REQUEST else ())
    return permitted().get((trigger, before), frozenset())


class Topics:
    """Reads events of every known type."""

    def __init__(self, codec: EventCodec | None = None) -> None:
        """Take what reads by the models; by default what the log itself is read with."""
        self._codec = codec or EventCodec.packaged()
        self.known: dict[str, Topic] = {}
        for topic, event_type in TYPES.items():
            self.known[topic] = Topic(event_type, lean_reader(envelope_of(event_type)))

    @staticmethod
    @cache
    def packaged() -> Topics:
        """Return what is known of the events that ship with the package; always the same."""
        return Topics()

    def read(self, row: Row) -> tuple[Topic, Any]:
        """Return what a payload holds, read by its model, and what is known of its type.

        Raises:
            UnknownEventType: The type is not known.
            UnreadableEvent: The payload does not fit the published form of its type.
        """
        envelope = self._codec.decode(row, row.state)  # type: ignore[arg-type] # reads as one
        topic = self.known.get(row.topic)
        if topic is None:
            # Of an older form, brought to the newest by its upcaster.
            topic = Topic(type(envelope.event), None)
            self.known[row.topic] = topic
        return topic, envelope

    def is_newer(self, topic: str) -> bool:
        """Tell whether an unknown type is a later version of one that is known."""
        name, _, version = topic.rpartition("/")
        known = [int(one.rpartition("/")[2]) for one in self.known if one.startswith(f"{name}/")]
        digits = version.isascii() and version.isdigit() and not version.startswith("0")
        return bool(known) and digits and len(version) < 10 and int(version) > max(known)  # noqa: PLR2004
