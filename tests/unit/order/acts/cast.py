"""The cast, the terms and the calendar of the tests of the order.

A daughter is to be protected from a forced marriage; her mother and her uncle are the respondents,
an aunt is somebody nobody has named yet.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from orderflow.law import (
    AgeBand,
    Role,
    TermKind,
    TermSubject,
)
from orderflow.order.values import (
    Actor,
    Duration,
    For,
    Person,
    Residence,
    Term,
    Until,
)
from tests.spec import at

DAUGHTER, SISTER, MOTHER, UNCLE = "daughter", "sister", "mother", "uncle"
AUNT, STRANGER, COUSIN = "aunt", "stranger", "cousin"

THE_DAUGHTER = Actor(role=Role.PROTECTED_PERSON, person=DAUGHTER)
THE_MOTHER = Actor(role=Role.RESPONDENT, person=MOTHER)
COURT = Actor(role=Role.COURT, office="family-court-1")
OFFICER = Actor(role=Role.COURT_OFFICER, office="family-court-1")
POLICE = Actor(role=Role.POLICE, office="force-1")
PROSECUTOR = Actor(role=Role.PROSECUTOR, office="prosecutor-1")
CRIMINAL_COURT = Actor(role=Role.CRIMINAL_COURT, office="crown-court-1")
COUNCIL = Actor(role=Role.LOCAL_AUTHORITY, office="council-1")
SERVER = Actor(role=Role.PROCESS_SERVER, person="server-1")
BAILIFF = Actor(role=Role.BAILIFF, person="bailiff-1")
SCHOOL = Actor(role=Role.SCHOOL, office="school-1")
CLOCK = Actor(role=Role.CLOCK)
MAYOR = Actor(role=Role.MAYOR, office="utrecht")
ASSISTANT = Actor(role=Role.ASSISTANT_PROSECUTOR, office="police-utrecht")
ATTORNEY_GENERAL = Actor(role=Role.ATTORNEY_GENERAL)

ASKED: Final = at("2025-01-06 09:00")
MADE: Final = at("2025-01-06 10:00")
"""When the order is made, unless a test says otherwise: a Monday in winter."""


def day(number: int, clock: str = "10:00") -> datetime:
    """Return a clock time on the given day after the order was made; day 0 is that day."""
    return at(f"{(MADE + timedelta(days=number)).date()} {clock}")


CONTACT = Term(
    id="contact",
    kind=TermKind.PROHIBITION,
    subject=TermSubject.NO_CONTACT,
    binds=(MOTHER, UNCLE),
)
ARRANGE = Term(
    id="arrange",
    kind=TermKind.PROHIBITION,
    subject=TermSubject.NO_MARRIAGE_ARRANGEMENT,
    binds=(MOTHER, UNCLE),
    binds_others=True,
    abroad=True,
)
PASSPORT = Term(
    id="passport",
    kind=TermKind.REQUIREMENT,
    subject=TermSubject.PASSPORT_SURRENDER,
    binds=(MOTHER,),
    review_at=at("2025-07-07 10:00"),
)
REMOVAL = Term(
    id="removal",
    kind=TermKind.PROHIBITION,
    subject=TermSubject.EXIT_BAN,
    binds=(MOTHER, UNCLE),
    ends_at=at("2025-03-03 10:00"),
)
HOME = Term(id="home", kind=TermKind.PROHIBITION, subject=TermSubject.HOME_BAN, binds=(UNCLE,))
HELP = Term(id="help", kind=TermKind.OTHER, subject=TermSubject.SUPPORT, binds=(MOTHER,))
TERMS = (CONTACT, ARRANGE, PASSPORT)


def person(name: str, **changes: object) -> Person:
    """Return an adult who lives in the jurisdiction."""
    usual = {"id": name, "age": AgeBand.ADULT, "residence": Residence.IN_JURISDICTION}
    return Person.model_validate(usual | changes)


def for_(period: str) -> Duration:
    """Return a duration, counted as the regime counts it."""
    return For.model_validate({"period": period})


def until(moment: datetime) -> Duration:
    """Return a duration that ends at `moment`."""
    return Until(at=moment)
