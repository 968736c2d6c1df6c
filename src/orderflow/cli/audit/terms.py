"""`orderflow audit terms`: which order exceeded which term, by which calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orderflow.audit import terms
from orderflow.audit.deadline import CALENDARS, KINDS, STATUSES
from orderflow.cli.audit.asked import asked, begun, number_of, order_line, teller
from orderflow.cli.documents import print_stream
from orderflow.cli.faults import DONE, FAILED

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator
    from datetime import timedelta

    from orderflow.audit import Deadline
    from orderflow.cli.page import Page
    from orderflow.telling import Both, Teller


_ABOUT: Final[dict[str, Both]] = {
    "version": ("version", "versie"),
    "extension": ("extension of version", "verlenging van versie"),
    "discharge": ("discharge of version", "intrekking van versie"),
    "person": ("person", "persoon"),
    "term": ("term", "bepaling"),
    "end": ("end", "einde"),
}


class _Counted:
    """Passes terms on, and remembers how many were exceeded."""

    def __init__(self, found: Iterable[Deadline]) -> None:
        self._found = found
        self.exceeded = 0

    def __iter__(self) -> Iterator[Deadline]:
        for one in self._found:
            self.exceeded += one.exceeded
            yield one


def run(arguments: Namespace) -> int:
    """Print the terms; 1 where one was exceeded."""
    with asked(arguments) as one:
        found = _Counted(
            terms(
                one.log,
                at=one.at,
                known_at=one.known_at,
                order_id=one.order_id,
                every=arguments.all,
            )
        )
        if arguments.json:
            head = {"simulated": one.log.simulated, "at": one.at, "known_at": one.known_at}
            print_stream({"format": "orderflow/audit/terms/1", **head}, "terms", found)
            return FAILED if found.exceeded else DONE
        t = teller(arguments, None)
        page = begun(t("Terms", "Termijnen"), one.log, t)
        for deadline in found:
            _print(page, deadline, teller(arguments, deadline.counting.time_zone))
        exceeded = number_of(found.exceeded, ("term", "termijn"), ("terms", "termijnen"), t)
        page.heading(t(f"{exceeded} exceeded.", f"{exceeded} overschreden."))
    return FAILED if found.exceeded else DONE


def _print(page: Page, one: Deadline, t: Teller) -> None:
    order_line(page, one.order_id, f"{t.of(KINDS[one.kind])}, {_about(one, t)}", t)
    status = t.of(STATUSES[one.status])
    if one.late_by is not None:
        status += f", {t('by', 'met')} {_length(one.late_by, t)}"
    page.field("status", status, style="bad" if one.exceeded else None)
    how = one.counting
    zone = how.time_zone or "UTC"
    counted = t.at(how.since)
    if how.within is not None:
        counted += f", {t('within', 'binnen')} {t.period(how.within)}"
    page.field(t("counted from", "geteld vanaf"), f"{counted} ({zone})")
    if one.due_at is not None:
        page.field(t("calendar", "kalender"), t.of(CALENDARS[how.calendar]))
        page.field(t("due", "uiterlijk"), t.at(one.due_at))
    if one.done_at is not None:
        by = f" ({t('event', 'gebeurtenis')} {one.done_by})"
        page.field(t("done", "gedaan"), t.at(one.done_at) + by)
    page.field(t("law", "recht"), ", ".join((how.regime, *how.law, *filter(None, (how.choice,)))))


def _about(one: Deadline, t: Teller) -> str:
    kind, _, name = one.about.partition(" ")
    return f"{t.of(_ABOUT[kind])} {name}"


def _length(late: timedelta, t: Teller) -> str:
    days, hours = late.days, late.seconds // 3600
    parts = [t.period(f"P{days}D")] if days else []
    parts += [t.period(f"PT{hours}H")] if hours else []
    return t.list(parts) or t("less than an hour", "minder dan een uur")
