"""Commands from the request to the decision on it."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from orderflow.law.vocabulary import (
    Channel,
    Criterion,
    Harm,
    OwnMotionNeed,
    SupportKind,
)
from orderflow.order.commands.base import Command, OrderCommand
from orderflow.order.values import Instant, Person, PersonId, Reference, Term, Wishes

RegimeName = Annotated[str, Field(pattern=r"^[a-z0-9-]+(@\d{4}(-\d{2})?(\+[a-z0-9-]+)?)?$")]
"""A regime with its version, or its name alone: then the version in force that day is pinned."""


class RequestOrder(Command):
    """Ask for an order, or consider one of the authority's own motion.

    The actor is the applicant. With `own_motion` the actor is the authority itself.

    Attributes:
        regime: Regime by id (pinned) or by name (the version in force when it occurred).
        harms: What the order is to protect against.
        protected_persons: Whom it is to protect; at least one.
        respondents: Against whom it is asked; at least one.
        other_persons: Others who are or may become involved.
        order_id: Id for the new order; by default it follows from the command id.
        case_reference: Shared by all orders of one application.
        without_notice: Whether an order is asked for before the respondents are heard.
        own_motion: Whether the authority acts of its own motion.
        own_motion_needs: What is the case, where the authority acts of its own motion.
        channel: How the application came in, where the regime asks.
        has_lawyer: Whether a lawyer acts for the applicant.
        has_litigation_friend: Whether somebody acts for an applicant who is a minor.
        consents: Protected adults who ask for the order themselves or agree to it.
        as_if_in_force: Live the case under law that was not in force: in a simulation only.
    """

    regime: RegimeName
    harms: Annotated[tuple[Harm, ...], Field(min_length=1)]
    protected_persons: Annotated[tuple[Person, ...], Field(min_length=1)]
    respondents: Annotated[tuple[Person, ...], Field(min_length=1)]
    other_persons: tuple[Person, ...] = ()
    order_id: UUID | None = None
    case_reference: Reference | None = None
    without_notice: bool = False
    own_motion: bool = False
    own_motion_needs: tuple[OwnMotionNeed, ...] = ()
    channel: Channel | None = None
    has_lawyer: bool = False
    has_litigation_friend: bool = False
    consents: tuple[PersonId, ...] = ()
    as_if_in_force: bool = False


class RequestPermission(OrderCommand):
    """Ask for permission to apply; `addressed` says what the application speaks of."""

    addressed: tuple[Criterion, ...]


class DecidePermission(OrderCommand):
    """Give or refuse permission to apply."""

    granted: bool


class WithdrawRequest(OrderCommand):
    """Withdraw the request; `permitted` says whether the court gave permission for it."""

    permitted: bool = False


class RefuseOrder(OrderCommand):
    """Refuse the order that was asked for."""


class AcceptUndertaking(OrderCommand):
    """Accept a promise of respondents instead of making an order.

    Attributes:
        given_by: The respondents who promise.
        violence_used_or_threatened: Whether they used or threatened violence against the person
            to be protected.
        order_needed: Whether an order is needed so that its breach is an offence.
        terms: What they promise.
        ends_at: First moment the promise no longer holds; None if open-ended.
    """

    given_by: Annotated[tuple[PersonId, ...], Field(min_length=1)]
    terms: Annotated[tuple[Term, ...], Field(min_length=1)]
    ends_at: Instant | None = None
    violence_used_or_threatened: bool
    order_needed: bool


class ServeApplication(OrderCommand):
    """Serve the application on a respondent.

    Attributes:
        person: The respondent.
        hearing_at: When the hearing is.
        notice_abridged: Whether the court shortened the notice.
    """

    person: PersonId
    hearing_at: Instant
    notice_abridged: bool = False


class ListHearing(OrderCommand):
    """List a hearing on the application."""

    hearing_at: Instant


class RecordWishes(OrderCommand):
    """Record what a protected person wants."""

    person: PersonId
    wishes: Wishes


class ArrangeSupport(OrderCommand):
    """Offer or arrange support for a protected person."""

    person: PersonId
    support: SupportKind
