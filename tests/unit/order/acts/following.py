"""Acts of the cast about what surrounds the order."""

from __future__ import annotations

from datetime import datetime

from orderflow.order import commands as c
from orderflow.order.values import (
    Actor,
    DocumentKind,
)
from tests.unit.order.acts.act import act
from tests.unit.order.acts.cast import (
    COURT,
    MOTHER,
    POLICE,
)


def surrender(when: datetime, name: str = MOTHER) -> c.SurrenderDocument:
    """The mother hands in a passport."""
    content = {"person": name, "document": DocumentKind.PASSPORT}
    return act(c.SurrenderDocument, when, POLICE, content, {})


def give_back(when: datetime, name: str = MOTHER) -> c.ReturnDocument:
    """The passport is given back."""
    content = {"person": name, "document": DocumentKind.PASSPORT}
    return act(c.ReturnDocument, when, POLICE, content, {})


def transfer(when: datetime, to_office: str = "high-court", by: Actor = COURT) -> c.TransferCase:
    """The case goes to the High Court."""
    return act(c.TransferCase, when, by, {"to_office": to_office}, {})


def certify(when: datetime, by: Actor = COURT) -> c.CertifyForAbroad:
    """The court certifies the order for other states."""
    return act(c.CertifyForAbroad, when, by, {}, {})
