"""Terms that bind those who serve and notify: police, application, certificate.

Source:
    gb-eaw/pd-11a/para-1, gb-eaw/fpr-2010/r-11-4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orderflow.audit.deadline import Deadline, DeadlineKind, DeadlineStatus
from orderflow.law import Provision
from orderflow.law.deadlines import first_moment
from orderflow.law.vocabulary import NotifiedFact
from orderflow.order import events as e
from orderflow.order.reasons import Code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orderflow.audit.terms_facts import TermFacts
    from orderflow.store import RecordedEvent

_TELLS: Final = {
    "order": frozenset({NotifiedFact.MADE, NotifiedFact.VARIED}),
    "extension": frozenset({NotifiedFact.EXTENDED}),
    "discharge": frozenset({NotifiedFact.DISCHARGED}),
}
"""By what was sealed, of what the police must be told."""

_ABOUT: Final = {"order": "version", "extension": "extension", "discharge": "discharge"}
"""By what was sealed, what the number of its version follows."""


def service_terms(facts: TermFacts) -> Iterator[Deadline]:
    """Yield the terms that bind whoever serves and notifies."""
    yield from _police(facts)
    yield from _application(facts)
    yield from _certificates(facts)


def _police(facts: TermFacts) -> Iterator[Deadline]:
    notice = facts.order.law.police_notification if facts.order.law else None
    rule = None if notice is None else notice.within
    days = None if notice is None else notice.counting
    for recorded, sealed in facts.happened(e.OrderSealed):
        if sealed.police_notice_due_at is None:
            continue
        yield facts.judged(
            DeadlineKind.POLICE_NOTICE,
            f"{_ABOUT[sealed.what]} {sealed.version}",
            recorded,
            sealed.police_notice_due_at,
            _told(facts, sealed),
            facts.counting(sealed.occurred_at, rule, stored=True, law=sealed.law, days=days),
            inclusive=True,
        )


def _told(facts: TermFacts, sealed: e.OrderSealed) -> RecordedEvent | None:
    """Return the notice of what was sealed; that it was made says nothing of its discharge."""
    for recorded, notice in facts.happened(e.PoliceNotified):
        if notice.of in _TELLS[sealed.what] and notice.version == sealed.version:
            return recorded
    return None


def _application(facts: TermFacts) -> Iterator[Deadline]:
    """Yield each service of the application; exceeded where the hearing came too soon."""
    regime = facts.order.law
    rule = regime.service.application_notice_min if regime else None
    days = regime.service.application_notice_counting if regime else Provision()
    for recorded, served in facts.happened(e.ApplicationServed):
        short = Code.SHORT_NOTICE in served.flags
        earliest = None
        if regime is not None and rule is not None and rule.value is not None:
            earliest = first_moment(served.occurred_at, rule.value, days.value, regime)
        status = DeadlineStatus.MET
        if short:
            status = DeadlineStatus.EXCEEDED
        elif earliest is None:
            status = DeadlineStatus.NO_TERM
        yield Deadline(
            order_id=facts.order.id,
            kind=DeadlineKind.APPLICATION_NOTICE,
            about=f"person {served.person}",
            event=recorded.version,
            status=status,
            due_at=earliest,
            done_at=served.hearing_at,
            done_by=recorded.version,
            recorded_at=recorded.recorded_at,
            late_by=earliest - served.hearing_at if short and earliest is not None else None,
            counting=facts.counting(served.occurred_at, rule, stored=False, days=days),
        )


def _certificates(facts: TermFacts) -> Iterator[Deadline]:
    """Yield each service; no regime of this version sets a term for its certificate."""
    rule = facts.order.law.service.methods if facts.order.law else None
    for recorded, served in facts.happened(e.OrderServed):
        yield Deadline(
            order_id=facts.order.id,
            kind=DeadlineKind.CERTIFICATE,
            about=f"person {served.person}",
            event=recorded.version,
            status=DeadlineStatus.NO_TERM,
            due_at=None,
            done_at=served.certificate_at,
            done_by=recorded.version if served.certificate_at else None,
            recorded_at=recorded.recorded_at if served.certificate_at else None,
            counting=facts.counting(served.occurred_at, rule, stored=True, within=False),
        )
