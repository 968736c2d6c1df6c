"""Words for what an order may contain."""

from __future__ import annotations

from enum import StrEnum


class TermKind(StrEnum):
    """Whether a term forbids, limits or demands; breach follows a different route for each."""

    PROHIBITION = "prohibition"
    RESTRICTION = "restriction"
    REQUIREMENT = "requirement"
    OTHER = "other"


class TermSubject(StrEnum):
    """What a term is about."""

    NO_CONTACT = "no_contact"
    NO_VIOLENCE = "no_violence"
    EXCLUSION_ZONE = "exclusion_zone"
    HOME_BAN = "home_ban"
    EXIT_BAN = "exit_ban"
    NO_REMOVAL_FROM_CARE = "no_removal_from_care"
    NO_MARRIAGE_ARRANGEMENT = "no_marriage_arrangement"
    NO_MARRIAGE_CEREMONY = "no_marriage_ceremony"
    NO_FGM_ARRANGEMENT = "no_fgm_arrangement"
    NO_TRAVEL_DOCUMENT_APPLICATION = "no_travel_document_application"
    PASSPORT_SURRENDER = "passport_surrender"
    PASSPORT_HELD_BY_POLICE = "passport_held_by_police"
    DISCLOSE_WHEREABOUTS = "disclose_whereabouts"
    RETURN_PERSON = "return_person"
    MEDICAL_EXAMINATION = "medical_examination"
    REACHABLE_ADDRESS = "reachable_address"
    SCHOOL_SUPERVISION = "school_supervision"
    PROTECTIVE_RELATIVE = "protective_relative"
    SUPPORT = "support"


TRAVEL_TERMS = frozenset(
    {
        TermSubject.EXIT_BAN,
        TermSubject.PASSPORT_SURRENDER,
        TermSubject.PASSPORT_HELD_BY_POLICE,
        TermSubject.NO_TRAVEL_DOCUMENT_APPLICATION,
    }
)
"""Terms that take somebody's freedom to travel, and so need an end or a review of their own."""
