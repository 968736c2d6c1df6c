"""Orders that between them have every event there is; the golden log is made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from orderflow.law import AgeBand, Harm, PeriodValue, Role, ServiceMethod, TermKind, TermSubject
from orderflow.order import Actor, Person, Term
from orderflow.order import commands as c
from orderflow.order.values import For
from tests.contracts.cases import COUNCIL, COURT, POLICE, after, grant, request
from tests.golden.whole_life import (
    ANA,
    NO_CONTACT,
    asked_with_permission,
    breached,
    changed_and_ended,
    made_and_brought_home,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Case = tuple[Callable[[UUID], Iterable[c.Command]], ...]

BAILIFF = Actor(role=Role.BAILIFF, office="bailiff-1")

NAMES = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")


def order_named(name: str) -> UUID:
    """Return the id of the order of that name."""
    return uuid5(NAMES, name)


def certified(o: UUID) -> Iterable[c.Command]:
    """A ban of a Dutch civil court, certified for other states."""
    yield c.RequestOrder(
        occurred_at=after(0),
        actor=ANA,
        order_id=o,
        regime="nl-kort-geding-verbod@2002",
        harms=(Harm.HARASSMENT,),
        protected_persons=(Person(id="ana", age=AgeBand.ADULT),),
        respondents=(Person(id="rob", age=AgeBand.ADULT),),
        has_lawyer=True,
    )
    term = Term(
        id="t1", kind=TermKind.PROHIBITION, subject=TermSubject.EXCLUSION_ZONE, binds=("rob",)
    )
    yield c.GrantOrder(
        occurred_at=after(24),
        actor=COURT,
        order_id=o,
        terms=(term,),
        duration=For(period=PeriodValue("P1Y")),
    )
    yield c.CertifyForAbroad(occurred_at=after(25), actor=COURT, order_id=o)
    # The year is counted from service, and so its end moves.
    yield c.ServeOrder(
        occurred_at=after(30),
        actor=BAILIFF,
        order_id=o,
        person="rob",
        version=1,
        method=ServiceMethod.BAILIFF,
    )


def permission_refused(o: UUID) -> Iterable[c.Command]:
    """A relative does not get permission."""
    *asked, _, _, _, _, _, _ = asked_with_permission(o)
    yield from asked
    yield c.DecidePermission(occurred_at=after(2), actor=COURT, order_id=o, granted=False)


def promised(o: UUID) -> Iterable[c.Command]:
    """The court accepts a promise instead."""
    yield request(o)
    yield c.AcceptUndertaking(
        occurred_at=after(2),
        actor=COURT,
        order_id=o,
        given_by=("rob",),
        terms=(NO_CONTACT,),
        violence_used_or_threatened=False,
        order_needed=False,
    )


def withdrawn(o: UUID) -> Iterable[c.Command]:
    """The applicant withdraws."""
    yield request(o)
    yield c.WithdrawRequest(occurred_at=after(2), actor=COUNCIL, order_id=o, permitted=True)


def refused(o: UUID) -> Iterable[c.Command]:
    """The court makes no order."""
    yield request(o)
    yield c.RefuseOrder(occurred_at=after(2), actor=COURT, order_id=o)


def set_aside(o: UUID) -> Iterable[c.Command]:
    """The order ought not to have been made."""
    yield from (request(o), grant(o))
    yield c.SetAsideOrder(occurred_at=after(5), actor=COURT, order_id=o)


def superseded(o: UUID) -> Iterable[c.Command]:
    """Another order takes its place."""
    yield from (request(o), grant(o))
    yield c.SupersedeOrder(occurred_at=after(5), actor=COURT, order_id=o, by_order="fam/2025/18")


def outlived(o: UUID) -> Iterable[c.Command]:
    """The order outlives the person it protects."""
    yield from (request(o), grant(o))
    yield c.RecordDeath(occurred_at=after(5), actor=POLICE, order_id=o, person="ana")


CASES: tuple[Case, ...] = (
    (asked_with_permission, made_and_brought_home, breached, changed_and_ended),
    (certified,),
    (permission_refused,),
    (promised,),
    (withdrawn,),
    (refused,),
    (set_aside,),
    (superseded,),
    (outlived,),
)
"""Each is the life of one order, in parts."""
