"""What else is on record: each fact in a sentence, in both languages, in the order of time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import StringIO
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from orderflow.cli.page import Page
from orderflow.cli.show_incident import print_incident
from orderflow.law.vocabulary import NotifiedFact, SetAsideEffect, SupportKind
from orderflow.order import ProtectionOrder
from orderflow.order.assessment import RouteStatus
from orderflow.order.records import (
    Appeal,
    Binding,
    HeldDocument,
    PoliceNotice,
    Seal,
    SetAsideMark,
    Support,
    Undertaking,
    WishesOf,
)
from orderflow.order.values import (
    BindingMethod,
    CivilOutcome,
    Decision,
    DocumentKind,
    Place,
    ProsecutionOutcome,
    Wishes,
)
from orderflow.showing.facts import facts
from orderflow.showing.shapes import IncidentShown, RouteShown
from orderflow.telling.tongue import Tongue

ZONE = ZoneInfo("Europe/London")
START = datetime(2025, 3, 3, 12, tzinfo=UTC)


def day(number: int) -> datetime:
    """Return a moment so many days after the start."""
    return START + timedelta(days=number)


ORDER = ProtectionOrder(
    id=UUID(int=1),
    undertaking=Undertaking(day(1), ("father",), (), None),
    hearings=(day(2),),
    return_hearing=(day(3), True),
    appeals=(
        Appeal(1, day(4), Decision.GRANT, suspends=False),
        Appeal(2, day(5), Decision.EXTENSION, suspends=False, outcome="dismissed"),
    ),
    conflicts=(("other-order", "t1"),),
    certified_at=day(6),
    set_aside=SetAsideMark(day(7), SetAsideEffect.EX_NUNC),
    seals=(Seal(1, "order", day(8), day(9)), Seal(2, "discharge", day(10), None)),
    police_notices=(PoliceNotice(NotifiedFact.MADE, 1, None, day(11), late=True),),
    failed_services=(("father", day(12)),),
    bindings=(
        Binding(1, "father", 1, day(13), BindingMethod.INFORMED, None, invalidated=True),
        Binding(2, "father", 1, day(13), BindingMethod.INFORMED, None),
    ),
    documents=(HeldDocument("father", DocumentKind.PASSPORT, day(14)),),
    support=(Support("daughter", SupportKind.SHELTER, day(15)),),
    wishes=(WishesOf("daughter", Wishes.SUPPORTS, day(16)),),
    withheld_contacts=frozenset({"daughter"}),
    corrected=(3,),
)


def test_every_fact_is_told_in_the_order_of_time() -> None:
    """Facts stand in the order in which they happened, those without a moment last."""
    told = facts(ORDER, ZONE)
    moments = [fact.at for fact in told if fact.at]

    assert moments == sorted(moments)
    assert [fact.at for fact in told[len(moments) :]] == [None] * (len(told) - len(moments))
    assert len(told) == 19


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "Instead of an order, father gave the court an undertaking; its breach is contempt of"
            " court, never the criminal route."
        ),
        "Return hearing, held.",
        "Appeal 1 against the making of the order, pending.",
        "Appeal 2 against the extension: dismissed.",
        "Order other-order conflicts with term t1; the court must say which prevails.",
        "Certified for other states.",
        "Set aside, from then on only.",
        "Sealed: the order, version 1; the police must be told by 12 March 2025, 12:00.",
        "Sealed: the discharge, version 2.",
        "Police told: version 1 made, late.",
        "Service on father failed.",
        "Binding 1: father, version 1, informed; later found bad, and counts for nothing.",
        "Binding 2: father, version 1, informed.",
        "father handed in: passport.",
        "Support for daughter: shelter.",
        "daughter: supports the order.",
        "Contact details of daughter are kept from the respondents.",
        "Event 3 is marked as wrong; it stays on record.",
    ],
)
def test_a_fact_is_told_plainly(sentence: str) -> None:
    """Each kind of fact has its sentence, and a Dutch one beside it."""
    told = {fact.sentence: fact.sentence_nl for fact in facts(ORDER, ZONE)}

    assert sentence in told
    assert told[sentence] != sentence


@pytest.mark.parametrize(
    "hearing, said",
    [
        ((None, False), "Return hearing: not fixed yet."),
        ((START, False), "Return hearing, listed."),
    ],
)
def test_a_return_hearing_to_come_is_told(hearing: tuple[datetime | None, bool], said: str) -> None:
    """A hearing that was not held yet is told as listed, or as not fixed."""
    (told,) = facts(ProtectionOrder(id=UUID(int=1), return_hearing=hearing), ZONE)

    assert told.sentence == said


def test_what_became_of_an_incident_is_told() -> None:
    """Referral, civil pursuit, outcomes and withdrawal all stand with the incident."""
    closed = RouteShown(status=RouteStatus.CLOSED, reasons=(), max_sanction=None, may_act=())
    incident = IncidentShown(
        id="i1",
        person="father",
        term="t1",
        conduct_at=day(1),
        place=Place.ABROAD,
        reported_at=day(2),
        criminal=closed,
        civil=closed,
        referred_at=(day(3),),
        prosecution=ProsecutionOutcome.ACQUITTED,
        pursued_at=(day(4),),
        civil_outcome=CivilOutcome.NOT_PROVED,
        dismissed_at=day(5),
        complaint_withdrawn=True,
        other_offences=("fgm", "assault"),
        same_conduct_as=("other-order/i2",),
    )
    stream = StringIO()

    print_incident(Page(stream), incident, Tongue(), ZONE)

    for said in (
        "referred to the prosecutor 6 March 2025",
        "taken to the civil court 7 March 2025",
        "prosecution: acquitted",
        "civil court: not proved",
        "put aside 8 March 2025",
        "complaint withdrawn",
        "may besides be: female genital mutilation and assault",
        "same conduct as: other-order/i2",
    ):
        assert said in stream.getvalue()
