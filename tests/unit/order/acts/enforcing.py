"""Acts of the cast about conduct."""

from __future__ import annotations

from datetime import datetime

from orderflow.order import commands as c
from orderflow.order.values import (
    Actor,
    CivilOutcome,
    ProsecutionOutcome,
)
from tests.unit.order.acts.act import act
from tests.unit.order.acts.cast import (
    CONTACT,
    COURT,
    MOTHER,
    OFFICER,
    POLICE,
    PROSECUTOR,
    SCHOOL,
    THE_DAUGHTER,
)


def report(
    when: datetime,
    incident: str = "call",
    name: str = MOTHER,
    by: Actor = SCHOOL,
    **changes: object,
) -> c.ReportIncident:
    """The school reports that the mother called the daughter, at once."""
    usual = {"incident": incident, "person": name, "term": CONTACT.id, "conduct_at": when}
    return act(c.ReportIncident, when, by, usual, changes)


def reassess(when: datetime, incident: str = "call") -> c.ReassessIncident:
    """The police assess an incident again."""
    return act(c.ReassessIncident, when, POLICE, {"incident": incident}, {})


def dismiss(when: datetime, incident: str = "call", by: Actor = POLICE) -> c.DismissIncident:
    """The police put an incident aside."""
    return act(c.DismissIncident, when, by, {"incident": incident, "ground": "no_evidence"}, {})


def withdraw_complaint(
    when: datetime, incident: str = "call", by: Actor = THE_DAUGHTER
) -> c.WithdrawComplaint:
    """The daughter withdraws her complaint."""
    return act(c.WithdrawComplaint, when, by, {"incident": incident}, {})


def refer(
    when: datetime, incident: str = "call", by: Actor = POLICE, **changes: object
) -> c.ReferIncident:
    """The police refer an incident to the prosecutor."""
    return act(c.ReferIncident, when, by, {"incident": incident}, changes)


def pursue(
    when: datetime, incident: str = "call", by: Actor = THE_DAUGHTER, **changes: object
) -> c.PursueCivilEnforcement:
    """The daughter takes an incident to the civil court."""
    return act(c.PursueCivilEnforcement, when, by, {"incident": incident}, changes)


def prosecuted(
    when: datetime, outcome: str, incident: str = "call", by: Actor = PROSECUTOR
) -> c.ConcludeProsecution:
    """The criminal route ends."""
    content = {"incident": incident, "outcome": ProsecutionOutcome(outcome)}
    return act(c.ConcludeProsecution, when, by, content, {})


def enforced(
    when: datetime, outcome: str, incident: str = "call", by: Actor = COURT
) -> c.ConcludeCivilEnforcement:
    """The civil route ends."""
    content = {"incident": incident, "outcome": CivilOutcome(outcome)}
    return act(c.ConcludeCivilEnforcement, when, by, content, {})


def correct(
    when: datetime,
    event_version: int = 1,
    by: Actor = OFFICER,
    ground: str = "clerical_error",
) -> c.CorrectRecord:
    """The court officer marks an event as wrong."""
    content = {"event_version": event_version, "ground": ground}
    return act(c.CorrectRecord, when, by, content, {})
