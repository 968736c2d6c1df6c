"""One event as one row: what every table of events holds."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from orderflow.order.lifecycle import TRIGGERS

if TYPE_CHECKING:
    from uuid import UUID

    from orderflow.audit.export.chosen import Step


class Row(NamedTuple):
    """One event, without anything inside anything else.

    Attributes:
        order_id: The order.
        version: Number of the event within the order, from 1.
        position: Position within the log.
        event_id: Identity of the event.
        regime: The law that the order pinned.
        type: Name of the event.
        trigger: The step of the lifecycle.
        state: State of the order after it, by the record.
        occurred_at: When it happened.
        recorded_at: When it was recorded.
        role: Role of who gave the command.
        person: Their pseudonym, where known.
        office: Their office, where known.
        on_behalf_of: Pseudonym of whom they act for.
        command_id: The command that caused it.
        causation_id: What caused the command.
        correlation_id: What the command belongs to.
        law: Keys of the sources it rests on.
        simulated: Whether the log follows a simulated clock.
        event: Everything else that stands in the event, as one JSON object.
    """

    order_id: str
    version: int
    position: int
    event_id: str
    regime: str
    type: str
    trigger: str
    state: str | None
    occurred_at: datetime
    recorded_at: datetime
    role: str
    person: str | None
    office: str | None
    on_behalf_of: str | None
    command_id: str
    causation_id: str | None
    correlation_id: str | None
    law: tuple[str, ...]
    simulated: bool
    event: str


def row_of(order_id: UUID, step: Step, *, simulated: bool) -> Row:
    """Return an event as a row."""
    recorded, event = step.recorded, step.recorded.event
    state, actor = step.order.recorded_state, recorded.actor
    return Row(
        order_id=str(order_id),
        version=recorded.version,
        position=recorded.position,
        event_id=str(recorded.event_id),
        regime=step.order.regime.id if step.order.regime else "",
        type=type(event).__name__,
        trigger=TRIGGERS[type(event)],
        state=None if state is None else state.value,
        occurred_at=event.occurred_at,
        recorded_at=recorded.recorded_at,
        role=actor.role.value,
        person=actor.person,
        office=actor.office,
        on_behalf_of=actor.on_behalf_of,
        command_id=recorded.command_id,
        causation_id=recorded.causation_id,
        correlation_id=recorded.correlation_id,
        law=tuple(event.law),
        simulated=simulated,
        event=compact(fields_of(step)),
    )


def fields_of(step: Step) -> dict[str, Any]:
    """Return what stands in an event beside its moment and its sources, as JSON values."""
    return step.recorded.event.model_dump(mode="json", exclude={"occurred_at", "law"})


Plain = str | int | bool | datetime | None


def plain_fields(step: Step) -> dict[str, Plain]:
    """Return what `fields_of` does, with moments as such and what is composed as JSON text."""
    event = step.recorded.event
    return {name: _plain(getattr(event, name), value) for name, value in fields_of(step).items()}


def _plain(value: object, dumped: object) -> Plain:
    if isinstance(value, datetime):
        return value
    if dumped is None or isinstance(dumped, str | int):
        return dumped
    return compact(dumped)


def compact(value: object) -> str:
    """Return a JSON value on one line, with no more than is needed."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
