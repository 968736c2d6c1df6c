"""`orderflow show`: everything on record of one order, as the law sees it at one moment."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from orderflow.cli import citing
from orderflow.cli.documents import print_document
from orderflow.cli.faults import DONE
from orderflow.cli.logs import opened, zone_of
from orderflow.cli.moments import moment
from orderflow.cli.shapes import (
    BindingShown,
    IncidentShown,
    OrderShown,
    PeriodShown,
    PersonBound,
    PersonShown,
    VersionShown,
)
from orderflow.cli.show_facts import facts
from orderflow.cli.show_page import print_order
from orderflow.order.binding import addresses, bindings_under
from orderflow.order.values import EndCause, State
from orderflow.telling.tongue import Tongue

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from orderflow.cli.logs import Opened
    from orderflow.order import ProtectionOrder
    from orderflow.order.incident import Incident
    from orderflow.order.values import Term

AtIs = Literal["given", "now", "last_recorded"]


def run(arguments: Namespace) -> int:
    """Print the order."""
    with opened(arguments) as found:
        at, at_is = _moment_shown(arguments.at, found)
        shown = order_shown(found, at, at_is)
    if arguments.json:
        print_document(shown)
    else:
        print_order(shown, Tongue(arguments.lang))
    return DONE


def order_shown(found: Opened, at: datetime, at_is: AtIs) -> OrderShown:
    """Return what there is to show of an order at a moment."""
    order = found.order
    return OrderShown(
        order_id=order.id,
        simulated=found.log.simulated,
        at=at,
        at_is=at_is,
        known_at=found.known_at,
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
        periods=tuple(
            PeriodShown(
                since=period.since,
                until=period.until,
                cause=period.cause if period.until else None,
            )
            for period in order.periods
        ),
        versions=tuple(
            VersionShown(
                number=version.number,
                made_at=version.made_at,
                without_notice=version.without_notice,
                terms=version.terms,
            )
            for version in order.versions
        ),
        binding=_binding(order, at),
        incidents=tuple(_incident(incident, order) for incident in order.incidents),
        facts=facts(order, found.zone),
    )


def _moment_shown(given: str | None, found: Opened) -> tuple[datetime, AtIs]:
    if given is not None:
        return moment(given, "--at", zone_of(found.order)).astimezone(UTC), "given"
    if found.log.simulated:
        last = found.log.history(found.order.id, known_at=found.known_at)[-1]
        return last.recorded_at, "last_recorded"
    return datetime.now(UTC).replace(microsecond=0), "now"


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
