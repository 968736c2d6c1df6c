"""Events from the request to the decision on it."""

from __future__ import annotations

from pydantic import AwareDatetime

from orderflow.law.vocabulary import Channel, Criterion, Harm, SupportKind
from orderflow.order.events.base import Event
from orderflow.order.reasons import Code
from orderflow.order.values import Actor, Person, PersonId, Reference, Term, Value, Wishes


class RegimeRef(Value):
    """The regime an order pinned.

    Attributes:
        id: Name and version.
        digest: SHA-256 of its values, so that a replay can tell whether it reads the same law.
        as_if_in_force: Whether the case is lived under law that was not in force.
    """

    id: str
    digest: str
    as_if_in_force: bool = False


class OrderRequested(Event):
    """An order was asked for, or considered of the authority's own motion.

    Attributes:
        permission_needed: Whether the applicant must first be given permission.
        flags: What to look at, though it was not refused.
    """

    regime: RegimeRef
    applicant: Actor
    harms: tuple[Harm, ...]
    protected_persons: tuple[Person, ...]
    respondents: tuple[Person, ...]
    other_persons: tuple[Person, ...] = ()
    case_reference: Reference | None = None
    without_notice: bool = False
    own_motion: bool = False
    channel: Channel | None = None
    permission_needed: bool = False
    flags: tuple[Code, ...] = ()


class PermissionRequested(Event):
    """Permission to apply was asked for."""

    addressed: tuple[Criterion, ...]


class PermissionGranted(Event):
    """Permission to apply was given."""


class PermissionRefused(Event):
    """Permission to apply was refused; there will be no order on this request."""


class RequestWithdrawn(Event):
    """The request was withdrawn."""


class OrderRefused(Event):
    """The authority made no order."""


class UndertakingAccepted(Event):
    """The court accepted a promise of these respondents instead of an order.

    Attributes:
        terms: What they promised, from `occurred_at` on.
        ends_at: First moment the promise no longer holds; None if open-ended.
    """

    given_by: tuple[PersonId, ...]
    terms: tuple[Term, ...]
    ends_at: AwareDatetime | None = None


class ApplicationServed(Event):
    """The application was served.

    Attributes:
        valid: Whether the service was good under the rules.
        flags: What was wrong with it.
    """

    person: PersonId
    hearing_at: AwareDatetime
    valid: bool
    flags: tuple[Code, ...] = ()


class HearingListed(Event):
    """A hearing on the application was listed."""

    hearing_at: AwareDatetime


class WishesRecorded(Event):
    """A protected person's wishes were recorded."""

    person: PersonId
    wishes: Wishes
    flags: tuple[Code, ...] = ()


class SupportArranged(Event):
    """Support for a protected person was offered or arranged."""

    person: PersonId
    support: SupportKind
