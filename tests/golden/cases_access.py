"""An order with the events about who may see what; a golden log of its own is made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.law import ServiceMethod
from orderflow.order import commands as c
from orderflow.order.kinds_access import RestrictionKind
from tests.contracts.cases import OFFICER, SERVER, after, grant, request

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from tests.golden.cases import Case


def kept_apart(o: UUID) -> Iterable[c.Command]:
    """Details are withheld, copies are checked, and two restrictions come and one goes."""

    def about(command: type[c.OrderCommand], hours: float, **fields: object) -> c.Command:
        shared = {"occurred_at": after(hours), "actor": OFFICER, "order_id": o}
        return command.model_validate({**shared, **fields})

    yield request(o)
    yield about(c.WithholdContactDetails, 1, person="ana")
    yield about(
        c.RestrictAccess, 1, kind=RestrictionKind.EXCLUDED, users=("user-7",), persons=("ana",)
    )
    yield about(c.RestrictAccess, 1, kind=RestrictionKind.PRIVATE)
    yield about(c.CheckConfidentiality, 2, person="rob", redacted=False)
    yield grant(o)
    yield about(c.CheckConfidentiality, 26, person="rob", version=1, redacted=True)
    yield c.ServeOrder(
        occurred_at=after(27),
        actor=SERVER,
        order_id=o,
        person="rob",
        version=1,
        method=ServiceMethod.PERSONAL,
    )
    yield about(c.LiftRestriction, 28, restriction=1)


ACCESS_CASES: tuple[Case, ...] = ((kept_apart,),)
