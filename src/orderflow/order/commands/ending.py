"""Commands that end an order or bring it back."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from orderflow.law.vocabulary import Capacity
from orderflow.order.commands.base import OrderCommand
from orderflow.order.values import Decision, Duration, PersonId, Reference

AppealNumber = Annotated[int, Field(ge=1)]


class DischargeOrder(OrderCommand):
    """End an order in force.

    Attributes:
        asked_by: As what the person who asked for it stands towards the order.
    """

    asked_by: Capacity


class ReleaseProtectedPerson(OrderCommand):
    """End the protection of one of several protected persons."""

    person: PersonId


class SetAsideOrder(OrderCommand):
    """Set the order aside as one that ought not to have been made."""


class RecordExpiry(OrderCommand):
    """Record that the order has reached its end; it had ended by itself."""


class SupersedeOrder(OrderCommand):
    """End an order because another takes its place."""

    by_order: Reference


class RecordDeath(OrderCommand):
    """Record that a protected person died (EC45)."""

    person: PersonId


class LodgeAppeal(OrderCommand):
    """Appeal against a decision."""

    against: Decision


class DetermineAppeal(OrderCommand):
    """Decide an appeal.

    Attributes:
        appeal: Number of the appeal, as `AppealLodged` gives it.
        outcome: Whether it is allowed.
        effect: What follows: the order is restored, set aside, or stays as it is.
        duration: Duration of a restored order; None keeps the end it had.
    """

    appeal: AppealNumber
    outcome: Literal["allowed", "dismissed"]
    effect: Literal["none", "restored", "set_aside"] = "none"
    duration: Duration | None = None
