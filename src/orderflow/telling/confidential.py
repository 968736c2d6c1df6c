"""Tells of what was sealed and erased; never what it says."""

from __future__ import annotations

from orderflow.order import events as e
from orderflow.telling.events import Teller, tells


@tells(e.PersonDetailsRecorded)
def _details(event: e.PersonDetailsRecorded, t: Teller) -> str:
    kind = t.word(event.kind)
    return t(
        f"A detail of {event.person} was recorded under seal: {kind}.",
        f"Een gegeven van {event.person} werd verzegeld vastgelegd: {kind}.",
    )


@tells(e.StatementRecorded)
def _statement(event: e.StatementRecorded, t: Teller) -> str:
    kind = t.word(event.kind)
    about = t(f", on incident {event.incident}", f", over incident {event.incident}")
    return t(
        f"A statement about {event.person} was recorded under seal: {kind}",
        f"Een verklaring over {event.person} werd verzegeld vastgelegd: {kind}",
    ) + (f"{about}." if event.incident else ".")


@tells(e.PersonalDataErased)
def _erased(event: e.PersonalDataErased, t: Teller) -> str:
    ground = t.word(event.ground)
    said = t(
        f"It was decided to erase the sealed data of {event.person}: {ground}",
        f"Besloten werd de verzegelde gegevens van {event.person} te wissen: {ground}",
    )
    if event.due_since is None:
        return f"{said}."
    since = t.at(event.due_since)
    return said + t(
        f", since {since}, by rule {event.rule}.", f", sinds {since}, volgens regel {event.rule}."
    )
