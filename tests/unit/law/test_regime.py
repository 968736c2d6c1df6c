"""One version of one instrument."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from orderflow.law import Regime, RegimeRegister
from orderflow.law.regime import PROVISION_FIELDS, SECTIONS

REGISTER = RegimeRegister.packaged()


def test_a_regime_knows_its_name_and_zone() -> None:
    """The name is the id without its version; the zone is ready to count in."""
    regime = REGISTER.get("nl-hybrid-draft@2025+civil")

    assert regime.name == "nl-hybrid-draft"
    assert regime.zone.key == "Europe/Amsterdam"


def test_every_provision_knows_its_field_and_regime() -> None:
    """Absent values too, so that `NotDecided` can say what is open."""
    regime = REGISTER.get("nl-hybrid-draft@2025")

    for field, provision in regime.provisions():
        assert (provision.name, provision.regime) == (field, regime.id)
    assert tuple(field for field, _ in regime.provisions()) == PROVISION_FIELDS


def test_the_schema_lists_sections_with_provisions_only() -> None:
    """Title and the breach law of a later version are no sections of their own."""
    assert "title" not in SECTIONS
    assert "later_breach" not in SECTIONS
    assert "later_law" not in SECTIONS["breach"]


def test_a_regime_cannot_be_changed() -> None:
    """What the law says is fixed once loaded."""
    with pytest.raises(ValidationError):
        REGISTER.get("uk-ew-fmpo@2014").draft = True  # type: ignore[misc]


def test_a_regime_written_as_json_is_the_same_regime() -> None:
    """A regime can be stored and read back whole."""
    regime = REGISTER.get("uk-ew-fmpo@2008")

    assert Regime.model_validate_json(regime.model_dump_json()) == regime


@pytest.mark.parametrize("day, criminal", [(date(2014, 6, 15), False), (date(2014, 6, 16), True)])
def test_conduct_from_16_june_2014_is_judged_by_the_offence(day: date, criminal: bool) -> None:
    """An older order falls under the offence from its first day on, and not a day before."""
    older = REGISTER.get("uk-ew-fmpo@2008")

    assert older.breach_law(day).criminal.decided() is criminal


def test_the_later_breach_law_keeps_the_name_of_its_regime() -> None:
    """A reader of the reason sees which version the offence comes from."""
    later = REGISTER.get("uk-ew-fmpo@2008").later_breach

    assert later is not None
    assert later.max_penalty.decided() == "P5Y"
    assert later.max_penalty.regime == "uk-ew-fmpo@2014"


def test_without_a_handover_one_breach_law_governs_all_conduct() -> None:
    """A regime that hands over to nobody keeps its own breach law."""
    regime = REGISTER.get("nl-huisverbod@2009")

    assert regime.breach_law(date(2030, 1, 1)) is regime.breach
