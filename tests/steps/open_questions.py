"""Sentences about what nobody has decided, and about the scenarios that assume an answer."""

from __future__ import annotations

from datetime import datetime

from orderflow.law.regime import Regime
from orderflow.law.register import RegimeRegister
from orderflow.law.sources import references
from orderflow.law.vocabulary import Harm, Role
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.values import Actor
from tests.steps.grammar import Table, act, given, then
from tests.steps.moments import DurationIn
from tests.steps.terms import terms_in
from tests.steps.world import World

_SHELTER = Actor(role=Role.SUPPORT_AGENCY, office="support-agency")
_DRAFT = "nl-hybrid-draft@2025"


@given.en('the law on {law} applies as if it were in force, but the question "{question}" is open')
@given.nl('het recht over {law} geldt alsof het wet was, maar de vraag "{question}" open is')
def question_is_open(world: World, law: str, question: str) -> None:
    world.law, world.as_if_in_force = law, True
    world.adapt = lambda regime: _without_answer(regime, question)


def _without_answer(regime: Regime, question: str) -> Regime:
    """Return a scenario with the fields of one question as open as the draft has them."""
    draft = RegimeRegister.packaged().get(_DRAFT)
    for field in references().questions[question].fields:
        section, name = field.split(".")
        unanswered = getattr(getattr(draft, section), name)
        answered = getattr(regime, section)
        without = answered.model_copy(update={name: unanswered})
        regime = regime.model_copy(update={section: without})
    return regime


@act.en("the support that the law asks for was arranged for {person} on {at:moment}")
@act.nl("op {at:moment} voor {person} de hulp is geregeld die het recht vraagt")
def required_support(world: World, person: str, at: datetime) -> None:
    for support in world.case.regime.support.required_offers.value or ():
        world.act(c.ArrangeSupport, at, _SHELTER, person=person, support=support)


@act.en(
    "{actor} made an order of its own motion on {at:moment} against {respondents:people}"
    " to protect {protected:people} from {harm}, {duration}, with the support that the law asks for"
)
@act.nl(
    "{actor} op {at:moment} ambtshalve een bevel gaf tegen {respondents:people}"
    " dat {protected:people} beschermt tegen {harm}, {duration}, met de hulp die het recht vraagt"
)
def made_of_own_motion(
    world: World,
    actor: Actor,
    at: datetime,
    respondents: tuple[str, ...],
    protected: tuple[str, ...],
    harm: Harm,
    *,
    duration: DurationIn,
    table: Table,
) -> None:
    world.request(at, actor, respondents, protected, harm, "own_motion")
    if world.refusal is not None:
        return
    required_support(world, protected[0], at)
    zone = world.case.regime.zone
    world.act(c.GrantOrder, at, actor, terms=terms_in(table, zone), duration=duration(zone))


@then.en("the return hearing must be held by {at:moment}")
@then.nl("moet de nadere zitting uiterlijk op {at:moment} plaatsvinden")
def hearing_due(world: World, at: datetime) -> None:
    listed = [event for event in world.caused if isinstance(event, e.ReturnHearingListed)]
    assert [event.due_at for event in listed] == [world.local(at)]
