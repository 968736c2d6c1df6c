"""Until when the data of an order are kept: both sides of each boundary."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from orderflow.law import AgeBand, PeriodValue, Provision, Role
from orderflow.law.retention import RetentionRule, RetentionSchedule
from orderflow.law.section import Title
from orderflow.law.vocabulary import CountedFrom
from orderflow.order import ProtectionOrder
from orderflow.order.keeping import Keeping, kept, over_since
from orderflow.order.values import CivilOutcome, Decision, ProsecutionOutcome
from tests.spec import HUISVERBOD, ORDER, at, given
from tests.unit.order.acts import (
    ASKED,
    DAUGHTER,
    MADE,
    SISTER,
    THE_DAUGHTER,
    UNCLE,
    appeal,
    ban,
    day,
    determine,
    discharge,
    dismiss,
    enforced,
    for_,
    grant,
    impose,
    inform,
    person,
    prosecuted,
    pursue,
    refer,
    refuse,
    release,
    report,
    request,
    undertake,
    until,
)

if TYPE_CHECKING:
    from orderflow.order.commands import Command

LONDON = ZoneInfo("Europe/London")
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
INSTANT = timedelta(microseconds=1)


def rule(**changes: Any) -> RetentionRule:  # noqa: ANN401 - values of a rule
    """Return a rule of five years after the end, without an age, that waits for open matters."""
    values: dict[str, Any] = {
        "counted_from": CountedFrom.END,
        "period": PeriodValue("P5Y"),
        "until_age": 0,
        "open_matters": True,
        **changes,
    }
    provisions: dict[str, Any] = {
        name: Provision[Any](
            value=value, source=("nl/wpg/art-8",), name=f"retention.{name}", regime="made-up"
        )
        for name, value in values.items()
    }
    title = Title(en="Made up", nl="Verzonnen")
    return RetentionRule(name="made-up", title=title, regimes=("any",), **provisions)


def keeping(
    *record: Command,
    when: datetime,
    regime: str = "uk-ew-fmpo@2014",
    zone: ZoneInfo = LONDON,
    **changes: Any,  # noqa: ANN401 - values of the rule
) -> Keeping:
    """Return how the data of an order stand after these commands."""
    return kept(given(*record, regime=regime).order, rule(**changes), zone, when)


ENDED = (request(), grant(), discharge(day(1)))


@pytest.mark.boundary
def test_the_period_runs_from_the_end_of_the_order() -> None:
    """At the moment itself the data are due; a microsecond before they are kept."""
    ends = at("2030-01-07 10:00")

    before = keeping(*ENDED, when=ends - INSTANT)
    assert (before.status, before.until) == ("kept", ends)
    due = keeping(*ENDED, when=ends)
    assert (due.status, due.until, due.rule, due.law) == (
        "due",
        ends,
        "made-up",
        ("nl/wpg/art-8",),
    )


@pytest.mark.boundary
def test_an_order_ends_whether_or_not_anybody_records_it() -> None:
    """Its time runs out by itself; until then it is running."""
    made = (request(), grant(duration=for_("P14D")))
    ends = day(14)

    assert keeping(*made, when=ends - INSTANT).status == "running"
    assert keeping(*made, when=ends).until == at("2030-01-20 10:00")


def test_an_open_ended_order_goes_on() -> None:
    """Fifty years later it still needs its data."""
    assert keeping(request(), grant(), when=at("2075-01-01 10:00")).status == "running"


def test_an_order_restored_has_not_ended() -> None:
    """It ended, came back, and is in force; and once more it ends."""
    back = (
        *ENDED,
        appeal(day(2), Decision.DISCHARGE),
        determine(day(3), "allowed", effect="restored", duration=until(day(60))),
    )

    assert keeping(*back, when=day(59)).status == "running"
    assert keeping(*back, when=day(60)).until == at("2030-03-07 10:00")
    # As of a moment in the gap: what came later is not foreseen, and the period begins anew.
    order = given(*back).order
    assert over_since(order, day(2)) is None


@pytest.mark.boundary
def test_a_request_that_came_to_nothing_ends_with_it() -> None:
    """The period runs from then."""
    record = (request(), refuse(day(2)))

    assert keeping(*record, when=day(2) - INSTANT).status == "running"
    assert keeping(*record, when=day(2)).until == at("2030-01-08 10:00")
    assert keeping(request(), when=day(400)).status == "running"


@pytest.mark.boundary
def test_an_undertaking_ends_before_the_period_runs() -> None:
    """Until then it binds, and its breach is contempt; one without an end goes on."""
    record = (request(), undertake(day(2), ends_at=day(60)))

    assert keeping(*record, when=day(60) - INSTANT).status == "running"
    assert keeping(*record, when=day(60)).until == at("2030-03-07 10:00")
    assert over_since(given(*record).order, day(1)) is None
    assert keeping(request(), undertake(day(2)), when=at("2075-01-01 10:00")).status == "running"


def test_an_order_of_which_nothing_is_on_record_has_not_ended() -> None:
    """Nothing can be told of it."""
    nothing = ProtectionOrder.start(ORDER)

    assert kept(nothing, rule(), LONDON, day(1)).status == "running"


@pytest.mark.boundary
def test_29_february_is_the_last_day_of_february_in_other_years() -> None:
    """Five years from 29 February 2028 end on 28 February 2033."""
    ended = (request(), grant(), discharge(at("2028-02-29 10:00")))
    ends = at("2033-02-28 10:00")

    assert keeping(*ended, when=ends - INSTANT).status == "kept"
    assert keeping(*ended, when=ends).status == "due"


@pytest.mark.boundary
def test_the_clock_of_the_law_counts() -> None:
    """Seven months over a change of the clock end at the same hour in London, not in UTC."""
    ended = (request(), grant(), discharge(at("2025-02-01 10:00")))

    found = keeping(*ended, when=day(1000), period=PeriodValue("P7M"))
    assert found.until == datetime(2025, 9, 1, 9, 0, tzinfo=UTC)
    # The same moment is another hour in Amsterdam.
    there = keeping(*ended, when=day(1000), period=PeriodValue("P7M"), zone=AMSTERDAM)
    assert there.until == datetime(2025, 9, 1, 9, 0, tzinfo=UTC)
    late = (request(), grant(), discharge(datetime(2025, 1, 31, 23, 30, tzinfo=UTC)))
    assert keeping(*late, when=day(1000), period=PeriodValue("P1M")).until == datetime(
        2025, 2, 28, 23, 30, tzinfo=UTC
    )
    # In Amsterdam it is 1 February already.
    assert keeping(
        *late, when=day(1000), period=PeriodValue("P1M"), zone=AMSTERDAM
    ).until == datetime(2025, 2, 28, 23, 30, tzinfo=UTC)


def test_the_day_of_the_law_counts() -> None:
    """At 23:30 in London it is the next day, and another month's length, in Amsterdam."""
    late = (request(), grant(), discharge(datetime(2025, 3, 30, 22, 30, tzinfo=UTC)))

    assert keeping(*late, when=day(1000), period=PeriodValue("P1M")).until == datetime(
        2025, 4, 30, 22, 30, tzinfo=UTC
    )
    assert keeping(
        *late, when=day(1000), period=PeriodValue("P1M"), zone=AMSTERDAM
    ).until == datetime(2025, 4, 29, 22, 30, tzinfo=UTC)


