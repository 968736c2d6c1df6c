"""`orderflow run`: case files, lived step by step."""

from __future__ import annotations

from pathlib import Path

import pytest

from orderflow.casefile import published_cases
from orderflow.cli.progress import with_progress
from tests.unit.cli.support import CASE, LATER, Type, real_log

SHORT = """
format = 1
title = {{ en = "A short case", nl = "Een korte zaak" }}
regime = "uk-ew-fmpo@2014"

[[person]]
id = "daughter"
stands = "protected_person"
age = "adult"

[[person]]
id = "father"
stands = "respondent"

[[step]]
name = "She asks for an order"
do = "RequestOrder"
at = 2020-03-02T10:00:00+00:00
actor = {{ role = "protected_person", person = "daughter" }}
with = {{ harms = ["forced_marriage"] }}

[[step]]
name = "It is on file"
check = "state"
at = 2020-03-02T11:00:00+00:00
expect = {{ state = "{state}" }}
"""


def short_case(state: str = "requested") -> str:
    """Write a short case and return the name of its file."""
    Path("short.toml").write_text(SHORT.format(state=state), encoding="utf-8")
    return "short.toml"


def test_a_published_case_comes_out_as_it_says(typed: Type) -> None:
    """Each step stands with its mark, its outcome and, where refused, the reason with source."""
    page = typed("run", CASE)

    assert page.code == 0
    assert "✓" in page.out
    assert "✗" not in page.out
    assert "Breach of this order is no criminal offence. [no_offence]" in page.flat
    assert "steps and checks as the file says" in page.flat


def test_all_published_cases_can_be_run_at_once(typed: Type) -> None:
    """`--all` runs every case that ships, and all of them come out as they say."""
    document = typed("run", "--all", "--json").document

    assert document["ok"]
    assert [one["report"]["case"] for one in document["cases"]] == [
        case.name for case in published_cases()
    ]


def test_the_published_cases_are_listed(typed: Type) -> None:
    """`--list` names every case that ships, in text and as JSON."""
    page = typed("run", "--list")
    document = typed("run", "--list", "--json").document

    assert all(case.name in page.out for case in published_cases())
    assert [one["name"] for one in document["cases"]] == [case.name for case in published_cases()]


def test_a_case_lives_again_under_other_law(typed: Type) -> None:
    """Under later law the page says that it is not the case's own, and what came out different."""
    page = typed("run", CASE, "--regime", LATER, "--as-if")

    assert page.code == 0
    assert "(not the law of the case itself), as if it had been in force" in page.flat
    assert "came out differently than under the law of the case itself" in page.flat


def test_a_failed_check_is_shown_and_fails(typed: Type) -> None:
    """A check that does not come out as the file says is marked, explained, and exits with 1."""
    page = typed("run", short_case("granted"))
    document = typed("run", "short.toml", "--json")

    assert page.code == document.code == 1
    assert "✗ 2 It is on file" in page.flat
    assert "state: the file says 'granted'; it came to 'requested'" in page.flat
    assert "1 of 2 steps and checks as the file says; 1 not" in page.flat
    assert document.document["cases"][0]["failed"] == ["It is on file"]


def test_a_case_is_kept_in_a_log_that_can_be_read(typed: Type) -> None:
    """With `--db` the order is on record, its id is printed, and a second run adds nothing."""
    first = typed("run", short_case(), "--db", "kept.db", "--json")
    order = first.document["cases"][0]["report"]["orders"]["order"]

    again = typed("run", "short.toml", "--db", "kept.db")

    assert order in again.out
    assert "The log held all of it already; nothing was recorded." in again.flat
    assert typed("show", order, "--db", "kept.db").code == 0


@pytest.mark.parametrize(
    "argv, says",
    [
        ((), "name a case, or see which there are with --list"),
        (("no-such-case",), "no-such-case: no case of that name ships"),
        (("nowhere/case.toml",), "no such file: 'nowhere/case.toml'"),
        ((CASE, "--regime", "nl-nothing"), "no regime 'nl-nothing'"),
        (("broken.toml",), "broken.toml"),
        (("short.toml", "--db", "real.db"), "the clock of this log is real, for ever"),
    ],
)
def test_what_cannot_be_run_is_wrong_use(typed: Type, argv: tuple[str, ...], says: str) -> None:
    """No case, an unknown case, file or law, a broken file, and a real log are told in one line."""
    short_case()
    Path("broken.toml").write_text("format = 1\nperson = [", encoding="utf-8")
    real_log(Path("real.db"))

    asked = typed("run", *argv)

    assert (asked.code, asked.out) == (2, "")
    assert says in asked.err
    assert asked.err.count("\n") == 1


def test_dutch_is_dutch(typed: Type) -> None:
    """With `--lang nl` outcomes, reasons and the summary are Dutch."""
    page = typed("run", CASE, "--lang", "nl").flat

    assert "stappen en controles zoals het bestand zegt" in page
    assert "Overtreding van dit bevel is geen strafbaar feit." in page


def test_progress_is_shown_on_a_terminal_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Progress goes to a terminal and is wiped; in a pipe nothing is said."""
    assert list(with_progress(["one", "two"], str)) == ["one", "two"]
    assert capsys.readouterr().err == ""

    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert list(with_progress(["one", "two"], str)) == ["one", "two"]
    assert "2/2 two" in (said := capsys.readouterr().err)
    assert said.endswith("\x1b[K")
