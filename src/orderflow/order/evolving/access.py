"""Applies the events about who may see what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.order import events as e
from orderflow.order.evolving.registry import Changes, applies
from orderflow.order.records_access import CheckedCopy, Restriction

if TYPE_CHECKING:
    from orderflow.order.order import ProtectionOrder


@applies(e.ConfidentialityChecked)
def _checked(order: ProtectionOrder, event: e.ConfidentialityChecked) -> Changes:
    copy = CheckedCopy(event.person, event.version)
    return {"checked_copies": (*order.checked_copies, copy)}


@applies(e.AccessRestricted)
def _restricted(order: ProtectionOrder, event: e.AccessRestricted) -> Changes:
    restriction = Restriction(event.restriction, event.kind, event.users, event.persons)
    return {"restrictions": (*order.restrictions, restriction)}


@applies(e.RestrictionLifted)
def _lifted(order: ProtectionOrder, event: e.RestrictionLifted) -> Changes:
    restrictions = tuple(
        one._replace(lifted=True) if one.number == event.restriction else one
        for one in order.restrictions
    )
    return {"restrictions": restrictions}
