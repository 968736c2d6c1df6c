"""Sentences about the penalty payment, by which a Dutch civil ban is enforced."""

from __future__ import annotations

from datetime import datetime, timedelta

from orderflow.law.vocabulary import Role
from orderflow.order import commands as c
from orderflow.order.values import Actor, CivilOutcome, Place
from tests.steps.grammar import act, then
from tests.steps.world import World

_APPLICANT = Actor(role=Role.PROTECTED_PERSON, person="sara")


@act.en("{actor} claimed the penalty payment for {incident} on {at:moment}")
@act.nl("{actor} op {at:moment} de dwangsom voor {incident} opeiste")
def claimed(world: World, actor: Actor, incident: str | None, at: datetime) -> None:
    world.act(c.PursueCivilEnforcement, at, actor, incident=world.incident_id(incident))


@act.en("{actor} collected the penalty payment from {person} on {at:moment}")
@act.nl("{actor} op {at:moment} bij {person} de dwangsom inde")
def collected(world: World, actor: Actor, person: str, at: datetime) -> None:
    incident, outcome = world.incident_id(person), CivilOutcome.PENALTY_COLLECTED
    world.act(c.ConcludeCivilEnforcement, at, actor, incident=incident, outcome=outcome)


@act.en("{person} {conduct} on {number} days in a row, from {at:moment} on")
@act.nl("{person} vanaf {at:moment} {number} dagen achtereen {conduct}")
def again_and_again(world: World, person: str, conduct: str, number: int, at: datetime) -> None:
    for day in range(number):
        moment = at + timedelta(days=day)
        world.report(moment, _APPLICANT, person, conduct, moment, Place.HOME_COUNTRY)


@then.en("{number} incidents are on record")
@then.nl("zijn er {number} incidenten vastgelegd")
def incidents_on_record(world: World, number: int) -> None:
    assert len(world.order.incidents) == number
