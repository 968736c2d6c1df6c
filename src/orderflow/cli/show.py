"""`orderflow show`: everything on record of one order, as the law sees it at one moment."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from orderflow.cli.documents import print_document
from orderflow.cli.faults import DONE
from orderflow.cli.logs import opened
from orderflow.cli.moments import moment
from orderflow.cli.show_page import print_order
from orderflow.showing.orders import AtIs, known_zone_of, order_shown
from orderflow.telling.tongue import Tongue

if TYPE_CHECKING:
    from argparse import Namespace

    from orderflow.cli.logs import Opened


def run(arguments: Namespace) -> int:
    """Print the order."""
    with opened(arguments) as found:
        at, at_is = _moment_shown(arguments.at, found)
        shown = order_shown(
            found.order, at, at_is, simulated=found.log.simulated, known_at=found.known_at
        )
    if arguments.json:
        print_document(shown)
    else:
        print_order(shown, Tongue(arguments.lang))
    return DONE


def _moment_shown(given: str | None, found: Opened) -> tuple[datetime, AtIs]:
    if given is not None:
        return moment(given, "--at", known_zone_of(found.order)).astimezone(UTC), "given"
    if found.log.simulated:
        last = found.log.history(found.order.id, known_at=found.known_at)[-1]
        return last.recorded_at, "last_recorded"
    return datetime.now(UTC).replace(microsecond=0), "now"
