"""What is due: the terms that run or were exceeded, of the orders that the caller reads.

Where it is, and in which order, is read from the view; how it stands is asked of the record itself,
as the worker does it. So a row of the view shows nothing that the record does not say.
"""

from __future__ import annotations

import base64
import struct
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from orderflow.api.accesses.entry import Access
from orderflow.api.exchange import document
from orderflow.api.problems import Kind, Problem
from orderflow.api.seeing import held_look, reads_assessments
from orderflow.api.shapes import Due, DueList, DueQuery
from orderflow.audit.deadline import DeadlineStatus
from orderflow.audit.log import Laws
from orderflow.audit.terms import terms_of
from orderflow.privacy import What
from orderflow.views import DueWanted
from orderflow.views.due import EXPIRY, term_of
from orderflow.views.reading import DuePlace

if TYPE_CHECKING:
    from orderflow.api.exchange import Answer, Asked
    from orderflow.api.service import Service
    from orderflow.audit.deadline import Deadline
    from orderflow.privacy import AccessDecision
    from orderflow.views.rows import DueRow

_DUE: Final = frozenset({DeadlineStatus.RUNNING, DeadlineStatus.EXCEEDED})
_PLACE: Final = struct.Struct(">q16sI")
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MOMENT: Final = timedelta(microseconds=1)


def list_due(service: Service, asked: Asked) -> Answer:
    """Answer with a page of what is due, the earliest first.

    What an order's own end is due at is in it until then, as `expiry`: until then somebody may
    extend it.
    """
    query: DueQuery = asked.parameters(DueQuery)
    views = service.views.caught_up()
    service.index.catch_up()
    at = (query.at or service.orders.now()).astimezone(UTC)
    limit = min(query.limit, service.settings.limits.page)
    reading = _Reading(service, asked, at)
    wanted = DueWanted(by=query.by, status=None, kind=query.kind, counted_at=at)
    due: list[Due] = []
    looks: dict[UUID, Access] = {}
    behind = last = None
    for place, row in views.each_due(wanted, after=reading.opened(query.cursor)):
        decision = reading.decision(row.order_id)
        status = None if decision is None else reading.status(row)
        if status is None or query.status not in {None, status}:
            continue
        if last is not None and len(due) == limit:
            behind = _cursor_of(last)
            break
        due.append(_shown(row, status))
        last = place
        looks[row.order_id] = Access(row.order_id, decision)
    return document(DueList(at=at, due=tuple(due), next=behind), Access(), *looks.values())


class _Reading:
    """What one caller reads of what is due, at one moment."""

    def __init__(self, service: Service, asked: Asked, at: datetime) -> None:
        self._service = service
        self._asked = asked
        self._at = at
        self._laws = Laws(None)
        self._decisions: dict[UUID, AccessDecision | None] = {}
        self._terms: dict[UUID, tuple[Deadline, ...]] = {}

    def decision(self, order_id: UUID) -> AccessDecision | None:
        """Return why the caller may read what is due of an order; None if they may not."""
        if order_id not in self._decisions:
            held = self._service.index.get(order_id)
            found = held_look(self._asked.caller, held).decision(What.RECORD) if held else None
            reads = found is not None and found.allowed and reads_assessments(found)
            self._decisions[order_id] = found if reads else None
        return self._decisions[order_id]

    def status(self, row: DueRow) -> DeadlineStatus | None:
        """Return how something stands by the record; None where it is not due."""
        if row.kind == EXPIRY:
            running = row.due_at is not None and self._at < row.due_at
            return DeadlineStatus.RUNNING if running else None
        same = (row.kind, row.event, row.term, row.due_at)
        for one in self._counted(row.order_id):
            if (one.kind, one.event, term_of(one), one.due_at) == same and one.status in _DUE:
                return one.status
        return None

    def _counted(self, order_id: UUID) -> tuple[Deadline, ...]:
        held = self._service.index.get(order_id)
        if order_id not in self._terms and held is not None:
            self._terms[order_id] = terms_of(order_id, held.history, self._at, self._laws)
        return self._terms.get(order_id, ())

    def opened(self, cursor: str | None) -> DuePlace | None:
        """Return the place that a page begins behind.

        Raises:
            Problem: `cursor_not_valid`: it names no order whose terms the caller may read.
        """
        if cursor is None:
            return None
        try:
            since, order_id, number = _PLACE.unpack(base64.urlsafe_b64decode(cursor + "=="))
            place = DuePlace(_EPOCH + since * _MOMENT, UUID(bytes=order_id), number)
        except (OverflowError, ValueError, struct.error):
            raise Problem(Kind.CURSOR_NOT_VALID) from None
        if self.decision(place.order_id) is None:
            raise Problem(Kind.CURSOR_NOT_VALID)
        return place


def _cursor_of(place: DuePlace) -> str:
    """Return the cursor of the page behind a row that the caller sees."""
    since = (place.due_at - _EPOCH) // _MOMENT
    packed = _PLACE.pack(since, place.order_id.bytes, place.number)
    return base64.urlsafe_b64encode(packed).rstrip(b"=").decode()


def _shown(row: DueRow, status: DeadlineStatus) -> Due:
    return Due.model_validate(
        {
            "order_id": row.order_id,
            "kind": row.kind,
            "about": row.about,
            "status": status,
            "due_at": row.due_at,
            "inclusive": row.inclusive,
            "law": row.law,
        }
    )
