"""`orderflow audit rejudge`: which incidents and decisions another law would make otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orderflow.audit import rejudge
from orderflow.cli.audit.asked import asked, begun, number_of, order_line, orders, teller
from orderflow.cli.documents import print_stream
from orderflow.cli.faults import DONE, FAILED

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator

    from orderflow.audit import DecisionRejudged, IncidentRejudged, OrderRejudged
    from orderflow.audit.rejudged import ProvisionDiffers, ReasonJudged, RouteJudged
    from orderflow.cli.page import Page
    from orderflow.telling import Teller


class _Counted:
    """Passes orders on, and remembers how many differ."""

    def __init__(self, found: Iterable[OrderRejudged]) -> None:
        self._found = found
        self.orders = self.incidents = self.decisions = 0

    def __iter__(self) -> Iterator[OrderRejudged]:
        for one in self._found:
            self.orders += one.differs
            self.incidents += sum(incident.differs for incident in one.incidents)
            self.decisions += sum(decision.differs for decision in one.decisions)
            yield one

    def told(self, t: Teller) -> str:
        """Return how many orders, incidents and decisions differ."""
        incidents = number_of(
            self.incidents, ("incident", "melding"), ("incidents", "meldingen"), t
        )
        decisions = number_of(
            self.decisions, ("decision", "beslissing"), ("decisions", "beslissingen"), t
        )
        return f"{orders(self.orders, t)}, {incidents}, {decisions}"


def run(arguments: Namespace) -> int:
    """Print what differs; 1 where an order comes out otherwise under its own law."""
    with asked(arguments) as one:
        found = _Counted(
            rejudge(
                one.log,
                arguments.regime,
                as_if=arguments.as_if,
                order_id=one.order_id,
                every=arguments.all,
            )
        )
        if arguments.json:
            head = {
                "format": "orderflow/audit/rejudge/1",
                "simulated": one.log.simulated,
                "regime": arguments.regime,
                "as_if": arguments.as_if,
            }
            print_stream(head, "orders", found)
        else:
            t = teller(arguments, None)
            law = arguments.regime or t("their own law", "hun eigen recht")
            page = begun(t(f"Judged again: {law}", f"Opnieuw beoordeeld: {law}"), one.log, t)
            for order in found:
                _print(page, order, teller(arguments, order.time_zone))
            page.heading(f"{t('Otherwise', 'Anders')}: {found.told(t)}.")
    return FAILED if arguments.regime is None and found.orders else DONE


def _print(page: Page, order: OrderRejudged, t: Teller) -> None:
    order_line(page, order.order_id, f"{order.recorded_under} → {order.under}", t)
    for incident in order.incidents:
        _print_incident(page, incident, t)
    for decision in order.decisions:
        _print_decision(page, decision, t)


def _print_incident(page: Page, one: IncidentRejudged, t: Teller) -> None:
    conduct = t.at(one.conduct_at)
    page.text(
        f"{t('Incident', 'Melding')} {one.id}: {one.person}, {one.term}, {conduct}", 2, style="bold"
    )
    for name, route in (
        (t("criminal route", "strafrechtelijke weg"), one.criminal),
        (t("civil route", "civiele weg"), one.civil),
    ):
        same = route.before.content == route.after.content
        before, after = _route(route.before, t), _route(route.after, t)
        page.text(f"{name}: {before if same else f'{before} → {after}'}", 4, 6)
    _print_because(page, one.because, t)


def _print_decision(page: Page, one: DecisionRejudged, t: Teller) -> None:
    outcome = {
        "same": t("the same", "hetzelfde"),
        "otherwise": t("accepted, but otherwise", "aanvaard, maar anders"),
        "refused": t("refused", "geweigerd"),
        "not_decided": t("the law leaves it open", "het recht laat het open"),
    }[one.outcome]
    page.text(f"{one.command}, {t.at(one.occurred_at)}: {outcome}", 2, 4, style="bold")
    if one.reason is not None:
        page.text(_reason(one.reason, t), 4, 6)
    for differs in one.differences:
        event = f"{differs.event}." if differs.event else ""
        values = f"{_value(differs.recorded, t)} → {_value(differs.under, t)}"
        page.text(f"{event}{differs.field}: {values}", 4, 6)
    _print_because(page, one.because, t)
    if one.reproduced is False:
        page.text(
            t(
                "Today's code does not give what is on record under the order's own law either.",
                "De code van vandaag geeft ook onder het eigen recht niet wat is vastgelegd.",
            ),
            4,
            style="warn",
        )


def _print_because(page: Page, because: Iterable[ProvisionDiffers], t: Teller) -> None:
    for one in because:
        values = f"{_value(one.recorded, t)} → {_value(one.under, t)}"
        page.text(f"{t('but for', 'ware het niet dat')} {one.field}: {values}", 4, 6)
        page.text(f"[{', '.join(one.law)}]", 6, style="faint")


def _route(route: RouteJudged, t: Teller) -> str:
    said = t.word(route.status).lower()
    if route.max_sanction is not None:
        period = t.period(route.max_sanction)
        said += t(f", at most {period}", f", ten hoogste {period}")
    reasons = " ".join(_reason(reason, t) for reason in route.reasons)
    return f"{said} ({reasons})" if reasons else said


def _reason(reason: ReasonJudged, t: Teller) -> str:
    return f"{t(reason.sentence, reason.sentence_nl)} [{reason.code}]"


def _value(value: Any, t: Teller) -> str:  # noqa: ANN401 - any JSON
    match value:
        case None:
            return t("not decided", "niet beslist")
        case bool():
            return t("yes", "ja") if value else t("no", "nee")
        case list():
            return ", ".join(_value(one, t) for one in value) or t("nothing", "niets")
        case _:
            return str(value)
