"""A small case with something sealed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from orderflow.law import Capacity
from orderflow.law.vocabulary import DetailKind, ErasureGround, StatementKind
from orderflow.order import commands as c
from orderflow.privacy import Erasure, MemoryKeys, SealedPlace, SQLiteKeys
from tests.contracts.cases import COURT, OFFICER, after, grant, request

if TYPE_CHECKING:
    from orderflow.store import ProtectionOrders

Keys = MemoryKeys | SQLiteKeys

SAFE = "through the school, on Tuesdays"
"""What is confidential about Ana."""
SAID = "my uncle booked the flight"
"""What Ana said."""
NAMED = "Rob of the green door"
"""What is confidential about Rob."""

ORDER = UUID("00000000-0000-4000-8000-0000000000aa")
PLACE = SealedPlace(ORDER, 3, "PersonDetailsRecorded", "value", "ana")
LOG = "real/2026-01-01T00:00:00+00:00"


def detail(
    order_id: UUID,
    person: str = "ana",
    value: str = SAFE,
    kind: DetailKind = DetailKind.SAFE_CONTACT,
) -> c.RecordPersonDetails:
    """Put a detail on record."""
    return c.RecordPersonDetails.model_validate(
        {
            "occurred_at": after(1),
            "actor": OFFICER,
            "order_id": order_id,
            "person": person,
            "kind": kind,
            "value": value,
        }
    )


def statement(order_id: UUID, person: str = "ana", text: str = SAID) -> c.RecordStatement:
    """Put words on record."""
    return c.RecordStatement.model_validate(
        {
            "occurred_at": after(2),
            "actor": OFFICER,
            "order_id": order_id,
            "person": person,
            "kind": StatementKind.ACCOUNT,
            "text": text,
        }
    )


def confide(orders: ProtectionOrders, order_id: UUID | None = None) -> UUID:
    """Ask for an order and put details of Ana and Rob, and words of Ana, on record."""
    made = orders.handle(request(order_id or uuid4())).order_id
    for command in (
        detail(made),
        statement(made),
        detail(made, "rob", NAMED, DetailKind.NAME),
    ):
        orders.handle(command)
    return made


def end(orders: ProtectionOrders, order_id: UUID) -> None:
    """Make the order and discharge it."""
    orders.handle(grant(order_id))
    orders.handle(discharge(order_id))


def discharge(order_id: UUID) -> c.DischargeOrder:
    """End the order."""
    return c.DischargeOrder(
        occurred_at=after(30),
        actor=COURT,
        order_id=order_id,
        asked_by=Capacity.PROTECTED_PERSON,
    )


def erasure(person: str = "ana", ground: ErasureGround = ErasureGround.ORDERED) -> Erasure:
    """Return a decision to erase."""
    return Erasure(id=uuid4(), person=person, ground=ground, decided_at=after(40), actor=OFFICER)
