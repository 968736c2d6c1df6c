"""`orderflow run`: lives case files, and says of every step and check what came of it."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager, ExitStack, closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from orderflow.casefile import find_case, load_case, published_cases, run_case
from orderflow.casefile.format import Act
from orderflow.cli.documents import print_document
from orderflow.cli.faults import DONE, FAILED, WrongUse
from orderflow.cli.logs import simulated_at
from orderflow.cli.page import Page
from orderflow.cli.progress import with_progress
from orderflow.cli.running_page import print_cases, print_report
from orderflow.cli.shapes_run import CaseLine, CaseRun, CasesListed, CasesRun
from orderflow.law import RegimeRegister
from orderflow.order.commands import BY_NAME
from orderflow.order.confidential import confidential_fields
from orderflow.store.address import shown
from orderflow.telling.tongue import Tongue

if TYPE_CHECKING:
    from argparse import Namespace

    from orderflow.casefile import Case, CaseReport
    from orderflow.store.sealing import Sealer


def run(arguments: Namespace) -> int:
    """Run the cases, or list those that ship."""
    t = Tongue(arguments.lang)
    if arguments.list:
        listed = cases_listed()
        print_document(listed) if arguments.json else print_cases(listed, t)
        return DONE
    cases = [_case(name) for name in arguments.cases]
    if arguments.all:
        cases += published_cases()
    if not cases:
        msg = "name a case, or see which there are with --list"
        raise WrongUse(msg)
    if arguments.regime is not None:
        _must_exist(arguments.regime)
    reports = _run(cases, arguments, None if arguments.json else t)
    ok = all(report.ok for report in reports)
    if arguments.json:
        print_document(
            CasesRun(
                db=_shown(arguments), ok=ok, cases=tuple(case_run(report) for report in reports)
            )
        )
    return DONE if ok else FAILED


def cases_listed() -> CasesListed:
    """Return the published cases that ship."""
    return CasesListed(
        cases=tuple(
            CaseLine(
                name=case.name,
                title=case.title.en,
                title_nl=case.title.nl,
                regime=case.regime,
                steps=len(case.steps),
            )
            for case in published_cases()
        )
    )


def case_run(report: CaseReport) -> CaseRun:
    """Return what came of one case."""
    return CaseRun(ok=report.ok, failed=tuple(step.name for step in report.failed), report=report)


def _run(cases: list[Case], arguments: Namespace, t: Tongue | None) -> list[CaseReport]:
    reports = []
    page = Page()
    with ExitStack() as stack:
        keys = stack.enter_context(_keys(arguments.db)) if _confides(cases) else None
        orders, clock = simulated_at(arguments.db or ":memory:", keys)
        stack.enter_context(closing(orders))
        for case in with_progress(cases, lambda one: one.name):
            report = run_case(
                case, orders, clock=clock, regime=arguments.regime, as_if=arguments.as_if
            )
            reports.append(report)
            if t is not None:
                print_report(page, report, t, place=_shown(arguments))
    return reports


def _confides(cases: list[Case]) -> bool:
    acts = (step for case in cases for step in case.steps if isinstance(step, Act))
    return any(confidential_fields(BY_NAME[act.do]) for act in acts)


def _keys(place: str | None) -> AbstractContextManager[Sealer | None]:
    """Return the keys for what is confidential: those beside the log, or in memory as it is."""
    from orderflow.privacy import MemoryKeys, SQLiteKeys

    if place is None:
        return nullcontext(MemoryKeys())
    path = Path(f"{place.removeprefix('sqlite:///')}.keys")
    # Without, the log says that it needs them.
    return SQLiteKeys(path) if path.exists() else nullcontext()


def _case(name: str) -> Case:
    path = Path(name)
    if os.path.isfile(name):  # noqa: PTH113 - it knows that a name too long names no file
        return load_case(path)
    if path.suffix == ".toml" and name not in {f"{case.name}.toml" for case in published_cases()}:
        raise FileNotFoundError(2, "no such file", name)
    return find_case(name)


def _must_exist(regime: str) -> None:
    register = RegimeRegister.packaged()
    if "@" in regime or not register.versions(regime):
        register.get(regime)


def _shown(arguments: Namespace) -> str | None:
    return shown(arguments.db) if arguments.db else None
