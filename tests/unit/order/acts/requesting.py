"""Acts of the cast about the request."""

from __future__ import annotations

from datetime import datetime

from orderflow.law import (
    Channel,
    Criterion,
    Harm,
    OwnMotionNeed,
    SupportKind,
)
from orderflow.order import commands as c
from orderflow.order.values import (
    Actor,
    Wishes,
)
from tests.unit.order.acts.act import act
from tests.unit.order.acts.cast import (
    ASKED,
    CONTACT,
    COUNCIL,
    COURT,
    DAUGHTER,
    MADE,
    MAYOR,
    MOTHER,
    OFFICER,
    PASSPORT,
    POLICE,
    SERVER,
    THE_DAUGHTER,
    UNCLE,
    day,
    person,
)


def request(when: datetime = ASKED, by: Actor = THE_DAUGHTER, **changes: object) -> c.RequestOrder:
    """The daughter asks for an order against her mother and her uncle."""
    usual = {
        "regime": "uk-ew-fmpo",
        "harms": (Harm.FORCED_MARRIAGE,),
        "protected_persons": (person(DAUGHTER),),
        "respondents": (person(MOTHER), person(UNCLE)),
    }
    return act(c.RequestOrder, when, by, usual, changes)


def own_motion(when: datetime = ASKED, **changes: object) -> c.RequestOrder:
    """The court considers an order of its own motion."""
    usual = {"own_motion": True, "own_motion_needs": tuple(OwnMotionNeed)}
    return request(when, COURT, **(usual | changes))


def ban(when: datetime = ASKED, by: Actor = MAYOR, **changes: object) -> c.RequestOrder:
    """The mayor considers to exclude one adult from the home, of their own motion."""
    usual = {
        "regime": "nl-huisverbod",
        "harms": (Harm.DOMESTIC_VIOLENCE,),
        "respondents": (person(UNCLE),),
        "own_motion": True,
    }
    return request(when, by, **(usual | changes))


def summons(when: datetime = ASKED, **changes: object) -> c.RequestOrder:
    """The daughter, through a lawyer, summons her mother and her uncle before a Dutch judge."""
    usual = {
        "regime": "nl-kort-geding-verbod",
        "has_lawyer": True,
        "channel": Channel.SUMMONS,
    }
    return request(when, THE_DAUGHTER, **(usual | changes))


def ask_permission(
    when: datetime = ASKED, by: Actor = POLICE, **changes: object
) -> c.RequestPermission:
    """The police ask for permission, and speak of all three factors."""
    return act(c.RequestPermission, when, by, {"addressed": tuple(Criterion)}, changes)


def decide_permission(
    when: datetime = ASKED, by: Actor = COURT, *, granted: bool = True
) -> c.DecidePermission:
    """The court gives permission."""
    return act(c.DecidePermission, when, by, {"granted": granted}, {})


def withdraw(
    when: datetime = ASKED, by: Actor = THE_DAUGHTER, **changes: object
) -> c.WithdrawRequest:
    """The daughter withdraws her request, with the permission of the court."""
    return act(c.WithdrawRequest, when, by, {"permitted": True}, changes)


def refuse(when: datetime = MADE, by: Actor = COURT) -> c.RefuseOrder:
    """The court refuses the order."""
    return act(c.RefuseOrder, when, by, {}, {})


def undertake(when: datetime = MADE, by: Actor = COURT, **changes: object) -> c.AcceptUndertaking:
    """The court accepts the mother's promise instead of an order."""
    usual = {
        "given_by": (MOTHER,),
        "terms": (CONTACT, PASSPORT),
        "violence_used_or_threatened": False,
        "order_needed": False,
    }
    return act(c.AcceptUndertaking, when, by, usual, changes)


def serve_application(
    when: datetime = ASKED, by: Actor = SERVER, **changes: object
) -> c.ServeApplication:
    """The application is served on the mother, a week before the hearing."""
    usual = {"person": MOTHER, "hearing_at": day(7, "09:00")}
    return act(c.ServeApplication, when, by, usual, changes)


def list_hearing(when: datetime = ASKED, by: Actor = OFFICER) -> c.ListHearing:
    """The court officer lists a hearing."""
    return act(c.ListHearing, when, by, {"hearing_at": MADE}, {})


def wish(when: datetime = ASKED, **changes: object) -> c.RecordWishes:
    """The daughter wants the order."""
    usual = {"person": DAUGHTER, "wishes": Wishes.SUPPORTS}
    return act(c.RecordWishes, when, THE_DAUGHTER, usual, changes)


def support(when: datetime = ASKED, **changes: object) -> c.ArrangeSupport:
    """Legal advice is arranged for the daughter."""
    usual = {"person": DAUGHTER, "support": SupportKind.LEGAL_ADVICE}
    return act(c.ArrangeSupport, when, COUNCIL, usual, changes)
