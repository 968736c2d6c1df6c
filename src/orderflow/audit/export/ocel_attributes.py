"""What is known of the objects of an order, as it stands after an event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orderflow.audit.export.ocel_events import Relation, order_object, part_object
from orderflow.audit.export.row import Plain
from orderflow.order.writing import moment_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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

Attributes = dict[str, Plain]


def attributes_of_objects(
    order: ProtectionOrder, *, simulated: bool
) -> Iterator[tuple[str, Attributes]]:
    """Iterate over the objects of an order that have attributes, each with those."""
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


def _of_persons(order: ProtectionOrder) -> Iterator[tuple[str, Attributes]]:
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


def _of_terms(order: ProtectionOrder) -> Iterator[tuple[str, Attributes]]:
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
                "ends_at": None if term.ends_at is None else moment_written(term.ends_at),
                "review_at": None if term.review_at is None else moment_written(term.review_at),
            },
        )


def _of_incident(incident: Incident) -> Attributes:
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


def relations_of_objects(order: ProtectionOrder) -> Iterator[tuple[str, Relation]]:
    """Iterate over the objects of an order, each with another and what that one is to it."""
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


def _parties(order: ProtectionOrder) -> Iterable[tuple[tuple[Person, ...], str]]:
    return (
        (order.protected_persons, "protected person"),
        (order.respondents, "respondent"),
        (order.other_persons, "other person"),
    )
