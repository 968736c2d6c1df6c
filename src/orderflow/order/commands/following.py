"""Commands around an order: documents, transfer, recognition abroad."""

from __future__ import annotations

from orderflow.order.commands.base import OrderCommand
from orderflow.order.values import DocumentKind, PersonId, Reference


class SurrenderDocument(OrderCommand):
    """Record that a person handed in a document."""

    person: PersonId
    document: DocumentKind


class ReturnDocument(OrderCommand):
    """Record that a document was given back."""

    person: PersonId
    document: DocumentKind


class TransferCase(OrderCommand):
    """Transfer the case to another court or authority."""

    to_office: Reference


class CertifyForAbroad(OrderCommand):
    """Issue the certificate by which other states recognise the order."""
