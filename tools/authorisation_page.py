"""The reviewed table of roles and routes, as a page shows it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

from orderflow.api.operations import OPERATIONS

_REVIEWED: Final = Path(__file__).resolve().parents[1] / "tests/attacks/authorisation.toml"


def authorisation() -> str:
    """Return, for each role, which requests it may make and which orders these reach."""
    rows = tomllib.loads(_REVIEWED.read_text(encoding="utf-8"))["role"]
    lines = [
        "| role | may make | about its own order | about an order of strangers |",
        "| --- | --- | --- | --- |",
    ]
    for role, said in rows.items():
        cells = (_listed(said["routes"]), _listed(said["own"]), _listed(said["other"]))
        lines.append(f"| `{role}` | {' | '.join(cells)} |")
    return "\n".join(lines)


def operations() -> str:
    """Return every route with its name."""
    lines = ["| name | request | for |", "| --- | --- | --- |"]
    lines += [
        f"| `{one.name}` | `{one.method} /v1{one.path}` | {one.summary} |" for one in OPERATIONS
    ]
    return "\n".join(lines)


def _listed(names: str) -> str:
    return ", ".join(f"`{name}`" for name in names.split()) or "–"
