"""`orderflow demo`: a published case, lived under two laws and read back from a durable log."""

from __future__ import annotations

import shlex
import shutil
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from orderflow.casefile import find_case, run_case
from orderflow.cli.demo_page import print_demo
from orderflow.cli.documents import print_document
from orderflow.cli.faults import DONE, FAILED
from orderflow.cli.logs import log_at, simulated_at
from orderflow.cli.shapes_run import DemoShown, LifeShown
from orderflow.showing import citing
from orderflow.showing.histories import event_shown
from orderflow.showing.orders import zone_of
from orderflow.store.address import shown
from orderflow.telling.tongue import Tongue

if TYPE_CHECKING:
    from argparse import Namespace

    from orderflow.casefile import CaseReport
    from orderflow.store import ProtectionOrders

CASE: Final = "bedfordshire-police-v-ru-2013"
OWN_LAW: Final = "uk-ew-fmpo@2008"
LATER_LAW: Final = "uk-ew-fmpo@2014"
_SHORT: Final = 8


def run(arguments: Namespace) -> int:
    """Live the case twice, read both lives back, and print them."""
    place = arguments.db or _new_place()
    told = demo_shown(place)
    if arguments.json:
        print_document(told)
    else:
        print_demo(told, Tongue(arguments.lang), find_case(CASE))
    return DONE if told.ok else FAILED


def demo_shown(place: str) -> DemoShown:
    """Return the case under both laws, as read back from the log at `place`."""
    case = find_case(CASE)
    orders, clock = simulated_at(place)
    with closing(orders):
        reports = (
            run_case(case, orders, clock=clock),
            run_case(case, orders, clock=clock, regime=LATER_LAW, as_if=True),
        )
    # Opened anew: what is shown comes from the file and from nowhere else.
    with closing(log_at(place)) as log:
        lives = tuple(_read_back(report, log) for report in reports)
    ok = all(life.ok for life in lives)
    named = shown(place)
    return DemoShown(db=named, ok=ok, lives=lives, next=_next(named, lives))


def _read_back(report: CaseReport, log: ProtectionOrders) -> LifeShown:
    (order_id,) = report.orders.values()
    order = log.get(order_id)
    history = log.history(order_id)
    zone = zone_of(order)
    (incident,) = order.incidents
    judged = order.assess_incident(incident.id)
    return LifeShown(
        order_id=order_id,
        regime=citing.regime(order),
        state=order.state_at(history[-1].recorded_at),
        criminal=citing.route(judged.criminal),
        civil=citing.route(judged.civil),
        ok=report.ok,
        report=report,
        events=tuple(event_shown(event, zone) for event in history),
    )


def _next(place: str, lives: tuple[LifeShown, ...]) -> tuple[str, ...]:
    program, db = _program(), shlex.quote(place)
    first, second = (str(life.order_id)[:_SHORT] for life in lives)
    question = "--person mother --term no-ceremony --conduct-at 2013-03-01T12:00+00:00"
    return (
        f"{program} show {second} --db {db}",
        f"{program} assess {first} --db {db} {question} --as border_guard",
        f"{program} regimes compare {OWN_LAW} {LATER_LAW}",
    )


def _new_place() -> str:
    return str(Path(tempfile.mkdtemp(prefix="orderflow-demo-")) / "demo.db")


def _program() -> str:
    """Return what to type to run this program again: as it was run now."""
    typed = sys.argv[0] if sys.argv else ""
    name = Path(typed).name
    if typed.endswith(str(Path("orderflow", "__main__.py"))):
        return f"{shlex.quote(sys.executable)} -m orderflow"
    found = shutil.which("orderflow")
    if name.startswith("orderflow") and (
        found is None or not Path(typed).exists() or not Path(found).samefile(typed)
    ):
        return shlex.quote(typed)
    return "orderflow"
