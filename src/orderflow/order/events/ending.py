"""Events that end an order or bring it back."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime

from orderflow.law.vocabulary import Capacity, SetAsideEffect
from orderflow.order.events.base import Event
from orderflow.order.values import Decision, PersonId, Reference


class OrderDischarged(Event):
    """The order was ended."""

    asked_by: Capacity


class ProtectedPersonReleased(Event):
    """One of several protected persons is no longer protected by this order."""

    person: PersonId


class OrderSetAside(Event):
    """The order was set aside.

    Attributes:
        effect: From when, as the regime has it; unknown where it does not say.
        at_return_hearing: Whether it was done at the return hearing.
    """

    effect: SetAsideEffect
    at_return_hearing: bool = False


class OrderExpired(Event):
    """The order had reached its end at `ended_at`, and this makes it visible."""

    ended_at: AwareDatetime
    cause: Literal["expired", "age_limit"]


class OrderSuperseded(Event):
    """Another order took its place."""

    by_order: Reference


class ProtectedPersonDied(Event):
    """A protected person died; the order ends with the last of them."""

    person: PersonId


class AppealLodged(Event):
    """A decision was appealed.

    Attributes:
        appeal: Number of the appeal within the order, from 1.
        suspends: Whether the order is suspended while it is pending.
    """

    appeal: int
    against: Decision
    suspends: bool


class AppealDetermined(Event):
    """An appeal was decided."""

    appeal: int
    outcome: Literal["allowed", "dismissed"]


class OrderRestored(Event):
    """An ended order is in force again from `occurred_at`; the gap stays a gap (EC44)."""

    ends_at: AwareDatetime | None
    end_cause: Literal["expired", "age_limit"] = "expired"
