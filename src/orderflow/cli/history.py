"""`orderflow history`: what happened, event by event, with both times, who acted, and the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.cli.documents import print_document
from orderflow.cli.faults import DONE
from orderflow.cli.logs import opened
from orderflow.cli.page import Page
from orderflow.cli.page_parts import actor_in_words, print_sources, print_warnings
from orderflow.showing import citing
from orderflow.showing.histories import history_shown
from orderflow.telling.events import Teller

if TYPE_CHECKING:
    from argparse import Namespace

    from orderflow.showing.shapes import EventShown


def run(arguments: Namespace) -> int:
    """Print the history of the order."""
    with opened(arguments) as found:
        shown = history_shown(
            found.order,
            found.log.history(found.order.id, known_at=found.known_at),
            simulated=found.log.simulated,
            known_at=found.known_at,
        )
        regime = citing.regime(found.order)
        zone = found.zone
    if arguments.json:
        print_document(shown)
        return DONE
    t, page = Teller(arguments.lang, zone), Page()
    page.title(f"{t('History of order', 'Verloop van bevel')} {shown.order_id}")
    print_warnings(page, regime, t, simulated=shown.simulated)
    page.text(
        t(f"Times are those of {shown.time_zone}.", f"Tijden zijn die van {shown.time_zone}."),
        style="faint",
    )
    if shown.known_at is not None:
        known = t.at(shown.known_at)
        page.text(t(f"As known on {known}.", f"Zoals bekend op {known}."), style="warn")
    for event in shown.events:
        print_event(page, event, t)
    return DONE


def print_event(page: Page, event: EventShown, t: Teller, *, sources: bool = True) -> None:
    """Print one event: when it happened and was recorded, what, by whom, on which source."""
    happened, recorded = t.at(event.occurred_at), t.at(event.recorded_at)
    page.line()
    when = f"{event.version:>3}  {happened}"
    if recorded != happened:
        when += f"   {t('recorded', 'vastgelegd')} {recorded}"
    page.line(when, "bold")
    page.text(t(event.sentence, event.sentence_nl), 5)
    page.text(f"{t('By', 'Door')}: {actor_in_words(event.actor, t)}", 5, 9, style="faint")
    if sources:
        print_sources(page, event.sources, t, 5)
