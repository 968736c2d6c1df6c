"""Events that make an order and change it."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime

from orderflow.law.periods import Period
from orderflow.law.vocabulary import Capacity, LegalNature
from orderflow.order.events.base import Event
from orderflow.order.reasons import Code
from orderflow.order.values import PersonId, Reference, Term, TermId


class OrderGranted(Event):
    """The order was made; this is its version 1, made at `occurred_at`.

    Attributes:
        ends_at: First moment it no longer holds, as computed when it was made; None if open-ended.
        end_cause: What that end is.
        legal_nature: Branch of law, as the regime had it.
        counted: The period, where the regime counts it from service or notice; until that is
            known `ends_at` is counted from the making.
    """

    terms: tuple[Term, ...]
    without_notice: bool
    ends_at: AwareDatetime | None
    end_cause: Literal["expired", "age_limit"] = "expired"
    legal_nature: LegalNature
    counted: Period | None = None


class EndRecounted(Event):
    """Ends were counted anew, because the service or notice they count from is now known.

    Attributes:
        counted_from: That service or notice, or the making if there is none after all.
        ends: For every end on record that is so counted, in the order of recording, the first
            moment outside.
    """

    counted_from: AwareDatetime
    ends: tuple[AwareDatetime, ...]


class ReturnHearingListed(Event):
    """A hearing was listed at which the respondents are heard.

    Attributes:
        hearing_at: When; None while the court has not fixed it.
        due_at: Last moment at which it is in time; None where the regime sets no term.
    """

    hearing_at: AwareDatetime | None
    due_at: AwareDatetime | None = None


class OrderSealed(Event):
    """What the authority decided was drawn up and sealed.

    Attributes:
        what: The order of that version itself, or an order that extends or discharges it.
        police_notice_due_at: Last moment at which the notice to the police is in time; None
            where no duty runs or no term is known.
        flags: What to look at.
    """

    version: int
    what: Literal["order", "extension", "discharge"] = "order"
    police_notice_due_at: AwareDatetime | None
    flags: tuple[Code, ...] = ()


class OrderVaried(Event):
    """The terms were changed; a new version holds from `occurred_at`.

    Attributes:
        version: Number of the new version.
        terms: All terms that hold from now on.
        ends_at: First moment the order no longer holds, as it stood after this; None if open-ended.
        end_moved: Whether this variation moved the end.
        counted: The period, where it moved it and the regime counts from service or notice.
        at_return_hearing: Whether it was made at the return hearing.
        asked_by: As what the person who asked for it stood towards the order.
        bindings_carried_over: Whether those bound before are bound by all of it (I6).
    """

    version: int
    terms: tuple[Term, ...]
    without_notice: bool
    ends_at: AwareDatetime | None
    end_cause: Literal["expired", "age_limit"] = "expired"
    end_moved: bool
    counted: Period | None = None
    at_return_hearing: bool = False
    asked_by: Capacity
    bindings_carried_over: bool


class OrderConfirmed(Event):
    """The return hearing left the order as it was."""

    version: int


class OrderExtended(Event):
    """The order ends later.

    Attributes:
        ends_at: First moment it no longer holds; None if open-ended.
        counted: The period, where the regime counts it from service or notice.
    """

    ends_at: AwareDatetime | None
    end_cause: Literal["expired", "age_limit"] = "expired"
    counted: Period | None = None


class ChangeRefused(Event):
    """The authority refused to vary, extend or discharge the order; it stays as it is."""

    change: Literal["variation", "extension", "discharge"]
    asked_by: Capacity


class ConflictFlagged(Event):
    """Another order conflicts with terms of this one; a court must say which prevails."""

    other_order: Reference
    terms: tuple[TermId, ...]


class ContactDetailsWithheld(Event):
    """A person's contact details are kept from the respondents."""

    person: PersonId
