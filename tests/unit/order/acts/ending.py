"""Acts of the cast about the end."""

from __future__ import annotations

from datetime import datetime

from orderflow.law import (
    Capacity,
)
from orderflow.order import commands as c
from orderflow.order.values import (
    Actor,
    Decision,
)
from tests.unit.order.acts.act import act
from tests.unit.order.acts.cast import (
    CLOCK,
    COURT,
    DAUGHTER,
    OFFICER,
    SISTER,
    THE_MOTHER,
)


def discharge(when: datetime, by: Actor = COURT, **changes: object) -> c.DischargeOrder:
    """The court ends the order on the daughter's application."""
    return act(c.DischargeOrder, when, by, {"asked_by": Capacity.APPLICANT}, changes)


def release(when: datetime, name: str = SISTER, by: Actor = COURT) -> c.ReleaseProtectedPerson:
    """The court ends the protection of the sister."""
    return act(c.ReleaseProtectedPerson, when, by, {"person": name}, {})


def set_aside(when: datetime, by: Actor = COURT) -> c.SetAsideOrder:
    """The court sets the order aside."""
    return act(c.SetAsideOrder, when, by, {}, {})


def expire(when: datetime, by: Actor = CLOCK) -> c.RecordExpiry:
    """The clock records that the end was reached."""
    return act(c.RecordExpiry, when, by, {}, {})


def supersede(when: datetime, by: Actor = COURT) -> c.SupersedeOrder:
    """Another order takes the place of this one."""
    return act(c.SupersedeOrder, when, by, {"by_order": "order-2"}, {})


def die(when: datetime, name: str = DAUGHTER, by: Actor = OFFICER) -> c.RecordDeath:
    """The court officer records that the daughter died."""
    return act(c.RecordDeath, when, by, {"person": name}, {})


def appeal(
    when: datetime, against: Decision = Decision.GRANT, by: Actor = THE_MOTHER
) -> c.LodgeAppeal:
    """The mother appeals against the order."""
    return act(c.LodgeAppeal, when, by, {"against": against}, {})


def determine(
    when: datetime, outcome: str = "allowed", by: Actor = COURT, **changes: object
) -> c.DetermineAppeal:
    """The court allows appeal number 1."""
    return act(c.DetermineAppeal, when, by, {"appeal": 1, "outcome": outcome}, changes)
