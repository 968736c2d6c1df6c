"""`orderflow regimes`: the laws as data, in words, with sources."""

from __future__ import annotations

import pytest

from orderflow.law import Provision, RegimeRegister
from orderflow.law.regime import PROVISION_FIELDS, SECTIONS
from orderflow.showing.labels_law import FIELD_LABELS, SECTION_LABELS
from orderflow.showing.values_law import in_words
from orderflow.telling.tongue import Tongue
from tests.unit.cli.support import LATER, OWN, Type

IDS = RegimeRegister.packaged().ids()


def test_every_field_has_a_name_in_both_languages() -> None:
    """Every provision and section of a regime has a label, and no label is left over."""
    assert set(FIELD_LABELS) == set(PROVISION_FIELDS)
    assert list(SECTION_LABELS) == list(SECTIONS)


@pytest.mark.parametrize("regime", IDS)
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_every_law_can_be_read(typed: Type, regime: str, lang: str) -> None:
    """Every value of every law is shown in words, without a word of the code."""
    page = typed("regimes", "show", regime, "--lang", lang)
    headings = ("Our readings", "Sources") if lang == "en" else ("Onze lezingen", "Bronnen")
    body = page.out[: min(page.out.index(one) for one in headings if one in page.out)]

    assert page.code == 0
    assert "_" not in body
    assert "None" not in body


def test_the_list_tells_law_from_draft_and_scenario(typed: Type) -> None:
    """The list names every law, and says of drafts and scenarios that they are nobody's law."""
    page = typed("regimes", "list")
    document = typed("regimes", "list", "--json").document

    assert [one["id"] for one in document["regimes"]] == list(IDS)
    assert "a draft; nobody's law" in page.flat
    assert "in force from 25 November 2008 to 16 June 2014" in page.flat


def test_a_law_shows_values_sources_readings_and_later_law(typed: Type) -> None:
    """A law shows its values with numbered sources, our readings, and which law comes after."""
    page = typed("regimes", "show", OWN).flat

    assert "breach is a criminal offence no [" in page
    assert "Conduct from 16 June 2014 on is judged by uk-ew-fmpo@2014" in page
    assert "INT-011" in page
    assert "https://www.legislation.gov.uk/ukpga/1996/27/section/63A" in page
    assert "? means: not read in its source; a lawyer must check it." in page


def test_what_is_not_decided_names_the_question_of_the_letter(typed: Type) -> None:
    """A draft shows each open value with the question that it waits for."""
    document = typed("regimes", "show", "nl-hybrid-draft@2025", "--json").document
    page = typed("regimes", "show", "nl-hybrid-draft@2025", "--lang", "nl").flat

    assert len(document["questions"]) == 10
    assert "sanction: Welke sanctie volgt op overtreding, en hoe hoog is die?" in page
    assert "overtreding is een strafbaar feit niet beslist [wacht op: sanction]" in page


def test_a_scenario_shows_what_it_assumes(typed: Type) -> None:
    """What a scenario fixed is marked as assumed."""
    page = typed("regimes", "show", "nl-hybrid-draft@2025+civil").flat

    assert "[assumed, INT-031, 1]" in page
    assert "assumed means: fixed by this scenario; nobody has decided it." in page


def test_a_comparison_shows_what_differs_and_only_that(typed: Type) -> None:
    """The comparison shows differing values one above the other; with `--all` the others too."""
    page = typed("regimes", "compare", OWN, LATER)
    every = typed("regimes", "compare", OWN, LATER, "--all", "--json").document
    some = typed("regimes", "compare", OWN, LATER, "--json").document

    assert "breach is a criminal offence: uk-ew-fmpo@2008 no [" in page.flat
    assert "uk-ew-fmpo@2014 5 years [" in page.flat
    assert len(every["provisions"]) == len(PROVISION_FIELDS)
    assert len(some["provisions"]) == some["different"]
    assert not any(pair["same"] for pair in some["provisions"])
    assert some["different"] + some["equal"] == len(PROVISION_FIELDS)


def test_a_comparison_of_everything_marks_what_is_the_same(typed: Type) -> None:
    """With `--all` a value that both laws share stands once."""
    assert "both civil [" in typed("regimes", "compare", OWN, LATER, "--all").flat


def test_a_day_picks_the_version(typed: Type) -> None:
    """A name without a version is the version in force on `--date`, the first day included."""
    for day, regime in (("2014-06-15", OWN), ("2014-06-16", LATER)):
        shown = typed("regimes", "show", "uk-ew-fmpo", "--date", day, "--json").document

        assert shown["regime"]["id"] == regime


def test_a_name_with_one_version_is_enough(typed: Type) -> None:
    """A name that has one version needs no day; its scenarios do not count."""
    for name in ("nl-huisverbod", "nl-hybrid-draft"):
        assert typed("regimes", "show", name, "--json").document["regime"]["id"].startswith(name)


@pytest.mark.parametrize(
    "argv, says",
    [
        (("uk-ew-fmpo",), "has several versions: uk-ew-fmpo@2008, uk-ew-fmpo@2014; name one"),
        (("uk-ew-fmop@2014",), "no regime 'uk-ew-fmop@2014'"),
        (("nothing-like-it",), "no regime 'nothing-like-it'"),
        (("uk-ew-fmpo", "--date", "13"), "--date '13' is not a day; write it like 2013-05-20"),
        (("uk-ew-fmpo", "--date", "1999-01-01"), "no version of 'uk-ew-fmpo' in force"),
    ],
)
def test_a_law_that_is_not_there_is_wrong_use(
    typed: Type, argv: tuple[str, ...], says: str
) -> None:
    """An unknown law, a name with several versions and a bad day are told in one line."""
    asked = typed("regimes", "show", *argv)

    assert (asked.code, asked.out) == (2, "")
    assert says in asked.err


def test_money_is_told_in_the_currency_of_the_law() -> None:
    """A fee is kept in cents and told in whole units; none is free of charge."""
    fee = Provision[int](value=9250, source=("nl/rv/art-254",))

    assert in_words("access.fee", fee, "NL", Tongue("en")) == "EUR 92.50"
