"""`orderflow audit replay`: states and positions, on two time axes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from orderflow.audit import replay
from orderflow.cli.audit.asked import asked, begun, order_line, orders, teller
from orderflow.cli.documents import print_stream
from orderflow.cli.faults import DONE
from orderflow.order.reasons import Code
from orderflow.order.sentences import SENTENCES

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from orderflow.audit import Replayed
    from orderflow.audit.position import IncidentSeen, Position, RouteSeen
    from orderflow.cli.audit.asked import Asked
    from orderflow.cli.page import Page
    from orderflow.telling import Teller


def run(arguments: Namespace) -> int:
    """Print each order as it was folded."""
    with asked(arguments) as one:
        found = replay(one.log, at=one.at, known_at=one.known_at, order_id=one.order_id)
        if arguments.json:
            head = {"simulated": one.log.simulated, "at": one.at, "known_at": one.known_at}
            print_stream({"format": "orderflow/audit/replay/1", **head}, "orders", found)
        else:
            _print(arguments, one, found)
    return DONE


def _print(arguments: Namespace, one: Asked, found: Iterable[Replayed]) -> None:
    t = teller(arguments, None)
    page = begun(t("Replay", "Herhaling"), one.log, t)
    if one.known_at is not None:
        known = t.at(one.known_at)
        page.text(t(f"As known on {known} (UTC).", f"Zoals bekend op {known} (UTC)."), style="warn")
    states: Counter[str] = Counter()
    for order in found:
        local = teller(arguments, order.time_zone)
        states[_state(order.position, local)] += 1
        order_line(page, order.order_id, order.regime or "?", local)
        _print_order(page, order, local)
    page.heading(orders(states.total(), t))
    for state, number in sorted(states.items()):
        page.field(state, str(number))


def _print_order(page: Page, order: Replayed, t: Teller) -> None:
    at = order.position
    said = _state(at, t)
    if at.ended_because is not None:
        said += f" ({t.word(at.ended_because)})"
    page.field(t("position", "positie"), f"{said}, {t.at(at.at)}")
    if order.state_by_record is not None and order.state_by_record != at.state:
        page.field(t("by the record", "volgens dossier"), t.word(order.state_by_record))
    if at.period is not None:
        since = t.at(at.period.since)
        until = t.until(at.period.until)
        page.field(
            t("in force", "van kracht"), t(f"since {since}, {until}", f"sinds {since}, {until}")
        )
        bound = ", ".join(f"{who.person} ({t.word(who.how)})" for who in at.bound)
        page.field(
            t("bound", "gebonden"),
            t(
                f"{len(at.bound)} of {len(at.addressed)}, version {at.version}",
                f"{len(at.bound)} van {len(at.addressed)}, versie {at.version}",
            )
            + (f": {bound}" if bound else ""),
        )
    for incident in order.incidents:
        page.field(t("incident", "melding"), incident_line(incident, t))
    page.field(t("events", "gebeurtenissen"), str(order.version))
    page.field(t("state digest", "staatsdigest"), order.digest)


def incident_line(incident: IncidentSeen, t: Teller) -> str:
    """Return an incident in one line: its routes, and what became of it."""
    criminal, civil = route_line(incident.criminal, t), route_line(incident.civil, t)
    by_law, by_court = t("criminal route", "strafrechtelijke weg"), t("civil route", "civiele weg")
    said = [f"{incident.id}: {by_law} {criminal}; {by_court} {civil}"]
    if incident.referred:
        said.append(t("with the prosecutor", "bij het openbaar ministerie"))
    if incident.pursued:
        said.append(t("in the civil court", "bij de civiele rechter"))
    said += [t.word(one) for one in (incident.prosecution, incident.civil_outcome) if one]
    if incident.dismissed:
        said.append(t("put aside", "terzijde gelegd"))
    return "; ".join(said)


def route_line(route: RouteSeen, t: Teller) -> str:
    """Return a route in a few words, with its reasons."""
    status = t.word(route.status).lower()
    reasons = " ".join(t.of(SENTENCES[Code(code)]) for code in route.codes)
    return f"{status} ({reasons.rstrip('.')})" if reasons else status


def _state(at: Position, t: Teller) -> str:
    if at.state is None:
        return t("not yet requested", "nog niet verzocht")
    return t.word(at.state)
