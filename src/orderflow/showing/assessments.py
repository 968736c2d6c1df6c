"""An assessment as it is shown: the answer to the question at the gate, with its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.showing import citing
from orderflow.showing.shapes import AssessmentShown

if TYPE_CHECKING:
    from datetime import datetime

    from orderflow.order import Actor, Assessment, ProtectionOrder


def assessment_shown(
    order: ProtectionOrder,
    answer: Assessment,
    *,
    simulated: bool,
    known_at: datetime | None = None,
    asked_as: Actor | None = None,
) -> AssessmentShown:
    """Return the answer about conduct against a term of an order.

    Args:
        order: The order, as it was known at `known_at`.
        answer: What the law makes of the conduct.
        simulated: Whether its log follows a simulated clock.
        known_at: What was recorded later was left out; None for the whole record.
        asked_as: Who would act, where that was part of the question.
    """
    return AssessmentShown(
        order_id=order.id,
        simulated=simulated,
        known_at=known_at,
        regime=citing.regime(order),
        person=answer.person,
        term=answer.term,
        conduct_at=answer.conduct_at,
        place=answer.place,
        asked_as=asked_as,
        in_force=answer.in_force,
        bound=answer.bound,
        criminal=citing.route(answer.criminal),
        civil=citing.route(answer.civil),
    )
