"""Compares a log that another system wrote with the published lifecycle.

Such a log says which events an order had, and when; not what stands in them. So the state after a
step is not known where the lifecycle leaves several: each of them is kept in mind, and a step is
wrong when the lifecycle permits it from none of them.

What is read: one JSON object a line (empty lines count for nothing), with at least

* the order: `subject`, `order_id`, `order`, or `case_id`;
* the type: `type`. Either one of our names (`OrderGranted`), alone or as the last part of a longer
  name (`orderflow/OrderGranted/1`, `nl.example.OrderGranted.v1`), or a word that the caller says
  stands for one of them;
* the time: `time`, `recorded_at` or `timestamp`, in ISO 8601 with a time zone: when it was
  recorded.

What is assumed: the events of one order stand in the order of recording, those of different orders
may be mixed. Whatever else a line holds is left alone.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from orderflow.audit.deviation import Conformance, Deviation, DeviationKind
from orderflow.errors import EventLogError
from orderflow.order.events import ALL
from orderflow.order.lifecycle import TRIGGERS, permitted
from orderflow.order.values import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_ORDER: Final = ("subject", "order_id", "order", "case_id")
_TIME: Final = ("time", "recorded_at", "timestamp")
_VERSION: Final = re.compile(r"v?[0-9]+")
_TRIGGERS: Final = {event.__name__: TRIGGERS[event] for event in ALL}


class _Line(NamedTuple):
    number: int
    order: str
    type: str
    time: datetime


class _Known(NamedTuple):
    """What is kept in mind of an order: 40 bytes and a few references, however long it is."""

    states: frozenset[State]
    events: int
    time: datetime
    deviates: bool


def conformance_of_lines(
    lines: Iterable[str], *, names: Mapping[str, str] | None = None
) -> Conformance:
    """Return how a log in JSON Lines compares with the published lifecycle.

    Lines are read one at a time; a few words are held for each order.

    Args:
        lines: The lines of the log.
        names: Name of our event by type, where the log has names of its own.

    Raises:
        EventLogError: A line is no event as described above; the error names the line.
        ValueError: `names` leads to no event of ours.
    """
    unknown = sorted(set((names or {}).values()) - set(_TRIGGERS))
    if unknown:
        msg = f"no event of the lifecycle is called {', '.join(unknown)}"
        raise ValueError(msg)
    known: dict[str, _Known] = {}
    deviations: list[Deviation] = []
    events = 0
    for line in _read(lines):
        events += 1
        before = known.get(line.order)
        found, states = _step(line, before, names or {})
        deviations += found
        known[line.order] = _Known(
            states=states,
            events=(before.events if before else 0) + 1,
            time=line.time,
            deviates=bool(found) or (before is not None and before.deviates),
        )
    return Conformance(
        orders=len(known),
        events=events,
        conforming_orders=sum(not one.deviates for one in known.values()),
        deviations=tuple(deviations),
    )


def _step(
    line: _Line, before: _Known | None, names: Mapping[str, str]
) -> tuple[list[Deviation], frozenset[State]]:
    """Return how a line deviates, and the states that the order may be in after it."""
    trigger = _trigger(line.type, names)
    states = before.states if before else frozenset[State]()
    found = []
    if before is not None and line.time < before.time:
        found.append(_deviation(line, before, DeviationKind.RECORDED_EARLIER, trigger))
    reached = frozenset[State]().union(*(permitted().get((trigger, one), ()) for one in states))
    if trigger == "":
        found.append(_deviation(line, before, DeviationKind.UNKNOWN_TYPE, trigger))
    elif trigger == "request":
        if before is not None:
            found.append(_deviation(line, before, DeviationKind.BEGINS_AGAIN, trigger))
        reached = frozenset({State.REQUESTED})
    elif not states:
        found.append(_deviation(line, before, DeviationKind.NOT_A_BEGINNING, trigger))
        # Wherever it may have been, it is where this step can lead.
        every = (dests for (name, _), dests in permitted().items() if name == trigger)
        reached = frozenset[State]().union(*every)
    elif not reached:
        found.append(_deviation(line, before, DeviationKind.NOT_PERMITTED, trigger))
    return found, reached or states


def _deviation(line: _Line, before: _Known | None, kind: DeviationKind, trigger: str) -> Deviation:
    states = before.states if before else frozenset[State]()
    return Deviation(
        order=line.order,
        kind=kind,
        type=line.type,
        version=(before.events if before else 0) + 1,
        position=line.number,
        trigger=trigger or None,
        before=tuple(sorted(states)),
    )


def _trigger(written: str, names: Mapping[str, str]) -> str:
    """Return the trigger of a type as written; empty where it is none of ours."""
    if written in names:
        return _TRIGGERS[names[written]]
    *_, last = [part for part in re.split(r"[./]", written) if not _VERSION.fullmatch(part)] or [""]
    return _TRIGGERS.get(last, "")


def _read(lines: Iterable[str]) -> Iterator[_Line]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _event(number, line)


def _event(number: int, line: str) -> _Line:
    try:
        fields = json.loads(line)
    except ValueError:
        raise _fault(number, "is no JSON") from None
    if not isinstance(fields, dict):
        raise _fault(number, "is no JSON object")
    written = fields.get("type")
    if not isinstance(written, str):
        raise _fault(number, "has no type")
    return _Line(number, _order(number, fields), written, _time(number, fields))


def _order(number: int, fields: dict[str, Any]) -> str:
    found = next((fields[name] for name in _ORDER if name in fields), None)
    if not isinstance(found, str) or not found:
        raise _fault(number, f"names no order; one of {', '.join(_ORDER)} does")
    return found


def _time(number: int, fields: dict[str, Any]) -> datetime:
    found = next((fields[name] for name in _TIME if name in fields), None)
    try:
        time = datetime.fromisoformat(found) if isinstance(found, str) else None
    except ValueError:
        time = None
    if time is None or time.tzinfo is None:
        raise _fault(number, f"has no time with a time zone; one of {', '.join(_TIME)} does")
    return time


def _fault(number: int, what: str) -> EventLogError:
    return EventLogError(f"line {number} {what}", position=number)
