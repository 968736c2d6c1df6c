"""A whole life of an order, with almost every event that an order can have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.law import (
    AgeBand,
    Capacity,
    Criterion,
    Harm,
    InformMethod,
    NotifiedFact,
    PeriodValue,
    Role,
    ServiceMethod,
    SupportKind,
    TermKind,
    TermSubject,
)
from orderflow.order import Actor, Code, Person, Place, Term
from orderflow.order import commands as c
from orderflow.order.values import (
    CivilOutcome,
    Decision,
    DocumentKind,
    For,
    ProsecutionOutcome,
    Until,
    Wishes,
)
from tests.contracts.cases import COURT, OFFICER, POLICE, SERVER, after

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

AUNT = Actor(role=Role.RELATIVE, person="aunt")
CLOCK = Actor(role=Role.CLOCK)
PROSECUTOR = Actor(role=Role.PROSECUTOR, office="cps-1")
ANA = Actor(role=Role.PROTECTED_PERSON, person="ana")

NO_CONTACT = Term(
    id="t1",
    kind=TermKind.PROHIBITION,
    subject=TermSubject.NO_CONTACT,
    binds=("rob", "uncle"),
    binds_others=True,
    abroad=True,
)
PASSPORT = Term(
    id="t2",
    kind=TermKind.REQUIREMENT,
    subject=TermSubject.PASSPORT_SURRENDER,
    binds=("rob",),
    review_at=after(24 * 90),
)


def asked_with_permission(o: UUID) -> Iterable[c.Command]:
    """A relative asks, with the court's permission, for two protected persons."""
    yield c.RequestOrder(
        occurred_at=after(0),
        actor=AUNT,
        order_id=o,
        regime="uk-ew-fmpo",
        harms=(Harm.FORCED_MARRIAGE,),
        protected_persons=(Person(id="ana", age=AgeBand.FROM_16_TO_17), Person(id="mia")),
        respondents=(Person(id="rob"), Person(id="uncle"), Person(id="man-in-van", described=True)),
        other_persons=(Person(id="cousin"),),
        case_reference="fam/2025/17",
        without_notice=True,
    )
    criteria = (Criterion.CONNECTION, Criterion.KNOWLEDGE, Criterion.WISHES_AND_FEELINGS)
    yield c.RequestPermission(occurred_at=after(1), actor=AUNT, order_id=o, addressed=criteria)
    yield c.DecidePermission(occurred_at=after(2), actor=COURT, order_id=o, granted=True)
    yield c.ServeApplication(
        occurred_at=after(3), actor=SERVER, order_id=o, person="rob", hearing_at=after(40)
    )
    yield c.ListHearing(occurred_at=after(4), actor=OFFICER, order_id=o, hearing_at=after(40))
    yield c.RecordWishes(
        occurred_at=after(4), actor=COURT, order_id=o, person="ana", wishes=Wishes.SUPPORTS
    )
    shelter = next(iter(SupportKind))
    yield c.ArrangeSupport(
        occurred_at=after(5), actor=AUNT, order_id=o, person="ana", support=shelter
    )
    yield c.WithholdContactDetails(occurred_at=after(5), actor=AUNT, order_id=o, person="ana")


def made_and_brought_home(o: UUID) -> Iterable[c.Command]:
    """The order is made without notice, sealed, served, told and confirmed."""
    yield c.GrantOrder(
        occurred_at=after(6),
        actor=COURT,
        order_id=o,
        terms=(NO_CONTACT, PASSPORT),
        duration=Until(at=after(24 * 60)),
        without_notice=True,
        return_hearing_at=after(24 * 7),
    )
    yield c.SealOrder(occurred_at=after(8), actor=OFFICER, order_id=o, version=1)
    yield c.NotifyPolice(
        occurred_at=after(9), actor=OFFICER, order_id=o, of=NotifiedFact.MADE, version=1
    )
    yield c.AttemptService(
        occurred_at=after(10), actor=SERVER, order_id=o, person="rob", version=1, evading=True
    )
    yield c.AuthoriseService(
        occurred_at=after(11), actor=COURT, order_id=o, person="rob", how="substituted"
    )
    yield c.ServeOrder(
        occurred_at=after(12),
        actor=SERVER,
        order_id=o,
        person="rob",
        version=1,
        method=ServiceMethod.PERSONAL,
        certificate_at=after(13),
    )
    for person in ("uncle", "cousin"):
        yield c.InformPerson(
            occurred_at=after(14),
            actor=POLICE,
            order_id=o,
            person=person,
            version=1,
            method=InformMethod.TELEPHONE,
            terms_told=True,
        )
    yield c.InvalidateBinding(
        occurred_at=after(15), actor=COURT, order_id=o, binding=3, ground="wrong_person"
    )
    yield c.AuthoriseService(
        occurred_at=after(16), actor=COURT, order_id=o, person="cousin", how="dispensed"
    )
    yield c.IdentifyPerson(
        occurred_at=after(17), actor=POLICE, order_id=o, described="man-in-van", person="driver"
    )
    yield c.LinkPersons(
        occurred_at=after(18), actor=POLICE, order_id=o, person="uncle", same_as="oom"
    )
    yield c.UnlinkPersons(
        occurred_at=after(19), actor=POLICE, order_id=o, person="uncle", same_as="oom"
    )
    yield c.HoldReturnHearing(
        occurred_at=after(24 * 7), actor=COURT, order_id=o, outcome="confirmed"
    )


