"""Commands that carry personal data or free text, and the one that has them erased."""

from __future__ import annotations

from orderflow.law.provision import SourceKey
from orderflow.law.vocabulary import DetailKind, ErasureGround, StatementKind
from orderflow.order.commands.base import OrderCommand
from orderflow.order.confidential import Discreet, Spoken
from orderflow.order.values import IncidentId, Instant, PersonId, Reference


class RecordPersonDetails(OrderCommand, Discreet):
    """Put a detail of a person on record, sealed under that person's key.

    Attributes:
        person: Whom it is about.
        kind: What it is. A later one of the same kind takes its place; both stay on record.
        value: The detail, in the clear; a birth date as 2009-03-31.
    """

    person: PersonId
    kind: DetailKind
    value: Spoken


class RecordStatement(OrderCommand, Discreet):
    """Put somebody's words about a person on record, sealed under that person's key.

    Attributes:
        person: Whom it is about. Words about several people are several statements.
        kind: What it is.
        text: The words, in the clear.
        incident: Which incident they are about, if one.
    """

    person: PersonId
    kind: StatementKind
    text: Spoken
    incident: IncidentId | None = None


class ErasePersonalData(OrderCommand):
    """Have the sealed data of a person erased, for ever and in the whole log.

    Recorded in every order that the person is in; `orderflow.privacy` does so, and destroys the
    key. On its own the command destroys nothing.

    Attributes:
        person: Whose data; not those under other pseudonyms.
        ground: On what ground.
        due_since: First moment at which the time was over; only with `retention_over`.
        rule: Name of the rule that says so.
        basis: Sources of that rule.
    """

    person: PersonId
    ground: ErasureGround
    due_since: Instant | None = None
    rule: Reference | None = None
    basis: tuple[SourceKey, ...] = ()
