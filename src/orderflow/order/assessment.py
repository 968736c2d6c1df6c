"""The answer to the question at the gate: may I act, now, against this person, for this?"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, Field

from orderflow.order.reasons import Code
from orderflow.order.sentences import SENTENCES
from orderflow.order.values import (
    BindingMethod,
    PersonId,
    Place,
    TermId,
    Value,
)


class RouteStatus(StrEnum):
    """Whether a route is open for one piece of conduct."""

    OPEN = "open"
    CLOSED = "closed"
    NEEDS_REVIEW = "needs_review"


class Reason(Value):
    """One reason with the sources it rests on.

    Attributes:
        code: Stable code.
        law: Source keys; empty where the reason rests on the record alone.
        question: The open question, where the law is not decided.
    """

    code: Code
    law: tuple[str, ...] = ()
    question: str | None = None

    @property
    def sentence(self) -> str:
        """The reason as one plain sentence in English."""
        return SENTENCES[self.code][0]

    @property
    def sentence_nl(self) -> str:
        """The reason as one plain sentence in Dutch."""
        return SENTENCES[self.code][1]


class Route(Value):
    """One way of enforcing.

    Attributes:
        status: Whether it is open; `needs_review` means that a human must weigh the reasons.
        reasons: Why it is closed, or what is to be weighed; empty when it is open.
        max_sanction: Longest detention, as an ISO 8601 period, where the regime says.
        may_act: Who may take this route, as words of `Role` or `Capacity`.
    """

    status: RouteStatus
    reasons: tuple[Reason, ...] = ()
    max_sanction: str | None = None
    may_act: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[Code, ...]:
        """Codes of the reasons, in order."""
        return tuple(reason.code for reason in self.reasons)


class InForce(Value):
    """The period and version under which the conduct falls.

    Attributes:
        version: Number of the version that held at the conduct.
        since: Start of the period in force.
        until: First moment outside it; None while no end is set.
    """

    version: Annotated[int, Field(ge=1)]
    since: AwareDatetime
    until: AwareDatetime | None


class Bound(Value):
    """How the person was bound at the conduct.

    Attributes:
        how: By what.
        since: From which moment; the earliest valid binding under the term.
    """

    how: BindingMethod
    since: AwareDatetime


class Assessment(Value):
    """What the law makes of one piece of conduct of one person against one term.

    Attributes:
        regime: Id of the regime it was judged under.
        in_force: Period and version, or None when no order was in force.
        bound: How the person was bound, or None.
        criminal: The criminal route.
        civil: The civil route.
    """

    regime: str
    person: PersonId
    term: TermId
    conduct_at: AwareDatetime
    place: Place
    in_force: InForce | None
    bound: Bound | None
    criminal: Route
    civil: Route

    @property
    def finding(self) -> tuple[int | None, Bound | None, Route, Route]:
        """What a later fact must change to make a difference to this conduct.

        That the order ended sooner or later than thought makes none, as long as it was in force
        (N4).
        """
        version = None if self.in_force is None else self.in_force.version
        return version, self.bound, self.criminal, self.civil

    @property
    def any_route(self) -> bool:
        """Whether at least one route is open or waits for a human's judgement."""
        return not (
            self.criminal.status is RouteStatus.CLOSED and self.civil.status is RouteStatus.CLOSED
        )
