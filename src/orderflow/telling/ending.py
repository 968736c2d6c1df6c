"""Tells how an order ends, is appealed against, and comes back."""

from __future__ import annotations

from orderflow.order import events as e
from orderflow.telling.events import Teller, tells


@tells(e.OrderDischarged)
def _discharged(_event: e.OrderDischarged, t: Teller) -> str:
    return t("The order was discharged.", "Het bevel werd ingetrokken.")


@tells(e.ProtectedPersonReleased)
def _released(event: e.ProtectedPersonReleased, t: Teller) -> str:
    return t(
        f"The order no longer protects {event.person}.",
        f"Het bevel beschermt {event.person} niet langer.",
    )


@tells(e.OrderSetAside)
def _set_aside(event: e.OrderSetAside, t: Teller) -> str:
    effect = t.word(event.effect)
    return t(f"The order was set aside: {effect}.", f"Het bevel werd vernietigd: {effect}.")


@tells(e.OrderExpired)
def _expired(event: e.OrderExpired, t: Teller) -> str:
    at, cause = t.at(event.ended_at), t.both("EndCause", event.cause)
    return t(
        f"It was put on record that the order had ended on {at}: {cause}.",
        f"Vastgelegd werd dat het bevel was geëindigd op {at}: {cause}.",
    )


@tells(e.OrderSuperseded)
def _superseded(event: e.OrderSuperseded, t: Teller) -> str:
    return t(
        f"Another order took its place: {event.by_order}.",
        f"Een ander bevel kwam ervoor in de plaats: {event.by_order}.",
    )


@tells(e.ProtectedPersonDied)
def _died(event: e.ProtectedPersonDied, t: Teller) -> str:
    return t(
        f"A protected person died: {event.person}.",
        f"Een beschermde persoon is overleden: {event.person}.",
    )


@tells(e.AppealLodged)
def _appeal(event: e.AppealLodged, t: Teller) -> str:
    against = t.word(event.against)
    holds = (
        t("The order is suspended meanwhile.", "Het bevel is intussen geschorst.")
        if event.suspends
        else t("The order holds meanwhile.", "Het bevel geldt intussen.")
    )
    return t(
        f"Appeal {event.appeal} was lodged against {against}. {holds}",
        f"Beroep {event.appeal} werd ingesteld tegen {against}. {holds}",
    )


@tells(e.AppealDetermined)
def _determined(event: e.AppealDetermined, t: Teller) -> str:
    outcome = t.both("outcome", event.outcome)
    return t(f"Appeal {event.appeal} was {outcome}.", f"Beroep {event.appeal} werd {outcome}.")


@tells(e.OrderRestored)
def _restored(event: e.OrderRestored, t: Teller) -> str:
    until = t.until(event.ends_at)
    return t(
        f"The order is in force again, {until}; the gap stays a gap.",
        f"Het bevel is weer van kracht, {until}; het gat blijft een gat.",
    )
