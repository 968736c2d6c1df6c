"""Sentences about the temporary exclusion order of Dutch law, which nobody asks for."""

from __future__ import annotations

from datetime import datetime

from orderflow.law.vocabulary import Harm, InformMethod, ServiceMethod
from orderflow.order import commands as c
from orderflow.order.values import Actor, Term
from tests.steps.grammar import Table, act
from tests.steps.moments import DurationIn
from tests.steps.terms import WORDINGS, terms_in
from tests.steps.world import World

_STATUTORY = ("home-ban", "no-contact", "reachable-address")
"""What every exclusion order says, unless an example says otherwise."""


@act.en(
    "{actor} imposed an exclusion order on {respondents:people} on {at:moment}"
    " to protect {protected:people}, {duration}"
)
@act.nl(
    "{actor} op {at:moment} aan {respondents:people} een bevel oplegde"
    " dat {protected:people} beschermt, {duration}"
)
def imposed(
    world: World,
    actor: Actor,
    respondents: tuple[str, ...],
    at: datetime,
    protected: tuple[str, ...],
    duration: DurationIn,
    table: Table | None = None,
) -> None:
    world.request(at, actor, respondents, protected, Harm.DOMESTIC_VIOLENCE, "own_motion")
    if world.refusal is not None:
        return
    considered, zone = world.caused, world.case.regime.zone
    terms = _statutory(respondents) if table is None else terms_in(table, zone)
    world.act(c.GrantOrder, at, actor, terms=terms, duration=duration(zone))
    world.caused = (*considered, *world.caused)


def _statutory(respondents: tuple[str, ...]) -> tuple[Term, ...]:
    return tuple(
        Term(id=name, kind=WORDINGS[name].kind, subject=WORDINGS[name].subject, binds=respondents)
        for name in _STATUTORY
    )


@act.en("{actor} handed the order to {person} on {at:moment}")
@act.nl("{actor} op {at:moment} het bevel aan {person} uitreikte")
def handed_over(world: World, actor: Actor, person: str, at: datetime) -> None:
    version, method = world.latest_version(), ServiceMethod.HANDED_OVER
    world.act(c.ServeOrder, at, actor, person=person, version=version, method=method)


@act.en("{actor} announced the order to {person} by word of mouth on {at:moment}")
@act.nl("{actor} op {at:moment} het bevel mondeling aan {person} aanzegde")
def announced(world: World, actor: Actor, person: str, at: datetime) -> None:
    version, method = world.latest_version(), InformMethod.ORAL_ANNOUNCEMENT
    world.act(
        c.InformPerson, at, actor, person=person, version=version, method=method, terms_told=True
    )
