"""Finding, extending and comparing regimes."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from orderflow.errors import NotDecided, UnknownRegime
from orderflow.law import RegimeRegister
from tests.unit.law.conftest import WriteRegime

PACKAGED = RegimeRegister.packaged()
TERM = '{ value = "P5D", source = "nl/wth/art-2/lid-1" }'


def test_the_packaged_register_is_one() -> None:
    """Asking twice gives the same register, and the same regime."""
    assert RegimeRegister.packaged() is PACKAGED
    assert PACKAGED.get("uk-ew-fmpo@2014") is PACKAGED.get("uk-ew-fmpo@2014")


def test_ids_and_versions() -> None:
    """Every regime that ships is listed, scenarios as versions of their draft."""
    assert PACKAGED.ids() == (
        "nl-huisverbod@2009",
        "nl-hybrid-draft@2025",
        "nl-hybrid-draft@2025+administrative",
        "nl-hybrid-draft@2025+civil",
        "nl-kort-geding-verbod@2002",
        "uk-ew-fgmpo@2015",
        "uk-ew-fmpo@2008",
        "uk-ew-fmpo@2014",
    )
    assert PACKAGED.versions("uk-ew-fmpo") == ("uk-ew-fmpo@2008", "uk-ew-fmpo@2014")
    assert PACKAGED.versions("uk-ew") == ()


def test_an_unknown_id_is_answered_with_a_near_one() -> None:
    """A slip of the pen is met with the regime that was probably meant."""
    with pytest.raises(UnknownRegime, match=r"'uk-ew-fmpo@2015'; did you mean 'uk-ew-f"):
        PACKAGED.get("uk-ew-fmpo@2015")


@pytest.mark.parametrize(
    "day, regime",
    [
        (date(2008, 11, 25), "uk-ew-fmpo@2008"),
        (date(2014, 6, 15), "uk-ew-fmpo@2008"),
        (date(2014, 6, 16), "uk-ew-fmpo@2014"),
        (date(2026, 11, 23), "uk-ew-fmpo@2014"),
    ],
)
def test_the_version_in_force_is_picked_by_day(day: date, regime: str) -> None:
    """The first day belongs to the new version, the last to the old."""
    assert PACKAGED.in_force("uk-ew-fmpo", day).id == regime


def test_before_the_first_version_there_is_none() -> None:
    """The day before the Act came into force has no version; the error names those there are."""
    there_are = "there are: uk-ew-fmpo@2008, uk-ew-fmpo@2014"
    with pytest.raises(UnknownRegime, match=f"2008-11-24; {there_are}$"):
        PACKAGED.in_force("uk-ew-fmpo", date(2008, 11, 24))


def test_a_draft_is_never_picked_by_day() -> None:
    """A proposal is nobody's law on any day; neither are its scenarios."""
    with pytest.raises(UnknownRegime, match=re.escape("nl-hybrid-draft@2025+civil")):
        PACKAGED.in_force("nl-hybrid-draft", date(2026, 1, 1))


def test_an_unknown_name_is_answered_with_a_near_one() -> None:
    """Asking for an instrument that is not there names the nearest."""
    near = "no regime named 'nl-huisverbot'; did you mean 'nl-huisverbod'?"
    with pytest.raises(UnknownRegime, match=re.escape(near)):
        PACKAGED.in_force("nl-huisverbot", date(2026, 1, 1))


def test_comparing_shows_what_differs_and_why() -> None:
    """Each row has the field, both values, and the sources of both."""
    rows = {row.field: row for row in PACKAGED.compare("uk-ew-fmpo@2008", "uk-ew-fmpo@2014")}

    assert (rows["breach.criminal"].value_a, rows["breach.criminal"].value_b) == (False, True)
    assert rows["breach.criminal"].sources == (
        "gb-eaw/case/ru-2013-ewhc-2350",
        "gb-eaw/fla-1996/s-63ca",
    )
    assert rows["breach.max_penalty"].value_a is None
    assert "scope.harms" not in rows


def test_a_regime_does_not_differ_from_itself() -> None:
    """Comparing a regime with itself gives nothing."""
    assert PACKAGED.compare("nl-huisverbod@2009", "nl-huisverbod@2009") == ()


def test_as_if_in_force_lifts_bounds_and_keeps_identity() -> None:
    """The copy holds at any time, and is still known as what it is."""
    pinned = PACKAGED.get("uk-ew-fmpo@2014")
    lifted = RegimeRegister.as_if_in_force(pinned)

    assert (lifted.in_force_from, lifted.in_force_until) == (None, None)
    assert lifted.breach.commenced_on.value is None
    assert lifted.breach.commenced_on.source == pinned.breach.commenced_on.source
    assert lifted.breach_law(date(1990, 1, 1)).criminal.decided() is True
    assert (lifted.id, lifted.digest, lifted.draft) == (pinned.id, pinned.digest, False)
    assert pinned.in_force_from == date(2014, 6, 16)


def test_as_if_in_force_hands_over_to_nobody() -> None:
    """Old law lived as if always in force judges later conduct too."""
    lifted = RegimeRegister.as_if_in_force(PACKAGED.get("uk-ew-fmpo@2008"))

    assert lifted.breach_law(date(2020, 1, 1)).criminal.decided() is False


def test_a_draft_stays_a_draft_as_if_in_force() -> None:
    """Reckoning with a scenario does not make it law."""
    scenario = PACKAGED.get("nl-hybrid-draft@2025+civil")

    assert RegimeRegister.as_if_in_force(scenario).draft is True


