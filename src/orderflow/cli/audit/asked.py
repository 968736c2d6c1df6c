"""What every part of an audit is asked with: the log, the moments, the order, the language."""

from __future__ import annotations

from contextlib import closing, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol
from zoneinfo import ZoneInfo

from orderflow.cli.logs import order_meant, place_of, reader_at
from orderflow.cli.moments import moment
from orderflow.cli.page import Page
from orderflow.telling import Teller

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from uuid import UUID

    from orderflow.store import LogReader
    from orderflow.telling import Both

UTC_ZONE = ZoneInfo("UTC")


class Asked(NamedTuple):
    """A log that is open to be read, and what is asked of it.

    Attributes:
        log: The log.
        order_id: The one order that is meant, if one is.
        at: The moment; None for that of each order's last known record.
        known_at: What was recorded later is left out.
    """

    log: LogReader
    order_id: UUID | None
    at: datetime | None
    known_at: datetime | None


@contextmanager
def asked(arguments: Namespace) -> Iterator[Asked]:
    """Open the log and read what the arguments ask.

    Raises:
        WrongUse: There is no such log or order, or a moment is none.
        EventLogError: The log cannot be read.
    """
    place = place_of(arguments)
    with closing(reader_at(place)) as log:
        text = getattr(arguments, "order", None)
        known_at = getattr(arguments, "known_at", None)
        yield Asked(
            log=log,
            order_id=None if text is None else order_meant(text, log, place),
            at=_at(getattr(arguments, "at", None), log),
            known_at=read(known_at, "--known-at") if isinstance(known_at, str) else None,
        )


def read(text: str, option: str) -> datetime:
    """Return the moment that somebody typed, in UTC.

    Raises:
        WrongUse: It is none, or has no time zone.
    """
    return moment(text, option, None).astimezone(UTC)


def _at(text: str | None, log: LogReader) -> datetime | None:
    if text is not None:
        return read(text, "--at")
    return None if log.simulated else datetime.now(UTC).replace(microsecond=0)


def teller(arguments: Namespace, time_zone: str | None) -> Teller:
    """Return who tells, on the clock of a zone; of UTC where none is known."""
    return Teller(arguments.lang, ZoneInfo(time_zone) if time_zone else UTC_ZONE)


class Marked(Protocol):
    """What says whether a log follows a simulated clock: the log, or what was made of it."""

    @property
    def simulated(self) -> bool:
        """Whether it does."""


def begun(title: str, log: Marked | None, t: Teller) -> Page:
    """Return a page with its title, and what a reader must know first."""
    page = Page()
    page.title(title)
    if log is not None and log.simulated:
        page.text(
            t(
                "SIMULATION: this log follows a simulated clock.",
                "SIMULATIE: dit logboek volgt een gesimuleerde klok.",
            ),
            style="warn",
        )
    return page


def number_of(number: int, one: Both, several: Both, t: Teller) -> str:
    """Return how many there are of something: 1 order, 2 orders."""
    return f"{number} {t.of(one if number == 1 else several)}"


def orders(number: int, t: Teller) -> str:
    """Return how many orders there are."""
    return number_of(number, ("order", "bevel"), ("orders", "bevelen"), t)


def order_line(page: Page, order_id: UUID, about: str, t: Teller) -> None:
    """Print the heading of one order."""
    page.heading(f"{t('Order', 'Bevel')} {order_id} · {about}")
