"""Commands that follow conduct: report, assess, refer, pursue, conclude."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from orderflow.order.commands.base import OrderCommand
from orderflow.order.reasons import Code
from orderflow.order.values import (
    CivilOutcome,
    IncidentId,
    Instant,
    PersonId,
    Place,
    ProsecutionOutcome,
    Reference,
    TermId,
)


class ReportIncident(OrderCommand):
    """Report one piece of conduct of one person against one term.

    Attributes:
        incident: Name for it within the order.
        person: Whose conduct.
        term: Against which term.
        conduct_at: When it took place; `occurred_at` is when it was reported.
        place: Where it took place.
        same_conduct_as: Incidents of this order that are the same conduct.
        same_conduct_elsewhere: Incidents of other orders that are the same conduct (EC29).
        other_offences: Offences that the same conduct may be besides (EC21).
    """

    incident: IncidentId
    person: PersonId
    term: TermId
    conduct_at: Instant
    place: Place = Place.HOME_COUNTRY
    same_conduct_as: tuple[IncidentId, ...] = ()
    same_conduct_elsewhere: tuple[Reference, ...] = ()
    other_offences: tuple[Literal["forced_marriage", "fgm", "abduction", "assault"], ...] = ()


class ReassessIncident(OrderCommand):
    """Assess an incident again on what is on record now."""

    incident: IncidentId


class DismissIncident(OrderCommand):
    """Put an incident aside."""

    incident: IncidentId
    ground: Literal["no_breach", "no_evidence", "not_in_public_interest", "duplicate"]


class WithdrawComplaint(OrderCommand):
    """Record that a person withdraws their complaint; the order and the case go on (EC15)."""

    incident: IncidentId


class ReferIncident(OrderCommand):
    """Refer an incident to the prosecutor.

    Attributes:
        incident: Which.
        weighed: The reasons for review that a human weighed before referring it.
    """

    incident: IncidentId
    weighed: tuple[Code, ...] = ()


class PursueCivilEnforcement(OrderCommand):
    """Take an incident to the civil court.

    Attributes:
        incident: Which.
        weighed: The reasons for review that a human weighed before pursuing it.
    """

    incident: IncidentId
    weighed: tuple[Code, ...] = ()


class ConcludeProsecution(OrderCommand):
    """Record how the criminal route ended."""

    incident: IncidentId
    outcome: ProsecutionOutcome


class ConcludeCivilEnforcement(OrderCommand):
    """Record how the civil route ended."""

    incident: IncidentId
    outcome: CivilOutcome


class CorrectRecord(OrderCommand):
    """Record that an earlier event is wrong; it stays on record.

    Attributes:
        event_version: Number of the event within the order.
        ground: Why it is wrong.
    """

    event_version: Annotated[int, Field(ge=1)]
    ground: Literal["clerical_error", "wrong_order", "wrong_person", "wrong_moment", "duplicate"]
