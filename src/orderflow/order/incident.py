"""An incident: one piece of conduct, and what became of it on either route."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from orderflow.law.vocabulary import Capacity
from orderflow.order.assessment import Assessment
from orderflow.order.values import (
    CivilOutcome,
    IncidentId,
    PersonId,
    Place,
    ProsecutionOutcome,
    TermId,
)


class Referral(NamedTuple):
    """One time that an incident went to the prosecutor."""

    at: datetime
    outcome: ProsecutionOutcome | None = None
    concluded_at: datetime | None = None


class CivilPursuit(NamedTuple):
    """One time that an incident went to the civil court."""

    at: datetime
    standing: Capacity
    outcome: CivilOutcome | None = None
    concluded_at: datetime | None = None


class Dismissal(NamedTuple):
    """A time during which an incident was put aside."""

    at: datetime
    lifted_at: datetime | None = None


class Incident(NamedTuple):
    """One piece of conduct of one person against one term."""

    id: IncidentId
    person: PersonId
    term: TermId
    conduct_at: datetime
    place: Place
    reported_at: datetime
    assessment: Assessment
    same_conduct_as: tuple[IncidentId, ...] = ()
    same_conduct_elsewhere: tuple[str, ...] = ()
    other_offences: tuple[str, ...] = ()
    referrals: tuple[Referral, ...] = ()
    pursuits: tuple[CivilPursuit, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
    complaint_withdrawn: bool = False

    @property
    def dismissed(self) -> bool:
        """Whether it is dismissed by the record."""
        return self._dismissed(None)

    @property
    def prosecution(self) -> ProsecutionOutcome | None:
        """Outcome of the last referral, if it has one."""
        return self.referrals[-1].outcome if self.referrals else None

    @property
    def civil(self) -> CivilOutcome | None:
        """Outcome of the last pursuit on the civil route, if it has one."""
        return self.pursuits[-1].outcome if self.pursuits else None

    @property
    def civil_outcomes(self) -> frozenset[CivilOutcome]:
        """Every outcome that the civil route had."""
        return frozenset(pursuit.outcome for pursuit in self.pursuits if pursuit.outcome)

    @property
    def prosecution_outcomes(self) -> frozenset[ProsecutionOutcome]:
        """Every outcome that the criminal route had."""
        return frozenset(referral.outcome for referral in self.referrals if referral.outcome)

    @property
    def pursued(self) -> bool:
        """Whether it is in the civil court by the record."""
        return bool(self.pursuits) and self.pursuits[-1].concluded_at is None

    def referred_at(self, moment: datetime | None) -> bool:
        """Tell whether it was with the prosecutor at a moment; None is the whole record."""
        return not self._dismissed(moment) and any(
            _by(referral.at, moment) and not _by(referral.concluded_at, moment)
            for referral in self.referrals
        )

    def pending_at(self, moment: datetime | None) -> bool:
        """Tell whether it waited on an open route at a moment; None is the whole record."""
        if not _by(self.reported_at, moment) or self._dismissed(moment):
            return False
        tracks: list[Referral | CivilPursuit] = [*self.referrals, *self.pursuits]
        if any(_by(track.at, moment) and not _by(track.concluded_at, moment) for track in tracks):
            return True
        concluded = any(track.outcome and _by(track.concluded_at, moment) for track in tracks)
        return self.assessment.any_route and not concluded

    def _dismissed(self, moment: datetime | None) -> bool:
        return any(
            _by(dismissal.at, moment) and not _by(dismissal.lifted_at, moment)
            for dismissal in self.dismissals
        )


def _by(fact: datetime | None, moment: datetime | None) -> bool:
    return fact is not None and (moment is None or fact <= moment)
