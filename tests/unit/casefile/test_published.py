"""The cases that ship: each comes to what its judgment says, under every law it speaks of."""

from __future__ import annotations

import re
from datetime import datetime
from importlib.resources import files

import pytest

from orderflow.casefile import Act, Case, Verdict, find_case, published_cases, run_case
from orderflow.errors import CaseFileError
from orderflow.law import references
from orderflow.law.files import files_of

NAMES = (
    "bedfordshire-police-v-ru-2013",
    "la-v-m-2024",
    "rbmid-2011-bp2167",
    "rbmne-2023-2813",
    "rbove-2023-1302",
    "re-k-2020",
)
LIVES = [(name, regime) for name in NAMES for regime in find_case(name).regimes_named()]


def test_the_six_published_cases_ship() -> None:
    """All six ship under plain names, in the order of those names."""
    assert tuple(case.name for case in published_cases()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_published_case_comes_to_what_its_judgment_says(name: str) -> None:
    """Every step and every check of the case comes to what the file expects."""
    report = run_case(find_case(name))

    assert report.failed == ()
    assert all(step.verdict is Verdict.AS_EXPECTED for step in report.steps)


@pytest.mark.parametrize("name,regime", LIVES)
def test_a_published_case_comes_to_what_it_says_of_another_law(name: str, regime: str) -> None:
    """Where a case tells what another law makes of it, so it comes out."""
    report = run_case(find_case(name), regime=regime, as_if=True)

    assert report.failed == ()
    assert report.changed


@pytest.mark.parametrize("case", published_cases(), ids=lambda case: case.name)
def test_a_published_case_cites_its_judgment_and_says_what_it_assumes(case: Case) -> None:
    """Each case rests on a registered judgment, and each assumed step has its reason."""
    assert any("/case/" in key for key in case.sources)
    assert set(case.sources) <= references().sources.keys()
    assert all(act.reason for act in case.acts if act.assumed)


@pytest.mark.parametrize("case", published_cases(), ids=lambda case: case.name)
def test_what_a_published_case_asks_and_nobody_tried_is_marked(case: Case) -> None:
    """A step that is refused is marked as assumed, unless a note says what the source says."""
    tried = [act for act in case.acts if act.expect != "accepted"]

    assert all(act.assumed or act.note for act in tried)


@pytest.mark.parametrize("case", published_cases(), ids=lambda case: case.name)
def test_a_published_case_names_roles_only(case: Case) -> None:
    """Nobody in a cast bears more than a role or a letter of the judgment."""
    roles = {"mother", "father", "protected-person", "family-member", "housemate", "respondent"}
    roles |= {"excluded-person", "not-identified", "c", "x", "y", "z"}

    assert {person.id for person in case.cast} <= roles


def test_the_breach_in_ru_can_be_referred_under_the_law_of_2014_only() -> None:
    """Under 2008 no offence and no standing; under 2014 the same facts open the criminal route."""
    case = find_case("bedfordshire-police-v-ru-2013")
    referral = "The police refer the report to the prosecutor"

    then = {step.name: step for step in run_case(case).steps}
    now = {step.name: step for step in run_case(case, regime="uk-ew-fmpo@2014", as_if=True).steps}

    assert then[referral].outcome == "refused: no_offence"
    assert then[referral].reasons[0].nl == "Overtreding van dit bevel is geen strafbaar feit."
    assert now[referral].outcome == "accepted"
    assert [(change.expected, change.got) for change in now[referral].changes] == [
        ("refused: no_offence", "accepted")
    ]
    civil = "The police ask the civil court to commit the mother for contempt"
    assert then[civil].outcome == now[civil].outcome == "refused: no_standing"


def test_the_four_orders_of_la_v_m_share_a_case_reference() -> None:
    """The siblings have an order each, and every request bears the one reference."""
    case = find_case("la-v-m-2024")

    assert case.orders == ("c", "x", "y", "z", "x-2024", "y-2024", "z-2024")
    assert case.head.case_reference == "2024-EWHC-1336"
    assert all("case_reference" not in act.with_ for act in case.acts)


def test_no_route_of_the_civil_ban_is_ever_criminal() -> None:
    """After the first breach and after the fiftieth, the criminal route is closed."""
    report = run_case(find_case("rbove-2023-1302"))
    criminal = [a.got for step in report.steps for a in step.answers if a.field == "criminal"]

    assert len(criminal) == 4
    assert set(criminal) == {"closed: no_offence"}


def test_moments_of_the_published_cases_bear_the_offset_of_their_zone() -> None:
    """No published moment is an hour off because summer time was overlooked."""
    for case in published_cases():
        text = _text(case)
        for moment in re.findall(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", text):
            offset = _offset_in_zone(case, moment)
            assert moment.endswith(offset), f"{case.file}: {moment}, but {offset} in {case.zone}"


def test_a_case_that_does_not_ship_is_refused_with_the_nearest_name() -> None:
    """A misspelt name gets the names there are, and the nearest."""
    with pytest.raises(CaseFileError, match="did you mean 're-k-2020'") as caught:
        find_case("re-k-2002")

    assert caught.value.file == "re-k-2002"


def test_assumed_steps_of_ru_are_marked_in_the_report() -> None:
    """A reader of the report sees which steps stand in no source, and why."""
    case = find_case("bedfordshire-police-v-ru-2013")
    assumed = {act.name: act.reason for act in case.steps if isinstance(act, Act) and act.assumed}

    report = run_case(case)

    assert {s.name: s.reason for s in report.steps if s.assumed}.items() <= assumed.items()


def _text(case: Case) -> str:
    folder = files("orderflow.casefile") / "published"
    return files_of(folder)[case.name].read_text(encoding="utf-8")


def _offset_in_zone(case: Case, moment: str) -> str:
    return datetime.fromisoformat(moment).astimezone(case.zone).isoformat()[-6:]
