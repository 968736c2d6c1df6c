"""`orderflow audit explain`: the whole history of an order, in plain sentences with sources."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from orderflow.audit import explain
from orderflow.cli.audit.asked import asked, begun, number_of, teller
from orderflow.cli.documents import print_document
from orderflow.cli.faults import DONE
from orderflow.cli.page_parts import actor_in_words

if TYPE_CHECKING:
    from argparse import Namespace

    from orderflow.audit import Explanation
    from orderflow.audit.explaining import ActTold
    from orderflow.cli.audit.asked import Asked
    from orderflow.cli.page import Page
    from orderflow.telling import Teller


def run(arguments: Namespace) -> int:
    """Print the history of the order."""
    with asked(arguments) as one:
        assert one.order_id is not None  # noqa: S101 - argparse demands it
        found = explain(one.log, one.order_id, known_at=one.known_at)
        if arguments.json:
            head = {"format": "orderflow/audit/explain/1", "simulated": one.log.simulated}
            print_document({**head, **found.model_dump(mode="json")})
        else:
            _print(one, found, teller(arguments, found.time_zone))
    return DONE


def _print(one: Asked, found: Explanation, t: Teller) -> None:
    page = begun(f"{t('History of order', 'Verloop van bevel')} {found.order_id}", one.log, t)
    page.text(
        t(f"Times are those of {found.time_zone}.", f"Tijden zijn die van {found.time_zone}."),
        style="faint",
    )
    if found.known_at is not None:
        known = t.at(found.known_at)
        page.text(t(f"As known on {known}.", f"Zoals bekend op {known}."), style="warn")
    page.text(_law(found, t))
    for act in found.acts:
        _print_act(page, act, t)
    page.heading(t("How it stands", "Hoe het staat"))
    state = found.stands.state
    page.text(f"{t.at(found.stands.at)}: {t.word(state) if state else '–'}.", 2)


def _law(found: Explanation, t: Teller) -> str:
    digest = found.regime_digest[:16]
    said = t(
        f"Every decision was taken under {found.regime} (values {digest}…)",
        f"Elke beslissing is genomen onder {found.regime} (waarden {digest}…)",
    )
    if found.as_if_in_force:
        said += t(", as if it had been in force", ", alsof het toen had gegolden")
    if not found.regime_at_hand:
        said += t("; it is not at hand unchanged", "; het is niet ongewijzigd voorhanden")
    return said + "."


def _print_act(page: Page, act: ActTold, t: Teller) -> None:
    happened, recorded = t.at(act.occurred_at), t.at(act.recorded_at)
    when = f"{act.number}. {happened}"
    if act.late_by > timedelta():
        when += f" · {t('recorded', 'vastgelegd')} {recorded}"
    page.heading(when)
    for event in act.events:
        page.text(t(event.sentence, event.sentence_nl), 3)
    who = actor_in_words(act.actor, t)
    input_of = number_of(act.on_record, ("event", "gebeurtenis"), ("events", "gebeurtenissen"), t)
    input_of = t(f"on {input_of} of record", f"op {input_of} in het dossier")
    page.text(f"{t('By', 'Door')}: {who}, {input_of}.", 3, 5, style="faint")
    if act.state_before != act.state_after and act.state_after is not None:
        before = f"{t.word(act.state_before)} → " if act.state_before else ""
        page.text(f"{t('State', 'Staat')}: {before}{t.word(act.state_after)}.", 3, style="faint")
    for source in act.sources:
        page.text(f"{t(source.title, source.title_nl)} [{source.key}]", 3, 5, style="faint")
