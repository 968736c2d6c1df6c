"""OCEL 2.0 as JSON (https://www.ocel-standard.org)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from orderflow.audit.export.ocel_attributes import OBJECT_TYPES
from orderflow.audit.export.ocel_events import attributes_of, event_types, relations_of
from orderflow.audit.export.ocel_objects import Object, Offices, objects_of
from orderflow.audit.export.row import Plain, compact
from orderflow.audit.export.spool import Spool
from orderflow.order.writing import moment_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from uuid import UUID

    from orderflow.audit.export.chosen import ChosenLog, Step
    from orderflow.audit.export.ocel_events import Relation


def write_ocel_json(log: ChosenLog, path: Path) -> int:
    """Write events and objects with what relates them, and return how many events."""
    count, offices = 0, Offices()
    with path.open("w", encoding="utf-8", newline="\n") as file, Spool(path) as spool:
        for order_id, steps in log.histories():
            for step in steps:
                related = relations_of(order_id, step)
                if step.shown:
                    offices.see(related, step.recorded.recorded_at)
                    spool.add("events", _event(order_id, step, related, simulated=log.simulated))
                    count += 1
            for found in objects_of(order_id, steps, simulated=log.simulated):
                spool.add("objects", _object(found))
        for office in offices.objects():
            spool.add("objects", _object(office))
        file.write(f'{{\n"objectTypes":{compact(_types(OBJECT_TYPES))},\n')
        file.write(f'"eventTypes":{compact(_types(event_types()))},\n"objects":[\n')
        spool.pour("objects", file)
        file.write('\n],\n"events":[\n')
        spool.pour("events", file)
        file.write("\n]\n}\n")
    return count


def _types(types: Mapping[str, Mapping[str, str]]) -> list[dict[str, Any]]:
    return [
        {"name": name, "attributes": [{"name": one, "type": kind} for one, kind in of.items()]}
        for name, of in types.items()
    ]


def _event(
    order_id: UUID, step: Step, related: Iterable[Relation], *, simulated: bool
) -> dict[str, Any]:
    attributes = attributes_of(order_id, step, simulated=simulated)
    return {
        "id": str(step.recorded.event_id),
        "type": type(step.recorded.event).__name__,
        "time": moment_written(step.recorded.recorded_at),
        "attributes": [{"name": name, "value": _value(one)} for name, one in attributes.items()],
        "relationships": _related(related),
    }


def _object(found: Object) -> dict[str, Any]:
    return {
        "id": found.id,
        "type": found.type,
        "attributes": [
            {"name": one.name, "time": moment_written(one.time), "value": _value(one.value)}
            for one in found.values
        ],
        "relationships": _related(found.relations),
    }


def _related(relations: Iterable[Relation]) -> list[dict[str, str]]:
    return [{"objectId": one.object_id, "qualifier": one.qualifier} for one in relations]


def _value(value: Plain) -> Plain:
    return moment_written(value) if isinstance(value, datetime) else value
