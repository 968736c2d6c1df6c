"""`orderflow audit diff`: what was learned between two moments, and what it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.audit import diff
from orderflow.cli.audit.asked import asked, begun, order_line, orders, read, teller
from orderflow.cli.audit.replay import incident_line
from orderflow.cli.documents import print_stream
from orderflow.cli.faults import DONE, WrongUse

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import datetime

    from orderflow.audit import OrderDiffers
    from orderflow.audit.differing import BindingSeen
    from orderflow.audit.position import PeriodInForce
    from orderflow.audit.result import Changed, Learnt
    from orderflow.cli.page import Page
    from orderflow.order.values import State
    from orderflow.telling import Teller

Moments = tuple["datetime", "datetime"]


def run(arguments: Namespace) -> int:
    """Print what was learned of each order."""
    earlier, later = (read(text, "--known-at") for text in arguments.known_at)
    if later < earlier:
        msg = "--known-at takes the earlier moment first"
        raise WrongUse(msg)
    with asked(arguments) as one:
        found = diff(one.log, earlier, later, order_id=one.order_id)
        if arguments.json:
            head = {"simulated": one.log.simulated, "earlier": earlier, "later": later}
            print_stream({"format": "orderflow/audit/diff/1", **head}, "orders", found)
            return DONE
        t = teller(arguments, None)
        page = begun(t("What was learned", "Wat bekend werd"), one.log, t)
        between = f"{t.at(earlier)} – {t.at(later)} (UTC)"
        page.text(t(f"Recorded in {between}.", f"Vastgelegd in {between}."), style="faint")
        number = 0
        for order in found:
            number += 1
            local = teller(arguments, order.time_zone)
            order_line(page, order.order_id, _new(order, local), local)
            _print_order(page, order, (earlier, later), local)
        page.heading(orders(number, t))
    return DONE


def _new(order: OrderDiffers, t: Teller) -> str:
    return t("new", "nieuw") if order.new else t("known before", "eerder bekend")


def _print_order(page: Page, order: OrderDiffers, moments: Moments, t: Teller) -> None:
    for event in order.learned:
        late = t(" – happened before", " – daarvoor gebeurd") if event.late else ""
        happened, recorded = t.at(event.occurred_at), t.at(event.recorded_at)
        page.text(
            f"{event.version:>3} {event.type}: {happened},"
            f" {t('recorded', 'vastgelegd')} {recorded}{late}",
            2,
            6,
        )
    earlier, later = moments
    for label, change in (
        (t("state by the record", "staat volgens dossier"), order.state_by_record),
        (t(f"position on {t.at(earlier)}", f"positie op {t.at(earlier)}"), order.position_then),
        (t(f"position on {t.at(later)}", f"positie op {t.at(later)}"), order.position_later),
    ):
        if change is not None:
            page.text(f"{label}: {_states(change, t)}", 2, 6)
    if order.periods is not None:
        old, new = (_periods(side, t) for side in (order.periods.before, order.periods.after))
        page.text(f"{t('in force', 'van kracht')}: {old} → {new}", 2, 6)
    for version in order.versions:
        page.text(f"{t('new version', 'nieuwe versie')}: {version}", 2, 6)
    for binding in order.bindings:
        page.text(_binding(binding, t), 2, 6)
    for incident in order.incidents:
        before = incident_line(incident.before, t) if incident.before else t("unknown", "onbekend")
        after = incident_line(incident.after, t)
        page.text(f"{t('incident', 'melding')}: {before} → {after}", 2, 6)
    if not order.changed:
        page.text(t("It changed no answer here.", "Het veranderde hier geen antwoord."), 2, 6)


def _states(change: Changed[State | None], t: Teller) -> str:
    nothing = t("no order yet", "nog geen bevel")
    sides = [t.word(side) if side else nothing for side in (change.before, change.after)]
    return " → ".join(sides)


def _periods(periods: tuple[PeriodInForce, ...], t: Teller) -> str:
    said = [f"{t.at(one.since)} {t.until(one.until)}" for one in periods]
    return "; ".join(said) or t("never", "nooit")


def _binding(change: Learnt[BindingSeen], t: Teller) -> str:
    now = change.after
    said = (
        f"{now.person}: {t.word(now.how)}, {t.at(now.at)} ({t('version', 'versie')} {now.version})"
    )
    if now.counts:
        return said
    return said + t("; counts for nothing after all", "; telt bij nader inzien niet")
