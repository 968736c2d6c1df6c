"""An order with the event that says that a term was not kept; its golden log stands by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.law import Role
from orderflow.order import Actor
from orderflow.order import commands as c
from orderflow.order.values import DeadlineKind
from tests.contracts.cases import OFFICER, after, grant, request

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from tests.golden.cases import Case


def not_told(o: UUID) -> Iterable[c.Command]:
    """The police are not told in time, and the court does not look at a term again."""
    yield from (request(o), grant(o))
    yield c.SealOrder(occurred_at=after(4), actor=OFFICER, order_id=o, version=1)
    for hours, kind, event, term in (
        (33, DeadlineKind.POLICE_NOTICE, 4, None),
        (50, DeadlineKind.TERM_REVIEW, 2, "t1"),
    ):
        yield c.RecordTermExceeded(
            occurred_at=after(hours),
            actor=Actor(role=Role.CLOCK),
            order_id=o,
            kind=kind,
            event_version=event,
            term=term,
            due_at=after(hours),
            law=("gb-eaw/pd-11a/para-1",),
        )


TERM_CASES: tuple[Case, ...] = ((not_told,),)
