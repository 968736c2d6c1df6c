"""Checks terms: which order exceeded which, at a moment, with the calendar that was used.

A term whose end a rule computed when it was decided stands in the event and is copied from there.
A term that the regime does not set is reported as such and never guessed.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from orderflow.audit.deadline import Deadline
from orderflow.audit.log import Laws, events_of, histories
from orderflow.audit.terms_courts import court_terms
from orderflow.audit.terms_facts import TermFacts
from orderflow.audit.terms_service import service_terms
from orderflow.order import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from orderflow.audit.log import Log
    from orderflow.law import RegimeRegister
    from orderflow.store import RecordedEvent


def terms(
    log: Log,
    *,
    at: datetime | None = None,
    known_at: datetime | None = None,
    order_id: UUID | None = None,
    every: bool = False,
    regimes: RegimeRegister | None = None,
) -> Iterator[Deadline]:
    """Iterate over the terms that were exceeded; orders are read one at a time.

    Args:
        log: The log.
        at: As things stood at this moment; None takes that of each order's last known record.
        known_at: Leaves out what was recorded after this moment.
        order_id: One order; None takes all of them.
        every: Also the terms that were kept, are running, fell away, or are set by no law.
        regimes: The regimes there are; by default those that ship with the package.

    Raises:
        OrderNotFound: The order asked for is not on record, or was not yet known.
        EventLogError: Events cannot be read faithfully.
        ValueError: A moment has no time zone.
    """
    if at is not None and at.tzinfo is None:
        msg = "terms are checked at a moment with a time zone"
        raise ValueError(msg)
    laws = Laws(regimes)
    found = (
        deadline
        for one, history in histories(log, order_id, known_at)
        for deadline in terms_of(one, history, _moment(at, history), laws)
    )
    return (one for one in found if every or one.exceeded)


def _moment(at: datetime | None, history: tuple[RecordedEvent, ...]) -> datetime:
    return (at or history[-1].recorded_at).astimezone(UTC)


def terms_of(
    order_id: UUID, history: tuple[RecordedEvent, ...], at: datetime, laws: Laws
) -> tuple[Deadline, ...]:
    """Return every term of one order as it stands at a moment, by what sets it."""
    order = laws.attached(fold(order_id, events_of(history)))
    facts = TermFacts(order=order, history=history, at=at)
    found = (*court_terms(facts), *service_terms(facts))
    return tuple(sorted(found, key=lambda one: (one.event, one.kind)))
