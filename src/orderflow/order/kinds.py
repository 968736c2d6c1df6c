"""The kinds of things in an order, each a closed list of words."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class State(StrEnum):
    """Posture of an order towards enforcement.

    `breached` is a recorded allegation with a route open to it, not a finding.
    """

    REQUESTED = "requested"
    GRANTED = "granted"
    SERVED = "served"
    BREACHED = "breached"
    REFERRED = "referred"
    LAPSED = "lapsed"


class Residence(StrEnum):
    """Whether a person lives where the regime holds."""

    IN_JURISDICTION = "in_jurisdiction"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"


class BindingMethod(StrEnum):
    """How a person came to be bound."""

    SERVED_PERSONALLY = "served_personally"
    SERVED_BY_SUBSTITUTE = "served_by_substitute"
    PRESENT_WHEN_MADE = "present_when_made"
    INFORMED = "informed"
    DISPENSED = "dispensed"


class Place(StrEnum):
    """Where conduct took place, as far as the rules ask."""

    HOME_COUNTRY = "home_country"
    ABROAD = "abroad"
    UNKNOWN = "unknown"


class ProsecutionOutcome(StrEnum):
    """How a referred incident ended in the criminal court."""

    NO_FURTHER_ACTION = "no_further_action"
    DISCONTINUED = "discontinued"
    ACQUITTED = "acquitted"
    CONVICTED = "convicted"


class CivilOutcome(StrEnum):
    """How civil enforcement of an incident ended."""

    NOT_PROVED = "not_proved"
    PROVED_WITHOUT_PENALTY = "proved_without_penalty"
    PUNISHED = "punished"
    PENALTY_COLLECTED = "penalty_collected"


class Wishes(StrEnum):
    """What a protected person wants of the order."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    NOT_ASCERTAINED = "not_ascertained"


class DocumentKind(StrEnum):
    """A document that lets somebody travel."""

    PASSPORT = "passport"
    IDENTITY_CARD = "identity_card"
    TRAVEL_DOCUMENT = "travel_document"


class Decision(StrEnum):
    """A decision that can be appealed."""

    GRANT = "grant"
    REFUSAL = "refusal"
    VARIATION = "variation"
    EXTENSION = "extension"
    DISCHARGE = "discharge"
    REFUSED_CHANGE = "refused_change"


class DeadlineKind(StrEnum):
    """What must be done within a term."""

    POLICE_NOTICE = "police_notice"
    RETURN_HEARING = "return_hearing"
    LISTED_HEARING = "listed_hearing"
    APPLICATION_NOTICE = "application_notice"
    CERTIFICATE = "certificate"
    EXTENSION = "extension"
    TERM_REVIEW = "term_review"


class EndCause(StrEnum):
    """Why there is no order, or no longer."""

    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    PERMISSION_REFUSED = "permission_refused"
    UNDERTAKING = "undertaking"
    EXPIRED = "expired"
    AGE_LIMIT = "age_limit"
    DISCHARGED = "discharged"
    SET_ASIDE = "set_aside"
    SUPERSEDED = "superseded"
    PROTECTED_PERSON_DIED = "protected_person_died"
    SUSPENDED_ON_APPEAL = "suspended_on_appeal"


CIVIL_PUNISHMENTS: Final = frozenset({CivilOutcome.PUNISHED, CivilOutcome.PENALTY_COLLECTED})
"""Outcomes of the civil route that count as punishment for the double-jeopardy rule."""
