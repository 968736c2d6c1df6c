"""What the pages say of the lifecycle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from orderflow.order import events
from orderflow.order.deciding.registry import DECIDERS
from orderflow.order.lifecycle import STEPS, TRIGGERS, Step
from orderflow.telling.lifecycle_mermaid import mermaid
from orderflow.telling.tongue import Tongue
from tools.markdown import code, table
from tools.model_pages import causes, triggers_of


def steps() -> str:
    """Return the table of triggers: from where to where, by which commands and events."""
    asked: dict[str, dict[str, None]] = {}
    for command, decider in DECIDERS.items():
        pulled = [TRIGGERS[getattr(events, event)] for event in causes(decider.decide)]
        for trigger in (*triggers_of(decider), *pulled):
            asked.setdefault(trigger, {})[command.__name__] = None
    told: dict[str, list[str]] = {}
    for event, trigger in TRIGGERS.items():
        told.setdefault(trigger, []).append(event.__name__)
    arrows = {"request": "(start) → `requested`"} | {
        name: "<br>".join(ways(several)) for name, several in groupby(STEPS, attrgetter("trigger"))
    }
    rows = [
        (f"`{name}`", way, code(asked.get(name, ())) or "*follows by itself*", code(told[name]))
        for name, way in arrows.items()
    ]
    return table("trigger", "from → to", "asked for by", "recorded as", rows=rows)


def ways(arrows: Iterable[Step]) -> Iterator[str]:
    """Yield where one trigger leads; first the states in which it changes nothing."""
    leads = {
        source: [step.dest for step in several]
        for source, several in groupby(arrows, attrgetter("source"))
    }
    staying = [source for source, dests in leads.items() if dests == [source]]
    if staying:
        yield f"stays in {code(staying)}"
    for source, dests in leads.items():
        if source not in staying:
            yield f"`{source}` → {code(dests)}"


def diagram() -> str:
    """Return the diagram that `orderflow diagram` prints."""
    return f"```mermaid\n{mermaid(Tongue('en')).rstrip()}\n```"
