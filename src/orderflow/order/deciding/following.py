"""Decides what surrounds an order: documents, transfer, recognition abroad, terms not kept."""

from __future__ import annotations

from orderflow.law.vocabulary import Role
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.deciding.case import Case, refuse
from orderflow.order.deciding.registry import Events, decides
from orderflow.order.reasons import Code


@decides(c.SurrenderDocument, "document")
def _surrender(command: c.SurrenderDocument, case: Case) -> Events:
    case.known_person(command.person)
    held = {(document.person, document.document) for document in case.order.documents}
    if (command.person, command.document) in held:
        refuse(Code.ALREADY_ON_RECORD)
    return (
        e.DocumentSurrendered(
            occurred_at=case.at, person=command.person, document=command.document
        ),
    )


@decides(c.ReturnDocument, "document")
def _return(command: c.ReturnDocument, case: Case) -> Events:
    case.must_be_competent(
        case.regime.competence.grant,
        Role.COURT_OFFICER,
        Role.POLICE,
        Role.LOCAL_AUTHORITY,
    )
    held = {(held.person, held.document): held.since for held in case.order.documents}
    if (command.person, command.document) not in held:
        refuse(Code.NO_SUCH_DOCUMENT)
    case.must_not_precede(held[command.person, command.document])
    return (
        e.DocumentReturned(occurred_at=case.at, person=command.person, document=command.document),
    )


@decides(c.TransferCase, "transfer")
def _transfer(command: c.TransferCase, case: Case) -> Events:
    case.must_be_competent(case.regime.competence.grant, Role.COURT_OFFICER)
    if case.order.office == command.to_office:
        refuse(Code.NO_CHANGE)
    return (e.CaseTransferred(occurred_at=case.at, to_office=command.to_office),)


@decides(c.CertifyForAbroad, "certify")
def _certify(_command: c.CertifyForAbroad, case: Case) -> Events:
    rule = case.regime.abroad.certifiable
    case.must_be_competent(case.regime.competence.grant, Role.COURT_OFFICER)
    if not rule.decided():
        refuse(Code.NOT_CERTIFIABLE, rule.source)
    case.must_be_in_force()
    return (e.OrderCertifiedForAbroad(occurred_at=case.at, law=rule.source),)


@decides(c.RecordTermExceeded, "term_exceeded")
def _term_exceeded(command: c.RecordTermExceeded, case: Case) -> Events:
    # Whether it was kept is counted where all terms are counted; here nobody counts again.
    case.must_be_one_of(Role.CLOCK)
    if command.event_version > case.order.version:
        refuse(Code.NO_SUCH_EVENT)
    case.must_not_precede(command.due_at)
    return (
        e.TermExceeded(
            occurred_at=case.at,
            law=command.law,
            kind=command.kind,
            event_version=command.event_version,
            term=command.term,
            due_at=command.due_at,
        ),
    )
