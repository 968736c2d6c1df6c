"""What is due: the terms that run or were exceeded, of the orders that the caller reads."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Final

from orderflow.api.accesses.entry import Access
from orderflow.api.exchange import document
from orderflow.api.routes.listing import cursor_of, opened_cursor
from orderflow.api.seeing import held_look, reads_assessments
from orderflow.api.shapes import Due, DueList, DueQuery
from orderflow.audit.deadline import DeadlineStatus
from orderflow.audit.log import Laws
from orderflow.audit.terms import terms_of
from orderflow.privacy import What

if TYPE_CHECKING:
    from orderflow.api.exchange import Answer, Asked
    from orderflow.api.service import Service

_DUE: Final = frozenset({DeadlineStatus.RUNNING, DeadlineStatus.EXCEEDED})


def list_due(service: Service, asked: Asked) -> Answer:
    """Answer with a page of what is due, order by order."""
    query: DueQuery = asked.parameters(DueQuery)
    service.index.catch_up()
    at = (query.at or service.orders.now()).astimezone(UTC)
    limit = min(query.limit, service.settings.limits.page)
    after = opened_cursor(service, asked, query.cursor)
    due: list[Due] = []
    looks = [Access()]
    behind = last = None
    for order_id in service.index.after(after):
        held = service.index.get(order_id)
        decision = held_look(asked.caller, held).decision(What.RECORD) if held else None
        if held is None or decision is None or not reads_assessments(decision):
            continue
        found = [
            Due(
                order_id=order_id,
                kind=one.kind,
                about=one.about,
                status=one.status,
                due_at=one.due_at,
                law=one.counting.law,
            )
            for one in terms_of(order_id, held.history, at, Laws(None))
            if one.status in _DUE
        ]
        if not found:
            continue
        if last is not None and len(due) + len(found) > limit:
            behind = cursor_of(last)
            break
        due += found
        last = order_id
        looks.append(Access(order_id, decision))
    return document(DueList(at=at, due=tuple(due), next=behind), *looks)
