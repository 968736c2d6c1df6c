"""When an order is in force, worked out from its marks.

Marks may be recorded out of order; they count in the order in which they happened. The law works
without us: a period closes at its end whether or not anybody records it.
"""

from __future__ import annotations

from datetime import datetime
from operator import attrgetter

from orderflow.order.records import Mark, Period, Version


def periods(marks: tuple[Mark, ...]) -> tuple[Period, ...]:
    """Return the periods in force, earliest first.

    A mark that falls outside every period, other than one that begins or resumes, changes
    nothing: what happened is on record, and there was nothing to move or end.
    """
    found: list[Period] = []
    current: Period | None = None
    for mark in sorted(marks, key=attrgetter("at")):
        if current is not None and current.until is not None and current.until <= mark.at:
            found.append(current)
            current = None
        if mark.kind in {"begin", "resumed"}:
            if current is None:
                current = Period(mark.at, mark.ends_at, mark.cause)
        elif current is not None and mark.kind == "end_set":
            current = current._replace(until=mark.ends_at, cause=mark.cause)
        elif current is not None:
            planned = (current.until, current.cause)
            found.append(Period(current.since, mark.at, mark.cause, acted=True, planned=planned))
            current = None
    if current is not None:
        found.append(current)
    return tuple(found)


def period_at(all_periods: tuple[Period, ...], moment: datetime) -> Period | None:
    """Return the period that `moment` lies in, if any."""
    return next((period for period in all_periods if period.holds_at(moment)), None)


def version_at(in_time: tuple[Version, ...], moment: datetime) -> Version | None:
    """Return the version that held at `moment`: the last one made at or before it."""
    return next((v for v in reversed(in_time) if v.made_at <= moment), None)
