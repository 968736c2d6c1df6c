"""The question of the border guard: may I act, now, against this person, here?

The answer says of each route whether it is open and who may take it. That whoever asks has no
standing of their own closes nothing: a border guard holds somebody for the police.
"""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, NamedTuple

from orderflow.api.accesses.entry import Access
from orderflow.api.exchange import document
from orderflow.api.seeing import held_look, sees_every_gate
from orderflow.api.shapes import (
    Enforceability,
    EnforceabilityQuestion,
    OrderInForce,
    TermInForce,
)
from orderflow.order.binding import addresses
from orderflow.privacy import What
from orderflow.showing import citing

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from orderflow.api.callers import Caller
    from orderflow.api.exchange import Answer, Asked
    from orderflow.api.index.held import Held
    from orderflow.api.service import Service
    from orderflow.order import Assessment
    from orderflow.order.values import PersonId, Term
    from orderflow.privacy import AccessDecision


def ask_enforceability(service: Service, asked: Asked) -> Answer:
    """Answer with the orders in force that address a person, and what may be done."""
    question: EnforceabilityQuestion = asked.question(EnforceabilityQuestion)
    service.index.catch_up(asked.turn)
    at = (question.at or service.orders.now()).astimezone(UTC)
    found, looks = [], [Access(what=What.GATE, person=question.person)]
    told_of_all = sees_every_gate(asked.caller.reader)
    complete = told_of_all and service.index.whole
    for candidate in _candidates(service, asked.caller, question.person):
        # Without its law nothing can be said of an order, and it must not look as if it were none.
        complete = complete and candidate.held.order.law is not None
        shown = _in_force(candidate.held, candidate.name, at, question)
        if shown is not None:
            order_id = candidate.held.order.id
            looks.append(Access(order_id, candidate.decision, What.GATE, question.person))
            found.append(shown)
    answer = Enforceability(
        person=question.person,
        place=question.place,
        at=at,
        simulated=service.orders.simulated,
        complete=complete,
        orders=tuple(found),
    )
    return document(answer, *looks)._replace(unhurried=not told_of_all)


class _Candidate(NamedTuple):
    """An order that may be asked about, and the name under which it knows the person."""

    held: Held
    name: PersonId
    decision: AccessDecision


def _candidates(service: Service, caller: Caller, person: PersonId) -> list[_Candidate]:
    """Return the orders at the gate that know a person, under this name or another of theirs.

    That two names are one human being may be on record in one order and count for another (EC43).
    """
    found: dict[UUID, _Candidate] = {}
    names, seen = [person], {person}
    for name in names:
        for order_id in service.index.of_person(name):
            held = service.index.get(order_id)
            if held is None or order_id in found:
                continue
            decision = held_look(caller, held).decision(What.GATE)
            if not decision.allowed:
                continue
            found[order_id] = _Candidate(held, name, decision)
            for other in sorted(held.order.known_as(name) - seen):
                seen.add(other)
                names.append(other)
    return list(found.values())


def _in_force(
    held: Held,
    person: PersonId,
    at: datetime,
    question: EnforceabilityQuestion,
) -> OrderInForce | None:
    """Return an order if it is in force and addresses the person with a term; else None."""
    order = held.order
    version = order.version_at(at)
    if version is None or order.period_at(at) is None or order.law is None:
        return None
    answers = [
        (
            term,
            order.assess(
                person=person,
                term=term.id,
                conduct_at=at,
                place=question.place,
            ),
        )
        for term in version.terms
        if addresses(order, term, person) and (term.ends_at is None or at < term.ends_at)
    ]
    force = next((answer.in_force for _, answer in answers if answer.in_force), None)
    if force is None:
        return None
    regime = citing.regime(order)
    return OrderInForce(
        order_id=order.id,
        person=person,
        bound=any(answer.bound for _, answer in answers),
        in_force=force,
        regime=regime,
        grounds=citing.grounds(order.law, regime.digest),
        terms=tuple(_shown(term, answer, person) for term, answer in answers),
    )


def _shown(term: Term, answer: Assessment, person: PersonId) -> TermInForce:
    """Return a term and what the law makes of it; of those it binds, the person asked about."""
    return TermInForce(
        term=term.model_copy(update={"binds": (person,) if person in term.binds else ()}),
        bound=answer.bound,
        criminal=citing.route(answer.criminal),
        civil=citing.route(answer.civil),
    )
