"""An order as it is shown: everything on record of it, as the law sees it at one moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from orderflow.law import RegimeRegister
from orderflow.order.binding import addresses, bindings_under
from orderflow.order.values import EndCause, State
from orderflow.showing import citing
from orderflow.showing.facts import facts
from orderflow.showing.shapes import (
    BindingShown,
    IncidentShown,
    OrderShown,
    PeriodShown,
    PersonBound,
    PersonShown,
    VersionShown,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from orderflow.order import ProtectionOrder
    from orderflow.order.incident import Incident
    from orderflow.order.values import Term

AtIs = Literal["given", "now", "last_recorded"]


def known_zone_of(order: ProtectionOrder) -> ZoneInfo | None:
    """Return the zone in which the law of an order counts; None where that law is not known."""
    if order.law is not None:
        return order.law.zone
    register = RegimeRegister.packaged()
    if order.regime is not None and order.regime.id in register.files:
        return register.get(order.regime.id).zone
    return None


def zone_of(order: ProtectionOrder) -> ZoneInfo:
    """Return the zone in which the law of an order counts; UTC where that law is not known."""
    return known_zone_of(order) or ZoneInfo("UTC")


def order_shown(
    order: ProtectionOrder,
    at: datetime,
    at_is: AtIs,
    *,
    simulated: bool,
    known_at: datetime | None = None,
) -> OrderShown:
    """Return what there is to show of an order at a moment.

    Args:
        order: The order, as it was known at `known_at`.
        at: The moment of the legal position.
        at_is: Where that moment comes from.
        simulated: Whether its log follows a simulated clock.
        known_at: What was recorded later was left out; None for the whole record.
    """
    return OrderShown(
        order_id=order.id,
        simulated=simulated,
        at=at,
        at_is=at_is,
        known_at=known_at,
        version=order.version,
        regime=citing.regime(order),
        state_by_record=order.recorded_state,
        state=order.state_at(at),
        ended_because=_why_ended(order, at),
        requested_at=order.requested_at,
        applicant=order.applicant,
        own_motion=order.own_motion,
        permission=order.permission,
        harms=order.harms,
        case_reference=order.case_reference,
        people=tuple(_people(order)),
        periods=tuple(_periods(order)),
        versions=tuple(_versions(order)),
        binding=_binding(order, at),
        incidents=tuple(_incident(incident, order) for incident in order.incidents),
        facts=facts(order, zone_of(order)),
    )


def _why_ended(order: ProtectionOrder, at: datetime) -> EndCause | None:
    if order.state_at(at) is not State.LAPSED:
        return None
    if order.request_end is not None:
        return order.request_end[1]
    past = [period for period in order.periods if period.since <= at]
    return past[-1].cause if past else None


def _people(order: ProtectionOrder) -> Iterator[PersonShown]:
    for people, capacity in (
        (order.protected_persons, "protected_person"),
        (order.respondents, "respondent"),
        (order.other_persons, "other_person"),
    ):
        for person in people:
            yield PersonShown.model_validate(
                {
                    "id": person.id,
                    "capacity": capacity,
                    "age": person.age,
                    "described": person.described,
                    "same_as": tuple(sorted(order.known_as(person.id) - {person.id})),
                }
            )


def _periods(order: ProtectionOrder) -> Iterator[PeriodShown]:
    for period in order.periods:
        yield PeriodShown(
            since=period.since,
            until=period.until,
            cause=period.cause if period.until else None,
        )


def _versions(order: ProtectionOrder) -> Iterator[VersionShown]:
    for version in order.versions:
        yield VersionShown(
            number=version.number,
            made_at=version.made_at,
            without_notice=version.without_notice,
            terms=version.terms,
        )


def _binding(order: ProtectionOrder, at: datetime) -> BindingShown | None:
    held = order.version_at(at)
    if held is None or order.period_at(at) is None:
        return None
    terms = [term for term in held.terms if term.ends_at is None or at < term.ends_at]
    named = dict.fromkeys(person for term in terms for person in term.binds)
    others = [b.person for b in order.bindings if any(addresses(order, t, b.person) for t in terms)]
    persons = tuple(_bound(order, person, terms, at) for person in dict.fromkeys((*named, *others)))
    return BindingShown(
        version=held.number,
        bound=sum(person.bound for person in persons),
        addressed=len(persons),
        persons=persons,
    )


def _bound(order: ProtectionOrder, person: str, terms: list[Term], at: datetime) -> PersonBound:
    held = order.version_at(at)
    reached = [
        (term, bindings)
        for term in terms
        if held is not None
        and addresses(order, term, person)
        and (bindings := bindings_under(order, term, person, held, at))
    ]
    first = min((b for _, every in reached for b in every), key=lambda b: b.at, default=None)
    return PersonBound(
        person=person,
        bound=first is not None,
        how=first.by if first else None,
        since=first.at if first else None,
        version=first.version if first else None,
        knowledge=first.knowledge if first else None,
        terms=tuple(term.id for term, _ in reached),
    )


def _incident(incident: Incident, order: ProtectionOrder) -> IncidentShown:
    # What became of it counts too; where the law is not at hand, the assessment on record stands.
    judged = order.assess_incident(incident.id) if order.law else incident.assessment
    return IncidentShown(
        id=incident.id,
        person=incident.person,
        term=incident.term,
        conduct_at=incident.conduct_at,
        place=incident.place,
        reported_at=incident.reported_at,
        criminal=citing.route(judged.criminal),
        civil=citing.route(judged.civil),
        referred_at=tuple(referral.at for referral in incident.referrals),
        prosecution=incident.prosecution,
        pursued_at=tuple(pursuit.at for pursuit in incident.pursuits),
        civil_outcome=incident.civil,
        dismissed_at=incident.dismissals[-1].at if incident.dismissed else None,
        complaint_withdrawn=incident.complaint_withdrawn,
        other_offences=incident.other_offences,
        same_conduct_as=(*incident.same_conduct_as, *incident.same_conduct_elsewhere),
    )
