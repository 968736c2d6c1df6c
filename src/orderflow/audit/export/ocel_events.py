"""What an event has to do with, for OCEL: which objects, and in which capacity."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Union, get_args, get_origin

from orderflow.audit.export.row import Plain, plain_fields, row_of
from orderflow.order.events import ALL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from orderflow.audit.export.chosen import Step
    from orderflow.order.events import Event
    from orderflow.order.values import Actor

PERSONS: Final = {
    "person": "person",
    "same_as": "same person",
    "described": "described person",
    "given_by": "gives an undertaking",
}
"""Fields that name persons, with what that person is to the event."""

INCIDENTS: Final = {"incident": "incident", "same_conduct_as": "same conduct"}
"""Fields that name incidents."""

TERMS: Final = {"term": "term", "terms": "term"}
"""Fields that name terms, or hold them."""

_PARTIES: Final = {
    "protected_persons": "protected person",
    "respondents": "respondent",
    "other_persons": "other person",
}
_OFFICES: Final = {"to_office": "receiving office"}

_COMMON: Final = {
    "occurred_at": "time",
    "version": "integer",
    "position": "integer",
    "trigger": "string",
    "state": "string",
    "role": "string",
    "command_id": "string",
    "causation_id": "string",
    "correlation_id": "string",
    "law": "string",
    "simulated": "boolean",
}


class Relation(NamedTuple):
    """An object that an event has to do with, and what it is to the event."""

    object_id: str
    qualifier: str


def order_object(order_id: UUID) -> str:
    """Return the id of an order among the objects."""
    return f"order:{order_id}"


def part_object(kind: str, order_id: UUID, name: str) -> str:
    """Return the id of a person, term or incident; its name means something within its order."""
    return f"{kind}:{order_id}/{name}"


def office_object(reference: str) -> str:
    """Return the id of an office, the same in every order."""
    return f"office:{reference}"


def type_of(object_id: str) -> str:
    """Return the type of an object by its id."""
    return object_id.partition(":")[0]


@cache
def attribute_types(event_type: type[Event]) -> dict[str, str]:
    """Return the attributes of the events of one type, with their types in OCEL."""
    own = {
        f"event.{name}": _type(field.annotation)
        for name, field in event_type.model_fields.items()
        if name not in ("occurred_at", "law")
    }
    return {**_COMMON, **own}


def event_types() -> dict[str, dict[str, str]]:
    """Return the attributes of every type of event, by its name."""
    return {event.__name__: attribute_types(event) for event in ALL}


def attributes_of(order_id: UUID, step: Step, *, simulated: bool) -> dict[str, Plain]:
    """Return the attributes of an event that have a value."""
    row = row_of(order_id, step, simulated=simulated)
    found: dict[str, Plain] = {
        "occurred_at": row.occurred_at,
        "version": row.version,
        "position": row.position,
        "trigger": row.trigger,
        "state": row.state,
        "role": row.role,
        "command_id": row.command_id,
        "causation_id": row.causation_id,
        "correlation_id": row.correlation_id,
        "law": " ".join(row.law),
        "simulated": simulated,
        **{f"event.{name}": value for name, value in plain_fields(step).items()},
    }
    return {name: value for name, value in found.items() if value is not None}


def relations_of(order_id: UUID, step: Step) -> tuple[Relation, ...]:
    """Return the objects that an event has to do with, each capacity once."""
    return tuple(dict.fromkeys(_relations(order_id, step)))


def _relations(order_id: UUID, step: Step) -> Iterator[Relation]:
    event = step.recorded.event
    yield Relation(order_object(order_id), "order")
    yield from _of_actor(order_id, step.recorded.actor, "actor")
    applicant = getattr(event, "applicant", None)
    if applicant is not None:
        yield from _of_actor(order_id, applicant, "applicant")
    for fields, kind in ((PERSONS, "person"), (INCIDENTS, "incident"), (TERMS, "term")):
        for field, qualifier in fields.items():
            for name in _names(getattr(event, field, None)):
                yield Relation(part_object(kind, order_id, name), qualifier)
    for field, qualifier in _PARTIES.items():
        for person in getattr(event, field, ()):
            yield Relation(part_object("person", order_id, person.id), qualifier)
    for field, qualifier in _OFFICES.items():
        if hasattr(event, field):
            yield Relation(office_object(getattr(event, field)), qualifier)


def _of_actor(order_id: UUID, actor: Actor, qualifier: str) -> Iterator[Relation]:
    if actor.person is not None:
        yield Relation(part_object("person", order_id, actor.person), qualifier)
    if actor.on_behalf_of is not None:
        yield Relation(part_object("person", order_id, actor.on_behalf_of), "acted for")
    if actor.office is not None:
        yield Relation(office_object(actor.office), f"office of the {qualifier}")


def _names(value: Any) -> tuple[str, ...]:  # noqa: ANN401 - a name, a term, or several
    if value is None:
        return ()
    several = value if isinstance(value, tuple) else (value,)
    return tuple(one if isinstance(one, str) else one.id for one in several)


def _type(annotation: Any) -> str:  # noqa: ANN401 - any annotation
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(one for one in get_args(annotation) if one is not type(None))
    if getattr(annotation, "__metadata__", None):
        annotation = annotation.__origin__
    if annotation is bool:
        return "boolean"
    if annotation is int:
        return "integer"
    return "time" if _is_moment(annotation) else "string"


def _is_moment(annotation: Any) -> bool:  # noqa: ANN401 - any annotation
    return annotation is datetime or getattr(annotation, "__name__", "") == "AwareDatetime"
