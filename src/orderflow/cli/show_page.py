"""The page of `orderflow show`: what an auditor looks for, top down, in 80 columns."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from orderflow.cli.page import Page
from orderflow.cli.page_parts import (
    actor_in_words,
    law_in_words,
    print_warnings,
)
from orderflow.cli.show_incident import print_incident
from orderflow.order.values import State
from orderflow.telling.words import both, reaching, word

if TYPE_CHECKING:
    from datetime import datetime

    from orderflow.order.values import Term
    from orderflow.showing.shapes import (
        OrderShown,
        PersonBound,
        PersonShown,
        VersionShown,
    )
    from orderflow.telling.tongue import Tongue


def print_order(shown: OrderShown, t: Tongue, page: Page | None = None) -> None:
    """Print an order for a reader."""
    paper = _OrderPage(shown, t, page or Page())
    paper.head()
    paper.state()
    paper.request()
    paper.periods()
    paper.versions()
    paper.bindings()
    paper.incidents()
    paper.facts()


class _OrderPage:
    def __init__(self, shown: OrderShown, t: Tongue, page: Page) -> None:
        self._shown, self._t, self._page = shown, t, page
        self._zone = ZoneInfo(shown.regime.time_zone)

    def head(self) -> None:
        shown, t, page = self._shown, self._t, self._page
        page.title(f"{t('Protection order', 'Beschermingsbevel')} {shown.order_id}")
        print_warnings(page, shown.regime, t, simulated=shown.simulated)
        if shown.known_at is not None:
            known_at = t.moment(shown.known_at, self._zone)
            page.text(
                t(
                    f"As known on {known_at}; what was recorded later is left out.",
                    f"Zoals bekend op {known_at}; wat later is vastgelegd, blijft weg.",
                ),
                style="warn",
            )
        zone = shown.regime.time_zone
        page.text(t(f"Times are those of {zone}.", f"Tijden zijn die van {zone}."), style="faint")

    def state(self) -> None:
        shown, t, page = self._shown, self._t, self._page
        page.line()
        page.field(t("Position", "Rechtspositie"), f"{self._position()}, {self._at()}")
        recorded = shown.state_by_record
        page.field(t("By the record", "Volgens dossier"), t.of(word(recorded)) if recorded else "-")
        page.field(t("Law", "Recht"), law_in_words(shown.regime, t))
        if State.BREACHED in (shown.state, recorded):
            page.text(
                t(
                    "'Breached' is an allegation with a route open to it, not a finding: nobody has"
                    " established that the order was broken.",
                    "'Overtreden' is een melding waarvoor een weg openstaat, geen vaststelling:"
                    " niemand heeft vastgesteld dat het bevel is overtreden.",
                ),
                2,
            )

    def request(self) -> None:
        shown, t, page = self._shown, self._t, self._page
        page.heading(t("Request", "Verzoek"))
        asked = self._moment(shown.requested_at) if shown.requested_at else "-"
        if shown.applicant is not None:
            how = t("of its own motion: ", "ambtshalve: ") if shown.own_motion else ""
            asked += f", {how}{actor_in_words(shown.applicant, t)}"
        page.field(t("Asked for", "Gevraagd"), asked)
        page.field(t("Permission", "Toestemming"), t.of(both("permission", shown.permission)))
        page.field(t("Against", "Tegen gevaar van"), t.list(t.of(word(h)) for h in shown.harms))
        if shown.case_reference:
            page.field(t("Case", "Zaak"), shown.case_reference)
        for capacity, label in (
            ("protected_person", t("Protected", "Beschermd")),
            ("respondent", t("Respondents", "Verweerders")),
            ("other_person", t("Also involved", "Ook betrokken")),
        ):
            people = [p for p in shown.people if p.capacity == capacity]
            page.fields([(label, ", ".join(self._person(p) for p in people))])

    def periods(self) -> None:
        shown, t, page = self._shown, self._t, self._page
        if not shown.periods:
            return
        page.heading(t("In force", "Van kracht"))
        for period in shown.periods:
            since = self._moment(period.since)
            if period.until is None:
                ends = t("until it is varied or discharged", "tot wijziging of intrekking")
            else:
                until = self._moment(period.until)
                why = f" ({t.of(word(period.cause))})" if period.cause else ""
                ends = t(f"until {until}", f"tot {until}") + why
            page.text(t(f"from {since}, {ends}", f"van {since}, {ends}"), 2, 4)

    def versions(self) -> None:
        for version in self._shown.versions:
            self._version(version)

    def bindings(self) -> None:
        binding, t, page = self._shown.binding, self._t, self._page
        if binding is None:
            return
        page.heading(
            t(
                f"Who is bound: {binding.bound} of {binding.addressed} persons,"
                f" version {binding.version}",
                f"Wie gebonden is: {binding.bound} van {binding.addressed} personen,"
                f" versie {binding.version}",
            )
        )
        for person in binding.persons:
            page.field(person.person, self._how_bound(person))

    def incidents(self) -> None:
        shown, t, page = self._shown, self._t, self._page
        if not shown.incidents:
            return
        page.heading(t("Incidents: reported, not proved", "Meldingen: gesteld, niet bewezen"))
        for incident in shown.incidents:
            print_incident(page, incident, t, self._zone)

    def facts(self) -> None:
        shown, t, page = self._shown, self._t, self._page
        if shown.facts:
            page.heading(t("Also on record", "Verder vastgelegd"))
        for fact in shown.facts:
            when = self._moment(fact.at) if fact.at else ""
            page.field(when, t(fact.sentence, fact.sentence_nl), column=26)
        page.line()
        known = t("events on record", "gebeurtenissen vastgelegd")
        page.text(f"{shown.version} {known}.", style="faint")

    # -- parts

    def _position(self) -> str:
        shown, t = self._shown, self._t
        if shown.state is None:
            return t("not yet requested", "nog niet verzocht")
        said = t.of(word(shown.state))
        return f"{said} ({t.of(word(shown.ended_because))})" if shown.ended_because else said

    def _at(self) -> str:
        shown, t = self._shown, self._t
        at = self._moment(shown.at)
        match shown.at_is:
            case "given":
                return t(f"on {at}", f"op {at}")
            case "now":
                return t(f"now, {at}", f"nu, {at}")
            case "last_recorded":
                return t(
                    f"on {at}, the moment of the last record",
                    f"op {at}, het moment van de laatste vastlegging",
                )

    def _version(self, version: VersionShown) -> None:
        t, page = self._t, self._page
        made = self._moment(version.made_at)
        notice = (
            t(", respondents not heard", ", verweerders niet gehoord")
            if version.without_notice
            else ""
        )
        page.heading(f"{t('Version', 'Versie')} {version.number}, {made}{notice}")
        for term in version.terms:
            page.text(f"{term.id}: {self._term(term)}", 2, 4)

    def _term(self, term: Term) -> str:
        t = self._t
        others = t("others who know of it", "anderen die ervan weten")
        whom = [*term.binds, *([others] if term.binds_others else [])]
        said = [f"{t.of(word(term.kind))}, {t.of(word(term.subject))}"]
        said.append(t("binds ", "bindt ") + (t.list(whom) or t("nobody", "niemand")))
        said.append(t.of(reaching(term.abroad)))
        if term.ends_at:
            said.append(t("until ", "tot ") + self._moment(term.ends_at))
        if term.review_at:
            said.append(t("reviewed on ", "herziening op ") + self._moment(term.review_at))
        if term.power_of_arrest:
            said.append(t("with power of arrest", "met bevoegdheid tot aanhouding"))
        return "; ".join(said)

    def _how_bound(self, person: PersonBound) -> str:
        t = self._t
        if person.how is None or person.since is None:
            return t("not bound: nothing on record", "niet gebonden: niets vastgelegd")
        since = self._moment(person.since)
        said = t(
            f"bound since {since}: {t.of(word(person.how))} (version {person.version})",
            f"gebonden sinds {since}: {t.of(word(person.how))} (versie {person.version})",
        )
        known = person.knowledge
        shown = t.of(word(known)) if known else t("not shown", "niet gebleken")
        terms = t.list(person.terms)
        return said + t(f"; knew: {shown}; terms: {terms}", f"; wist: {shown}; bepalingen: {terms}")

    def _person(self, person: PersonShown) -> str:
        t = self._t
        about = [t.of(word(person.age))]
        if person.described:
            about.append(t("known by description only", "alleen omschreven"))
        if person.same_as:
            about.append(t("also ", "ook ") + t.list(person.same_as))
        return f"{person.id} ({', '.join(about)})"

    def _moment(self, moment: datetime) -> str:
        return self._t.moment(moment, self._zone)
