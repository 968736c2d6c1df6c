"""Sentences about who may see what: copies that are checked, and what a reader sees."""

from __future__ import annotations

from datetime import datetime

from orderflow.order import commands as c
from orderflow.order.kinds_access import RestrictionKind
from orderflow.order.values import Actor
from orderflow.privacy import AccessCode, Reader, Seen, may_see, respondent_copy, seen_by
from orderflow.privacy.seen import NOTHING
from tests.steps.grammar import act, given, table_of, then, words
from tests.steps.world import World

_DENIALS = """
not_told | the order is against them and they were not told | het bevel zich tegen hen richt en zij niet zijn ingelicht
no_part | they have no part in the case | zij geen plaats in de zaak hebben
conflict_of_interest | they are close to somebody of the case | zij dicht bij iemand in de zaak staan
excluded | the court keeps them out | de rechter hen erbuiten houdt
not_of_the_case | only offices of the case may see it | alleen instanties van de zaak het mogen zien
not_yet | it does not concern their office yet | het hun ambt nog niet aangaat
"""  # noqa: E501 - a table

words("denial", {AccessCode(code): said for code, said in table_of(_DENIALS).items()})
words("copy", {True: ("the order", "het bevel"), False: ("the application", "het verzoek")})
words(
    "redacted",
    {
        True: ("took out what is withheld", "eruit haalde wat is afgeschermd"),
        False: ("found nothing to take out", "niets vond dat eruit moest"),
    },
)


@given.en("a relative of {person} reads for {actor}")
@given.nl("een verwant van {person} leest voor {actor}")
def relative_reads(world: World, person: str, actor: Actor) -> None:
    world.relatives[actor] = person


@act.en("{actor} checked the copy of {copy} for {person} on {at:moment} and {redacted}")
@act.nl("{actor} op {at:moment} het afschrift van {copy} voor {person} nazag en {redacted}")
def checked_copy(
    world: World, actor: Actor, copy: bool, person: str, at: datetime, redacted: bool
) -> None:
    version = world.latest_version() if copy else None
    world.act(c.CheckConfidentiality, at, actor, person=person, version=version, redacted=redacted)


@act.en("{actor} closed the order to all but the offices of the case on {at:moment}")
@act.nl("{actor} op {at:moment} het bevel sloot voor wie niet tot de instanties van de zaak hoort")
def closed_order(world: World, actor: Actor, at: datetime) -> None:
    world.act(c.RestrictAccess, at, actor, kind=RestrictionKind.PRIVATE)


@act.en("{actor} kept {other:actor} out of the order on {at:moment}")
@act.nl("{actor} op {at:moment} {other:actor} buiten het bevel hield")
def kept_out(world: World, actor: Actor, other: Actor, at: datetime) -> None:
    kind = RestrictionKind.EXCLUDED
    world.act(c.RestrictAccess, at, actor, kind=kind, users=(_user(other),))


@act.en("{actor} lifted the restriction on {at:moment}")
@act.nl("{actor} op {at:moment} de beperking beëindigde")
def lifted(world: World, actor: Actor, at: datetime) -> None:
    number = max(1, len(world.order.restrictions))
    world.act(c.LiftRestriction, at, actor, restriction=number)


@then.en("the order can be seen by {actor}")
@then.nl("is het bevel te zien voor {actor}")
def can_be_seen(world: World, actor: Actor) -> None:
    assert _seen(world, actor).decision.allowed


@then.en("no order can be seen by {actor}[, in truth because {denial}]")
@then.nl("is geen bevel te zien voor {actor}[, in werkelijkheid omdat {denial}]")
def cannot_be_seen(world: World, actor: Actor, denial: AccessCode | None = None) -> None:
    # To the byte what is seen of an order that is not there.
    assert _seen(world, actor).model_dump_json() == NOTHING.model_dump_json()
    assert denial in (None, may_see(_reader(world, actor), world.case.history).code)


@then.en("version {version:number} of the order and no later one can be seen by {actor}")
@then.nl("is versie {version:number} van het bevel en geen latere te zien voor {actor}")
def version_can_be_seen(world: World, version: int, actor: Actor) -> None:
    assert max(copy.version for copy in _seen(world, actor).copies) == version


@then.en("the copy for {person} says that it must {term}")
@then.nl("zegt het afschrift voor {person} de bepaling {term}")
def copy_says(world: World, person: str, term: str) -> None:
    copy = respondent_copy(world.order, world.latest_version(), person)
    assert term in {one.id for one in copy.terms}


@then.en("the copy for {person} does not name {other:person}")
@then.nl("noemt het afschrift voor {person} {other:person} niet")
def copy_does_not_name(world: World, person: str, other: str) -> None:
    copy = respondent_copy(world.order, world.latest_version(), person)
    assert f'"{other}"' not in copy.model_dump_json()


def _user(actor: Actor) -> str:
    return f"user-{actor.person or actor.office}"


def _reader(world: World, actor: Actor) -> Reader:
    relative = world.relatives.get(actor)
    return Reader(
        user=_user(actor),
        purpose="scenario",
        role=actor.role,
        office=actor.office,
        persons=() if actor.person is None else (actor.person,),
        on_behalf_of=actor.on_behalf_of,
        linked_to=() if relative is None else (relative,),
    )


def _seen(world: World, actor: Actor) -> Seen:
    return seen_by(_reader(world, actor), world.case.history)
