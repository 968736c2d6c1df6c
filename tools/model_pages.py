"""What the pages say of commands, events, values and errors."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from enum import Enum, StrEnum
from types import FunctionType
from typing import Final

from pydantic import BaseModel

from orderflow import errors
from orderflow.law import vocabulary
from orderflow.order import assessment, commands, confidential, events, values
from orderflow.order.deciding.registry import DECIDERS, Decider
from orderflow.order.lifecycle import STEPS, TRIGGERS
from orderflow.order.reasons import Code
from tools.markdown import code, table


def triggers_of(decider: Decider) -> list[str]:
    """Return every trigger that a command may pull."""
    if isinstance(decider.trigger, str):
        return [decider.trigger]
    known = {step.trigger for step in STEPS}
    return [word for word in constants(decider.trigger) if word in known]


def constants(function: Callable[..., object]) -> Iterator[str]:
    """Yield the strings that a function holds."""
    assert isinstance(function, FunctionType)  # noqa: S101 - deciders are plain functions
    yield from (word for word in function.__code__.co_consts if isinstance(word, str))


def causes(function: Callable[..., object], seen: set[object] | None = None) -> set[str]:
    """Return the names of the events that a deciding function, or one it calls, speaks of."""
    seen = set() if seen is None else seen
    assert isinstance(function, FunctionType)  # noqa: S101 - deciders are plain functions
    seen.add(function)
    found = set()
    for name in function.__code__.co_names:
        called = function.__globals__.get(name)
        if name in EVENT_NAMES:
            found.add(name)
        elif isinstance(called, FunctionType) and "deciding" in called.__module__:
            found |= set() if called in seen else causes(called, seen)
    return found


EVENT_NAMES: Final = {event.__name__ for event in events.ALL}


def all_commands() -> str:
    """Return every command: what it asks, its fields, its triggers, what it may cause."""
    parts = []
    for command in commands.ALL:
        decider = DECIDERS[command]
        caused = causes(decider.decide)
        ordered = [event.__name__ for event in events.ALL if event.__name__ in caused]
        parts.append(f"### {command.__name__}\n\n{prose(command)}")
        parts.append(fields(command, own=True))
        pulls, may = (
            code(triggers_of(decider)),
            ", ".join(f"[`{n}`](events.md#{n.lower()})" for n in ordered),
        )
        parts.append(f"Trigger: {pulls}. May cause: {may}.")
    return "\n\n".join(part for part in parts if part)


def all_events() -> str:
    """Return every event under its stable name: its fields, and the trigger that it pulls."""
    parts = []
    for topic, event in events.TYPES.items():
        parts.append(f"### {event.__name__}\n\n`{topic}`, trigger `{TRIGGERS[event]}`.")
        parts += [prose(event), fields(event, own=True)]
    return "\n\n".join(part for part in parts if part)


def model(name: str) -> str:
    """Return one value class: what it is, and its fields."""
    homes = (values, assessment, commands, events, confidential)
    one = next(getattr(home, name) for home in homes if hasattr(home, name))
    return "\n\n".join(part for part in (prose(one), fields(one, own=False)) if part)


def words() -> str:
    """Return every closed list of words, with what it is for."""
    rows = [(f"`{one.__name__}`", prose(one).split("\n")[0], code(one)) for one in word_lists()]
    return table("list", "what it says", "words", rows=rows)


def word_lists() -> list[type[StrEnum]]:
    """Return every closed list of words but that of the reasons, by name."""
    lists = {
        one.__name__: one
        for home in (vocabulary, values, assessment)
        for one in vars(home).values()
        if inspect.isclass(one) and issubclass(one, StrEnum) and one not in {StrEnum, Code}
    }
    return [lists[name] for name in sorted(lists)]


def prose(documented: type) -> str:
    """Return the docstring of a class without its sections."""
    return re.split(r"\n(?:Attributes|Source):", inspect.getdoc(documented) or "")[0].strip()


def explained(documented: type) -> dict[str, str]:
    """Return what docstrings of a class and its bases say of each attribute."""
    found: dict[str, str] = {}
    for one in reversed(documented.__mro__):
        listed = re.split(r"\nAttributes:\n", inspect.cleandoc(one.__dict__.get("__doc__") or ""))
        entries = re.findall(r"^ {4}(\w+): ((?:.|\n {8})*)", listed[-1], re.MULTILINE)
        found |= {name: " ".join(text.split()) for name, text in entries if len(listed) > 1}
    return found


def fields(of: type[BaseModel], *, own: bool) -> str:
    """Return the fields of a model as a table, or nothing if there are none."""
    meaning = explained(of)
    names = list(inspect.get_annotations(of)) if own else list(of.model_fields)
    written = {
        n: str(t)
        for one in reversed(of.__mro__)
        for n, t in vars(one).get("__annotations__", {}).items()
    }
    rows = [
        (f"`{name}`", f"`{plain(written[name])}`", default(of, name), meaning.get(name, ""))
        for name in names
        if name in of.model_fields
    ]
    return table("field", "type", "default", "meaning", rows=rows) if rows else ""


def plain(annotation: str) -> str:
    """Return an annotation as a reader knows it, without what checks it."""
    return re.sub(r"Annotated\[(.+), Field\([^)]*\)\]", r"\1", " ".join(annotation.split()))


def default(of: type[BaseModel], name: str) -> str:
    """Return the default of a field, or nothing if one must be given."""
    field = of.model_fields[name]
    if field.is_required():
        return ""
    return f"`{field.default!r}`" if not isinstance(field.default, Enum) else f"`{field.default}`"


def error_tree() -> str:
    """Return the tree of errors as drawn in their module."""
    drawn = (errors.__doc__ or "").split("\n\n")[1]
    return f"```text\n{inspect.cleandoc(drawn)}\n```"


def error(name: str) -> str:
    """Return what one error means, and what it carries."""
    one: type[Exception] = getattr(errors, name)
    rows = [(f"`{attribute}`", text) for attribute, text in explained(one).items()]
    carried = table("attribute", "meaning", rows=rows) if rows else ""
    return "\n\n".join(part for part in (prose(one), carried) if part)
