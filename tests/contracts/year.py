"""A year of orders whose terms run out, for the worker and for whoever follows it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from orderflow.casefile import SimulatedClock
from orderflow.law.periods import PeriodValue
from orderflow.law.vocabulary import AgeBand, Harm, Role, TermKind, TermSubject
from orderflow.order import commands as c
from orderflow.order.values import Actor, For, Person, Term, Until
from orderflow.store import ProtectionOrders
from orderflow.views import Views
from orderflow.worker import Duties, Worker
from tests.contracts.cases import COURT, NO_CONTACT, OFFICER, notify, request

if TYPE_CHECKING:
    from orderflow.worker import Effect

BEGIN = datetime(2025, 3, 3, 12, 0, tzinfo=UTC)
"""When the clock of every year stands still at first: when the orders are made."""

LONDON, AMSTERDAM = ZoneInfo("Europe/London"), ZoneInfo("Europe/Amsterdam")
MAYOR = Actor(role=Role.MAYOR, office="utrecht")

NAMES = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")


class Year:
    """A simulated log with its views, a worker, and the clock that they follow."""

    def __init__(self, address: str, *, grace: timedelta = timedelta(minutes=10)) -> None:
        """Open the log."""
        self.clock = SimulatedClock(BEGIN)
        self.orders = ProtectionOrders.open(address, clock=self.clock, simulated=True)
        self.views = Views(self.orders, clock=self.clock)
        self.grace = grace
        self.duties, self.worker = self.another()

    def another(self) -> tuple[Duties, Worker]:
        """Return another worker on the same log, which knows nothing of the first."""
        duties = Duties(self.orders, self.views, self.clock, grace=self.grace)
        return duties, Worker(self.views, duties, self.clock)

    def close(self) -> None:
        """Close the log and its views."""
        self.views.close()
        self.orders.close()


def order_named(name: str) -> UUID:
    """Return the id of the order of that name."""
    return uuid5(NAMES, name)


def fmpo(year: Year, name: str, until: datetime | None = None, *terms: Term) -> UUID:
    """Make an order against a forced marriage, until a moment, sealed when it is made."""
    order_id = order_named(name)
    year.orders.handle(request(order_id))
    year.orders.handle(
        c.GrantOrder(
            occurred_at=BEGIN,
            actor=COURT,
            order_id=order_id,
            terms=terms or (NO_CONTACT,),
            duration=Until(at=until or BEGIN + timedelta(days=180)),
        )
    )
    year.orders.handle(c.SealOrder(occurred_at=BEGIN, actor=OFFICER, order_id=order_id, version=1))
    return order_id


def told(year: Year, order_id: UUID, hours: float = 3) -> None:
    """Tell the police."""
    year.orders.handle(notify(order_id, hours))


def huisverbod(year: Year, name: str, imposed_at: datetime, days: int = 10) -> UUID:
    """Impose a Dutch exclusion order, when the clock stands at that moment."""
    order_id = order_named(name)
    year.clock.set(imposed_at)
    year.orders.handle(
        c.RequestOrder(
            occurred_at=imposed_at,
            actor=MAYOR,
            order_id=order_id,
            regime="nl-huisverbod@2009",
            harms=(Harm.DOMESTIC_VIOLENCE,),
            protected_persons=(Person(id="ana", age=AgeBand.ADULT),),
            respondents=(Person(id="rob", age=AgeBand.ADULT),),
            own_motion=True,
        )
    )
    year.orders.handle(
        c.GrantOrder(
            occurred_at=imposed_at,
            actor=MAYOR,
            order_id=order_id,
            terms=(
                Term(
                    id="home",
                    kind=TermKind.PROHIBITION,
                    subject=TermSubject.HOME_BAN,
                    binds=("rob",),
                ),
            ),
            duration=For(period=PeriodValue(f"P{days}D")),
        )
    )
    return order_id


def said(effects: list[Effect]) -> list[tuple[UUID, str, datetime]]:
    """Return of each effect whose, what, and when it fell due."""
    return [(one.order_id, one.kind, one.due_at) for one in effects]
