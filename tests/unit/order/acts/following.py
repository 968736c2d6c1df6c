"""Acts of the cast about what surrounds the order."""

from __future__ import annotations

from datetime import datetime, timedelta

from orderflow.order import commands as c
from orderflow.order.values import (
    Actor,
    DeadlineKind,
    DocumentKind,
    TermId,
)
from tests.unit.order.acts.act import act
from tests.unit.order.acts.cast import (
    CLOCK,
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


def exceed(
    due_at: datetime,
    event: int,
    by: Actor = CLOCK,
    *,
    term: TermId | None = None,
    late: float = 0,
) -> c.RecordTermExceeded:
    """The clock finds, so many seconds late, that the police were not told by then."""
    content = {
        "kind": DeadlineKind.POLICE_NOTICE,
        "event_version": event,
        "term": term,
        "due_at": due_at,
    }
    return act(c.RecordTermExceeded, due_at + timedelta(seconds=late), by, content, {})
