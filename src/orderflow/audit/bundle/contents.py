"""What a bundle takes along beside the events: law, lifecycle, features, forms, pages.

Nothing of it is proven by the ledger; whoever signs the bundle answers for it. The law alone is
more: an order names the digest of what it pinned.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from pydantic.json_schema import models_json_schema

from orderflow.audit.bundle import shipped
from orderflow.law.files import read_toml
from orderflow.law.sources import CHOICES_FILE, SOURCES_FILE
from orderflow.order.events import TYPES
from orderflow.order.lifecycle import STEPS, TRIGGERS
from orderflow.order.values import State
from orderflow.store.pinning import PinnedRegimes
from orderflow.telling.lifecycle_mermaid import mermaid
from orderflow.telling.lifecycle_svg import svg
from orderflow.telling.tongue import Tongue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from orderflow.law import RegimeRegister
    from orderflow.order.events import RegimeRef

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def contents(
    pinned: Iterable[RegimeRef], register: RegimeRegister, own_law: Path | None = None
) -> dict[str, bytes]:
    """Return the files by their place in the bundle.

    Args:
        pinned: The regimes that the orders pinned.
        register: Where they are.
        own_law: Folder of regimes that do not ship, with their sources and choices.

    Raises:
        UnknownRegime: One is not at hand, or is not what was pinned.
    """
    regimes = PinnedRegimes(register)
    ids = {regimes.named(one).id for one in pinned}
    needed = _with_what_they_rest_on(ids, register)
    names = {one.partition("@")[0] for one in needed}
    law = {f"law/regimes/{one}.toml": register.files[one].read_bytes() for one in sorted(needed)}
    return {
        **law,
        **_registers(own_law),
        **_lifecycle(),
        "schemas/events.json": _json(_schemas()),
        **shipped.features(names),
        **shipped.pages(),
    }


def _with_what_they_rest_on(ids: set[str], register: RegimeRegister) -> set[str]:
    """Return regimes with those that they extend, and those that hold for later conduct."""
    found: set[str] = set()
    rest = sorted(ids)
    while rest:
        one = rest.pop()
        if one not in found:
            found.add(one)
            table = read_toml(register.files[one])
            later = table.get("breach", {}).get("later_law", {})
            rest += [named for named in (table.get("extends"), later.get("regime")) if named]
    return found


def _registers(own_law: Path | None) -> dict[str, bytes]:
    names = (SOURCES_FILE, CHOICES_FILE)
    found = {f"law/{name}": (files("orderflow.law") / name).read_bytes() for name in names}
    for name in names:
        if own_law is not None and (own_law / name).is_file():
            found[f"law/own/{name}"] = (own_law / name).read_bytes()
    return found


def _lifecycle() -> dict[str, bytes]:
    machine = {
        "states": [state.value for state in State],
        "initial": State.REQUESTED.value,
        "transitions": [
            {"trigger": step.trigger, "source": step.source.value, "dest": step.dest.value}
            for step in STEPS
        ],
        "triggers": {topic: TRIGGERS[event_type] for topic, event_type in TYPES.items()},
    }
    drawn = {
        f"lifecycle/{lang}.{ending}": draw(Tongue(lang)).encode()
        for lang in ("en", "nl")
        for ending, draw in (("mmd", mermaid), ("svg", svg))
    }
    return {"lifecycle/lifecycle.json": _json(machine), **drawn}


def _schemas() -> dict[str, Any]:
    models = [(event_type, "serialization") for event_type in TYPES.values()]
    forms, shared = models_json_schema(models)  # type: ignore[arg-type]
    by_type = {event_type: form for (event_type, _), form in forms.items()}
    events = {topic: by_type[event_type] for topic, event_type in TYPES.items()}
    return {"$schema": _DIALECT, "events": events, "$defs": shared["$defs"]}


def _json(content: object) -> bytes:
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()
