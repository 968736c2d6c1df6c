"""SealOrder and NotifyPolice: when the police are to know, and of what."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from orderflow.law import Harm, NotifiedFact, SupportKind
from orderflow.order import Code
from orderflow.order import events as e
from orderflow.order.values import Actor, Residence, State
from tests.spec import (
    FMPO,
    FMPO_2008,
    HUISVERBOD,
    HYBRID_ADMINISTRATIVE,
    Given,
    Having,
    at,
    given,
    law,
    law_with,
)
from tests.unit.order.acts import (
    ASKED,
    BAILIFF,
    CONTACT,
    COURT,
    DAUGHTER,
    MADE,
    MAYOR,
    MOTHER,
    OFFICER,
    POLICE,
    SISTER,
    THE_DAUGHTER,
    THE_MOTHER,
    UNCLE,
    ban,
    day,
    discharge,
    extend,
    grant,
    impose,
    inform,
    invalidate,
    notify_police,
    person,
    request,
    seal,
    serve,
    support,
    until,
    vary,
)

GRANTED = given(request(), grant())
SEALED = given(request(), grant(), seal(day(0, "12:00")))


@pytest.mark.edge("EC38")
def test_an_order_made_orally_binds_at_once_and_the_police_clock_starts_later() -> None:
    """Made at 17:40, sealed the next day: the notice is due by the end of the day after that."""
    oral = given(request(), grant(day(0, "17:40")), inform(day(0, "17:40")))

    oral.conduct(MOTHER, "contact", day(0, "17:40")).both("open")
    wanted = Having(e.OrderSealed, police_notice_due_at=day(2, "23:59:59"), flags=())
    oral.when(seal(day(1, "10:00"))).then(wanted).and_state(State.SERVED)


@pytest.mark.edge("EC41")
@pytest.mark.parametrize(
    "homes, duty",
    [
        ((Residence.ELSEWHERE,), False),
        ((Residence.UNKNOWN,), True),
        ((Residence.ELSEWHERE, Residence.IN_JURISDICTION), True),
    ],
)
def test_nobody_within_reach_no_police_mailbox(homes: tuple[Residence, ...], duty: bool) -> None:
    """Only where every protected person lives elsewhere is the notice a manual one."""
    names = (DAUGHTER, SISTER)
    people = tuple(person(n, residence=r) for n, r in zip(names, homes, strict=False))
    made = given(request(protected_persons=people), grant())

    due = day(1, "23:59:59") if duty else None
    flags = () if duty else (Code.MANUAL_POLICE_NOTICE,)
    made.when(seal()).then(Having(e.OrderSealed, police_notice_due_at=due, flags=flags))


def test_a_version_is_sealed_once_and_after_it_is_made() -> None:
    """A seal needs a version, and comes neither twice nor early."""
    SEALED.when(seal(day(1))).then_refused("already_on_record")
    GRANTED.when(seal(version=2)).then_refused("no_such_version")
    GRANTED.when(seal(ASKED), recorded_at=MADE).then_refused("before_the_order")
    GRANTED.when(seal(by=POLICE)).then_refused("not_competent")


def test_where_no_term_is_known_none_is_recorded() -> None:
    """The law of 2008 names no limit and Dutch law no notice; sealing stays a fact."""
    old = given(request(at("2013-01-07 09:00")), grant(at("2013-01-07 10:00")), regime=FMPO_2008)
    dutch = given(ban(), impose(), regime=HUISVERBOD)

    old.when(seal(at("2013-01-08 10:00"))).then(Having(e.OrderSealed, police_notice_due_at=None))
    dutch.when(seal(day(1), by=MAYOR)).then(Having(e.OrderSealed, police_notice_due_at=None))


def test_the_regime_says_from_when_the_police_clock_runs() -> None:
    """Under the administrative scenario it runs from the making, 24 hours by the clock."""
    asked = ban(regime=HYBRID_ADMINISTRATIVE, harms=(Harm.FORCED_MARRIAGE,), as_if_in_force=True)
    term = CONTACT.model_copy(update={"binds": (UNCLE,)})
    made = given(
        asked,
        support(support=SupportKind.ADVICE_CENTRE),
        impose(terms=(term,)),
        regime=HYBRID_ADMINISTRATIVE,
    )

    wanted = Having(e.OrderSealed, police_notice_due_at=day(1))
    made.when(seal(day(3), by=MAYOR)).then(wanted)


@pytest.mark.boundary
@pytest.mark.parametrize(
    "when, late",
    [
        (day(1, "12:00"), False),
        (day(1, "12:00") + timedelta(seconds=1), False),
        (day(1, "23:59:59"), False),
        (day(2, "00:00"), True),
        (day(9), True),
    ],
)
def test_the_police_are_told_by_the_end_of_the_next_business_day(
    when: datetime, late: bool
) -> None:
    """Its last second is the last that is in time, at whatever hour the order was sealed."""
    SEALED.when(notify_police(when)).then(Having(e.PoliceNotified, late=late))


@pytest.mark.boundary
@pytest.mark.parametrize(
    "sealed_at, due",
    [
        (day(3, "23:59:59"), day(4, "23:59:59")),
        (day(4, "00:00"), day(7, "23:59:59")),
        (day(5), day(7, "23:59:59")),
        (at("2025-04-17 10:00"), at("2025-04-22 23:59:59")),
    ],
)
def test_a_weekend_and_a_bank_holiday_are_no_days_to_tell_the_police(
    sealed_at: datetime, due: datetime
) -> None:
    """Sealed on a Thursday it is due on Friday, on a Friday on Monday, before Easter after it."""
    done = GRANTED.when(seal(sealed_at)).then(Having(e.OrderSealed, police_notice_due_at=due))

    now = Given(done.order, done.regime, sealed_at)
    now.when(notify_police(due)).then(Having(e.PoliceNotified, late=False))
    late = notify_police(due + timedelta(seconds=1))
    now.when(late).then(Having(e.PoliceNotified, late=True))


def test_without_a_seal_no_clock_runs() -> None:
    """And the notice of a service has no known limit."""
    served = given(request(), grant(), seal(), serve(day(1)))

    GRANTED.when(notify_police(day(9))).then(Having(e.PoliceNotified, late=False))
    notice = notify_police(day(9), of=NotifiedFact.SERVED, person=MOTHER)
    served.when(notice).then(Having(e.PoliceNotified, late=False))


@pytest.mark.boundary
@pytest.mark.parametrize(
    "what, of",
    [("extension", NotifiedFact.EXTENDED), ("discharge", NotifiedFact.DISCHARGED)],
)
def test_an_extension_and_a_discharge_are_sealed_and_told_too(what: str, of: NotifiedFact) -> None:
    """Each has a clock of its own, from its own seal; neither before it was decided."""
    bounded = grant(duration=until(day(60)))
    changed = given(request(), bounded, seal(), extend(day(4), until(day(90))), discharge(day(5)))
    sealed = seal(day(6)).model_copy(update={"what": what})
    due = day(7, "23:59:59")

    done = changed.when(sealed).then(Having(e.OrderSealed, police_notice_due_at=due))
    now = Given(done.order, done.regime, day(6))
    now.when(sealed).then_refused("already_on_record")
    now.when(notify_police(due, of=of)).then(Having(e.PoliceNotified, late=False))
    late = notify_police(due + timedelta(seconds=1), of=of)
    now.when(late).then(Having(e.PoliceNotified, late=True))
    GRANTED.when(notify_police(day(7), of=of)).then_refused("no_such_event")
    GRANTED.when(sealed).then_refused("no_such_event")


@pytest.mark.boundary
def test_nothing_is_sealed_or_told_before_it_is_decided() -> None:
    """The moment of the decision will do; a second earlier there was nothing to tell."""
    bounded = grant(duration=until(day(60)))
    changed = given(
        request(), bounded, extend(day(4), until(day(90))), serve(day(4)), discharge(day(5))
    )
    second = timedelta(seconds=1)
    served = {"of": NotifiedFact.SERVED, "person": MOTHER}

    for moment, told in (
        (day(4), {"of": NotifiedFact.EXTENDED}),
        (day(5), {"of": NotifiedFact.DISCHARGED}),
        (day(4), served),
    ):
        changed.when(notify_police(moment, OFFICER, **told)).then(e.PoliceNotified)
        early = notify_police(moment - second, OFFICER, **told)
        refused = "no_such_binding" if told is served else "no_such_event"
        changed.when(early).then_refused(refused)


def test_the_police_are_not_told_of_a_variation_that_never_was() -> None:
    """A constable would act on it."""
    GRANTED.when(notify_police(day(1), of=NotifiedFact.VARIED)).then_refused("no_such_event")


def test_the_clock_of_one_version_is_not_that_of_another() -> None:
    """A new version has a seal and a term of its own."""
    varied = given(request(), grant(), seal(), vary(day(5), CONTACT), seal(day(5), version=2))

    notice = notify_police(day(5, "11:00"), of=NotifiedFact.VARIED, version=2)
    varied.when(notice).then(Having(e.PoliceNotified, late=False))


@pytest.mark.parametrize("by", [OFFICER, COURT, BAILIFF, THE_DAUGHTER])
def test_the_court_the_bailiff_and_the_applicant_tell_the_police(by: Actor) -> None:
    """A respondent does not."""
    GRANTED.when(notify_police(day(1), by=by)).then(e.PoliceNotified)
    GRANTED.when(notify_police(day(1), by=THE_MOTHER)).then_refused("not_competent")


def test_the_police_are_told_what_the_regime_names() -> None:
    """A notice that the regime does not name is none of its duties."""
    fewer = law_with(FMPO, police_notification__facts=(NotifiedFact.MADE,))
    extended = notify_police(day(8), of=NotifiedFact.EXTENDED)
    source = law(FMPO).police_notification.facts.source

    made = given(request(), grant(), regime=fewer)
    made.when(extended).then_refused("no_such_duty", law=source)
    dutch = given(ban(), impose(), regime=HUISVERBOD)
    told = notify_police(day(8), by=MAYOR)
    dutch.when(told).then_not_decided("police_notification.facts")


def test_notice_of_a_service_is_of_a_service_on_record() -> None:
    """It names the person and the version; being told is another fact than being served."""
    told = given(request(), grant(), inform(day(1)))

    for of, name, code in (
        (NotifiedFact.INFORMED, None, "no_such_person"),
        (NotifiedFact.INFORMED, UNCLE, "no_such_binding"),
        (NotifiedFact.SERVED, MOTHER, "no_such_binding"),
    ):
        told.when(notify_police(day(2), of=of, person=name)).then_refused(code)
    notice = notify_police(day(2), of=NotifiedFact.INFORMED, person=MOTHER)
    told.when(notice).then(e.PoliceNotified)
    GRANTED.when(notify_police(day(1), version=2)).then_refused("no_such_version")


def test_notice_of_a_service_found_false_is_refused() -> None:
    """An invalid binding is none to tell of."""
    false = given(request(), grant(), serve(day(1)), invalidate(day(2)))

    notice = notify_police(day(3), of=NotifiedFact.SERVED, person=MOTHER)
    false.when(notice).then_refused("no_such_binding")
