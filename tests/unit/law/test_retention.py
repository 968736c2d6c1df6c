"""The schedule of retention: what ships, what a team adds, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from orderflow.errors import NotDecided, RegimeFileError
from orderflow.law import RegimeRegister, Role, references
from orderflow.law.retention import RetentionSchedule
from orderflow.law.vocabulary import ErasureGround

if TYPE_CHECKING:
    from pathlib import Path

OWN = """
[[rule]]
name = "court-archive"
title = { en = "Our archive", nl = "Ons archief" }
holder = ["court"]
regimes = ["uk-ew-fmpo"]
counted_from = { value = "end", source = "nl/own-act/art-1" }
period = { value = "P20Y", source = "nl/own-act/art-1" }
until_age = { value = 24, source = "nl/own-act/art-1" }
open_matters = { value = true, source = "nl/own-act/art-1" }
"""
SOURCE = """
[[source]]
key = "nl/own-act/art-1"
title = { en = "Own Act, art. 1", nl = "Eigen wet, art. 1" }
uri = "https://example.org/own-act"
checked_on = 2026-11-23
"""


def file(folder: Path, text: str, sources: str = SOURCE) -> Path:
    """Write a schedule with its sources; return it."""
    (folder / "sources.toml").write_text(sources, encoding="utf-8")
    path = folder / "periods.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_packaged_schedule_has_every_ground_and_every_regime() -> None:
    """Asking twice gives the same one; each ground is known in each jurisdiction that ships."""
    schedule = RetentionSchedule.packaged()

    assert schedule is RetentionSchedule.packaged()
    assert set(schedule.grounds) == set(ErasureGround)
    register = RegimeRegister.packaged()
    for regime in register.ids():
        assert schedule.rule(regime, Role.COURT).name.endswith("-record")
        for ground in schedule.grounds.values():
            assert ground.source(register.get(regime).jurisdiction)


def test_no_period_ships_that_nobody_read() -> None:
    """Where the law gives none, none is made up; what was not read says so."""
    rules = {rule.name: rule for rule in RetentionSchedule.packaged().rules}

    assert {name for name, rule in rules.items() if rule.period.value} == {"nl-police"}
    assert not rules["nl-police"].period.verified
    assert rules["nl-police"].period.choice in references().choices


def test_a_rule_of_ones_own_comes_first(tmp_path: Path) -> None:
    """For who keeps the record in that role, and for no other."""
    schedule = RetentionSchedule.from_file(file(tmp_path, OWN))

    own = schedule.rule("uk-ew-fmpo@2014", Role.COURT)
    assert (own.name, own.period.decided(), own.law) == (
        "court-archive",
        "P20Y",
        ("nl/own-act/art-1",),
    )
    assert schedule.rule("uk-ew-fmpo@2014", Role.POLICE).name == "uk-ew-record"
    assert set(schedule.grounds) == set(ErasureGround)


def test_a_regime_without_a_rule_is_not_decided() -> None:
    """Nobody is due by a rule that there is not."""
    with pytest.raises(NotDecided) as raised:
        RetentionSchedule.packaged().rule("no-besoksforbud@2020", Role.COURT)

    assert raised.value.question == "retention"


def test_a_ground_that_a_law_does_not_know_is_not_decided() -> None:
    """Neither where nobody looked, nor where the answer was no."""
    ground = RetentionSchedule.packaged().grounds[ErasureGround.ORDERED]

    with pytest.raises(NotDecided) as raised:
        ground.source("NO")
    assert raised.value.question == "erasure.ordered"


@pytest.mark.parametrize(
    "text, field, reason",
    [
        (OWN.replace("nl/own-act/art-1", "nl/own-act/art-2", 1), "court-archive.counted_from", "a"),
        (OWN + 'choice = "INT-998"', "court-archive.choice", "unknown field"),
        (
            OWN.replace('"end",', '"end", choice = "INT-998",'),
            "court-archive.counted_from",
            "choice 'INT-998' is not registered",
        ),
        (OWN.replace('"P20Y"', '"20 years"'), "court-archive.period", "not a period"),
        (OWN.replace('"end",', '"start",'), "court-archive.counted_from", "unknown word"),
        (OWN.replace('name = "court-archive"', ""), "#1.name", "is missing"),
        (OWN.replace('period = { value = "P20Y", source = "nl/own-act/art-1" }', "period = 20"),
         "court-archive.period", "table"),
        ("rule = 7", "rule", "must be written as [[rule]]"),
        ("ground = [7]", "ground", "must be written as [[ground]]"),
        ("[more]", "more", "unknown table"),
        ('[[ground]]\nground = "mercy"\ntitle = {en = "a", nl = "b"}\nlaw = {}', "mercy.ground",
         "unknown word"),
        ("= 7", "", "not readable as TOML"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_schedule_is_refused(
    tmp_path: Path, text: str, field: str, reason: str
) -> None:
    """The error names file, field and reason."""
    with pytest.raises(RegimeFileError) as raised:
        RetentionSchedule.from_file(file(tmp_path, text))

    assert raised.value.file == "periods.toml"
    assert raised.value.field == field
    assert reason in raised.value.reason


def test_a_ground_of_ones_own_cites_what_is_registered(tmp_path: Path) -> None:
    """A source that nobody registered is refused there too."""
    text = """
[[ground]]
ground = "ordered"
title = { en = "An order", nl = "Een bevel" }
law.NL = { value = true, source = "nl/own-act/art-1" }
"""
    own = RetentionSchedule.from_file(file(tmp_path, text))
    assert own.grounds[ErasureGround.ORDERED].source("NL") == ("nl/own-act/art-1",)

    with pytest.raises(RegimeFileError) as raised:
        RetentionSchedule.from_file(file(tmp_path, text, sources=""))
    assert raised.value.field == "ordered.law.NL"
