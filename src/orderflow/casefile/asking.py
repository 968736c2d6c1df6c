"""Asking: a check put to an order, answered in the words of the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, assert_never

from orderflow.casefile.checks import (
    AssessmentCheck,
    KnownCheck,
    PeriodCheck,
    StateCheck,
    TermCheck,
)
from orderflow.casefile.expectations import RouteWith
from orderflow.casefile.report import Answer, ReasonGiven
from orderflow.order.binding import effective_bindings
from orderflow.order.values import Place

if TYPE_CHECKING:
    from collections.abc import Iterable
    from zoneinfo import ZoneInfo

    from pydantic import BaseModel

    from orderflow.casefile.format import Check
    from orderflow.order import Assessment, ProtectionOrder, Route, State

_NOT_REQUESTED = "not_requested"


@dataclass(frozen=True, slots=True)
class Asked:
    """An order as it was known, and what is on record of it.

    Attributes:
        order: The order; before its request the empty one.
        events: Names of its events.
        zone: Zone in which moments are shown.
    """

    order: ProtectionOrder
    events: tuple[str, ...]
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Found:
    """What a check came to.

    Attributes:
        values: Each field of the answer, in words.
        routes: The routes of an assessment, to be compared with or without their reasons.
        state: Where the order stood.
        reasons: Why a route is not open.
    """

    values: dict[str, str]
    routes: dict[str, Route]
    state: State | None
    reasons: tuple[ReasonGiven, ...] = ()


def ask(check: Check, asked: Asked) -> Found | None:
    """Return what a check comes to; None when there is nothing to ask it of."""
    order = asked.order
    match check:
        case StateCheck():
            return _found(_state(check, order), order, check.at)
        case PeriodCheck():
            return _found(_period(check, asked), order, check.at)
        case TermCheck():
            return _found(_term(check, asked), order, check.at)
        case KnownCheck():
            return Found(_known(asked), {}, order.recorded_state)
        case AssessmentCheck():
            return _assessed(check, order)
        case _ as never:
            assert_never(never)


def compare(expect: BaseModel, found: Found, zone: ZoneInfo) -> tuple[Answer, ...]:
    """Return, for each field that the file speaks of, what it says and what was found."""
    answers = []
    for field in type(expect).model_fields:
        if field not in expect.model_fields_set:
            continue
        said = getattr(expect, field)
        if field in found.routes:
            answers.append(_compare_route(field, said, found.routes[field]))
        else:
            got = found.values[field]
            answers.append(Answer(field=field, expected=in_words(said, zone), got=got))
    return tuple(answers)


def in_words(value: object, zone: ZoneInfo) -> str:
    """Return a value of the file in words: moments in the zone, lists in order, flags as yes."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return _list(value)
    return shown(value, zone) if isinstance(value, datetime) else str(value)


def shown(moment: datetime, zone: ZoneInfo) -> str:
    """Return a moment in the zone, in ISO 8601."""
    return moment.astimezone(zone).isoformat()


def _list(names: Iterable[object]) -> str:
    return ", ".join(str(name) for name in names) or "none"


def _compare_route(field: str, said: str | RouteWith, route: Route) -> Answer:
    if isinstance(said, str):
        return Answer(field=field, expected=said, got=str(route.status))
    return Answer(
        field=field,
        expected=f"{said.status}: {_list(sorted(said.codes))}",
        got=f"{route.status}: {_list(sorted(route.codes))}",
    )


def _found(values: dict[str, str], order: ProtectionOrder, at: datetime) -> Found:
    return Found(values, {}, order.state_at(at))


def _state(check: StateCheck, order: ProtectionOrder) -> dict[str, str]:
    held = order.version_at(check.at) if order.period_at(check.at) else None
    bound = effective_bindings(order, check.at) if held else ()
    return {
        "state": str(order.state_at(check.at) or _NOT_REQUESTED),
        "recorded": str(order.recorded_state or _NOT_REQUESTED),
        "version": str(held.number if held else 0),
        "bound": _list(sorted(person for person, _ in bound)),
    }


def _period(check: PeriodCheck, asked: Asked) -> dict[str, str]:
    period = asked.order.period_at(check.at)
    if period is None:
        return {"in_force": "no", "since": "none", "ends_at": "none", "cause": "none"}
    return {
        "in_force": "yes",
        "since": shown(period.since, asked.zone),
        "ends_at": _end(period.until, asked.zone),
        "cause": str(period.cause) if period.until else "none",
    }


def _term(check: TermCheck, asked: Asked) -> dict[str, str]:
    order = asked.order
    held = order.version_at(check.at) if order.period_at(check.at) else None
    term = held.term(check.term) if held else None
    if term is None:
        empty = dict.fromkeys(("kind", "subject", "binds", "ends_at", "review_at"), "none")
        return {"holds": "no", **empty}
    return {
        "holds": in_words(term.ends_at is None or check.at < term.ends_at, asked.zone),
        "kind": str(term.kind),
        "subject": str(term.subject),
        "binds": _list(sorted(term.binds)),
        "ends_at": _end(term.ends_at, asked.zone),
        "review_at": _end(term.review_at, asked.zone),
    }


def _end(moment: datetime | None, zone: ZoneInfo) -> str:
    return "open_ended" if moment is None else shown(moment, zone)


def _known(asked: Asked) -> dict[str, str]:
    order = asked.order
    return {
        "on_record": in_words(bool(asked.events), asked.zone),
        "events": _list(asked.events),
        "recorded": str(order.recorded_state or _NOT_REQUESTED),
        "incidents": _list(incident.id for incident in order.incidents),
    }


def _assessed(check: AssessmentCheck, order: ProtectionOrder) -> Found | None:
    if order.law is None:
        return None
    if check.incident is not None:
        incident = order.incident(check.incident)
        if incident is None:
            return None
        found = order.assess_incident(check.incident, asked_by=check.asked_by)
        return _of(found, order, incident.conduct_at)
    assert check.at is not None  # noqa: S101 - the form asks for it
    found = order.assess(
        person=str(check.person),
        term=str(check.term),
        conduct_at=check.at,
        place=check.place or Place.HOME_COUNTRY,
        asked_by=check.asked_by,
    )
    return _of(found, order, check.at)


def _of(found: Assessment, order: ProtectionOrder, at: datetime) -> Found:
    values = {
        "criminal_maximum": found.criminal.max_sanction or "none",
        "civil_maximum": found.civil.max_sanction or "none",
        "in_force": "yes" if found.in_force else "no",
        "version": str(found.in_force.version if found.in_force else 0),
        "bound": str(found.bound.how) if found.bound else "not_bound",
    }
    routes = {"criminal": found.criminal, "civil": found.civil}
    reasons = ReasonGiven.of_routes((*found.criminal.reasons, *found.civil.reasons))
    return Found(values, routes, order.state_at(at), reasons)
