"""What the law says: data and pure functions; knows no order.

A `Regime` is one version of one legal instrument, a `RegimeRegister` finds it. Each value is a
`Provision` with its source; what the law leaves open raises `NotDecided`. `law` reads its own
files and nothing else: no clock, no environment, no chance.
"""

from orderflow.law.compare import Difference
from orderflow.law.milder import milder_penalty
from orderflow.law.periods import Period, PeriodValue, age_reached, end_of, longer, start_of
from orderflow.law.provision import ChoiceNumber, Provision, SourceKey
from orderflow.law.regime import Breach, Regime, RegimeId
from orderflow.law.register import RegimeRegister
from orderflow.law.sources import Choice, Question, References, Source, references
from orderflow.law.vocabulary import (
    TRAVEL_TERMS,
    AgeBand,
    Capacity,
    Channel,
    CivilRoute,
    Criterion,
    Defence,
    DetailKind,
    ErasureGround,
    Harm,
    InformMethod,
    Knowledge,
    KnowledgeScope,
    LegalNature,
    Moment,
    NotifiedFact,
    OwnMotionNeed,
    Reach,
    ReturnHearing,
    Role,
    ServiceMethod,
    SetAsideEffect,
    Standard,
    StatementKind,
    SupportKind,
    TermKind,
    TermSubject,
)

__all__ = [
    "TRAVEL_TERMS",
    "AgeBand",
    "Breach",
    "Capacity",
    "Channel",
    "Choice",
    "ChoiceNumber",
    "CivilRoute",
    "Criterion",
    "Defence",
    "DetailKind",
    "Difference",
    "ErasureGround",
    "Harm",
    "InformMethod",
    "Knowledge",
    "KnowledgeScope",
    "LegalNature",
    "Moment",
    "NotifiedFact",
    "OwnMotionNeed",
    "Period",
    "PeriodValue",
    "Provision",
    "Question",
    "Reach",
    "References",
    "Regime",
    "RegimeId",
    "RegimeRegister",
    "ReturnHearing",
    "Role",
    "ServiceMethod",
    "SetAsideEffect",
    "Source",
    "SourceKey",
    "Standard",
    "StatementKind",
    "SupportKind",
    "TermKind",
    "TermSubject",
    "age_reached",
    "end_of",
    "longer",
    "milder_penalty",
    "references",
    "start_of",
]
