"""The page of `orderflow demo`: one case, two laws, in words that a lawyer knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from orderflow.cli.page import Page
from orderflow.cli.page_parts import law_in_words, print_route
from orderflow.showing import citing
from orderflow.telling.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orderflow.casefile import Case, StepResult
    from orderflow.cli.shapes_run import DemoShown, LifeShown
    from orderflow.showing.shapes import EventShown
    from orderflow.telling.tongue import Tongue

_DAY: Final = 2
_TEXT: Final = 21

_ASKED_IN_DUTCH: Final = {
    "power_of_arrest_not_allowed": "De rechter geeft het bevel, met bevoegdheid tot aanhouding",
    "no_offence": "De politie zendt het proces-verbaal in bij het openbaar ministerie",
    "no_standing": "De politie vraagt de civiele rechter om de moeder te straffen",
}
"""What was refused, by the code of the refusal; a case file tells its steps in one language."""


def print_demo(shown: DemoShown, t: Tongue, case: Case) -> None:
    """Print the case under both laws, and what to try next."""
    page = Page()
    own, later = shown.lives
    _introduction(page, t, case)
    _life(page, own, t, t("1. The law as it was", "1. Het recht zoals het was"))
    _conclusion(page, t, own=True)
    heading = t("2. The same facts, under later law", "2. Dezelfde feiten, onder later recht")
    _life(page, later, t, heading)
    _conclusion(page, t, own=False)
    _ending(page, shown, t)


def _introduction(page: Page, t: Tongue, case: Case) -> None:
    page.title(t(case.title.en, case.title.nl))
    page.text(
        t(
            "A protection order is made by a civil court, to protect somebody from, in this case,"
            " a forced marriage. It is called hybrid when the criminal law punishes its breach."
            " This is one real case, lived under two laws.",
            "Een beschermingsbevel wordt gegeven door de civiele rechter, om iemand te beschermen"
            " tegen, in dit geval, huwelijksdwang. Het heet hybride als het strafrecht overtreding"
            " ervan bestraft. Dit is één echte zaak, onder twee wetten.",
        )
    )
    page.line()
    page.text(
        t(
            "It follows a published, anonymised judgment. The people in it are roles, not names;"
            " nothing here says who they are. What the judgment does not tell is marked 'assumed'."
            " The log is a simulation: it was written just now, with the dates of the case.",
            "Zij volgt een gepubliceerde, geanonimiseerde uitspraak. De mensen zijn rollen, geen"
            " namen; niets zegt hier wie zij zijn. Wat de uitspraak niet vertelt, heet"
            " 'aangenomen'. Het logboek is een simulatie: het is zojuist geschreven, met de datums"
            " van de zaak.",
        )
    )


def _life(page: Page, life: LifeShown, t: Tongue, heading: str) -> None:
    page.line()
    page.line()
    page.line(heading, "title")
    page.line("─" * len(heading), "faint")
    page.text(law_in_words(life.regime, t))
    page.line()
    zone = ZoneInfo(life.regime.time_zone)
    for step, events in _told(life):
        _step(page, step, events, t, zone)
    page.line()
    page.text(t("What the law makes of the alleged breach:", "Wat het recht van de melding maakt:"))
    print_route(page, t("Criminal route", "Strafrechtelijke weg"), life.criminal, t, 2, coded=False)
    print_route(page, t("Civil route", "Civiele weg"), life.civil, t, 2, coded=False)
    page.line()


def _told(life: LifeShown) -> Iterator[tuple[StepResult, list[EventShown]]]:
    """Yield each act with its events from the log; a refused act left no trace there."""
    recorded = iter(life.events)
    for step in life.report.steps:
        if not step.kind.startswith("check"):
            yield step, [next(recorded) for _ in step.events]


def _step(
    page: Page, step: StepResult, events: list[EventShown], t: Tongue, zone: ZoneInfo
) -> None:
    day = t.day((step.at or step.recorded_at).astimezone(zone).date())
    for event in events:
        page.field(day, t(event.sentence, event.sentence_nl), _DAY, _TEXT)
        day = ""
    if events:
        about = [t.of(word(step.state))] if step.state else []
        about += [t("assumed", "aangenomen")] if step.assumed else []
        page.text(f"→ {', '.join(about)}", _TEXT, style="faint")
        return
    code = step.reasons[0].code.value if step.reasons else ""
    asked = t(step.name, _ASKED_IN_DUTCH.get(code, step.name))
    refused = t("REFUSED", "GEWEIGERD")
    page.field(day, f"✗ {refused}: {asked}.", _DAY, _TEXT, style="bad")
    for reason in step.reasons:
        page.text(t(reason.en, reason.nl), _TEXT + 2)
        titles = [t(one.title, one.title_nl) for one in citing.sources(reason.law)]
        page.text(f"{t('Source', 'Bron')}: {'; '.join(titles)}", _TEXT + 2, style="faint")


def _conclusion(page: Page, t: Tongue, *, own: bool) -> None:
    if own:
        said = t(
            "So the police could take it no further. Breach was no crime, and they could not go to"
            " the civil court either, for they had not asked for the order. That was left to"
            " others: above all to the protected person herself, against her own mother.",
            "Dus kon de politie niet verder. Overtreding was geen strafbaar feit, en naar de"
            " civiele rechter kon zij ook niet, want zij had het bevel niet gevraagd. Dat bleef aan"
            " anderen: vooral aan de beschermde persoon zelf, tegen haar eigen moeder.",
        )
    else:
        said = t(
            "The same facts, under a law that makes breach a crime: the police refer the report,"
            " and the prosecutor decides. It no longer depends on the protected person. That is"
            " what makes an order hybrid.",
            "Dezelfde feiten, onder een wet die overtreding strafbaar stelt: de politie zendt het"
            " proces-verbaal in en de officier van justitie beslist. Het hangt niet langer van de"
            " beschermde af. Dat maakt een bevel hybride.",
        )
    page.text(said, style="bold")


def _ending(page: Page, shown: DemoShown, t: Tongue) -> None:
    page.line()
    page.line()
    if not shown.ok:
        page.text(
            t(
                "Something came out differently than the case file says; see orderflow run.",
                "Iets kwam anders uit dan het zaakbestand zegt; zie orderflow run.",
            ),
            style="bad",
        )
    page.text(t(f"All of it is in the log {shown.db}", f"Alles staat in het logboek {shown.db}"))
    page.heading(t("Try next", "Probeer nu"))
    explained = (
        t("everything on record of the second order:", "alles wat van het tweede bevel vaststaat:"),
        t("may a border guard act on the first?", "mag de grensbewaking bij het eerste optreden?"),
        t("what changed in the law, with sources:", "wat er in de wet veranderde, met bronnen:"),
    )
    for number, (about, command) in enumerate(zip(explained, shown.next, strict=True), start=1):
        page.line(f"  {number}. {about}")
        for line in _folded(command, page.width - 6):
            page.line(f"     {line}")


def _folded(command: str, columns: int) -> list[str]:
    """Break a command before an option, in a way that a shell still reads as one."""
    lines = [""]
    separator = " --" if " --" in command else " "
    first, *rest = command.split(separator)
    for part in (first, *(separator.strip() + one for one in rest)):
        if lines[-1] and len(lines[-1]) + len(part) + 3 > columns:
            lines[-1] += " \\"
            lines.append(f"  {part}")
        else:
            lines[-1] = f"{lines[-1]} {part}" if lines[-1] else part
    return lines
