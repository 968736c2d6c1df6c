"""Acts of the cast about who is bound."""

from __future__ import annotations

from datetime import datetime

from orderflow.law import (
    InformMethod,
    NotifiedFact,
    ServiceMethod,
)
from orderflow.order import commands as c
from orderflow.order.values import (
    Actor,
)
from tests.unit.order.acts.act import act
from tests.unit.order.acts.cast import (
    COURT,
    MOTHER,
    OFFICER,
    POLICE,
    SERVER,
)


def attempt(
    when: datetime, name: str = MOTHER, by: Actor = SERVER, **changes: object
) -> c.AttemptService:
    """The server tries in vain to serve somebody."""
    return act(c.AttemptService, when, by, {"person": name, "version": 1}, changes)


def authorise(
    when: datetime, name: str = MOTHER, how: str = "substituted", by: Actor = COURT
) -> c.AuthoriseService:
    """The court allows substituted service."""
    return act(c.AuthoriseService, when, by, {"person": name, "how": how}, {})


def serve(
    when: datetime, name: str = MOTHER, by: Actor = SERVER, **changes: object
) -> c.ServeOrder:
    """Version 1 is served personally on somebody."""
    usual = {"person": name, "version": 1, "method": ServiceMethod.PERSONAL}
    return act(c.ServeOrder, when, by, usual, changes)


def substitute(when: datetime, name: str = MOTHER, **changes: object) -> c.ServeOrder:
    """Version 1 is served on somebody by substitute."""
    return serve(when, name, SERVER, **({"method": ServiceMethod.SUBSTITUTED} | changes))


def inform(
    when: datetime, name: str = MOTHER, by: Actor = POLICE, **changes: object
) -> c.InformPerson:
    """The police tell somebody of version 1 and its terms by telephone."""
    usual = {
        "person": name,
        "version": 1,
        "method": InformMethod.TELEPHONE,
        "terms_told": True,
    }
    return act(c.InformPerson, when, by, usual, changes)


def invalidate(when: datetime, binding: int = 1, by: Actor = COURT) -> c.InvalidateBinding:
    """The court finds that somebody else was served."""
    return act(c.InvalidateBinding, when, by, {"binding": binding, "ground": "wrong_person"}, {})


def identify(when: datetime, described: str, name: str, by: Actor = POLICE) -> c.IdentifyPerson:
    """The police identify somebody who was known by description."""
    return act(c.IdentifyPerson, when, by, {"described": described, "person": name}, {})


def link(when: datetime, name: str, same_as: str, by: Actor = OFFICER) -> c.LinkPersons:
    """The court officer records that two pseudonyms are one human being."""
    return act(c.LinkPersons, when, by, {"person": name, "same_as": same_as}, {})


def unlink(when: datetime, name: str, same_as: str, by: Actor = OFFICER) -> c.UnlinkPersons:
    """The court officer records that they are not, after all."""
    return act(c.UnlinkPersons, when, by, {"person": name, "same_as": same_as}, {})


def notify_police(when: datetime, by: Actor = OFFICER, **changes: object) -> c.NotifyPolice:
    """The court officer tells the police that the order was made."""
    return act(c.NotifyPolice, when, by, {"of": NotifiedFact.MADE, "version": 1}, changes)
