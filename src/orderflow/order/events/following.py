"""Events around an order: documents, transfer, recognition abroad, terms that were not kept."""

from __future__ import annotations

from typing import Annotated

from pydantic import AwareDatetime, Field

from orderflow.order.events.base import Event
from orderflow.order.values import DeadlineKind, DocumentKind, PersonId, Reference, TermId


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


class TermExceeded(Event):
    """A term was over, and nothing on record by then showed that it had been kept.

    It says what was known, and stays true of that day: an act in time that comes on record later
    shows in the terms as they are counted then (`orderflow audit terms`).

    Attributes:
        kind: What had to be done.
        event_version: Number of the event that sets the term.
        term: The term of the order that it is about, where one is.
        due_at: When it had to be done by.
    """

    kind: DeadlineKind
    event_version: Annotated[int, Field(ge=1)]
    term: TermId | None = None
    due_at: AwareDatetime
