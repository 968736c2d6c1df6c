"""Checks: questions to ask between the steps, each with the answer it must have.

Every check asks about a moment in the world (`at`) as it was known at another (`known_at`), by
default as known when the step is reached.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from orderflow.casefile.expectations import (
    AssessmentAnswer,
    KnownAnswer,
    PeriodAnswer,
    StateAnswer,
    TermAnswer,
    contradict,
)
from orderflow.order.commands.requesting import RegimeName
from orderflow.order.values import Actor, IncidentId, Instant, PersonId, Place, TermId, Value


class _Check(Value):
    """What every check has.

    Attributes:
        name: One sentence that says what is true; unique within the file.
        order: Which order, where the file has several.
        known_at: Leaves out what was recorded after this moment.
        only_under: Regimes under which alone it is asked; never its own.
        note: What a reader should know of it.
    """

    name: Annotated[str, Field(min_length=1)]
    order: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,63}$")] | None = None
    known_at: Instant | None = None
    only_under: tuple[RegimeName, ...] = ()
    note: Annotated[str, Field(min_length=1)] | None = None


class StateCheck(_Check):
    """Asks where an order stands."""

    check: Literal["state"]
    at: Instant
    expect: StateAnswer
    expect_under: dict[RegimeName, StateAnswer] = Field(default_factory=dict)


class AssessmentCheck(_Check):
    """Asks what the law makes of conduct: of an incident on record, or of any.

    Attributes:
        incident: The incident; what became of it counts too.
        at: When the conduct took place, where no incident is named.
        person: Whose conduct, where no incident is named.
        term: Against which term, where no incident is named.
        place: Where, where no incident is named.
        asked_by: Who would act, so that a lack of standing is a reason too.
    """

    check: Literal["assessment"]
    incident: IncidentId | None = None
    at: Instant | None = None
    person: PersonId | None = None
    term: TermId | None = None
    place: Place | None = None
    asked_by: Actor | None = None
    expect: AssessmentAnswer
    expect_under: dict[RegimeName, AssessmentAnswer] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _one_question(self) -> Self:
        conduct = {"at": self.at, "person": self.person, "term": self.term}
        if self.incident is None:
            for field, given in conduct.items():
                if given is None:
                    contradict(field, "is missing; or name an incident")
        for field, given in {**conduct, "place": self.place}.items():
            if self.incident is not None and given is not None:
                contradict(field, "is known of the incident; leave it out")
        return self


class PeriodCheck(_Check):
    """Asks for the period in force that a moment lies in."""

    check: Literal["period"]
    at: Instant
    expect: PeriodAnswer
    expect_under: dict[RegimeName, PeriodAnswer] = Field(default_factory=dict)


class TermCheck(_Check):
    """Asks for one term as it held at a moment."""

    check: Literal["term"]
    at: Instant
    term: TermId
    expect: TermAnswer
    expect_under: dict[RegimeName, TermAnswer] = Field(default_factory=dict)


class KnownCheck(_Check):
    """Asks what had been recorded; `known_at` by default when the step is reached."""

    check: Literal["known"]
    expect: KnownAnswer
    expect_under: dict[RegimeName, KnownAnswer] = Field(default_factory=dict)