def breached(o: UUID) -> Iterable[c.Command]:
    """Three incidents: one prosecuted, one taken to the civil court, one put aside."""

    def report(incident: str, term: str, hours: float) -> c.Command:
        return c.ReportIncident(
            occurred_at=after(hours),
            actor=POLICE,
            order_id=o,
            incident=incident,
            person="rob",
            term=term,
            conduct_at=after(hours - 1),
            place=Place.HOME_COUNTRY,
            other_offences=("assault",),
        )

    yield report("i1", "t1", 200)
    yield c.ReassessIncident(occurred_at=after(201), actor=COURT, order_id=o, incident="i1")
    yield c.ReferIncident(occurred_at=after(202), actor=POLICE, order_id=o, incident="i1")
    yield c.ConcludeProsecution(
        occurred_at=after(230),
        actor=PROSECUTOR,
        order_id=o,
        incident="i1",
        outcome=ProsecutionOutcome.CONVICTED,
    )
    yield report("i2", "t2", 240)
    yield c.PursueCivilEnforcement(
        occurred_at=after(241),
        actor=AUNT,
        order_id=o,
        incident="i2",
        weighed=(Code.REASONABLE_EXCUSE_REVIEW,),
    )
    yield c.ConcludeCivilEnforcement(
        occurred_at=after(260),
        actor=COURT,
        order_id=o,
        incident="i2",
        outcome=CivilOutcome.PROVED_WITHOUT_PENALTY,
    )
    yield report("i3", "t1", 270)
    yield c.WithdrawComplaint(occurred_at=after(271), actor=ANA, order_id=o, incident="i3")
    yield c.DismissIncident(
        occurred_at=after(272), actor=POLICE, order_id=o, incident="i3", ground="no_evidence"
    )


def changed_and_ended(o: UUID) -> Iterable[c.Command]:
    """Varied, extended, appealed, discharged, restored, and run out."""
    yield c.VaryOrder(
        occurred_at=after(280),
        actor=COURT,
        order_id=o,
        terms=(NO_CONTACT,),
        asked_by=Capacity.APPLICANT,
        duration=For(period=PeriodValue("P3M")),
    )
    yield c.ExtendOrder(
        occurred_at=after(281), actor=COURT, order_id=o, duration=Until(at=after(24 * 150))
    )
    yield c.RefuseChange(
        occurred_at=after(282),
        actor=COURT,
        order_id=o,
        change="discharge",
        asked_by=Capacity.RESPONDENT,
    )
    yield c.FlagConflict(
        occurred_at=after(283), actor=COURT, order_id=o, other_order="fam/2024/3", terms=("t1",)
    )
    passport = DocumentKind.PASSPORT
    for hours, command in ((284, c.SurrenderDocument), (285, c.ReturnDocument)):
        yield command(
            occurred_at=after(hours), actor=POLICE, order_id=o, person="rob", document=passport
        )
    yield c.TransferCase(occurred_at=after(286), actor=COURT, order_id=o, to_office="court-2")
    yield c.CorrectRecord(
        occurred_at=after(287), actor=OFFICER, order_id=o, event_version=9, ground="clerical_error"
    )
    yield c.ReleaseProtectedPerson(occurred_at=after(288), actor=COURT, order_id=o, person="mia")
    yield c.DischargeOrder(
        occurred_at=after(300), actor=COURT, order_id=o, asked_by=Capacity.PROTECTED_PERSON
    )
    yield c.LodgeAppeal(occurred_at=after(310), actor=AUNT, order_id=o, against=Decision.DISCHARGE)
    yield c.DetermineAppeal(
        occurred_at=after(320),
        actor=COURT,
        order_id=o,
        appeal=1,
        outcome="allowed",
        effect="restored",
    )
    yield c.RecordExpiry(occurred_at=after(24 * 150), actor=CLOCK, order_id=o)
