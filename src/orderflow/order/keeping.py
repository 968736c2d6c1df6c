"""Until when the personal data of an order are kept: a function of law, order and moment.

Pure, and computed from what is on record. An order ends whether or not anybody records it. Ages are
bands: somebody who was at least 16 when the order was requested is 18 at the latest two years
later, and somebody of unknown age eighteen years later; so nobody is taken for older than they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from orderflow.errors import NotDecided
from orderflow.law.periods import PeriodValue, end_of
from orderflow.law.vocabulary import AgeBand, CountedFrom
from orderflow.order.values import Instant, Value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime, tzinfo

    from orderflow.law.retention import RetentionRule
    from orderflow.order.order import ProtectionOrder

KeepingStatus = Literal["running", "open_matter", "kept", "due", "not_decided"]


class Keeping(Value):
    """How the data of one order stand at a moment.

    Attributes:
        status: `running`: the order has not ended; `open_matter`: an incident or an appeal is open;
            `kept`: until `until`; `due`: since `until`; `not_decided`: the law leaves it open.
        until: First moment at which they are no longer kept, where that can be told.
        rule: Name of the rule.
        law: Sources of the rule.
        question: What is not decided.
    """

    status: KeepingStatus
    until: Instant | None = None
    rule: str | None = None
    law: tuple[str, ...] = ()
    question: str | None = None


def kept(order: ProtectionOrder, rule: RetentionRule, zone: tzinfo, at: datetime) -> Keeping:
    """Return how the data of an order stand at a moment.

    Args:
        order: The order as on record.
        rule: The rule that holds for it.
        zone: Time zone in which its law counts.
        at: The moment, with a time zone. At `until` itself they are due.

    Source:
        INT-057, INT-060.
    """

    def keeping(status: KeepingStatus, until: datetime | None = None) -> Keeping:
        return Keeping(status=status, until=until, rule=rule.name, law=rule.law)

    try:
        waits, anchor = rule.open_matters.decided(), rule.counted_from.decided()
        period, age = rule.period.decided(), rule.until_age.decided()
    except NotDecided as open_question:
        question = open_question.question
        return Keeping(status="not_decided", rule=rule.name, law=rule.law, question=question)
    over = over_since(order, at)
    if over is None:
        return keeping("running")
    if waits and open_matters(order, at):
        return keeping("open_matter")
    requested = order.requested_at or over
    start = requested if anchor is CountedFrom.REQUEST else max((over, *_closed(order, at)))
    until = max(end_of(start, period, zone), _of_age(order, requested, age, zone))
    return keeping("due" if until <= at else "kept", until)


def over_since(order: ProtectionOrder, at: datetime) -> datetime | None:
    """Return since when an order or its request had come to an end at a moment; None if not.

    An undertaking that took the place of the order must have ended too: until then it binds.
    """
    if not order.versions:
        ended = order.request_end
        if ended is None or at < ended[0]:
            return None
        promise = order.undertaking
        over = ended[0] if promise is None else promise.ends_at
        return over if over is not None and over <= at else None
    ends = [period.until for period in order.periods]
    past = [until for until in ends if until is not None and until <= at]
    # One that begins only later has not ended either.
    return max(past) if past and len(past) == len(ends) else None


def open_matters(order: ProtectionOrder, at: datetime) -> bool:
    """Tell whether an incident or an appeal was open at a moment."""
    return any(
        incident.pending_at(at) or incident.referred_at(at) for incident in order.incidents
    ) or any(appeal.outcome is None and appeal.at <= at for appeal in order.appeals)


def _closed(order: ProtectionOrder, at: datetime) -> Iterator[datetime]:
    """Yield when each matter that followed was closed, up to a moment."""
    for incident in order.incidents:
        closed = [
            *(referral.concluded_at for referral in incident.referrals),
            *(pursuit.concluded_at for pursuit in incident.pursuits),
            *(dismissal.at for dismissal in incident.dismissals),
        ]
        yield from (moment for moment in closed if moment is not None and moment <= at)


def _of_age(order: ProtectionOrder, requested: datetime, age: int, zone: tzinfo) -> datetime:
    """Return the first moment at which every protected person has certainly reached an age."""
    known = {person.id: person.age for person in order.protected_persons}
    bands = (*known.values(), *(AgeBand.UNKNOWN for one in order.once_protected - known.keys()))
    years = max((age - band.youngest for band in bands), default=0)
    return end_of(requested, PeriodValue(f"P{years}Y"), zone) if years > 0 else requested