def test_the_police_count_from_the_request() -> None:
    """Also while the order itself has long ended."""
    asked = keeping(*ENDED, when=day(1), counted_from=CountedFrom.REQUEST)

    assert asked.until == at("2030-01-06 09:00")


CONDUCT = (
    request(),
    grant(),
    inform(day(1), UNCLE),
    report(day(2), "call", UNCLE),
    discharge(day(3)),
)


@pytest.mark.boundary
@pytest.mark.parametrize(
    "closing",
    [
        (dismiss(day(9)),),
        (refer(day(8)), prosecuted(day(9), ProsecutionOutcome.CONVICTED)),
        (pursue(day(8)), enforced(day(9), CivilOutcome.NOT_PROVED)),
    ],
)
def test_an_open_incident_keeps_the_data(closing: tuple[Command, ...]) -> None:
    """However long; once it is closed the period runs from then."""
    later = at("2040-01-01 10:00")

    assert keeping(*CONDUCT, when=later).status == "open_matter"
    assert keeping(*CONDUCT, *closing[:-1], when=later).status == "open_matter"
    assert keeping(*CONDUCT, *closing, when=day(9) - INSTANT).status == "open_matter"
    assert keeping(*CONDUCT, *closing, when=day(9)).until == at("2030-01-15 10:00")


