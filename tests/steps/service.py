"""Sentences by which people come to know of an order, and to be known."""

from __future__ import annotations

from datetime import datetime

from orderflow.law.vocabulary import InformMethod, NotifiedFact, ServiceMethod
from orderflow.order import commands as c
from orderflow.order.values import Actor
from tests.steps.grammar import act
from tests.steps.people import DESCRIBED
from tests.steps.world import COURT, World


@act.en("{actor} tried in vain to serve the order on {person} on {at:moment}")
@act.nl("{actor} op {at:moment} vergeefs probeerde het bevel aan {person} te betekenen")
def tried_to_serve(world: World, actor: Actor, person: str, at: datetime) -> None:
    version = world.latest_version()
    world.act(c.AttemptService, at, actor, person=person, version=version, evading=True)


@act.en("{actor} allowed substituted service on {person} on {at:moment}")
@act.nl("{actor} op {at:moment} vervangende betekening aan {person} toestond")
def allowed_substituted(world: World, actor: Actor, person: str, at: datetime) -> None:
    world.act(c.AuthoriseService, at, actor, person=person, how="substituted")


@act.en("{actor} dispensed with service on {person} on {at:moment}")
@act.nl("{actor} op {at:moment} afzag van betekening aan {person}")
def dispensed(world: World, actor: Actor, person: str, at: datetime) -> None:
    world.act(c.AuthoriseService, at, actor, person=person, how="dispensed")


@act.en(
    "{actor} served [version {version:number} of ]the order on {person} {method} on {at:moment}"
)
@act.nl(
    "{actor} op {at:moment} [versie {version:number} van ]het bevel aan {person} betekende {method}"
)
def served(
    world: World,
    actor: Actor,
    person: str,
    method: ServiceMethod,
    at: datetime,
    version: int | None = None,
) -> None:
    number = world.latest_version(version)
    world.act(c.ServeOrder, at, actor, person=person, version=number, method=method)


@act.en("{actor} told {person} {how} on {at:moment} what the order says")
@act.nl("{actor} op {at:moment} {person} {how} vertelde wat het bevel inhoudt")
def told(world: World, actor: Actor, person: str, how: InformMethod, at: datetime) -> None:
    _tell(world, actor, person, how, at, terms=True)


@act.en("{actor} told {person} {how} on {at:moment} only that there is an order")
@act.nl("{actor} op {at:moment} {person} {how} alleen vertelde dat er een bevel is")
def told_of_existence(
    world: World, actor: Actor, person: str, how: InformMethod, at: datetime
) -> None:
    _tell(world, actor, person, how, at, terms=False)


@act.en("{person} was in court on {at:moment} when the order was made")
@act.nl("{person} op {at:moment} in de rechtszaal was toen het bevel werd gegeven")
def was_in_court(world: World, person: str, at: datetime) -> None:
    _tell(world, COURT, person, InformMethod.PRESENT_WHEN_MADE, at, terms=True)


def _tell(
    world: World, actor: Actor, person: str, how: InformMethod, at: datetime, *, terms: bool
) -> None:
    version = world.latest_version()
    world.act(
        c.InformPerson, at, actor, person=person, version=version, method=how, terms_told=terms
    )


@act.en("{actor} found on {at:moment} that the service on {person} went to somebody else")
@act.nl(
    "{actor} op {at:moment} vaststelde dat de betekening aan {person} bij een ander terechtkwam"
)
def found_false(world: World, actor: Actor, at: datetime, person: str) -> None:
    mine = [b.number for b in world.order.bindings if b.person == person]
    number = mine[-1] if mine else 1
    world.act(c.InvalidateBinding, at, actor, binding=number, ground="wrong_person")


@act.en("{actor} identified the driver of the grey van as {person} on {at:moment}")
@act.nl("{actor} op {at:moment} de bestuurder van de grijze bus herkende als {person}")
def identified(world: World, actor: Actor, person: str, at: datetime) -> None:
    world.act(c.IdentifyPerson, at, actor, described=DESCRIBED, person=person)


@act.en("{actor} found on {at:moment} that {person} and {other:person} are one person")
@act.nl("{actor} op {at:moment} vaststelde dat {person} en {other:person} één persoon zijn")
def linked(world: World, actor: Actor, at: datetime, person: str, other: str) -> None:
    world.act(c.LinkPersons, at, actor, person=person, same_as=other)


@act.en("{actor} found on {at:moment} that {person} and {other:person} are two persons after all")
@act.nl("{actor} op {at:moment} vaststelde dat {person} en {other:person} toch twee personen zijn")
def unlinked(world: World, actor: Actor, at: datetime, person: str, other: str) -> None:
    world.act(c.UnlinkPersons, at, actor, person=person, same_as=other)


@act.en("{actor} told the police on {at:moment} that {notified}")
@act.nl("{actor} op {at:moment} de politie meldde dat {notified}")
def told_police(world: World, actor: Actor, at: datetime, notified: NotifiedFact) -> None:
    world.act(c.NotifyPolice, at, actor, of=notified, version=world.latest_version())


@act.en("{actor} told the police on {at:moment} that {person} {told_of}")
@act.nl("{actor} op {at:moment} de politie meldde dat {person} {told_of}")
def told_police_of(
    world: World, actor: Actor, at: datetime, person: str, told_of: NotifiedFact
) -> None:
    version = world.latest_version()
    world.act(c.NotifyPolice, at, actor, of=told_of, version=version, person=person)
