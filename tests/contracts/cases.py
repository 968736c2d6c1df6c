"""A small case in commands, for tests that care about the log and not about the law."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from orderflow.law.vocabulary import (
    AgeBand,
    Harm,
    NotifiedFact,
    Role,
    ServiceMethod,
    TermKind,
    TermSubject,
)
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.values import Actor, OpenEnded, Person, Term
from orderflow.store import LogEntry
from orderflow.store.envelope import envelope_of

if TYPE_CHECKING:
    from collections.abc import Iterator

START = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
"""When every case begins."""

COUNCIL = Actor(role=Role.LOCAL_AUTHORITY, office="council-1")
COURT = Actor(role=Role.COURT, office="court-1")
OFFICER = Actor(role=Role.COURT_OFFICER, office="court-1")
SERVER = Actor(role=Role.PROCESS_SERVER, office="server-1")
POLICE = Actor(role=Role.POLICE, office="police-1")

NO_CONTACT = Term(
    id="t1", kind=TermKind.PROHIBITION, subject=TermSubject.NO_CONTACT, binds=("rob",)
)


def after(hours: float) -> datetime:
    """Return a moment of the case."""
    return START + timedelta(hours=hours)


def request(order_id: UUID | None = None, *, regime: str = "uk-ew-fmpo@2014") -> c.RequestOrder:
    """Ask for an order for Ana against Rob and an uncle."""
    return c.RequestOrder(
        occurred_at=START,
        actor=COUNCIL,
        order_id=order_id,
        regime=regime,
        harms=(Harm.FORCED_MARRIAGE,),
        protected_persons=(Person(id="ana", age=AgeBand.FROM_16_TO_17),),
        respondents=(
            Person(id="rob", age=AgeBand.ADULT),
            Person(id="uncle", age=AgeBand.ADULT),
        ),
        case_reference="fam/2025/17",
        without_notice=True,
    )


def grant(order_id: UUID) -> c.GrantOrder:
    """Make the order without notice, open-ended."""
    return c.GrantOrder(
        occurred_at=after(3),
        actor=COURT,
        order_id=order_id,
        terms=(NO_CONTACT,),
        duration=OpenEnded(),
        without_notice=True,
    )


def notify(order_id: UUID, hours: float) -> c.NotifyPolice:
    """Tell the police that the order was made; may be repeated, and changes no state."""
    return c.NotifyPolice(
        occurred_at=after(hours),
        actor=OFFICER,
        order_id=order_id,
        of=NotifiedFact.MADE,
        version=1,
    )


def serve(order_id: UUID, hours: float, person: str = "rob") -> c.ServeOrder:
    """Serve version 1 on a respondent in person."""
    return c.ServeOrder(
        occurred_at=after(hours),
        actor=SERVER,
        order_id=order_id,
        person=person,
        version=1,
        method=ServiceMethod.PERSONAL,
    )


def report(order_id: UUID, hours: float, incident: str = "i1") -> c.ReportIncident:
    """Report contact by Rob two hours before."""
    return c.ReportIncident(
        occurred_at=after(hours),
        actor=POLICE,
        order_id=order_id,
        incident=incident,
        person="rob",
        term="t1",
        conduct_at=after(hours - 2),
    )


def whole_case(order_id: UUID) -> Iterator[c.Command]:
    """Live a case: requested, granted, sealed, served, breached, referred."""
    yield request(order_id)
    yield grant(order_id)
    yield c.SealOrder(occurred_at=after(4), actor=OFFICER, order_id=order_id, version=1)
    yield notify(order_id, 5)
    yield serve(order_id, 24)
    yield report(order_id, 50)
    yield c.ReferIncident(occurred_at=after(52), actor=POLICE, order_id=order_id, incident="i1")


def entry(order_id: UUID, version: int) -> LogEntry:
    """Return an entry as a user of the library might build one."""
    event = e.CaseTransferred(occurred_at=START, to_office="court-2")
    envelope = envelope_of(type(event))(
        event_id=uuid4(),
        recorded_at=START,
        command_id="by-hand",
        actor=COUNCIL,
        event=event,
    )
    return LogEntry(order_id, version, envelope)
