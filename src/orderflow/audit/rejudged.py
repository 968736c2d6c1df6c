"""What comes of an order under another law: which incidents and decisions differ, and why."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from orderflow.audit.result import Changed, Result
from orderflow.order.assessment import RouteStatus
from orderflow.order.reasons import Code
from orderflow.order.values import Actor

Outcome = Literal["same", "otherwise", "refused", "not_decided"]


class ReasonJudged(Result):
    """A reason with its sources; `question` is the question that the law leaves open."""

    code: Code
    sentence: str
    sentence_nl: str
    law: tuple[str, ...]
    question: str | None = None


class RouteJudged(Result):
    """A route as a law has it; `max_sanction` is the longest detention, in ISO 8601."""

    status: RouteStatus
    reasons: tuple[ReasonJudged, ...]
    max_sanction: str | None
    may_act: tuple[str, ...]

    @property
    def content(self) -> tuple[object, object, object]:
        """What two laws must agree on for a route to be the same; their sources may differ.

        The answer with its reasons, the longest detention, and who may act.
        """
        codes = tuple(reason.code for reason in self.reasons)
        return (self.status, codes), self.max_sanction, frozenset(self.may_act)


class ProvisionDiffers(Result):
    """A value in which the two laws differ, and but for which they would not differ here.

    Attributes:
        field: Dotted name of the value.
        recorded: What the law of the order says; None where it does not decide.
        under: What the other law says; None where it does not decide.
        law: Keys of the sources of both.
    """

    field: str
    recorded: Any
    under: Any
    law: tuple[str, ...]


class IncidentRejudged(Result):
    """An incident, as the law of the order has it and as another law has it.

    Both on everything that is on record, and on the conduct alone: what became of it on either
    route since does not count.

    Attributes:
        id: Its name within the order.
        criminal: The criminal route: as assessed on record, and under the other law.
        civil: The civil route.
        bound: Whether the person was bound at the conduct.
        because: Values of the laws but for which a route would be as it is on record.
    """

    id: str
    person: str
    term: str
    conduct_at: datetime
    criminal: Changed[RouteJudged]
    civil: Changed[RouteJudged]
    bound: Changed[bool]
    because: tuple[ProvisionDiffers, ...]

    @property
    def differs(self) -> bool:
        """Whether the other law makes something else of it."""
        return any(
            route.before.content != route.after.content for route in (self.criminal, self.civil)
        )


class FieldDiffers(Result):
    """One thing that the decision under the other law would have recorded otherwise.

    Attributes:
        event: Name of the event; `events` in `field` compares which events there are.
        field: Name of the field.
        recorded: What is on record.
        under: What the other law makes of it.
    """

    event: str
    field: str
    recorded: Any
    under: Any


class DecisionRejudged(Result):
    """A decision on record, decided again under another law on what was on record then.

    Attributes:
        command: Name of the command.
        first: Number of its first event within the order.
        last: Number of its last event.
        outcome: `same`; `otherwise`: accepted, with something else computed; `refused`; or
            `not_decided`: the other law leaves open what the decision needs.
        reason: Why it would have been refused.
        differences: What would have been recorded otherwise.
        because: Values of the laws but for which it would not have been refused, or not have come
            out otherwise.
        assumed: What the command said and no event keeps; assumed as the decision needed it.
        reproduced: Whether the law of the order, read with today's code, gives what is on record;
            None where that law is not at hand unchanged.
    """

    command: str
    first: int
    last: int
    occurred_at: datetime
    recorded_at: datetime
    actor: Actor
    outcome: Outcome
    reason: ReasonJudged | None = None
    differences: tuple[FieldDiffers, ...] = ()
    because: tuple[ProvisionDiffers, ...] = ()
    assumed: tuple[str, ...] = ()
    reproduced: bool | None

    @property
    def differs(self) -> bool:
        """Whether the other law makes something else of it."""
        return self.outcome != "same"


class OrderRejudged(Result):
    """An order under another law.

    Attributes:
        order_id: The order.
        recorded_under: Id of the regime it pinned.
        under: Id of the regime it is judged again by.
        as_if: Whether that regime counts as in force at the time.
        time_zone: Zone in which the law of the order counts; of the other, where that is not known.
        incidents: Incidents that differ; all of them, where asked for.
        decisions: Decisions that differ; all of them, where asked for.
        incidents_judged: How many incidents there are.
        decisions_judged: How many decisions there are.
    """

    order_id: UUID
    recorded_under: str
    under: str
    as_if: bool
    time_zone: str
    incidents: tuple[IncidentRejudged, ...]
    decisions: tuple[DecisionRejudged, ...]
    incidents_judged: int
    decisions_judged: int

    @property
    def differs(self) -> bool:
        """Whether anything would have come out otherwise."""
        incidents = any(one.differs for one in self.incidents)
        return incidents or any(one.differs for one in self.decisions)