@pytest.mark.boundary
def test_an_open_appeal_keeps_the_data() -> None:
    """From when it was lodged until it is determined."""
    lodged = (*ENDED, appeal(day(2), Decision.DISCHARGE))

    assert keeping(*lodged, when=at("2040-01-01 10:00")).status == "open_matter"
    assert keeping(*lodged, when=day(2) - INSTANT).status == "kept"
    decided = (*lodged, determine(day(3), "dismissed"))
    assert keeping(*decided, when=at("2040-01-01 10:00")).status == "due"


def test_a_rule_may_not_wait_for_open_matters() -> None:
    """Where the law has a maximum."""
    assert keeping(*CONDUCT, when=at("2040-01-01 10:00"), open_matters=False).status == "due"


@pytest.mark.boundary
@pytest.mark.parametrize(
    "age, adult_by",
    [
        (AgeBand.FROM_16_TO_17, "2027-01-06 09:00"),
        (AgeBand.FROM_12_TO_15, "2031-01-06 09:00"),
        (AgeBand.UNDER_12, "2043-01-06 09:00"),
        (AgeBand.UNKNOWN, "2043-01-06 09:00"),
        (AgeBand.ADULT, "2026-01-07 10:00"),
    ],
)
def test_everybody_protected_comes_of_age_first(age: AgeBand, adult_by: str) -> None:
    """By the latest day that the band allows; for an adult the period alone counts."""
    record = (
        request(protected_persons=(person(DAUGHTER, age=age),)),
        grant(),
        discharge(day(1)),
    )
    ends = at(adult_by)

    short: dict[str, Any] = {"until_age": 18, "period": PeriodValue("P1Y")}
    assert keeping(*record, when=ends - INSTANT, **short).status == "kept"
    assert keeping(*record, when=ends, **short).status == "due"


def test_somebody_released_from_protection_counts_as_of_unknown_age() -> None:
    """Their band is no longer on record, and nobody is taken for older than they are."""
    two = (person(DAUGHTER, age=AgeBand.ADULT), person(SISTER, age=AgeBand.ADULT))
    record = (
        request(by=THE_DAUGHTER, protected_persons=two),
        grant(),
        release(day(1), SISTER),
        discharge(day(2)),
    )

    assert keeping(*record, when=day(3), until_age=18).until == at("2043-01-06 09:00")


@pytest.mark.parametrize("field", ["counted_from", "period", "until_age", "open_matters"])
def test_what_the_rule_leaves_open_is_not_guessed(field: str) -> None:
    """The answer names the question, and the sources that were read."""
    left_open: dict[str, Any] = {field: None}
    found = keeping(*ENDED, when=day(9000), **left_open)

    assert (found.status, found.question, found.rule) == (
        "not_decided",
        f"retention.{field}",
        "made-up",
    )
    assert found.until is None


def test_the_law_that_ships_decides_for_the_dutch_police_alone() -> None:
    """Ten years after the request; for a court the period is open."""
    schedule = RetentionSchedule.packaged()
    order = given(ban(), impose(), regime=HUISVERBOD).order

    police = kept(order, schedule.rule(HUISVERBOD, Role.POLICE), AMSTERDAM, MADE)
    assert police.status == "running"
    late = at("2036-01-01 10:00", "Europe/Amsterdam")
    police = kept(order, schedule.rule(HUISVERBOD, Role.POLICE), AMSTERDAM, late)
    assert (police.status, police.until) == ("due", ASKED.replace(year=2035))
    court = kept(order, schedule.rule(HUISVERBOD, Role.COURT), AMSTERDAM, late)
    assert (court.status, court.question) == ("not_decided", "retention.period")