def test_a_team_adds_its_own_regime(write: WriteRegime) -> None:
    """A folder's regimes stand beside those of the package."""
    register = RegimeRegister.from_folder(write(f"[duration]\ninitial = {TERM}"))

    assert "our-own@2020" in register.ids()
    assert "uk-ew-fmpo@2014" in register.ids()
    assert "our-own@2020" not in PACKAGED.ids()
    assert register.in_force("our-own", date(2020, 1, 1)).duration.initial.decided() == "P5D"


def test_a_folder_may_add_to_a_folder(write: WriteRegime, tmp_path: Path) -> None:
    """A register built from a folder can itself be the base of another."""
    first = RegimeRegister.from_folder(write())
    (tmp_path / "empty").mkdir()

    second = RegimeRegister.from_folder(tmp_path / "empty", base=first)

    assert second.ids() == first.ids()


def test_a_regime_extends_another_provision_by_provision(write: WriteRegime) -> None:
    """What is not replaced is taken over, under the name of the new regime."""
    body = f"[duration]\ninitial = {TERM}"
    head = 'extends = "nl-huisverbod@2009"\nin_force_from = 2020-01-01'
    regime = RegimeRegister.from_folder(write(body, head=head)).get("our-own@2020")

    assert regime.duration.initial.decided() == "P5D"
    assert regime.duration.initial.choice is None
    assert regime.duration.max_total.decided() == "P4W"
    assert regime.duration.max_total.regime == "our-own@2020"
    assert regime.title.nl == "Een eigen regime"


def test_extending_goes_on(write: WriteRegime) -> None:
    """A regime may extend one that itself extends another."""
    write(f"[duration]\ninitial = {TERM}", head='extends = "nl-huisverbod@2009"\ndraft = true')
    folder = write(id="our-other@2021", head='extends = "our-own@2020"\ndraft = true')
    regime = RegimeRegister.from_folder(folder).get("our-other@2021")

    assert regime.duration.initial.decided() == "P5D"
    assert regime.respondents.min_age.decided() == 18


def test_dates_draft_and_handover_are_not_taken_over(write: WriteRegime) -> None:
    """Each version states for itself since when it holds and to whom it hands over."""
    head = 'extends = "uk-ew-fmpo@2008"\nin_force_from = 2020-01-01'
    regime = RegimeRegister.from_folder(write(head=head)).get("our-own@2020")

    assert regime.in_force_until is None
    assert regime.breach.later_law is None
    assert regime.later_breach is None


def test_a_provision_can_be_reopened_by_a_question(write: WriteRegime) -> None:
    """A value may be taken back only by naming the question that is open again."""
    body = '[breach]\nmax_penalty = { question = "sanction" }'
    head = 'extends = "nl-huisverbod@2009"\ndraft = true'
    regime = RegimeRegister.from_folder(write(body, head=head)).get("our-own@2020")

    with pytest.raises(NotDecided) as caught:
        regime.breach.max_penalty.decided()

    assert caught.value.question == "sanction"


def test_versions_may_touch(write: WriteRegime) -> None:
    """The day on which one version ends can be the first of the next."""
    write(head="in_force_from = 2020-01-01\nin_force_until = 2021-01-01")
    folder = write(id="our-own@2021", head="in_force_from = 2021-01-01")
    register = RegimeRegister.from_folder(folder)

    assert register.in_force("our-own", date(2020, 12, 31)).id == "our-own@2020"
    assert register.in_force("our-own", date(2021, 1, 1)).id == "our-own@2021"


class TestDigest:
    """The digest covers what holds, and nothing else."""

    @staticmethod
    def of(write: WriteRegime, body: str, head: str = "in_force_from = 2020-01-01") -> str:
        """Load a regime and return its digest."""
        return RegimeRegister.from_folder(write(body, head=head)).get("our-own@2020").digest

    def test_it_is_stable_and_different_for_each_regime(self) -> None:
        """No two regimes that ship share a digest, and each is a SHA-256."""
        digests = {PACKAGED.get(one).digest for one in PACKAGED.ids()}

        assert len(digests) == len(PACKAGED.ids())
        assert all(re.fullmatch("[0-9a-f]{64}", one) for one in digests)

    def test_another_value_is_another_law(self, write: WriteRegime) -> None:
        """Five days and six days differ; so do a value and an open question."""
        five = self.of(write, f"[duration]\ninitial = {TERM}")
        six = self.of(write, f"[duration]\ninitial = {TERM}".replace("P5D", "P6D"))
        open_one = self.of(write, '[duration]\ninitial = { question = "scope" }')
        none = self.of(write, "")

        assert len({five, six, open_one, none}) == 4

    def test_what_does_not_hold_changes_nothing(self, write: WriteRegime) -> None:
        """A confirmed source, a further source or an end in force is no other law."""
        plain = self.of(write, f"[duration]\ninitial = {TERM}")
        confirmed = TERM.replace(
            '"nl/wth/art-2/lid-1"', '["nl/wth/art-1"], verified = true, choice = "INT-001"'
        )
        head = "in_force_from = 2020-01-01\nin_force_until = 2030-01-01"

        assert self.of(write, f"[duration]\ninitial = {confirmed}", head) == plain

    def test_the_breach_law_of_a_later_version_counts(self, write: WriteRegime) -> None:
        """Whoever hands over to other breach law holds other law."""
        handover = (
            '[breach.later_law]\nregime = "{}"\nconduct_from = 2021-01-01\nsource = "nl/wth/art-11"'
        )

        one = self.of(write, handover.format("uk-ew-fmpo@2014"))
        other = self.of(write, handover.format("nl-huisverbod@2009"))

        assert len({one, other, self.of(write, "")}) == 3
