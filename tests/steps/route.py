"""Sentences about what the law makes of conduct: which route is open, which closed, and why."""

from __future__ import annotations

from datetime import datetime

from orderflow.law.periods import PeriodValue
from orderflow.order import events as e
from orderflow.order.assessment import Route, RouteStatus
from orderflow.order.reasons import Code
from tests.steps.grammar import then, words
from tests.steps.world import World

words(
    "route",
    {"criminal": ("criminal route", "strafrechtelijke"), "civil": ("civil route", "civiele")},
)


def _route(
    world: World, name: str, incident: str | None = None, known: datetime | None = None
) -> Route:
    assessment = world.assessed(incident, known)
    return assessment.criminal if name == "criminal" else assessment.civil


def _must_be(route: Route, status: RouteStatus, reasons: tuple[Code, ...] = ()) -> None:
    assert (route.status, set(route.codes)) == (status, set(reasons))


@then.en("[for {incident}, ]the {route} is open")
@then.nl("staat de {route} weg [voor {incident} ]open")
def is_open(world: World, route: str, incident: str | None = None) -> None:
    _must_be(_route(world, route, incident), RouteStatus.OPEN)


@then.en("[for {incident}, ]the {route} is closed, because {reasons}")
@then.nl("is de {route} weg [voor {incident} ]gesloten, want {reasons}")
def is_closed(
    world: World, route: str, reasons: tuple[Code, ...], incident: str | None = None
) -> None:
    _must_be(_route(world, route, incident), RouteStatus.CLOSED, reasons)


@then.en("[for {incident}, ]a person must judge the {route}, because {reasons}")
@then.nl("moet een mens over de {route} weg [voor {incident} ]oordelen, want {reasons}")
def is_to_be_judged(
    world: World, route: str, reasons: tuple[Code, ...], incident: str | None = None
) -> None:
    _must_be(_route(world, route, incident), RouteStatus.NEEDS_REVIEW, reasons)


@then.en("as known on {known:moment}, the {route} was open")
@then.nl("stond met wat op {known:moment} bekend was de {route} weg open")
def was_open(world: World, known: datetime, route: str) -> None:
    _must_be(_route(world, route, known=known), RouteStatus.OPEN)


@then.en("as known on {known:moment}, the {route} was closed, because {reasons}")
@then.nl("was met wat op {known:moment} bekend was de {route} weg gesloten, want {reasons}")
def was_closed(world: World, known: datetime, route: str, reasons: tuple[Code, ...]) -> None:
    _must_be(_route(world, route, known=known), RouteStatus.CLOSED, reasons)


@then.en("the longest sentence on the {route} is {period}")
@then.nl("is de hoogste straf langs de {route} weg {period}")
def longest_sentence(world: World, route: str, period: PeriodValue) -> None:
    assert _route(world, route).max_sanction == period


@then.en("it stays on record what {incident} was first taken to be")
@then.nl("blijft op het dossier staan hoe {incident} eerst werd beoordeeld")
def first_assessment_stays(world: World, incident: str | None) -> None:
    name = world.incident_id(incident)
    first = [event for event, _ in world.case.entries if isinstance(event, e.IncidentReported)]
    assert name in {event.incident for event in first}


@then.en("it is recorded that {incident} may also be the offence of forced marriage")
@then.nl("is vastgelegd dat {incident} ook het misdrijf huwelijksdwang kan zijn")
def is_linked_to_offence(world: World, incident: str | None) -> None:
    name = world.incident_id(incident)
    (found,) = (one for one in world.order.incidents if one.id == name)
    assert found.other_offences == ("forced_marriage",)
