"""A fault in what a regime says is refused with file, field and reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.law.conftest import WriteRegime

Refused = Callable[[Path], tuple[str, str, str]]
FILE = "our-own@2020.toml"
SOURCE = 'source = "nl/wth/art-2/lid-1"'


def given(section: str, **values: str) -> str:
    """Write a section whose values all rest on one source."""
    lines = [f"{name} = {{ value = {value}, {SOURCE} }}" for name, value in values.items()]
    return "\n".join([f"[{section}]", *lines]) + "\n"


@pytest.mark.parametrize(
    "body, field, reason",
    [
        ("[breech]", "breech", "unknown field; did you mean 'breach'?"),
        ("[xyzzy]", "xyzzy", "unknown field"),
        (
            given("breach", crimnal="true"),
            "breach.crimnal",
            "unknown field; did you mean 'criminal'?",
        ),
        (
            '[breach]\ncriminal = { value = true, sauce = "x", source = "nl/wth/art-11" }',
            "breach.criminal.sauce",
            "unknown field; did you mean 'source'?",
        ),
        (
            (
                '[breach.later_law]\nconduct_form = 2021-01-01\nregime = "uk-ew-fmpo@2014"\n'
                'source = "nl/wth/art-11"\nconduct_from = 2021-01-01'
            ),
            "breach.later_law.conduct_form",
            "unknown field; did you mean 'conduct_from'?",
        ),
        (
            '[breach.later_law]\nregime = "uk-ew-fmpo@2014"\nsource = "nl/wth/art-11"',
            "breach.later_law.conduct_from",
            "is missing",
        ),
        (
            "[breach]\nlater_law = 2014",
            "breach.later_law",
            "must be a table",
        ),
        ("breach = 1", "breach", "must be a table"),
        (
            "[breach]\ncriminal = true",
            "breach.criminal",
            "must be a table with value and source",
        ),
        (
            '[breach]\ncriminal = { name = "x" }',
            "breach.criminal.name",
            "is computed, not written",
        ),
        ("[breach]\ncriminal = { value = true }", "breach.criminal", "a value needs a source"),
        (
            '[breach]\ncriminal = { value = true, source = "nl/wth/art-12" }',
            "breach.criminal",
            "source 'nl/wth/art-12' is not registered; did you mean 'nl/wth/art-1'?",
        ),
        (
            f'[breach]\ncriminal = {{ value = true, {SOURCE}, choice = "INT-999" }}',
            "breach.criminal",
            "choice 'INT-999' is not registered; did you mean 'INT-069'?",
        ),
        (
            '[breach]\nmax_penalty = { question = "sanctions" }',
            "breach.max_penalty",
            "question 'sanctions' is not registered; did you mean 'sanction'?",
        ),
        (
            (
                '[breach.later_law]\nconduct_from = 2021-01-01\nregime = "uk-ew-fmpo@2014"\n'
                'source = "x/y"'
            ),
            "breach.later_law",
            "source 'x/y' is not registered",
        ),
        (
            given("breach", covers='["prohibiton"]'),
            "breach.covers",
            (
                "unknown word 'prohibiton', not one of prohibition, restriction, requirement,"
                " other; did you mean 'prohibition'?"
            ),
        ),
        (
            given("terms", kinds='["wish"]'),
            "terms.kinds",
            "unknown word 'wish', not one of prohibition, restriction, requirement, other",
        ),
        (
            given("breach", criminal='"yes"'),
            "breach.criminal",
            "Input should be a valid boolean",
        ),
        (
            given("duration", initial='"ten days"'),
            "duration.initial",
            "not a period of whole years, months, weeks, days or hours: 'ten days'",
        ),
        (
            given("scope", min_age="-1"),
            "scope.min_age",
            "Input should be greater than or equal to 0",
        ),
        (
            given("duration", no_maximum="true", max_total='"P4W"'),
            "duration.no_maximum",
            "contradicts duration.max_total",
        ),
        (
            given("duration", open_ended="true", max_total='"P4W"'),
            "duration.open_ended",
            "contradicts duration.max_total",
        ),
        (
            given("duration", initial='"P29D"', max_total='"P4W"'),
            "duration.initial",
            "P29D is longer than duration.max_total P4W",
        ),
        (
            given("duration", extendable="false", extension_max_times="3"),
            "duration.extension_max_times",
            "contradicts duration.extendable = false",
        ),
        (
            given("scope", min_age="18", max_age="17"),
            "scope.min_age",
            "18 is above scope.max_age 17",
        ),
        (
            given("applicants", as_of_right='["police"]', with_permission='["school", "police"]'),
            "applicants.with_permission",
            "police already in applicants.as_of_right",
        ),
        (
            given(
                "applicants", own_motion="false", own_motion_needs='["related_family_proceedings"]'
            ),
            "applicants.own_motion_needs",
            "contradicts applicants.own_motion = false",
        ),
        (
            given("without_notice", return_hearing='"within_period"'),
            "without_notice.return_hearing_within",
            "goes with return_hearing = within_period",
        ),
        (
            given("police_notification", within='"P1D"'),
            "police_notification.clock",
            "is missing beside police_notification.within",
        ),
        (
            f"[breach]\ncriminal = {{ value = true, {SOURCE}, assumed = true }}",
            "breach.criminal",
            "a value of law in force cannot be assumed",
        ),
        (
            f'[breach]\ncriminal = {{ value = true, {SOURCE}, question = "sanction" }}',
            "breach.criminal",
            "a value answers an open question only when it is assumed",
        ),
        (
            (
                '[breach.later_law]\nconduct_from = 2021-01-01\nregime = "uk-ew-fmpo@2013"\n'
                'source = "nl/wth/art-11"'
            ),
            "breach.later_law.regime",
            "no regime 'uk-ew-fmpo@2013'; did you mean 'uk-ew-fmpo@2014'?",
        ),
        (
            (
                '[breach.later_law]\nconduct_from = 2021-01-01\nregime = "uk-ew-fmpo@2008"\n'
                'source = "nl/wth/art-11"'
            ),
            "breach.later_law.regime",
            "uk-ew-fmpo@2008 hands over again; only one later law is understood",
        ),
    ],
)
def test_a_faulty_section_is_refused(
    write: WriteRegime, refused: Refused, body: str, field: str, reason: str
) -> None:
    """The error names the field as it stands in the file, and asks for the likely word."""
    assert refused(write(body)) == (FILE, field, reason)
