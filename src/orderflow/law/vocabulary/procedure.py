"""Words for how an order comes about, reaches people and goes on."""

from __future__ import annotations

from enum import StrEnum


class LegalNature(StrEnum):
    """Branch of law that an order belongs to."""

    CIVIL = "civil"
    ADMINISTRATIVE = "administrative"
    CHILD_PROTECTION = "child_protection"
    CRIMINAL_PRETRIAL = "criminal_pretrial"
    CRIMINAL_SENTENCE = "criminal_sentence"


class Standard(StrEnum):
    """Standard of proof."""

    CIVIL = "civil"
    PLAUSIBLE = "plausible"
    SERIOUS_SUSPICION = "serious_suspicion"
    CRIMINAL = "criminal"


class Criterion(StrEnum):
    """What an application for permission must speak of."""

    CONNECTION = "connection"
    KNOWLEDGE = "knowledge"
    WISHES_AND_FEELINGS = "wishes_and_feelings"


class OwnMotionNeed(StrEnum):
    """What must be the case before an authority acts of its own motion."""

    RELATED_FAMILY_PROCEEDINGS = "related_family_proceedings"
    RESPONDENT_IS_PARTY_THERE = "respondent_is_party_there"


class Channel(StrEnum):
    """How an application reaches the authority."""

    ONLINE = "online"
    PAPER = "paper"
    IN_PERSON = "in_person"
    SUMMONS = "summons"
    POLICE_REPORT = "police_report"
    ADVICE_CENTRE = "advice_centre"


class SupportKind(StrEnum):
    """What is arranged around an order for the protected person."""

    LEGAL_ADVICE = "legal_advice"
    SHELTER = "shelter"
    SCHOOL_SUPERVISION = "school_supervision"
    PROTECTIVE_RELATIVE = "protective_relative"
    ADVICE_CENTRE = "advice_centre"
    INTERPRETER = "interpreter"


class Moment(StrEnum):
    """From which moment something counts."""

    MADE = "made"
    NOTIFIED = "notified"
    SERVED = "served"
    SEALED = "sealed"


class ServiceMethod(StrEnum):
    """How an order was served."""

    PERSONAL = "personal"
    SUBSTITUTED = "substituted"
    HANDED_OVER = "handed_over"
    BAILIFF = "bailiff"


class InformMethod(StrEnum):
    """How somebody came to know of an order without service."""

    PRESENT_WHEN_MADE = "present_when_made"
    TELEPHONE = "telephone"
    ORAL_ANNOUNCEMENT = "oral_announcement"
    ELECTRONIC_MESSAGE = "electronic_message"
    OTHER = "other"


class NotifiedFact(StrEnum):
    """What the police are told of."""

    MADE = "made"
    VARIED = "varied"
    EXTENDED = "extended"
    DISCHARGED = "discharged"
    SERVED = "served"
    INFORMED = "informed"


class ReturnHearing(StrEnum):
    """When a hearing must follow an order made without notice."""

    NOT_REQUIRED = "not_required"
    AS_SOON_AS_JUST_AND_CONVENIENT = "as_soon_as_just_and_convenient"
    WITHIN_PERIOD = "within_period"


class Counting(StrEnum):
    """How a short period for doing something is counted."""

    CALENDAR = "calendar"
    CLEAR_BUSINESS_DAYS = "clear_business_days"
