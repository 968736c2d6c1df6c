"""The plain sentence of every code, in English and Dutch."""

from __future__ import annotations

from typing import Final

from orderflow.order.reasons import Code
from orderflow.order.sentences_assessing import ASSESSING
from orderflow.order.sentences_refusing import REFUSING

FLAGGING: Final[dict[Code, tuple[str, str]]] = {
    Code.AGE_UNKNOWN: (
        "The age of a person is not on record.",
        "De leeftijd van een persoon is niet vastgelegd.",
    ),
    Code.CAPACITY_CHECK: (
        "The applicant is a minor without a litigation friend; capacity is to be checked.",
        "De verzoeker is minderjarig en niemand treedt voor hem of haar op; ga de bekwaamheid na.",
    ),
    Code.SERVED_BY_APPLICANT: (
        "An individual applicant served it in person, which the rule forbids.",
        "Een verzoeker heeft zelf uitgereikt, wat de regel verbiedt.",
    ),
    Code.SHORT_NOTICE: (
        "There was less notice than the rule asks, and the court did not shorten it.",
        "De termijn was korter dan de regel vraagt en de rechter heeft die niet verkort.",
    ),
    Code.MANUAL_POLICE_NOTICE: (
        "The protected person lives outside the jurisdiction; the police notice is a manual one.",
        "De beschermde persoon woont buiten het rechtsgebied; licht de politie handmatig in.",
    ),
    Code.PROTECTED_PERSON_OPPOSES: (
        "The protected person opposes the order, which does not prevent it.",
        "De beschermde persoon verzet zich tegen het bevel; dat staat er niet aan in de weg.",
    ),
}

SENTENCES: Final[dict[Code, tuple[str, str]]] = {**ASSESSING, **REFUSING, **FLAGGING}
"""For each code its sentence in English and in Dutch."""
