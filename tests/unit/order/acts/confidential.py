"""Acts about what is sealed, with what is usual left out."""

from __future__ import annotations

from datetime import datetime

from orderflow.law.vocabulary import DetailKind, ErasureGround, StatementKind
from orderflow.order import commands as c
from orderflow.order.values import Actor
from tests.unit.order.acts.act import act
from tests.unit.order.acts.cast import DAUGHTER, OFFICER


def detail(
    when: datetime,
    name: str = DAUGHTER,
    kind: DetailKind = DetailKind.SAFE_CONTACT,
    value: str = "through the school, on Tuesdays",
    by: Actor = OFFICER,
) -> c.RecordPersonDetails:
    """Put a detail of a person on record."""
    usual = {"person": name, "kind": kind, "value": value}
    return act(c.RecordPersonDetails, when, by, usual, {})


def statement(
    when: datetime, name: str = DAUGHTER, by: Actor = OFFICER, **changes: object
) -> c.RecordStatement:
    """Put words about a person on record."""
    usual = {"person": name, "kind": StatementKind.ACCOUNT, "text": "she was told to pack"}
    return act(c.RecordStatement, when, by, usual, changes)


def erase(
    when: datetime,
    name: str = DAUGHTER,
    ground: ErasureGround = ErasureGround.REQUEST_GRANTED,
    by: Actor = OFFICER,
    **changes: object,
) -> c.ErasePersonalData:
    """Have the sealed data of a person erased."""
    return act(c.ErasePersonalData, when, by, {"person": name, "ground": ground}, changes)
