"""A term that the law or the court sets, what it is counted from, and whether it was kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from orderflow.audit.result import Result
from orderflow.order.values import DeadlineKind
from orderflow.telling.words import word

__all__ = [
    "CALENDARS",
    "KINDS",
    "STATUSES",
    "Calendar",
    "Counting",
    "Deadline",
    "DeadlineKind",
    "DeadlineStatus",
]

Both = tuple[str, str]


class DeadlineStatus(StrEnum):
    """Whether it was done in time."""

    MET = "met"
    RECORDED_LATE = "recorded_late"
    """It was done in time, and came on record when the term was over."""
    RUNNING = "running"
    EXCEEDED = "exceeded"
    FELL_AWAY = "fell_away"
    """The order ended before the term did."""
    NO_TERM = "no_term"
    """It must be done, or was; the regime sets no term for it."""


KINDS: Final[dict[DeadlineKind, Both]] = {kind: word(kind) for kind in DeadlineKind}
"""What must be done, in English and Dutch."""

STATUSES: Final[dict[DeadlineStatus, Both]] = {
    DeadlineStatus.MET: ("in time", "op tijd"),
    DeadlineStatus.RECORDED_LATE: (
        "in time, but recorded when the term was over",
        "op tijd, maar vastgelegd na afloop van de termijn",
    ),
    DeadlineStatus.RUNNING: ("the term is running", "de termijn loopt"),
    DeadlineStatus.EXCEEDED: ("EXCEEDED", "OVERSCHREDEN"),
    DeadlineStatus.FELL_AWAY: ("fell away with the order", "verviel met het bevel"),
    DeadlineStatus.NO_TERM: ("the regime sets no term", "het regime stelt geen termijn"),
}
"""Whether it was done in time, in English and Dutch."""


class Calendar(StrEnum):
    """Which days count."""

    EVERY_DAY = "every_day"
    """Weekends and holidays count too, from moment to moment."""
    CLEAR_BUSINESS_DAYS = "clear_business_days"
    """Neither the first day nor that of the event counts, nor do weekends and holidays."""


CALENDARS: Final[dict[Calendar, Both]] = {
    Calendar.EVERY_DAY: ("every day counts", "elke dag telt"),
    Calendar.CLEAR_BUSINESS_DAYS: (
        "clear business days: no weekends, no holidays",
        "volle werkdagen: geen weekeinden, geen feestdagen",
    ),
}
"""Which days count, in English and Dutch."""


class Counting(Result):
    """How a term is counted.

    Attributes:
        since: What it is counted from.
        within: Its length, as an ISO 8601 period; None where a day was named.
        time_zone: Zone on whose clock it is counted; None where the regime is not at hand.
        calendar: Which days count.
        regime: Id of the regime.
        law: Keys of the sources.
        choice: Number of our reading, where the source leaves room.
        stored: Whether the end was computed when it was decided and stands in the event; otherwise
            it was computed for this answer.
    """

    since: datetime
    within: str | None = None
    time_zone: str | None
    calendar: Calendar
    regime: str
    law: tuple[str, ...] = ()
    choice: str | None = None
    stored: bool


class Deadline(Result):
    """One term of one order, as it stands at a moment.

    Attributes:
        order_id: The order.
        kind: What must be done.
        about: Which version, or extension or discharge of one, person or term it is about.
        event: Number of the event that sets it.
        status: Whether it was done in time.
        due_at: First moment at which it is too late; of a notice to the police, and of a hearing
            within a fixed term, the last at which it is in time. None where there is no term.
        done_at: When it was done, if it was.
        done_by: Number of the event that shows it.
        recorded_at: When that came on record.
        late_by: By how much the term was exceeded, or is up to now.
        counting: How it is counted.
    """

    order_id: UUID
    kind: DeadlineKind
    about: str
    event: int
    status: DeadlineStatus
    due_at: datetime | None
    done_at: datetime | None = None
    done_by: int | None = None
    recorded_at: datetime | None = None
    late_by: timedelta | None = None
    counting: Counting

    @property
    def exceeded(self) -> bool:
        """Whether the term was not kept."""
        return self.status is DeadlineStatus.EXCEEDED
