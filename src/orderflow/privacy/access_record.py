"""What is kept of a read: who saw which order, as what, why, when, and whether they might.

Only the value is made here, and nothing is written. A denial keeps its true reason, which the
reader never learns; so a record of reads is for auditors, and is as secret as the orders are.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Self
from uuid import UUID

from orderflow.law.vocabulary import Role
from orderflow.order.values import Instant, PersonId, Reference, Value
from orderflow.privacy.access import AccessDecision, What
from orderflow.privacy.access_sentences import AccessCode
from orderflow.privacy.audience import Audience

if TYPE_CHECKING:
    from datetime import datetime

    from orderflow.privacy.reader import Reader


class AccessRecord(Value):
    """One read, or one attempt at one.

    Attributes:
        at: When.
        user: Reference of the account that read.
        role: The role in which they said they acted, if any.
        office: The office that they said they acted for, if any.
        on_behalf_of: The client for whom they read, if any.
        purpose: What they read for.
        order_id: The order they asked for, whether there is one or not.
        what: What they asked to see.
        allowed: Whether they were shown it.
        code: Why, or why not; never to be told to the reader.
        audiences: As what they were shown it.
    """

    at: Instant
    user: Reference
    role: Role | None = None
    office: Reference | None = None
    on_behalf_of: PersonId | None = None
    purpose: Reference
    order_id: UUID
    what: What
    allowed: bool
    code: AccessCode
    audiences: tuple[Audience, ...] = ()

    @classmethod
    def of(
        cls, reader: Reader, order_id: UUID, decision: AccessDecision, *, at: datetime, what: What
    ) -> Self:
        """Return the record of one read.

        Args:
            reader: Who asked.
            order_id: The order they asked for.
            decision: What was decided, with its true reason.
            at: When; with a time zone.
            what: What they asked to see.
        """
        return cls(
            at=at,
            user=reader.user,
            role=reader.role,
            office=reader.office,
            on_behalf_of=reader.on_behalf_of,
            purpose=reader.purpose,
            order_id=order_id,
            what=what,
            allowed=decision.allowed,
            code=decision.code,
            audiences=decision.audiences,
        )

    def line(self) -> bytes:
        """Return the record in its one written form: JSON in UTF-8, keys sorted, no line end.

        The same record gives the same bytes on every machine, so that a log of reads can be hashed.
        """
        fields = self.model_dump(mode="json")
        return json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()
