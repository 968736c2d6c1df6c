"""Sentences by which an order is made and changed."""

from __future__ import annotations

from datetime import datetime

from orderflow.law.vocabulary import Capacity
from orderflow.order import commands as c
from orderflow.order.values import Actor
from tests.steps.grammar import Table, act
from tests.steps.moments import DurationIn
from tests.steps.terms import terms_in
from tests.steps.world import World


@act.en("{actor} made the order {notice} on {at:moment}, {duration}")
@act.nl("{actor} op {at:moment} het bevel {notice} gaf, {duration}")
def made_order(
    world: World, actor: Actor, notice: bool, at: datetime, duration: DurationIn, table: Table
) -> None:
    zone = world.case.regime.zone
    terms = terms_in(table, zone)
    world.act(c.GrantOrder, at, actor, terms=terms, duration=duration(zone), without_notice=notice)


@act.en("{actor} sealed {sealed} on {at:moment}")
@act.nl("{actor} op {at:moment} {sealed} waarmerkte")
def sealed(world: World, actor: Actor, sealed: str, at: datetime) -> None:
    world.act(c.SealOrder, at, actor, version=world.latest_version(), what=sealed)


@act.en("{actor} varied the order {notice} on {at:moment}, at the request of {capacity}")
@act.nl("{actor} op {at:moment} het bevel {notice} wijzigde, op verzoek van {capacity}")
def varied(
    world: World, actor: Actor, notice: bool, at: datetime, capacity: Capacity, table: Table
) -> None:
    terms = terms_in(table, world.case.regime.zone)
    world.act(c.VaryOrder, at, actor, terms=terms, asked_by=capacity, without_notice=notice)


@act.en("{actor} held the return hearing on {at:moment} and confirmed the order")
@act.nl("{actor} op {at:moment} de nadere zitting hield en het bevel bevestigde")
def confirmed(world: World, actor: Actor, at: datetime) -> None:
    world.act(c.HoldReturnHearing, at, actor, outcome="confirmed")


@act.en("{actor} held the return hearing on {at:moment} and set the order aside")
@act.nl("{actor} op {at:moment} de nadere zitting hield en het bevel vernietigde")
def set_aside_at_hearing(world: World, actor: Actor, at: datetime) -> None:
    world.act(c.HoldReturnHearing, at, actor, outcome="set_aside")


@act.en("{actor} held the return hearing on {at:moment} and varied the order")
@act.nl("{actor} op {at:moment} de nadere zitting hield en het bevel wijzigde")
def varied_at_hearing(world: World, actor: Actor, at: datetime, table: Table) -> None:
    terms = terms_in(table, world.case.regime.zone)
    world.act(c.HoldReturnHearing, at, actor, outcome="varied", terms=terms)


@act.en("{actor} extended the order on {at:moment}, {duration}")
@act.nl("{actor} op {at:moment} het bevel verlengde, {duration}")
def extended(world: World, actor: Actor, at: datetime, duration: DurationIn) -> None:
    world.act(c.ExtendOrder, at, actor, duration=duration(world.case.regime.zone))


@act.en("{actor} refused {change} on {at:moment}, at the request of {capacity}")
@act.nl("{actor} op {at:moment} weigerde {change}, op verzoek van {capacity}")
def refused_change(
    world: World, actor: Actor, change: str, at: datetime, capacity: Capacity
) -> None:
    world.act(c.RefuseChange, at, actor, change=change, asked_by=capacity)


@act.en('{actor} flagged on {at:moment} that another order conflicts with the term "{term}"')
@act.nl('{actor} op {at:moment} meldde dat een ander bevel in strijd is met "{term}"')
def flagged_conflict(world: World, actor: Actor, at: datetime, term: str) -> None:
    world.act(c.FlagConflict, at, actor, other_order="another-order", terms=(term,))


@act.en("{actor} corrected the record on {at:moment}, marking entry {entry:number} as wrong")
@act.nl("{actor} op {at:moment} het dossier herstelde en regel {entry:number} als fout merkte")
def corrected(world: World, actor: Actor, at: datetime, entry: int) -> None:
    world.act(c.CorrectRecord, at, actor, event_version=entry, ground="clerical_error")
