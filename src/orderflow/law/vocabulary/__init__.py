"""The words that the law, the order, the log and the feature files share.

Every word stands in the glossary with its Dutch term. A regime may use these words and no
others; a new word is a change of the published vocabulary.
"""

from __future__ import annotations

from orderflow.law.vocabulary.breach import (
    CivilRoute,
    Defence,
    Knowledge,
    KnowledgeScope,
    Reach,
    SetAsideEffect,
)
from orderflow.law.vocabulary.keeping import (
    CountedFrom,
    DetailKind,
    ErasureGround,
    StatementKind,
)
from orderflow.law.vocabulary.people import (
    AgeBand,
    Capacity,
    Harm,
    Role,
)
from orderflow.law.vocabulary.procedure import (
    Channel,
    Counting,
    Criterion,
    InformMethod,
    LegalNature,
    Moment,
    NotifiedFact,
    OwnMotionNeed,
    ReturnHearing,
    ServiceMethod,
    Standard,
    SupportKind,
)
from orderflow.law.vocabulary.terms import (
    TRAVEL_TERMS,
    TermKind,
    TermSubject,
)

__all__ = [
    "TRAVEL_TERMS",
    "AgeBand",
    "Capacity",
    "Channel",
    "CivilRoute",
    "CountedFrom",
    "Counting",
    "Criterion",
    "Defence",
    "DetailKind",
    "ErasureGround",
    "Harm",
    "InformMethod",
    "Knowledge",
    "KnowledgeScope",
    "LegalNature",
    "Moment",
    "NotifiedFact",
    "OwnMotionNeed",
    "Reach",
    "ReturnHearing",
    "Role",
    "ServiceMethod",
    "SetAsideEffect",
    "Standard",
    "StatementKind",
    "SupportKind",
    "TermKind",
    "TermSubject",
]
