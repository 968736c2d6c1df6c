"""What a step or a check must come to, as a case file writes it."""

from __future__ import annotations

from typing import Annotated, Literal, NoReturn, Self

from pydantic import Discriminator, Field, Tag, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from orderflow.law.vocabulary import TermKind, TermSubject
from orderflow.order.reasons import Code
from orderflow.order.values import (
    BindingMethod,
    EndCause,
    IncidentId,
    Instant,
    PersonId,
    State,
    Value,
)


def contradict(field: str, reason: str) -> NoReturn:
    """Refuse a table whose fields do not go together, at one of them.

    Raises:
        PydanticCustomError: Always; pydantic tells it with the place of the table.
    """
    kind = "contradiction"
    raise PydanticCustomError(kind, "{reason}", {"field": field, "reason": reason})


def word_or_table(given: object) -> str:
    """Tell a bare word from a table, so that an error names the right form."""
    return "word" if isinstance(given, str) else "table"


class Refused(Value):
    """The law or the record refuses the step, with this code."""

    refused: Code


Expected = Annotated[
    Annotated[Literal["accepted"], Tag("word")] | Annotated[Refused, Tag("table")],
    Discriminator(word_or_table),
]
"""`"accepted"`, or `{ refused = "code" }`."""


class RouteWith(Value):
    """A route with exactly these reasons, in any order."""

    closed: tuple[Code, ...] | None = None
    needs_review: tuple[Code, ...] | None = None

    @model_validator(mode="after")
    def _one_of_the_two(self) -> Self:
        if (self.closed is None) == (self.needs_review is None):
            reason = 'write "open", { closed = [...] } or { needs_review = [...] }'
            contradict("", reason)
        return self

    @property
    def status(self) -> str:
        """Status of the route."""
        return "closed" if self.closed is not None else "needs_review"

    @property
    def codes(self) -> tuple[Code, ...]:
        """Reasons of the route."""
        return self.closed or self.needs_review or ()


ExpectedRoute = Annotated[
    Annotated[Literal["open", "closed", "needs_review"], Tag("word")]
    | Annotated[RouteWith, Tag("table")],
    Discriminator(word_or_table),
]
"""`"open"`, `"closed"`, `"needs_review"`, or one of the last two with its reasons."""

ExpectedState = State | Literal["not_requested"]
ExpectedEnd = Annotated[
    Annotated[Instant, Tag("moment")] | Annotated[Literal["open_ended"], Tag("word")],
    Discriminator(lambda given: "word" if given == "open_ended" else "moment"),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date-time"}, {"const": "open_ended"}]}),
]
"""A moment, or `"open_ended"`."""


class _Answer(Value):
    """Base of answers: at least one field is given; what is not given is not compared."""

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not self.model_fields_set:
            reason = f"expects nothing; name one of {', '.join(type(self).model_fields)}"
            contradict("", reason)
        return self


class StateAnswer(_Answer):
    """Where an order stands.

    Attributes:
        state: The legal position at the moment, whether or not an end is recorded.
        recorded: The state by the record, for which an end counts once it is recorded.
        version: Number of the version of the terms in force; 0 when none is.
        bound: Everybody who is bound by at least one term in force.
    """

    state: ExpectedState | None = None
    recorded: ExpectedState | None = None
    version: Annotated[int, Field(ge=0)] | None = None
    bound: tuple[PersonId, ...] | None = None


class AssessmentAnswer(_Answer):
    """What the law makes of conduct.

    Attributes:
        criminal: The criminal route.
        civil: The civil route.
        criminal_maximum: Longest detention on the criminal route, as a period.
        civil_maximum: Longest detention on the civil route, as a period.
        in_force: Whether an order was in force.
        version: Number of the version that the conduct falls under; 0 for none.
        bound: How the person was bound by then.
    """

    criminal: ExpectedRoute | None = None
    civil: ExpectedRoute | None = None
    criminal_maximum: str | None = None
    civil_maximum: str | None = None
    in_force: bool | None = None
    version: Annotated[int, Field(ge=0)] | None = None
    bound: BindingMethod | Literal["not_bound"] | None = None


class PeriodAnswer(_Answer):
    """The period in force that a moment lies in.

    Attributes:
        in_force: Whether it lies in one.
        since: First moment of the period.
        ends_at: First moment outside it, or `open_ended`.
        cause: What that end is.
    """

    in_force: bool | None = None
    since: Instant | None = None
    ends_at: ExpectedEnd | None = None
    cause: EndCause | None = None


class TermAnswer(_Answer):
    """One term, as the version in force at a moment has it.

    Attributes:
        holds: Whether an order is in force then that has the term, and the term has not ended.
        kind: Whether it forbids, limits or demands.
        subject: What it is about.
        binds: Everybody whom it is addressed to by name.
        ends_at: Its own end, or `open_ended`.
        review_at: When the court looks at it again, or `open_ended`.
    """

    holds: bool | None = None
    kind: TermKind | None = None
    subject: TermSubject | None = None
    binds: tuple[PersonId, ...] | None = None
    ends_at: ExpectedEnd | None = None
    review_at: ExpectedEnd | None = None


class KnownAnswer(_Answer):
    """What had been recorded by a moment.

    Attributes:
        on_record: Whether the order was on record.
        events: Names of all its events, in the order of recording.
        recorded: State by the record.
        incidents: Everything reported.
    """

    on_record: bool | None = None
    events: tuple[str, ...] | None = None
    recorded: ExpectedState | None = None
    incidents: tuple[IncidentId, ...] | None = None
