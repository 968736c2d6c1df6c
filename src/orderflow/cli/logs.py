"""Opens a log to read it, and finds the order that somebody means.

A log that is not there is an error and never made; an order is found by its id or by the first
characters of it, as long as no other order has the same.
"""

from __future__ import annotations

import os
import re
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from orderflow.audit.interchange import open_log
from orderflow.cli.faults import WrongUse
from orderflow.cli.moments import moment
from orderflow.errors import OrderNotFound
from orderflow.showing.orders import known_zone_of, zone_of
from orderflow.store import LogReader, ProtectionOrders
from orderflow.store.address import is_server
from orderflow.store.address import shown as named

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

    from orderflow.casefile import SimulatedClock
    from orderflow.order import ProtectionOrder
    from orderflow.store.sealing import Sealer

DEFAULT_LOG: Final = "orders.db"
_BUNDLE: Final = b"MANIFEST\0"
_ID_PART: Final = re.compile(r"[0-9a-f]{1,32}")
_SHOWN_AT_MOST: Final = 5


class Opened(NamedTuple):
    """An order, read from an open log.

    Attributes:
        log: The log, to be read only.
        place: Where it is, as it was named.
        order: The order as on record now, or as known at `known_at`.
        known_at: What was recorded later is left out.
    """

    log: LogReader
    place: str
    order: ProtectionOrder
    known_at: datetime | None

    @property
    def zone(self) -> ZoneInfo:
        """Zone in which the law of the order counts; UTC where that law is not known."""
        return zone_of(self.order)


def place_of(arguments: Namespace) -> str:
    """Return where the log is: `--db`, else `ORDERFLOW_DB`, else `orders.db`."""
    return str(arguments.db or os.environ.get("ORDERFLOW_DB") or DEFAULT_LOG)


@contextmanager
def opened(arguments: Namespace) -> Iterator[Opened]:
    """Open the log and read the order that the arguments name.

    Raises:
        WrongUse: There is no such log or order, or `--known-at` is no moment.
        EventLogError: The log cannot be read faithfully.
    """
    place = place_of(arguments)
    with closing(reader_at(place)) as log:
        order_id = order_meant(arguments.order, log, place)
        order = log.get(order_id)
        known_at = None
        if arguments.known_at is not None:
            known_at = moment(arguments.known_at, "--known-at", known_zone_of(order)).astimezone(
                UTC
            )
            order = _as_known(log, order_id, known_at)
        yield Opened(log, place, order, known_at)


def log_at(place: str) -> ProtectionOrders:
    """Open a log that is there.

    Raises:
        WrongUse: There is none.
        EventLogError: It cannot be opened; the class says why.
    """
    _must_be_there(place)
    try:
        return ProtectionOrders.open(place, create=False)
    except (ModuleNotFoundError, ValueError) as error:
        raise WrongUse(str(error)) from error


def simulated_at(place: str, keys: Sealer | None = None) -> tuple[ProtectionOrders, SimulatedClock]:
    """Open a simulated log and its clock; a new one where there is none.

    Raises:
        WrongUse: It is no address of a log.
        MixedClock: The log there follows a real clock.
        EventLogError: It cannot be opened; the class says why.
    """
    from orderflow.casefile import open_simulated

    try:
        return open_simulated(place, keys=keys)
    except (ModuleNotFoundError, ValueError) as error:
        raise WrongUse(str(error)) from error


def reader_at(place: str) -> LogReader:
    """Open a log that is there, for reading only: a database, an interchange file or a bundle.

    Which of them it is, is told by what stands in it.

    Raises:
        WrongUse: There is none.
        EventLogError: It cannot be opened; the class says why.
    """
    _must_be_there(place)
    if "://" not in place and begins_as_a_bundle(Path(place)):
        from orderflow.audit.bundle import BundleLog

        bundle = BundleLog(Path(place))
        return LogReader.over(bundle, bundle.close)
    try:
        return open_log(place)
    except (ModuleNotFoundError, ValueError) as error:
        raise WrongUse(str(error)) from error


def begins_as_a_bundle(path: Path) -> bool:
    """Tell whether a file begins as a bundle does."""
    # Asked here, in few bytes: only a bundle is worth loading what reads one.
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_BUNDLE)) == _BUNDLE


def _must_be_there(place: str) -> None:
    if is_server(place):
        return  # Whether it is there is known once it is opened.
    path = place.removeprefix("sqlite:///")
    if path == ":memory:" or ("://" not in place and not os.path.exists(path)):  # noqa: PTH110
        msg = f"no event log at '{place}'; name one with --db or ORDERFLOW_DB"
        raise WrongUse(msg)


def _as_known(log: LogReader, order_id: UUID, known_at: datetime) -> ProtectionOrder:
    try:
        return log.get(order_id, known_at=known_at)
    except OrderNotFound:
        msg = f"order {order_id} was not yet on record at {known_at.isoformat()}"
        raise WrongUse(msg) from None


def order_meant(text: str, log: LogReader, place: str) -> UUID:
    """Return the order that somebody names by its id, or by the first characters of it.

    Raises:
        WrongUse: It is no id, or there is no such order, or several begin like this.
    """
    wanted = text.lower().replace("-", "")
    if not _ID_PART.fullmatch(wanted):
        msg = f"'{text}' is no order id; one has digits and the letters a to f, as in 3f2a1c9e"
        raise WrongUse(msg)
    if len(wanted) == 32:  # noqa: PLR2004 - hexadecimal digits of a whole id
        every = iter((UUID(wanted),))
    else:
        every = (one for one in log.order_ids() if one.hex.startswith(wanted))
    found = list(islice(every, _SHOWN_AT_MOST + 1))
    if not found:
        msg = f"no order '{text}' in {named(place)}"
        raise WrongUse(msg)
    if len(found) > 1:
        begun = ", ".join(one.hex[: len(wanted) + 4] for one in found[:_SHOWN_AT_MOST])
        more = ", …" if len(found) > _SHOWN_AT_MOST else ""
        msg = f"'{text}' begins several order ids: {begun}{more}; type a few characters more"
        raise WrongUse(msg)
    return found[0]
