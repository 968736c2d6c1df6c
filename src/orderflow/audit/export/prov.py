"""W3C PROV-JSON: who made which version of an order, on whose behalf, from what, and when.

    entity      an order, and each version of it: what it is after one event
    activity    a command that was accepted
    agent       who gave it: a person by pseudonym, an office, or a role where neither is known

https://www.w3.org/submissions/prov-json/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from orderflow.audit.export.row import Plain, compact, plain_fields, row_of
from orderflow.audit.export.spool import Spool
from orderflow.order.writing import moment_written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from orderflow.audit.export.chosen import ChosenLog, Step
    from orderflow.audit.export.row import Row

_WORDS: Final = "https://github.com/orderflow/orderflow/blob/main/docs/auditing/exports.md#"
"""Where the words of the prefix `of` are explained."""

_PARTS: Final = (
    "entity",
    "activity",
    "agent",
    "wasGeneratedBy",
    "used",
    "wasDerivedFrom",
    "specializationOf",
    "wasAssociatedWith",
    "actedOnBehalfOf",
)

_Fact = tuple[str, str, dict[str, Any]]
"""Part of the document, id within it, and what is said."""


def write_prov(log: ChosenLog, path: Path) -> int:
    """Write the provenance of every version, and return how many events."""
    count, shared = 0, _Once()
    with path.open("w", encoding="utf-8", newline="\n") as file, Spool(path) as spool:
        for order_id, steps in log.histories():
            own = _Once()
            for part, key, said in _facts(order_id, steps, simulated=log.simulated):
                # Offices, roles and laws are the same in every order; all else is of one order.
                seen = shared if key.startswith(_SHARED) else own
                if seen.first(part, key):
                    spool.add(part, said, key=key)
            count += sum(step.shown for step in steps)
        prefixes = {"log": f"{log.head.source}#", "of": _WORDS}
        file.write(f'{{\n"prefix":{compact(prefixes)}')
        for part in _PARTS:
            file.write(f',\n"{part}":{{\n')
            spool.pour(part, file)
            file.write("\n}")
        file.write("\n}\n")
    return count


_SHARED: Final = ("log:office-", "log:role-", "log:regime-")


class _Once:
    """What was said already."""

    def __init__(self) -> None:
        self._seen: set[tuple[str, str]] = set()

    def first(self, part: str, key: str) -> bool:
        new = (part, key) not in self._seen
        self._seen.add((part, key))
        return new


def _facts(order_id: UUID, steps: tuple[Step, ...], *, simulated: bool) -> Iterator[_Fact]:
    order = _id("order", order_id)
    yield "entity", order, {"prov:type": _name("of:Order"), "of:simulated": simulated}
    for step in steps:
        if step.shown:
            row = row_of(order_id, step, simulated=simulated)
            yield from _of_version(order, row, step)
            yield from _of_command(row)


def _of_version(order: str, row: Row, step: Step) -> Iterator[_Fact]:
    version = _version(row.order_id, row.version)
    said: dict[str, Plain] = {
        "of:event": row.type,
        "of:event_id": row.event_id,
        "of:version": row.version,
        "of:position": row.position,
        "of:state": row.state,
        "of:occurred_at": row.occurred_at,
        "of:law": " ".join(row.law),
        **{f"of:event.{name}": value for name, value in plain_fields(step).items()},
    }
    known = {name: _value(value) for name, value in said.items() if value is not None}
    yield "entity", version, {"prov:type": _name("of:OrderVersion"), **known}
    command = _command(row)
    about = {"prov:entity": version, "prov:activity": command}
    yield (
        "wasGeneratedBy",
        f"_:generated-{_local(version)}",
        {**about, "prov:time": moment_written(row.recorded_at)},
    )
    yield (
        "specializationOf",
        f"_:part-{_local(version)}",
        {"prov:specificEntity": version, "prov:generalEntity": order},
    )
    if row.version > 1:
        before = _version(row.order_id, row.version - 1)
        yield (
            "wasDerivedFrom",
            f"_:derived-{_local(version)}",
            {
                "prov:generatedEntity": version,
                "prov:usedEntity": before,
                "prov:type": _name("prov:Revision"),
            },
        )
        # Where several events follow from one command, it used what was there before the first.
        yield "used", f"_:used-{_local(command)}", {"prov:activity": command, "prov:entity": before}


def _of_command(row: Row) -> Iterator[_Fact]:
    command, at = _command(row), moment_written(row.recorded_at)
    said = {
        "of:command_id": row.command_id,
        "of:causation_id": row.causation_id,
        "of:correlation_id": row.correlation_id,
    }
    yield (
        "activity",
        command,
        {
            "prov:startTime": at,
            "prov:endTime": at,
            "prov:type": _name("of:Command"),
            **{name: value for name, value in said.items() if value is not None},
        },
    )
    agent = _agent(row)
    yield "agent", agent, _described(agent)
    plan = _id("regime", row.regime)
    yield "entity", plan, {"prov:type": _name("prov:Plan"), "of:regime": row.regime}
    yield (
        "wasAssociatedWith",
        f"_:associated-{_local(command)}",
        {
            "prov:activity": command,
            "prov:agent": agent,
            "prov:plan": plan,
            "prov:role": row.role,
        },
    )
    yield from _delegated(row, agent, command)


def _delegated(row: Row, agent: str, command: str) -> Iterator[_Fact]:
    principals = []
    if row.on_behalf_of is not None:
        principals.append(_person(row.order_id, row.on_behalf_of))
    if row.person is not None and row.office is not None:
        principals.append(_id("office", row.office))
    for principal in principals:
        yield "agent", principal, _described(principal)
        yield (
            "actedOnBehalfOf",
            f"_:for-{_local(command)}-{_local(principal)}",
            {"prov:delegate": agent, "prov:responsible": principal, "prov:activity": command},
        )


def _agent(row: Row) -> str:
    if row.person is not None:
        return _person(row.order_id, row.person)
    return _id("office", row.office) if row.office is not None else _id("role", row.role)


def _described(agent: str) -> dict[str, Any]:
    kind = {"person": "prov:Person", "office": "prov:Organization"}
    found = kind.get(_local(agent).partition("-")[0])
    return {"prov:type": _name(found)} if found else {"prov:type": _name("of:Role")}


def _id(kind: str, name: object) -> str:
    return f"log:{kind}-{quote(str(name), safe='')}"


def _version(order_id: str, number: int) -> str:
    return _id("order", f"{order_id}-{number}")


def _person(order_id: str, name: str) -> str:
    return _id("person", f"{order_id}-{name}")


def _command(row: Row) -> str:
    # Of one command within its order: a log that was merged by hand may repeat an id elsewhere.
    return _id("command", f"{row.order_id}-{row.command_id}")


def _local(name: str) -> str:
    return name.partition(":")[2]


def _name(name: str) -> dict[str, str]:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _value(value: Plain) -> object:
    if isinstance(value, str | int):
        return value
    return {"$": moment_written(value), "type": "xsd:dateTime"} if value is not None else None
