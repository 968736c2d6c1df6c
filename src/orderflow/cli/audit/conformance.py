"""`orderflow audit conformance`: every recorded step against the published lifecycle."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from orderflow.audit import conformance, conformance_of_lines, is_interchange
from orderflow.cli.audit.asked import asked, begun, teller
from orderflow.cli.documents import print_document
from orderflow.cli.faults import DONE, FAILED, WrongUse

if TYPE_CHECKING:
    from argparse import Namespace

    from orderflow.audit import Conformance, Deviation
    from orderflow.cli.page import Page
    from orderflow.store import LogReader
    from orderflow.telling import Teller


def run(arguments: Namespace) -> int:
    """Print how the log compares; 1 where a step deviates."""
    if arguments.file is not None and is_interchange(Path(arguments.file)):
        arguments.db, arguments.file = arguments.file, None  # A log of ours, with all it knows.
    if arguments.file is None:
        with asked(arguments) as one:
            return _shown(arguments, one.log, conformance(one.log, order_id=one.order_id))
    names = dict(_pair(text) for text in arguments.type)
    with Path(arguments.file).open(encoding="utf-8") as lines:
        try:
            return _shown(arguments, None, conformance_of_lines(lines, names=names))
        except ValueError as error:
            raise WrongUse(str(error)) from error


def _pair(text: str) -> tuple[str, str]:
    theirs, equals, ours = text.partition("=")
    if not equals:
        msg = f"--type '{text}' is no pair; write it like order.made=OrderGranted"
        raise WrongUse(msg)
    return theirs, ours


def _shown(arguments: Namespace, log: LogReader | None, found: Conformance) -> int:
    if arguments.json:
        print_document(
            {
                "format": "orderflow/audit/conformance/1",
                "simulated": log.simulated if log else None,
                "conforms": found.ok,
                **found.model_dump(mode="json"),
            }
        )
        return DONE if found.ok else FAILED
    t = teller(arguments, None)
    page = begun(t("Conformance", "Overeenstemming"), log, t)
    for deviation in found.deviations:
        _print(page, deviation, t)
    good, every = found.conforming_orders, found.orders
    page.heading(
        t(
            f"{good} of {every} orders take only steps of the published lifecycle"
            f" ({found.events} events).",
            f"{good} van {every} bevelen doen alleen stappen van de gepubliceerde levensloop"
            f" ({found.events} gebeurtenissen).",
        )
    )
    for arrow in found.arrows:
        source = t.word(arrow.source) if arrow.source else "·"
        page.field(arrow.trigger, f"{source} → {t.word(arrow.dest)}  × {arrow.times}", column=30)
    return DONE if found.ok else FAILED


def _print(page: Page, found: Deviation, t: Teller) -> None:
    where = t("position", "positie")
    page.heading(
        f"{where} {found.position or '–'} · {found.order} · {found.version} · {found.type}"
    )
    page.text(f"{t(found.sentence, found.sentence_nl)} [{found.kind}]", 2, style="bad")
    if found.before:
        before = t.either(t.word(state) for state in found.before)
        page.text(t(f"State before: {before}.", f"Staat ervoor: {before}."), 2)
    if found.after is not None:
        page.text(
            t(f"State after: {t.word(found.after)}.", f"Staat erna: {t.word(found.after)}."), 2
        )
    if found.permitted:
        may = t.either(t.word(state) for state in found.permitted)
        page.text(t(f"It may lead to {may}.", f"Zij mag leiden naar {may}."), 2)
    if found.fault:
        page.text(found.fault, 2)
