"""What every check of a term stands on, and how a term is judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from orderflow.audit.deadline import Calendar, Counting, Deadline, DeadlineKind, DeadlineStatus
from orderflow.law.vocabulary import Counting as Days

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from orderflow.law import Provision
    from orderflow.order import ProtectionOrder
    from orderflow.order.events import Event
    from orderflow.store import RecordedEvent

E = TypeVar("E", bound="Event")


@dataclass(frozen=True)
class TermFacts:
    """One order, to be checked at a moment.

    Attributes:
        order: The order, folded from all that was known, with its regime where that is at hand.
        history: All that was known.
        at: What happened later does not count.
    """

    order: ProtectionOrder
    history: tuple[RecordedEvent, ...]
    at: datetime

    def happened(self, *kinds: type[E]) -> Iterator[tuple[RecordedEvent, E]]:
        """Iterate over the events of these types that had happened by the moment."""
        for recorded in self.history:
            if isinstance(recorded.event, kinds) and recorded.event.occurred_at <= self.at:
                yield recorded, recorded.event

    def ended_by(self, moment: datetime) -> bool:
        """Tell whether the order had ended by a moment, and by the moment that is asked about."""
        asked = min(moment, self.at)
        return self.order.version_at(asked) is not None and self.order.period_at(asked) is None

    def counting(
        self,
        since: datetime,
        rule: Provision[Any] | None,
        *,
        stored: bool,
        within: bool = True,
        law: tuple[str, ...] = (),
        days: Provision[Days] | None = None,
    ) -> Counting:
        """Return how a term is counted; `rule` sets its length and `days` which count, if any."""
        regime = self.order.law
        period = None if rule is None or not within else rule.value
        keys = law or (() if rule is None else rule.source)
        choice = None if rule is None else rule.choice
        calendar = Calendar.EVERY_DAY
        if days is not None and days.value is Days.CLEAR_BUSINESS_DAYS:
            calendar = Calendar.CLEAR_BUSINESS_DAYS
            keys = tuple(dict.fromkeys((*keys, *days.source)))
            choice = choice or days.choice
        return Counting(
            since=since,
            within=None if period is None else str(period),
            time_zone=None if regime is None else regime.time_zone,
            calendar=calendar,
            regime=self.order.regime.id if self.order.regime else "",
            law=keys,
            choice=choice,
            stored=stored,
        )

    def judged(
        self,
        kind: DeadlineKind,
        about: str,
        set_by: RecordedEvent,
        due_at: datetime | None,
        done: RecordedEvent | None,
        counting: Counting,
        *,
        inclusive: bool = False,
    ) -> Deadline:
        """Return a term as it stands; with `inclusive` its last moment is still in time."""
        done_at = None if done is None else done.event.occurred_at
        # That an order ended is told although it has ended.
        outlives = getattr(set_by.event, "what", None) == "discharge"
        status = self._status(due_at, done, inclusive=inclusive, outlives=outlives)
        late = status is DeadlineStatus.EXCEEDED and due_at is not None
        return Deadline(
            order_id=self.order.id,
            kind=kind,
            about=about,
            event=set_by.version,
            status=status,
            due_at=due_at,
            done_at=done_at,
            done_by=None if done is None else done.version,
            recorded_at=None if done is None else done.recorded_at,
            late_by=(done_at or self.at) - due_at if late and due_at is not None else None,
            counting=counting,
        )

    def _status(
        self,
        due_at: datetime | None,
        done: RecordedEvent | None,
        *,
        inclusive: bool,
        outlives: bool,
    ) -> DeadlineStatus:
        if due_at is None:
            return DeadlineStatus.NO_TERM
        if done is not None:
            if _over(done.event.occurred_at, due_at, inclusive=inclusive):
                return DeadlineStatus.EXCEEDED
            late = _over(done.recorded_at, due_at, inclusive=inclusive)
            return DeadlineStatus.RECORDED_LATE if late else DeadlineStatus.MET
        if self.ended_by(due_at) and not outlives:
            return DeadlineStatus.FELL_AWAY
        over = _over(self.at, due_at, inclusive=inclusive)
        return DeadlineStatus.EXCEEDED if over else DeadlineStatus.RUNNING


def _over(moment: datetime, due_at: datetime, *, inclusive: bool) -> bool:
    return due_at < moment if inclusive else due_at <= moment
