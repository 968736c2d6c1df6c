"""Sentences about what came of an act: what is recorded, refused, flagged, and how things stand."""

from __future__ import annotations

from datetime import date, datetime, time

from orderflow.errors import NotDecided
from orderflow.law.sources import references
from orderflow.order import events as e
from orderflow.order.binding import effective_bindings
from orderflow.order.reasons import Code
from orderflow.order.values import DocumentKind, EndCause, State
from tests.steps.grammar import then, words
from tests.steps.world import World

words(
    "question",
    {key: (q.title.en, q.title.nl) for key, q in references().questions.items()},
)


@then.en("it is recorded that {fact}")
@then.nl("is vastgelegd dat {fact}")
def is_recorded(world: World, fact: type[e.Event]) -> None:
    assert fact in [type(event) for event in world.caused], world.refusal


@then.en("that is refused, because {reason}")
@then.nl("wordt dat geweigerd, want {reason}")
def is_refused(world: World, reason: Code) -> None:
    world.refusal_seen = True
    assert world.refusal is not None, world.caused
    assert world.refusal.code == reason


@then.en('that is refused, because the question "{question}" is open')
@then.nl('wordt dat geweigerd, want de vraag "{question}" is open')
def is_not_decided(world: World, question: str) -> None:
    world.refusal_seen = True
    assert isinstance(world.refusal, NotDecided), (world.refusal, world.caused)
    assert world.refusal.question == question


@then.en("it is flagged that {flag}")
@then.nl("is gemarkeerd dat {flag}")
def is_flagged(world: World, flag: Code) -> None:
    flags = {code for event in world.caused for code in getattr(event, "flags", ())}
    assert flag in flags, world.refusal


@then.en("it is not flagged that {flag}")
@then.nl("is niet gemarkeerd dat {flag}")
def is_not_flagged(world: World, flag: Code) -> None:
    assert world.caused, world.refusal
    assert flag not in {code for event in world.caused for code in getattr(event, "flags", ())}


@then.en("the order stands as {state}")
@then.nl("is de stand van het bevel: {state}")
def stands_as(world: World, state: State) -> None:
    assert world.order.recorded_state is state


@then.en("on {at:moment} the order stands as {state}")
@then.nl("is de stand van het bevel op {at:moment}: {state}")
def stands_at(world: World, at: datetime, state: State) -> None:
    assert world.order.state_at(world.local(at)) is state


@then.en("the order is in force on {at:moment}")
@then.nl("is het bevel van kracht op {at:moment}")
def is_in_force(world: World, at: datetime) -> None:
    assert world.order.period_at(world.local(at)) is not None


@then.en("no order is in force on {at:moment}")
@then.nl("is er geen bevel van kracht op {at:moment}")
def is_not_in_force(world: World, at: datetime) -> None:
    assert world.order.period_at(world.local(at)) is None


@then.en("the order ends on {at:moment}")
@then.nl("eindigt het bevel op {at:moment}")
def ends_on(world: World, at: datetime) -> None:
    assert world.order.ends_at == world.local(at)


@then.en("the order has no end date")
@then.nl("heeft het bevel geen einddatum")
def has_no_end(world: World) -> None:
    assert world.order.periods
    assert world.order.ends_at is None


@then.en("there is no order any more, because {end}")
@then.nl("is er geen bevel meer, want {end}")
def ended_because(world: World, end: EndCause) -> None:
    order = world.order
    cause = order.periods[-1].cause if order.periods else order.request_end and order.request_end[1]
    assert (order.recorded_state, cause) == (State.LAPSED, end)


@then.en("{person} is on record as told on {at:moment}")
@then.nl("is {person} aantoonbaar ingelicht op {at:moment}")
def is_told(world: World, person: str, at: datetime) -> None:
    assert person in dict(effective_bindings(world.order, world.local(at)))


@then.en("{person} is not on record as told on {at:moment}")
@then.nl("is {person} niet aantoonbaar ingelicht op {at:moment}")
def is_not_told(world: World, person: str, at: datetime) -> None:
    assert person not in dict(effective_bindings(world.order, world.local(at)))


@then.en("the order protects {people}")
@then.nl("beschermt het bevel {people}")
def protects(world: World, people: tuple[str, ...]) -> None:
    assert {person.id for person in world.order.protected_persons} == set(people)


@then.en("the applicant needs permission first")
@then.nl("heeft de verzoeker eerst toestemming nodig")
def needs_permission(world: World) -> None:
    assert world.order.permission == "needed"


@then.en("the police must be told by the end of {day}")
@then.nl("moet de politie uiterlijk aan het einde van {day} zijn ingelicht")
def police_due(world: World, day: date) -> None:
    last = datetime.combine(day, time(23, 59, 59))
    assert world.order.seals[-1].police_notice_due_at == world.local(last)


@then.en("the notice to the police was {timing}")
@then.nl("is de politie {timing} ingelicht")
def police_told(world: World, timing: bool) -> None:
    assert world.order.police_notices[-1].late is timing


@then.en("{document} of {person} is held")
@then.nl("wordt {document} van {person} bewaard")
def is_held(world: World, document: DocumentKind, person: str) -> None:
    assert (person, document) in {(d.person, d.document) for d in world.order.documents}
