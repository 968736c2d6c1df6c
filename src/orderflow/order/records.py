"""The parts of an order, as folded from its events."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from orderflow.law.vocabulary import Capacity, Knowledge, NotifiedFact, SupportKind
from orderflow.order.assessment import Assessment
from orderflow.order.values import (
    BindingMethod,
    CivilOutcome,
    Decision,
    DocumentKind,
    EndCause,
    IncidentId,
    PersonId,
    Place,
    ProsecutionOutcome,
    Term,
    TermId,
    Wishes,
)


class Version(NamedTuple):
    """One version of the order: all terms that hold from `made_at` until the next version."""

    number: int
    made_at: datetime
    terms: tuple[Term, ...]
    without_notice: bool
    bindings_carried_over: bool

    def term(self, term_id: TermId) -> Term | None:
        """Return the term of that name, if this version has it."""
        return next((term for term in self.terms if term.id == term_id), None)


class Undertaking(NamedTuple):
    """A promise to the court instead of an order."""

    given_at: datetime
    given_by: tuple[PersonId, ...]
    terms: tuple[Term, ...]
    ends_at: datetime | None


class Mark(NamedTuple):
    """A fact that begins, moves, ends or resumes the order's being in force.

    Attributes:
        at: When.
        kind: `begin`, `end_set`, `ended` or `resumed`.
        ends_at: The end that holds from then on, for all kinds but `ended`.
        cause: What that end is; for `ended`, why it ended.
    """

    at: datetime
    kind: str
    ends_at: datetime | None
    cause: EndCause


class Period(NamedTuple):
    """A period in force: from `since`, up to but not including `until`.

    Attributes:
        acted: Whether somebody's act ended it; otherwise its time runs out at `until`.
        planned: The end it would have had without that act, and what that end is.
    """

    since: datetime
    until: datetime | None
    cause: EndCause
    acted: bool = False
    planned: tuple[datetime | None, EndCause] = (None, EndCause.EXPIRED)

    def holds_at(self, moment: datetime) -> bool:
        """Tell whether `moment` lies within."""
        return self.since <= moment and (self.until is None or moment < self.until)


class Binding(NamedTuple):
    """One person made to know one version, and when."""

    number: int
    person: PersonId
    version: int
    at: datetime
    by: BindingMethod
    knowledge: Knowledge | None
    invalidated: bool = False


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
    same_conduct_as: tuple[str, ...] = ()
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


class Seal(NamedTuple):
    """When a version was sealed, and when the police must know by."""

    version: int
    at: datetime
    police_notice_due_at: datetime | None


class PoliceNotice(NamedTuple):
    """What the police were told, and when."""

    of: NotifiedFact
    version: int
    person: PersonId | None
    at: datetime
    late: bool


class SetAsideMark(NamedTuple):
    """When the order was set aside, and whether that works back."""

    at: datetime
    effect: str


class Appeal(NamedTuple):
    """An appeal against a decision."""

    number: int
    at: datetime
    against: Decision
    suspends: bool
    outcome: str | None = None


class HeldDocument(NamedTuple):
    """A document that somebody handed in."""

    person: PersonId
    document: DocumentKind
    since: datetime


class Support(NamedTuple):
    """Support offered or arranged for a protected person."""

    person: PersonId
    support: SupportKind
    at: datetime


class WishesOf(NamedTuple):
    """What a protected person wants."""

    person: PersonId
    wishes: Wishes
    at: datetime
