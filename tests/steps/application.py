"""Sentences about the request: who asks, with whose permission, and what comes of it."""

from __future__ import annotations

from datetime import datetime

from orderflow.law.vocabulary import AgeBand, Criterion, Harm, OwnMotionNeed
from orderflow.order import commands as c
from orderflow.order.values import Actor, Residence
from tests.steps.grammar import act, given
from tests.steps.world import World


@given.en("the law on {law} applies")
@given.nl("het recht over {law} geldt")
def law_applies(world: World, law: str) -> None:
    world.law = law


@given.en("the law on {law} applies as if it were in force")
@given.nl("het recht over {law} geldt alsof het wet was")
def law_applies_as_if(world: World, law: str) -> None:
    world.law, world.as_if_in_force = law, True


@given.en("{person} is {age}")
@given.nl("{person} {age} is")
def person_is(world: World, person: str, age: AgeBand) -> None:
    world.ages[person] = age


@given.en("{person} lives {residence}")
@given.nl("{person} {residence} woont")
def person_lives(world: World, person: str, residence: Residence) -> None:
    world.residence[person] = residence


@given.en("{people} may become involved")
@given.nl("{people} betrokken kan raken")
def may_become_involved(world: World, people: tuple[str, ...]) -> None:
    world.others = people


@given.en("{proceedings} are pending")
@given.nl("er {proceedings} loopt")
def proceedings_are_pending(world: World, proceedings: tuple[OwnMotionNeed, ...]) -> None:
    world.own_motion_needs = proceedings


@given.en("the respondent had threatened her with violence")
@given.nl("de verweerder haar met geweld had bedreigd")
def had_threatened(world: World) -> None:
    world.circumstances.add("violence")


@given.en("an order is needed to make breach punishable")
@given.nl("een bevel nodig is om overtreding strafbaar te maken")
def order_is_needed(world: World) -> None:
    world.circumstances.add("order_needed")


@given.en("the court had shortened the notice")
@given.nl("de rechter de oproeptermijn had verkort")
def notice_shortened(world: World) -> None:
    world.circumstances.add("abridged")


@act.en(
    "{actor} {asked} on {at:moment} for an order against {respondents:people}"
    " to protect {protected:people} from {harm}"
)
@act.nl(
    "{actor} op {at:moment} {asked} om een bevel tegen {respondents:people}"
    " dat {protected:people} beschermt tegen {harm}"
)
def asked_for_order(
    world: World,
    actor: Actor,
    asked: str,
    at: datetime,
    respondents: tuple[str, ...],
    protected: tuple[str, ...],
    harm: Harm,
) -> None:
    world.request(at, actor, respondents, protected, harm, asked)


@act.en(
    "{actor} considered of its own motion on {at:moment} an order against {respondents:people}"
    " to protect {protected:people} from {harm}"
)
@act.nl(
    "{actor} op {at:moment} ambtshalve een bevel overwoog tegen {respondents:people}"
    " dat {protected:people} beschermt tegen {harm}"
)
def considered_of_own_motion(
    world: World,
    actor: Actor,
    at: datetime,
    respondents: tuple[str, ...],
    protected: tuple[str, ...],
    harm: Harm,
) -> None:
    world.request(at, actor, respondents, protected, harm, "own_motion")


@act.en("{actor} asked for permission on {at:moment}, speaking of {criteria}")
@act.nl("{actor} op {at:moment} toestemming vroeg, sprekend van {criteria}")
def asked_permission(
    world: World, actor: Actor, at: datetime, criteria: tuple[Criterion, ...]
) -> None:
    world.act(c.RequestPermission, at, actor, addressed=criteria)


@act.en("{actor} gave permission on {at:moment}")
@act.nl("{actor} op {at:moment} toestemming gaf")
def gave_permission(world: World, actor: Actor, at: datetime) -> None:
    world.act(c.DecidePermission, at, actor, granted=True)


@act.en("{actor} refused permission on {at:moment}")
@act.nl("{actor} op {at:moment} toestemming weigerde")
def refused_permission(world: World, actor: Actor, at: datetime) -> None:
    world.act(c.DecidePermission, at, actor, granted=False)


@act.en("{actor} withdrew the request on {at:moment}[, with {leave} of the court]")
@act.nl("{actor} op {at:moment} het verzoek introk[, met {leave} van de rechter]")
def withdrew(world: World, actor: Actor, at: datetime, leave: bool = False) -> None:
    world.act(c.WithdrawRequest, at, actor, permitted=leave)


@act.en("{actor} refused the order on {at:moment}")
@act.nl("{actor} op {at:moment} het bevel weigerde")
def refused_order(world: World, actor: Actor, at: datetime) -> None:
    world.act(c.RefuseOrder, at, actor)
