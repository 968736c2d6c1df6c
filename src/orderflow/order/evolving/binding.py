"""Applies the events by which people come to be bound, and to be known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.order import events as e
from orderflow.order.evolving.registry import Changes, applies
from orderflow.order.records import Binding, PoliceNotice
from orderflow.order.values import BindingMethod

if TYPE_CHECKING:
    from orderflow.order.order import ProtectionOrder


@applies(e.ServiceAttemptFailed)
def _attempt(order: ProtectionOrder, event: e.ServiceAttemptFailed) -> Changes:
    failed = (event.person, event.occurred_at)
    return {"failed_services": (*order.failed_services, failed)}


@applies(e.SubstitutedServiceAuthorised)
def _authorised(order: ProtectionOrder, event: e.SubstitutedServiceAuthorised) -> Changes:
    authorised = (event.person, event.occurred_at)
    return {"substituted_service": (*order.substituted_service, authorised)}


@applies(e.ServiceDispensed)
def _dispensed(order: ProtectionOrder, event: e.ServiceDispensed) -> Changes:
    return _bound(
        order,
        Binding(
            event.binding,
            event.person,
            event.version,
            event.occurred_at,
            BindingMethod.DISPENSED,
            None,
        ),
    )


@applies(e.OrderServed)
def _served(order: ProtectionOrder, event: e.OrderServed) -> Changes:
    return _bound(order, _binding(event))


@applies(e.PersonInformed)
def _informed(order: ProtectionOrder, event: e.PersonInformed) -> Changes:
    return _bound(order, _binding(event))


@applies(e.BindingInvalidated)
def _invalidated(order: ProtectionOrder, event: e.BindingInvalidated) -> Changes:
    bindings = tuple(
        binding._replace(invalidated=True) if binding.number == event.binding else binding
        for binding in order.bindings
    )
    return {"bindings": bindings}


@applies(e.PersonIdentified)
def _identified(order: ProtectionOrder, event: e.PersonIdentified) -> Changes:
    return {"links": (*order.links, (event.described, event.person))}


@applies(e.PersonsLinked)
def _linked(order: ProtectionOrder, event: e.PersonsLinked) -> Changes:
    return {"links": (*order.links, (event.person, event.same_as))}


@applies(e.PersonsUnlinked)
def _unlinked(order: ProtectionOrder, event: e.PersonsUnlinked) -> Changes:
    gone = {event.person, event.same_as}
    return {"links": tuple(link for link in order.links if set(link) != gone)}


@applies(e.PoliceNotified)
def _police(order: ProtectionOrder, event: e.PoliceNotified) -> Changes:
    notice = PoliceNotice(event.of, event.version, event.person, event.occurred_at, event.late)
    return {"police_notices": (*order.police_notices, notice)}


def _binding(event: e.OrderServed | e.PersonInformed) -> Binding:
    return Binding(
        event.binding,
        event.person,
        event.version,
        event.occurred_at,
        event.bound_by,
        event.knowledge,
    )


def _bound(order: ProtectionOrder, binding: Binding) -> Changes:
    return {"bindings": (*order.bindings, binding)}
