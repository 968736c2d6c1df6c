"""Every sentence of the vocabulary: importing this module declares them all."""

from tests.steps import (
    application,
    ending,
    exclusion,
    facts,
    hearing,
    incident,
    open_questions,
    order,
    outcome,
    penalty,
    reasons,
    route,
    secrecy,
    service,
    words_of_acts,
    words_of_law,
)
from tests.steps.grammar import PHRASES
from tests.steps.understanding import Spoken, understand

__all__ = [
    "PHRASES",
    "Spoken",
    "application",
    "ending",
    "exclusion",
    "facts",
    "hearing",
    "incident",
    "open_questions",
    "order",
    "outcome",
    "penalty",
    "reasons",
    "route",
    "secrecy",
    "service",
    "understand",
    "words_of_acts",
    "words_of_law",
]
