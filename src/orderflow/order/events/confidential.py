"""Events that hold personal data or free text, sealed, and the one that tells of their erasure."""

from __future__ import annotations

from pydantic import AwareDatetime

from orderflow.law.vocabulary import DetailKind, ErasureGround, StatementKind
from orderflow.order.confidential import Confidential
from orderflow.order.events.base import Event
from orderflow.order.values import IncidentId, PersonId, Reference


class PersonDetailsRecorded(Event):
    """A detail of a person was recorded.

    Attributes:
        person: Whom it is about, and whose key seals it.
        kind: What it is.
        value: The detail, sealed.
    """

    person: PersonId
    kind: DetailKind
    value: Confidential


class StatementRecorded(Event):
    """Somebody's words about a person were recorded.

    Attributes:
        person: Whom they are about, and whose key seals them.
        kind: What they are.
        text: The words, sealed.
        incident: Which incident they are about, if one.
    """

    person: PersonId
    kind: StatementKind
    text: Confidential
    incident: IncidentId | None = None


class PersonalDataErased(Event):
    """It was decided that the sealed data of a person are erased.

    Stands in every order that the person is in. That the key is gone, the key store knows.

    Attributes:
        person: Whose data.
        ground: On what ground.
        due_since: First moment at which the time to keep them was over, where that is the ground.
        rule: Name of the rule that says so.
    """

    person: PersonId
    ground: ErasureGround
    due_since: AwareDatetime | None = None
    rule: Reference | None = None
