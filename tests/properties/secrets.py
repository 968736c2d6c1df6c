"""What must stay secret from somebody whom an order is against, said in other words than the code.

`told` says of whom the record shows that they know; `twin` gives a log that differs from another
in nothing but what must stay secret from them. Both read the folded order and plain lists.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import uuid5

from orderflow.law import Role
from orderflow.order import ProtectionOrder, fold
from orderflow.order import events as e
from orderflow.order.values import BindingMethod
from orderflow.privacy import Reader
from orderflow.store import RecordedEvent
from tests import spec

History = Sequence[RecordedEvent]

NO_BUSINESS_OF_THEIRS = (
    *(e.PermissionRequested, e.PermissionGranted, e.HearingListed, e.WishesRecorded),
    *(e.SupportArranged, e.EndRecounted, e.OrderSealed, e.OrderConfirmed, e.ChangeRefused),
    *(e.ConflictFlagged, e.ServiceAttemptFailed, e.SubstitutedServiceAuthorised),
    *(e.ServiceDispensed, e.PoliceNotified, e.ProtectedPersonReleased, e.OrderExpired),
    *(e.OrderSuperseded, e.ProtectedPersonDied, e.AppealLodged, e.AppealDetermined),
    *(e.IncidentReported, e.IncidentReassessed, e.IncidentDismissed, e.ComplaintWithdrawn),
    *(e.IncidentReferred, e.CivilEnforcementPursued, e.ProsecutionConcluded),
    *(e.CivilEnforcementConcluded, e.RecordCorrected, e.CaseTransferred),
    *(e.OrderCertifiedForAbroad, e.ConfidentialityChecked, e.AccessRestricted),
    e.RestrictionLifted,
)
"""Events of which no respondent ever sees a trace."""

_SERVED = {BindingMethod.SERVED_PERSONALLY, BindingMethod.SERVED_BY_SUBSTITUTE}


def reader(*persons: str) -> Reader:
    """Return somebody who has these pseudonyms and nothing else."""
    return Reader(user="user-1", purpose="own-case", persons=persons)


def folded(history: History) -> ProtectionOrder:
    """Return the order that a history tells of."""
    return fold(spec.ORDER, (recorded.event for recorded in history))


def version_told(order: ProtectionOrder, person: str) -> int:
    """Return the highest version that the record shows somebody to know; 0 if none."""
    return max(
        (
            binding.version
            for binding in order.bindings
            if binding.person in order.known_as(person)
            and not binding.invalidated
            and (binding.knowledge is not None or binding.by in _SERVED)
        ),
        default=0,
    )


def is_told(history: History, person: str) -> bool:
    """Tell whether the record shows that somebody knows of the order or the application."""
    order = folded(history)
    names = order.known_as(person)
    served = {
        recorded.event.person
        for recorded in history
        if isinstance(recorded.event, e.ApplicationServed)
        and recorded.actor.role is not Role.RESPONDENT
    }
    promised = order.undertaking.given_by if order.undertaking else ()
    return bool(version_told(order, person) or names & {*served, *promised})


def secret(history: History, person: str) -> list[int]:
    """Return the places of the events of which this person must not see a trace."""
    order = folded(history)
    names, told = order.known_as(person), version_told(order, person)
    made = {
        recorded.command_id
        for recorded in history
        if (isinstance(recorded.event, e.OrderVaried) and recorded.event.version > told)
        or (isinstance(recorded.event, e.OrderGranted) and not told)
    }
    own = {b.number for b in order.bindings if b.person in names}
    found = []
    for place, recorded in enumerate(history):
        event = recorded.event
        about_another = (
            isinstance(event, (e.ApplicationServed, e.OrderServed, e.PersonInformed))
            and event.person not in names
        )
        unheard_of = recorded.command_id in made
        another_binding = isinstance(event, e.BindingInvalidated) and event.binding not in own
        if (
            isinstance(event, NO_BUSINESS_OF_THEIRS)
            or about_another
            or unheard_of
            or another_binding
        ):
            found.append(place)
    return found


def twin(history: History, dropped: set[int]) -> list[RecordedEvent]:
    """Return the history without some of its events, recorded at other times and places."""
    kept = [recorded for place, recorded in enumerate(history) if place not in dropped]
    return [
        replace(
            recorded,
            version=number,
            position=1000 + 7 * number,
            recorded_at=recorded.recorded_at + timedelta(minutes=number),
            event_id=uuid5(spec.ORDER, f"another {number}"),
            command_id=f"another {recorded.command_id}",
        )
        for number, recorded in enumerate(kept, 1)
    ]
