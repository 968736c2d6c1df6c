"""The page of `orderflow run`: each step and check with its mark, and a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from orderflow.casefile import Verdict
from orderflow.cli.page_parts import print_sources
from orderflow.showing import citing
from orderflow.telling.words import word

if TYPE_CHECKING:
    from orderflow.casefile import Answer, CaseReport, StepResult
    from orderflow.cli.page import Page
    from orderflow.cli.shapes_run import CasesListed
    from orderflow.telling.tongue import Tongue

_MARKS: Final = {
    Verdict.AS_EXPECTED: ("✓", "good"),
    Verdict.NOT_AS_EXPECTED: ("✗", "bad"),
    Verdict.SAME: ("=", "faint"),
    Verdict.DIFFERS: ("≠", "warn"),
    Verdict.IMPOSSIBLE: ("-", "faint"),
}
_TEXT: Final = 9


def print_cases(listed: CasesListed, t: Tongue) -> None:
    """Print the published cases, one below the other."""
    from orderflow.cli.page import Page

    page = Page()
    page.title(t("Published cases that ship", "Gepubliceerde zaken die meekomen"))
    for case in listed.cases:
        page.line()
        page.line(case.name, "bold")
        page.text(t(case.title, case.title_nl), 2)
        steps = t(f"{case.steps} steps and checks", f"{case.steps} stappen en controles")
        page.text(f"{case.regime}, {steps}", 2, style="faint")
    page.line()
    page.text(
        t(
            "Each follows a published, anonymised judgment; people are roles, never names.",
            "Elk volgt een gepubliceerde, geanonimiseerde uitspraak; mensen zijn rollen, nooit"
            " namen.",
        )
    )


def print_report(page: Page, report: CaseReport, t: Tongue, *, place: str | None) -> None:
    """Print what came of a case."""
    page.title(t(report.title.en, report.title.nl))
    page.field(t("Case", "Zaak"), report.case, 0, 12)
    page.field(t("Law", "Recht"), _law(report, t), 0, 12)
    zone = ZoneInfo(report.time_zone)
    page.field(t("Times", "Tijden"), zone.key, 0, 12)
    if place is not None:
        page.field(t("Log", "Logboek"), place, 0, 12)
        for name, order_id in report.orders.items():
            page.field(t("Order", "Bevel"), f"{order_id} ({name})", 0, 12)
    page.line()
    for step in report.steps:
        _print_step(page, step, t, zone)
    page.line()
    _print_summary(page, report, t)
    page.line()


def print_reasons(page: Page, step: StepResult, t: Tongue, indent: int) -> None:
    """Print why a step was refused or a route is not open, with sources."""
    for reason in step.reasons:
        page.text(f"{t(reason.en, reason.nl)} [{reason.code.value}]", indent)
        print_sources(page, citing.sources(reason.law), t, indent + 2)


def _law(report: CaseReport, t: Tongue) -> str:
    said = report.regime
    if not report.own_law:
        said += t(" (not the law of the case itself)", " (niet het recht van de zaak zelf)")
    if report.as_if:
        said += t(", as if it had been in force", ", alsof het toen had gegolden")
    return said


def _print_step(page: Page, step: StepResult, t: Tongue, zone: ZoneInfo) -> None:
    mark, style = _MARKS[step.verdict]
    head = f"{page.fitted(mark):>2} {step.number:>3}"
    page.text(f"{head}   {step.name}", 0, _TEXT, style=style if style != "good" else None)
    when = t.moment(step.at or step.recorded_at, zone)
    said = [when, t.of(_outcome(step))]
    if step.events:
        said.append(", ".join(step.events))
    # What an assessment asks about is another moment, whose state would only puzzle.
    about_a_state = step.kind == "check: state" or not step.kind.startswith("check")
    if step.state is not None and about_a_state:
        said.append(t.of(word(step.state)))
    if step.assumed:
        said.append(t("assumed", "aangenomen"))
    page.text("; ".join(said), _TEXT, style="faint")
    if step.verdict is Verdict.IMPOSSIBLE and step.because:
        page.text(t(f"because of: {step.because}", f"door: {step.because}"), _TEXT)
    for answer in step.answers:
        if not answer.agrees and not step.changes:
            words = t("the file says", "het bestand zegt"), t("it came to", "het werd")
            _print_answer(page, answer, words, style)
    for answer in step.changes:
        words = t("under its own law", "onder zijn eigen recht"), t("here", "hier")
        _print_answer(page, answer, words, "faint" if style == "good" else style)
    if step.outcome.startswith("refused") or step.kind.startswith("check: assessment"):
        print_reasons(page, step, t, _TEXT)


def _print_answer(page: Page, answer: Answer, said: tuple[str, str], style: str) -> None:
    expected, got = said
    page.text(
        f"{answer.field}: {expected} {answer.expected!r}; {got} {answer.got!r}", _TEXT, style=style
    )


def _outcome(step: StepResult) -> tuple[str, str]:
    if step.kind.startswith("check"):
        return "check", "controle"
    if step.outcome == "accepted":
        return ("accepted", "aanvaard")
    if step.outcome.startswith("refused"):
        return ("refused", "geweigerd")
    return ("could not happen", "kon niet gebeuren")


def _print_summary(page: Page, report: CaseReport, t: Tongue) -> None:
    bound = [step for step in report.steps if step.binds]
    failed = len(report.failed)
    done = len(bound) - failed
    page.line(
        t(
            f"{done} of {len(bound)} steps and checks as the file says",
            f"{done} van {len(bound)} stappen en controles zoals het bestand zegt",
        )
        + (t(f"; {failed} not", f"; {failed} niet") if failed else ""),
        "bad" if failed else "good",
    )
    if not report.own_law:
        changed = len(report.changed)
        page.text(
            t(
                f"{changed} came out differently than under the law of the case itself.",
                f"{changed} kwamen anders uit dan onder het recht van de zaak zelf.",
            )
        )
    if report.repeated:
        page.text(
            t(
                "The log held all of it already; nothing was recorded.",
                "Het logboek had alles al; er is niets vastgelegd.",
            )
        )
