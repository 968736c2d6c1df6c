"""The parts of an order that answers name: periods, terms, who is bound, incidents and routes.

Everything here is copied from what was recorded. Nothing is judged again: the routes of an incident
are those of its last assessment on record.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from orderflow.audit.result import Result
from orderflow.order.assessment import RouteStatus
from orderflow.order.binding import addresses, effective_bindings
from orderflow.order.reasons import Code
from orderflow.order.values import (
    BindingMethod,
    CivilOutcome,
    EndCause,
    ProsecutionOutcome,
    State,
)

if TYPE_CHECKING:
    from orderflow.order import ProtectionOrder
    from orderflow.order.assessment import Route
    from orderflow.order.incident import Incident
    from orderflow.order.records import Period


class PeriodInForce(Result):
    """A period in force: from `since`, up to but not including `until`, where it has an end."""

    since: datetime
    until: datetime | None
    cause: EndCause | None


class PersonBound(Result):
    """A person who is bound, by what, from when, and by which version."""

    person: str
    how: BindingMethod
    since: datetime
    version: int


class RouteSeen(Result):
    """A route as it was assessed: its status, the codes of its reasons, their sources."""

    status: RouteStatus
    codes: tuple[Code, ...] = ()
    law: tuple[str, ...] = ()


class IncidentSeen(Result):
    """An incident as on record: an allegation, and what became of it.

    Attributes:
        criminal: The criminal route, as last assessed.
        civil: The civil route, as last assessed.
        referred: Whether it is with police or prosecutor.
        pursued: Whether it is in the civil court.
        prosecution: How the criminal route ended, if it did.
        civil_outcome: How the civil route ended, if it did.
        dismissed: Whether it was put aside.
    """

    id: str
    person: str
    term: str
    conduct_at: datetime
    criminal: RouteSeen
    civil: RouteSeen
    referred: bool
    pursued: bool
    prosecution: ProsecutionOutcome | None
    civil_outcome: CivilOutcome | None
    dismissed: bool


class Position(Result):
    """The legal position of an order at a moment.

    Attributes:
        at: The moment.
        state: The state; None before the request.
        ended_because: Why no order is in force, where one has lapsed.
        period: The period in force that the moment lies in.
        version: Number of the version in force.
        terms: Names of the terms in force.
        bound: Who is bound by at least one of them.
        addressed: Everybody to whom one of them is addressed by name.
    """

    at: datetime
    state: State | None
    ended_because: EndCause | None
    period: PeriodInForce | None
    version: int | None
    terms: tuple[str, ...]
    bound: tuple[PersonBound, ...]
    addressed: tuple[str, ...]


def position_at(order: ProtectionOrder, at: datetime) -> Position:
    """Return the legal position of an order at a moment, on what it has on record.

    Raises:
        ValueError: `at` has no time zone.
    """
    state = order.state_at(at)
    period, held = order.period_at(at), order.version_at(at)
    if period is None or held is None:
        return Position(
            at=at,
            state=state,
            ended_because=_why_ended(order, at) if state is State.LAPSED else None,
            period=None,
            version=None,
            terms=(),
            bound=(),
            addressed=(),
        )
    terms = [term for term in held.terms if term.ends_at is None or at < term.ends_at]
    addressed = dict.fromkeys(person for term in terms for person in term.binds)
    others = (b.person for b in order.bindings if any(addresses(order, t, b.person) for t in terms))
    return Position(
        at=at,
        state=state,
        ended_because=None,
        period=period_seen(period),
        version=held.number,
        terms=tuple(term.id for term in terms),
        bound=tuple(
            PersonBound(person=person, how=by.by, since=by.at, version=by.version)
            for person, by in effective_bindings(order, at)
        ),
        addressed=tuple(dict.fromkeys((*addressed, *others))),
    )


def period_seen(period: Period) -> PeriodInForce:
    """Return a period in force."""
    return PeriodInForce(
        since=period.since,
        until=period.until,
        cause=period.cause if period.until else None,
    )


def incident_seen(incident: Incident) -> IncidentSeen:
    """Return an incident as on record."""
    return IncidentSeen(
        id=incident.id,
        person=incident.person,
        term=incident.term,
        conduct_at=incident.conduct_at,
        criminal=route_seen(incident.assessment.criminal),
        civil=route_seen(incident.assessment.civil),
        referred=incident.referred_at(None),
        pursued=incident.pursued and not incident.dismissed,
        prosecution=incident.prosecution,
        civil_outcome=incident.civil,
        dismissed=incident.dismissed,
    )


def route_seen(route: Route) -> RouteSeen:
    """Return a route with the codes of its reasons and their sources, each once."""
    law = dict.fromkeys(key for reason in route.reasons for key in reason.law)
    return RouteSeen(status=route.status, codes=route.codes, law=tuple(law))


def _why_ended(order: ProtectionOrder, at: datetime) -> EndCause | None:
    if order.request_end is not None:
        return order.request_end[1]
    past = [period for period in order.periods if period.since <= at]
    return past[-1].cause if past else None
