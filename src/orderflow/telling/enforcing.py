"""Tells what followed from conduct: reports, both routes, outcomes, corrections."""

from __future__ import annotations

from orderflow.order import SENTENCES, Code
from orderflow.order import events as e
from orderflow.telling.events import Teller, tells


@tells(e.IncidentReported)
def _reported(event: e.IncidentReported, t: Teller) -> str:
    conduct, place = t.at(event.conduct_at), t.word(event.place)
    said = t(
        f"Incident {event.incident} was reported: conduct of {event.person} against term"
        f" {event.term}, on {conduct}, {place}. A report is an allegation, not a finding.",
        f"Melding {event.incident} kwam binnen: een gedraging van {event.person} tegen bepaling"
        f" {event.term}, op {conduct}, {place}. Een melding is een bewering, geen vaststelling.",
    )
    return f"{said} {t.routes(event.assessment)}"


@tells(e.IncidentReassessed)
def _reassessed(event: e.IncidentReassessed, t: Teller) -> str:
    said = t(
        f"Incident {event.incident} was assessed again on what is on record now ({event.because}).",
        f"Melding {event.incident} werd opnieuw beoordeeld naar wat nu is vastgelegd"
        f" ({event.because}).",
    )
    return f"{said} {t.routes(event.assessment)}"


@tells(e.IncidentDismissed)
def _dismissed(event: e.IncidentDismissed, t: Teller) -> str:
    ground = t.both("ground", event.ground)
    return t(
        f"Incident {event.incident} was put aside: {ground}.",
        f"Melding {event.incident} werd terzijde gelegd: {ground}.",
    )


@tells(e.ComplaintWithdrawn)
def _complaint(event: e.ComplaintWithdrawn, t: Teller) -> str:
    return t(
        f"The complaint about incident {event.incident} was withdrawn; order and case go on.",
        f"De klacht in melding {event.incident} werd ingetrokken; bevel en zaak gaan door.",
    )


@tells(e.IncidentReferred)
def _referred(event: e.IncidentReferred, t: Teller) -> str:
    said = t(
        f"Incident {event.incident} was referred to the prosecutor.",
        f"Melding {event.incident} werd ingezonden bij het openbaar ministerie.",
    )
    return said + _weighed(event.weighed, t)


@tells(e.CivilEnforcementPursued)
def _pursued(event: e.CivilEnforcementPursued, t: Teller) -> str:
    standing = t.word(event.standing)
    said = t(
        f"Incident {event.incident} was taken to the civil court by the {standing}.",
        f"Melding {event.incident} werd aan de civiele rechter voorgelegd door: {standing}.",
    )
    return said + _weighed(event.weighed, t)


@tells(e.ProsecutionConcluded)
def _prosecution(event: e.ProsecutionConcluded, t: Teller) -> str:
    outcome = t.word(event.outcome)
    return t(
        f"The criminal route of incident {event.incident} ended: {outcome}.",
        f"De strafrechtelijke weg voor melding {event.incident} eindigde: {outcome}.",
    )


@tells(e.CivilEnforcementConcluded)
def _civil(event: e.CivilEnforcementConcluded, t: Teller) -> str:
    outcome = t.word(event.outcome)
    return t(
        f"The civil route of incident {event.incident} ended: {outcome}.",
        f"De civiele weg voor melding {event.incident} eindigde: {outcome}.",
    )


@tells(e.RecordCorrected)
def _corrected(event: e.RecordCorrected, t: Teller) -> str:
    ground = t.both("ground", event.ground)
    return t(
        f"Event {event.event_version} is marked as wrong: {ground}. It stays on record.",
        f"Gebeurtenis {event.event_version} is gemarkeerd als onjuist: {ground}."
        " Zij blijft vastgelegd.",
    )


def _weighed(codes: tuple[str, ...], t: Teller) -> str:
    if not codes:
        return ""
    weighed = " ".join(t.of(SENTENCES[Code(code)]) for code in codes)
    return t(f" Weighed by a human: {weighed}", f" Door een mens gewogen: {weighed}")
