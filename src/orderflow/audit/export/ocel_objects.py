"""The objects of OCEL: the order, its persons, terms and incidents, and offices.

An attribute has a time where it changes: that of the record by which it became known.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from orderflow.audit.export.ocel_events import (
    Relation,
    order_object,
    part_object,
    relations_of,
    type_of,
)
from orderflow.audit.export.row import Plain, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from orderflow.audit.export.chosen import Step
    from orderflow.order import ProtectionOrder
    from orderflow.order.incident import Incident
    from orderflow.order.values import Person

OBJECT_TYPES: Final[dict[str, dict[str, str]]] = {
    "order": {
        "regime": "string",
        "simulated": "boolean",
        "requested_at": "time",
        "case_reference": "string",
        "state": "string",
        "office": "string",
    },
    "person": {
        "capacity": "string",
        "age": "string",
        "residence": "string",
        "described": "boolean",
        "bound": "boolean",
    },
    "term": {
        "kind": "string",
        "subject": "string",
        "binds_others": "boolean",
        "abroad": "string",
        "power_of_arrest": "boolean",
        "ends_at": "string",
        "review_at": "string",
    },
    "incident": {
        "conduct_at": "time",
        "reported_at": "time",
        "place": "string",
        "criminal_route": "string",
        "civil_route": "string",
        "prosecution": "string",
        "civil_outcome": "string",
        "dismissed": "boolean",
        "complaint_withdrawn": "boolean",
    },
    "office": {"reference": "string"},
}
"""The attributes of every type of object, with their types in OCEL.

OCEL has no word for a value that is no more. An attribute that may come to that is text, and is
empty from then on.
"""

_Attributes = dict[str, Plain]


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
        values: Values of its attributes, each from the moment at which it became known.
        relations: Other objects, and what they are to it.
    """

    id: str
    type: str
    values: tuple[Value, ...]
    relations: tuple[Relation, ...]


def objects_of(order_id: UUID, steps: tuple[Step, ...], *, simulated: bool) -> Iterator[Object]:
    """Iterate over the objects of one order: the order first, then as they became known.

    Offices are no part of one order; they are left out, though the order may relate to them.
    """
    known: dict[str, dict[str, list[Value]]] = {order_object(order_id): {}}
    for step in steps:
        at = step.recorded.recorded_at
        for related in relations_of(order_id, step):
            if type_of(related.object_id) != "office":
                known.setdefault(related.object_id, {})
        for object_id, attributes in _attributes(step.order, simulated=simulated):
            _learn(known.setdefault(object_id, {}), attributes, at)
    relations: dict[str, dict[Relation, None]] = {}
    for object_id, relation in _relations(steps[-1].order):
        relations.setdefault(object_id, {})[relation] = None
    for object_id, values in known.items():
        flat = tuple(value for every in values.values() for value in every)
        found = tuple(one for one in relations.get(object_id, ()) if one.object_id in known)
        yield Object(object_id, type_of(object_id), flat, found)


def _learn(values: dict[str, list[Value]], attributes: _Attributes, at: datetime) -> None:
    for name, value in attributes.items():
        every = values.setdefault(name, [])
        if value is None and not every:
            continue
        now = "" if value is None else value
        if every and every[-1].time == at:
            every.pop()  # Of what was recorded at one moment, the last holds.
        if not every or every[-1].value != now:
            every.append(Value(name, at, now))


def _attributes(order: ProtectionOrder, *, simulated: bool) -> Iterator[tuple[str, _Attributes]]:
    yield (
        order_object(order.id),
        {
            "regime": order.regime.id if order.regime else None,
            "simulated": simulated,
            "requested_at": order.requested_at,
            "case_reference": order.case_reference,
            "state": order.recorded_state.value if order.recorded_state else None,
            "office": order.office,
        },
    )
    yield from _of_persons(order)
    yield from _of_terms(order)
    for incident in order.incidents:
        yield part_object("incident", order.id, incident.id), _of_incident(incident)


def _of_persons(order: ProtectionOrder) -> Iterator[tuple[str, _Attributes]]:
    bound = {binding.person for binding in order.bindings if not binding.invalidated}
    every = {binding.person for binding in order.bindings}
    for people, capacity in _parties(order):
        for person in people:
            every.discard(person.id)
            yield (
                part_object("person", order.id, person.id),
                {
                    "capacity": capacity,
                    "age": person.age.value,
                    "residence": person.residence.value,
                    "described": person.described,
                    "bound": person.id in bound,
                },
            )
    for name in sorted(every):
        yield part_object("person", order.id, name), {"bound": name in bound}


def _of_terms(order: ProtectionOrder) -> Iterator[tuple[str, _Attributes]]:
    # Of a term that was varied the last version holds; one that fell away keeps what it was.
    promised = order.undertaking.terms if order.undertaking else ()
    made = (term for version in order.versions for term in version.terms)
    for term in {term.id: term for term in (*promised, *made)}.values():
        yield (
            part_object("term", order.id, term.id),
            {
                "kind": term.kind.value,
                "subject": term.subject.value,
                "binds_others": term.binds_others,
                "abroad": None if term.abroad is None else str(term.abroad).lower(),
                "power_of_arrest": term.power_of_arrest,
                "ends_at": None if term.ends_at is None else written(term.ends_at),
                "review_at": None if term.review_at is None else written(term.review_at),
            },
        )


def _of_incident(incident: Incident) -> _Attributes:
    return {
        "conduct_at": incident.conduct_at,
        "reported_at": incident.reported_at,
        "place": incident.place.value,
        "criminal_route": incident.assessment.criminal.status.value,
        "civil_route": incident.assessment.civil.status.value,
        "prosecution": incident.prosecution.value if incident.prosecution else None,
        "civil_outcome": incident.civil.value if incident.civil else None,
        "dismissed": incident.dismissed,
        "complaint_withdrawn": incident.complaint_withdrawn,
    }


def _relations(order: ProtectionOrder) -> Iterator[tuple[str, Relation]]:
    whole = order_object(order.id)

    def part(kind: str, name: str) -> str:
        return part_object(kind, order.id, name)

    for people, capacity in _parties(order):
        for person in people:
            yield part("person", person.id), Relation(whole, f"{capacity} of")
    for one, other in order.links:
        yield part("person", one), Relation(part("person", other), "same person as")
    for version in order.versions:
        for term in version.terms:
            yield part("term", term.id), Relation(whole, "term of")
            for name in term.binds:
                yield part("term", term.id), Relation(part("person", name), "binds")
    for incident in order.incidents:
        own = part("incident", incident.id)
        yield own, Relation(whole, "reported under")
        yield own, Relation(part("person", incident.person), "conduct of")
        yield own, Relation(part("term", incident.term), "conduct against")
        for same in incident.same_conduct_as:
            yield own, Relation(part("incident", same), "same conduct as")


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
            yield Object(office, "office", (Value("reference", since, name),), ())


def _parties(order: ProtectionOrder) -> Iterable[tuple[tuple[Person, ...], str]]:
    return (
        (order.protected_persons, "protected person"),
        (order.respondents, "respondent"),
        (order.other_persons, "other person"),
    )
