"""Keeps people's data safe: who may see what of an order.

`may_see` decides whether a reader may see an order, `seen_by` gives what they see of it, and
`respondent_copy` the copy that may be served. All are pure; nothing here reads or writes a log.
"""

from __future__ import annotations

from orderflow.privacy.access import NO_SUCH_ORDER, AccessDecision, What, may_see
from orderflow.privacy.access_record import AccessRecord
from orderflow.privacy.access_sentences import AccessCode
from orderflow.privacy.audience import Audience, AudienceTable
from orderflow.privacy.reader import Reader
from orderflow.privacy.seen import NOTHING, Seen, SeenEvent, seen_by
from orderflow.privacy.seen_copy import RespondentCopy, respondent_copy

__all__ = [
    "NOTHING",
    "NO_SUCH_ORDER",
    "AccessCode",
    "AccessDecision",
    "AccessRecord",
    "Audience",
    "AudienceTable",
    "Reader",
    "RespondentCopy",
    "Seen",
    "SeenEvent",
    "What",
    "may_see",
    "respondent_copy",
    "seen_by",
]
