"""Events around an order: documents, transfer, recognition abroad."""

from __future__ import annotations

from orderflow.order.events.base import Event
from orderflow.order.values import DocumentKind, PersonId, Reference


class DocumentSurrendered(Event):
    """A person handed in a document."""

    person: PersonId
    document: DocumentKind


class DocumentReturned(Event):
    """A document was given back."""

    person: PersonId
    document: DocumentKind


class CaseTransferred(Event):
    """The case went to another court or authority."""

    to_office: Reference


class OrderCertifiedForAbroad(Event):
    """The certificate for other states was issued."""
