"""One entry of the access log: the record of a read, and by which request it came."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from orderflow.privacy import AccessDecision, AccessRecord, What

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from orderflow.api.callers import Caller

TOPIC: Final = "orderflow/OrderAccessed/1"
"""Stable name of the form below, as the ledger hashes it."""


class Access(NamedTuple):
    """One look at the record.

    Attributes:
        order_id: At which order; None for a question over many, of which each order that it
            showed has an entry of its own.
        decision: Whether they might see it, with the true reason; None for such a question.
        what: What they asked to see.
        person: About which person they asked, where the question named one.
    """

    order_id: UUID | None = None
    decision: AccessDecision | None = None
    what: What = What.RECORD
    person: str | None = None


def written(access: Access, *, caller: Caller, operation: str, request: str, at: datetime) -> bytes:
    """Return an entry as it is kept: one JSON object, names in alphabetical order.

    Args:
        access: What was looked at.
        caller: Who looked.
        operation: By which route.
        request: Id of the request.
        at: When, with a time zone.
    """
    reader = caller.reader
    if access.order_id is not None and access.decision is not None:
        record = AccessRecord.of(
            reader, access.order_id, access.decision, at=at, what=access.what
        ).model_dump(mode="json")
    else:
        record = {
            "at": at.isoformat(),
            **reader.model_dump(mode="json", include={"user", "role", "office", "purpose"}),
            "what": access.what.value,
        }
    came_by = {
        "issuer": caller.issuer,
        "subject": caller.subject,
        "operation": operation,
        "request": request,
        "person": access.person,
    }
    entry = {**record, **came_by}
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def resumed(at: datetime) -> bytes:
    """Return the entry that is written first when the log could not be written for a while."""
    entry = {"at": at.isoformat(), "operation": "access_log_resumed"}
    return json.dumps(entry, separators=(",", ":"), sort_keys=True).encode()
