"""The parts of an order, as folded from its events."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from orderflow.law.periods import PeriodValue
from orderflow.law.vocabulary import Knowledge, NotifiedFact, SupportKind
from orderflow.order.values import (
    BindingMethod,
    Decision,
    DocumentKind,
    EndCause,
    PersonId,
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
        counted: The period that `ends_at` is counted by, where service or notice starts it.
    """

    at: datetime
    kind: str
    ends_at: datetime | None
    cause: EndCause
    counted: PeriodValue | None = None


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


class Seal(NamedTuple):
    """When a version was sealed, and when the police must know by."""

    version: int
    what: str
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
