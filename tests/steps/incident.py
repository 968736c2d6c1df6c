"""Sentences about conduct: reported, assessed, put aside, and brought before a court."""

from __future__ import annotations

from datetime import datetime

from orderflow.law.vocabulary import Role
from orderflow.order import commands as c
from orderflow.order.reasons import Code
from orderflow.order.values import Actor, CivilOutcome, Place, ProsecutionOutcome
from tests.steps.grammar import act
from tests.steps.world import World

_POLICE = Actor(role=Role.POLICE, office="police")


@act.en("{person} {conduct}[ {place}] on {at:moment}[, {besides}]")
@act.nl("{person} op {at:moment}[ {place}] {conduct}[, {besides}]")
def conduct(
    world: World,
    person: str,
    conduct: str,
    at: datetime,
    place: Place = Place.HOME_COUNTRY,
    besides: str | None = None,
) -> None:
    offences = ("forced_marriage",) if besides == "another offence" else ()
    same = (world.incident_id(None),) if besides == "same conduct" else ()
    elsewhere = ("another-order",) if besides == "another order" else ()
    world.report(
        at,
        _POLICE,
        person,
        conduct,
        at,
        place,
        other_offences=offences,
        same_conduct_as=same,
        same_conduct_elsewhere=elsewhere,
    )


@act.en("{actor} reported on {reported:moment} that {person} {conduct}[ {place}] on {at:moment}")
@act.nl("{actor} op {reported:moment} meldde dat {person} op {at:moment}[ {place}] {conduct}")
def reported(
    world: World,
    actor: Actor,
    reported: datetime,
    person: str,
    conduct: str,
    at: datetime,
    place: Place = Place.HOME_COUNTRY,
) -> None:
    world.report(reported, actor, person, conduct, at, place)


@act.en("{actor} assessed {incident} again on {at:moment}")
@act.nl("{actor} op {at:moment} {incident} opnieuw beoordeelde")
def reassessed(world: World, actor: Actor, incident: str | None, at: datetime) -> None:
    world.act(c.ReassessIncident, at, actor, incident=world.incident_id(incident))


@act.en("{actor} put {incident} aside on {at:moment} for want of evidence")
@act.nl("{actor} op {at:moment} {incident} terzijde legde bij gebrek aan bewijs")
def dismissed(world: World, actor: Actor, incident: str | None, at: datetime) -> None:
    name = world.incident_id(incident)
    world.act(c.DismissIncident, at, actor, incident=name, ground="no_evidence")


@act.en("{actor} withdrew the complaint about {incident} on {at:moment}")
@act.nl("{actor} op {at:moment} de aangifte over {incident} introk")
def withdrew_complaint(world: World, actor: Actor, incident: str | None, at: datetime) -> None:
    world.act(c.WithdrawComplaint, at, actor, incident=world.incident_id(incident))


@act.en(
    "{actor} referred {incident} to the prosecutor on {at:moment}[, having weighed that {weighed}]"
)
@act.nl(
    "{actor} op {at:moment} het proces-verbaal over {incident} bij het OM inzond"
    "[, na weging: {weighed}]"
)
def referred(
    world: World,
    actor: Actor,
    incident: str | None,
    at: datetime,
    weighed: tuple[Code, ...] = (),
) -> None:
    world.act(c.ReferIncident, at, actor, incident=world.incident_id(incident), weighed=weighed)


@act.en(
    "{actor} took {incident} to the civil court on {at:moment}[, having weighed that {weighed}]"
)
@act.nl("{actor} op {at:moment} {incident} voor de civiele rechter bracht[, na weging: {weighed}]")
def pursued(
    world: World,
    actor: Actor,
    incident: str | None,
    at: datetime,
    weighed: tuple[Code, ...] = (),
) -> None:
    name = world.incident_id(incident)
    world.act(c.PursueCivilEnforcement, at, actor, incident=name, weighed=weighed)


@act.en("{actor} {verdict} {person} on {at:moment}")
@act.nl("{actor} op {at:moment} over {person} besliste: {verdict}")
def prosecution_ended(
    world: World, actor: Actor, verdict: ProsecutionOutcome, person: str, at: datetime
) -> None:
    name = world.incident_id(person)
    world.act(c.ConcludeProsecution, at, actor, incident=name, outcome=verdict)


@act.en("{actor} {finding} {person} on the civil route on {at:moment}")
@act.nl("{actor} op {at:moment} langs civiele weg over {person} besliste: {finding}")
def civil_route_ended(
    world: World, actor: Actor, finding: CivilOutcome, person: str, at: datetime
) -> None:
    name = world.incident_id(person)
    world.act(c.ConcludeCivilEnforcement, at, actor, incident=name, outcome=finding)
