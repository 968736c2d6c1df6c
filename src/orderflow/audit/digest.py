"""State digests: one number for what an order is, and one for a whole log.

Whoever keeps the digests of a log can tell years later whether newer code reads that log as it was
read then, and if not, which part of which order it reads otherwise.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final
from uuid import UUID

from orderflow.audit.canonical import canonical_bytes, canonical_parts
from orderflow.audit.log import events_of, histories
from orderflow.audit.result import Result
from orderflow.order import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from orderflow.audit.log import Log
    from orderflow.order import ProtectionOrder

_ORDER: Final = b"orderflow/state/1\n"
_LOG: Final = b"orderflow/states/1\n"


class StateDigest(Result):
    """What one order is, as a number.

    Attributes:
        order_id: The order.
        version: Number of events folded.
        digest: SHA-256 of the folded order in canonical form, in hexadecimal.
        parts: The first 16 digits of the SHA-256 of each part that has a value, by its name, so
            that a difference can be told by the part it lies in.
    """

    order_id: UUID
    version: int
    digest: str
    parts: dict[str, str]


class LogDigest:
    """The digest of a whole log: SHA-256 over the digests of its orders, in log order."""

    def __init__(self) -> None:
        """Begin with no orders."""
        self._hash = hashlib.sha256(_LOG)
        self.orders = 0
        self.events = 0

    def add(self, one: StateDigest) -> None:
        """Take the next order."""
        self._hash.update(f"{one.order_id.hex} {one.digest}\n".encode())
        self.orders += 1
        self.events += one.version

    @property
    def digest(self) -> str:
        """The digest of the orders taken so far, in hexadecimal."""
        return self._hash.hexdigest()


def digest_of(order: ProtectionOrder) -> str:
    """Return the SHA-256 of an order in canonical form, in hexadecimal."""
    return hashlib.sha256(_ORDER + canonical_bytes(canonical_parts(order))).hexdigest()


def state_digest(order: ProtectionOrder) -> StateDigest:
    """Return the digest of an order, with those of its parts."""
    parts = canonical_parts(order)
    return StateDigest(
        order_id=order.id,
        version=order.version,
        digest=hashlib.sha256(_ORDER + canonical_bytes(parts)).hexdigest(),
        parts={
            name: hashlib.sha256(canonical_bytes(value)).hexdigest()[:16]
            for name, value in sorted(parts.items())
        },
    )


def digests(
    log: Log, *, order_id: UUID | None = None, known_at: datetime | None = None
) -> Iterator[StateDigest]:
    """Iterate over the digests of all orders in log order, or of one.

    Raises:
        OrderNotFound: The order asked for is not on record, or was not yet known.
        EventLogError: Events cannot be read faithfully.
    """
    for one, history in histories(log, order_id, known_at):
        yield state_digest(fold(one, events_of(history)))
