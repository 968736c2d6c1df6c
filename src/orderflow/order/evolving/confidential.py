"""Applies the events about sealed data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.order import events as e
from orderflow.order.evolving.registry import Changes, applies, leaves_alone

if TYPE_CHECKING:
    from orderflow.order.order import ProtectionOrder


@applies(e.PersonalDataErased)
def _erased(order: ProtectionOrder, event: e.PersonalDataErased) -> Changes:
    return {"erased": order.erased | {event.person}}


# No rule looks into what is sealed, or asks whether it is there.
leaves_alone(e.PersonDetailsRecorded, e.StatementRecorded)
