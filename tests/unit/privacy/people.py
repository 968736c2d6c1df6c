"""Readers of the cast, each with the part or the office they have."""

from __future__ import annotations

from typing import Final

from orderflow.law import Role
from orderflow.privacy import Audience, Reader
from tests.unit.order import acts


def reader(role: Role | None = None, office: str | None = None, **more: object) -> Reader:
    """Return somebody who reads in an office, or as the persons they are."""
    usual = {"user": "user-1", "purpose": "work", "role": role, "office": office}
    return Reader.model_validate({**usual, **more})


def person(*names: str, **more: object) -> Reader:
    """Return somebody who has these pseudonyms and no office."""
    return Reader.model_validate({"user": "user-1", "purpose": "work", "persons": names, **more})


MOTHER: Final = person(acts.MOTHER)
UNCLE: Final = person(acts.UNCLE)
AUNT: Final = person(acts.AUNT)
DAUGHTER: Final = person(acts.DAUGHTER)
COURT: Final = reader(Role.COURT, "family-court-1")
POLICE: Final = reader(Role.POLICE, "force-1")
PROSECUTOR: Final = reader(Role.PROSECUTOR, "prosecutor-1")
SCHOOL: Final = reader(Role.SCHOOL, "school-1")
COUNCIL: Final = reader(Role.LOCAL_AUTHORITY, "council-1")
AUDITOR: Final = reader(vouched=(Audience.AUDITOR,))
RESEARCHER: Final = reader(vouched=(Audience.RESEARCH,))
