"""A score for how much there is to look at in an order; a reason to look, and no judgement.

Every order starts with one point, so that each can be drawn. Each mark below adds its points once,
however often it is found. The score weighs the draw of a sample by risk and nothing else: no rule,
no state and no route depends on it.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from orderflow.audit.terms import terms_of
from orderflow.order import events as e
from orderflow.order.values import ProsecutionOutcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from orderflow.audit.log import Laws
    from orderflow.store import RecordedEvent

    History = tuple[RecordedEvent, ...]

Both = tuple[str, str]

LATE: Final = timedelta(days=7)
"""How long after it happened a fact is recorded before that is a mark."""


class RiskMark(StrEnum):
    """One thing that makes an order worth a look."""

    TERM_EXCEEDED = "term_exceeded"
    RECORD_CORRECTED = "record_corrected"
    BINDING_INVALIDATED = "binding_invalidated"
    ASSESSED_OTHERWISE = "assessed_otherwise"
    REVIEW_WEIGHED = "review_weighed"
    CONVICTED = "convicted"
    SET_ASIDE = "set_aside"
    APPEALED = "appealed"
    WITHOUT_NOTICE = "without_notice"
    PROTECTED_PERSON_OPPOSES = "protected_person_opposes"
    RECORDED_LATE = "recorded_late"
    INCIDENT = "incident"


POINTS: Final[dict[RiskMark, int]] = {
    RiskMark.TERM_EXCEEDED: 5,
    RiskMark.RECORD_CORRECTED: 4,
    RiskMark.BINDING_INVALIDATED: 4,
    RiskMark.ASSESSED_OTHERWISE: 4,
    RiskMark.REVIEW_WEIGHED: 3,
    RiskMark.CONVICTED: 3,
    RiskMark.SET_ASIDE: 3,
    RiskMark.APPEALED: 2,
    RiskMark.WITHOUT_NOTICE: 2,
    RiskMark.PROTECTED_PERSON_OPPOSES: 2,
    RiskMark.RECORDED_LATE: 2,
    RiskMark.INCIDENT: 1,
}
"""Points of each mark."""

WORDS: Final[dict[RiskMark, Both]] = {
    RiskMark.TERM_EXCEEDED: ("a term was exceeded", "een termijn is overschreden"),
    RiskMark.RECORD_CORRECTED: ("the record was corrected", "het dossier is verbeterd"),
    RiskMark.BINDING_INVALIDATED: (
        "a service or notice did not hold",
        "een betekening of mededeling hield geen stand",
    ),
    RiskMark.ASSESSED_OTHERWISE: (
        "an incident was assessed otherwise later",
        "een melding is later anders beoordeeld",
    ),
    RiskMark.REVIEW_WEIGHED: (
        "a human weighed reasons against going on",
        "een mens woog redenen tegen doorgaan",
    ),
    RiskMark.CONVICTED: ("there was a conviction", "er is veroordeeld"),
    RiskMark.SET_ASIDE: ("the order was set aside", "het bevel is vernietigd"),
    RiskMark.APPEALED: ("there was an appeal", "er is beroep ingesteld"),
    RiskMark.WITHOUT_NOTICE: (
        "it was made or varied before anybody was heard",
        "het is gegeven of gewijzigd voordat iemand was gehoord",
    ),
    RiskMark.PROTECTED_PERSON_OPPOSES: (
        "a protected person opposes it",
        "een beschermde persoon verzet zich ertegen",
    ),
    RiskMark.RECORDED_LATE: (
        "a fact was recorded more than 7 days late",
        "een feit is meer dan 7 dagen later vastgelegd",
    ),
    RiskMark.INCIDENT: ("conduct was reported", "er is een gedraging gemeld"),
}
"""Each mark in English and Dutch."""


def marks_of(order_id: UUID, history: History, at: datetime, laws: Laws) -> tuple[RiskMark, ...]:
    """Return the marks of an order as it stands at a moment, the heaviest first."""
    found = {mark for mark, test in _TESTS.items() if any(test(one) for one in history)}
    if any(deadline.exceeded for deadline in terms_of(order_id, history, at, laws)):
        found.add(RiskMark.TERM_EXCEEDED)
    return tuple(mark for mark in RiskMark if mark in found)


def score(marks: tuple[RiskMark, ...]) -> int:
    """Return the score that marks make: one, and the points of each."""
    return 1 + sum(POINTS[mark] for mark in marks)


def _is(*kinds: type[e.Event]) -> Callable[[RecordedEvent], bool]:
    return lambda recorded: isinstance(recorded.event, kinds)


def _says(field: str, *values: object) -> Callable[[RecordedEvent], bool]:
    return lambda recorded: getattr(recorded.event, field, None) in values


def _late(recorded: RecordedEvent) -> bool:
    return recorded.recorded_at - recorded.event.occurred_at > LATE


_TESTS: Final[dict[RiskMark, Callable[[RecordedEvent], bool]]] = {
    RiskMark.RECORD_CORRECTED: _is(e.RecordCorrected),
    RiskMark.BINDING_INVALIDATED: _is(e.BindingInvalidated),
    RiskMark.ASSESSED_OTHERWISE: _is(e.IncidentReassessed),
    RiskMark.REVIEW_WEIGHED: lambda one: bool(getattr(one.event, "weighed", ())),
    RiskMark.CONVICTED: _says("outcome", ProsecutionOutcome.CONVICTED),
    RiskMark.SET_ASIDE: _is(e.OrderSetAside),
    RiskMark.APPEALED: _is(e.AppealLodged),
    RiskMark.WITHOUT_NOTICE: lambda one: (
        isinstance(one.event, e.OrderGranted | e.OrderVaried) and one.event.without_notice
    ),
    RiskMark.PROTECTED_PERSON_OPPOSES: _says("wishes", "opposes"),
    RiskMark.RECORDED_LATE: _late,
    RiskMark.INCIDENT: _is(e.IncidentReported),
}
