"""Words for what is kept sealed about people, how long, and on what ground it is erased."""

from __future__ import annotations

from enum import StrEnum


class DetailKind(StrEnum):
    """What a sealed detail of a person is."""

    NAME = "name"
    BIRTH_DATE = "birth_date"
    ADDRESS = "address"
    CONTACT = "contact"
    SAFE_CONTACT = "safe_contact"
    DESCRIPTION = "description"


class StatementKind(StrEnum):
    """What a sealed statement about a person is."""

    ACCOUNT = "account"
    REASONS = "reasons"
    WISHES = "wishes"
    OBSERVATION = "observation"
    DEFENCE = "defence"


class ErasureGround(StrEnum):
    """On what ground the personal data of somebody are erased."""

    RETENTION_OVER = "retention_over"
    REQUEST_GRANTED = "request_granted"
    UNLAWFUL = "unlawful"
    ORDERED = "ordered"


class CountedFrom(StrEnum):
    """From when the time is counted for which personal data are kept."""

    REQUEST = "request"
    END = "end"
