"""A file, head or cast that cannot be run is refused with its field, before anything is run."""

from __future__ import annotations

from pathlib import Path

import pytest

from orderflow.casefile import load_case
from orderflow.errors import CaseFileError
from tests.unit.casefile.conftest import HEAD, WHOLE, Read, Refused


def without(line: str, text: str) -> str:
    """Return the text without one of its lines."""
    assert line in text
    return text.replace(line, "", 1)


def test_a_sound_file_is_read(read: Read) -> None:
    """The file that these tests spoil is itself in order."""
    case = read(WHOLE)

    assert (case.name, case.title.nl, case.orders) == ("ours", "Een zaak van ons", ("order",))


def test_toml_that_cannot_be_read_is_told_with_its_line(refused: Refused) -> None:
    """A fault of the TOML itself names line and column."""
    step, field, reason = refused("format = 1\ntitle 'x'\n")

    assert (step, field) == ("", "")
    assert "line 2" in reason


def test_a_file_that_is_not_there_is_told_without_a_path(tmp_path: Path) -> None:
    """A missing file is named, and nothing is said of the machine."""
    with pytest.raises(CaseFileError) as caught:
        load_case(str(tmp_path / "gone.toml"))

    assert caught.value.file == "gone.toml"
    assert str(tmp_path) not in str(caught.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are refused as such."""
    (tmp_path / "odd.toml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(CaseFileError, match="no UTF-8"):
        load_case(tmp_path / "odd.toml")


@pytest.mark.parametrize(
    "text,field,reason",
    [
        (WHOLE.replace("format = 1", "format = 2"), "format", "must be 1"),
        (without("format = 1\n", WHOLE), "format", "is missing"),
        (WHOLE.replace("format = 1", "format = 1\nregim = 'x'"), "regim", "did you mean 'regime'"),
        (WHOLE.replace("format = 1", "format = 1\nsteps = 'x'"), "steps", "did you mean 'step'"),
        (WHOLE.replace('en = "A case of ours", ', ""), "title.en", "is missing"),
        (WHOLE.replace("uk-ew-fmpo@2014", "uk-ew-fmpo@2041"), "regime", "did you mean 'uk-ew-fmpo"),
        (WHOLE.replace("uk-ew-fmpo@2014", "uk-ew-fnpo"), "regime", "no regime 'uk-ew-fnpo'"),
        ("time_zone = 'Europe/Londen'" + WHOLE, "time_zone", "no such time zone"),
        ("sources = ['nl/wth/art-12']" + WHOLE, "sources", "did you mean 'nl/wth/art-1"),
        ("step = 3\n" + HEAD, "step", "must be written as [[step]] tables"),
        (HEAD, "step", "there is no [[step]] table"),
        (WHOLE.replace('id = "uncle"', 'id = "father"'), "person", "stands twice"),
        (WHOLE.replace('id = "uncle"', 'id = "Uncle"'), "person Uncle.id", "pattern"),
        (WHOLE.replace('stands = "outside"', 'stands = "oustide"'), "person uncle.stands", "'outs"),
        (WHOLE.replace('age = "16_17"', 'aged = "16"'), "person daughter.aged", "mean 'age'"),
    ],
)
def test_a_wrong_head_or_cast_is_told_with_its_field(
    refused: Refused, text: str, field: str, reason: str
) -> None:
    """Head and cast are refused at the field that is wrong, with the nearest word."""
    step, found, why = refused(text)

    assert (step, found) == ("", field)
    assert reason in why
