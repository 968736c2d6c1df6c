"""`orderflow privacy due`: whose data are to be erased, and who cannot be judged."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from orderflow.cli.documents import print_document
from orderflow.cli.faults import DONE
from orderflow.cli.logs import place_of, reader_at
from orderflow.cli.page import Page
from orderflow.cli.privacy.asked import moment_asked, retention, role
from orderflow.cli.shapes_privacy import DueShown
from orderflow.privacy import due
from orderflow.telling import Teller

if TYPE_CHECKING:
    from argparse import Namespace

    from orderflow.order.keeping import Keeping
    from orderflow.privacy import PersonDue
    from orderflow.telling import Both

_STATUSES: Final[dict[str, Both]] = {
    "due": ("DUE", "TE WISSEN"),
    "kept": ("kept", "wordt bewaard"),
    "running": ("kept: an order has not ended", "wordt bewaard: een bevel is niet geëindigd"),
    "open_matter": (
        "kept: an incident or an appeal is open",
        "wordt bewaard: een incident of beroep staat open",
    ),
    "not_decided": ("CANNOT BE JUDGED", "NIET TE BEOORDELEN"),
}


def run(arguments: Namespace) -> int:
    """Print how the data of everybody stand."""
    judged_by = retention(arguments)
    with closing(reader_at(place_of(arguments))) as log:
        at = moment_asked(arguments, log)
        shown = DueShown(
            format="orderflow/privacy/due/1",
            simulated=log.simulated,
            at=at,
            holder=role(arguments.holder, "--holder"),
            persons=due(log, judged_by, at),
        )
    if arguments.json:
        print_document(shown)
        return DONE
    t, page = Teller(arguments.lang, ZoneInfo("UTC")), Page()
    page.title(t("Personal data that are kept", "Persoonsgegevens die worden bewaard"))
    moment = f"{t.at(shown.at)} (UTC)"
    page.text(t(f"As of {moment}.", f"Naar de stand van {moment}."), style="faint")
    for person in shown.persons:
        _print(page, person, t)
    if not shown.persons:
        page.text(t("Nothing is sealed of anybody.", "Van niemand is iets verzegeld."))
    return DONE


def _print(page: Page, one: PersonDue, t: Teller) -> None:
    page.heading(one.person)
    style = "bad" if one.status in {"due", "not_decided"} else None
    page.field("status", t.of(_STATUSES[one.status]), style=style)
    if one.since is not None:
        page.field(t("since", "sinds"), f"{t.at(one.since)} (UTC)")
    for order in one.orders:
        page.field(f"{order.order_id.hex[:8]}", _by(order.keeping, t))


def _by(keeping: Keeping, t: Teller) -> str:
    status = t.of(_STATUSES[keeping.status])
    if keeping.question is not None:
        what = t("open is", "open staat")
        return f"{status}: {what} {keeping.question}" + (
            f" ({keeping.rule})" if keeping.rule else ""
        )
    if keeping.until is not None:
        word = t("since", "sinds") if keeping.status == "due" else t("until", "tot")
        status += f", {word} {t.at(keeping.until)}"
    return f"{status} ({keeping.rule}: {', '.join(keeping.law)})"
