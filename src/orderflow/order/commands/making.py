"""Commands that make an order and change it."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from orderflow.law.vocabulary import Capacity
from orderflow.order.commands.base import OrderCommand
from orderflow.order.values import Duration, Instant, PersonId, Term

Sealed = Literal["order", "extension", "discharge"]
"""What a seal is put on."""

Terms = Annotated[tuple[Term, ...], Field(min_length=1)]


class GrantOrder(OrderCommand):
    """Make the order; it binds from `occurred_at`, written down or not.

    Attributes:
        terms: Its terms.
        duration: How long it lasts.
        without_notice: Whether it is made before the respondents were heard.
        return_hearing_at: When they are heard, where it is made without notice.
    """

    terms: Terms
    duration: Duration
    without_notice: bool = False
    return_hearing_at: Instant | None = None


class SealOrder(OrderCommand):
    """Seal what the authority decided, as drawn up; the clock of the police notice starts.

    Attributes:
        version: Of which version.
        what: The order of that version itself, or an order that extends or discharges it.
    """

    version: Annotated[int, Field(ge=1)]
    what: Sealed = "order"


class VaryOrder(OrderCommand):
    """Change the terms, and where given the duration, of an order in force.

    Attributes:
        terms: All terms that hold from now on, the unchanged ones included.
        asked_by: As what the person who asked for it stands towards the order.
        duration: New duration; None leaves the end where it is.
        without_notice: Whether it is made before the respondents were heard.
        return_hearing_at: When they are heard, where it is made without notice.
    """

    terms: Terms
    asked_by: Capacity
    duration: Duration | None = None
    without_notice: bool = False
    return_hearing_at: Instant | None = None


class HoldReturnHearing(OrderCommand):
    """Hold the hearing that follows an order made without notice.

    Attributes:
        outcome: Whether the order is confirmed, varied or set aside.
        terms: All terms that hold from now on, where it is varied.
        duration: New duration, where it is varied; None leaves the end where it is.
    """

    outcome: Literal["confirmed", "varied", "set_aside"]
    terms: tuple[Term, ...] = ()
    duration: Duration | None = None

    @model_validator(mode="after")
    def _only_a_variation_has_terms(self) -> Self:
        varied = self.outcome == "varied"
        if varied != bool(self.terms) or (self.duration is not None and not varied):
            msg = "terms belong to outcome 'varied', and a duration to no other outcome"
            raise ValueError(msg)
        return self


class ExtendOrder(OrderCommand):
    """Let an order in force end later."""

    duration: Duration


class RefuseChange(OrderCommand):
    """Refuse to vary, extend or discharge an order; it stays as it is.

    Attributes:
        change: What was asked for.
        asked_by: As what the person who asked for it stands towards the order.
    """

    change: Literal["variation", "extension", "discharge"]
    asked_by: Capacity


class FlagConflict(OrderCommand):
    """Flag that another order conflicts with terms of this one (EC28).

    Attributes:
        other_order: Reference of the other order.
        terms: Terms of this order that it conflicts with.
    """

    other_order: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$")]
    terms: Annotated[tuple[Annotated[str, Field(min_length=1)], ...], Field(min_length=1)]


class WithholdContactDetails(OrderCommand):
    """Keep a person's contact details from the respondents."""

    person: PersonId
