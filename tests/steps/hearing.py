"""Sentences around the hearing: undertakings, service of the application, wishes, support."""

from __future__ import annotations

from datetime import datetime

from orderflow.law.vocabulary import SupportKind
from orderflow.order import commands as c
from orderflow.order.values import Actor, Wishes
from tests.steps.grammar import Table, act
from tests.steps.terms import terms_in
from tests.steps.world import World


@act.en("{actor} accepted an undertaking of {people} on {at:moment}[ that ends on {end:moment}]")
@act.nl("{actor} op {at:moment} een toezegging van {people} aanvaardde[ tot {end:moment}]")
def accepted_undertaking(
    world: World,
    actor: Actor,
    people: tuple[str, ...],
    at: datetime,
    table: Table,
    end: datetime | None = None,
) -> None:
    world.act(
        c.AcceptUndertaking,
        at,
        actor,
        given_by=people,
        terms=terms_in(table, world.case.regime.zone),
        ends_at=None if end is None else world.local(end),
        violence_used_or_threatened="violence" in world.circumstances,
        order_needed="order_needed" in world.circumstances,
    )


@act.en(
    "{actor} served the application on {person} on {at:moment} for a hearing on {hearing:moment}"
)
@act.nl(
    "{actor} op {at:moment} het verzoek aan {person} betekende voor de zitting van {hearing:moment}"
)
def served_application(
    world: World, actor: Actor, person: str, at: datetime, hearing: datetime
) -> None:
    world.act(
        c.ServeApplication,
        at,
        actor,
        person=person,
        hearing_at=world.local(hearing),
        notice_abridged="abridged" in world.circumstances,
    )


@act.en("{actor} listed a hearing for {hearing:moment} on {at:moment}")
@act.nl("{actor} op {at:moment} een zitting bepaalde voor {hearing:moment}")
def listed_hearing(world: World, actor: Actor, hearing: datetime, at: datetime) -> None:
    world.act(c.ListHearing, at, actor, hearing_at=world.local(hearing))


@act.en("{actor} noted on {at:moment} that {person} {wishes}")
@act.nl("{actor} op {at:moment} noteerde dat {person} {wishes}")
def noted_wishes(world: World, actor: Actor, at: datetime, person: str, wishes: Wishes) -> None:
    world.act(c.RecordWishes, at, actor, person=person, wishes=wishes)


@act.en("{actor} arranged {support} for {person} on {at:moment}")
@act.nl("{actor} op {at:moment} {support} voor {person} regelde")
def arranged_support(
    world: World, actor: Actor, support: SupportKind, person: str, at: datetime
) -> None:
    world.act(c.ArrangeSupport, at, actor, person=person, support=support)


@act.en("{actor} asked on {at:moment} that the contact details of {person} be withheld")
@act.nl("{actor} op {at:moment} vroeg de contactgegevens van {person} af te schermen")
def withheld_contact(world: World, actor: Actor, at: datetime, person: str) -> None:
    world.act(c.WithholdContactDetails, at, actor, person=person)


@act.en("{actor} transferred the case to the High Court on {at:moment}")
@act.nl("{actor} op {at:moment} de zaak aan het High Court overdroeg")
def transferred(world: World, actor: Actor, at: datetime) -> None:
    world.act(c.TransferCase, at, actor, to_office="high-court")
