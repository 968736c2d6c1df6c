"""The form of what `orderflow run --json` and `orderflow demo --json` print."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from orderflow.casefile import CaseReport
from orderflow.order.values import State
from orderflow.showing.shapes import EventShown, RegimeShown, RouteShown, Shape


class CaseRun(Shape):
    """What came of one case; `failed` names the steps and checks that did not agree."""

    ok: bool
    failed: tuple[str, ...]
    report: CaseReport


class CasesRun(Shape):
    """What `orderflow run --json` prints; `db` is null for a log in memory."""

    format: Literal["orderflow/run/1"] = "orderflow/run/1"
    db: str | None
    ok: bool
    cases: tuple[CaseRun, ...]


class CaseLine(Shape):
    """One published case in the list."""

    name: str
    title: str
    title_nl: str
    regime: str
    steps: int


class CasesListed(Shape):
    """What `orderflow run --list --json` prints."""

    format: Literal["orderflow/run/list/1"] = "orderflow/run/list/1"
    cases: tuple[CaseLine, ...]


class LifeShown(Shape):
    """The case lived under one law, as read back from the log."""

    order_id: UUID
    regime: RegimeShown
    state: State | None
    criminal: RouteShown
    civil: RouteShown
    ok: bool
    report: CaseReport
    events: tuple[EventShown, ...]


class DemoShown(Shape):
    """What `orderflow demo --json` prints; `next` are commands to try."""

    format: Literal["orderflow/demo/1"] = "orderflow/demo/1"
    db: str
    ok: bool
    lives: tuple[LifeShown, ...]
    next: tuple[str, ...]
