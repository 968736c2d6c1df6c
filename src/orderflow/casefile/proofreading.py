"""What a whole case file must keep beyond its form: one name, one thing, and time that runs on.

A name that no part of the file introduces is refused with the nearest one that some part does;
only a step that is meant to be refused may name what is not there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.casefile.case import SOLE_ORDER
from orderflow.casefile.checks import AssessmentCheck, KnownCheck, TermCheck
from orderflow.casefile.commanding import command_of
from orderflow.casefile.expectations import Refused, StateAnswer, TermAnswer
from orderflow.casefile.faults import Fault, refuse
from orderflow.casefile.format import EVENT_NAMES, Act
from orderflow.errors import CaseFileError
from orderflow.law.problems import hint

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import datetime

    from orderflow.casefile.case import Case
    from orderflow.casefile.format import Check
    from orderflow.law import RegimeRegister
    from orderflow.order.values import Actor

_PEOPLE = frozenset({"person", "same_as", "described", "given_by", "consents", "binds"})
"""Fields of commands that name people."""


def proofread(case: Case, regimes: RegimeRegister) -> None:
    """Return if the case can be run.

    Raises:
        CaseFileError: A name stands for two things or for none, a field of a command does not fit,
            or a step would be recorded before the one above it.
    """
    _head(case, regimes)
    _distinct(case)
    _orders(case)
    for step in case.steps:
        try:
            _step(case, step, regimes)
        except Fault as fault:
            raise CaseFileError(case.file, step.name, fault.field, fault.reason) from fault
    _time_runs_on(case)


def _head(case: Case, regimes: RegimeRegister) -> None:
    for key in case.sources:
        if key not in regimes.references.sources:
            reason = f"source '{key}' is not registered{hint(key, regimes.references.sources)}"
            raise CaseFileError(case.file, "", "sources", reason)


def _distinct(case: Case) -> None:
    for ids, field in (
        ([person.id for person in case.cast], "person"),
        ([step.name for step in case.steps], "step"),
    ):
        seen: set[str] = set()
        for one in ids:
            if one in seen:
                step = one if field == "step" else ""
                raise CaseFileError(case.file, step, field, "stands twice")
            seen.add(one)


def _orders(case: Case) -> None:
    requested: set[str] = set()
    for step in case.steps:
        is_request = isinstance(step, Act) and step.do == "RequestOrder"
        if step.order is None and len(case.orders) > 1:
            reason = f"is missing: there are {', '.join(case.orders)}"
            raise CaseFileError(case.file, step.name, "order", reason)
        order = case.order_of(step)
        if is_request:
            requested.add(order)
        elif order not in requested:
            none = "no order is requested before this step"
            later = f"no order '{order}' is requested before this step{hint(order, requested)}"
            reason = none if step.order is None and order == SOLE_ORDER else later
            raise CaseFileError(case.file, step.name, "order", reason)


def _step(case: Case, step: Act | Check, regimes: RegimeRegister) -> None:
    for field, named in (("expect_under", step.expect_under), ("only_under", step.only_under)):
        for regime in named:
            _known(regime, {*regimes.ids(), *_bare(regimes)}, f"{field}.{regime}", "no regime")
            if regime == case.regime:
                refuse(f"{field}.{regime}", "is the regime of the case itself")
    if isinstance(step, Act):
        if "regime" in step.with_:
            regime = str(step.with_["regime"])
            _known(regime, {*regimes.ids(), *_bare(regimes)}, "with.regime", "no regime")
        command_of(case, step)
        _names_in_act(case, step)
    else:
        _names_in_check(case, step)


def _names_in_act(case: Case, act: Act) -> None:
    _actor(case, act.actor, "actor")
    if isinstance(act.expect, Refused):
        return
    for field, name in _leaves(act.with_, "with"):
        last = [part for part in field.split(".") if not part.isdigit()][-1]
        if last in _PEOPLE:
            _in_the_cast(case, name, field)
        elif last == "incident" and act.do != "ReportIncident":
            _known(name, case.incidents, field, "nobody reports an incident")
        elif last == "term":
            _known(name, case.terms, field, "no step makes a term")


def _names_in_check(case: Case, check: Check) -> None:
    if isinstance(check, AssessmentCheck):
        _actor(case, check.asked_by, "asked_by")
        if check.person is not None:
            _in_the_cast(case, check.person, "person")
        if check.incident is not None:
            _known(check.incident, case.incidents, "incident", "nobody reports an incident")
    if isinstance(check, AssessmentCheck | TermCheck) and check.term is not None:
        _known(check.term, case.terms, "term", "no step makes a term")
    for field, answer in (("expect", check.expect), *_answers_under(check)):
        people = answer.bound if isinstance(answer, StateAnswer) else ()
        people = answer.binds if isinstance(answer, TermAnswer) else people
        for person in people or ():
            _in_the_cast(case, person, field)
    if isinstance(check, KnownCheck):
        for event in check.expect.events or ():
            _known(event, EVENT_NAMES, "expect.events", "unknown event")
        for incident in check.expect.incidents or ():
            _known(incident, case.incidents, "expect.incidents", "nobody reports an incident")


def _answers_under(check: Check) -> Iterator[tuple[str, object]]:
    for regime, answer in check.expect_under.items():
        yield f"expect_under.{regime}", answer


def _actor(case: Case, actor: Actor | None, field: str) -> None:
    if actor is None:
        return
    for part, person in (("person", actor.person), ("on_behalf_of", actor.on_behalf_of)):
        if person is not None:
            _in_the_cast(case, person, f"{field}.{part}")


def _in_the_cast(case: Case, person: str, field: str) -> None:
    _known(person, case.people, field, "nobody in the cast is")


def _leaves(value: object, field: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _leaves(part, f"{field}.{key}")
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _leaves(part, f"{field}.{number}")
    elif isinstance(value, str):
        yield field, value


def _time_runs_on(case: Case) -> None:
    last: Act | None = None
    done = 0
    for step in case.steps:
        if not isinstance(step, Act):
            if last is not None and step.known_at is not None:
                _already(case, step.name, step.known_at, done)
            continue
        if last is not None and step.moment_recorded < last.moment_recorded:
            field = "at" if step.recorded_at is None else "recorded_at"
            hint_ = "; say when with 'recorded_at'" if step.recorded_at is None else ""
            reason = (
                f"is recorded before the step above it, '{last.name}', which was recorded at"
                f" {_shown(last.moment_recorded, case)}{hint_}"
            )
            raise CaseFileError(case.file, step.name, field, reason)
        last = step
        done += 1


def _already(case: Case, check: str, known_at: datetime, done: int) -> None:
    """Refuse a check that asks what was known after a step that stands below it."""
    last = case.acts[done - 1]
    for act in case.acts[done:]:
        if last.moment_recorded < act.moment_recorded <= known_at:
            reason = f"lies after the step '{act.name}', which stands below this check"
            raise CaseFileError(case.file, check, "known_at", reason)


def _shown(moment: datetime, case: Case) -> str:
    return moment.astimezone(case.zone).isoformat()


def _bare(regimes: RegimeRegister) -> set[str]:
    return {regime.partition("@")[0] for regime in regimes.ids()}


def _known(name: str, names: Collection[str], field: str, what: str) -> None:
    if name not in names:
        refuse(field, f"{what} '{name}'{hint(name, names)}")
