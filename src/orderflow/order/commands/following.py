"""Commands around an order: documents, transfer, recognition abroad, terms that were not kept."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from orderflow.order.commands.base import OrderCommand
from orderflow.order.values import (
    DeadlineKind,
    DocumentKind,
    Instant,
    PersonId,
    Reference,
    TermId,
)


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


class RecordTermExceeded(OrderCommand):
    """Put on record that a term is over and nothing shows that it was kept; for the clock alone.

    Attributes:
        kind: What had to be done.
        event_version: Number of the event that sets the term.
        term: The term of the order that it is about, where one is.
        due_at: When it had to be done by.
        law: Source keys that set it.
    """

    kind: DeadlineKind
    event_version: Annotated[int, Field(ge=1)]
    term: TermId | None = None
    due_at: Instant
    law: tuple[str, ...] = ()
