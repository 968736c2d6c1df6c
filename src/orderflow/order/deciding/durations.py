"""How long an order may last: the end that a duration means, within the regime's maxima (N6).

Source:
    gb-eaw/fla-1996/s-63f, nl/wth/art-2/lid-1, nl/wth/art-9/lid-1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, assert_never

from orderflow.law.periods import end_of, start_of
from orderflow.law.vocabulary import Knowledge, Moment
from orderflow.order import events as e
from orderflow.order.deciding.case import Case, refuse
from orderflow.order.reasons import Code
from orderflow.order.values import Duration, For, OpenEnded, Until, UntilAge

if TYPE_CHECKING:
    from datetime import datetime

    from orderflow.law.periods import PeriodValue
    from orderflow.order.order import ProtectionOrder


class End(NamedTuple):
    """The end of an order.

    Attributes:
        at: First moment outside, in UTC; None if open-ended.
        cause: What that end is.
    """

    at: datetime | None
    cause: Literal["expired", "age_limit"]


def anchor(case: Case) -> datetime:
    """Return the moment that the regime counts a duration from.

    For an order being made, that is the moment of the act; a regime that counts from notice
    counts from the making until somebody has been notified.
    """
    return anchor_of(case.order, case)


def anchor_of(order: ProtectionOrder, case: Case) -> datetime:
    """Return the moment that the regime counts the duration of `order` from."""
    versions = order.versions_in_time
    made_at = versions[0].made_at if versions else case.at
    counts_from = case.regime.duration.anchor.decided()
    if counts_from is Moment.MADE:
        return made_at
    least = Knowledge.SERVED if counts_from is Moment.SERVED else Knowledge.TERMS
    against = {name for person in order.respondents for name in order.known_as(person.id)}
    reached = (
        binding.at
        for binding in order.bindings
        if binding.person in against
        and not binding.invalidated
        and binding.knowledge is not None
        and binding.knowledge.rank >= least.rank
    )
    return min(reached, default=made_at)


def recounted(order: ProtectionOrder, case: Case) -> e.EndRecounted | None:
    """Return the event by which ends counted from service or notice move, if any does.

    Args:
        order: The order with the new or invalidated binding already on record.
        case: The decision in which that happened.
    """
    start = anchor_of(order, case)
    before = tuple(mark.ends_at for mark in order.marks if mark.counted is not None)
    ends = tuple(
        end_of(start, mark.counted, case.regime.zone)
        for mark in order.marks
        if mark.counted is not None
    )
    if before == ends:
        return None
    source = case.regime.duration.anchor.source
    return e.EndRecounted(occurred_at=case.now, law=source, counted_from=start, ends=ends)


def first_end(duration: Duration, case: Case) -> End:
    """Return the end of an order being made, within the first and the total maximum."""
    end = _end(duration, case)
    first = case.regime.duration.initial
    if first.value is not None:
        latest = end_of(anchor(case), first.value, case.regime.zone)
        if end.at is None or end.at > latest:
            refuse(Code.END_TOO_LATE, first.source)
        if end.at < latest and case.regime.duration.initial_fixed.value:
            refuse(Code.END_TOO_EARLY, case.regime.duration.initial_fixed.source)
    return end


def changed_end(duration: Duration, case: Case) -> End:
    """Return the end of an order being varied, extended or restored, within the maximum."""
    return _end(duration, case)


def _end(duration: Duration, case: Case) -> End:
    rule = case.regime.duration
    if isinstance(duration, OpenEnded):
        if not rule.open_ended.decided():
            refuse(Code.END_NEEDED, rule.open_ended.source)
        return End(None, "expired")
    end_at, cause = _bounded_end(duration, case)
    _within_the_maximum(end_at, case)
    return End(end_at, cause)


def _bounded_end(
    duration: Until | For | UntilAge, case: Case
) -> tuple[datetime, Literal["expired", "age_limit"]]:
    match duration:
        case Until():
            return duration.at, "expired"
        case For():
            return _counted(duration, case), "expired"
        case UntilAge():
            case.known_person(duration.person)
            return start_of(duration.reached_on, case.regime.zone), "age_limit"
        case _:
            assert_never(duration)


def _counted(duration: For, case: Case) -> datetime:
    try:
        return end_of(anchor(case), duration.period, case.regime.zone)
    except ValueError:
        # Further away than a calendar reaches.
        refuse(Code.END_TOO_LATE, case.regime.duration.anchor.source)


def counted_from_notice(duration: Duration | None, case: Case) -> PeriodValue | None:
    """Return the period, where the regime counts it from service or notice."""
    if isinstance(duration, For) and case.regime.duration.anchor.decided() is not Moment.MADE:
        return duration.period
    return None


def _within_the_maximum(end_at: datetime, case: Case) -> None:
    rule = case.regime.duration
    if end_at <= case.at:
        refuse(Code.END_IN_THE_PAST, rule.anchor.source)
    if rule.no_maximum.value:
        return
    latest = end_of(anchor(case), rule.max_total.decided(), case.regime.zone)
    if end_at > latest:
        refuse(Code.END_TOO_LATE, rule.max_total.source)
