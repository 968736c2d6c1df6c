"""A regime file that cannot be law is refused with file, field and reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orderflow.errors import RegimeFileError
from orderflow.law import RegimeRegister
from tests.unit.law.conftest import WriteRegime

Refused = Callable[[Path], tuple[str, str, str]]
FILE = "our-own@2020.toml"


@pytest.mark.parametrize(
    "head, field, reason",
    [
        ("", "in_force_from", "is missing"),
        (
            "draft = true\nin_force_from = 2020-01-01",
            "in_force_from",
            "a draft is not in force: must be absent",
        ),
        (
            "in_force_from = 2020-01-01\nin_force_until = 2020-01-01",
            "in_force_until",
            "must be later than in_force_from",
        ),
        (
            'in_force_from = 2020-01-01\nextends = "our-own@2020"',
            "extends",
            "goes round in a circle to 'our-own@2020'",
        ),
        (
            'in_force_from = 2020-01-01\nextends = "nl-huisverbot@2009"',
            "extends",
            "no regime 'nl-huisverbot@2009'; did you mean 'nl-huisverbod@2009'?",
        ),
        (
            'in_force_from = "soon"',
            "in_force_from",
            "Input should be a valid date in the format YYYY-MM-DD, input is too short",
        ),
        ("in_force_from = 2020-01-01\ndigest = 1", "digest", "is computed, not written"),
        ("in_force_from = 2020-01-01\n[later_breach]", "later_breach", "is computed, not written"),
    ],
)
def test_a_faulty_head_is_refused(
    write: WriteRegime, refused: Refused, head: str, field: str, reason: str
) -> None:
    """Dates, draft and what is extended must fit together."""
    assert refused(write(head=head)) == (FILE, field, reason)


def test_an_unknown_time_zone_is_refused(write: WriteRegime, refused: Refused) -> None:
    """A period cannot be counted on a clock that does not exist."""
    folder = write()
    file = folder / FILE
    file.write_text(file.read_text().replace("Europe/Amsterdam", "Europe/Amsterdm"))

    assert refused(folder) == (FILE, "time_zone", "no such time zone: 'Europe/Amsterdm'")


@pytest.mark.parametrize("title", ["", 'title = "Eigen"', 'title = { en = "Own" }'])
def test_a_title_needs_both_languages(write: WriteRegime, refused: Refused, title: str) -> None:
    """A regime without a name in Dutch and English is refused."""
    folder = write()
    lines = (folder / FILE).read_text().splitlines()
    kept = [title if line.startswith("title") else line for line in lines]
    (folder / FILE).write_text("\n".join(kept))

    assert refused(folder)[1] in {"title", "title.nl"}


def test_a_circle_of_two_is_refused(write: WriteRegime, refused: Refused) -> None:
    """Two regimes cannot extend each other."""
    write(head='draft = true\nextends = "our-own@2021"')
    folder = write(id="our-own@2021", head='draft = true\nextends = "our-own@2020"')

    file, field, reason = refused(folder)

    assert (file, field) == ("our-own@2021.toml", "extends")
    assert reason == "goes round in a circle to 'our-own@2020'"


@pytest.mark.parametrize(
    "body",
    ["", '[breach.later_law]\nconduct_from = 2021-01-01\nregime = "our-own@2020"\nsource = "x/y"'],
)
def test_a_fault_is_told_of_the_file_it_stands_in(
    write: WriteRegime, refused: Refused, body: str
) -> None:
    """A file that builds on a faulty one is not blamed for it."""
    body = body.replace("x/y", "nl/wth/art-11")
    head = "draft = true" if body else 'draft = true\nextends = "our-own@2020"'
    write('[breach]\ncovers = { value = ["all"], source = "nl/wth/art-11" }', head="draft = true")
    folder = write(body, id="a-first@2020", head=head)

    assert refused(folder)[:2] == (FILE, "breach.covers")


def test_replacing_by_nothing_needs_a_question(write: WriteRegime, refused: Refused) -> None:
    """A provision that is taken over cannot vanish without a word."""
    body = '[breach]\nmax_penalty = { source = "nl/wth/art-11" }'
    folder = write(body, head='draft = true\nextends = "nl-huisverbod@2009"')

    reason = "replaces a provision by nothing; name the open question"
    assert refused(folder) == (FILE, "breach.max_penalty", reason)


def test_the_file_is_named_after_its_id(write: WriteRegime, refused: Refused) -> None:
    """A file name that says another id, or a file without one, is refused."""
    folder = write(file="our-own@2019")

    reason = "must be 'our-own@2019', as the file is named"
    assert refused(folder) == ("our-own@2019.toml", "id", reason)


def test_an_id_follows_its_grammar(write: WriteRegime, refused: Refused) -> None:
    """An id without a version is refused."""
    file, field, reason = refused(write(id="our-own"))

    assert (file, field) == ("our-own.toml", "id")
    assert reason.startswith("String should match pattern")


def test_a_released_regime_is_never_replaced(write: WriteRegime, refused: Refused) -> None:
    """A folder cannot bring its own version of a regime that the base has."""
    reason = "is released already; take a new id"
    assert refused(write(id="uk-ew-fmpo@2014")) == ("uk-ew-fmpo@2014.toml", "id", reason)


def test_two_versions_cannot_hold_on_one_day(write: WriteRegime, refused: Refused) -> None:
    """Versions of one name that overlap in force are refused, by one day too."""
    write(head="in_force_from = 2020-01-01\nin_force_until = 2021-01-02")
    folder = write(id="our-own@2021", head="in_force_from = 2021-01-01")

    reason = "overlaps our-own@2020, in force until 2021-01-02"
    assert refused(folder) == ("our-own@2021.toml", "in_force_from", reason)


@pytest.mark.parametrize("content", [b"id = ", b"\xff\xfe"])
def test_a_file_that_is_no_toml_is_refused(
    tmp_path: Path, refused: Refused, content: bytes
) -> None:
    """Broken syntax and bytes that are no text are refused as a whole."""
    (tmp_path / FILE).write_bytes(content)

    file, field, reason = refused(tmp_path)

    assert (file, field) == (FILE, "")
    assert reason.startswith("not readable as TOML: ")


def test_the_message_reads_as_one_line(write: WriteRegime) -> None:
    """A person sees file, field and reason in one sentence."""
    with pytest.raises(RegimeFileError) as caught:
        RegimeRegister.from_folder(write("[breach]\ncriminal = { value = true }"))

    assert str(caught.value) == f"{FILE}: breach.criminal: a value needs a source"


JUNK = st.recursive(
    st.one_of(st.booleans(), st.integers(-5, 5), st.text("ab/@-", max_size=4), st.dates()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2), st.dictionaries(st.sampled_from("ab"), inner, max_size=2)
    ),
    max_leaves=4,
)
PLACES = st.sampled_from(
    [
        ("title",),
        ("time_zone",),
        ("in_force_until",),
        ("extends",),
        ("draft",),
        ("breach",),
        ("breach", "criminal"),
        ("breach", "criminal", "value"),
        ("breach", "criminal", "source"),
        ("breach", "criminal", "choice"),
        ("breach", "criminal", "question"),
        ("breach", "covers", "value"),
        ("breach", "max_penalty", "value"),
        ("breach", "max_penalty_summary", "value"),
        ("breach", "later_law"),
        ("breach", "later_law", "regime"),
        ("breach", "later_law", "conduct_from"),
    ]
)


@given(PLACES, JUNK)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_in_a_file_is_read_or_refused(
    tmp_path: Path, place: tuple[str, ...], junk: object
) -> None:
    """No content of a file makes the loader fail in any other way than `RegimeFileError`."""
    regime: dict[str, Any] = {
        "id": "our-own@2020",
        "title": {"en": "Own", "nl": "Eigen"},
        "jurisdiction": "NL",
        "time_zone": "Europe/Amsterdam",
        "in_force_from": date(2020, 1, 1),
    }
    at = regime
    for part in place[:-1]:
        at = at.setdefault(part, {})
    at[place[-1]] = junk
    lines = [f"{name} = {toml(value)}" for name, value in regime.items()]
    (tmp_path / FILE).write_text("\n".join(lines))

    with suppress(RegimeFileError):
        assert RegimeRegister.from_folder(tmp_path).get("our-own@2020").digest


def toml(value: object) -> str:
    """Write a value as TOML, in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {toml(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return value.isoformat() if isinstance(value, date) else json.dumps(value)
