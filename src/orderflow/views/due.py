"""What is due: every term that somebody must keep, and every end that the clock will record.

How a term is counted, and whether it was kept, is for `orderflow.audit.terms`, and nobody counts
here again. A row says nothing of the present moment: it is what the record holds, and whoever
reads it holds `due_at` against a clock.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from orderflow.audit.deadline import DeadlineKind, DeadlineStatus
from orderflow.audit.terms import terms_of
from orderflow.law.vocabulary import Role
from orderflow.order import events as e
from orderflow.order.values import State
from orderflow.views.database import text_of
from orderflow.views.rows import DueRow, DueStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orderflow.audit.deadline import Deadline
    from orderflow.views.database import Transaction
    from orderflow.views.view import Seen

EXPIRY: Final = "expiry"
"""The end of an order, which the clock records; until then somebody may extend it."""

NOTICED: Final = frozenset(DeadlineKind) - {DeadlineKind.APPLICATION_NOTICE}
"""Kinds of terms of which the clock puts on record that they were not kept.

Of an application that was served too late, its own event says so when it is recorded.
"""

INCLUSIVE: Final = frozenset({DeadlineKind.POLICE_NOTICE, DeadlineKind.RETURN_HEARING})
"""Kinds of terms whose last moment is still in time."""

_MOMENT: Final = timedelta(microseconds=1)

_SETTLED: Final[dict[DeadlineStatus, DueStatus]] = {
    DeadlineStatus.MET: "met",
    DeadlineStatus.RECORDED_LATE: "recorded_late",
    DeadlineStatus.EXCEEDED: "exceeded",
    DeadlineStatus.FELL_AWAY: "falls_away",
    DeadlineStatus.NO_TERM: "no_term",
}


class Due:
    """See `View`."""

    name = "due"
    form = 1
    row_tables = ("due_1",)
    tables = (
        """CREATE TABLE IF NOT EXISTS due_1 (
            generation BIGINT NOT NULL,
            order_id TEXT NOT NULL,
            number BIGINT NOT NULL,
            kind TEXT NOT NULL,
            status TEXT NOT NULL,
            due_at TEXT,
            clock BIGINT NOT NULL,
            content TEXT NOT NULL,
            PRIMARY KEY (generation, order_id, number)
        )""",
        "CREATE INDEX IF NOT EXISTS due_1_when ON due_1 (generation, due_at, order_id, number)",
        "CREATE INDEX IF NOT EXISTS due_1_clock ON due_1 (generation, clock, due_at)",
    )

    def computed(self, seen: Seen, upto: int) -> tuple[DueRow, ...]:  # noqa: ARG002
        """See `View.computed`."""
        return due_of(seen) if seen.history else ()

    def put(
        self,
        rows: Transaction,
        generation: int,
        orders: Sequence[tuple[Seen, tuple[DueRow, ...]]],
        upto: int,  # noqa: ARG002 - as every view has it
    ) -> None:
        """See `View.put`; an order that cannot be read keeps the rows of what can."""
        for seen, found in orders:
            order_id = str(seen.order_id)
            rows.execute(
                "DELETE FROM due_1 WHERE generation = ? AND order_id = ?", generation, order_id
            )
            rows.many(
                "INSERT INTO due_1 VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        generation,
                        order_id,
                        number,
                        row.kind,
                        row.status,
                        text_of(row.due_at),
                        int(row.for_the_clock),
                        row.model_dump_json(exclude_defaults=True),
                    )
                    for number, row in enumerate(found)
                ],
            )


def due_of(seen: Seen) -> tuple[DueRow, ...]:
    """Return what is due for an order, by what is on record of it."""
    entered = [one.recorded_at for one in seen.history if one.actor.role is not Role.CLOCK]
    found = (*_expiry(seen), *_terms(seen))
    return tuple(
        one.model_copy(update={"entered_at": entered[-1] if entered else None}) for one in found
    )


def term_of(deadline: Deadline) -> str | None:
    """Return the term of the order that a deadline is about, if it is about one."""
    kind, _, name = deadline.about.partition(" ")
    return name if kind == "term" else None


def _expiry(seen: Seen) -> Iterator[DueRow]:
    order = seen.order
    last = order.periods[-1] if order.periods else None
    if last is None or last.until is None or last.acted or order.expiry == last.until:
        return
    if order.recorded_state is State.LAPSED:
        return  # Whoever ended it afterwards has put its end on record.
    law = order.law.duration.anchor.source if order.law else ()
    yield DueRow(
        order_id=order.id,
        kind=EXPIRY,
        event=order.version,
        due_at=last.until,
        for_the_clock=True,
        law=law,
    )


def _terms(seen: Seen) -> Iterator[DueRow]:
    history, laws = seen.history, seen.laws
    raised = {
        (one.event.kind, one.event.event_version, one.event.term, one.event.due_at): one.recorded_at
        for one in history
        if isinstance(one.event, e.TermExceeded)
    }
    by_now = terms_of(seen.order_id, history, history[-1].recorded_at, laws)
    for deadline in by_now:
        one = deadline
        if one.status is DeadlineStatus.RUNNING and one.due_at is not None:
            # How it will stand if nothing else comes on record: open, or gone with the order.
            later = terms_of(seen.order_id, history, one.due_at + _MOMENT, laws)
            place = _place(one)
            one = next((other for other in later if _place(other) == place), one)
        term = term_of(one)
        at = None if one.due_at is None else raised.get((one.kind, one.event, term, one.due_at))
        status = _status(one)
        yield DueRow(
            order_id=one.order_id,
            kind=one.kind,
            event=one.event,
            term=term,
            about=one.about,
            due_at=one.due_at,
            inclusive=one.kind in INCLUSIVE,
            status=status,
            done_at=one.done_at,
            exceeded_recorded_at=at,
            for_the_clock=at is None and status in {"open", "exceeded"} and one.kind in NOTICED,
            law=one.counting.law,
        )


def _place(one: Deadline) -> tuple[DeadlineKind, int, str]:
    return one.kind, one.event, one.about


def _status(one: Deadline) -> DueStatus:
    if one.status is DeadlineStatus.EXCEEDED and one.done_at is None:
        return "open"
    return _SETTLED[one.status]
