"""Acts of the cast about the order itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from orderflow.law import (
    Capacity,
    InformMethod,
)
from orderflow.order import commands as c
from orderflow.order.values import (
    Actor,
    Duration,
    OpenEnded,
    Term,
)
from tests.unit.order.acts import ASSISTANT, HOME, MAYOR, UNCLE, for_
from tests.unit.order.acts.act import act
from tests.unit.order.acts.cast import (
    ASKED,
    CONTACT,
    COURT,
    DAUGHTER,
    MADE,
    OFFICER,
    TERMS,
    THE_DAUGHTER,
)


def grant(when: datetime = MADE, by: Actor = COURT, **changes: object) -> c.GrantOrder:
    """The court makes the order on notice and with no end."""
    return act(c.GrantOrder, when, by, {"terms": TERMS, "duration": OpenEnded()}, changes)


def grant_unheard(when: datetime = MADE, **changes: object) -> c.GrantOrder:
    """The court makes the order without notice, and lists the return hearing for day 14."""
    usual = {"without_notice": True, "return_hearing_at": when + timedelta(days=14)}
    return grant(when, COURT, **(usual | changes))


def impose(when: datetime = MADE, by: Actor = MAYOR, **changes: object) -> c.GrantOrder:
    """The mayor excludes the uncle from the home for ten days."""
    return grant(when, by, **({"terms": (HOME,), "duration": for_("P10D")} | changes))


def announce(when: datetime, **changes: object) -> c.InformPerson:
    """The exclusion, with its terms, is announced to the uncle by word of mouth."""
    usual = {
        "person": UNCLE,
        "version": 1,
        "method": InformMethod.ORAL_ANNOUNCEMENT,
        "terms_told": True,
    }
    return act(c.InformPerson, when, ASSISTANT, usual, changes)


def seal(when: datetime = MADE, version: int = 1, by: Actor = OFFICER) -> c.SealOrder:
    """The court officer seals a version."""
    return act(c.SealOrder, when, by, {"version": version}, {})


def vary(when: datetime, *terms: Term, by: Actor = COURT, **changes: object) -> c.VaryOrder:
    """The court changes the terms, on the daughter's application."""
    usual = {"terms": terms or TERMS, "asked_by": Capacity.APPLICANT}
    return act(c.VaryOrder, when, by, usual, changes)


def hold_hearing(
    when: datetime, outcome: str, by: Actor = COURT, **changes: object
) -> c.HoldReturnHearing:
    """The court holds the return hearing."""
    return act(c.HoldReturnHearing, when, by, {"outcome": outcome}, changes)


def extend(when: datetime, duration: Duration, by: Actor = COURT) -> c.ExtendOrder:
    """The court lets the order end later."""
    return act(c.ExtendOrder, when, by, {"duration": duration}, {})


def flag_conflict(when: datetime, *terms: str) -> c.FlagConflict:
    """The court officer flags that a contact arrangement conflicts with terms."""
    usual = {"other_order": "child-arrangements-1", "terms": terms or (CONTACT.id,)}
    return act(c.FlagConflict, when, OFFICER, usual, {})


def withhold(when: datetime = ASKED, name: str = DAUGHTER) -> c.WithholdContactDetails:
    """The daughter keeps her contact details from the respondents."""
    return act(c.WithholdContactDetails, when, THE_DAUGHTER, {"person": name}, {})
