"""The pages of `orderflow regimes`, in 80 columns; sources are numbered and listed at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orderflow.cli.page import FIXED, Page
from orderflow.showing.labels_law import SECTION_LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orderflow.showing.shapes import SourceShown
    from orderflow.showing.shapes_law import (
        ProvisionShown,
        RegimeInFull,
        RegimeLine,
        RegimesCompared,
        RegimesListed,
    )
    from orderflow.telling.tongue import Tongue


_LANDS: Final = {
    "NL": ("Netherlands", "Nederland"),
    "GB-EAW": ("England and Wales", "Engeland en Wales"),
}


def print_list(listed: RegimesListed, t: Tongue) -> None:
    """Print the laws, one below the other."""
    page = Page()
    page.title(t("Laws that ship with orderflow", "Wetten die met orderflow meekomen"))
    for one in listed.regimes:
        page.line()
        page.line(one.id, "bold")
        page.text(t(one.title, one.title_nl), 2)
        page.text(f"{_land(one, t)}; {_force(one, t)}", 2, style="faint")
    page.line()
    page.text(
        t(
            "Read one: orderflow regimes show ID. Lay two side by side: orderflow regimes compare"
            " A B.",
            "Lees er een: orderflow regimes show ID. Leg er twee naast elkaar: orderflow regimes"
            " compare A B.",
        )
    )


def print_regime(shown: RegimeInFull, t: Tongue) -> None:
    """Print one law: every value, what is not decided, our readings, the sources."""
    page = Page()
    page.title(t(shown.regime.title, shown.regime.title_nl))
    _head(page, shown.regime, t)
    numbers = _numbers(shown.sources)
    waiting = {field: question.key for question in shown.questions for field in question.waiting}
    for section, label in SECTION_LABELS.items():
        inside = [one for one in shown.provisions if one.field.startswith(f"{section}.")]
        said = [one for one in inside if one.value is not None or one.field in waiting]
        silent = [t(one.label, one.label_nl) for one in inside if one not in said]
        page.heading(t.of(label))
        for one in said:
            page.field(
                t(one.label, one.label_nl), _said(one, t) + _marks(one, numbers, t), column=32
            )
        if silent:
            nothing = t("Nothing on file about: ", "Niets vastgelegd over: ")
            page.text(nothing + "; ".join(silent) + ".", 2, style="faint")
    _later_law(page, shown, numbers, t)
    _questions(page, shown, t)
    _choices(page, shown, t)
    _sources(page, shown.sources, t)
    _legend(page, shown.provisions, t)


def print_comparison(compared: RegimesCompared, t: Tongue) -> None:
    """Print where two laws differ, one value above the other."""
    page = Page()
    page.title(f"{compared.a.id}  {t('and', 'en')}  {compared.b.id}")
    for one in (compared.a, compared.b):
        page.field(one.id, f"{t(one.title, one.title_nl)}; {_force(one, t)}", 0, 24)
    page.line()
    page.text(
        t(
            f"They differ on {compared.different} points and are the same on {compared.equal}.",
            f"Zij verschillen op {compared.different} punten en zijn gelijk op {compared.equal}.",
        )
    )
    numbers = _numbers(compared.sources)
    heading = None
    width = max(len(compared.a.id), len(compared.b.id)) + 6
    for pair in compared.provisions:
        section = pair.field.partition(".")[0]
        if section != heading:
            page.heading(t.of(SECTION_LABELS[section]))
            heading = section
        page.text(f"{t(pair.label, pair.label_nl)}{':' if not pair.same else ''}", 2)
        if pair.same:
            page.field(t("both", "beide"), _said(pair.a, t) + _marks(pair.a, numbers, t), 4, width)
            continue
        for line, value in ((compared.a, pair.a), (compared.b, pair.b)):
            page.field(line.id, _said(value, t) + _marks(value, numbers, t), 4, width)
    _sources(page, compared.sources, t)
    _legend(page, [one for pair in compared.provisions for one in (pair.a, pair.b)], t)


def _head(page: Page, one: RegimeLine, t: Tongue) -> None:
    page.field(t("Id", "Id"), one.id, 0)
    page.field(t("Jurisdiction", "Rechtsgebied"), _land(one, t), 0)
    page.field(t("Counts time in", "Telt de tijd in"), one.time_zone, 0)
    page.field(t("Status", "Status"), _force(one, t), 0)


def _land(one: RegimeLine, t: Tongue) -> str:
    return t.of(_LANDS.get(one.jurisdiction, (one.jurisdiction, one.jurisdiction)))


def _force(one: RegimeLine, t: Tongue) -> str:
    if one.scenario:
        return t(
            "a scenario: answers a draft's open questions by assumption; nobody's law",
            "een scenario: beantwoordt de open vragen van een ontwerp met aannames; geen recht",
        )
    if one.draft or one.in_force_from is None:
        return t("a draft; nobody's law", "een ontwerp; geen geldend recht")
    since = t.day(one.in_force_from)
    if one.in_force_until is None:
        return t(f"in force since {since}", f"van kracht sinds {since}")
    until = t.day(one.in_force_until)
    return t(f"in force from {since} to {until}", f"van kracht van {since} tot {until}")


def _said(one: ProvisionShown, t: Tongue) -> str:
    return t(one.words, one.words_nl)


def _marks(one: ProvisionShown, numbers: dict[str, int], t: Tongue) -> str:
    marks = []
    if one.question:
        marks.append(t(f"waits for: {one.question}", f"wacht op: {one.question}"))
    elif one.value is not None and one.assumed:
        marks.append(t("assumed", "aangenomen"))
    elif one.value is not None and not one.verified:
        marks.append("?")
    if one.choice:
        marks.append(one.choice)
    if one.value is not None:
        marks += [str(numbers[key]) for key in one.sources]
    return f" [{', '.join(marks)}]".replace(", ", f",{FIXED}") if marks else ""


def _numbers(sources: Iterable[SourceShown]) -> dict[str, int]:
    return {source.key: number for number, source in enumerate(sources, start=1)}


def _later_law(page: Page, shown: RegimeInFull, numbers: dict[str, int], t: Tongue) -> None:
    later = shown.later_breach_law
    if later is None:
        return
    page.line()
    since, marks = t.day(later.conduct_from), [later.choice, str(numbers[later.source])]
    shown_marks = ", ".join(mark for mark in marks if mark)
    page.text(
        t(
            f"Conduct from {since} on is judged by {later.regime}, although the order is older"
            f" [{shown_marks}].",
            f"Gedragingen vanaf {since} worden beoordeeld naar {later.regime}, ook al is het bevel"
            f" ouder [{shown_marks}].",
        ),
        2,
    )


def _questions(page: Page, shown: RegimeInFull, t: Tongue) -> None:
    if not shown.questions:
        return
    page.heading(
        t("Not decided: questions of the letter", "Niet beslist: vragen uit de Kamerbrief")
    )
    labels = {one.field: t(one.label, one.label_nl) for one in shown.provisions}
    for question in shown.questions:
        page.text(f"{question.key}: {t(question.title, question.title_nl)}", 2, 4)
        waiting = "; ".join(labels[field] for field in question.waiting)
        page.text(f"{t('waits', 'wacht')}: {waiting}", 4, 6, style="faint")


def _choices(page: Page, shown: RegimeInFull, t: Tongue) -> None:
    if not shown.choices:
        return
    page.heading(
        t("Our readings, where the law leaves room", "Onze lezingen, waar de wet ruimte laat")
    )
    for one in shown.choices:
        open_ = t(" (a lawyer may correct it)", " (een jurist kan dit verbeteren)")
        page.text(f"{one.number}{open_ if one.status == 'open' else ''}", 2)
        page.text(t(one.question, one.question_nl), 4, style="faint")
        page.text(t(one.answer, one.answer_nl), 4)


def _sources(page: Page, sources: Iterable[SourceShown], t: Tongue) -> None:
    page.heading(t("Sources", "Bronnen"))
    for number, source in enumerate(sources, start=1):
        page.text(f"{number:>3}  {t(source.title, source.title_nl)} [{source.key}]", 0, 5)
        if source.uri:
            page.text(source.uri, 5, style="faint")


def _legend(page: Page, provisions: Iterable[ProvisionShown], t: Tongue) -> None:
    every = list(provisions)
    page.line()
    if any(one.value is not None and not one.verified and not one.assumed for one in every):
        page.text(
            t(
                "? means: not read in its source; a lawyer must check it.",
                "? betekent: niet in de bron gelezen; een jurist moet het nagaan.",
            ),
            style="faint",
        )
    if any(one.choice for one in every):
        page.text(
            t(
                "INT- and a number: a reading of ours, where the law leaves room.",
                "INT- en een nummer: een lezing van ons, waar de wet ruimte laat.",
            ),
            style="faint",
        )
    if any(one.assumed for one in every):
        page.text(
            t(
                "assumed means: fixed by this scenario; nobody has decided it.",
                "aangenomen betekent: door dit scenario ingevuld; niemand heeft het beslist.",
            ),
            style="faint",
        )
