"""One order: as it stands, what happened, and what the law makes of conduct."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from orderflow.api.exchange import Answer, document
from orderflow.api.problems import Fault, Kind, Problem
from orderflow.api.seeing import known, law_attached, look_at, look_to_assess
from orderflow.api.shapes import (
    AssessmentQuestion,
    EventSeen,
    HistoryQuery,
    HistorySeen,
    MomentsQuery,
    OrderSeen,
)
from orderflow.order import fold
from orderflow.showing.assessments import assessment_shown

if TYPE_CHECKING:
    from orderflow.api.exchange import Asked
    from orderflow.api.seeing import Looked
    from orderflow.api.service import Service
    from orderflow.order import ProtectionOrder


def read_order(service: Service, asked: Asked) -> Answer:
    """Answer with an order as the caller may see it."""
    query: MomentsQuery = asked.parameters(MomentsQuery)
    looked = look_at(service, asked.caller, asked.order_id)
    if looked.as_respondent and query.known_at is not None:
        return _undated(looked)
    seen = looked.seen(query.known_at) if looked.allowed else None
    if seen is None or not seen.decision.allowed:
        return looked.refused
    at = (query.at or service.orders.now()).astimezone(UTC)
    state = None
    if seen.order is not None:
        order = fold(looked.order_id, (one.event for one in known(looked, query.known_at)))
        state = order.state_at(at)
    shown = OrderSeen(
        order_id=looked.order_id,
        simulated=service.orders.simulated,
        at=at,
        known_at=query.known_at,
        state=state,
        audiences=seen.decision.audiences,
        order=seen.order,
        copies=seen.copies,
    )
    return document(shown, looked.access, headers={"ETag": looked.tag})


def read_history(service: Service, asked: Asked) -> Answer:
    """Answer with what happened, as far as the caller may know of it."""
    query: HistoryQuery = asked.parameters(HistoryQuery)
    looked = look_at(service, asked.caller, asked.order_id)
    if looked.as_respondent and query.known_at is not None:
        return _undated(looked)
    seen = looked.seen(query.known_at) if looked.allowed else None
    if seen is None or not seen.decision.allowed:
        return looked.refused
    shown = HistorySeen(
        order_id=looked.order_id,
        simulated=service.orders.simulated,
        known_at=query.known_at,
        events=tuple(
            EventSeen(event=one.event, fields=one.fields, record=one.record) for one in seen.events
        ),
    )
    return document(shown, looked.access, headers={"ETag": looked.tag})


def assess_conduct(service: Service, asked: Asked) -> Answer:
    """Answer with what the law makes of conduct against a term of an order."""
    question: AssessmentQuestion = asked.question(AssessmentQuestion)
    looked = look_to_assess(service, asked.caller, asked.order_id)
    events = [one.event for one in known(looked, question.known_at)]
    if not looked.allowed or not events:
        return looked.refused
    # A refusal, too, says something of the record: the look is logged whatever comes of it.
    asked.looked(looked.access._replace(person=question.person))
    order = law_attached(service, fold(looked.order_id, events), looked.order_id)
    _must_be_known(order, question)
    if order.law is None:
        raise Problem(Kind.RECORD_NOT_READABLE)
    acting = asked.caller.reader.role is not None
    asked_by = asked.caller.acting() if acting else None
    answer = order.assess(
        person=question.person,
        term=question.term,
        conduct_at=question.conduct_at,
        place=question.place,
        asked_by=asked_by,
    )
    shown = assessment_shown(
        order,
        answer,
        simulated=service.orders.simulated,
        known_at=question.known_at,
        asked_as=asked_by,
    )
    return document(shown)


def _undated(looked: Looked) -> Answer:
    """Return the answer to somebody whom the order is against and who asks what was known when.

    Asked often enough it would tell when each event was recorded, which their events do not say.
    """
    what = "not for whom the order is against"
    problem = Problem(Kind.NOT_VALID, faults=(Fault("known_at", what),))
    return Answer(b"", looks=(looked.access,), problem=problem)


def _must_be_known(order: ProtectionOrder, question: AssessmentQuestion) -> None:
    """Refuse names that nobody has recorded: a slip of the pen must not look like an answer."""
    everybody = (*order.protected_persons, *order.respondents, *order.other_persons)
    people = {someone.id for someone in everybody} | {b.person for b in order.bindings}
    people |= {name for link in order.links for name in link}
    promised = order.undertaking.terms if order.undertaking else ()
    terms = {t.id for version in order.versions for t in version.terms} | {t.id for t in promised}
    faults = []
    if question.person not in people:
        faults.append(Fault("/person", "no person of that name in this order"))
    if question.term not in terms:
        faults.append(Fault("/term", "no term of that name in any version of this order"))
    if faults:
        raise Problem(Kind.NOT_VALID, faults=tuple(faults))
