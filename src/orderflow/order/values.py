"""The nouns of an order: who, what, when. Frozen, and free of personal data.

A person is a pseudonymous `PersonId`; nothing here holds a name, an address, a date of birth, a
national number or free text about a person.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from orderflow.law.periods import Period
from orderflow.law.vocabulary import (
    AgeBand,
    Role,
    TermKind,
    TermSubject,
)
from orderflow.order.kinds import (
    CIVIL_PUNISHMENTS,
    BindingMethod,
    CivilOutcome,
    DeadlineKind,
    Decision,
    DocumentKind,
    EndCause,
    Place,
    ProsecutionOutcome,
    Residence,
    State,
    Wishes,
)
from orderflow.order.kinds_access import RestrictionKind

__all__ = [
    "CIVIL_PUNISHMENTS",
    "Actor",
    "BindingMethod",
    "CivilOutcome",
    "DeadlineKind",
    "Decision",
    "DocumentKind",
    "Duration",
    "EndCause",
    "For",
    "IncidentId",
    "Instant",
    "OpenEnded",
    "Person",
    "PersonId",
    "Place",
    "ProsecutionOutcome",
    "Reference",
    "Residence",
    "RestrictionKind",
    "State",
    "Term",
    "TermId",
    "Until",
    "UntilAge",
    "Value",
    "Wishes",
]

PersonId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,63}$")]
"""Pseudonym of a person: starts with a letter, so that it cannot be a national number."""

TermId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,31}$")]
"""Name of a term within its order; a term keeps it through every variation."""

IncidentId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,63}$")]
"""Name of an incident within its order."""

Reference = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$")]
"""Reference of a case, an office or a document in somebody else's register."""


_EARLIEST, _LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(3000, 1, 1, tzinfo=UTC)


def in_utc(moment: datetime) -> datetime:
    """Return the moment in UTC.

    Raises:
        ValueError: It has no time zone, or lies before 1900 or after 2999.
    """
    if moment.tzinfo is None:
        msg = "a moment needs a time zone"
        raise ValueError(msg)
    if not _EARLIEST <= moment < _LATEST:
        msg = "a moment lies between the years 1900 and 2999"
        raise ValueError(msg)
    return moment.astimezone(UTC)


Instant = Annotated[AwareDatetime, AfterValidator(in_utc)]
"""A moment with a time zone, kept in UTC. A moment without a time zone is refused."""


class Value(BaseModel):
    """Base of everything here: frozen, strict, and closed to fields it does not know."""

    # Whatever somebody put in by mistake, a name perhaps, is not repeated in an error.
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)


class Actor(Value):
    """Who acts, in which role, for which office.

    Attributes:
        role: The role in which they act.
        person: Their pseudonym, where they are a person of the case or a named official.
        office: Reference of the court, force or agency they act for.
        on_behalf_of: Pseudonym of the person they act for, such as a lawyer's client.
    """

    role: Role
    person: PersonId | None = None
    office: Reference | None = None
    on_behalf_of: PersonId | None = None


class Person(Value):
    """A person of the case.

    Attributes:
        id: Pseudonym.
        age: Age band when requested.
        residence: Whether they live within the jurisdiction.
        described: Whether they are known by description only and not yet identified; such a
            person cannot be bound (EC42).
    """

    id: PersonId
    age: AgeBand = AgeBand.UNKNOWN
    residence: Residence = Residence.UNKNOWN
    described: bool = False


class Term(Value):
    """One term of an order.

    Attributes:
        id: Name of the term within its order.
        kind: Whether it forbids, limits or demands.
        subject: What it is about.
        binds: The persons it is addressed to by name.
        binds_others: Whether it also binds other persons involved, once they know (EC05).
        abroad: Whether it governs conduct in another country too; None where it is silent on
            place, which leaves conduct abroad to a human (INT-040).
        ends_at: First moment it no longer holds, where it ends before the order.
        review_at: Moment at which the court looks at it again.
        power_of_arrest: Whether the court attached a power of arrest to it.
        exceptional: Whether the court found the most exceptional case in which a term that takes
            the freedom to travel may have neither an end nor a review (Re K).
    """

    id: TermId
    kind: TermKind
    subject: TermSubject
    binds: tuple[PersonId, ...] = ()
    binds_others: bool = False
    abroad: bool | None = None
    ends_at: Instant | None = None
    review_at: Instant | None = None
    power_of_arrest: bool = False
    exceptional: bool = False

    def same_duty_as(self, other: Term) -> bool:
        """Tell whether both terms ask the same; their ends and reviews may differ."""
        return (self.id, self.kind, self.subject, self.abroad) == (
            other.id,
            other.kind,
            other.subject,
            other.abroad,
        )


class OpenEnded(Value):
    """The order lasts until it is varied or discharged."""

    kind: Literal["open_ended"] = "open_ended"


class Until(Value):
    """The order lasts until a moment that the authority names; that moment lies outside."""

    kind: Literal["until"] = "until"
    at: Instant


class For(Value):
    """The order lasts a period, counted from the regime's anchor in the regime's zone."""

    kind: Literal["for"] = "for"
    period: Period


class UntilAge(Value):
    """The order lasts until a person reaches an age.

    Attributes:
        person: The person.
        years: The age, in whole years.
        reached_on: The day on which they reach it. The event keeps only the moment the order
            ends, not the day and not the age.
    """

    kind: Literal["until_age"] = "until_age"
    person: PersonId
    years: Annotated[int, Field(ge=1, le=120)]
    reached_on: Annotated[date, Field(ge=date(1900, 1, 1), le=date(2999, 12, 31))]


Duration = Annotated[OpenEnded | Until | For | UntilAge, Field(discriminator="kind")]
"""How long an order lasts."""
