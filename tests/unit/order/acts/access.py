"""Acts of the cast about who may see what."""

from __future__ import annotations

from datetime import datetime

from orderflow.order import commands as c
from orderflow.order.kinds_access import RestrictionKind
from orderflow.order.values import Actor
from tests.unit.order.acts.act import act
from tests.unit.order.acts.cast import MOTHER, OFFICER


def check_copy(
    when: datetime, name: str = MOTHER, by: Actor = OFFICER, **changes: object
) -> c.CheckConfidentiality:
    """The court officer checks the copy of version 1 for somebody, and takes something out."""
    usual = {"person": name, "version": 1, "redacted": True}
    return act(c.CheckConfidentiality, when, by, usual, changes)


def restrict(
    when: datetime,
    kind: RestrictionKind = RestrictionKind.EXCLUDED,
    by: Actor = OFFICER,
    **changes: object,
) -> c.RestrictAccess:
    """The court officer keeps a user out, as the words of a restriction go."""
    usual = {} if kind is RestrictionKind.PRIVATE else {"users": ("user-1",)}
    return act(c.RestrictAccess, when, by, {"kind": kind, **usual}, changes)


def lift(when: datetime, restriction: int = 1, by: Actor = OFFICER) -> c.LiftRestriction:
    """The court officer lifts a restriction."""
    return act(c.LiftRestriction, when, by, {"restriction": restriction}, {})
