"""XES (IEEE 1849): one trace an order, one event an event.

`time:timestamp` is when an event was recorded, because the lifecycle is kept in the order of the
record; when it happened in the world stands beside it as `occurred_at`.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final, assert_never
from xml.sax.saxutils import quoteattr

from orderflow.audit.export.row import Plain, plain_fields, row_of
from orderflow.order.writing import moment_written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from orderflow.audit.export.chosen import ChosenLog, Step

_HEAD: Final = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
<global scope="trace">
<string key="concept:name" value=""/>
</global>
<global scope="event">
<string key="concept:name" value=""/>
<date key="time:timestamp" value="1970-01-01T00:00:00Z"/>
<string key="lifecycle:transition" value="complete"/>
<string key="org:role" value=""/>
</global>
<classifier name="Event" keys="concept:name"/>
<classifier name="Event and role" keys="concept:name org:role"/>
<classifier name="Step of the lifecycle" keys="trigger"/>
"""


def write_xes(log: ChosenLog, path: Path) -> int:
    """Write one trace an order, and return how many events."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(_HEAD)
        file.write(_attribute("concept:name", log.head.source))
        file.write(_attribute("lifecycle:model", "standard"))
        file.write(_attribute("simulated", log.simulated))
        for order_id, steps in log.histories():
            shown = [step for step in steps if step.shown]
            file.writelines(_trace(order_id, shown, simulated=log.simulated))
            count += len(shown)
        file.write("</log>\n")
    return count


def _trace(order_id: UUID, steps: list[Step], *, simulated: bool) -> Iterator[str]:
    yield "<trace>\n"
    yield _attribute("concept:name", str(order_id))
    yield _attribute("regime", row_of(order_id, steps[-1], simulated=simulated).regime)
    yield _attribute("simulated", simulated)
    for step in steps:
        yield "<event>\n"
        for key, value in _attributes(order_id, step, simulated=simulated).items():
            yield _attribute(key, value)
        yield "</event>\n"
    yield "</trace>\n"


def _attributes(order_id: UUID, step: Step, *, simulated: bool) -> dict[str, Plain]:
    row = row_of(order_id, step, simulated=simulated)
    return {
        "concept:name": row.type,
        "concept:instance": row.event_id,
        "time:timestamp": row.recorded_at,
        "lifecycle:transition": "complete",
        "org:role": row.role,
        "org:resource": row.person or row.office or row.role,
        "org:group": row.office,
        "on_behalf_of": row.on_behalf_of,
        "occurred_at": row.occurred_at,
        "version": row.version,
        "position": row.position,
        "trigger": row.trigger,
        "state": row.state,
        "command_id": row.command_id,
        "causation_id": row.causation_id,
        "correlation_id": row.correlation_id,
        "law": " ".join(row.law),
        **{f"event.{name}": value for name, value in plain_fields(step).items()},
    }


def _attribute(key: str, value: Plain) -> str:
    match value:
        case None:
            return ""
        case bool():
            return f'<boolean key={quoteattr(key)} value="{str(value).lower()}"/>\n'
        case int():
            return f'<int key={quoteattr(key)} value="{value}"/>\n'
        case datetime():
            return f'<date key={quoteattr(key)} value="{moment_written(value)}"/>\n'
        case str():
            return f"<string key={quoteattr(key)} value={quoteattr(value)}/>\n"
        case _:
            assert_never(value)
