"""`orderflow worker`: what happens while nobody looks."""

from __future__ import annotations

from contextlib import ExitStack, closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from orderflow.cli.faults import DONE, FAILED, WrongUse
from orderflow.cli.logs import log_at, place_of, simulated_at
from orderflow.cli.moments import moment
from orderflow.cli.privacy.asked import retention
from orderflow.cli.stopping import notes_shown, until_told
from orderflow.store.handling import real_clock
from orderflow.views import Retained, Views
from orderflow.views.due import Due
from orderflow.views.histories import Histories
from orderflow.views.register import Register
from orderflow.worker import Duties, Erasures, Worker
from orderflow.worker.outbox import OutboxTask
from orderflow.worker.simulation import live

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from orderflow.store.application import ProtectionOrders
    from orderflow.views.view import View
    from orderflow.worker import Effect
    from orderflow.worker.checkpoints import Checkpoints
    from orderflow.worker.worker import Task


def run(arguments: Namespace) -> int:
    """Work until told to stop; 1 if something was left undone by a single turn."""
    _check(arguments)
    place = place_of(arguments)
    if arguments.simulated_until is not None:
        return _simulated(arguments, place)
    with ExitStack() as open_now:
        orders = open_now.enter_context(closing(log_at(place)))
        if orders.simulated:
            msg = "the log is simulated; a worker follows its clock with --simulated-until"
            raise WrongUse(msg)
        worker = _worker(arguments, orders, real_clock, open_now)
        open_now.enter_context(notes_shown())
        if arguments.once:
            done = worker.turn(last=True)
            _tell(done.effects)
            return FAILED if done.failures or done.parked else DONE
        stop = open_now.enter_context(until_told())
        worker.run(stop, every=arguments.every)
    return DONE


def _simulated(arguments: Namespace, place: str) -> int:
    from zoneinfo import ZoneInfo

    if not Path(place.removeprefix("sqlite:///")).exists() and "://" not in place:
        msg = f"no event log at '{place}'; name one with --db or ORDERFLOW_DB"
        raise WrongUse(msg)
    until = moment(arguments.simulated_until, "--simulated-until", ZoneInfo("UTC"))
    orders, clock = simulated_at(place)
    with ExitStack() as open_now:
        open_now.enter_context(closing(orders))
        worker = _worker(arguments, orders, clock, open_now)
        open_now.enter_context(notes_shown())
        _tell(live(worker, clock, until))
    return DONE


def _worker(
    arguments: Namespace,
    orders: ProtectionOrders,
    clock: Callable[[], datetime],
    open_now: ExitStack,
) -> Worker:
    judged_by = None if arguments.holder is None else retention(arguments)
    kept: tuple[View, ...] = (Register(), Due(), Histories())
    if judged_by is not None:
        kept = (*kept, Retained(judged_by))
    views = open_now.enter_context(Views(orders, views=kept, clock=clock))
    duties = Duties(orders, views, clock, grace=timedelta(seconds=arguments.grace))
    return Worker(
        views,
        duties,
        clock,
        erasures=None if judged_by is None else Erasures(orders, views, clock, judged_by),
        checkpoints=_checkpoints(arguments, orders, open_now),
        tasks=(
            open_now.enter_context(OutboxTask(orders, clock)),
            *_access_signing(arguments, open_now),
        ),
    )


def _access_signing(arguments: Namespace, open_now: ExitStack) -> tuple[Task, ...]:
    if not arguments.access_log:
        return ()
    from orderflow.cli.signing import accesses_at, signing_of

    path = Path(arguments.access_log)
    accesses = open_now.enter_context(closing(accesses_at(path)))
    of_orders = None
    if arguments.key:
        from orderflow.audit.ledger.keyfile import read_key
        from orderflow.audit.ledger.keys import Kind

        of_orders = str(read_key(Path(arguments.key), Kind.NOTE).verifier)
    return (signing_of(arguments, accesses, path, open_now, key_of_orders=of_orders),)


def _checkpoints(
    arguments: Namespace, orders: ProtectionOrders, open_now: ExitStack
) -> Checkpoints | None:
    if arguments.key is None:
        return None
    from orderflow.audit.interchange import source_at
    from orderflow.audit.ledger.keyfile import read_key
    from orderflow.audit.ledger.keys import Kind
    from orderflow.audit.ledger.ledger import Ledger
    from orderflow.audit.ledger.sqlite.store import SQLiteLedger
    from orderflow.cli.ledger_shared import ledger_of, log_of
    from orderflow.store.follower import LogFollower
    from orderflow.worker.checkpoints import Checkpoints, Often

    key, place = read_key(Path(arguments.key), Kind.NOTE), log_of(arguments)
    log = open_now.enter_context(closing(source_at(place)))
    store = open_now.enter_context(closing(SQLiteLedger(ledger_of(arguments, place))))
    often = Often(arguments.checkpoint_events, arguments.checkpoint_seconds)
    return Checkpoints(Ledger(store, log), key, LogFollower.of(orders), often)


def _check(arguments: Namespace) -> None:
    for name in ("every", "checkpoint_events", "checkpoint_seconds"):
        if getattr(arguments, name) <= 0:
            msg = f"--{name.replace('_', '-')} is a number above 0"
            raise WrongUse(msg)
    if arguments.grace < 0:
        msg = "--grace is a number of seconds, 0 or above"
        raise WrongUse(msg)
    if bool(arguments.access_log) != bool(arguments.access_key):
        msg = "--access-log and --access-key go together: what is signed, and with what"
        raise WrongUse(msg)
    if arguments.retention and not arguments.holder:
        msg = "--retention needs --holder: who keeps the record, and so which period holds"
        raise WrongUse(msg)


def _tell(effects: Iterable[Effect]) -> None:
    for one in effects:
        late = f", {_days(one.late_by)} late" if one.late_by >= timedelta(minutes=1) else ""
        due = one.due_at.strftime("%Y-%m-%dT%H:%M:%SZ")
        print(f"{one.order_id} {one.kind} due {due}{late}")


def _days(late: timedelta) -> str:
    hours, minutes = divmod(late.seconds // 60, 60)
    parts = ((late.days, "d"), (hours, "h"), (minutes, "min"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number)
