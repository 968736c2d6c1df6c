"""Applies the events around an order: documents, transfer, recognition abroad."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.order import events as e
from orderflow.order.evolving.registry import Changes, applies, leaves_alone
from orderflow.order.records import HeldDocument

if TYPE_CHECKING:
    from orderflow.order.order import ProtectionOrder


@applies(e.DocumentSurrendered)
def _surrendered(order: ProtectionOrder, event: e.DocumentSurrendered) -> Changes:
    held = HeldDocument(event.person, event.document, event.occurred_at)
    return {"documents": (*order.documents, held)}


@applies(e.DocumentReturned)
def _returned(order: ProtectionOrder, event: e.DocumentReturned) -> Changes:
    gone = (event.person, event.document)
    kept = tuple(held for held in order.documents if (held.person, held.document) != gone)
    return {"documents": kept}


@applies(e.CaseTransferred)
def _transferred(_order: ProtectionOrder, event: e.CaseTransferred) -> Changes:
    return {"office": event.to_office}


@applies(e.OrderCertifiedForAbroad)
def _certified(_order: ProtectionOrder, event: e.OrderCertifiedForAbroad) -> Changes:
    return {"certified_at": event.occurred_at}


# That a term was not kept changes nothing that a rule reads.
leaves_alone(e.TermExceeded)
