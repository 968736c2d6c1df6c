"""Events that follow conduct."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime

from orderflow.law.vocabulary import Capacity
from orderflow.order.assessment import Assessment
from orderflow.order.events.base import Event
from orderflow.order.reasons import Code
from orderflow.order.values import (
    CivilOutcome,
    IncidentId,
    PersonId,
    Place,
    ProsecutionOutcome,
    Reference,
    TermId,
)


class IncidentReported(Event):
    """Conduct was reported. An allegation, not a finding.

    Attributes:
        conduct_at: When it took place; `occurred_at` is when it was reported.
        assessment: What the law made of it on what was on record then.
    """

    incident: IncidentId
    person: PersonId
    term: TermId
    conduct_at: AwareDatetime
    place: Place
    assessment: Assessment
    same_conduct_as: tuple[IncidentId, ...] = ()
    same_conduct_elsewhere: tuple[Reference, ...] = ()
    other_offences: tuple[Literal["forced_marriage", "fgm", "abduction", "assault"], ...] = ()


class IncidentReassessed(Event):
    """An incident was assessed again.

    Attributes:
        assessment: What the law makes of it on what is on record now.
        because: Name of the event that gave rise to it, or `asked`.
    """

    incident: IncidentId
    assessment: Assessment
    because: str


class IncidentDismissed(Event):
    """An incident was put aside."""

    incident: IncidentId
    ground: Literal["no_breach", "no_evidence", "not_in_public_interest", "duplicate"]


class ComplaintWithdrawn(Event):
    """A complaint was withdrawn; the order and the incident stay as they are (EC15)."""

    incident: IncidentId


class IncidentReferred(Event):
    """An incident was referred to the prosecutor.

    Attributes:
        weighed: The reasons for review that a human weighed.
        assessment: The assessment on which it was referred.
    """

    incident: IncidentId
    assessment: Assessment
    weighed: tuple[Code, ...] = ()


class CivilEnforcementPursued(Event):
    """An incident was taken to the civil court.

    Attributes:
        standing: In which capacity.
    """

    incident: IncidentId
    assessment: Assessment
    standing: Capacity
    weighed: tuple[Code, ...] = ()


class ProsecutionConcluded(Event):
    """The criminal route ended."""

    incident: IncidentId
    outcome: ProsecutionOutcome


class CivilEnforcementConcluded(Event):
    """The civil route ended."""

    incident: IncidentId
    outcome: CivilOutcome


class RecordCorrected(Event):
    """An earlier event is marked as wrong; it stays, and a human must see what rests on it.

    What follows from the mistake is recorded by the act that mends it, such as
    `BindingInvalidated` or `IncidentDismissed`.
    """

    event_version: int
    ground: Literal["clerical_error", "wrong_order", "wrong_person", "wrong_moment", "duplicate"]
