"""The forms of what the service takes and answers. A field is added, never changed or removed.

Moments are in UTC. A sentence stands in English (`sentence`) and in Dutch (`sentence_nl`).
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from pydantic import Field

from orderflow.audit.deadline import DeadlineKind, DeadlineStatus
from orderflow.order.assessment import Bound, InForce
from orderflow.order.values import Instant, PersonId, Place, Reference, State, Term, TermId
from orderflow.privacy import Audience, RespondentCopy
from orderflow.showing.shapes import RegimeShown, RouteShown, Shape
from orderflow.showing.shapes_law import GroundsShown


class OrderSeen(Shape):
    """An order as the caller may see it.

    Attributes:
        at: The moment of the legal position.
        known_at: What was recorded later is left out; null for the whole record.
        state: Legal position at `at`; null for somebody whom the order is against.
        audiences: As what the caller reads it.
        order: Its fields that the caller may see; null for somebody whom it is against.
        copies: For somebody whom it is against: the versions that they were told of.
    """

    format: Literal["orderflow/order/1"] = "orderflow/order/1"
    order_id: UUID
    simulated: bool
    at: datetime
    known_at: datetime | None
    state: State | None
    audiences: tuple[Audience, ...]
    order: dict[str, Any] | None
    copies: tuple[RespondentCopy, ...]


class EventSeen(Shape):
    """One event: its own fields, and when, by whom and on which sources, as far as for you."""

    event: str
    fields: dict[str, Any]
    record: dict[str, Any]


class HistorySeen(Shape):
    """What happened, as far as the caller may know of it, earliest recorded first."""

    format: Literal["orderflow/events/1"] = "orderflow/events/1"
    order_id: UUID
    simulated: bool
    known_at: datetime | None
    events: tuple[EventSeen, ...]


class Recorded(Shape):
    """What came of a command.

    Attributes:
        repeated: Whether this very request had been handled before, and nothing was recorded now.
        version: Number of the last event of the order; null where that is not for the caller.
        state: State by the record right after; null where that is not for the caller.
        events: Kinds of the events that were recorded; empty where they are not for the caller.
    """

    format: Literal["orderflow/recorded/1"] = "orderflow/recorded/1"
    order_id: UUID
    recorded_at: datetime
    repeated: bool
    version: int | None
    state: State | None
    events: tuple[str, ...]


class OrderLine(Shape):
    """One order in a list; what is not for the caller is null."""

    order_id: UUID
    state: State | None
    regime: str | None
    case_reference: str | None
    requested_at: datetime | None
    ends_at: datetime | None


class OrderList(Shape):
    """A page of orders; `next` is the cursor of the page behind it, null on the last."""

    format: Literal["orderflow/orders/1"] = "orderflow/orders/1"
    orders: tuple[OrderLine, ...]
    next: str | None


Cursor = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{22}$")]
PageSize = Annotated[int, Field(ge=1, le=1000)]


class ListQuery(Shape):
    """Which orders to list; nothing here is about a person."""

    state: State | None = None
    regime: Annotated[str, Field(max_length=80)] | None = None
    limit: PageSize = 50
    cursor: Cursor | None = None


class SearchQuery(Shape):
    """Which orders to look for; sent as a body, so that no person stands in an address."""

    person: PersonId | None = None
    case_reference: Reference | None = None
    state: State | None = None
    regime: Annotated[str, Field(max_length=80)] | None = None
    limit: PageSize = 50
    cursor: Cursor | None = None


class MomentsQuery(Shape):
    """At which moment, and as known when; each with a time zone."""

    at: Instant | None = None
    known_at: Instant | None = None


class HistoryQuery(Shape):
    """As known at which moment, with a time zone."""

    known_at: Instant | None = None


class AssessmentQuestion(Shape):
    """The question at the gate about one order.

    Attributes:
        conduct_at: When the conduct took place, with a time zone.
        known_at: What was recorded later is left out; null for the whole record.
    """

    person: PersonId
    term: TermId
    conduct_at: Instant
    place: Place = Place.HOME_COUNTRY
    known_at: Instant | None = None


class EnforceabilityQuestion(Shape):
    """May I act, now, against this person? `at` is now where it is left out."""

    person: PersonId
    place: Place = Place.HOME_COUNTRY
    at: Instant | None = None


class TermInForce(Shape):
    """A term addressed to the person, and what the law makes of conduct against it."""

    term: Term
    bound: Bound | None
    criminal: RouteShown
    civil: RouteShown


class OrderInForce(Shape):
    """An order in force with a term addressed to the person.

    Attributes:
        person: The pseudonym under which this order knows them.
        bound: Whether they are bound by at least one of the terms.
        grounds: What of the law it rests on that a route is open, and whether that was checked.
    """

    order_id: UUID
    person: str
    bound: bool
    in_force: InForce
    regime: RegimeShown
    grounds: GroundsShown
    terms: tuple[TermInForce, ...]


class Enforceability(Shape):
    """The orders in force that address the person, and what may be done.

    Attributes:
        complete: Whether every order of this log could be read, with its law, and is open to the
            role and token of the caller; false calls for a human. It says nothing of
            orders that an exclusion on record keeps from the caller.
    """

    format: Literal["orderflow/enforceability/1"] = "orderflow/enforceability/1"
    person: str
    place: Place
    at: datetime
    simulated: bool
    complete: bool
    orders: tuple[OrderInForce, ...]


DueKind = DeadlineKind | Literal["expiry"]


class Due(Shape):
    """Something that is due: a term that is running or was exceeded, or the end of an order.

    Attributes:
        kind: What must be done; `expiry` is the end of an order that nobody has extended.
        about: Which version, person or term of the order it is about.
        due_at: First moment at which it is too late, or with `inclusive` the last in time.
        inclusive: Whether `due_at` itself is still in time.
        law: Keys of the sources that set it.
    """

    order_id: UUID
    kind: DueKind
    about: str
    status: DeadlineStatus
    due_at: datetime | None
    inclusive: bool
    law: tuple[str, ...]


class DueList(Shape):
    """A page of what is due, the earliest first; `next` is the cursor of the page behind it."""

    format: Literal["orderflow/due/1"] = "orderflow/due/1"
    at: datetime
    due: tuple[Due, ...]
    next: str | None


class DueQuery(Shape):
    """What is due.

    Attributes:
        at: As it stands at this moment; now where it is left out.
        by: Due at this moment or earlier.
        kind: Of this kind.
        status: Which is running, or was exceeded; both where it is left out.
    """

    at: Instant | None = None
    by: Instant | None = None
    kind: DueKind | None = None
    status: Literal[DeadlineStatus.RUNNING, DeadlineStatus.EXCEEDED] | None = None
    limit: PageSize = 50
    cursor: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{38}$")] | None = None


MARK: Final = "^(open|early):[1-9][0-9]{0,17}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
"""An id of a server-sent event: channel, number within it, id of the event."""


class FollowQuery(Shape):
    """Which channel to follow, and behind which event; `Last-Event-ID` goes before `after`."""

    channel: Literal["open", "early"] = "open"
    after: Annotated[str, Field(pattern=MARK)] | None = None


class AuditState(Shape):
    """How much of the log the last checkpoint covers.

    Attributes:
        events: Events in the log by now.
        covered: Events that the last checkpoint speaks of; null where there is none.
        origin: Name of the log in its checkpoints.
        root: Root of the hash tree over the events covered, in base64.
    """

    format: Literal["orderflow/audit-state/1"] = "orderflow/audit-state/1"
    simulated: bool
    events: int
    covered: int | None
    origin: str | None
    root: str | None


class ProblemShown(Shape):
    """A problem (RFC 9457); `code` is stable, `title` is in the language you read."""

    type: str
    title: str
    status: int
    code: str
    question: str | None = None
    sources: tuple[dict[str, str | None], ...] = ()
    faults: tuple[dict[str, str], ...] = ()
