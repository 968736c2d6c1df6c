"""The objects of OCEL: the order, its persons, terms and incidents, and offices.

An attribute has a time where it changes: that of the record by which it became known.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from orderflow.audit.export.ocel_attributes import (
    Attributes,
    attributes_of_objects,
    relations_of_objects,
)
from orderflow.audit.export.ocel_events import (
    Relation,
    order_object,
    relations_of,
    type_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from orderflow.audit.export.chosen import Step


class Value(NamedTuple):
    """A value of an attribute, and when it became known."""

    name: str
    time: datetime
    value: str | int | bool | datetime


class Object(NamedTuple):
    """An object with what is known of it.

    Attributes:
        id: Its id.
        type: Its type.
        since: When it became known.
        values: Values of its attributes, each from the moment at which it became known.
        relations: Other objects, and what they are to it.
    """

    id: str
    type: str
    since: datetime
    values: tuple[Value, ...]
    relations: tuple[Relation, ...]


class _Known(NamedTuple):
    """What is known of an object: since when, and the values of each attribute."""

    since: datetime
    values: dict[str, list[Value]]


def objects_of(order_id: UUID, steps: tuple[Step, ...], *, simulated: bool) -> Iterator[Object]:
    """Iterate over the objects of one order: the order first, then as they became known.

    Offices are no part of one order; they are left out, though the order may relate to them.
    """
    first = steps[0].recorded.recorded_at
    known: dict[str, _Known] = {order_object(order_id): _Known(first, {})}
    relations: dict[str, dict[Relation, None]] = {}
    for step in steps:
        at = step.recorded.recorded_at
        for related in relations_of(order_id, step):
            if type_of(related.object_id) != "office":
                known.setdefault(related.object_id, _Known(at, {}))
        for object_id, attributes in attributes_of_objects(step.order, simulated=simulated):
            _learn(known.setdefault(object_id, _Known(at, {})).values, attributes, at)
        relations.clear()  # As they stand after the last event.
        for object_id, relation in relations_of_objects(step.order):
            known.setdefault(relation.object_id, _Known(at, {}))
            relations.setdefault(object_id, {})[relation] = None
    for object_id, (since, values) in known.items():
        flat = tuple(value for every in values.values() for value in every)
        related_to = tuple(relations.get(object_id, ()))
        yield Object(object_id, type_of(object_id), since, flat, related_to)


def _learn(values: dict[str, list[Value]], attributes: Attributes, at: datetime) -> None:
    for name, value in attributes.items():
        every = values.setdefault(name, [])
        if value is None and not every:
            continue
        now = "" if value is None else value
        if every and every[-1].time == at:
            every.pop()  # Of what was recorded at one moment, the last holds.
        if not every or every[-1].value != now:
            every.append(Value(name, at, now))


class Offices:
    """The offices that events had to do with, each since when; one entry an office."""

    def __init__(self) -> None:
        self._since: dict[str, datetime] = {}

    def see(self, related: Iterable[Relation], at: datetime) -> None:
        """Take note of what an event had to do with."""
        for one in related:
            if type_of(one.object_id) == "office":
                self._since[one.object_id] = min(at, self._since.get(one.object_id, at))

    def objects(self) -> Iterator[Object]:
        """Iterate over them."""
        for office, since in self._since.items():
            name = office.partition(":")[2]
            yield Object(office, "office", since, (Value("reference", since, name),), ())
