"""One entry of the access log."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from orderflow.api.callers import Caller

TOPIC: Final = "orderflow/OrderAccessed/1"
"""Stable name of the form below, as the ledger hashes it."""


class Outcome(StrEnum):
    """What came of a look at the record."""

    SHOWN = "shown"
    DENIED = "denied"
    ABSENT = "absent"
    ASKED = "asked"
    """A question over many orders was put; what it showed stands in entries of its own."""


class Look(NamedTuple):
    """One look at the record.

    Attributes:
        outcome: What came of it.
        order_id: At which order.
        person: About which person was asked, where the question named one.
    """

    outcome: Outcome
    order_id: UUID | None = None
    person: str | None = None


def written(look: Look, *, caller: Caller, operation: str, request: str, at: datetime) -> bytes:
    """Return an entry as it is kept: one JSON object, names in alphabetical order.

    Args:
        look: What was looked at.
        caller: Who looked.
        operation: By which route.
        request: Id of the request.
        at: When, with a time zone.
    """
    reader = caller.reader
    return json.dumps(
        {
            "at": at.isoformat(),
            "issuer": caller.issuer,
            "office": reader.office,
            "on_behalf_of": reader.on_behalf_of,
            "operation": operation,
            "order_id": None if look.order_id is None else str(look.order_id),
            "outcome": look.outcome.value,
            "person": look.person,
            "persons": reader.persons,
            "purpose": reader.purpose,
            "request": request,
            "role": reader.role,
            "subject": caller.subject,
            "user": reader.user,
            "vouched": reader.vouched,
        },
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=True,
    ).encode()
