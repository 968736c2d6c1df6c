"""OCEL 2.0 as an SQLite file (https://www.ocel-standard.org)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING, Final

from orderflow.audit.export.ocel_attributes import OBJECT_TYPES
from orderflow.audit.export.ocel_events import attributes_of, event_types, relations_of
from orderflow.audit.export.ocel_objects import Object, Offices, objects_of
from orderflow.audit.export.row import Plain
from orderflow.errors import UnreadableEvent
from orderflow.order.writing import moment_written
from orderflow.store.sqlite.faults import translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from uuid import UUID

    from orderflow.audit.export.chosen import ChosenLog, Step
    from orderflow.audit.export.ocel_events import Relation

_COLUMN: Final = {
    "string": "TEXT",
    "time": "TIMESTAMP",
    "integer": "INTEGER",
    "boolean": "BOOLEAN",
}

_TABLES: Final = (
    "CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT NOT NULL)",
    "CREATE TABLE object_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT NOT NULL)",
    """CREATE TABLE event (ocel_id TEXT PRIMARY KEY, ocel_type TEXT NOT NULL,
        FOREIGN KEY (ocel_type) REFERENCES event_map_type (ocel_type))""",
    """CREATE TABLE object (ocel_id TEXT PRIMARY KEY, ocel_type TEXT NOT NULL,
        FOREIGN KEY (ocel_type) REFERENCES object_map_type (ocel_type))""",
    """CREATE TABLE event_object (
        ocel_event_id TEXT NOT NULL, ocel_object_id TEXT NOT NULL, ocel_qualifier TEXT NOT NULL,
        PRIMARY KEY (ocel_event_id, ocel_object_id, ocel_qualifier),
        FOREIGN KEY (ocel_event_id) REFERENCES event (ocel_id),
        FOREIGN KEY (ocel_object_id) REFERENCES object (ocel_id))""",
    """CREATE TABLE object_object (
        ocel_source_id TEXT NOT NULL, ocel_target_id TEXT NOT NULL, ocel_qualifier TEXT NOT NULL,
        PRIMARY KEY (ocel_source_id, ocel_target_id, ocel_qualifier),
        FOREIGN KEY (ocel_source_id) REFERENCES object (ocel_id),
        FOREIGN KEY (ocel_target_id) REFERENCES object (ocel_id))""",
)


def write_ocel_sqlite(log: ChosenLog, path: Path) -> int:
    """Write events and objects with what relates them, and return how many events.

    Raises:
        UnreadableEvent: Two events bear one id.
        StoreUnavailable: The file cannot be written: the disk is full, perhaps.
    """
    try:
        with closing(sqlite3.connect(path)) as file:
            return _write(log, file)
    except sqlite3.Error as error:
        raise translated(error, path.name) from error


def _write(log: ChosenLog, file: sqlite3.Connection) -> int:
    count, offices = 0, Offices()
    # Nobody reads it before it is whole, and then it is put on disk.
    file.execute("PRAGMA synchronous = OFF")
    file.execute("PRAGMA journal_mode = OFF")
    _make(file)
    for order_id, steps in log.histories():
        for step in steps:
            if step.shown:
                related = relations_of(order_id, step)
                offices.see(related, step.recorded.recorded_at)
                _put_event(file, order_id, step, related, simulated=log.simulated)
                count += 1
        for found in objects_of(order_id, steps, simulated=log.simulated):
            _put_object(file, found)
    for office in offices.objects():
        _put_object(file, office)
    file.commit()
    return count


def _make(file: sqlite3.Connection) -> None:
    for table in _TABLES:
        file.execute(table)
    for what, types, extra in (
        ("event", event_types(), ""),
        ("object", OBJECT_TYPES, ", ocel_changed_field TEXT"),
    ):
        for name, attributes in types.items():
            file.execute(f"INSERT INTO {what}_map_type VALUES (?, ?)", (name, name))  # noqa: S608
            columns = "".join(f', "{one}" {_COLUMN[kind]}' for one, kind in attributes.items())
            key = ", PRIMARY KEY (ocel_id)" if what == "event" else ""
            file.execute(
                f"CREATE TABLE {what}_{name} (ocel_id TEXT NOT NULL,"
                f" ocel_time TIMESTAMP NOT NULL{columns}{extra}{key},"
                f" FOREIGN KEY (ocel_id) REFERENCES {what} (ocel_id))"
            )


def _put_event(
    file: sqlite3.Connection,
    order_id: UUID,
    step: Step,
    related: Iterable[Relation],
    *,
    simulated: bool,
) -> None:
    name, event_id = type(step.recorded.event).__name__, str(step.recorded.event_id)
    try:
        file.execute("INSERT INTO event VALUES (?, ?)", (event_id, name))
    except sqlite3.IntegrityError:
        msg = "an event bears the id of another"
        place = {"version": step.recorded.version, "position": step.recorded.position}
        raise UnreadableEvent(msg, stream=order_id.hex, **place) from None
    attributes = attributes_of(order_id, step, simulated=simulated)
    when: dict[str, Plain] = {"ocel_id": event_id, "ocel_time": step.recorded.recorded_at}
    _insert(file, f"event_{name}", {**when, **attributes})
    file.executemany(
        "INSERT INTO event_object VALUES (?, ?, ?)", ((event_id, *one) for one in related)
    )


def _put_object(file: sqlite3.Connection, found: Object) -> None:
    file.execute("INSERT INTO object VALUES (?, ?)", (found.id, found.type))
    file.executemany(
        "INSERT INTO object_object VALUES (?, ?, ?)", ((found.id, *one) for one in found.relations)
    )
    initial = {one.name: one.value for one in found.values if one.time == found.since}
    table = f"object_{found.type}"
    # Of an object without attributes too: readers take one that has no row for none.
    _insert(file, table, {"ocel_id": found.id, "ocel_time": found.since, **initial})
    for one in found.values:
        if one.time != found.since:
            changed = {"ocel_changed_field": one.name, one.name: one.value}
            _insert(file, table, {"ocel_id": found.id, "ocel_time": one.time, **changed})


def _insert(file: sqlite3.Connection, table: str, values: Mapping[str, Plain]) -> None:
    columns = ", ".join(f'"{name}"' for name in values)
    places = ", ".join("?" * len(values))
    statement = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 - our own names
    file.execute(statement, tuple(map(_stored, values.values())))


def _stored(value: Plain) -> str | int | None:
    return moment_written(value) if isinstance(value, datetime) else value
