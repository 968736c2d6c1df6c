"""Sentences about what is kept under seal, and about its erasure."""

from __future__ import annotations

from datetime import datetime, timedelta

from orderflow.law.retention import RetentionSchedule
from orderflow.law.vocabulary import DetailKind, ErasureGround, StatementKind
from orderflow.order import commands as c
from orderflow.order.keeping import kept
from orderflow.order.values import Actor
from tests.steps.grammar import act, then, words
from tests.steps.world import World

words(
    "detail",
    {
        (DetailKind.NAME, "invented"): ("the name", "de naam"),
        (DetailKind.BIRTH_DATE, "2009-03-31"): ("the date of birth", "de geboortedatum"),
        (DetailKind.BIRTH_DATE, "March 2009"): ("the month of birth", "de geboortemaand"),
        (DetailKind.ADDRESS, "invented"): ("the address", "het adres"),
        (DetailKind.CONTACT, "invented"): ("the contact details", "de contactgegevens"),
        (DetailKind.SAFE_CONTACT, "invented"): (
            "a safe way to reach",
            "een veilige contactweg",
        ),
        (DetailKind.DESCRIPTION, "invented"): ("a description", "een beschrijving"),
    },
)
words(
    "statement",
    {
        StatementKind.ACCOUNT: ("an account of what happened", "een relaas van wat gebeurde"),
        StatementKind.REASONS: ("reasons for the request", "redenen van het verzoek"),
        StatementKind.WISHES: ("wishes in her own words", "wensen in eigen woorden"),
        StatementKind.OBSERVATION: ("an observation", "een waarneming"),
        StatementKind.DEFENCE: ("a defence", "een verweer"),
    },
)
words(
    "ground",
    {
        ErasureGround.RETENTION_OVER: ("their time was over", "de bewaartermijn was verstreken"),
        ErasureGround.REQUEST_GRANTED: ("a request was granted", "een verzoek was toegewezen"),
        ErasureGround.UNLAWFUL: (
            "they ought never to have been kept",
            "ze nooit bewaard hadden mogen worden",
        ),
        ErasureGround.ORDERED: ("a court ordered it", "een rechter het beval"),
    },
)


@act.en("{actor} recorded {detail} of {person} under seal on {at:moment}")
@act.nl("{actor} op {at:moment} {detail} van {person} verzegeld vastlegde")
def recorded_detail(
    world: World, actor: Actor, detail: tuple[DetailKind, str], person: str, at: datetime
) -> None:
    kind, value = detail
    world.act(c.RecordPersonDetails, at, actor, person=person, kind=kind, value=value)


@act.en("{actor} recorded {statement} about {person} under seal on {at:moment}")
@act.nl("{actor} op {at:moment} {statement} over {person} verzegeld vastlegde")
def recorded_statement(
    world: World, actor: Actor, statement: StatementKind, person: str, at: datetime
) -> None:
    world.act(c.RecordStatement, at, actor, person=person, kind=statement, text="invented")


@act.en(
    "{actor} had the data of {person} erased on {at:moment}, because {ground}"
    "[, since {since:moment}]"
)
@act.nl(
    "{actor} op {at:moment} de gegevens van {person} liet wissen, omdat {ground}"
    "[, sinds {since:moment}]"
)
def had_erased(
    world: World,
    actor: Actor,
    person: str,
    at: datetime,
    ground: ErasureGround,
    since: datetime | None = None,
) -> None:
    due = None if since is None else world.local(since)
    world.act(c.ErasePersonalData, at, actor, person=person, ground=ground, due_since=due)


@then.en("{actor} may keep the data until {at:moment}")
@then.nl("mag {actor} de gegevens bewaren tot {at:moment}")
def may_keep(world: World, actor: Actor, at: datetime) -> None:
    regime, until = world.case.regime, world.local(at)
    rule = RetentionSchedule.packaged().rule(regime.id, actor.role)
    before = kept(world.order, rule, regime.zone, until - timedelta(minutes=1))
    then_due = kept(world.order, rule, regime.zone, until)
    assert (before.status, then_due.status) == ("kept", "due")
    assert then_due.until == until


@then.en("{actor} must keep the data on {at:moment}, because a matter is open")
@then.nl("moet {actor} de gegevens op {at:moment} nog bewaren, omdat een zaak openstaat")
def keeps_for_a_matter(world: World, actor: Actor, at: datetime) -> None:
    regime = world.case.regime
    rule = RetentionSchedule.packaged().rule(regime.id, actor.role)
    assert kept(world.order, rule, regime.zone, world.local(at)).status == "open_matter"


@then.en("it is not decided how long {actor} may keep the data")
@then.nl("is niet beslist hoe lang {actor} de gegevens mag bewaren")
def is_open_how_long(world: World, actor: Actor) -> None:
    regime = world.case.regime
    rule = RetentionSchedule.packaged().rule(regime.id, actor.role)
    late = world.order.requested_at
    assert late is not None
    found = kept(world.order, rule, regime.zone, late + timedelta(days=36_500))
    assert (found.status, found.question) == ("not_decided", "retention.period")
