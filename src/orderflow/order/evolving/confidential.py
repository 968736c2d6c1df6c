"""Applies the events about sealed data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.order import events as e
from orderflow.order.evolving.registry import Changes, applies

if TYPE_CHECKING:
    from orderflow.order.order import ProtectionOrder


@applies(e.PersonalDataErased)
def _erased(order: ProtectionOrder, event: e.PersonalDataErased) -> Changes:
    return {"erased": order.erased | {event.person}}


@applies(e.PersonDetailsRecorded)
def _details(order: ProtectionOrder, event: e.PersonDetailsRecorded) -> Changes:
    return {"confided": order.confided | {event.person}}


@applies(e.StatementRecorded)
def _statement(order: ProtectionOrder, event: e.StatementRecorded) -> Changes:
    return {"confided": order.confided | {event.person}}
