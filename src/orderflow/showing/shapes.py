"""The form of what `--json` prints of an order. Stable: a field is added, never changed or removed.

Everything that stands on a page comes from these, so that text and JSON cannot disagree. Moments
are in UTC. A sentence stands in English (`sentence`) and in Dutch (`sentence_nl`).
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from orderflow.law.vocabulary import AgeBand, Capacity, Harm, Knowledge, Role
from orderflow.order.assessment import Bound, InForce, RouteStatus
from orderflow.order.values import (
    Actor,
    BindingMethod,
    CivilOutcome,
    EndCause,
    Place,
    ProsecutionOutcome,
    State,
    Term,
)


class Shape(BaseModel):
    """Base of every form: closed to fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SourceShown(Shape):
    """A legal source: its key, its title in both languages, and the official text."""

    key: str
    title: str
    title_nl: str
    uri: str | None


class ReasonShown(Shape):
    """Why a route is closed, or what a human must weigh; `question` is the open question."""

    code: str
    sentence: str
    sentence_nl: str
    sources: tuple[SourceShown, ...]
    question: str | None = None


class RouteShown(Shape):
    """One way of enforcing; `max_sanction` is the longest detention, as an ISO 8601 period."""

    status: RouteStatus
    reasons: tuple[ReasonShown, ...]
    max_sanction: str | None
    may_act: tuple[Role | Capacity, ...]


class RegimeShown(Shape):
    """The law of an order. `readable` is false where the law pinned is not at hand unchanged."""

    id: str
    title: str
    title_nl: str
    digest: str
    as_if_in_force: bool
    draft: bool
    readable: bool
    time_zone: str


class PersonShown(Shape):
    """A person by their pseudonym, and what they are in the order."""

    id: str
    capacity: Literal["protected_person", "respondent", "other_person"]
    age: AgeBand
    described: bool
    same_as: tuple[str, ...] = ()


class PeriodShown(Shape):
    """A period in force: from `since`, up to but not including `until`, where it has an end."""

    since: datetime
    until: datetime | None
    cause: EndCause | None


class VersionShown(Shape):
    """One version of the order, with all its terms."""

    number: int
    made_at: datetime
    without_notice: bool
    terms: tuple[Term, ...]


class PersonBound(Shape):
    """Whether a person to whom terms are addressed is bound, and how; `terms` bind them now."""

    person: str
    bound: bool
    how: BindingMethod | None
    since: datetime | None
    version: int | None
    knowledge: Knowledge | None
    terms: tuple[str, ...]


class BindingShown(Shape):
    """Who is bound by the version that holds at the moment shown."""

    version: int
    bound: int
    addressed: int
    persons: tuple[PersonBound, ...]


class IncidentShown(Shape):
    """One reported piece of conduct: an allegation, whatever became of it."""

    id: str
    person: str
    term: str
    conduct_at: datetime
    place: Place
    reported_at: datetime
    criminal: RouteShown
    civil: RouteShown
    referred_at: tuple[datetime, ...]
    prosecution: ProsecutionOutcome | None
    pursued_at: tuple[datetime, ...]
    civil_outcome: CivilOutcome | None
    dismissed_at: datetime | None
    complaint_withdrawn: bool
    other_offences: tuple[str, ...]
    same_conduct_as: tuple[str, ...]


class FactShown(Shape):
    """One more fact on record, in a sentence: service, police, hearings, documents, support."""

    at: datetime | None
    sentence: str
    sentence_nl: str


class OrderShown(Shape):
    """What `orderflow show --json` prints.

    Attributes:
        at: The moment of the legal position.
        at_is: Where that moment comes from.
        known_at: What was recorded later is left out; null for the whole record.
        version: Number of events on record.
        state_by_record: State by the record; an end counts once it is recorded.
        state: Legal position at `at`; null before the request.
        ended_because: Why no order is in force at `at`, if none is.
    """

    format: Literal["orderflow/show/1"] = "orderflow/show/1"
    order_id: UUID
    simulated: bool
    at: datetime
    at_is: Literal["given", "now", "last_recorded"]
    known_at: datetime | None
    version: int
    regime: RegimeShown
    state_by_record: State | None
    state: State | None
    ended_because: EndCause | None
    requested_at: datetime | None
    applicant: Actor | None
    own_motion: bool
    permission: str
    harms: tuple[Harm, ...]
    case_reference: str | None
    people: tuple[PersonShown, ...]
    periods: tuple[PeriodShown, ...]
    versions: tuple[VersionShown, ...]
    binding: BindingShown | None
    incidents: tuple[IncidentShown, ...]
    facts: tuple[FactShown, ...]


class EventShown(Shape):
    """One event: its fields as recorded, and what it says in a sentence."""

    version: int
    position: int
    type: str
    occurred_at: datetime
    recorded_at: datetime
    actor: Actor
    sentence: str
    sentence_nl: str
    sources: tuple[SourceShown, ...]
    event_id: UUID
    command_id: str
    causation_id: str | None
    correlation_id: str | None
    event: dict[str, object]


class HistoryShown(Shape):
    """What `orderflow history --json` prints."""

    format: Literal["orderflow/history/1"] = "orderflow/history/1"
    order_id: UUID
    simulated: bool
    known_at: datetime | None
    time_zone: str
    events: tuple[EventShown, ...]


class AssessmentShown(Shape):
    """What `orderflow assess --json` prints: the answer to the question at the gate."""

    format: Literal["orderflow/assess/1"] = "orderflow/assess/1"
    order_id: UUID
    simulated: bool
    known_at: datetime | None
    regime: RegimeShown
    person: str
    term: str
    conduct_at: datetime
    place: Place
    asked_as: Actor | None
    in_force: InForce | None
    bound: Bound | None
    criminal: RouteShown
    civil: RouteShown
