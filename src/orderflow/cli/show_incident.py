"""One incident on the page of `orderflow show`: what is alleged, what became of it, both routes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.cli.page_parts import print_route
from orderflow.telling.words import both, word

if TYPE_CHECKING:
    from datetime import tzinfo

    from orderflow.cli.page import Page
    from orderflow.showing.shapes import IncidentShown
    from orderflow.telling.tongue import Tongue


def print_incident(page: Page, incident: IncidentShown, t: Tongue, zone: tzinfo) -> None:
    """Print an incident with both routes and their reasons."""
    conduct, place = t.moment(incident.conduct_at, zone), t.of(word(incident.place))
    page.text(
        t(
            f"{incident.id}: alleged conduct of {incident.person} against term {incident.term},"
            f" {conduct}, {place}",
            f"{incident.id}: gestelde gedraging van {incident.person} tegen bepaling"
            f" {incident.term}, {conduct}, {place}",
        ),
        2,
        4,
        style="bold",
    )
    reported = t.moment(incident.reported_at, zone)
    page.text(t(f"reported {reported}", f"gemeld {reported}"), 4)
    for said in _became(incident, t, zone):
        page.text(said, 4)
    print_route(page, t("Criminal route", "Strafrechtelijke weg"), incident.criminal, t, 4)
    print_route(page, t("Civil route", "Civiele weg"), incident.civil, t, 4)


def _became(incident: IncidentShown, t: Tongue, zone: tzinfo) -> list[str]:
    said = []
    for at in incident.referred_at:
        moment = t.moment(at, zone)
        said.append(t(f"referred to the prosecutor {moment}", f"ingezonden {moment}"))
    for at in incident.pursued_at:
        moment = t.moment(at, zone)
        said.append(t(f"taken to the civil court {moment}", f"civiel voorgelegd {moment}"))
    if incident.prosecution:
        said.append(t("prosecution: ", "vervolging: ") + t.of(word(incident.prosecution)))
    if incident.civil_outcome:
        said.append(t("civil court: ", "civiele rechter: ") + t.of(word(incident.civil_outcome)))
    if incident.dismissed_at:
        moment = t.moment(incident.dismissed_at, zone)
        said.append(t(f"put aside {moment}", f"terzijde gelegd {moment}"))
    if incident.complaint_withdrawn:
        said.append(t("complaint withdrawn", "klacht ingetrokken"))
    if incident.other_offences:
        offences = t.list(t.of(both("other_offence", one)) for one in incident.other_offences)
        said.append(t(f"may besides be: {offences}", f"kan daarnaast zijn: {offences}"))
    if incident.same_conduct_as:
        same = t.list(incident.same_conduct_as)
        said.append(t(f"same conduct as: {same}", f"dezelfde gedraging als: {same}"))
    return said
