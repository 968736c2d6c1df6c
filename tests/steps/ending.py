"""Sentences by which an order ends or comes back, and those around it."""

from __future__ import annotations

from datetime import datetime

from orderflow.law.vocabulary import Capacity, Role
from orderflow.order import commands as c
from orderflow.order.values import Actor, DeadlineKind, Decision, DocumentKind
from tests.steps.grammar import act
from tests.steps.world import World


@act.en("{actor} discharged the order on {at:moment}[, at the request of {capacity}]")
@act.nl("{actor} op {at:moment} het bevel introk[, op verzoek van {capacity}]")
def discharged(
    world: World, actor: Actor, at: datetime, capacity: Capacity = Capacity.AUTHORITY
) -> None:
    world.act(c.DischargeOrder, at, actor, asked_by=capacity)


@act.en("{actor} released {person} from protection on {at:moment}")
@act.nl("{actor} op {at:moment} de bescherming van {person} beëindigde")
def released(world: World, actor: Actor, person: str, at: datetime) -> None:
    world.act(c.ReleaseProtectedPerson, at, actor, person=person)


@act.en("{actor} set the order aside on {at:moment}")
@act.nl("{actor} op {at:moment} het bevel vernietigde")
def set_aside(world: World, actor: Actor, at: datetime) -> None:
    world.act(c.SetAsideOrder, at, actor)


@act.en("the end of the order was noted on {at:moment}")
@act.nl("op {at:moment} het einde van het bevel is genoteerd")
def end_noted(world: World, at: datetime) -> None:
    world.act(c.RecordExpiry, at, Actor(role=Role.CLOCK))


@act.en("it was noted on {at:moment} that the police should have been told by {due_at:moment}")
@act.nl(
    "op {at:moment} is genoteerd dat de politie uiterlijk op {due_at:moment} moest zijn ingelicht"
)
def not_told_noted(world: World, at: datetime, due_at: datetime) -> None:
    world.act(
        c.RecordTermExceeded,
        at,
        Actor(role=Role.CLOCK),
        kind=DeadlineKind.POLICE_NOTICE,
        event_version=world.order.version,
        due_at=world.local(due_at),
    )


@act.en("{actor} replaced the order by another on {at:moment}")
@act.nl("{actor} op {at:moment} het bevel door een ander verving")
def replaced(world: World, actor: Actor, at: datetime) -> None:
    world.act(c.SupersedeOrder, at, actor, by_order="another-order")


@act.en("{person} died on {at:moment}")
@act.nl("{person} op {at:moment} overleed")
def died(world: World, person: str, at: datetime) -> None:
    world.act(c.RecordDeath, at, Actor(role=Role.COURT_OFFICER), person=person)


@act.en("{actor} appealed on {at:moment} against {decision}")
@act.nl("{actor} op {at:moment} in beroep ging tegen {decision}")
def appealed(world: World, actor: Actor, at: datetime, decision: Decision) -> None:
    world.act(c.LodgeAppeal, at, actor, against=decision)


@act.en("{actor} dismissed the appeal on {at:moment}")
@act.nl("{actor} op {at:moment} het beroep verwierp")
def appeal_dismissed(world: World, actor: Actor, at: datetime) -> None:
    world.act(c.DetermineAppeal, at, actor, appeal=1, outcome="dismissed")


@act.en("{actor} allowed the appeal on {at:moment} and restored the order")
@act.nl("{actor} op {at:moment} het beroep gegrond achtte en het bevel herstelde")
def appeal_restored(world: World, actor: Actor, at: datetime) -> None:
    world.act(c.DetermineAppeal, at, actor, appeal=1, outcome="allowed", effect="restored")


@act.en("{actor} allowed the appeal on {at:moment} and set the order aside")
@act.nl("{actor} op {at:moment} het beroep gegrond achtte en het bevel vernietigde")
def appeal_set_aside(world: World, actor: Actor, at: datetime) -> None:
    world.act(c.DetermineAppeal, at, actor, appeal=1, outcome="allowed", effect="set_aside")


@act.en("{person} handed in {document} on {at:moment}")
@act.nl("{person} op {at:moment} {document} inleverde")
def handed_in(world: World, person: str, document: DocumentKind, at: datetime) -> None:
    actor = Actor(role=Role.POLICE, office="police")
    world.act(c.SurrenderDocument, at, actor, person=person, document=document)


@act.en("{actor} gave {document} back to {person} on {at:moment}")
@act.nl("{actor} op {at:moment} {document} teruggaf aan {person}")
def given_back(
    world: World, actor: Actor, document: DocumentKind, person: str, at: datetime
) -> None:
    world.act(c.ReturnDocument, at, actor, person=person, document=document)


@act.en("{actor} certified the order for other countries on {at:moment}")
@act.nl("{actor} op {at:moment} een certificaat voor andere landen afgaf")
def certified(world: World, actor: Actor, at: datetime) -> None:
    world.act(c.CertifyForAbroad, at, actor)
