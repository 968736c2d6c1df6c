"""Words for people, and for what they are protected against."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """In which role somebody acts or stands in an order."""

    PROTECTED_PERSON = "protected_person"
    RESPONDENT = "respondent"
    RELATIVE = "relative"
    THIRD_PARTY = "third_party"
    LOCAL_AUTHORITY = "local_authority"
    CHILD_PROTECTION_BOARD = "child_protection_board"
    CERTIFIED_INSTITUTION = "certified_institution"
    VEILIG_THUIS = "veilig_thuis"
    SCHOOL = "school"
    SUPPORT_AGENCY = "support_agency"
    LEGAL_REPRESENTATIVE = "legal_representative"
    COURT = "court"
    COURT_OFFICER = "court_officer"
    MAYOR = "mayor"
    ASSISTANT_PROSECUTOR = "assistant_prosecutor"
    PROSECUTOR = "prosecutor"
    CRIMINAL_COURT = "criminal_court"
    ATTORNEY_GENERAL = "attorney_general"
    POLICE = "police"
    BORDER_GUARD = "border_guard"
    BAILIFF = "bailiff"
    PROCESS_SERVER = "process_server"
    CLOCK = "clock"


class Capacity(StrEnum):
    """As what somebody stands towards one order, whatever their role in general."""

    APPLICANT = "applicant"
    PROTECTED_PERSON = "protected_person"
    RESPONDENT = "respondent"
    AFFECTED_PERSON = "affected_person"
    ATTORNEY_GENERAL = "attorney_general"
    AUTHORITY = "authority"


class Harm(StrEnum):
    """What the order protects against."""

    FORCED_MARRIAGE = "forced_marriage"
    ABANDONMENT_ABROAD = "abandonment_abroad"
    FGM = "fgm"
    DOMESTIC_VIOLENCE = "domestic_violence"
    HARASSMENT = "harassment"


class AgeBand(StrEnum):
    """How old a person is, as coarse as the rules allow; never a date of birth."""

    UNDER_12 = "under_12"
    FROM_12_TO_15 = "12_15"
    FROM_16_TO_17 = "16_17"
    ADULT = "adult"
    UNKNOWN = "unknown"

    @property
    def youngest(self) -> int:
        """Lowest age of the band, in whole years; 0 when the age is unknown."""
        return _BANDS[self][0]

    @property
    def oldest(self) -> int:
        """Highest age of the band, in whole years; 199 when it has no upper bound."""
        return _BANDS[self][1]


_BANDS = {
    AgeBand.UNDER_12: (0, 11),
    AgeBand.FROM_12_TO_15: (12, 15),
    AgeBand.FROM_16_TO_17: (16, 17),
    AgeBand.ADULT: (18, 199),
    AgeBand.UNKNOWN: (0, 199),
}
