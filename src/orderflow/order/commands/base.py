"""What every command carries."""

from __future__ import annotations

from uuid import UUID

from orderflow.order.values import Actor, Instant, Value


class Command(Value):
    """Somebody's act, as they put it; nothing is recorded before `decide` accepts it.

    Attributes:
        occurred_at: When it happened in the world, which may be long before it is recorded.
        actor: Who acted, in which role.
    """

    occurred_at: Instant
    actor: Actor


class OrderCommand(Command):
    """A command on an order that is on record.

    Attributes:
        order_id: The order.
    """

    order_id: UUID
